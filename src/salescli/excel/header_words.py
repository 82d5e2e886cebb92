"""The words of a header: how they are compared, and the unit that stands with them."""

import re
import unicodedata
from typing import Final

from salescli.excel.money_units import scale_in
from salescli.table.kind import normal

_SIMPLIFIED: Final = str.maketrans(
    "業務員銷標額際區達態備註產線號數訪進開週復總經驗點調計劃實績單價類編項維權鎖歷離職潛係時間問題緊難責執當"
    "階準聯繫層級貢獻觸發條適對勵團隊協綜評過訂簽約購戶戰險預資網絡佔長漲圖檢測統繼續選擇擔負狀況與應該據體",
    "业务员销标额际区达态备注产线号数访进开周复总经验点调计划实绩单价类编项维权锁历离职潜系时间问题紧难责执当"
    "阶准联系层级贡献触发条适对励团队协综评过订签约购户战险预资网络占长涨图检测统继续选择担负状况与应该据体",
)
"""The Traditional characters that headers use, and their Simplified forms."""

_ROW_NUMBERS: Final = frozenset(("序号", "行号", "项次", "no.", "no", "#"))

_BRACKET: Final = re.compile(r"^(.+?)[(\[【]([^()\[\]【】]*)[)\]】]$")
_SLASH: Final = re.compile(r"^(.+?)[/:]([^/:]+)$")


def folded(text: str) -> str:
    """A header for comparing: normal, and in Simplified characters, whichever it was written in."""
    return normal(text).translate(_SIMPLIFIED)


def core_of(header: str) -> str:
    """The words of a header without marks around them and without the unit in its brackets, as they are written."""
    text = unicodedata.normalize("NFKC", header).strip().strip("*:").strip()
    return " ".join(divided_unit(text)[0].split())


def bare(header: str) -> str:
    """A header for looking up: folded, without marks around it."""
    return folded(header).strip("*:")


def counts_rows(header: str) -> bool:
    """Whether a header's column only numbers the rows."""
    return folded(header) in _ROW_NUMBERS


def divided_unit(text: str) -> tuple[str, str]:
    """The words of a header, and the unit in its brackets or behind a stroke; ``""`` for none."""
    if match := _BRACKET.match(text):
        return match[1], match[2].removeprefix("单位").lstrip(":")
    if (match := _SLASH.match(text)) and scale_in(match[2]) is not None:
        return match[1].removesuffix("单位"), match[2]
    return text, ""
