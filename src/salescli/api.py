"""The library: one function a stage, each taking input paths and giving an Outcome.

::

    from salescli.api import split
    outcome = split(Path("targets.xlsx"), Path("plan.xlsx"))
    for problem in outcome.problems: ...
    outcome.result.document()          # what --json prints under "result"
"""

from salescli.analyze.run import analyze
from salescli.check import check
from salescli.excel.intake import RunOptions
from salescli.payout.run import payout
from salescli.review.run import review
from salescli.split.run import split
from salescli.table.config import load_config
from salescli.templates import template
from salescli.track.run import track

__all__ = ["RunOptions", "analyze", "check", "load_config", "payout", "review", "split", "template", "track"]
