"""A database that is counted: one for all visitors, and what they asked of it lately."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TypeVar

from gazetteer import Gazetteer
from gazetteer.several import Gazetteers
from geo.land.boundaries import Boundaries
from geo.placing.asking.filters import settle_filters
from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims, empty_strikes
from geo.strikes.totals import Totals
from geo.workspace.counting.cells import Box, Square
from geo.workspace.counting.groups import Group
from geo.workspace.listing.page import Listed, Lists
from geo.workspace.naming import is_address, name_safely
from geo.workspace.store import Workspace
from strikemap.web.asked.lately import Lately
from strikemap.web.choices import Choices
from strikemap.web.counted.choices import to_choices
from strikemap.web.country import shared_boundaries, shared_gazetteer
from strikemap.web.datasets import Dataset
from strikemap.web.workspaces.part import FILTER, most_held
from strikemap.web.workspaces.shared import countries_of, title_of

__all__ = ["CountedDatabase", "open_counted"]

PATIENCE_S = 30.0  # for one answer of the database
FRESH_S = 300.0  # after which an answer is had anew, since programs of others write no log
MOST_ANSWERS = 256  # of all visitors, some kB each
Made = TypeVar("Made")
_OPEN: dict[str, CountedDatabase | None] = {}
_LOCK = threading.Lock()


class CountedDatabase:
    """A team's database that is read by counting. Raises WorkspaceError where it cannot be read.

    Its answers are of the state after its last change that was seen. What programs of others wrote
    without a log stands in those that are had anew, after FRESH_S at most, and not yet in others.
    """

    def __init__(self, name: str) -> None:
        self.name, self.address, self.changes = name, name_safely(name), 0
        self._workspace = Workspace(name)
        self._answers = Lately(MOST_ANSWERS)
        try:
            self.countries, self.named = countries_of(self._workspace)
            self.look()
        except BaseException:
            self._workspace.close()
            raise

    @property
    def title(self) -> str:
        """What it is called, without who signs in: the same as its parts."""
        return title_of(self.name)

    @cached_property
    def dataset(self) -> Dataset:
        """Strikes of the same countries, none of them."""
        return Dataset(
            self.address, empty_strikes(), empty_claims(), shipped=False, countries=self.countries
        )

    @property
    def land(self) -> tuple[Gazetteer | Gazetteers, Boundaries]:
        """The places and areas of its countries."""
        return shared_gazetteer(self.named), shared_boundaries(self.countries)

    @property
    def _counted(self) -> Lists:
        return self._workspace.counted.within(PATIENCE_S)

    def look(self) -> int:
        """Return the number of the last change that anybody wrote; answers are of it from now."""
        last = self._workspace.list_log(1)
        self.changes = last[0].seq if last else 0
        return self.changes

    def close(self) -> None:
        """Let go of the database."""
        with _LOCK:
            _OPEN.pop(self.name, None)
        self._workspace.close()

    def settle(self, filters: Filters) -> Filters:
        """Return filters with the codes of the areas that they name; raises FilterError."""
        if not (filters.governorates or filters.districts or filters.around):
            return filters
        areas = self._remember("areas", lambda: self._counted.areas())
        gazetteer, boundaries = self.land
        return settle_filters(filters, areas, boundaries, gazetteer)

    def choices(self) -> Choices:
        """Return what is offered to filter by."""

        def list_all() -> Choices:
            offered = self._counted.offered()
            return to_choices(offered, self.totals(Filters()).not_strikes)

        return self._remember("choices", list_all)

    def totals(self, filters: Filters) -> Totals:
        """Count those that pass."""
        return self._remember(("totals", filters), lambda: self._counted.totals(filters))

    def groups(self, filters: Filters, by: str) -> list[Group]:
        """Count those that pass by governorate, kind, actor, source or month."""
        return self._remember(("groups", filters, by), lambda: self._counted.groups(filters, by))

    def squares(self, filters: Filters, zoom: int, box: Box) -> list[Square]:
        """Count the located ones of a view by squares."""
        asked = ("squares", filters, zoom, box)
        return self._remember(asked, lambda: self._counted.squares(filters, zoom, box))

    def areas_only(self, filters: Filters) -> list[Group]:
        """Count those that are known only to an area."""
        return self._remember(("areas", filters), lambda: self._counted.areas_only(filters))

    def page(self, filters: Filters, most: int, after: int, square: Square | None) -> Listed:
        """Return some of those that pass."""
        asked = ("page", filters, most, after, square)
        return self._remember(
            asked, lambda: self._counted.page(filters, most, after=after, square=square)
        )

    def _remember(self, asked: Hashable, ask: Callable[[], Made]) -> Made:
        now = int(time.monotonic() / FRESH_S)
        return self._answers.remember((self.changes, now, asked), ask)


def open_counted(name: str) -> CountedDatabase | None:
    """Return the database that the app was started with, where it is one to be counted, else None.

    One is that has more strikes than a page holds, and of which no part was asked for at the
    start. Raises WorkspaceError.
    """
    if not is_address(name) or os.environ.get(FILTER):
        return None
    with _LOCK:
        if name not in _OPEN:
            _OPEN[name] = _find_large(name)
        return _OPEN[name]


def _find_large(name: str) -> CountedDatabase | None:
    """Open a database to be counted; where it is none, or is not answered, it is closed again."""
    found, is_large = CountedDatabase(name), False
    try:
        is_large = found.totals(Filters()).rows > most_held()
    finally:
        if not is_large:
            found._workspace.close()
    return found if is_large else None
