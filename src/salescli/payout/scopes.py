"""The 适用对象 cell: everyone, a region, a product line or a position, or the tier's own bound once more.

A scope also knows from which month to which it is in force.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Protocol

from salescli.measure.period import Month
from salescli.payout.conditions import leading_bound
from salescli.payout.phrases import fold, product_name, region_name


class Placed(Protocol):
    """Figures that belong somewhere."""

    @property
    def region(self) -> str: ...
    @property
    def product(self) -> str | None: ...
    @property
    def position(self) -> str | None: ...
    @property
    def month(self) -> Month | None: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a rule is for, and when; empty is everyone. Names are as compared, `words` as they were written.

    A product line narrows what is counted too: the tier, the base and the pay are those of its own rows.
    """

    regions: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()
    words: str = ""
    since: Month | None = None
    until: Month | None = None

    @property
    def open(self) -> bool:
        """Whether it is for all figures at all times."""
        return not (self.regions or self.products or self.positions or self.since or self.until)

    def covers(self, at: Placed) -> bool:
        """Whether figures that belong there are counted."""
        in_product = not self.products or (at.product is not None and product_name(at.product) in self.products)
        return in_product and self.holds(at.region, at.position, at.month)

    def holds(self, region: str, position: str | None, month: Month | None) -> bool:
        """Whether it is for people of that region and position in that month, whatever they sell."""
        in_region = not self.regions or region_name(region) in self.regions
        in_position = not self.positions or (position is not None and fold(position) in self.positions)
        return in_region and in_position and self.in_force(month)

    def in_force(self, month: Month | None) -> bool:
        """Whether it holds in `month`; figures without a month know no dates."""
        if month is None:
            return True
        return (self.since is None or self.since <= month) and (self.until is None or month <= self.until)

    def meets(self, other: "Scope") -> bool:
        """Whether somebody may be under both at some time; product lines aside."""
        for mine, theirs in ((self.regions, other.regions), (self.positions, other.positions)):
            if mine and theirs and not mine & theirs:
                return False
        starts = [month for month in (self.since, other.since) if month is not None]
        ends = [month for month in (self.until, other.until) if month is not None]
        return not starts or not ends or max(starts) <= min(ends)

    @property
    def dated(self) -> bool:
        """Whether it is in force for a part of time only."""
        return self.since is not None or self.until is not None


EVERYONE: Final = Scope()


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """A scope as read, with the bound it restates if it does."""

    scope: Scope
    restated: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """The regions and product lines of the sales figures, and the positions of the roster, as compared."""

    regions: frozenset[str]
    products: frozenset[str]
    positions: frozenset[str] = frozenset()
    written: Mapping[str, str] = field(default_factory=dict)
    """Regions and product lines as the figures write them, by how they are compared."""

    def shown(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names as the figures write them."""
        return tuple(sorted(self.written.get(name, name) for name in names))


_PEOPLE: Final = (
    r"(?:全体|所有|全部|各|每位|每个)?(?:销售人员|销售员工|销售员|销售代表|业务员|销售|员工|成员|人员|团队)"
)
_EVERYONE: Final = re.compile(
    rf"{_PEOPLE}|全体|全员|所有人|不限|(?:all|every)(?:one|salespeople|salesperson|sales|staff|members)?"
)
_MEMBERS: Final = re.compile(
    r"(?:所在|本|该|达标|各)?(?:区域|大区|团队)(?:内)?(?:的)?(?:全体|所有|全部)?(?:销售员|销售人员|成员|人员|员工)"
    r"|all(?:members|salespeople)of(?:the|their)?region|(?:the)?wholeregion"
)
_TAIL: Final = re.compile(rf"(?:的)?{_PEOPLE}$|(?:的)?(?:salespeople|sales|team)$")
_REACHED: Final = re.compile(
    r"(?:的|之)?(?:全体|所有)?(?:销售人员|销售员|销售代表|业务员|销售|员工|成员|人员|者|salespeople)?"
)
_JOIN: Final = re.compile(r"[、,;/和及&+]|and")
_POSITION: Final = re.compile(
    r"[^\d、,;]{0,8}(?:经理|主管|总监|顾问|专员|店长|组长|助理|代表|工程师|新人|实习生|manager|lead|rep)"
)
_HELD: Final = re.compile(
    r"(?P<region>[^,]*?)(?:的|,)?(?:岗位|职位|职务|position)(?:为|是|:|=)?(?P<names>[^\d%≥]{1,30})"
)
_REGION_WORD: Final = re.compile(r"^(?:大区|区域|地区|区)?的?")
_REGION_FORM: Final = re.compile(r"[^\d、,;]{1,8}(?:大区|区域|地区|区)")
_PRODUCT_FORM: Final = re.compile(r"[^、,;]{1,12}产品线?")


def read_scope(cell: str, known: Known) -> ScopeWords | None:
    """Whom a 适用对象 cell names; None when it names nobody that is known.

    A region or product line is known from the sales figures, or says itself that it is one (``西北区域``).
    """
    text = fold(cell)
    if (held := _HELD.fullmatch(text)) is not None:
        return _held(cell, held["region"], held["names"], known)
    if _EVERYONE.fullmatch(text) or _MEMBERS.fullmatch(text):
        return ScopeWords(EVERYONE)
    if (led := leading_bound(text)) is not None:
        return ScopeWords(EVERYONE, led[0].low) if _REACHED.fullmatch(led[1]) else None
    bare = _TAIL.sub("", text)
    names = [name for name in _JOIN.split(bare) if name]
    if names and all(region_name(name) in known.regions or _REGION_FORM.fullmatch(name) for name in names):
        return ScopeWords(Scope(regions=frozenset(map(region_name, names)), words=cell.strip()))
    if names and all(product_name(name) in known.products or _PRODUCT_FORM.fullmatch(name) for name in names):
        return ScopeWords(Scope(products=frozenset(map(product_name, names)), words=cell.strip()))
    return _positions(cell, text, known) or (_positions(cell, bare, known) if bare != text else None)


def _held(cell: str, region: str, listed: str, known: Known) -> ScopeWords | None:
    """``岗位为销售员``, which is a position even where its name also stands for everybody; or a region's."""
    names = [name for name in _JOIN.split(listed) if name]
    regions = frozenset({region_name(region)}) if region else frozenset()
    if not names or regions - known.regions:
        return None
    return ScopeWords(Scope(regions, positions=frozenset(names), words=cell.strip()))


def _positions(cell: str, text: str, known: Known) -> ScopeWords | None:
    """``销售经理、大客户经理``, or a region's: ``华东销售经理``."""
    names = [name for name in _JOIN.split(text) if name]

    def is_one(name: str) -> bool:
        return name in known.positions or _POSITION.fullmatch(name) is not None

    if names and all(name in known.positions for name in names):
        return ScopeWords(Scope(positions=frozenset(names), words=cell.strip()))
    for region in sorted(known.regions, key=len, reverse=True):
        rest = _REGION_WORD.sub("", text.removeprefix(region))
        if len(names) == 1 and rest != text and is_one(rest):
            return ScopeWords(Scope(frozenset({region}), positions=frozenset({rest}), words=cell.strip()))
    if names and all(map(is_one, names)):
        return ScopeWords(Scope(positions=frozenset(names), words=cell.strip()))
    return None
