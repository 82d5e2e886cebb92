"""Two workbooks that hold one month: the named one wins on every sheet, and files that lack their month are named."""

from pathlib import Path

from salescli.analyze.run import AnalyzeOptions, analyze
from salescli.table.problem import Severity
from salescli.words.language import Lang
from tests.analyze.documents import run, said
from tests.sheets import workbook

SHEET = "月度目标分解与跟踪表"
HEAD = "| 月份 | 区域 | 销售员 | 月度目标(元) | 累计实际(元) |\n"
NOW = {
    SHEET: HEAD
    + """| 2026-05 | 北区 | 张三 | 100,000 | 40,000 |
| 2026-06 | 北区 | 张三 | 100,000 | 60,000 |
| 2026-06 | 南区 | 李四 | 100,000 | 100,000 |
| 2026-07 | 北区 | 张三 | 100,000 | 80,000 |
| 2026-07 | 南区 | 李四 | 100,000 | 20,000 |"""
}
"""June 160,000, July 100,000."""
JUNE = {SHEET: HEAD + "| 2026-06 | 北区 | 张三 | 100,000 | 50,000 |\n| 2026-06 | 西区 | 孙八 | 60,000 | 30,000 |"}
"""Another June: 80,000, so that July is +25 %."""


def test_the_named_workbook_is_taken_on_every_sheet(tmp_path: Path) -> None:
    outcome = run(tmp_path, NOW, previous=JUNE)
    found = outcome.document(Lang.ZH)["result"]
    team = next(item for item in found["metrics"] if item["scope"] == "team")
    assert (team["previous"], team["mom"]) == ("80000.00", "0.250000")
    months = {item["month"]: item for item in found["months"]}
    assert (months["2026-06"]["actual"], months["2026-06"]["target"]) == ("80000.00", "160000.00")
    assert (months["2026-07"]["mom"], months["2026-06"]["mom"]) == ("0.250000", "1.000000")
    assert months["2026-07"]["year_actual"] == "220000.00"  # 40,000 + 80,000 + 100,000
    june = {item["region"]: item["actual"] for item in found["heat"] if item["month"] == "2026-06"}
    assert june == {"北区": "50000.00", "西区": "30000.00"}


def test_both_figures_are_named_with_their_cells(tmp_path: Path) -> None:
    outcome = run(tmp_path, NOW, previous=JUNE)
    assert said(outcome, Severity.WARNING) == [("months-differ", "E2")]
    told = next(item for item in outcome.problems if item.code.name == "months-differ")
    assert str(told.place.file).endswith("上期.xlsx")
    for words in ("2026-06", "--previous", "80,000", "160,000", "本期.xlsx", "E3"):
        assert words in told.message(Lang.ZH)


def test_the_same_figures_twice_are_nothing_to_say(tmp_path: Path) -> None:
    head, _, *june = NOW[SHEET].splitlines()
    assert said(run(tmp_path, NOW, previous={SHEET: "\n".join([head, *june[:2]])}), Severity.WARNING) == []


def test_equal_sums_of_other_people_are_told_by_the_first(tmp_path: Path) -> None:
    swapped = {
        SHEET: HEAD + "| 2026-06 | 北区 | 张三 | 100,000 | 90,000 |\n| 2026-06 | 南区 | 李四 | 100,000 | 70,000 |"
    }
    told = next(item for item in run(tmp_path, NOW, previous=swapped).problems if item.code.name == "months-differ")
    assert "张三的累计实际" in told.message(Lang.ZH)
    assert "90,000" in told.message(Lang.ZH) and "60,000" in told.message(Lang.ZH)


def test_a_month_that_nobody_named_is_that_of_the_main_workbook(tmp_path: Path) -> None:
    more = {SHEET: JUNE[SHEET] + "\n| 2026-05 | 北区 | 张三 | 100,000 | 1 |"}
    months = run(tmp_path, NOW, previous=more).document(Lang.ZH)["result"]["months"]
    assert months[0]["actual"] == "40000.00"


def test_weekly_rows_of_the_named_workbook_count_too(tmp_path: Path) -> None:
    head = "| 周开始日期 | 区域 | 销售员 | 成单数 | 销售额(元) |\n"
    now = NOW | {"明细": head + "| 2026-06-01 | 北区 | 张三 | 4 | 60,000 |\n| 2026-07-06 | 北区 | 张三 | 5 | 80,000 |"}
    june = JUNE | {"明细": head + "| 2026-06-01 | 北区 | 张三 | 2 | 50,000 |"}
    outcome = run(tmp_path, now, previous=june)
    rows = outcome.document(Lang.ZH)["result"]["tracked"]
    deals = next(item for item in rows if (item["metric"], item["scope"]) == ("成单数", "team"))
    assert (deals["previous"], deals["actual"]) == ("2", "5")
    assert [name for name, _ in said(outcome, Severity.WARNING)] == ["months-differ", "months-differ"]


def test_a_workbook_without_the_month_it_is_named_for(tmp_path: Path) -> None:
    source = workbook(tmp_path / "七月.xlsx", {SHEET: "\n".join([HEAD.strip(), *NOW[SHEET].splitlines()[4:]])})
    june = workbook(tmp_path / "六月.xlsx", JUNE)
    last = workbook(tmp_path / "去年.xlsx", {SHEET: HEAD + "| 2025-07 | 北区 | 张三 | 1 | 50,000 |"})
    swapped = analyze(source, options=AnalyzeOptions(previous=last, last_year=june))
    told = {
        Path(item.place.file or "").name: item.message(Lang.ZH)
        for item in swapped.problems
        if item.code.name == "period-not-held"
    }
    assert told["去年.xlsx"].startswith("--previous 的工作簿里没有要对比的 2026-06，只有 2025-07")
    assert told["六月.xlsx"].startswith("--last-year 的工作簿里没有要对比的 2025-07，只有 2026-06")
    right = analyze(source, options=AnalyzeOptions(previous=june, last_year=last))
    assert "period-not-held" not in [item.code.name for item in right.problems]
