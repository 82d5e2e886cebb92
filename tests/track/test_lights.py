"""The lines of the traffic lights as formulas: whole numbers, and the side that owns each line."""

from fractions import Fraction

from salescli.measure.achievement import Thresholds
from salescli.track.lights import status_formula
from salescli.words.language import Lang


def test_the_documents_lines_are_compared_in_whole_fen() -> None:
    formula = status_formula(Thresholds(), Lang.ZH)
    assert "ROUND({actual}*100,0)*5>=ROUND({target}*100,0)*4" in formula
    assert "ROUND({actual}*100,0)*1>ROUND({target}*100,0)*1" in formula


def test_the_lines_of_the_house_reach_the_formulas() -> None:
    formula = status_formula(Thresholds(near=Fraction(2, 3), near_owns_line=False, exceeded_owns_line=True), Lang.EN)
    assert "ROUND({actual}*100,0)*3>ROUND({target}*100,0)*2" in formula
    assert "ROUND({actual}*100,0)*1>=ROUND({target}*100,0)*1" in formula
