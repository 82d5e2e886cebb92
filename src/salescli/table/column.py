"""What a column is, beside the type of its cells: its names, its unit, and what to tell the user about it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, Final

from salescli.measure.period import Month, Week, Year
from salescli.table.dates import DateKind, MomentKind, MonthKind, YearKind
from salescli.table.numbers import CountKind, MoneyKind, NumberKind, RatioKind
from salescli.table.quantity import Quantity, QuantityKind
from salescli.table.texts import NameKind, TextKind
from salescli.table.weeks import WeekKind
from salescli.words.language import Lang, Text


class Unit(Enum):
    """The unit a header shows in brackets."""

    CNY = Text("元", "CNY")
    PERCENT = Text("%", "%")
    DAYS = Text("天", "days")
    SCORE = Text("1-5", "1-5")


Free = Annotated[str, TextKind()]
Name = Annotated[str, NameKind()]
Money = Annotated[Decimal, MoneyKind()]
Count = Annotated[int, CountKind()]
Ratio = Annotated[Decimal, RatioKind()]
Number = Annotated[Decimal, NumberKind()]
Date = Annotated[datetime.date, DateKind()]
Moment = Annotated[datetime.datetime, MomentKind()]
InYear = Annotated[Year, YearKind()]
InMonth = Annotated[Month, MonthKind()]
InWeek = Annotated[Week, WeekKind()]
Figure = Annotated[Quantity, QuantityKind()]

NO_HELP: Final = Text("", "")


@dataclass(frozen=True, slots=True)
class Column:
    """The annotation of one field of a row class.

    `zh` and `en` are the header without its unit; `hant` is the Traditional form where it differs; `aliases`
    are other headers people use. `computed` marks a column that salescli works out and only compares with
    what was typed. `qualifier` is a bracketed remark that belongs to the printed header but is no unit, such
    as ``(月度达成率)``. In a `carried` column a blank cell stands for the value above it.
    """

    zh: str
    en: str
    hant: str | None = None
    aliases: Sequence[str] = ()
    unit: Unit | None = None
    qualifier: Text | None = None
    help: Text = NO_HELP
    computed: bool = False
    carried: bool = False

    def header(self, lang: Lang) -> str:
        """The header as templates and outputs print it, with its unit or qualifier in brackets."""
        name = self.name(lang)
        bracket = self.qualifier or (self.unit.value if self.unit else None)
        if bracket is None:
            return name
        return f"{name}({bracket.say(lang)})" if lang is Lang.ZH else f"{name} ({bracket.say(lang)})"

    def name(self, lang: Lang) -> str:
        """The header without brackets."""
        return self.zh if lang is Lang.ZH else self.en

    def headers(self) -> tuple[str, ...]:
        """Every header this column answers to."""
        own = (self.zh, self.en, *(() if self.hant is None else (self.hant,)), *self.aliases)
        printed = tuple(self.header(lang) for lang in Lang)
        return tuple(dict.fromkeys((*own, *printed)))
