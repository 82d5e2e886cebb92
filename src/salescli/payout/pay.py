"""The payout of a period: every person's components from their figures and the plan."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from salescli.measure.money import grouped
from salescli.measure.period import Month, Period
from salescli.payout.boards import Board
from salescli.payout.choices import Terms
from salescli.payout.conditions import Span
from salescli.payout.credits import Deal, moves_of
from salescli.payout.events import event_rewards
from salescli.payout.ladder_sums import NOTHING
from salescli.payout.limits import Limits, bounded, limits_of
from salescli.payout.pay_findings import Covering, overlaps, part_problems, span_problems, two_regions, without_rule
from salescli.payout.people import Entry, Person
from salescli.payout.person_pay import Part, PersonPay
from salescli.payout.plan import Ladder, Plan
from salescli.payout.prizes import Extra, by_person, product_rewards, rank_all, spans_in, standing_of
from salescli.payout.region_pay import RegionPay
from salescli.payout.result import PayoutResult
from salescli.payout.scorecard import SCALED, lacks_score, scaled
from salescli.payout.settled import Settled
from salescli.payout.steps import Step, Tale, Time
from salescli.payout.team_pay import home_of, region_pays
from salescli.payout.tiers import paid_part, paid_under, part_of
from salescli.table.codes import scorecard as score_codes
from salescli.table.problem import Problem, problem
from salescli.words import incentive as words_beside


def pay(
    plan: Plan,
    entries: Sequence[Entry],
    period: Period | None,
    terms: Terms,
    deals: Sequence[Deal] = (),
    apart: Sequence[Settled] = (),
    happened: Sequence[Extra] | None = None,
) -> tuple[PayoutResult, tuple[Problem, ...]]:
    """The payout of `entries`, which all lie in the period, and what is to be said of it.

    `deals` have moved sales between the entries already; they are told among the steps. What belongs to a period in
    `apart`, which was paid by itself, is left out: of a quarter whose months are paid only its own prizes remain.
    `happened` is what the plan's events pay, where that is known already.
    """
    return _Payday(plan, entries, period, terms, deals, apart, happened, brief=False).result()


def cost(
    plan: Plan,
    entries: Sequence[Entry],
    period: Period | None,
    terms: Terms,
    apart: Sequence[Settled] = (),
    happened: Sequence[Extra] | None = None,
) -> tuple[Decimal, Decimal]:
    """The pay base of everybody and all that :func:`pay` would pay them, in yuan; nobody's own pay is kept."""
    return _Payday(plan, entries, period, terms, (), apart, happened, brief=True).sums()


