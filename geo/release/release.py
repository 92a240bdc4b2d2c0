"""A profile applied: the two tables without what is held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.language import _
from gazetteer.places import Place
from geo.errors import ReleaseError
from geo.land.boundaries import Boundaries
from geo.release.areas import LEVEL_OF, put_in_squares, put_on_areas
from geo.release.cells import find_small
from geo.release.columns import hold_columns, list_held
from geo.release.days import find_held
from geo.release.held import Held, word_held
from geo.release.names import list_names
from geo.release.numbering import number_anew, order_rows
from geo.release.profile import Coarsening, Profile
from geo.release.rows import (
    TELLING_CLAIMS,
    TELLING_STRIKES,
    Rows,
    find_coarse,
    forget,
    forget_names,
)
from geo.release.tolls import (
    widen_differences,
    widen_events,
    widen_lower,
    widen_sums,
    widen_tolls,
)
from geo.strikes.checks import check_claims, validate
from geo.strikes.claim_rows import find_strikes
from geo.strikes.filters import claims_of

__all__ = ["Released", "release", "release_again"]

Areas = NDArray[np.object_]  # texts


@dataclass(frozen=True, eq=False, slots=True)
class Whole:
    """What a release was made of, by its new ids: for areas to be counted anew, nothing else.

    The tables before columns are held back, coarse already. hidden: what area each strike is
    counted on since areas below have too few, "" for its own.
    """

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    hidden: Areas
    places: Mapping[str, Place]
    boundaries: Boundaries | None


@dataclass(frozen=True, eq=False)
class Released:
    """What may leave: the two tables, and what was held back of the data.

    whole: what never leaves.
    """

    profile: Profile
    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame
    held: Held
    whole: Whole = field(repr=False)

    @property
    def told(self) -> tuple[str, ...]:
        """What was held back, a sentence each."""
        return word_held(self.held, self.profile)

    @property
    def notes(self) -> tuple[str, ...]:
        """The same for the recipient, under the profile's name."""
        return (_("Released by the profile {name}.", name=self.profile.name), *(
            _("{said}.", said=f"{said[:1].upper()}{said[1:]}")
            for said in word_held(self.held, self.profile, days=False)
        ))  # fmt: skip


def release(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    profile: Profile,
    *,
    boundaries: Boundaries | None = None,
    places: Mapping[str, Place] | None = None,
    today: date | None = None,
) -> Released:
    """Return what may leave of located strikes and their claims; the tables stay as they are.

    Strikes, claims and events have new ids and stand in the order of their days: an id is made of
    what a source says, a place in the table may tell of the place. boundaries: those that the
    strikes were joined to, by whose outlines coarse strikes keep their areas. places: the
    gazetteer's that strikes are matched to, by place_id. today: by default the day in UTC. Raises
    ReleaseError where fewer strikes are left than an area may have, SchemaError for tables that
    break the contract.
    """
    check_claims(claims, validate(strikes))
    known = places or {}
    late = find_held(strikes, profile.days, today or datetime.now(UTC).date())
    left = strikes[~late].copy()
    own = claims_of(claims, left).copy()
    coarse = _coarsen(left, own, profile.coarsen, known, boundaries)
    hidden = _hide_small(left, own, profile, known, boundaries)
    widened = _widen(left, own, profile.cells.people)
    order = order_rows(*hold_columns(left, own, profile.columns))
    left, own = number_anew(left, own, order)
    whole = Whole(left, own, hidden[order[0]], known, boundaries)
    held = Held(
        strikes=len(strikes), claims=len(claims), columns=list_held(profile.columns),
        days=int(late.sum()), claims_of_days=len(claims) - len(claims_of(claims, strikes[~late])),
        coarse=coarse, small=_count_hidden(hidden), tolls=int(widened.sum()),
        people=profile.cells.people, least=profile.cells.strikes, rules=profile.rules,
    )  # fmt: skip
    return _leave(profile, whole, held)


def _leave(profile: Profile, whole: Whole, held: Held) -> Released:
    left, own = hold_columns(whole.strikes, whole.claims, profile.columns)
    return Released(profile, validate(left), check_claims(own, left), held, whole)


