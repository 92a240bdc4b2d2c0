"""Which strikes of a team's database the app opens: all, or those of the filter at its start.

A page holds its strikes in memory: a database of more is never opened in part unasked.
"""

from __future__ import annotations

import os

from gazetteer import Gazetteer
from gazetteer.several import Gazetteers
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries
from geo.land.levels import level_words
from geo.placing.asking.filters import settle_filters
from geo.strikes.filters import Filters
from geo.workspace.store import Workspace

__all__ = ["FILTER", "LIMIT", "find_part", "name_part", "word_part"]

FILTER = "STRIKEMAP_FILTER"
LIMIT = 1_000_000  # strikes that a page holds


def find_part(
    workspace: Workspace, gazetteer: Gazetteer | Gazetteers, areas: Boundaries, *, at_start: bool
) -> Filters | None:
    """Return the filters that choose what is opened, their areas as codes; None for all strikes.

    at_start: whether this is what the app was started with, and its filter too. Raises
    WorkspaceError where more are chosen than a page holds, FilterError for a filter that is none.
    """
    asked = Filters.from_query(os.environ.get(FILTER, "") if at_start else "")
    if asked.near_layer is None and (asked.governorates or asked.districts or asked.around):
        asked = settle_filters(asked, workspace.counted.areas(), areas, gazetteer)
    rows = workspace.counted.rows(asked)
    if rows > LIMIT:
        chosen = f" that the filter chooses ({asked.in_words()})" if asked != Filters() else ""
        raise WorkspaceError(
            f"{workspace.name}: {rows:,} strikes{chosen}, more than the {LIMIT:,} that a page "
            "holds; start the app with a filter that chooses fewer, such as --filter "
            "from=2024-01-01, and count all of them with `strikemap totals`"
        )
    return asked if asked != Filters() else None


def name_part(part: Filters, areas: Boundaries) -> str:
    """Return what the strikes are that are open: "Idlib; from 1 January 2024"."""
    return part.in_words(areas.names, levels=level_words(areas.countries).one)


def word_part(workspace: Workspace, part: Filters, areas: Boundaries) -> str:
    """Say how many of all strikes are open, and which."""
    rows, every = (workspace.counted.rows(filters) for filters in (part, Filters()))
    return (
        f"A part of it is open, as the app was started: {rows:,} of {every:,} rows "
        f"({name_part(part, areas)}). Every number here is of that part."
    )
