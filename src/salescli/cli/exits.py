"""Exit codes, all of them."""

from enum import IntEnum


class Exit(IntEnum):
    """What a run ended with."""

    DONE = 0
    DATA_ERRORS = 1  # the data has errors; nothing was written
    CANNOT_RUN = 2  # usage, a missing or unreadable file, a place that cannot be written
    BUG = 70  # a fault of salescli itself (EX_SOFTWARE)
    INTERRUPTED = 130  # 128 + SIGINT