def release_again(released: Released, chosen: gpd.GeoDataFrame) -> Released:
    """Return a release whose areas are large enough among some of its strikes too.

    Areas count that do not leave too. Raises ReleaseError where the strikes are too few.
    """
    whole = released.whole
    if not released.profile.cells.strikes or len(chosen) == len(whole.strikes):
        return released
    part, claims = whole.strikes.loc[chosen.index].copy(), whole.claims.copy()
    more = _hide_small(part, claims, released.profile, whole.places, whole.boundaries)
    if not (more != "").any():
        return released
    others = whole.strikes.drop(part.index)
    strikes = pd.concat([part, others]).loc[whole.strikes.index]
    hidden = pd.Series(whole.hidden, index=whole.strikes.index)
    hidden[part.index[more != ""]] = more[more != ""]
    again = replace(whole, strikes=strikes, claims=claims, hidden=hidden.to_numpy())
    held = replace(released.held, small=_count_hidden(again.hidden))
    return _leave(released.profile, again, held)


def _coarsen(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    coarsen: tuple[Coarsening, ...],
    places: Mapping[str, Place],
    boundaries: Boundaries | None,
) -> dict[tuple[str, float], int]:
    """Make places coarse, in place; return how many strikes by how coarse."""
    if not coarsen:
        return {}
    number = find_coarse(strikes, claims, coarsen, places)
    counts: dict[tuple[str, float], int] = {(rule.to, rule.grid_km): 0 for rule in coarsen}
    names = list_names(strikes, claims, number >= 0, places)
    for at, rule in enumerate(coarsen):
        rows = number == at
        if rule.to == "grid":
            put = put_in_squares(strikes, rows, rule.grid_km, boundaries)
        else:
            put = put_on_areas(strikes, rows, rule.to, boundaries)
        for area, count in put.items():
            key = area, rule.grid_km if area == "grid" else 0.0
            counts[key] = counts.get(key, 0) + count
    forget_names(strikes, claims, names)
    return counts


def _hide_small(
    strikes: gpd.GeoDataFrame,
    claims: pd.DataFrame,
    profile: Profile,
    places: Mapping[str, Place],
    boundaries: Boundaries | None,
) -> Areas:
    """Count strikes of small areas on larger ones, in place; return which of these, "" for none."""
    least = profile.cells.strikes
    count = int(strikes["not_strike"].isna().sum())
    counted = np.full(len(strikes), "", dtype=object)
    if not least or not count:
        return counted
    if count < least:
        raise ReleaseError(
            f"{profile.name}: {count:,} strikes are left, fewer than the {least:,} that "
            "[cells] asks for; take more strikes, or lower cells.strikes in the profile"
        )
    for above, rows in find_small(strikes, least, boundaries):
        names = list_names(strikes, claims, rows, places)
        put_on_areas(strikes, rows, above, boundaries)
        forget_names(strikes, claims, names)
        told = strikes["precision"][rows]
        counted[rows] = told.where(told.isin(list(LEVEL_OF)), "country")
    return counted


def _count_hidden(hidden: Areas) -> dict[str, int]:
    return dict(Counter(hidden[hidden != ""].tolist()))


def _widen(strikes: gpd.GeoDataFrame, claims: pd.DataFrame, least: int) -> Rows:
    """Widen small tolls, in place, and empty what may quote them; return which strikes have one."""
    widened = np.zeros(len(strikes), dtype=bool)
    if not least or not len(strikes):
        return widened
    at = find_strikes(claims, strikes)
    widened |= widen_differences(strikes, claims, at, least)
    small = widen_tolls(strikes, least)
    claimed = {toll: np.zeros(len(strikes), dtype=bool) for toll in small}
    for toll, own in widen_tolls(claims, least).items():
        claimed[toll][at[own & (at >= 0)]] = True
        small[toll] |= claimed[toll]
        widened |= small[toll]
    widen_lower(strikes, claimed, least)
    widen_sums(strikes, claims, at, small)
    telling = _share_event(strikes, widened)
    widen_events(strikes, claims, at, telling, least)
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
