"""Statements: what one person gets, that nobody else is in it, and what comes back."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from salescli.excel.intake import RunOptions
from salescli.excel.protect import checked_password, protected, unprotected
from salescli.measure.period import Month
from salescli.payout.answers import Answer, ObjectionLog, read_answer
from salescli.payout.objections import objections
from salescli.payout.result import PayoutResult
from salescli.payout.run import PayoutOptions, payout
from salescli.payout.statement_tables import OBJECTIONS
from salescli.table.errors import CannotRun
from salescli.table.outcome import Outcome
from tests.parity import assert_parity, opened, recalculated
from tests.payout.sheets import MONTHLY, PLAN, codes, run
from tests.payout.test_payout import QUARTER, RANKED
from tests.sheets import workbook, written

AUGUST = Month(2026, 8)
TEAM = """
| 区域 | 产品线 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) |
| 华东 | A产品 | 1001 | 欧阳修远 | 800,000 | 841,237 |
| 华东 | A产品 | 1002 | 诸葛小明 | 613,571 | 777,419 |
| 华东 | A产品 | 1003 | 司马相如 | 456,789 | 463,917 |
| 华南 | B产品 | 2001 | 赵一 | 500,000 | 533,331 |
| 华南 | B产品 | 2002 | 钱二 | 400,100 | 517,773 |
"""


def issued(folder: Path, monthly: str = TEAM, plan: str = PLAN, **options: object) -> Outcome[PayoutResult]:
    """A payout whose statements lie in ``单`` beside it."""
    chosen = replace(PayoutOptions(AUGUST, statements=folder / "单"), **options)  # type: ignore[arg-type]  # by name
    return run(folder, monthly, plan, output=folder / "提成.xlsx", options=chosen)


def statement(folder: Path, name: str) -> Path:
    """The statement of one person."""
    (found,) = (path for path in (folder / "单").iterdir() if name in path.name)
    return found


def answered(path: Path, *said: str | None) -> None:
    """Fill in answer, day and text as a person would."""
    book = opened(path)
    sheet = book["提成确认单"]
    head = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "确认/异议")
    for at, value in enumerate(said):
        sheet.cell(head.row + 1, head.column + at, value)
    book.save(path)


def merged(folder: Path) -> ObjectionLog:
    """The log of the statements in ``单``."""
    log = objections(folder / "单", folder / "登记.xlsx", run=RunOptions(force=True)).result
    assert log is not None
    return log


def test_a_statement_a_person_in_one_group_with_the_payout(tmp_path: Path) -> None:
    outcome = issued(tmp_path)
    assert len(outcome.outputs) == 6
    assert outcome.outputs[0] == tmp_path / "提成.xlsx"
    assert outcome.outputs[1].name == "提成确认单 2026-08 华东 欧阳修远 1001.xlsx"
    assert outcome.result is not None
    told = outcome.result.document()["statements"]
    assert told[0] == {"employee_id": "1001", "person": "欧阳修远", "file": str(outcome.outputs[1])}


def test_nothing_is_written_when_one_of_the_group_is_there_already(tmp_path: Path) -> None:
    tracking = workbook(tmp_path / "t.xlsx", {"月度跟踪": TEAM})
    plan = workbook(tmp_path / "p.xlsx", {"方案": PLAN})
    options = PayoutOptions(AUGUST, statements=tmp_path / "单")
    (tmp_path / "单").mkdir()
    taken = tmp_path / "单" / "提成确认单 2026-08 华南 钱二 2002.xlsx"
    taken.write_bytes(b"mine")
    with pytest.raises(CannotRun):
        payout(tracking, plan, tmp_path / "o.xlsx", options=options)
    assert not (tmp_path / "o.xlsx").exists()
    assert [path.read_bytes() for path in (tmp_path / "单").iterdir()] == [b"mine"]


def test_file_names_are_safe_and_unlike(tmp_path: Path) -> None:
    rows = "| 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n| 华/东 | 张:三 | 10 | 10 |\n| 华:东 | 张/三 | 10 | 10 |"
    names = [path.name for path in issued(tmp_path, rows).outputs[1:]]
    assert len(set(names)) == 2
    assert not any(char in name for name in names for char in '/:\\*?"<>|')


@pytest.mark.parametrize(
    ("whose", "others"),
    [
        ("欧阳修远", ("诸葛", "小明", "司马", "相如", "1002", "1003", "777419", "613571", "463917", "456789", "赵一")),
        ("赵一", ("钱二", "2002", "517773", "400100", "欧阳", "841237", "1051104", "900100")),
    ],
)
def test_a_statement_holds_nobody_else(tmp_path: Path, whose: str, others: tuple[str, ...]) -> None:
    """Searched in every part of the raw file: sheets, shared strings, properties, names."""
    issued(tmp_path)
    with zipfile.ZipFile(statement(tmp_path, whose)) as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    assert any(whose in text for text in parts.values())
    found = [(name, other) for name, text in parts.items() for other in others if other in text or other in name]
    assert found == []
    assert not any("跟踪" in text or str(tmp_path) in text for text in parts.values())


def test_a_region_of_three_shows_its_sums_and_one_of_two_does_not(tmp_path: Path) -> None:
    """华东: 841,237 + 777,419 + 463,917 = 2,082,573 of 1,870,360. In 华南 the sum less one's own is the colleague's."""
    issued(tmp_path)
    figures = written(statement(tmp_path, "欧阳"), "方案数值")
    assert any(row[:4] == ["华东", "2026-08", 1870360, 2082573] for row in figures)
    page = written(statement(tmp_path, "赵一"), "提成确认单")
    assert any("华南除本人外只有一位同事" in str(row[0]) for row in page)
    assert not any("116.8%" in str(cell) for row in page for cell in row)  # 1,051,104 of 900,100
    assert all("区域合计" not in str(cell) for row in written(statement(tmp_path, "赵一"), "方案数值") for cell in row)


def test_a_region_of_three_in_which_one_has_no_figures_is_as_one_of_two(tmp_path: Path) -> None:
    """The sum less one's own would be the only other figure; the newcomer's own statement may show it, of two."""
    issued(tmp_path, TEAM + "| 华南 | B产品 | 2003 | 孙三 | 0 | 0 |\n")
    for whose, shown in (("赵一", False), ("钱二", False), ("孙三", True)):
        cells = [str(cell) for row in written(statement(tmp_path, whose), "方案数值") for cell in row]
        assert ("1051104" in cells) is shown


def test_the_page_says_all_a_person_has_to_check(tmp_path: Path) -> None:
    """841,237 of 800,000 is 105.2 %: 2 % and 1,000; 华东 at 111.3 % gives 500; 120 % is 960,000, 118,763 away."""
    issued(tmp_path)
    page = {row[0]: row[1] for row in written(statement(tmp_path, "欧阳"), "提成确认单") if row[0]}
    assert (page["提成（元）"], page["奖金（元）"], page["团队奖（元）"]) == (16824.74, 1000, 500)
    assert (page["应发合计（元）"], page["距下一档（元）"], page["档位"]) == (18324.74, 118763, "进阶激励奖")
    texts = [str(row[2]) for row in written(statement(tmp_path, "欧阳"), "提成确认单")]
    assert "≥120% → 提成比例3%+额外奖金3000元" in texts


@pytest.mark.parity
def test_every_formula_of_a_statement_gives_the_engines_figure(tmp_path: Path) -> None:
    (tmp_path / "q").mkdir()
    outcomes = [
        issued(tmp_path),
        issued(tmp_path / "m", mode="marginal"),
        run(
            tmp_path / "q",
            QUARTER,
            RANKED,
            options=PayoutOptions(None, statements=tmp_path / "q" / "单"),
            output=tmp_path / "q" / "o.xlsx",
        ),
    ]
    files = [path for outcome in outcomes for path in outcome.outputs[1:]]
    assert len(files) >= 12
    assert_parity(*files)


@pytest.mark.parity
def test_a_statement_is_alive(tmp_path: Path) -> None:
    """欧阳修远 at 960,000 is at 120 %: 28,800 + 3,000, and 500 for the team as before."""
    issued(tmp_path)
    path = statement(tmp_path, "欧阳")
    book = opened(path)
    row = next(row for row in book["提成确认单"].iter_rows() if row[0].value == "实际（元）")
    row[1].value = 960000
    book.save(tmp_path / "changed.xlsx")
    fresh = recalculated(tmp_path / "changed.xlsx")["提成确认单"]
    total = next(row for row in book["提成确认单"].iter_rows() if row[0].value == "应发合计（元）")
    assert fresh[total[1].coordinate] == 32300


def test_answers_merge_into_a_log(tmp_path: Path) -> None:
    issued(tmp_path)
    answered(statement(tmp_path, "欧阳"), "确认", "2026-09-03", None)
    answered(statement(tmp_path, "赵一"), "异议", "昨天", "=少算了一单")
    answered(statement(tmp_path, "钱二"), "再看看")
    log = merged(tmp_path)
    state = {one.receipt.person: one.answer for one in log.returned}
    assert state == {
        "赵一": Answer.OBJECTED,
        "钱二": Answer.UNCLEAR,
        "诸葛小明": Answer.NONE,
        "司马相如": Answer.NONE,
        "欧阳修远": Answer.CONFIRMED,
    }
    assert [str(one.day) for one in log.returned if one.answer is Answer.CONFIRMED] == ["2026-09-03"]
    assert {one.altered for one in log.returned} == {None, False}  # this test's editor saves no results of formulas
    assert log.document()["counts"] == {"confirmed": 1, "objected": 1, "unclear": 1, "unanswered": 2, "not_returned": 0}
    rows = written(tmp_path / "登记.xlsx", OBJECTIONS.sheets[0])
    assert any(row[2] == "赵一" and row[5] == "异议" for row in rows)


@pytest.mark.parametrize(
    ("said", "text", "answer"),
    [
        ("确认。", "", Answer.CONFIRMED),
        ("无异议", "", Answer.CONFIRMED),
        ("有异议", "", Answer.OBJECTED),
        ("", "少了一单", Answer.OBJECTED),
        ("确认", "谢谢", Answer.CONFIRMED),
        ("", "", Answer.NONE),
        ("不清楚", "", Answer.UNCLEAR),
    ],
)
def test_what_people_write(said: str, text: str, answer: Answer) -> None:
    assert read_answer(said, text) is answer


def test_a_figure_changed_by_hand_is_noticed(tmp_path: Path) -> None:
    issued(tmp_path)
    path = statement(tmp_path, "欧阳")
    raw = zipfile.ZipFile(path)
    parts = {name: raw.read(name) for name in raw.namelist()}
    raw.close()
    page = parts["xl/worksheets/sheet1.xml"]
    assert page.count(b"<v>841237</v>") >= 1
    parts["xl/worksheets/sheet1.xml"] = page.replace(b"<v>841237</v>", b"<v>941237</v>", 1)
    with zipfile.ZipFile(path, "w") as changed:
        for name, data in parts.items():
            changed.writestr(name, data)
    log = merged(tmp_path)
    assert [one.receipt.person for one in log.returned if one.altered] == ["欧阳修远"]


def test_a_number_in_the_objection_is_no_change(tmp_path: Path) -> None:
    issued(tmp_path)
    path = statement(tmp_path, "赵一")
    raw = zipfile.ZipFile(path)
    parts = {name: raw.read(name) for name in raw.namelist()}
    raw.close()
    page = parts["xl/worksheets/sheet1.xml"].decode()
    head = next(row[0] for row in enumerate(written(path, "提成确认单"), 1) if row[1][0] == "确认/异议")
    blank = page[page.index(f'<c r="C{head + 1}"') :].split("/>")[0]
    assert blank in page
    parts["xl/worksheets/sheet1.xml"] = page.replace(f"{blank}/>", f"{blank}><v>12345</v></c>", 1).encode()
    with zipfile.ZipFile(path, "w") as changed:
        for name, data in parts.items():
            changed.writestr(name, data)
    (one,) = (one for one in merged(tmp_path).returned if one.receipt.person == "赵一")
    assert (one.altered, one.answer) == (False, Answer.OBJECTED)
    assert one.text.startswith("12345")


def test_strangers_and_second_copies_are_said(tmp_path: Path) -> None:
    issued(tmp_path)
    own = statement(tmp_path, "赵一")
    own.with_name("赵一 副本.xlsx").write_bytes(own.read_bytes())
    workbook(tmp_path / "单" / "别的.xlsx", {"x": "| a | b |"})
    (tmp_path / "单" / "坏的.xlsx").write_bytes(b"PK\x03\x04")
    outcome = objections(tmp_path / "单")
    assert codes_of(outcome) >= {"objections-stranger", "objections-twice"}
    assert outcome.result is not None
    assert not outcome.blocked
    assert len(outcome.result.returned) == 6


def codes_of(outcome: Outcome[ObjectionLog]) -> set[str]:
    """The codes of all that was said."""
    return {item.code.name for item in outcome.problems}


def test_an_empty_folder_or_none(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    for folder in (tmp_path / "空", tmp_path / "没有"):
        with pytest.raises(CannotRun):
            objections(folder)


def test_a_password_protects_and_comes_off(tmp_path: Path) -> None:
    pytest.importorskip("msoffcrypto")
    outcome = issued(tmp_path, TEAM.strip().rsplit("\n", 4)[0], password="开门-1")
    (path,) = outcome.outputs[1:]
    assert path.read_bytes().startswith(b"\xd0\xcf\x11\xe0")
    assert "欧阳修远".encode() not in path.read_bytes()
    assert codes(outcome) == ["payout-period-taken"]
    log = objections(tmp_path / "单", password="开门-1").result
    assert log is not None
    assert [(one.receipt.person, one.altered) for one in log.returned] == [("欧阳修远", False)]
    with pytest.raises(CannotRun):
        objections(tmp_path / "单", password="错")


def test_passwords(tmp_path: Path) -> None:
    pytest.importorskip("msoffcrypto")
    plain = workbook(tmp_path / "x.xlsx", {"x": "| a |"}).read_bytes()
    book = protected(plain, "a")
    assert unprotected(book, "b") is None
    assert unprotected(book, "a") == plain
    assert unprotected(b"not a workbook", "a") == b"not a workbook"
    for bad in ("", "  ", "x" * 256):
        with pytest.raises(CannotRun):
            checked_password(bad)


def test_with_everything_on_a_statement_still_holds_nobody_else(tmp_path: Path) -> None:
    """Shared deals, scores, rankings, team awards and release: each file is searched for what is anybody else's."""
    people = {
        "欧阳修远": ("N1001", "华东", "800,000", "841,237.11", "613,377.71", "91.7"),
        "诸葛小明": ("N1002", "华东", "613,571", "777,419.23", "599,119.93", "83.3"),
        "司马相如": ("N1003", "华东", "456,789", "463,917.31", "401,777.17", "77.9"),
        "赵一": ("N2001", "华南", "500,100", "533,331.37", "499,333.19", "66.1"),
        "钱二": ("N2002", "华南", "400,300", "517,773.41", "388,811.39", "58.9"),
    }
    rows = "| 区域 | 工号 | 销售员 | 月度目标(元) | 累计实际(元) | 回款额(元) |\n"
    scores = "| 工号 | 销售员 | 业绩指标(60%) | 过程指标(20%) | 能力指标(10%) | 团队协作(10%) |\n"
    for name, (number, region, target, actual, collected, score) in people.items():
        rows += f"| {region} | {number} | {name} | {target} | {actual} | {collected} |\n"
        scores += f"| {number} | {name} | {score} | 80 | 80 | 80 |\n"
    shared = (
        "| 分成事项 | 原业绩人 | 分成金额(元) | 分成回款额(元) | 销售员 | 分成权重 |\n"
        "| 大单 | 欧阳修远 | 12,347.77 | 3,331.13 | 欧阳修远 | 0.61 |\n| | | | | 赵一 | 0.39 |\n"
    )
    sheets = {"月度跟踪": rows, "绩效评定表": scores, "业绩分成表": shared}
    tracking = workbook(tmp_path / "t.xlsx", sheets)
    prizes = "| 月度之星 | 月度排名 | 月度TOP3分别奖励500元、300元、100元 | 全体销售员 |\n"
    plan = workbook(tmp_path / "p.xlsx", {"方案": PLAN + prizes})
    options = PayoutOptions(AUGUST, release="collected", statements=tmp_path / "单", scorecard="multiplier")
    outcome = payout(tracking, plan, options=options)
    assert outcome.result is not None, outcome.problems
    own: dict[str, set[str]] = {}
    for one in outcome.result.people:
        number, _, target, actual, collected, score = people[one.person.name]
        figures = [one.standing.target, one.standing.actual, one.total, one.components["commission"]]
        stated = [text.replace(",", "") for text in (target, actual, collected)]
        own[one.person.name] = {one.person.name, number, score, *stated, *(f"{figure:f}" for figure in figures)}
    own["欧阳修远"] |= {"12347.77", "3331.13", "0.61"}
    for file in outcome.outputs:
        with zipfile.ZipFile(file) as package:
            text = "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
        text = text.replace(",", "")
        (whose,) = (name for name in own if name in file.name)
        others = set().union(*(own[name] for name in own if name != whose)) - own[whose]
        assert whose in text
        assert sorted(found for found in others if _stands_in(found, text)) == []


