"""A gap as it is said: between ratios in points, without a rate where the target is zero."""

from pathlib import Path

from salescli.analyze.run import analyze
from salescli.words.language import Lang
from tests.sheets import workbook

HEAD = "| 指标 | 当前值 | 年度目标 |\n"


def test_a_gap_between_ratios_is_told_in_points(tmp_path: Path) -> None:
    source = workbook(tmp_path / "现状.xlsx", {"业绩现状分析表": f"{HEAD}| 转化率 | 8% | 12% |"})
    result = analyze(source).document(Lang.EN)["result"]
    said = [item["zh"] for item in result["conclusions"]]
    assert any("4.0个百分点" in text and "33.3%" in text for text in said), said


def test_against_a_target_of_zero_there_is_no_rate_to_tell(tmp_path: Path) -> None:
    source = workbook(tmp_path / "现状.xlsx", {"业绩现状分析表": f"{HEAD}| 退单数 | 5单 | 0单 |"})
    outcome = analyze(source)
    assert outcome.result is not None
    texts = [str(item) for row in outcome.result.whys for item in (row,)]
    assert texts
    assert all("差距率" not in text for text in texts)
