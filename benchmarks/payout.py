"""`payout`: 10,000 people with every component against a plain pandas ``apply`` of the same rules."""

from pathlib import Path

from benchmarks.company import incentive, tracked
from benchmarks.compare import Report, Side, compare
from benchmarks.process import python, salescli

PEOPLE = 10_000


def measure(report: Report, data: Path, scratch: Path) -> None:
    figures, rules = tracked(data / f"tracked-{PEOPLE}.xlsx", PEOPLE), incentive(data / "incentive.xlsx")
    command = salescli("payout", figures, "--plan", rules, "-o", scratch / "payout-ours.xlsx", "--force")
    script = python("benchmarks.peers.payout", figures, scratch / "payout-theirs.xlsx")
    ours, theirs = Side("salescli", command), Side("pandas `apply` (openpyxl)", script)
    report.add(compare("`payout`, 10,000 people, every component", ours, theirs, 1, report.runs))