def _stands_in(found: str, text: str) -> bool:
    """Whether a figure stands in a text by itself: ``500.00`` is not told by ``1500.00``."""
    return re.search(rf"(?<![\d.]){re.escape(found.removesuffix('.00'))}(?![\d])", text) is not None


LIMITED = (
    PLAN + "| 封顶 | 不限 | 每月封顶20000元 | 华东销售员 |\n| 保底 | 不限 | 每月保底3000元 | 全体销售员 |\n"
    "| 冲量 | A产品销售额 | 每满10万奖1000元 | 全体销售员 |\n| 周冠军 | 不限 | 单周最高成交奖500元 | 全体销售员 |\n"
)

WEEKS = """
| 周开始日期 | 区域 | 销售员 | 销售额(元) |
| 2026-08-03 | 华东 | 小张 | 500,000 |
| 2026-08-03 | 华南 | 小李 | 100,000 |
"""


@pytest.mark.parity
def test_cap_floor_and_full_steps_of_a_statement_are_alive(tmp_path: Path) -> None:
    """小张 sold 840,000 of A产品: 16,800 + 1,000 + 8 × 1,000 = 25,800, cut to 20,000. With 790,000 at 98.8 % he
    earns 11,850 + 7,000 = 18,850, and the cap takes nothing; with 100,000 he earns 1,000, raised to 3,000."""
    rows = {"月度目标分解与跟踪表": MONTHLY}
    tracking, plan = workbook(tmp_path / "t.xlsx", rows), workbook(tmp_path / "p.xlsx", {"方案": LIMITED})
    options = PayoutOptions(AUGUST, statements=tmp_path / "单")
    outcome = payout(tracking, plan, tmp_path / "提成.xlsx", options=options)
    assert_parity(*outcome.outputs)
    path = next(path for path in outcome.outputs if "小张" in path.name)
    page = {row[0]: row for row in written(path, "提成确认单")}
    assert (page["产品奖（元）"][1], page["封顶扣减（元）"][1], page["应发合计（元）"][1]) == (8000, -5800, 20000)
    for sold, product, cap, floor, total in ((790_000, 7000, 0, 0, 18_850), (100_000, 1000, 0, 2000, 3000)):
        book = opened(path)
        at = {str(row[0].value): row[1] for row in book["提成确认单"].iter_rows()}
        at["实际（元）"].value = sold
        book.save(tmp_path / "changed.xlsx")
        fresh = recalculated(tmp_path / "changed.xlsx")["提成确认单"]
        names = ("产品奖（元）", "封顶扣减（元）", "保底补足（元）", "应发合计（元）")
        assert [fresh[at[name].coordinate] for name in names] == [product, cap, floor, total]


