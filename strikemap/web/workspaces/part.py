"""Which strikes of a team's database the app opens: all, or those of the filter at its start.

A page holds its strikes in memory: a database of more is never opened in part unasked.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.language import _
from gazetteer.several import Gazetteers
from geo.errors import WorkspaceError
from geo.land.boundaries import Boundaries
from geo.land.levels import level_words
from geo.placing.asking.filters import settle_filters
from geo.strikes.filters import Filters
from geo.workspace.store import Workspace

__all__ = ["FILTER", "LIMIT", "Part", "count_part", "find_part", "most_held", "name_part"]

FILTER, MOST = "STRIKEMAP_FILTER", "STRIKEMAP_MOST"
LIMIT = 1_000_000  # strikes that a page holds


def most_held() -> int:
    """Return how many strikes of a database a page holds: LIMIT, or fewer as the app was told."""
    said = os.environ.get(MOST, "")
    return min(int(said), LIMIT) if said.isdigit() and int(said) else LIMIT


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
    if rows > most_held():
        raise WorkspaceError(_word_refusal(workspace.name, rows, asked))
    return asked if asked != Filters() else None


def _word_refusal(name: str, rows: int, asked: Filters) -> str:
    """Return why a database is not opened, and what can be done."""
    remedy = _(
        "start the app with a filter that chooses fewer, such as {example}, or without one, which "
        "counts all of them", example="--filter from=2024-01-01",
    )  # fmt: skip
    if asked == Filters():
        return _(
            "{name}: {rows} strikes, more than the {limit} that a page holds; {remedy}",
            name=name, rows=rows, limit=most_held(), remedy=remedy,
        )  # fmt: skip
    return _(
        "{name}: {rows} strikes that the filter chooses ({chosen}), more than the {limit} that a "
        "page holds; {remedy}",
        name=name, rows=rows, chosen=asked.in_words(), limit=most_held(), remedy=remedy,
    )  # fmt: skip


def name_part(part: Filters, areas: Boundaries) -> str:
    """Return what the strikes are that are open: "Idlib; from 1 January 2024"."""
    return part.in_words(areas.names, levels=level_words(areas.countries).one)


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a database that is open: its rows, of how many, and their filter."""

    rows: int
    every: int
    filters: Filters
    areas: Boundaries

    def in_words(self) -> str:
        """Say how many of all strikes are open, and which, in the visitor's language."""
        return _(
            "A part of it is open: {rows} of {every} rows ({chosen}). "
            "Every number here is of that part.",
            rows=self.rows, every=self.every, chosen=name_part(self.filters, self.areas),
        )  # fmt: skip


def count_part(workspace: Workspace, filters: Filters, areas: Boundaries) -> Part:
    """Count the strikes that are open, and all of them."""
    rows, every = (workspace.counted.rows(asked) for asked in (filters, Filters()))
    return Part(rows, every, filters, areas)
