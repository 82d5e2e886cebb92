"""The calculation on a statement: a line a figure from target to total, a column a part where there are several."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from salescli.excel.book import CellValue, Format, Line, Tone
from salescli.measure.money import grouped
from salescli.measure.period import Half, Month, Quarter, Year
from salescli.payout.formulas import LadderFormulas
from salescli.payout.limited_months import LimitedMonth, limited_months
from salescli.payout.pay_formulas import laid_on
from salescli.payout.pay_sheet import tone_of
from salescli.payout.people import Base
from salescli.payout.person_pay import Part, PersonPay
from salescli.payout.plan import COMPONENTS, LimitKind
from salescli.payout.result import PayoutResult
from salescli.payout.statement_plan import CALCULATION as BLOCK
from salescli.payout.statement_plan import REGION_BLOCK, STEP_BLOCK, full_steps, region_line_id, regions_of
from salescli.payout.steps import Step, Time
from salescli.payout.tiers import exact_percent
from salescli.words import payout as words
from salescli.words import statements as own_words
from salescli.words.language import Lang

_BY_MONTH = ("product", "referral", "new_customer", "scorecard", "cap", "floor")
"""Components that a month has beside those of its parts; shown month by month where a limit makes them matter."""
_PARTED = ("target", "actual", "base", "commission", "bonus", "team", "paid_before", *_BY_MONTH)
_FORMATS = {"achievement": Format.RATIO, "rate": Format.RATIO, "tier": Format.TEXT}


@dataclass(frozen=True)
class Calculation:
    """The lines of one person's statement."""

    one: PersonPay
    result: PayoutResult
    lang: Lang

    @property
    def parts(self) -> dict[str, Part]:
        """The columns beside `value`; a single part needs none."""
        several = len(self.one.parts) > 1
        return {f"p{at}": part for at, part in enumerate(self.one.parts)} if several else {}

    def lines(self) -> tuple[Line, ...]:
        """All lines, the total last but one."""
        names = {
            "target": own_words.TARGET,
            "actual": own_words.ACTUAL,
            "achievement": words.ACHIEVEMENT,
            "tier": words.TIER,
            "base": own_words.BASE,
            "rate": own_words.RATE,
        }
        lines = [self._line(key, name.say(self.lang)) for key, name in names.items()]
        for key in self.one.components:
            name = own_words.AMOUNT_OF.say(self.lang, component=words.COMPONENTS[key])
            lines.append(self._line(key, name))
        total = self._line("total", own_words.TOTAL.say(self.lang), Tone.STRONG)
        before = [self._line("paid_before", words.PAID_LINE.say(self.lang))] if self.result.apart else []
        return (*lines, total, *before, self._line("to_next", own_words.TO_NEXT.say(self.lang)))

    def _line(self, key: str, name: str, tone: Tone | None = None) -> Line:
        columns = {"value": self._whole(key)} | {at: self._figure(key, part) for at, part in self.parts.items()}
        formulas = {at: made for at in columns if (made := self._formula(key, at))}
        form = _FORMATS.get(key, Format.MONEY)
        tones = {}
        if key in ("achievement", "tier"):
            shown = self.parts or {"value": self.one.parts[0]}
            tones = {at: tone_of(part) for at, part in shown.items()}
        values: dict[str, CellValue] = {"item": name, "how": self._how(key), **columns}
        return Line(values, tones, formulas, dict.fromkeys(columns, form), tone=tone, id=key)

    # -- figures --------------------------------------------------------------------------------

    def _whole(self, key: str) -> CellValue:
        one = self.one
        if key in one.components:
            return one.components[key]
        own = one.standing.achievement
        values: dict[str, CellValue] = {
            "target": one.standing.target,
            "actual": one.standing.actual,
            "achievement": "" if own is None else own,
            "tier": one.tier,
            "base": one.standing.base,
            "rate": one.rate,
            "total": one.total,
            "paid_before": sum(self._paid.values(), Decimal("0.00")),
            "to_next": None if self.parts or one.parts[0].missing is None else one.parts[0].missing,
        }
        if key == "to_next" and not self.parts and values[key] is None:
            return ""
        return values[key]

    def _figure(self, key: str, part: Part) -> CellValue:
        own, missing = part.standing.achievement, part.missing
        values: dict[str, CellValue] = {
            "target": part.standing.target,
            "actual": part.standing.actual,
            "achievement": "" if own is None else own,
            "tier": part.tier,
            "base": part.standing.base,
            "rate": part.rung.rate if part.rung else Decimal(0),
            "commission": part.commission,
            "bonus": part.bonus,
            "team": self._team(part),
            "paid_before": self._paid.get(part.month) if isinstance(part.month, Month) else None,
            "to_next": "" if missing is None else missing,
        }
        return self._limited(key, part) if key in _BY_MONTH else values.get(key)

    @cached_property
    def _limits(self) -> dict[Time, LimitedMonth]:
        """The months under a cap or floor."""
        return {month.month: month for month in limited_months(self.one, self.result)}

    def _limited(self, key: str, part: Part) -> Decimal | None:
        """What a month has of a component, with the first part of it, where a limit holds in the month."""
        month = self._limits.get(part.month)
        if month is None or part is not self._first(part.month):
            return None
        done = {LimitKind.CAP.value: month.cut, LimitKind.FLOOR.value: month.added}
        return done.get(key, month.earned.get(key))

    def _first(self, month: Time) -> Part:
        return next(part for part in self.one.parts if part.month == month)

    @property
    def _paid(self) -> dict[Month, Decimal]:
        """What was paid before for periods within this one, by their last months."""
        found = {}
        for settled in self.result.apart:
            last = settled.period.months()[-1]
            paid = settled.of(self.one.person, self.one.homes.get(last, self.one.region))
            if paid is not None:
                found[last] = paid.total
        return found

    def _team(self, part: Part) -> Decimal | None:
        """The team award stands with the first part of its month."""
        if part is not self._first(part.month) or part.month not in self.one.homes:
            return None
        return next(item.per_head for item in regions_of(self.one, self.result) if item.month == part.month)

    # -- formulas -------------------------------------------------------------------------------

    def _formula(self, key: str, at: str) -> str | None:
        if key == "total":
            return "+".join(f"{{{BLOCK}:value@{name}}}" for name in self.one.components) if at == "value" else None
        if at != "value":
            return self._part_formula(key, at, self.parts[at])
        if (made := self._beside(key)) is not None:
            return made
        if not self.parts:
            return self._part_formula(key, at, self.one.parts[0])
        if key in _PARTED and self._adds_up(key):
            return "+".join(f"{{{BLOCK}:{column}@{key}}}" for column in self.parts if self._counted(key, column))
        return _at('IF({target}>0,{actual}/{target},"")', at) if key == "achievement" else None

    def _beside(self, key: str) -> str | None:
        """What is worked out from other components: full steps, and in a single month scorecard, cap and floor."""
        if key == "product" and (steps := full_steps(self.one)):
            return "+".join(f"{{{STEP_BLOCK}:reward@step-{at}}}" for at in range(len(steps)))
        long = isinstance(self.result.period, Quarter | Half | Year)
        if len(self.one.homes) > 1 or (long and not self._limits_whole(key)):
            return None
        made = laid_on(self.one, self.result)
        return None if key not in made else _valued(made[key])

    def _limits_whole(self, key: str) -> bool:
        """Whether a cap or floor bounds all that somebody has of the components it bounds."""
        components = self.one.components
        return key in set(LimitKind) and all(
            components[name] == amount for month in self._limits.values() for name, amount in month.earned.items()
        )

    def _counted(self, key: str, column: str) -> bool:
        return self._figure(key, self.parts[column]) is not None

    def _adds_up(self, key: str) -> bool:
        amounts = [self._figure(key, part) for part in self.parts.values()]
        return sum((item for item in amounts if isinstance(item, Decimal)), Decimal(0)) == self._whole(key)

    def _part_formula(self, key: str, at: str, part: Part) -> str | None:
        if key == "achievement":
            return _at('IF({target}>0,{actual}/{target},"")', at)
        if key == "base" and self.result.terms.base is Base.SALES:
            return _at("{actual}", at)
        if key == "team":
            return self._team_formula(part)
        if key in _BY_MONTH and self.parts:
            return self._limit_formula(key, part)
        if part.ladder is None or (not self.parts and not self._same(key, part)):
            return None
        block = f"ladder{self.result.plan.ladders.index(part.ladder) + 1}"
        scale = LadderFormulas(block, part.ladder, self.result.terms, beside_tier=True)
        made = {
            "tier": scale.tier,
            "rate": scale.rate,
            "bonus": scale.bonus,
            "commission": scale.commission,
            "to_next": scale.to_next,
        }
        return _at(made[key](), at) if key in made else None

    def _limit_formula(self, key: str, part: Part) -> str | None:
        """What a cap takes or a floor adds in a month, from the month's cells of what they bound."""
        month = self._limits.get(part.month)
        if month is None or key not in set(LimitKind) or self._limited(key, part) is None:
            return None
        cells = [
            f"{{{BLOCK}:{at}@{name}}}"
            for at, other in self.parts.items()
            for name in month.earned
            if other.month == part.month and self._figure(name, other) is not None
        ]
        return month.formula(LimitKind(key), "+".join(cells) or "0")

    def _same(self, key: str, part: Part) -> bool:
        """Whether the whole's figure is the part's: something else may have been laid upon it."""
        figures = {"commission": part.commission, "bonus": part.bonus}
        return key not in figures or figures[key] == self.one.components[key]

    def _team_formula(self, part: Part) -> str | None:
        home = next((item for item in regions_of(self.one, self.result) if item.month == part.month), None)
        wanted = self._team(part)
        if home is None or wanted is None or not self.result.plan.team:
            return None
        if not home.is_open_to(self.one.person.key):
            return None
        if not self.parts and wanted != self.one.components["team"]:
            return None
        return f"{{{REGION_BLOCK}:per_head@{region_line_id(home)}}}"

    # -- words ----------------------------------------------------------------------------------

    def _how(self, key: str) -> str:
        steps = [step for step in self.one.steps if step.component == key]
        if key in ("achievement", "tier") and not self.parts:
            first = next((step for step in self.one.steps if step.component == "commission"), None)
            if first is not None:
                return first.figures if key == "achievement" else first.say(self.lang)
        if key == "commission":
            steps = steps[1:]
        if key in ("commission", "bonus") and self.parts:
            return ""
        if key == "to_next":
            return own_words.TO_NEXT_BY_PART.say(self.lang) if self.parts else self._next(self.one.parts[0])
        return "\n".join(f"{self._when(step)}{text}" for step in steps if (text := self._told(step)))

    def _when(self, step: Step) -> str:
        """The month of a step, where the period has several."""
        return f"{step.month} " if len(self.one.homes) > 1 and step.month is not None else ""

    def _told(self, step: Step) -> str:
        """A step; a region's sums are left out where they would give a colleague away."""
        closed = step.component == "team" and any(
            item.month == step.month and not item.is_open_to(self.one.person.key)
            for item in regions_of(self.one, self.result)
        )
        if closed:
            told = own_words.TEAM_NONE_CLOSED if step.amount is None else own_words.TEAM_REACHED_CLOSED
            return told.say(self.lang, **step.details)
        figures = "" if step.component == "team" else step.figures
        colon = "：" if self.lang is Lang.ZH else ": "
        return f"{step.say(self.lang)}{colon}{figures}" if figures else step.say(self.lang)

    def _next(self, part: Part) -> str:
        if part.ladder is None or part.standing.target <= 0:
            return ""
        if part.following is None:
            return words.TOP_TIER.say(self.lang)
        following = part.following
        return own_words.NEXT_IS.say(
            self.lang,
            tier=following.name,
            bound=exact_percent(following.bound),
            rate=exact_percent(following.rate),
            bonus=grouped(following.bonus),
        )


def part_headers(calculation: Calculation) -> Iterator[tuple[str, str]]:
    """The columns of the parts with their headers: the month, and whom the ladder is for where that differs."""
    several = len({part.ladder for part in calculation.parts.values()}) > 1
    for at, part in calculation.parts.items():
        month = "" if part.month is None else str(part.month)
        scope = part.ladder.scope.words if part.ladder is not None and several else ""
        yield at, " · ".join(text for text in (month, scope) if text) or words.EVERYBODY.say(calculation.lang)


def _valued(template: str) -> str:
    """A formula over a row of components as one over the lines of the calculation."""
    for key in COMPONENTS:
        template = template.replace(f"{{{key}}}", f"{{{BLOCK}:value@{key}}}")
    return template


def _at(template: str, column: str) -> str:
    """A formula over a row's own figures as one over the lines of the calculation."""
    for key in ("target", "actual", "base", "tier", "rate"):
        template = template.replace(f"{{{key}}}", f"{{{BLOCK}:{column}@{key}}}")
    return template
