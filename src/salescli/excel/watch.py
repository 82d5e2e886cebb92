"""Being told how far long work has come: a function that the terminal makes a progress bar of."""

from typing import Protocol

from salescli.words.language import Text


class Watch(Protocol):
    """Told what is being done, how much of it is done, and how much there is. May be called very often."""

    def __call__(self, what: Text, done: int, total: int, /) -> None: ...


def unseen(what: Text, done: int, total: int) -> None:
    """Nobody watches."""
