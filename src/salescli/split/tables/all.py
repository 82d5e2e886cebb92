"""The tables of goal setting: what is to be reached, along which dimensions, by whom, and when in the year."""

from salescli.split.tables.actions import ACTIONS
from salescli.split.tables.goals import GOALS
from salescli.split.tables.pins import PINS
from salescli.split.tables.plan import PLAN
from salescli.split.tables.process import PROCESS
from salescli.split.tables.roster import ROSTER
from salescli.split.tables.season import SEASONALITY
from salescli.split.tables.shares import SHARES

TABLES = (GOALS, SHARES, ROSTER, SEASONALITY, ACTIONS, PINS, PROCESS, PLAN)
