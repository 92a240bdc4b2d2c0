"""Following a workspace: what was written since, so that who holds its tables need not read all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd
from sqlalchemy import Connection, select

from gazetteer.decisions.decision import Decision
from geo.strikes.filters import Filters
from geo.workspace.deciding import list_decisions
from geo.workspace.finding import last_change
from geo.workspace.rows import read_chosen, read_chosen_claims, read_claims, read_strikes
from geo.workspace.tables import TABLES

__all__ = ["Changed", "read_changed"]

Key = tuple[str, str]
_LOG = TABLES.tables["log"]


@dataclass(frozen=True)
class Changed:
    """What a workspace holds otherwise than after an earlier change.

    seq: the number of the last change. strikes: those that were written, as they are now; removed:
    the ids of those that are no more. decisions: all of them, by name and governorate. claims: all
    of them, None where none was written.
    """

    seq: int
    strikes: gpd.GeoDataFrame
    removed: tuple[str, ...]
    decisions: Mapping[Key, Decision]
    claims: pd.DataFrame | None = None


def read_changed(connection: Connection, seq: int, part: Filters | None = None) -> Changed | None:
    """Return what was written after the change of a number; None for nothing.

    part: who holds only the strikes of a team's database that pass these filters is given no other,
    and told of one that passes no more as removed.
    """
    last = last_change(connection)
    if last == seq:
        return None
    touched = _list_touched(connection, seq)
    ids = sorted(touched["strikes"])
    strikes = read_chosen(connection, part, ids) if part else read_strikes(connection, ids)
    gone = tuple(sorted({*ids} - {*strikes.index}))
    claims = _read_claims(connection, part) if touched["claims"] else None
    return Changed(last, strikes, gone, list_decisions(connection), claims)


def _read_claims(connection: Connection, part: Filters | None) -> pd.DataFrame:
    return read_chosen_claims(connection, part) if part else read_claims(connection)


def _list_touched(connection: Connection, seq: int) -> dict[str, set[str]]:
    """Return the ids of the strikes and of the claims that were written after a change."""
    touched: dict[str, set[str]] = {"strikes": set(), "claims": set()}
    for (after,) in connection.execute(select(_LOG.c.after).where(_LOG.c.seq > seq)):
        for rows in after:
            if rows["table"] in touched:
                touched[rows["table"]] |= {key[0] for key in rows["keys"]}
    return touched
