"""The lines of the traffic lights as formulas: whole numbers, and the side that owns each line."""

from fractions import Fraction

from salescli.excel.lights import status_formula
from salescli.measure.achievement import Thresholds
from salescli.words.language import Lang


def test_the_documents_lines_are_compared_in_whole_fen() -> None:
    formula = status_formula(Thresholds(), Lang.ZH)
    assert "ROUND(N({actual})*1E2,0)*5>=ROUND(N({target})*1E2,0)*4" in formula
    assert "ROUND(N({actual})*1E2,0)*1>ROUND(N({target})*1E2,0)*1" in formula


def test_the_lines_of_the_house_reach_the_formulas() -> None:
    formula = status_formula(Thresholds(near=Fraction(2, 3), near_owns_line=False, exceeded_owns_line=True), Lang.EN)
    assert "ROUND(N({actual})*1E2,0)*3>ROUND(N({target})*1E2,0)*2" in formula
    assert "ROUND(N({actual})*1E2,0)*1>=ROUND(N({target})*1E2,0)*1" in formula
