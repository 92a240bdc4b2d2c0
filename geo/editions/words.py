"""A comparison of two editions in words, and as a table."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import pandas as pd

from geo.editions.compare import CLAIMS, POINT, Comparison
from geo.strikes.schema import TOLLS

__all__ = ["list_changes", "summarise_changes"]

_TABLE = [
    "state",
    "strike_id",
    "newer_id",
    "date",
    "place",
    "field",
    "before",
    "after",
    "km",
    "shown_by",
]
_TOLL_FIELDS = tuple(f"{toll}_{end}" for toll in TOLLS for end in ("min", "max"))
_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("moved", (POINT,)),
    ("with a toll revised", _TOLL_FIELDS),
    ("with another day", ("date_start", "date_end", "date_precision")),
    (
        "with another place as reported",
        ("place_text", "governorate_text", "district_text", "subdistrict_text", "pcode_text"),
    ),
    ("with other claims", (CLAIMS,)),
)


def summarise_changes(found: Comparison) -> list[str]:
    """Return lines such as "3 new, 1 gone, 12 changed, 400 as before" and what changed how."""
    lines = [
        f"{len(found.added):,} new, {len(found.gone):,} gone, {found.changed:,} changed, "
        f"{found.same:,} as before"
    ]
    changes = found.changes
    named: list[str] = []
    for words, fields in _GROUPS:
        rows = changes[changes["field"].isin(fields)]["new_id"].nunique()
        named += [f"{rows:,} {words}"] if rows else []
    if named:
        lines.append(f"of those changed: {', '.join(named)}")
    if not found.pairs.ids_hold:
        lines.append(
            "the ids of the two do not stand for the same rows (numbers of rows?): rows were "
            "known by what they say"
        )
    guessed = changes[changes["shown_by"] != "id"]["new_id"].nunique()
    if guessed and found.pairs.ids_hold:
        said = "has no id in both and was known by what it says"
        if guessed > 1:
            said = "have no id in both and were known by what they say"
        lines.append(f"{guessed:,} of those changed {said}: look again")
    return lines


def list_changes(found: Comparison) -> pd.DataFrame:
    """Return every difference as a table: a row for a new or gone strike, or for a field changed.

    Columns: state (new, gone, changed), strike_id (of the older edition, where it has the row),
    newer_id (of a changed row), date, place, field, before, after, km (of a
    point that moved), shown_by (what showed that a row of both editions is one).
    """
    news, gone = _list_rows("new", found.added), _list_rows("gone", found.gone)
    named = _describe(found.new.strikes, found.changes["new_id"])
    ids = {"strike_id": found.changes["old_id"], "newer_id": found.changes["new_id"]}
    changed = found.changes.assign(state="changed", **ids, **named)
    parts = [part for part in (news, gone, changed) if len(part)]
    whole = pd.concat(parts) if parts else pd.DataFrame(columns=_TABLE)
    return whole.reindex(columns=_TABLE).reset_index(drop=True)


def _list_rows(state: str, strikes: gpd.GeoDataFrame) -> pd.DataFrame:
    ids = pd.Series(strikes.index, dtype="str")
    return pd.DataFrame({"state": state, "strike_id": ids, **_describe(strikes, ids)})


def _describe(strikes: gpd.GeoDataFrame, ids: Iterable[str]) -> dict[str, list[object]]:
    """Return the day and the place of some strikes, as reported."""
    rows = strikes.reindex(list(ids))
    days = [None if pd.isna(day) else day.date().isoformat() for day in rows["date_start"]]
    places = rows["place_text"].astype(object)
    return {"date": days, "place": places.where(places.notna(), None).tolist()}
