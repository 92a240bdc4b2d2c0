"""Ids that are mere numbers, and an order of rows that says nothing beside what leaves."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.strikes.claim_rows import find_strikes
from geo.strikes.schema import CLAIM_COLUMNS, STRIKE_COLUMNS

__all__ = ["number_anew", "order_rows"]

_ORDER = ("date_start", "date_end", "kind", "adm1_code", "adm2_code")
_IDS = ("strike_id", "claim_id", "event_id", "toll_lead")
Order = NDArray[np.intp]


def order_rows(strikes: gpd.GeoDataFrame, claims: pd.DataFrame) -> tuple[Order, Order]:
    """Return the order of the rows of two tables as they leave: of days, kinds and areas.

    What is alike in these is in the order of a hash of all that leaves of it: the order of the file
    may tell what is held back, such as days. Claims are in the order of their strikes.
    """
    said = _hash(strikes, [c.name for c in STRIKE_COLUMNS])
    said ^= pd.util.hash_array(np.nan_to_num(strikes.geometry.x.to_numpy()))
    said += pd.util.hash_array(np.nan_to_num(strikes.geometry.y.to_numpy()))
    of_claims = _hash(claims, [c.name for c in CLAIM_COLUMNS])
    at = find_strikes(claims, strikes)
    np.add.at(said, at[at >= 0], of_claims[at >= 0])
    keys = pd.DataFrame(strikes[list(_ORDER)]).reset_index(drop=True).assign(said=said)
    order = keys.sort_values([*_ORDER, "said"], kind="stable").index.to_numpy(dtype=np.intp)
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    of = pd.DataFrame({"strike": place[at], "day": claims["published"].array, "said": of_claims})
    return order, of.sort_values(["strike", "day", "said"]).index.to_numpy(dtype=np.intp)


def _hash(table: pd.DataFrame, columns: list[str]) -> NDArray[np.uint64]:
    told = pd.DataFrame(table[[name for name in columns if name not in _IDS]])
    hashes: NDArray[np.uint64] = pd.util.hash_pandas_object(told, index=False).to_numpy().copy()
    return hashes


def number_anew(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, order: tuple[Order, Order]
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return the tables in an order of `order_rows`, with ids that are numbers in it."""
    ordered = strikes.iloc[order[0]].copy()
    ids = pd.Index([f"release:{n}" for n in range(1, len(ordered) + 1)], dtype="str")
    new = pd.Series(ids, index=ordered.index, dtype="str")
    events = pd.unique(ordered["event_id"].dropna())
    numbers = {event: f"event:{n}" for n, event in enumerate(events, start=1)}
    ordered["event_id"] = ordered["event_id"].map(numbers).astype("str")
    leads = ordered["toll_lead"].map(new)
    away = ordered["toll_lead"].notna() & leads.isna()
    ordered["toll_lead"] = leads.mask(away, "held back").astype("str")
    ordered.index = pd.Index(ids, name="strike_id", dtype="str")
    own = claims.iloc[order[1]].reset_index(drop=True)
    own["strike_id"] = new.reindex(own["strike_id"]).to_numpy()
    nth = (own.groupby("strike_id").cumcount() + 1).astype("str")
    own["claim_id"] = (own["strike_id"] + "/" + nth).astype("str")
    own["strike_id"] = own["strike_id"].astype("str")
    return ordered, own
