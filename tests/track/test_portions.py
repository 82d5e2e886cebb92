"""However rows are dealt out to files, and files to runs: figures and account are those of all rows seen at once.

The oracle is :mod:`tests.track.twin`, which knows nothing of files or runs. Where it has no say, what the files give
at once is what they have to give in pieces.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from salescli.excel.intake import RunOptions
from salescli.measure.period import Month, Week
from salescli.table.outcome import Outcome
from salescli.table.row import Source
from salescli.track.options import OnConflict, TrackOptions
from salescli.track.result import TrackResult
from salescli.track.run import track
from salescli.track.tables import WeeklyRow
from tests.sheets import Cell, workbook
from tests.track.twin import twin

PLAN = """
| 月份 | 区域 | 产品线 | 工号 | 销售员 | 指标 | 目标值 |
| 2026-08 | 华东 | A | S001 | 小张 | 销售额 | 100 |
| 2026-08 | 华南 | B | | 小李 | 销售额 | 100 |
| 2026-08 | 华北 | A | | 小王 | 销售额 | 100 |
| 2026-08 | 华北 | C | | 小王 | 销售额 | 100 |
| 2026-09 | 华东 | A | S001 | 小张 | 销售额 | 100 |
| 2026-09 | 华南 | B | | 小李 | 销售额 | 100 |
| 2026-09 | 华北 | A | | 小王 | 销售额 | 100 |
| 2026-09 | 华北 | C | | 小王 | 销售额 | 100 |
"""
HEADER: list[Cell] = ["周开始日期", "月份", "产品线", "销售员", "销售额(元)", "提交时间"]
AS_OF = date(2026, 10, 9)
UNREADABLE = "很多"


@dataclass(frozen=True)
class Typed:
    """A row as somebody typed it; `hour` numbers its 提交时间, None for a blank one."""

    person: str
    product: str | None
    monday: date
    month: Month | None
    sales: int | None
    hour: int | None

    def cells(self) -> list[Cell]:
        month = None if self.month is None else str(self.month)
        sales = UNREADABLE if self.sales is None else self.sales
        return [self.monday, month, self.product, self.person, sales, self.time()]

    def time(self) -> datetime | None:
        return None if self.hour is None else datetime(2026, 9, 1) + timedelta(hours=self.hour)

    def row(self, sheet: str) -> WeeklyRow:
        """The row as the twin takes it."""
        read = WeeklyRow(
            week=Week(self.monday), month=self.month, product=self.product, person=self.person,
            sales=Decimal(self.sales or 0), submitted=self.time(),
        )  # fmt: skip
        read.placed(Source(sheet, "周报", 2, {}))
        return read


MONDAYS = [date(2026, 7, 6), date(2026, 8, 3), date(2026, 8, 10), date(2026, 8, 31), date(2026, 8, 31)]
ROWS = st.builds(
    Typed,
    person=st.sampled_from(["小张", "小张", "小李", "小王", "路人"]),
    product=st.sampled_from([None, None, "A", "D"]),
    monday=st.sampled_from(MONDAYS),
    month=st.sampled_from([None, None, Month(2026, 8), Month(2026, 9), Month(2026, 12)]),
    sales=st.sampled_from([-4, 0, 4, 7, 7, None]),
    hour=st.sampled_from([None, 1, 2, 3]),
)
SHEETS = st.lists(ROWS, min_size=1, max_size=5)
FILES = st.lists(st.lists(SHEETS, min_size=1, max_size=2), min_size=2, max_size=4)


def run(book: Path, files: Sequence[Path], output: Path, rule: OnConflict | None) -> Outcome[TrackResult]:
    options = TrackOptions(as_of=AS_OF, on_conflict=rule)
    return track(book, files, output, options=options, run=RunOptions(skip_invalid=True, force=True))


def found(outcome: Outcome[TrackResult]) -> tuple[object, ...]:
    """All of a result that must not depend on how its rows were dealt out."""
    assert outcome.result is not None
    assert outcome.result.account.adds_up
    return outcome.result.document(), outcome.result.excluded


def expected(files: Sequence[Sequence[Sequence[Typed]]], rule: OnConflict) -> tuple[dict[str, int], dict[str, int]]:
    """What the twin makes of all rows, and of the unreadable ones: the first of each content is invalid."""
    sheets = [(f"{at}/{name}", rows) for at, file in enumerate(files) for name, rows in enumerate(file)]
    sales, account = twin([row.row(name) for name, rows in sheets for row in rows if row.sales is not None], rule)
    unread = Counter(tuple(row.cells()[:5]) for _, rows in sheets for row in rows if row.sales is None)
    counts = Counter(account) + Counter(invalid=len(unread), duplicate=sum(unread.values()) - len(unread))
    return sales, {key: count for key, count in counts.items() if count}


@settings(max_examples=25, deadline=None)
@given(FILES, st.sampled_from([None, OnConflict.LATEST, OnConflict.FIRST, OnConflict.SUM]), st.data())
def test_however_the_rows_are_dealt_out_the_result_is_one(
    given_files: list[list[list[Typed]]], rule: OnConflict | None, data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder:
        inbox = Path(folder)
        plan = workbook(inbox / "plan.xlsx", {"月度计划": PLAN})
        files = [_written(inbox, at, file) for at, file in enumerate(given_files)]
        pieces = data.draw(_pieces(len(files)))
        grows = data.draw(st.booleans())
        whole = run(plan, files, inbox / "whole.xlsx", rule)
        book = plan
        for at, piece in enumerate(pieces):
            if grows and at == 0:
                for number in piece:
                    _written(inbox, number, [*given_files[number][:-1], given_files[number][-1][:-1]])
                run(book, [files[number] for number in piece], inbox / "before.xlsx", rule)
                book = inbox / "before.xlsx" if (inbox / "before.xlsx").exists() else book
                for number in piece:
                    _written(inbox, number, given_files[number])
            outcome = run(book, [files[number] for number in piece], inbox / f"t{at}.xlsx", rule)
            if outcome.result is None or outcome.blocked:
                assert rule is None or not outcome.blocked
                return  # nothing decides yet, or there is nothing to track yet
            book = inbox / f"t{at}.xlsx"
        assert found(outcome) == found(whole)
        again = run(book, files, inbox / "again.xlsx", None)
        assert found(again) == found(whole)
        assert (inbox / "again.xlsx").read_bytes() == book.read_bytes()
        assert found(run(book, (), inbox / "alone.xlsx", None)) == found(whole)
        if rule is not None:
            assert outcome.result is not None
            sales, counts = expected(given_files, rule)
            booked: defaultdict[str, int] = defaultdict(int)
            for row in outcome.result.reports:
                booked[row.person.name] += int(row.row.sales)
            assert booked == sales
            account = outcome.result.account.document()
            assert {key: count for key, count in account.items() if count and key != "read"} == counts


def _pieces(count: int) -> st.SearchStrategy[list[list[int]]]:
    """The files in any order, dealt out to runs; a later run may be given earlier files again."""
    return st.permutations(range(count)).flatmap(
        lambda order: st.tuples(st.integers(1, count), st.sets(st.sampled_from(order))).map(
            lambda drawn: [order[: drawn[0]], *([[*order[drawn[0] :], *drawn[1]]] if drawn[0] < count else [])]
        )
    )


def _written(inbox: Path, number: int, sheets: Sequence[Sequence[Typed]]) -> Path:
    tables = {f"第{at}张": [HEADER, *(row.cells() for row in rows)] for at, rows in enumerate(sheets) if rows}
    return workbook(inbox / f"r{number}.xlsx", tables or {"空": [HEADER]})
