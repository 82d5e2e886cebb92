"""The look: one quiet palette, and number formats that Excel, WPS and LibreOffice all understand."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from salescli.excel.book import Format, Tone
from salescli.excel.writing.cells import POINTS
from salescli.words import measures as words
from salescli.words.language import Lang

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format as Style

FONTS: Final = {Lang.ZH: "Microsoft YaHei", Lang.EN: "Calibri"}
FONT_SIZE: Final = {Lang.ZH: 10, Lang.EN: 11}

INK, QUIET, WHITE = "#1F2937", "#6B7280", "#FFFFFF"
NAVY, SLATE, AMBER = "#24476B", "#7C8CA0", "#F2A93B"
BORDER, RULE = "#D9DFE6", "#24476B"

TONES: Final[dict[Tone, dict[str, Any]]] = {
    Tone.RED: {"bg_color": "#FFC7CE", "font_color": "#9C0006"},
    Tone.YELLOW: {"bg_color": "#FFEB9C", "font_color": "#7F6000"},
    Tone.GREEN: {"bg_color": "#C6EFCE", "font_color": "#006100"},
    Tone.GREY: {"bg_color": "#EDEDED", "font_color": "#595959"},
    Tone.ERROR: {"bg_color": "#FFC7CE", "font_color": "#9C0006", "bold": True},
    Tone.NOTE: {"bg_color": "#FFF6DD", "font_color": "#6B5200"},
    Tone.INPUT: {"bg_color": "#FFFBEF", "font_color": "#1F4E9E"},
    Tone.COMPUTED: {"bg_color": "#F4F6F9", "font_color": "#374151"},
    Tone.STRONG: {"bg_color": "#E9EFF6", "bold": True},
    Tone.MUTED: {"font_color": "#7A828E"},
}

FILLS: Final[dict[Tone, str]] = {
    Tone.RED: "#D9534F",
    Tone.YELLOW: "#E0A81E",
    Tone.GREEN: "#4C9F70",
    Tone.GREY: "#A9B2BD",
    Tone.ERROR: "#D9534F",
    Tone.NOTE: "#E0A81E",
    Tone.INPUT: "#F2A93B",
    Tone.COMPUTED: "#7C8CA0",
    Tone.STRONG: "#24476B",
    Tone.MUTED: "#A9B2BD",
}
"""The stronger colour of a tone, for tabs, bars and charts."""

SERIES: Final = ("#3B6EA5", "#F2A93B", "#4C9F70", "#C65D57", "#8268A8", "#5BA6B5", "#9A7B4F", "#7C8CA0")
"""Colours of chart series, in turn."""


class Role(StrEnum):
    """What a cell is in its table."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    NOTE = "note"
    BLOCK_TITLE = "block_title"
    HEADER = "header"
    REQUIRED = "required"
    COMPUTED = "computed"
    BODY = "body"
    TOTAL = "total"
    BESIDE = "beside"  # what people put next to a table


_GRID: Final = {"border": 1, "border_color": BORDER}
_HEADER: Final = {
    **_GRID,
    "bold": True,
    "font_color": WHITE,
    "bg_color": NAVY,
    "align": "center",
    "text_wrap": True,
}
_ROLES: Final[dict[Role, dict[str, Any]]] = {
    Role.TITLE: {"bold": True, "font_size": 16, "font_color": NAVY},
    Role.SUBTITLE: {"font_color": QUIET},
    Role.NOTE: {"font_color": QUIET, "font_size": 9},
    Role.BLOCK_TITLE: {"bold": True, "font_size": 12, "font_color": NAVY},
    Role.HEADER: _HEADER,
    Role.REQUIRED: {**_HEADER, "bottom": 5, "bottom_color": AMBER},
    Role.COMPUTED: {**_HEADER, "bg_color": SLATE},
    Role.BODY: {**_GRID, "font_color": INK},
    Role.BESIDE: {"font_color": "#1F4E9E"},
    Role.TOTAL: {**_GRID, "font_color": INK, "bold": True, "top": 2, "top_color": RULE, "bg_color": "#F4F6F9"},
}


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how one cell looks."""

    role: Role
    number: str = "General"
    align: str = "left"
    wrap: bool = False
    indent: int = 0
    tone: Tone | None = None
    link: bool = False


class Styles:
    """The styles of one workbook, each made once."""

    def __init__(self, workbook: "xlsxwriter.Workbook", lang: Lang) -> None:
        self._workbook = workbook
        self._font = {"font_name": FONTS[lang], "valign": "vcenter"}
        self._size = FONT_SIZE[lang]
        self._made: dict[Look, Style] = {}
        self._live: dict[Tone, Style] = {}

    def of(self, look: Look) -> "Style":
        """The style of a look."""
        if look not in self._made:
            self._made[look] = self._workbook.add_format(self._properties(look))
        return self._made[look]

    def live(self, tone: Tone) -> "Style":
        """What a conditional format lays over a cell."""
        if tone not in self._live:
            self._live[tone] = self._workbook.add_format(TONES[tone])
        return self._live[tone]

    def _properties(self, look: Look) -> dict[str, Any]:
        properties: dict[str, Any] = {"font_size": self._size, "align": look.align, **self._font}
        properties |= {"num_format": look.number, **_ROLES[look.role]}
        if look.wrap:
            properties["text_wrap"] = True
        if look.indent:
            properties["indent"] = look.indent
        if look.link:
            properties |= {"font_color": "#1F5FAE", "underline": 1}
        return properties | (TONES[look.tone] if look.tone else {})


def number_format(form: Format, places: int, lang: Lang) -> str:
    """The number format of `form` in a column whose values need `places` decimals."""
    if form in (Format.MONEY, Format.SIGNED_MONEY):
        amount = "#,##0.00" if places else "#,##0"
        return _signed(amount) if form is Format.SIGNED_MONEY else amount
    if form is Format.NUMBER:
        return "#,##0" + ("." + "0" * min(places, 4) if places else "")
    if form is Format.MONTH:
        return 'yyyy"年"m"月"' if lang is Lang.ZH else "yyyy-mm"
    if form in POINTS:
        points = f'0.0"{words.POINTS.say(lang, points="")}"'
        return _signed(points) if form is Format.POINTS else points
    return _FIXED.get(form, "General")


def _signed(pattern: str) -> str:
    return f"+{pattern};-{pattern};{pattern}"


_FIXED: Final = {
    Format.WAN: r'0\.0,"万"',
    Format.COUNT: "#,##0",
    Format.SIGNED_COUNT: _signed("#,##0"),
    Format.RATIO: "0.0%",
    Format.SHARE: "[>=0.0005]0.0%;[<=-0.0005]-0.0%;0.0%",
    Format.SIGNED_RATIO: "[>=0.0005]+0.0%;[<=-0.0005]-0.0%;0.0%",  # what rounds to nothing has no sign
    Format.DATE: "yyyy-mm-dd",
    Format.TENTH: "#,##0.0",
    Format.SIGNED_TENTH: _signed("#,##0.0"),
    Format.YEAR: "0",
    Format.DATETIME: "yyyy-mm-dd hh:mm",
}
