"""What a split comes to: goals, their leaves, what each level should add up to, and whether it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from salescli.measure.metric import figure_text
from salescli.measure.period import Year
from salescli.measure.rounding import plain
from salescli.split.checks import Check
from salescli.split.goals import Goal
from salescli.split.leaves import GoalSplit, Leaf
from salescli.split.season import SeasonBy
from salescli.split.shares import CutBy
from salescli.split.tables.actions import ActionRow
from salescli.split.tables.shares import Dimension
from salescli.split.team import Person
from salescli.split.views import Views
from salescli.split.weights import Blend

if TYPE_CHECKING:
    from salescli.split.replan import Adjusted


@dataclass(frozen=True, slots=True)
class Method:
    """How the goals of one year were split: what each dimension followed, what people were weighed by."""

    year: Year
    cuts: Mapping[Dimension, CutBy]
    blend: Blend
    season: SeasonBy


@dataclass(frozen=True, slots=True)
class SplitResult:
    """The whole plan. `actions` are the rows of the action table as they were given."""

    splits: tuple[GoalSplit, ...]
    checks: tuple[Check, ...]
    methods: tuple[Method, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    views: Views = field(default_factory=Views)
    replan: "tuple[Adjusted, ...]" = ()

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf of every goal."""
        return tuple(leaf for split in self.splits for leaf in split.leaves)

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody with a target, once, in the plan's order."""
        people: dict[str, Person] = {}
        for leaf in self.leaves:
            people.setdefault(leaf.person.identity, leaf.person)
        return tuple(people.values())

    @property
    def tied(self) -> bool:
        """Whether every level adds up."""
        return all(check.ok for check in self.checks)

    def document(self) -> dict[str, Any]:
        """The ``result`` of the JSON document."""
        return {
            "goals": [
                {
                    "metric": split.goal.metric,
                    "year": str(split.goal.year),
                    "target": figure_text(split.goal.target, split.goal.measure),
                    "inherited": split.goal.inherited,
                }
                for split in self.splits
            ],
            "leaves": [_leaf(leaf, split.goal) for split in self.splits for leaf in split.leaves],
            "checks": [
                {
                    "name": check.name,
                    "metric": check.goal.metric,
                    "year": str(check.goal.year),
                    "expected": figure_text(check.expected, check.goal.measure),
                    "actual": figure_text(check.actual, check.goal.measure),
                    "ok": check.ok,
                }
                for check in self.checks
            ],
            "channels": [
                {
                    "metric": split.goal.metric,
                    "year": str(split.goal.year),
                    "channel": name,
                    "target": figure_text(target, split.goal.measure),
                }
                for split in self.splits
                for name, target in split.channels.items()
            ],
            "weights": [
                {"year": str(method.year), **{str(basis): plain(factor) for basis, factor in method.blend.items()}}
                for method in self.methods
            ],
            "actions": [
                {
                    "goal": row.goal,
                    "dimension": row.dimension,
                    "target": row.target,
                    "owner": row.owner,
                    "due": row.due.isoformat(),
                    "action": row.action,
                }
                for row in self.actions
            ],
            **self.views.document(),
            **self._replanned(),
        }

    def _replanned(self) -> dict[str, Any]:
        """The main goal planned again, and the others in it."""
        if not self.replan:
            return {}
        main, *others = (change.document() for change in self.replan)
        return {"replan": {**main, "others": others}}


def _leaf(leaf: Leaf, goal: Goal) -> dict[str, Any]:
    return {
        "month": str(leaf.month),
        "region": leaf.person.region,
        "product": leaf.product,
        "employee_id": leaf.person.employee_id,
        "person": leaf.person.name,
        "metric": goal.metric,
        "target": figure_text(leaf.target, goal.measure),
        **({} if leaf.in_force is None else {"original_target": figure_text(leaf.in_force, goal.measure)}),
    }