class _Payday:
    def __init__(
        self,
        given: Plan,
        entries: Sequence[Entry],
        period: Period | None,
        terms: Terms,
        deals: Sequence[Deal],
        apart: Sequence[Settled],
        happened: Sequence[Extra] | None,
        *,
        brief: bool,
    ) -> None:
        self.brief = brief  # only sums are wanted: of rankings the winners, and nothing is said
        self.given = given
        plan = given.within(() if period is None else period.months())
        self.apart = tuple(apart)
        self.deals, self.moves = deals, moves_of(deals)
        self.unscored: list[str] = []
        self.boards: list[Board] = []
        self.plan, self.entries, self.period, self.terms = plan, entries, period, terms
        self.found: list[Problem] = []
        dated = sorted({entry.month for entry in entries if entry.month is not None})
        self.months: tuple[Month | None, ...] = tuple(dated) or (None,)
        self.limits: dict[tuple[str, str | None, Month | None], Limits] = {}
        self.regions: dict[tuple[Month | None, str], RegionPay] = {}
        self.team_steps: dict[tuple[Month | None, str], tuple[Step, ...]] = {}
        self.by_month: dict[Month | None, list[Entry]] = {month: [] for month in self.months}
        for entry in entries:
            self.by_month[entry.month].append(entry)
        self.month_ladders = [ladder for ladder in plan.ladders if ladder.span is Span.MONTH]
        self.long_ladders = [ladder for ladder in plan.ladders if ladder.span is not Span.MONTH]
        self.components = plan.components
        self.happened = event_rewards(plan.events, entries, terms.ties) if happened is None else happened

    def sums(self) -> tuple[Decimal, Decimal]:
        """The pay base and the pay of everybody."""
        self._regions()
        extras, paid = self._extras(), NOTHING
        for key, rows in by_person(self.entries).items():
            _, _, tales = self._tales(rows[0].person, rows, extras.get(key, ()))
            for tale in tales:
                for _, amount in tale.earned:
                    paid += amount
        return sum((entry.base for entry in self.entries), Decimal(0)), paid

    def result(self) -> tuple[PayoutResult, tuple[Problem, ...]]:
        self._regions()
        self.found += span_problems(self.long_ladders, self.period)
        extras = self._extras()
        people = tuple(
            self._person(rows[0].person, rows, extras.get(key, ())) for key, rows in by_person(self.entries).items()
        )
        if not self.apart:
            self.found += without_rule(self.plan, people, self.entries)
        if self.unscored:
            self.found.append(problem(score_codes.SCORE_MISSING, people=tuple(self.unscored)))
        regions = tuple(self.regions.values())
        result = PayoutResult(
            self.period,
            self.plan,
            self.terms,
            people,
            regions,
            deals=tuple(self.deals),
            boards=tuple(self.boards),
            dated_plan=self.given,
            apart=self.apart,
        )
        return result, tuple(self.found)

    def _regions(self) -> None:
        for month, here in self.by_month.items():
            settled = self._paid_apart(month) is not None
            for pay, steps in region_pays(self.plan.team_ladders, here, month, settled=settled, brief=self.brief):
                self.regions[month, pay.region], self.team_steps[month, pay.region] = pay, steps

    def _paid_apart(self, time: Time) -> Settled | None:
        """The period by which `time` was paid already."""
        if not self.apart:
            return None
        months = set() if time is None else set(time.months())
        return next((one for one in self.apart if months and months <= set(one.period.months())), None)

    # -- people ---------------------------------------------------------------------------------

    def _person(self, person: Person, rows: Sequence[Entry], extras: Sequence[Extra]) -> PersonPay:
        parts, homes, tales = self._tales(person, rows, extras)
        components = dict.fromkeys(self.components, NOTHING)
        for tale in tales:
            for name, paid in tale.earned:
                components[name] += paid
        whole = parts[0].standing if self._is_whole(parts) else standing_of(rows)
        return PersonPay(person, whole, tuple(parts), components, homes, tuple(tales))

    def _tales(
        self, person: Person, rows: Sequence[Entry], extras: Sequence[Extra]
    ) -> tuple[list[Part], dict[Month | None, str], list[Tale]]:
        """Somebody's parts, their region by month, and everything that pays them."""
        parts: list[Part] = []
        tales: list[Tale] = [_credit_step(deal, amount) for deal, amount in self.moves.get(person.key, ())]
        homes: dict[Month | None, str] = {}
        for month in self.months:
            mine = rows if len(self.months) == 1 else [row for row in rows if row.month == month]
            if not mine:
                continue
            if self.brief:
                tales += self._paid(mine, month)
            for part, tale in () if self.brief else self._parts(person, mine, month):
                parts.append(part)
                tales.append(tale)
            region, several = home_of(mine)
            if several and self.plan.team and not self.brief:
                self.found.append(two_regions(person, month, region, mine[0].place))
            homes[month] = region
            tales += self.team_steps[month, region]
        for part, tale in self._long_parts(person, rows):
            parts.append(part)
            tales.append(tale)
        tales += [extra.step for extra in extras]
        tales += self._scored(person, tales)
        tales += self._bounded(person, homes, tales)
        return parts, homes, tales

    def _is_whole(self, parts: Sequence[Part]) -> bool:
        """Whether somebody's only part surely counts all of their rows."""
        ladder = parts[0].ladder if len(parts) == 1 else None
        return ladder is not None and ladder.scope.open and ladder.span is Span.MONTH

    def _bounded(self, person: Person, homes: Mapping[Month | None, str], tales: Sequence[Tale]) -> list[Tale]:
        """What caps and floors do to each month that is paid for."""
        if not self.plan.limits:
            return []
        made: list[Tale] = []
        for month, region in homes.items():
            if self._paid_apart(month) is None:
                here = [tale for tale in tales if tale.month is month or tale.month == month]
                made += bounded(self._limits(region, person.position, month), month, here)
        return made

    def _limits(self, region: str, position: str | None, month: Month | None) -> Limits:
        """The cap and floor of people like this, looked up once."""
        asked = region, position, month
        if (known := self.limits.get(asked)) is None:
            known = self.limits[asked] = limits_of(self.plan.limits, *asked)
        return known

    def _parts(self, person: Person, rows: Sequence[Entry], month: Month | None) -> Iterator[tuple[Part, Tale]]:
        covering = _covering(self.month_ladders, rows)
        if (settled := self._paid_apart(month)) is not None:
            ladder = covering[0][0] if len(covering) == 1 else None
            yield paid_part(person, standing_of(rows), month, settled, home_of(rows)[0], ladder)
            return
        self._check_overlap(person, covering)
        ways: Sequence[tuple[Ladder | None, Sequence[Entry]]] = covering or [(None, rows)]
        for way, mine in ways:
            part, tale = part_of(way, standing_of(mine), month, self.terms)
            self.found += part_problems(person, part, mine[0].place)
            yield part, tale

    def _paid(self, rows: Sequence[Entry], month: Month | None) -> Iterator[Tale]:
        """What the parts of a month pay, for sums."""
        if self._paid_apart(month) is None:
            for ladder, mine in _covering(self.month_ladders, rows):
                yield paid_under(ladder, standing_of(mine), month, self.terms)

    def _long_parts(self, person: Person, rows: Sequence[Entry]) -> Iterator[tuple[Part, Tale]]:
        """The parts under ladders that are measured over quarters or years, for the whole ones of the period."""
        for ladder in self.long_ladders:
            for span in spans_in(ladder.span, self.period):
                if self._paid_apart(span) is not None:
                    continue
                within = [row for row in rows if span is not None and row.month in span.months()]
                mine = [row for row in within if ladder.scope.covers(row)]
                if not mine:
                    continue
                self._check_overlap(person, _covering(self.plan.ladders, within))
                part, tale = part_of(ladder, standing_of(mine), span, self.terms)
                self.found += part_problems(person, part, mine[0].place)
                yield part, tale

    def _scored(self, person: Person, tales: Sequence[Tale]) -> list[Tale]:
        """What the scorecard does to the commission and bonus of each time that is paid for."""
        card = self.plan.scorecard
        if card is None:
            return []
        times = dict.fromkeys(tale.month for tale in tales if any(name in SCALED for name, _ in tale.earned))
        if any(lacks_score(card, person, time, tales) for time in times):
            self.unscored.append(person.name)
        made = (scaled(card, person, time, tales) for time in times)
        return [tale for tale in made if tale is not None]

    def _check_overlap(self, person: Person, covering: Covering) -> None:
        """Say once of a wording that it pays beside another."""
        if len(covering) > 1:
            for found in overlaps(person, covering):
                if not any(item.code is found.code and item.place == found.place for item in self.found):
                    self.found.append(found)

    def _extras(self) -> defaultdict[str, list[Extra]]:
        extras: defaultdict[str, list[Extra]] = defaultdict(list)
        for rule in self.plan.steps:
            for month in (month for month in self.months if self._paid_apart(month) is None):
                for extra in product_rewards(rule, self.by_month[month], month):
                    extras[extra.key].append(extra)
        for extra in self.happened:
            if self._paid_apart(extra.step.month) is None:
                extras[extra.key].append(extra)
        for ranking in self.plan.rankings:
            paid, boards, said = rank_all(
                ranking,
                self.entries,
                self.period,
                self.terms.ties,
                lambda span: self._paid_apart(span) is not None,
                brief=self.brief,
            )
            self.boards += boards
            self.found += said
            for extra in paid:
                extras[extra.key].append(extra)
        return extras


def _covering(ladders: Sequence[Ladder], rows: Sequence[Entry]) -> Covering:
    """The ladders that count any of somebody's rows, with those rows."""
    counted = [
        (ladder, rows if ladder.scope.open else [row for row in rows if ladder.scope.covers(row)]) for ladder in ladders
    ]
    return [(ladder, mine) for ladder, mine in counted if mine]


def _credit_step(deal: Deal, amount: Decimal) -> Step:
    return Step("actual", words_beside.CREDIT_STEP, {"deal": deal.name}, grouped(amount, signed=True), None, deal.month)
