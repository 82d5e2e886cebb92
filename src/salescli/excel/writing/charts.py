"""Native charts over the book's own cells."""

from typing import TYPE_CHECKING, Any, Final

from salescli.excel.book import Chart, ChartKind, Series, Side
from salescli.excel.writing.cells import clean
from salescli.excel.writing.placed import CHART_GAP, PlacedBook, PlacedSheet
from salescli.excel.writing.styles import BORDER, FILLS, FONTS, INK, QUIET, SERIES

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

_TYPES: Final[dict[ChartKind, dict[str, str]]] = {
    ChartKind.COLUMN: {"type": "column"},
    ChartKind.STACKED_COLUMN: {"type": "column", "subtype": "stacked"},
    ChartKind.BAR: {"type": "bar"},
    ChartKind.STACKED_BAR: {"type": "bar", "subtype": "stacked"},
    ChartKind.LINE: {"type": "line"},
    ChartKind.AREA: {"type": "area"},
    ChartKind.PIE: {"type": "pie"},
    ChartKind.DOUGHNUT: {"type": "doughnut"},
    ChartKind.SCATTER: {"type": "scatter"},
}
_ROUND: Final = frozenset({ChartKind.PIE, ChartKind.DOUGHNUT})
_COLUMNS: Final = frozenset({ChartKind.COLUMN, ChartKind.STACKED_COLUMN})
_BARS: Final = frozenset({ChartKind.BAR, ChartKind.STACKED_BAR})


def add_charts(workbook: "xlsxwriter.Workbook", worksheet: "Worksheet", placed: PlacedSheet, book: PlacedBook) -> None:
    """Draw the sheet's charts; those to the right of blocks never overlap one another."""
    for at in placed.charts:
        chart = _Drawing(workbook, at.chart, book).drawn()
        first = placed.sheet.frozen_columns if placed.sheet.pages_wide > 1 else 0  # those are repeated on every page
        column, x = (placed.reach, CHART_GAP) if at.chart.side is Side.RIGHT else (first, at.x)
        worksheet.insert_chart(at.row, column, chart, {"x_offset": x, "object_position": 2})


