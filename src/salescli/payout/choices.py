"""The choices a payout is worked out under: how tiers pay, of what, and when."""

from dataclasses import dataclass
from typing import Literal

from salescli.payout.people import Base
from salescli.payout.ranking import Ties

Mode = Literal["whole", "marginal"]
BonusRule = Literal["highest", "stack"]


@dataclass(frozen=True, slots=True)
class Terms:
    """The choices a payout was worked out under."""

    mode: Mode = "whole"
    base: Base = Base.SALES
    bonus: BonusRule = "highest"
    ties: Ties = Ties.SHARE
    release: Literal["sales", "collected"] = "sales"
