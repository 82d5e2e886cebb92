"""What the plan asks of each person in the reported months, out of the split's result."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from salescli.demo import company
from salescli.demo.reports import Target
from salescli.measure.period import Month
from salescli.split.leaves import Leaf
from salescli.split.result import SplitResult


def reported_targets(plan: SplitResult) -> tuple[Target, ...]:
    """One target a person, product line and reported month, in the plan's order."""
    customers = {_key(leaf): leaf.target for leaf in _leaves(plan, company.NEW_CUSTOMERS)}
    months: defaultdict[Month, list[Target]] = defaultdict(list)
    for leaf in _leaves(plan, company.SALES):
        months[leaf.month].append(_target(leaf, customers.get(_key(leaf), Decimal(0))))
    return tuple(target for month in company.reporting_months() for target in months[month])


def _leaves(plan: SplitResult, metric: str) -> Iterable[Leaf]:
    return (leaf for split in plan.splits if split.goal.metric == metric for leaf in split.leaves)


def _key(leaf: Leaf) -> tuple[object, ...]:
    return leaf.month, leaf.person, leaf.product


def _target(leaf: Leaf, new_customers: Decimal) -> Target:
    return Target(
        month=leaf.month,
        region=leaf.person.region,
        product=leaf.product or "",
        employee_id=leaf.person.employee_id or "",
        person=leaf.person.name,
        sales=leaf.target,
        new_customers=int(new_customers),
    )
