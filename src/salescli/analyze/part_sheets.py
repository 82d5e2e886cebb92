"""区域对比 · 产品线对比 · 销售员对比: one block a metric, each part compared, and its part in the team's change."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from salescli.analyze.drill import Breakdown, Part
from salescli.analyze.findings import remark
from salescli.analyze.formulas import change_formula, metric_status
from salescli.analyze.metric_sheet import MOST_IN_CHART
from salescli.analyze.metrics import Metric
from salescli.analyze.scope import PARTS, Cut, sheet_name
from salescli.excel.book import Block, CellValue, Chart, ChartKind, Field, Format, Line, Series, Sheet, Tone, Total
from salescli.excel.lights import TONES, achievement_formula, status_rules
from salescli.measure.achievement import Direction, Status, Thresholds
from salescli.words import analyze as words
from salescli.words.language import Lang, Text


def part_sheets(breakdowns: Sequence[Breakdown], thresholds: Thresholds, lang: Lang, period: str) -> list[Sheet]:
    """One sheet a cut, with a block for each metric that is taken apart along it."""
    sheets = []
    for cut in PARTS:
        found = [item for item in breakdowns if item.cut is cut]
        if found:
            sheets.append(_sheet(cut, found, thresholds, lang, period))
    return sheets


def _sheet(cut: Cut, found: Sequence[Breakdown], thresholds: Thresholds, lang: Lang, period: str) -> Sheet:
    columns = _Columns(
        targeted=any(item.team.target is not None for item in found),
        compared=any(item.compared for item in found),
        dated=any(item.team.last_year is not None for item in found),
    )
    pages = [_Page(item, f"{cut}{at}", columns, thresholds, lang) for at, item in enumerate(found, start=1)]
    return Sheet(
        sheet_name(cut, lang),
        tuple(page.block() for page in pages),
        title=sheet_name(cut, lang),
        subtitle=period or None,
        notes=((words.SUMS if columns.compared else words.NO_PREVIOUS).say(lang),),
        charts=tuple(chart for page in pages for chart in page.charts()),
        frozen_columns=1,
    )


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns a sheet has: all its blocks have the same ones, so that they stand below each other."""

    targeted: bool
    compared: bool
    dated: bool


