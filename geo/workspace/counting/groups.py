"""Totals by governorate, kind, actor, source or month, without reading the strikes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from geo.errors import FilterError
from geo.strikes.filters import Filters
from geo.strikes.passing import fold, name_codes
from geo.strikes.schema import split_several
from geo.strikes.totals import Totals
from geo.workspace.counting.measures import Sums, add_sums, read_totals
from geo.workspace.counting.totals import sum_by_source, sum_groups
from geo.workspace.counting.values import list_pairs

__all__ = ["DIMENSIONS", "Group", "count_groups"]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that have something in common, counted; key: None for rows of which it is not told."""

    key: str | None
    name: str
    totals: Totals


def count_groups(connection: Connection, filters: Filters, by: str) -> list[Group]:
    """Count the strikes that pass by a word of DIMENSIONS, most rows first, months in order.

    A row of several actors or sources counts under each, so that their rows may be more than there
    are; a row counts in the month in which its days begin. Raises FilterError for another word and
    for what cannot be asked of a database.
    """
    if by not in DIMENSIONS:
        raise FilterError(f"by={by} is unknown; use one of {', '.join(DIMENSIONS)}")
    found = DIMENSIONS[by](connection, filters)
    groups = [Group(key, name, read_totals(sums)) for (key, name), sums in found.items()]
    if by == "month":
        return sorted(groups, key=lambda group: group.key or "~")
    return sorted(groups, key=lambda group: (-group.totals.rows, group.key or "~"))


Named = dict[tuple[str | None, str], Sums]


def _add(parts: Iterable[tuple[str | None, str, Sums]]) -> Named:
    """Add the sums of one key; its name is the first."""
    names: dict[str | None, str] = {}
    added: dict[str | None, Sums] = {}
    for key, name, sums in parts:
        names.setdefault(key, name)
        added[key] = add_sums(added[key], sums) if key in added else sums
    return {(key, names[key]): sums for key, sums in added.items()}


def _by_column(column: str) -> Callable[[Connection, Filters], Named]:
    def count(connection: Connection, filters: Filters) -> Named:
        found = sum_groups(connection, filters, (column,))
        return _add((key, key or "", sums) for (key,), sums in found.items())

    return count


def _by_governorate(connection: Connection, filters: Filters) -> Named:
    """Count by the area of a row, else by that of the words of its report."""
    areas = _Areas(list_pairs(connection, 1))
    found = sum_groups(connection, filters, ("adm1_code", "adm1_name", "governorate_text"))
    return _add((*areas.find(*key), sums) for key, sums in found.items())


class _Areas:
    """Which governorate a row counts under: its own, else the one that its report's words name."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._names = dict(pairs)
        codes = {fold(code): (code, name) for code, name in pairs}
        named = {fold(name): (name, name) for _, name in pairs}  # where it is that of several
        self._found = {
            **{name: codes.get(one, named[name]) for name, one in name_codes(pairs).items()},
            **codes,
        }

    def find(
        self, code: str | None, name: str | None, stated: str | None
    ) -> tuple[str | None, str]:
        """Return the code and name, or the name twice; None where no area is told."""
        if code:
            return code, name or self._names.get(code, code)
        if name:
            return self._found.get(fold(name), (name, name))
        return self._found.get(fold(stated or ""), (None, ""))


def _by_actor(connection: Connection, filters: Filters) -> Named:
    found = sum_groups(connection, filters, ("actor",))
    return _add(
        (actor, actor or "", sums)
        for (cell,), sums in found.items()
        for actor in (dict.fromkeys(split_several(cell)) or (None,))
    )


def _by_month(connection: Connection, filters: Filters) -> Named:
    found = sum_groups(connection, filters, ("month_start",))
    months = ((day and day.strftime("%Y-%m"), sums) for (day,), sums in found.items())
    return _add((month, month or "", sums) for month, sums in months)


def _by_source(connection: Connection, filters: Filters) -> Named:
    found = sum_by_source(connection, filters)
    return _add((source, source or "", sums) for (source,), sums in found.items())


DIMENSIONS: Mapping[str, Callable[[Connection, Filters], Named]] = {
    "governorate": _by_governorate,
    "kind": _by_column("kind"),
    "actor": _by_actor,
    "source": _by_source,
    "month": _by_month,
}
