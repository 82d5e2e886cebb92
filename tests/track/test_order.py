"""Random report files: the order in which they are named changes nothing, and no row disappears."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.track.options import OnConflict, TrackOptions
from salescli.track.run import track
from tests.sheets import Cell, workbook

PEOPLE = (("小张", "A产品"), ("小李", "B产品"), ("小王", "A产品"), ("小王", "C产品"))
HEADER: list[Cell] = ["周开始日期", "产品线", "销售员", "销售额(元)", "提交时间"]


def _typed(dice: random.Random) -> Cell:
    return dice.choice(["10", "20", "x"])


def _report(dice: random.Random) -> list[list[Cell]]:
    rows: list[list[Cell]] = [HEADER]
    for _ in range(dice.randint(1, 8)):
        person, product = dice.choice((*PEOPLE, ("路人", "A产品")))
        monday = date(2026, 7, 27) + timedelta(weeks=dice.randint(0, 6))
        submitted = str(monday + timedelta(days=dice.randint(3, 6))) + " 16:00"
        rows.append([monday, dice.choice([product, None]), person, _typed(dice), dice.choice([submitted, None])])
    return rows


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("rule", [OnConflict.LATEST, OnConflict.FIRST, OnConflict.SUM])
def test_the_order_of_files_changes_nothing(tmp_path: Path, seed: int, rule: OnConflict) -> None:
    dice = random.Random(seed)
    plan: list[list[Cell]] = [["月份", "区域", "产品线", "销售员", "指标", "目标值"]]
    plan += [
        [f"2026-{month:02}", "华东", product, person, "销售额", 100] for month in (8, 9) for person, product in PEOPLE
    ]
    book = workbook(tmp_path / "plan.xlsx", {"月度计划": plan})
    files = [workbook(tmp_path / f"r{number}.xlsx", {"周报": _report(dice)}) for number in range(4)]
    results = []
    for _ in range(3):
        dice.shuffle(files)
        outcome = track(
            book,
            files,
            options=TrackOptions(as_of=date(2026, 9, 30), on_conflict=rule),
            run=RunOptions(skip_invalid=True),
        )
        assert outcome.result is not None
        account = outcome.result.account
        assert account.adds_up
        assert account.read == account.merged + len(outcome.result.excluded)
        results.append(outcome.result.document())
    assert results[0] == results[1] == results[2]


@pytest.mark.parametrize("seed", range(4))
def test_rows_in_one_file_or_in_many_give_the_same(tmp_path: Path, seed: int) -> None:
    """The same rows, whole or dealt out to files at random: everything but where a row stands is the same."""
    dice = random.Random(seed)
    plan: list[list[Cell]] = [["月份", "区域", "产品线", "销售员", "指标", "目标值"]]
    for month in (8, 9):
        for person, product in PEOPLE:
            plan += [[f"2026-{month:02}", "华东", product, person, metric, 100] for metric in ("销售额", "回款额")]
    book = workbook(tmp_path / "plan.xlsx", {"月度计划": plan})
    rows = [row for number in range(4) for row in _report(dice)[1:] if row[3] != "x"]
    header: list[Cell] = [*HEADER, "回款额(元)"]
    rows = [[*row[:4], f"2026-09-30 {at % 24:02}:{at // 24:02}", row[3]] for at, row in enumerate(rows)]
    dice.shuffle(rows)
    parts: list[list[list[Cell]]] = [[header], [header], [header]]
    for row in rows:
        dice.choice(parts).append(row)
    one = [workbook(tmp_path / "one.xlsx", {"周报": [header, *rows]})]
    many = [workbook(tmp_path / f"part{at}.xlsx", {"周报": part}) for at, part in enumerate(parts) if len(part) > 1]
    options = TrackOptions(as_of=date(2026, 9, 30))
    documents = []
    for files in (one, many):
        outcome = track(book, files, options=options)
        assert outcome.result is not None
        document = outcome.result.document()
        document["excluded"] = sorted((item["reason"], item["person"], item["week"]) for item in document["excluded"])
        documents.append(document)
    assert documents[0] == documents[1]
    assert documents[0]["account"]["read"] == len(rows)