@dataclass(frozen=True, slots=True)
class _Page:
    """One breakdown on its way to a block."""

    found: Breakdown
    id: str
    columns: _Columns
    thresholds: Thresholds
    lang: Lang

    def block(self) -> Block:
        """The block: a line a part, and the team as its total."""
        title = words.BREAKDOWN_TITLE.say(self.lang, metric=self.found.metric, cut=self.found.cut.word)
        rules = status_rules(self.lang, total=True) if self.columns.targeted else ()
        lines = tuple(self._part(part) for part in self.found.parts)
        return Block(self.id, self._fields(), lines, title=title, total=self._total(), rules=rules)

    def charts(self) -> tuple[Chart, ...]:
        """Target and actual side by side, and the changes."""
        if not 1 < len(self.found.parts) <= MOST_IN_CHART:
            return ()
        names = (self.id, "part")
        actual = Series(self.id, "actual", words.PART_ACTUAL.say(self.lang), Tone.STRONG)
        target = Series(self.id, "target", words.PART_TARGET.say(self.lang), Tone.MUTED)
        reached = (Series(self.id, "achievement", words.ACHIEVEMENT.say(self.lang), Tone.INPUT),)
        targeted = self.found.team.target is not None
        series = (target, actual) if targeted else (actual,)
        title = words.CHART_TARGET_ACTUAL if targeted else words.BREAKDOWN_TITLE
        shown = title.say(self.lang, metric=self.found.metric, cut=self.found.cut.word)
        charts = [Chart(ChartKind.COLUMN, shown, names, series, lines=reached if targeted else (), block=self.id)]
        if self.found.compared:
            shown = words.CHART_CHANGE.say(self.lang, metric=self.found.metric)
            change = Series(self.id, "change", words.CHANGE.say(self.lang), Tone.STRONG)
            charts.append(Chart(ChartKind.COLUMN, shown, names, (change,), block=self.id))
        return tuple(charts)

    def _fields(self) -> tuple[Field, ...]:
        lang, columns, team = self.lang, self.columns, self.found.team
        fields = [Field("part", self.found.cut.word.say(lang))]
        if columns.targeted:
            fields.append(self._summed("target", words.PART_TARGET, team.target))
        fields.append(self._summed("actual", words.PART_ACTUAL, team.actual))
        if columns.targeted:
            reached = achievement_formula(Direction.HIGHER)
            word = metric_status(team, self.thresholds, lang)
            fields.append(self._live("achievement", words.ACHIEVEMENT, Format.RATIO, reached))
            fields.append(self._live("status", words.STATUS, Format.TEXT, word))
        if columns.compared:
            fields += self._compared_fields()
        if columns.dated:
            yoy = change_formula("last_year")
            fields.append(self._summed("last_year", words.PART_LAST_YEAR, team.last_year))
            fields.append(self._live("yoy", words.YOY, Format.SIGNED_RATIO, yoy))
        return (*fields, Field("remark", words.REMARK.say(lang), Format.WRAPPED))

    def _compared_fields(self) -> list[Field]:
        team, change = self.found.team, words.CHANGE.say(self.lang)
        fields = [
            self._summed("previous", words.PART_PREVIOUS, team.previous),
            self._live("mom", words.MOM, Format.SIGNED_RATIO, change_formula("previous")),
        ]
        if not self.found.compared:
            return [
                *fields,
                Field("change", change, Format.SIGNED_MONEY),
                Field("share", words.SHARE.say(self.lang), Format.SHARE),
                Field("pull", words.PULL.say(self.lang), Format.SIGNED_RATIO),
            ]
        base, whole = f"{{{self.id}:previous@total}}", f"{{{self.id}:change@total}}"
        share = f'IF(ROUND({whole},2)=0,"",{{change}}/{whole})'
        pull = f'IF({base}>0,{{change}}/{base},"")'
        difference = "ROUND(N({actual})-N({previous}),2)"
        return [
            *fields,
            Field("change", change, Format.SIGNED_MONEY, formula=difference, total=Total.SUM),
            self._live("share", words.SHARE, Format.SHARE, share),
            self._live("pull", words.PULL, Format.SIGNED_RATIO, pull),
        ]

    def _summed(self, key: str, header: Text, whole: Decimal | None) -> Field:
        """A column of amounts, totalled where the team has the figure."""
        return Field(key, header.say(self.lang), Format.MONEY, total=None if whole is None else Total.SUM)

    def _live(self, key: str, header: Text, form: Format, template: str) -> Field:
        """A column that one formula fills, its total too."""
        return Field(key, header.say(self.lang), form, formula=template, total=template)

    def _part(self, part: Part) -> Line:
        values: dict[str, CellValue] = {"part": part.metric.scope.label(self.lang), **self._figures(part.metric)}
        if self.found.compared and part.moved:
            values |= {"change": part.change, "share": part.share, "pull": part.pull}
        values["remark"] = remark(self._shown(part.metric), self.lang)
        return Line(values, tones=self._tones(part.metric), formulas=self._blanks(part))

    def _blanks(self, part: Part) -> dict[str, str]:
        """What no formula can tell of a part that this period, or the previous one too, has no row of."""
        formulas = {}
        if self.columns.targeted and part.metric.status is Status.NO_DATA:
            formulas["status"] = f'"{Status.NO_DATA.word.say(self.lang)}"'
        if self.found.compared and not part.moved:
            formulas |= dict.fromkeys(("change", "share", "pull"), '""')
        return formulas

    def _total(self) -> Line:
        team, change = self.found.team, self.found.change
        values: dict[str, CellValue] = {"part": words.TEAM_TOTAL.say(self.lang), **self._figures(team)}
        if self.found.compared:
            values |= {"change": change, "share": 1 if change else None, "pull": team.mom.rate}
        return Line(values, tones=self._tones(team))

    def _figures(self, metric: Metric) -> dict[str, CellValue]:
        values: dict[str, CellValue] = {"actual": metric.actual}
        if self.columns.targeted:
            status = metric.status.word.say(self.lang)
            values |= {"target": metric.target, "achievement": metric.achievement, "status": status}
        if self.columns.compared:
            values |= {"previous": metric.previous, "mom": metric.mom.rate}
        if self.columns.dated:
            values |= {"last_year": metric.last_year, "yoy": metric.yoy.rate}
        return values

    def _tones(self, metric: Metric) -> dict[str, Tone]:
        return dict.fromkeys(("achievement", "status"), TONES[metric.status]) if self.columns.targeted else {}

    def _shown(self, metric: Metric) -> Metric:
        """The metric without the changes whose columns are left out: their absence is said once, above."""
        blank = replace(metric.mom, why=None, points=None, stated=False)
        mom = metric.mom if self.found.compared else blank
        yoy = metric.yoy if self.columns.dated else blank
        return replace(metric, mom=mom, yoy=yoy)
