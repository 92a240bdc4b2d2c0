"""Columns held back: emptied, and with them what would quote them."""

from __future__ import annotations

from collections.abc import Iterable

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.release.profile import Columns
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS, Column
from geo.strikes.totals import AT_SEA, OUTSIDE

__all__ = ["ALWAYS", "hold_columns", "list_held"]

# Without these a row would say something else: no strike would be a strike, five would be one.
ALWAYS = {
    "strikes": frozenset((
        *(column.name for column in STRIKE_COLUMNS if column.required),
        "not_strike", "strikes_min", "strikes_max", "uncertainty_km", "adm1_code",
    )),
    "claims": frozenset(column.name for column in CLAIM_COLUMNS if column.required),
}  # fmt: skip
# What quotes other columns, and may leave only with them; None: any column.
_QUOTING: dict[str, tuple[str, ...] | None] = {
    "match_reason": ("place_text", "place_text_ar", "governorate_text", "district_text",
                     "subdistrict_text", "pcode_text", "country_text", "place_name"),
    "adm_note": ("governorate_text", "adm1_name", "adm2_name", "place_name"),
    "corrected": None,
    "reading_note": None,
}  # fmt: skip


def list_held(columns: Columns) -> dict[str, list[str]]:
    """Return the columns of each table that are held back, those that quote them among them."""
    held: dict[str, list[str]] = {}
    for table, listed, known in (
        ("strikes", columns.strikes, STRIKE_COLUMNS),
        ("claims", columns.claims, CLAIM_COLUMNS),
    ):
        names = [column.name for column in known]
        leave = frozenset(names) if listed is None else listed | ALWAYS[table]
        if table == "strikes":
            leave = frozenset(name for name in leave if _may_leave(name, leave, names))
        held[table] = [name for name in names if name not in leave]
    return held


def _may_leave(name: str, leave: frozenset[str], names: Iterable[str]) -> bool:
    quoted = _QUOTING.get(name, ())
    return leave.issuperset(names if quoted is None else quoted)


def hold_columns(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, columns: Columns
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return the tables with the columns emptied that may not leave; claims of ids alone go."""
    held = list_held(columns)
    strikes, claims = strikes.copy(deep=False), claims.copy(deep=False)
    outside = strikes["adm_note"].map(_tell_outside) if "adm_note" in held["strikes"] else None
    _empty(strikes, held["strikes"], STRIKE_COLUMNS)
    _empty(claims, held["claims"], CLAIM_COLUMNS)
    if outside is not None:
        strikes["adm_note"] = outside.astype("str")
    if "date_start" in held["strikes"]:
        strikes["date_precision"] = pd.Series("unknown", index=strikes.index, dtype="str")
    if columns.claims is not None and not columns.claims - ALWAYS["claims"]:
        claims = claims.iloc[:0]
    return strikes, claims


def _empty(table: pd.DataFrame, names: Iterable[str], columns: Iterable[Column]) -> None:
    everywhere = np.ones(len(table), dtype=bool)
    for column in columns:
        if column.name in names:
            table[column.name] = table[column.name].mask(everywhere)


def _tell_outside(note: object) -> str | None:
    """Return of a note on areas only that the point lies outside the country, or in the sea."""
    parts = note.split("; ") if isinstance(note, str) else []
    return "; ".join(part for part in parts if part in (OUTSIDE, AT_SEA)) or None
