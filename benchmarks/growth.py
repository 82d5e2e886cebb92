"""Growth: ten times the files, rows or people, against the tenth."""

from pathlib import Path

from benchmarks.company import incentive, orders, people_of, plan, reports, tracked
from benchmarks.compare import Report, Side, compare
from benchmarks.process import python, salescli


def measure(report: Report, data: Path, scratch: Path) -> None:
    big, small = _sides(data, scratch, 10), _sides(data, scratch, 1)
    for (work, ours), (_, theirs) in zip(big.items(), small.items(), strict=True):
        report.add(compare(f"growth: {work}", ours, theirs, 11, report.runs))


def _sides(data: Path, scratch: Path, times: int) -> dict[str, Side]:
    files, rows, people = 100 * times, 20_000 * times, 1_000 * times
    folder, plan_file = data / f"reports-{files}", plan(data / f"plan-{people_of(files)}.xlsx", people_of(files))
    reports(folder, files)
    sold = orders(data / f"orders-{rows}.xlsx", rows, people_of(files))
    figures, rules = tracked(data / f"tracked-{people}.xlsx", people), incentive(data / "incentive.xlsx")
    into = ("-o", scratch / "growth.xlsx", "--force")
    name = "a tenth of it"
    return {
        "1,000 weekly workbooks": Side(name, salescli("track", plan_file, folder, *into)),
        "200,000 order rows": Side(name, salescli("track", plan_file, "--orders", sold, *into)),
        "`split` of 10,000 people (engine)": Side(name, python("benchmarks.ours.split", people), own=True),
        "`payout` of 10,000 people": Side(name, salescli("payout", figures, "--plan", rules, *into)),
    }
