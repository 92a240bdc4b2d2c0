"""Owning: a person's own places listed, corrected and taken out, with the rows that say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

import geopandas as gpd
import pandas as pd

from gazetteer.spelling.names import clean, fold
from geo.errors import CorrectionError
from geo.land.boundaries import Boundaries
from geo.placing.deciding import forget_places
from geo.placing.locate import locate
from geo.strikes.patching import patch_rows
from geo.workspace.applying import now
from geo.workspace.changes import Change, Patch
from geo.workspace.own_places import Listing, OwnPlace, check_governorate, extend, read_own
from geo.workspace.rows import read_states
from geo.workspace.store import Workspace

__all__ = ["keep_place", "list_places", "make_id", "match_own", "remove_place"]

Land = tuple[Listing, Boundaries]
_TABLE = "places"


def make_id() -> str:
    """Return the id of a new place."""
    return f"own:{uuid4().hex[:12]}"


def list_places(workspace: Workspace) -> tuple[OwnPlace, ...]:
    """Return the workspace's own places."""
    return read_own(workspace.find_rows(_TABLE, "place_id", None))


def keep_place(workspace: Workspace, place: OwnPlace, land: Land) -> int:
    """List a place, or correct the one of its id; return how many rows are placed otherwise.

    land: the places and areas of the countries, without the workspace's own. Rows that say one
    of its names are matched anew; those of a given point, put elsewhere by hand, or of a name
    decided otherwise stay. Raises CorrectionError for what no place is, WorkspaceError where it is
    only read.
    """
    place.check()
    check_governorate(place, land[0])
    signed = replace(place, who=place.who or workspace.who, at=now())
    known = {one.place_id: one for one in list_places(workspace)}
    verb = "correct place" if place.place_id in known else "add place"
    return _write(workspace, verb, known.get(place.place_id), signed, land)


def remove_place(workspace: Workspace, place_id: str, land: Land, *, why: str = "") -> int:
    """Take a place out; return how many rows are placed otherwise, as `keep_place` does."""
    known = {one.place_id: one for one in list_places(workspace)}
    if place_id not in known:
        raise CorrectionError(
            f"{place_id!r} is no place of the workspace; `strikemap workspace place list` has them"
        )
    return _write(workspace, "remove place", known[place_id], None, land, why=why)


def _write(
    workspace: Workspace, verb: str, before: OwnPlace | None, after: OwnPlace | None,
    land: Land, *, why: str = "",
) -> int:  # fmt: skip
    workspace.refuse_reading()
    place = after or before
    if place is None:
        raise ValueError("no place")
    others = [one for one in list_places(workspace) if one.place_id != place.place_id]
    was = None if before is None else before.to_row()
    becomes = None if after is None else after.to_row()
    own = Patch(_TABLE, (place.place_id,), was, becomes)
    names = {name for one in (before, after) if one for name in one.names}
    gazetteers = [
        extend(land[0], [*others, *([one] if one else [])], land[1]) for one in (before, after)
    ]
    stands = _find_concerned(workspace, place.place_id, names)
    rows = _match_anew(workspace, stands, gazetteers, land[1])
    why = why or (after.reason if after else "")
    return workspace.apply(Change(verb, place.name, [own, *rows], why))


def _match_anew(
    workspace: Workspace, stands: gpd.GeoDataFrame, gazetteers: Sequence[Listing],
    boundaries: Boundaries,
) -> list[Patch]:  # fmt: skip
    """Return what the second of two gazetteers places otherwise than the first, in some rows."""
    if stands.empty:
        return []
    decisions = workspace.list_decisions()
    bare = forget_places(stands)
    found = [
        list(read_states(locate(bare, one.with_decisions(decisions), boundaries=boundaries)))
        for one in gazetteers
    ]
    return [
        Patch("strikes", (str(strike_id),), stood, after)
        for strike_id, stood, before, after in zip(
            stands.index, read_states(stands), *found, strict=True
        )
        if before != after and stood != after
    ]  # fmt: skip


def _find_concerned(workspace: Workspace, place_id: str, names: set[str]) -> gpd.GeoDataFrame:
    """Return the strikes that are at a place or whose name holds one of its own.

    Those of a given point, and those that a person put elsewhere, are left out.
    """
    strikes = workspace.read_strikes()
    put = {row["strike_id"] for row in workspace.find_rows("corrections", "field", ["place"])}
    settled = (strikes["match_method"] == "given") | strikes.index.isin(list(put))
    concerned = _mark_saying(strikes, names) | (strikes["place_id"] == place_id).fillna(False)
    return strikes[concerned & ~settled]


def match_own(
    strikes: gpd.GeoDataFrame, own: Sequence[OwnPlace], gazetteer: Listing, boundaries: Boundaries
) -> gpd.GeoDataFrame:
    """Return strikes that were located without a person's own places as they are with them.

    gazetteer: with those places. Rows with a point of their source stay as they are.
    """
    names = {name for place in own for name in place.names}
    ours = strikes[_mark_saying(strikes, names) & (strikes["match_method"] != "given")]
    if ours.empty:
        return strikes
    return patch_rows(strikes, locate(forget_places(ours), gazetteer, boundaries=boundaries))


def _mark_saying(strikes: gpd.GeoDataFrame, names: set[str]) -> pd.Series:
    said = strikes["place_text"].dropna().unique()
    return strikes["place_text"].isin([text for text in said if _says(fold(clean(text)), names)])


def _says(text: str, names: set[str]) -> bool:
    padded = f" {text} "
    return any(f" {name} " in padded for name in names)