def test_it_says_what_the_cap_bounds_and_what_stands_outside(tmp_path: Path) -> None:
    tracking, plan = (
        workbook(tmp_path / "t.xlsx", {"月度目标分解与跟踪表": MONTHLY, "销售周报": WEEKS}),
        workbook(tmp_path / "p.xlsx", {"方案": LIMITED}),
    )
    outcome = payout(tracking, plan, tmp_path / "o.xlsx", options=PayoutOptions(AUGUST, statements=tmp_path / "单"))
    path = next(path for path in outcome.outputs if "小张" in path.name)
    note = "封顶、保底管每月的提成、奖金、团队奖、产品奖；单周最高成交奖不计入，另外照发。"
    for file, sheet in ((path, "提成确认单"), (tmp_path / "o.xlsx", "提成表"), (tmp_path / "o.xlsx", "方案")):
        assert any(note in str(cell) for row in written(file, sheet) for cell in row), sheet
    page = {row[0]: row for row in written(path, "提成确认单")}
    assert page["应发合计（元）"][1] == 20_500


def test_people_who_returned_nothing_are_listed(tmp_path: Path) -> None:
    """Two of five came back; one of them twice, an objection and a yes, which is one person who objects."""
    issued(tmp_path)
    for name in ("诸葛", "司马", "钱二"):
        statement(tmp_path, name).unlink()
    answered(statement(tmp_path, "欧阳"), "确认")
    first = statement(tmp_path, "赵一")
    (first.parent / "再交.xlsx").write_bytes(first.read_bytes())
    answered(first, "异议", None, "少算")
    answered(first.parent / "再交.xlsx", "确认")
    log = objections(tmp_path / "单", tmp_path / "登记.xlsx", issued=(tmp_path / "提成.xlsx",)).result
    assert log is not None
    assert log.document()["counts"] == {
        "confirmed": 1,
        "objected": 1,
        "unclear": 0,
        "unanswered": 0,
        "not_returned": 3,
    }
    missing = [one.receipt.person for one in log.returned if one.answer is Answer.MISSING]
    assert missing == ["诸葛小明", "司马相如", "钱二"]
    rows = written(tmp_path / "登记.xlsx", OBJECTIONS.sheets[0])
    assert [row[:2] for row in rows if row[0] in ("未交回", "异议", "合计")] == [
        ["异议", 1],
        ["未交回", 3],
        ["合计", 5],
    ]


