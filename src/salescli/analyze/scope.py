"""What a figure is about: the team, or one region, product line or person of it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from salescli.words import analyze as words
from salescli.words.language import Lang, Text


class Cut(StrEnum):
    """Along which a total is taken apart; the values are the JSON's."""

    TEAM = "team"
    REGION = "region"
    PRODUCT = "product"
    PERSON = "person"

    @property
    def word(self) -> Text:
        return words.CUTS[self.value]


@dataclass(frozen=True, slots=True)
class Scope:
    """One part of a cut; its `name` is empty for the team, and for rows that leave the column blank."""

    cut: Cut
    name: str = ""

    def __str__(self) -> str:
        """The JSON's form: ``team`` · ``region:华东`` · ``person:小张``."""
        return "team" if self.cut is Cut.TEAM else f"{self.cut}:{self.name}"

    def label(self, lang: Lang) -> str:
        """The part as a sheet shows it."""
        if self.cut is Cut.TEAM:
            return self.cut.word.say(lang)
        return self.name or words.UNNAMED.say(lang)


def sheet_name(cut: Cut, lang: Lang) -> str:
    """The name of the sheet that compares the parts of a cut."""
    return words.COMPARISON_SHEETS[cut.value].say(lang)


TEAM: Final = Scope(Cut.TEAM)
PARTS: Final = (Cut.REGION, Cut.PRODUCT, Cut.PERSON)
"""The cuts a total is taken apart along, in their order."""
