"""A progress bar on stderr for work that takes a while; none where nobody looks."""

from time import monotonic
from typing import TYPE_CHECKING

from salescli.words.language import Lang, Text

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SHORT = 0.4
"""Seconds of work without a bar."""

EVERY = 0.1
"""Seconds between two looks of the bar: it is drawn by the work itself, without a thread of its own."""


class Bars:
    """What is being done and how far it has come, one bar a kind of work. Gone when the work is done."""

    def __init__(self, lang: Lang, *, shown: bool) -> None:
        self.lang, self.shown = lang, shown
        self.began = self.drawn = monotonic()
        self.progress: Progress | None = None
        self.tasks: dict[Text, TaskID] = {}

    def watch(self, what: Text, done: int, total: int) -> None:
        """Told by the work (see :class:`salescli.excel.watch.Watch`)."""
        now = monotonic()
        if not self.shown or now - self.began < SHORT or (now - self.drawn < EVERY and done < total):
            return
        self.drawn = now
        progress = self._started()
        if what not in self.tasks:
            self.tasks[what] = progress.add_task(what.say(self.lang), total=total)
        progress.update(self.tasks[what], completed=done, total=total, refresh=True)

    def stop(self) -> None:
        """Take the bars away."""
        if self.progress is not None:
            self.progress.stop()
            self.progress = None
            self.tasks = {}

    def _started(self) -> "Progress":
        if self.progress is None:
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            from salescli.cli.console import messages

            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
            self.progress = Progress(*columns, console=messages(), auto_refresh=False, transient=True)
            self.progress.start()
        return self.progress
