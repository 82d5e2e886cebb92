"""What a plan is looked at by: regions, product lines and people, each month by month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from salescli.measure.period import Month
from salescli.split.leaves import Leaf
from salescli.split.team import Person


class Level(StrEnum):
    """Along which a plan is added up, as ``--hedge`` names it."""

    PRODUCT = "product"
    REGION = "region"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Part:
    """One region, product line or person. A product line without a name gathers what no line was named for."""

    level: Level
    name: str
    person: Person | None = None

    @property
    def key(self) -> str:
        """Stable words for it."""
        return self.person.key if self.person is not None else self.name

    @property
    def region(self) -> str | None:
        """The region it is or belongs to."""
        if self.person is not None:
            return self.person.region
        return self.name if self.level is Level.REGION else None


def parts_of(leaf: Leaf, *, products: bool) -> tuple[Part, ...]:
    """What one leaf counts in."""
    mine = (Part(Level.REGION, leaf.person.region), Part(Level.PERSON, leaf.person.name, leaf.person))
    return (Part(Level.PRODUCT, leaf.product or ""), *mine) if products else mine


Months = Mapping[Month, Decimal]


def by_part(leaves: Sequence[Leaf], months: Sequence[Month]) -> dict[Part, Months]:
    """Every part's `months`, zeros included: product lines first, then each region and below it its people."""
    products = any(leaf.product for leaf in leaves)
    found: dict[Part, dict[Month, Decimal]] = {}
    nothing = dict.fromkeys(months, Decimal(0))
    known: dict[tuple[Person, str | None], tuple[dict[Month, Decimal], ...]] = {}
    for leaf in leaves:
        rows = known.get((leaf.person, leaf.product))
        if rows is None:
            rows = tuple(found.setdefault(part, dict(nothing)) for part in parts_of(leaf, products=products))
            known[leaf.person, leaf.product] = rows
        for row in rows:
            row[leaf.month] += leaf.target
    return {part: found[part] for part in in_order(found)}


def summed(parts: Iterable[Months]) -> dict[Month, Decimal]:
    """Several parts' months added up."""
    found: dict[Month, Decimal] = {}
    for months in parts:
        for month, target in months.items():
            found[month] = found.get(month, Decimal(0)) + target
    return found


def people_by_region(parts: Iterable[Part]) -> dict[str, list[Part]]:
    """The people of each region, both in their order."""
    found: dict[str, list[Part]] = {}
    for part in parts:
        if part.person is not None:
            found.setdefault(part.person.region, []).append(part)
    return found


def in_order(parts: Iterable[Part]) -> list[Part]:
    """Product lines, then each region followed by its people; otherwise as they come."""
    given = list(parts)
    people = people_by_region(given)
    ordered = [part for part in given if part.level is Level.PRODUCT]
    for part in given:
        if part.level is Level.REGION:
            ordered += [part, *people.get(part.name, ())]
    return ordered