@pytest.mark.parity
def test_the_logs_counts_are_live(tmp_path: Path) -> None:
    issued(tmp_path)
    statement(tmp_path, "钱二").unlink()
    objections(tmp_path / "单", tmp_path / "登记.xlsx", issued=(tmp_path / "提成.xlsx",))
    assert_parity(tmp_path / "登记.xlsx")


def test_a_locked_statement_names_the_way_to_open_it(tmp_path: Path) -> None:
    issued(tmp_path)
    for path in list((tmp_path / "单").iterdir()):
        path.write_bytes(protected(path.read_bytes(), "开门-1"))
    with pytest.raises(CannotRun) as refusal:
        objections(tmp_path / "单")
    assert refusal.value.problems[0].code.name == "objections-all-locked"
    one = statement(tmp_path, "欧阳")
    one.write_bytes(unprotected(one.read_bytes(), "开门-1") or b"")
    locked = [item for item in objections(tmp_path / "单").problems if item.code.name == "objections-locked"]
    assert len(locked) == 4
    assert "--password-file" in locked[0].code.remedy.zh


def test_statements_of_another_period_are_said(tmp_path: Path) -> None:
    issued(tmp_path)
    run(tmp_path, TEAM, PLAN, options=PayoutOptions(Month(2026, 7), statements=tmp_path / "七"))
    other = next((tmp_path / "七").iterdir())
    (tmp_path / "单" / other.name).write_bytes(other.read_bytes())
    (said,) = [item for item in objections(tmp_path / "单").problems if item.code.name == "objections-several-periods"]
    assert said.details["periods"] == ("2026-07 × 1", "2026-08 × 5")
