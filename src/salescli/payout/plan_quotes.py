"""The plan's own words beside what was understood of them."""

from salescli.excel.book import CellValue, Field, Format
from salescli.payout.plan import Wording
from salescli.words import payout as words
from salescli.words.language import Lang


def quotes(lang: Lang) -> tuple[Field, ...]:
    """The columns of a rule's own words, whom it is for, and where it stands."""
    return (
        Field("wording", words.ORIGINAL.say(lang), Format.WRAPPED, 44),
        Field("scope", words.COVERS.say(lang), Format.WRAPPED, 32),
        Field("cell", words.CELL.say(lang), width=10),
    )


def quoted(wording: Wording) -> dict[str, CellValue]:
    """What stands in these columns."""
    return {"wording": wording.quote, "scope": wording.scope, "cell": wording.place.cell}