class _Drawing:
    """One chart in the making."""

    def __init__(self, workbook: "xlsxwriter.Workbook", chart: Chart, book: PlacedBook) -> None:
        self._workbook = workbook
        self._chart = chart
        self._book = book
        self._font = {"name": FONTS[book.book.lang], "size": 9, "color": QUIET}

    def drawn(self) -> Any:
        chart = self._chart
        drawing = self._workbook.add_chart(dict(_TYPES[chart.kind]))
        for number, series in enumerate(chart.series):
            drawing.add_series(self._series(series, number))
        if chart.lines:
            drawing.combine(self._lines())
        title = {**self._font, "size": 12, "bold": True, "color": INK}
        drawing.set_title({"name": _caption(chart.title), "name_font": title, "overlay": False})
        drawing.set_size({"width": chart.size[0], "height": chart.size[1]})
        drawing.set_chartarea({"border": {"color": BORDER}, "fill": {"color": "#FFFFFF"}})
        drawing.show_hidden_data()
        self._set_legend(drawing)
        if chart.kind not in _ROUND:
            self._set_axes(drawing)
        return drawing

    def _range(self, block: str, key: str) -> list[str | int]:
        placed = self._book.blocks.get(block)
        if placed is None or key not in placed.columns:
            raise ValueError(f"chart {self._chart.title!r} draws {block}:{key}, which is not in the book")
        column = placed.columns[key]
        return [placed.sheet, placed.first, column, placed.last, column]

    def _series(self, series: Series, number: int) -> dict[str, Any]:
        colour = FILLS[series.tone] if series.tone else SERIES[number % len(SERIES)]
        options: dict[str, Any] = {
            "name": _caption(series.name),
            "categories": self._range(*self._chart.categories),
            "values": self._range(series.block, series.key),
        }
        if series.labels:
            options["data_labels"] = self._labels(series.labels)
        match self._chart.kind:
            case ChartKind.LINE:
                return options | _line(colour)
            case ChartKind.SCATTER:
                return options | {"line": {"none": True}, "marker": _marker(colour, 8)}
            case ChartKind.PIE | ChartKind.DOUGHNUT:
                return options | self._slices(options["values"])
        fill = {"none": True} if series.invisible else {"color": colour}
        return options | {"fill": fill, "border": {"none": True}, "gap": 70, "overlap": self._overlap()}

    def _labels(self, texts: tuple[str, ...]) -> dict[str, Any]:
        custom = [{"value": _caption(text)} if text else {"delete": True} for text in texts]
        position = {"position": "above"} if self._chart.kind is ChartKind.SCATTER else {}
        return {"value": True, "custom": custom, "font": self._font} | position

    def _overlap(self) -> int:
        stacked = self._chart.kind in (ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR)
        return 100 if stacked else -5

    def _slices(self, values: list[Any]) -> dict[str, Any]:
        count = values[3] - values[1] + 1
        edge = {"color": "#FFFFFF", "width": 1}
        points = [{"fill": {"color": SERIES[at % len(SERIES)]}, "border": edge} for at in range(count)]
        labels: dict[str, Any] = {"percentage": True, "font": self._font}
        if self._chart.kind is ChartKind.PIE:
            labels |= {"position": "outside_end", "leader_lines": True}
        else:
            labels["font"] = {**self._font, "color": "#FFFFFF", "bold": True}
        return {"points": points, "data_labels": labels}

    def _lines(self) -> Any:
        lines = self._workbook.add_chart({"type": "line"})
        for number, series in enumerate(self._chart.lines, start=len(self._chart.series)):
            colour = FILLS[series.tone] if series.tone else SERIES[number % len(SERIES)]
            lines.add_series(
                {
                    "name": _caption(series.name),
                    "categories": self._range(*self._chart.categories),
                    "values": self._range(series.block, series.key),
                    "y2_axis": True,
                    **_line(colour),
                }
            )
        lines.set_y2_axis(self._value_axis(self._chart.percent_lines) | {"major_gridlines": {"visible": False}})
        return lines

    def _set_legend(self, drawing: Any) -> None:
        several = sum(not series.invisible for series in self._chart.series) + len(self._chart.lines) > 1
        if several or self._chart.kind in _ROUND:
            unseen = [number for number, series in enumerate(self._chart.series) if series.invisible]
            drawing.set_legend({"position": "bottom", "font": self._font, "delete_series": unseen})
        else:
            drawing.set_legend({"none": True})

    def _set_axes(self, drawing: Any) -> None:
        names = {"num_font": self._font, "line": {"color": BORDER}, "major_tick_mark": "none", "label_position": "low"}
        values = self._value_axis(self._chart.percent)
        if self._chart.from_zero or self._is_of_bars_above_zero():
            values["min"] = 0
        if self._chart.axis:
            values |= {"name": _caption(self._chart.axis), "name_font": self._font}
        if self._chart.bounds:
            low, middle, high = self._chart.bounds
            both = {"min": low, "max": high, "crossing": middle, "major_unit": 1, "label_position": "low"}
            both |= {"line": {"color": QUIET, "width": 1}, "major_gridlines": {"visible": False}}
            across = {"name": _caption(self._chart.across or ""), "name_font": self._font}
            drawing.set_x_axis(values | both | across)
            drawing.set_y_axis(values | both)
        elif self._chart.kind in _BARS:
            drawing.set_x_axis(values)
            drawing.set_y_axis(
                names | {"reverse": True, "crossing": "max"}
            )  # the first line at the top, as in the table
        else:
            drawing.set_x_axis(names)
            drawing.set_y_axis(values)

    def _is_of_bars_above_zero(self) -> bool:
        """Whether it draws columns or bars of nothing below 0, which mislead on an axis that begins elsewhere."""
        if self._chart.kind not in _BARS | _COLUMNS:
            return False
        drawn = (self._book.blocks[series.block].cells[series.key] for series in self._chart.series)
        values = [cell.stored for cells in drawn for cell in cells]
        return all(value >= 0 for value in values if isinstance(value, int | float))

    def _value_axis(self, percent: bool) -> dict[str, Any]:
        return {
            "num_font": self._font,
            "num_format": "0%" if percent else "#,##0",
            "line": {"none": True},
            "major_tick_mark": "none",
            "major_gridlines": {"visible": True, "line": {"color": "#E7EBF0", "width": 0.75}},
        }


def _caption(text: str) -> str:
    """A text of a chart; a leading ``=`` would make it a reference, so a space goes before it."""
    return f" {clean(text)}" if text.startswith("=") else clean(text)


def _line(colour: str) -> dict[str, Any]:
    return {"line": {"color": colour, "width": 2.25}, "marker": _marker(colour, 5)}


def _marker(colour: str, size: int) -> dict[str, Any]:
    return {"type": "circle", "size": size, "fill": {"color": colour}, "border": {"color": "#FFFFFF"}}
