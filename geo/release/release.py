"""A profile applied: the two tables without what is held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import geopandas as gpd
import numpy as np
import pandas as pd

from geo.errors import ReleaseError
from geo.land.boundaries import Boundaries
from geo.release.areas import put_in_squares, put_on_areas
from geo.release.cells import find_small
from geo.release.columns import hold_columns, list_held
from geo.release.days import find_held
from geo.release.held import Held, word_held
from geo.release.profile import Coarsening, Profile
from geo.release.rows import (
    TELLING_CLAIMS,
    TELLING_STRIKES,
    Rows,
    find_coarse,
    forget,
    forget_names,
    list_names,
)
from geo.release.tolls import widen_lower, widen_sums, widen_tolls
from geo.strikes.checks import check_claims, validate
from geo.strikes.claim_rows import find_strikes
from geo.strikes.filters import claims_of

__all__ = ["Released", "release", "release_again"]

_ORDER = ("date_start", "date_end", "kind", "adm1_code", "adm2_code")


@dataclass(frozen=True, eq=False)
class Released:
    """What may leave: the two tables, and what was held back of the data."""

    profile: Profile
    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    held: Held

    @property
    def told(self) -> tuple[str, ...]:
        """What was held back, a sentence each."""
        return word_held(self.held, self.profile)

    @property
    def notes(self) -> tuple[str, ...]:
        """The same for the recipient, under the profile's name."""
        return (f"Released by the profile {self.profile.name}.", *(
            f"{said[:1].upper()}{said[1:]}."
            for said in word_held(self.held, self.profile, days=False)
        ))  # fmt: skip


def release(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    profile: Profile,
    *,
    boundaries: Boundaries | None = None,
    kinds: Mapping[str, str] | None = None,
    today: date | None = None,
) -> Released:
    """Return what may leave of located strikes and their claims; the tables stay as they are.

    Strikes, claims and events have new ids and stand in the order of their days: an id is made of
    what a source says, a place in the table may tell of the place. boundaries: those that the
    strikes were joined to, by which strikes in squares keep their areas. kinds: of the gazetteer's
    places, by place_id. today: by default the day in UTC. Raises ReleaseError where fewer strikes
    are left than an area may have, SchemaError for tables that break the contract.
    """
    check_claims(claims, validate(strikes))
    late = find_held(strikes, profile.days, today or datetime.now(UTC).date())
    left = strikes[~late].copy()
    own = claims_of(claims, left).copy()
    coarse = _coarsen(left, own, profile.coarsen, kinds or {}, boundaries)
    small = _hide_small(left, own, profile)
    widened = _widen(left, own, profile.cells.people)
    left, own = hold_columns(left, own, profile.columns)
    left, own = _number_anew(left, own)
    held = Held(
        strikes=len(strikes), claims=len(claims), columns=list_held(profile.columns),
        days=int(late.sum()), claims_of_days=len(claims) - len(claims_of(claims, strikes[~late])),
        coarse=coarse, small=small, tolls=int(widened.sum()),
        people=profile.cells.people, least=profile.cells.strikes,
    )  # fmt: skip
    return Released(profile, validate(left), check_claims(own, left), held)


def release_again(released: Released, chosen: gpd.GeoDataFrame) -> Released:
    """Return a release whose areas are large enough among some of its strikes too.

    Raises ReleaseError where these are too few.
    """
    if not released.profile.cells.strikes or len(chosen) == len(released.strikes):
        return released
    part, claims = chosen.copy(), released.claims.copy()
    small = _hide_small(part, claims, released.profile)
    if not small:
        return released
    others = released.strikes.drop(part.index)
    strikes = pd.concat([part, others]).loc[released.strikes.index]
    counts = Counter(released.held.small) + Counter(small)
    return replace(
        released, strikes=strikes, claims=claims, held=replace(released.held, small=dict(counts))
    )


