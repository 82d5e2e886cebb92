"""Every table by name, in the loop's order: what `template`, `check` and the reference pages walk over."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from salescli.analyze import tables as analyze
from salescli.payout import tables as payout
from salescli.review import tables as review
from salescli.split.tables import all as split
from salescli.table.table import Table
from salescli.track import tables as track

TABLES: Final[Mapping[str, Table[Any]]] = MappingProxyType(
    {
        table.name: table
        for stage in (split.TABLES, track.TABLES, analyze.TABLES, payout.TABLES, review.TABLES)
        for table in stage
    }
)
"""All tables, by the name that `template` and `--as` take."""

FILLED_IN: Final = tuple(table for table in TABLES.values() if table.filled_in)
"""The tables that users fill in, which is to say those that have a template."""
