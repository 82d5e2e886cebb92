"""Targets that cannot be split: each refusal with its cell and its words, and nothing written."""

from pathlib import Path

import pytest

from salescli.split.run import parse_unit
from salescli.split.weights import parse_blend
from salescli.table.errors import CannotRun, UnusableFile
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.split.tables import COMPANY, GOALS, run


def shares(*rows: str, header: str = "维度 | 名称 | 占比") -> dict[str, str]:
    """A table of shares from its rows."""
    return {"分解维度": "\n".join(f"| {row} |" for row in (header, *rows))}


def roster(header: str, *rows: str) -> dict[str, str]:
    """A roster from its rows."""
    return {"销售员名册": "\n".join(f"| {row} |" for row in (header, *rows))}


REFUSED: dict[str, tuple[dict[str, str], str, str, str]] = {
    "shares that do not add up": (
        shares("区域 | 华东 | 40%", "区域 | 华南 | 30%", "区域 | 华北 | 20%"),
        "shares-sum",
        "C2",
        "区域的占比(C2、C3、C4)合计 90%，不是 100%，少 10%。",
    ),
    "a share left out": (
        shares("区域 | 华东 | 70%", "区域 | 华南 | 30%", "区域 | 华北 |"),
        "share-missing",
        "C4",
        "区域“华北”没有占比",
    ),
    "a region given twice": (
        shares("区域 | 华东 | 70%", "区域 | 华东 | 30%"),
        "share-twice",
        "B3",
        "区域“华东”已在 B2 出现。",
    ),
    "a region nobody is in": (
        shares("区域 | 华东 | 40%", "区域 | 华南 | 30%", "区域 | 华北 | 20%", "区域 | 西南 | 10%"),
        "nobody",
        "B5",
        "区域“西南”要承担目标，名册里却没有人。",
    ),
    "a product line nobody sells": (
        {
            "分解维度": "| 维度 | 名称 | 占比 |\n| 产品线 | A产品 | 60% |\n| 产品线 | C产品 | 40% |",
            "销售员名册": "| 销售员 | 区域 | 产品线 |\n| 甲 | 华东 | A产品 |",
        },
        "nobody",
        "B3",
        "产品线“C产品”要承担目标",
    ),
    "somebody in an unknown region": (
        shares("区域 | 华东 | 60%", "区域 | 华北 | 40%"),
        "unknown-region",
        "C4",
        "小王的区域“华南”不在分解维度里(有：华东、华北)。",
    ),
    "somebody with an unknown product line": (
        roster("销售员 | 区域 | 产品线", "甲 | 华东 | A产品、D产品"),
        "unknown-product",
        "C2",
        "甲的产品线“D产品”不在分解维度里(有：A产品、B产品)。",
    ),
    "two cuts that cannot both hold": (
        roster("销售员 | 区域 | 产品线", "甲 | 华东 | A产品", "乙 | 华南 | B产品", "丙 | 华北 | B产品"),
        "cuts-clash",
        "B3",
        "区域 华南、华北 需要 600,000,000，但那里的人只卖 B产品，合计只有 400,000,000，差 200,000,000。",
    ),
    "leaving before being hired": (
        roster("销售员 | 区域 | 入职日期 | 离职日期", "甲 | 华东 | 2025-03-31 | 2024-01-01"),
        "left-before-hired",
        "D2",
        "离职日期 2024-01-01 早于入职日期 2025-03-31",
    ),
    "two of one name without an ID": (
        roster("销售员 | 区域", "小张 | 华东", "小张 | 华东"),
        "same-name",
        "A3",
        "华东“小张”与 A2 同名，又没有工号",
    ),
    "a namesake with an ID and one without": (
        roster("工号 | 销售员 | 区域 | 产品线", "S1 | 小张 | 华东 | A产品", "| 小张 | 华东 | B产品"),
        "same-name",
        "B3",
        "华东“小张”与 B2 同名",
    ),
    "one ID for two people": (
        roster("工号 | 销售员 | 区域", "S1 | 小张 | 华东", "S1 | 小李 | 华南"),
        "id-of-two",
        "A3",
        "工号“S1”在 A2 是华东 小张，这里是华南 小李。",
    ),
    "one product line twice": (
        roster("工号 | 销售员 | 区域 | 产品线", "S1 | 小张 | 华东 | A产品", "S1 | 小张 | 华东 | A产品"),
        "line-twice",
        "D3",
        "小张的产品线“A产品”已在 D2 出现。",
    ),
    "last year below zero": (
        roster("销售员 | 区域 | 去年实际(元)", "甲 | 华东 | -5"),
        "negative-weight",
        "C2",
        "去年实际 -5 小于 0",
    ),
    "a goal below zero": (
        {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | -5元 |"},
        "goal-negative",
        "C2",
        "小于 0",
    ),
    "half a customer": (
        {"年度目标": "| 指标 | 年度 | 目标值 |\n| 新客户数 | 2026 | 20.5家 |"},
        "goal-too-fine",
        "C2",
        "目标值 20.5 比最小单位 1 更细",
    ),
    "a goal given twice": (
        {"年度目标": "| 指标 | 年度 | 目标值 |\n| 销售额 | 2026 | 5元 |\n| 销售额 | 2026 | 6元 |"},
        "goal-twice",
        "A3",
        "“销售额”2026年的目标已在 A2 给出。",
    ),
    "units that disagree": (
        {"年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 20家 | 元 |"},
        "unit-conflict",
        "C2",
        "写的是 20家，单位列却是“元”",
    ),
    "a figure that may be scaled already": (
        {"年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 销售额 | 2026 | 5万 | 万元 |"},
        "scale-unclear",
        "C2",
        "看不出是否已经换算",
    ),
    "a percentage that may be times": (
        {"年度目标": "| 指标 | 年度 | 目标值 | 单位 |\n| 回款率 | 2026 | 5 | % |"},
        "percent-unclear",
        "C2",
        "是 5% 还是 500%",
    ),
    "a ratio without its sign": (
        {"年度目标": "| 指标 | 年度 | 目标值 |\n| 回款率 | 2026 | 90 |"},
        "ambiguous-ratio",
        "C2",
        "请写成 90% 或 0.9。",
    ),
    "a metric of unknown kind": (
        {"年度目标": "| 指标 | 年度 | 目标值 |\n| 神秘指标 | 2026 | 90 |"},
        "unit-unknown",
        "C2",
        "看不出“神秘指标”是可以分给各人的总量",
    ),
    "a rounding unit finer than a fen": (
        {"年度目标": "| 指标 | 年度 | 目标值 | 取整单位 |\n| 销售额 | 2026 | 90元 | 0.005 |"},
        "rounding-too-fine",
        "D2",
        "取整单位 0.005 不是最小单位 0.01 的整数倍",
    ),
    "a month given twice": (
        {"月度权重": "| 月份 | 权重 |\n| 2026年1月 | 1 |\n| 2026年1月 | 2 |"},
        "month-twice",
        "A3",
        "2026年1月的权重已在 A2 给出。",
    ),
    "two seasons for another year": (
        {"月度权重": "| 月份 | 权重 |\n| 2024年1月 | 1 |\n| 2025年1月 | 2 |"},
        "season-unclear",
        "A2",
        "没有 2026 的月度权重，2024、2025 又各有一套",
    ),
    "nobody left": (
        {
            "销售员名册": "| 销售员 | 区域 | 离职日期 |\n| 甲 | 华东 | 2020-03-31 |",
            "分解维度": "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | 100% |",
        },
        "no-team",
        "",
        "2026 没有可以承担目标的人。",
    ),
    "an action without an owner": (
        {"目标拆解表": "| 核心目标 | 拆解维度 | 目标值 | 负责人 | 完成时间 |\n| 增长 | 新客 | 150个 | | 2026-09-30 |"},
        "missing-cell",
        "D2",
        "必填的负责人是空的",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_with_its_cell_and_reason(case: str, tmp_path: Path) -> None:
    sheets, code, cell, words = REFUSED[case]
    output = tmp_path / "plan.xlsx"
    outcome = run(tmp_path, {**COMPANY, **sheets}, output=output)
    errors = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert (errors[0].code.name, errors[0].place.cell or "") == (code, cell)
    assert words in errors[0].message(Lang.ZH)
    assert "{" not in errors[0].message(Lang.EN)
    assert outcome.blocked
    assert not outcome.outputs
    assert not output.exists()


def test_without_goals_or_roster_the_sheet_is_asked_for(tmp_path: Path) -> None:
    outcome = run(tmp_path, {"年度目标": GOALS})
    assert [item.code.name for item in outcome.problems if item.severity is Severity.ERROR] == ["no-table"]


def test_a_roster_on_a_sheet_of_another_name_has_its_misspelt_header_named(tmp_path: Path) -> None:
    roster = "| 销售人员名 | 区域 | 入职日期 |\n| 小张 | 华东 | 2020-01-01 |"
    outcome = run(tmp_path, {"年度目标": GOALS, "名单": roster})
    (found,) = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert found.code.name == "no-table"
    assert "工作表“名单”里相近的表头：“销售人员名”（“销售员”？）。" in found.message(Lang.ZH)
    assert "come near: “销售人员名” (“Salesperson”?). It needs" in found.message(Lang.EN)


SHARES = "| 维度 | 名称 | 占比 |\n| 区域 | 华东 | {east} |\n| 区域 | 华南 | {south} |"
ROSTER = "| 销售员 | 区域 | 入职日期 |\n| 小张 | 华东 | {joined} |\n| 小李 | 华南 | 2020-01-01 |"
SEASON = "| 月份 | 权重 |\n" + "\n".join(f"| {month}月 | 1 |" for month in range(1, 13))


@pytest.mark.parametrize(
    ("cell", "given"),
    [
        ("[拆解占比] C2", {"east": "六成多", "south": "40%", "joined": "2020-01-01"}),
        ("[销售员名册] C2", {"east": "60%", "south": "40%", "joined": "很早"}),
        ("[年度目标] C2", {"east": "60%", "south": "40%", "joined": "2020-01-01", "goal": "很多"}),
    ],
)
def test_a_cell_that_cannot_be_read_is_told_and_nothing_that_follows_from_it(
    cell: str, given: dict[str, str], tmp_path: Path
) -> None:
    """Shares that lack one add up to less, its region is unknown, a lost person leaves a region to nobody, a lost
    goal leaves months without a year: none of it is wrong of its own."""
    sheets = {
        "年度目标": f"| 年份 | 指标 | 目标值 |\n| 2026 | 销售额 | {given.get('goal', '100万')} |",
        "拆解占比": SHARES.format(**given),
        "销售员名册": ROSTER.format(**given),
        "月度权重": SEASON,
    }
    outcome = run(tmp_path, sheets)
    errors = [item for item in outcome.problems if item.severity is Severity.ERROR]
    assert [f"[{item.place.sheet}] {item.place.cell}" for item in errors] == [cell]
    assert outcome.blocked


def test_shares_without_a_row_left_out_on_purpose_are_judged(tmp_path: Path) -> None:
    given = {"east": "六成多", "south": "40%", "joined": "2020-01-01"}
    sheets = {
        "年度目标": "| 年份 | 指标 | 目标值 |\n| 2026 | 销售额 | 100万 |",
        "拆解占比": SHARES.format(**given),
        "销售员名册": ROSTER.format(**given),
    }
    outcome = run(tmp_path, sheets, skip_invalid=True)
    assert outcome.blocked
    assert "shares-sum" in {item.code.name for item in outcome.problems}


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="no sheet"):
        run(tmp_path, COMPANY, sheet="没有")


@pytest.mark.parametrize("text", ["", "history=", "history=0", "history=-1", "luck=1", "history,history", "history=x"])
def test_weights_that_make_no_sense(text: str) -> None:
    with pytest.raises(CannotRun, match="history=2,ability=1"):
        parse_blend(text)


@pytest.mark.parametrize("text", ["0", "-1", "0.001", "5%", "x", ""])
def test_units_that_make_no_sense(text: str) -> None:
    with pytest.raises(CannotRun, match="--unit"):
        parse_unit(text)


def test_a_row_that_cannot_be_read_may_be_left_out(tmp_path: Path) -> None:
    roster = "| 销售员 | 区域 | 能力系数 |\n| 甲 | 华东 | 高 |\n| 乙 | 华东 | 1 |"
    sheets = {"年度目标": GOALS, "销售员名册": roster}
    assert run(tmp_path, sheets).blocked
    outcome = run(tmp_path, sheets, skip_invalid=True)
    assert not outcome.blocked
    assert outcome.result is not None
    assert [person.name for person in outcome.result.people] == ["乙"]
