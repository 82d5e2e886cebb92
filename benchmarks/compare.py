"""Two sides run in turn, medians, ratios, and the table that docs/performance.md holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.process import Measured, run


@dataclass(frozen=True, slots=True)
class Side:
    """One way to do the work: its name and its command. With `own` the seconds that it says of itself are compared."""

    name: str
    command: Sequence[str]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Median:
    """Of several runs: seconds compared, seconds of processors, peak in bytes."""

    seconds: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: ours against theirs, and the most that ours ÷ theirs may be."""

    work: str
    against: str
    ours: Median
    theirs: Median
    most: float
    memory: int | None = None

    @property
    def ratio(self) -> float:
        return self.ours.seconds / self.theirs.seconds

    @property
    def met(self) -> bool:
        """Whether the target is reached, in time and in memory."""
        return self.ratio <= self.most and (self.memory is None or self.ours.peak < self.memory << 20)


def compare(work: str, ours: Side, theirs: Side, most: float, runs: int, memory: int | None = None) -> Row:
    """Run both sides in turn, `runs` times each, after once for warm files."""
    taken: dict[str, list[Measured]] = {"ours": [], "theirs": []}
    for number in range(runs + 1):
        for key, side in (("ours", ours), ("theirs", theirs)):
            measured = run(side.command)
            if number:
                taken[key].append(measured)
    return Row(work, theirs.name, _median(taken["ours"], ours), _median(taken["theirs"], theirs), most, memory)


def _median(runs: Sequence[Measured], side: Side) -> Median:
    seconds = [one.own if side.own and one.own is not None else one.wall for one in runs]
    return Median(median(seconds), median(one.cpu for one in runs), int(median(one.peak for one in runs)))


@dataclass(slots=True)
class Report:
    """Prints each line as it is measured; `runs` is how often each side runs."""

    runs: int = 5
    rows: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        print(
            f"{row.work:<52} {row.ours.seconds:7.3f} s  {row.theirs.seconds:7.3f} s {row.against:<34} "
            f"ratio {row.ratio:6.3f} (at most {row.most:.3f}) {'reached' if row.met else 'MISSED'}  "
            f"cpu {row.ours.cpu:.2f}/{row.theirs.cpu:.2f} s  peak {row.ours.peak >> 20}/{row.theirs.peak >> 20} MiB",
            flush=True,
        )

    def markdown(self) -> str:
        """The table as docs/performance.md holds it."""
        lines = [
            "| work | against | ours | theirs | ratio | to reach | | CPU ours / theirs | peak ours / theirs |",
            "|---|---|--:|--:|--:|--:|---|--:|--:|",
        ]
        for row in self.rows:
            cells = (
                row.work,
                row.against,
                f"{row.ours.seconds:.2f} s",
                f"{row.theirs.seconds:.2f} s",
                f"{row.ratio:.2f}",
                f"{row.most:.2f}" + (f", < {row.memory} MiB" if row.memory else ""),
                "reached" if row.met else "**missed**",
                f"{row.ours.cpu:.2f} / {row.theirs.cpu:.2f} s",
                f"{row.ours.peak >> 20} / {row.theirs.peak >> 20} MiB",
            )
            lines.append(f"| {' | '.join(cells)} |")
        return "\n".join(lines)
