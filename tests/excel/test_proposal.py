"""What a stranger's sheet that fits no table comes near to, and the lines that make it one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salescli.check import CheckResult, check
from salescli.excel.intake import RunOptions
from salescli.excel.likeness import meaning
from salescli.excel.mapping import toml_of
from salescli.table.config import Config, load_config
from salescli.track.run import track
from salescli.words.language import Lang
from tests.sheets import workbook

STRANGER = """
| 华东大区八月业绩通报 |
| 统计月 | 战区 | 产品大类 | 人员编码 | 负责人 | 任务额(万元) | 业绩 | 到账 | 备用 |
| 2026年8月 | 华东 | 云 | 0001 | 赵一鸣 | 61 | 767,558.30 | 537290.81 | 甲 |
| 2026年8月 | 华南 | 云 | 0002 | 钱多多 | 29 | 335,535.64 | 234874.95 | 乙 |
"""


def suggested(path: Path, kind: str | None = None) -> CheckResult:
    outcome = check([path], kind=kind, suggest=True)
    assert outcome.result is not None
    return outcome.result


def test_each_header_of_a_stranger_gets_the_column_it_looks_like(tmp_path: Path) -> None:
    result = suggested(workbook(tmp_path / "a.xlsx", {"数据": STRANGER}))
    (proposal,) = result.document()["proposals"]
    assert (proposal["sheet"], proposal["header_row"]) == ("数据", 2)
    (best,) = proposal["candidates"]
    assert (best["kind"], best["missing"]) == ("monthly", [])
    assert [(item["cell"], item["header"], item["field"], item["how"]) for item in best["columns"]] == [
        ("A2", "统计月", "month", "near"),
        ("B2", "战区", "region", "near"),
        ("C2", "产品大类", "product", "near"),
        ("D2", "人员编码", "employee_id", "near"),
        ("E2", "负责人", "person", "near"),
        ("F2", "任务额(万元)", "target", "near"),
        ("G2", "业绩", "actual", "near"),
        ("H2", "到账", "collected", "near"),
        ("I2", "备用", None, "none"),
    ]


@pytest.mark.parametrize("odd", ["业绩", '业绩"额"', "*业绩\n完成额", r"业绩\额", "业绩 (实收)"])
def test_the_lines_for_the_configuration_make_every_command_read_the_sheet(odd: str, tmp_path: Path) -> None:
    rows = [[cell.strip() or None for cell in line.strip("|").split("|")] for line in STRANGER.strip().splitlines()]
    rows[1][6] = odd
    path = workbook(tmp_path / "a.xlsx", {"数据": rows})
    (proposal,) = suggested(path).proposals
    config = tmp_path / "salescli.toml"
    lines = proposal.candidates[0].document()["house_columns"]
    config.write_text(toml_of(lines), encoding="utf-8")
    run = RunOptions(config=load_config(config))
    checked = check([path], run=run, kind="monthly")
    assert not checked.blocked
    assert checked.result is not None
    assert [(item.kind, item.rows) for item in checked.result.tables] == [("monthly", 2)]
    rows = track(path, run=run).document(Lang.EN)["result"]["rows"]
    assert [row["actual"] for row in rows] == ["767558.30", "335535.64"]
    assert [row["target"] for row in rows] == ["610000.00", "290000.00"]  # the unit in the brackets still scales


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.dictionaries(_TEXTS, _TEXTS, max_size=4))
def test_whatever_stands_in_a_header_the_lines_are_toml(columns: dict[str, str]) -> None:
    assert tomllib.loads(toml_of(columns))["columns"] == columns


def test_nothing_is_taken_for_a_table_that_its_headers_do_not_speak_for(tmp_path: Path) -> None:
    """With a month and a person it happens to be a whole scorecard; what else stands there says otherwise."""
    table = (
        "| 月份 | 大区 | 业务员 | 本月目标 | 业绩完成额 | 到账金额 |\n| 2026年8月 | 华东 | 张三 | 100000 | 90000 | 5 |"
    )
    path = workbook(tmp_path / "a.xlsx", {"数据": table})
    outcome = check([path])
    assert outcome.result is not None
    assert outcome.result.tables == ()
    (found,) = outcome.problems
    assert found.code.name == "nearer-table"
    assert all(word in found.message(Lang.ZH) for word in ("scorecard", "monthly", "业绩完成额", "--as scorecard"))
    chosen = check([path], kind="scorecard").result
    assert chosen is not None
    assert [(item.kind, item.rows) for item in chosen.tables] == [("scorecard", 1)]


def test_of_what_is_still_missing_the_columns_are_named(tmp_path: Path) -> None:
    table = "| 大区 | 业务代表 | 任务额 |\n| 华东 | 张三 | 100000 |"
    (proposal,) = suggested(workbook(tmp_path / "a.xlsx", {"数据": table})).proposals
    monthly = next(item for item in proposal.candidates if item.table.name == "monthly")
    assert [item.key for item in monthly.missing] == ["actual"]


def test_two_tables_that_come_about_as_near_are_both_shown(tmp_path: Path) -> None:
    table = "| 负责人 | 片区 |\n| 张三 | 华东 |"
    (proposal,) = suggested(workbook(tmp_path / "a.xlsx", {"数据": table})).proposals
    kinds = [item.table.name for item in proposal.candidates]
    assert kinds[0] == "roster"
    assert len(kinds) > 1


def test_where_nothing_comes_near_the_headers_are_told(tmp_path: Path) -> None:
    book = {"菜单": "| 菜名 | 辣度 |\n| 鱼香肉丝 | 中 |", "空话": "| 大家好 |"}
    menu, talk = suggested(workbook(tmp_path / "a.xlsx", book)).proposals
    assert (menu.headers, menu.candidates) == (("菜名", "辣度"), ())
    assert (talk.headers, talk.candidates) == ((), ())


def test_a_column_whose_cells_are_something_else_is_not_suggested(tmp_path: Path) -> None:
    table = "| 区域 | 业务员 | 任务 | 累计实绩 |\n| 华东 | 张三 | 拜访客户 | 5 |\n| 华南 | 李四 | 打电话 | 6 |"
    (monthly,) = suggested(workbook(tmp_path / "a.xlsx", {"数据": table}), "monthly").suggested
    assert [(item.header, item.key) for item in monthly][2:] == [("任务", None), ("累计实绩", "actual")]


@pytest.mark.parametrize(
    ("header", "means"),
    [
        ("任务额", ("target",)),
        ("本月任务", ("target",)),
        ("完成率%", ("rate",)),
        ("业务员姓名", ("person",)),
        ("员工编号", ("id",)),
        ("Sales Owner", ("actual", "person")),
        ("辣度", ()),
    ],
)
def test_words_of_one_meaning(header: str, means: tuple[str, ...]) -> None:
    assert meaning(header) == means


def test_the_house_s_own_headers_still_win(tmp_path: Path) -> None:
    run = RunOptions(config=Config.model_validate({"columns": {"*任务额": "月度目标", "业绩": "累计实际"}}))
    table = "| 区域 | 销售员 | *任务额(万元) | 业绩 |\n| 华东 | 张三 | 5 | 6 |"
    outcome = check([workbook(tmp_path / "a.xlsx", {"数据": table})], run=run)
    assert outcome.problems == ()


def test_the_words_of_a_week_are_known_too(tmp_path: Path) -> None:
    table = "| 周次 | 大区 | 姓名 | 本周成交额 |\n| 第32周 | 华东 | 张三 | 100000 |"
    (weekly,) = suggested(workbook(tmp_path / "2026.xlsx", {"数据": table}), "weekly").suggested
    assert [(item.key, item.near) for item in weekly] == [
        ("week", False),
        ("region", False),
        ("person", False),
        ("sales", True),
    ]