def _coarsen(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    coarsen: tuple[Coarsening, ...],
    kinds: Mapping[str, str],
    boundaries: Boundaries | None,
) -> dict[tuple[str, float], int]:
    """Make places coarse, in place; return how many strikes by how coarse."""
    if not coarsen:
        return {}
    number = find_coarse(strikes, claims, coarsen, kinds)
    counts: dict[tuple[str, float], int] = {(rule.to, rule.grid_km): 0 for rule in coarsen}
    names = list_names(strikes, number >= 0)
    for at, rule in enumerate(coarsen):
        rows = number == at
        if rule.to == "grid":
            put = put_in_squares(strikes, rows, rule.grid_km, boundaries)
        else:
            put = put_on_areas(strikes, rows, rule.to)
        for area, count in put.items():
            key = area, rule.grid_km if area == "grid" else 0.0
            counts[key] = counts.get(key, 0) + count
    forget_names(strikes, claims, names)
    return counts


def _hide_small(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, profile: Profile
) -> dict[str, int]:
    """Count strikes of small areas on larger ones, in place; return how many by the larger one."""
    least = profile.cells.strikes
    count = int(strikes["not_strike"].isna().sum())
    if not least or not count:
        return {}
    if count < least:
        raise ReleaseError(
            f"{profile.name}: {count:,} strikes are left, fewer than the {least:,} that "
            "[cells] asks for; take more strikes, or lower cells.strikes in the profile"
        )
    counted = np.full(len(strikes), "", dtype=object)
    for above, rows in find_small(strikes, least):
        names = list_names(strikes, rows)
        put_on_areas(strikes, rows, above)
        forget_names(strikes, claims, names)
        counted[rows] = above
    return dict(Counter(counted[counted != ""].tolist()))


def _widen(strikes: gpd.GeoDataFrame, claims: pd.DataFrame, least: int) -> Rows:
    """Widen small tolls, in place, and empty what may quote them; return which strikes have one."""
    widened = np.zeros(len(strikes), dtype=bool)
    if not least or not len(strikes):
        return widened
    at = find_strikes(claims, strikes)
    small = widen_tolls(strikes, least)
    claimed = {toll: np.zeros(len(strikes), dtype=bool) for toll in small}
    for toll, own in widen_tolls(claims, least).items():
        claimed[toll][at[own & (at >= 0)]] = True
        small[toll] |= claimed[toll]
        widened |= small[toll]
    widen_lower(strikes, claimed, least)
    widen_sums(strikes, claims, at, small)
    telling = _share_event(strikes, widened)
    forget(strikes, telling, TELLING_STRIKES)
    forget(claims, telling[at] & (at >= 0), TELLING_CLAIMS)
    return widened


def _share_event(strikes: gpd.GeoDataFrame, rows: Rows) -> Rows:
    """Return some rows and those of the same events, whose texts may quote the same toll."""
    leads = strikes["toll_lead"].fillna(strikes.index.to_series())
    events = strikes["event_id"]
    told = leads.isin(leads[rows]) | leads.isin(strikes.index[rows])
    told |= events.notna() & events.isin(events[told | rows].dropna())
    shared: Rows = rows | told.to_numpy(dtype=bool)
    return shared


def _number_anew(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame
) -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    """Return the tables in the order of the strikes' days, with ids that are mere numbers."""
    ordered = strikes.sort_values(list(_ORDER), kind="stable")
    ids = pd.Index([f"release:{n}" for n in range(1, len(ordered) + 1)], dtype="str")
    new = pd.Series(ids, index=ordered.index, dtype="str")
    events = pd.unique(ordered["event_id"].dropna())
    numbers = {event: f"event:{n}" for n, event in enumerate(events, start=1)}
    ordered["event_id"] = ordered["event_id"].map(numbers).astype("str")
    leads = ordered["toll_lead"].map(new)
    away = ordered["toll_lead"].notna() & leads.isna()
    ordered["toll_lead"] = leads.mask(away, "held back").astype("str")
    ordered.index = pd.Index(ids, name="strike_id", dtype="str")
    rows = find_strikes(claims, strikes)
    own = claims.assign(strike_id=new.reindex(strikes.index[rows]).to_numpy())
    place = np.argsort(ordered.index.get_indexer(own["strike_id"]), kind="stable")
    own = own.iloc[place].reset_index(drop=True)
    nth = (own.groupby("strike_id").cumcount() + 1).astype("str")
    own["claim_id"] = (own["strike_id"] + "/" + nth).astype("str")
    own["strike_id"] = own["strike_id"].astype("str")
    return ordered, own
