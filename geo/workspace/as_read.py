"""What the source of a workspace said: its rows before a person corrected them or took them out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import geopandas as gpd
import pandas as pd

from geo.editions.pairing import Edition
from geo.strikes.schema import make_claims, make_strikes
from geo.workspace.changes import Row
from geo.workspace.editing.fields import ADDED, FIELDS, ORIGIN, PLACE
from geo.workspace.editing.records import to_rows, to_table

__all__ = ["Standing"]


class Holder(Protocol):
    """What is needed of an open workspace."""

    def read_strikes(self) -> gpd.GeoDataFrame:
        """Return the strikes table."""

    def read_claims(self) -> pd.DataFrame:
        """Return the claims table."""

    def find_rows(self, table: str, column: str, values: Sequence[str] | None) -> list[Row]:
        """Return the rows of a table; None for all."""


@dataclass(frozen=True)
class Standing:
    """What a workspace holds: its tables, and the rows of what a person corrected and took out."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    corrections: Sequence[Row] = ()
    removed: Sequence[Row] = ()

    @classmethod
    def of(cls, workspace: Holder) -> Standing:
        """Return what an open workspace holds."""
        return cls(
            workspace.read_strikes(),
            workspace.read_claims(),
            workspace.find_rows("corrections", "strike_id", None),
            workspace.find_rows("removed", "strike_id", None),
        )

    def as_read(self) -> Edition:
        """Return what its source said: without corrections, with what was taken out."""
        rows = [row["strike"] for row in self.removed]
        told = [claim for row in self.removed for claim in row["claims"]]
        strikes = pd.concat([self.strikes, to_table(rows)]) if rows else self.strikes
        claims = self.claims
        if told:
            claims = pd.concat([claims, make_claims(pd.DataFrame(told))], ignore_index=True)
        by_hand = {
            row["strike_id"] for row in self.corrections
            if row["field"] == ORIGIN and str(row["corrected"][0]).startswith(ADDED)
        }  # fmt: skip
        strikes = _read_back(strikes[~strikes.index.isin(by_hand)], self.corrections)
        return Edition(strikes, claims[~claims["strike_id"].isin(by_hand)].reset_index(drop=True))


def _read_back(strikes: gpd.GeoDataFrame, corrections: Iterable[Row]) -> gpd.GeoDataFrame:
    """Return strikes with the values that were read where a person corrected them."""
    of: dict[str, dict[str, Any]] = {}
    for row in corrections:
        if row["field"] in FIELDS:
            of.setdefault(str(row["strike_id"]), {})[str(row["field"])] = row["as_read"]
        elif row["field"] == PLACE:
            of.setdefault(str(row["strike_id"]), {}).update(row["as_read"])
    known = [one for one in strikes.index if one in of]
    if not known:
        return strikes
    rows = to_rows(strikes.loc[known])
    mended = to_table([{**row, **of[row["strike_id"]]} for row in rows])
    whole = pd.concat([strikes.drop(index=known), mended]).loc[strikes.index]
    return make_strikes(whole)
