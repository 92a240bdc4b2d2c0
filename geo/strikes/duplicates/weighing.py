"""How alike two rows are: by place, days, kind, tolls, actor, target and who tells of them.

The weights are set by hand: they order proposals, and are no probability. What a source tells apart
itself is seldom one strike, so two rows of one and the same source need more than place and day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import geopandas as gpd
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from gazetteer.places import EARTH_KM
from geo.strikes.duplicates.pairs import FARTHEST_KM, SHORT_DAYS, Rows, number_names
from geo.strikes.outlets import find_site
from geo.strikes.schema import FROM_AIR, SEPARATOR, split_several

__all__ = ["PLACES", "Evidence", "alike_actors"]

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]

SAME_KM = 1.0  # so near, two points are one place
# How places agree, with what it weighs.
PLACES = {"same": 0.45, "near": 0.35, "name": 0.3, "area": 0.15}
TWO_TOWNS = -0.15  # two listed places, each named as such, that lie in each other's radius
SAME_DAY, OVERLAP, SAME_SPAN, DAY_APART = 0.3, 0.2, 0.05, 0.1
SAME_KIND, BOTH_AIR, OTHER_KIND = 0.1, 0.05, -0.15
CLOSE = 2  # people, or half as many again: so far first counts are revised
SAME_TOLL, TOLLS_OVERLAP, TOLLS_DIFFER = 0.2, 0.1, -0.2
SAME_ACTOR, OTHER_ACTOR = 0.1, -0.15
SAME_TARGET, OTHER_TARGET = 0.1, -0.1
SAME_SOURCE = -0.2
_SHARP = ("site", "neighbourhood", "settlement")
_VAGUE_TARGETS = ("unknown", "other", "residential")


@dataclass(frozen=True)
class Evidence:
    """What rows say, as columns that pairs are looked up in."""

    strikes: gpd.GeoDataFrame
    claims: pd.DataFrame

    def weigh(self, one: Rows, other: Rows) -> Numbers:
        """Return the likeness of pairs, 0-1; 0 for what cannot be one strike."""
        place = self.weigh_places(one, other)
        parts = (
            self._weigh_days(one, other), self._weigh_kinds(one, other),
            self._weigh_tolls(one, other), self._weigh_actors(one, other),
            self._weigh_targets(one, other), self.same_source(one, other) * SAME_SOURCE,
            self.two_towns(one, other) * TWO_TOWNS,
        )  # fmt: skip
        whole = place + sum(parts)
        return np.where((place > 0) & ~self._told_apart(one, other), np.clip(whole, 0, 1), 0)

    def km_between(self, one: Rows, other: Rows) -> Numbers:
        """Return how far pairs of points are apart; nan where one has none."""
        lon, lat = self._lon_lat
        a, b = np.radians(lat[one]), np.radians(lat[other])
        half = np.sin((b - a) / 2) ** 2
        half += np.cos(a) * np.cos(b) * np.sin(np.radians(lon[other] - lon[one]) / 2) ** 2
        km: Numbers = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
        return km

    def weigh_places(self, one: Rows, other: Rows) -> Numbers:
        """Return what the places of pairs weigh, one of PLACES; 0 where they do not agree."""
        km, radius = self.km_between(one, other), self._radius[one] + self._radius[other]
        same_id = (self._place[one] == self._place[other]) & (self._place[one] >= 0)
        near = km <= np.minimum(np.nan_to_num(radius), FARTHEST_KM)
        blurred = np.maximum(self._radius[one], self._radius[other]) > SAME_KM * 5
        same = ((same_id & (km <= SAME_KM)) | (km <= SAME_KM)) & ~blurred
        names = (self._name[one] == self._name[other]) & (self._name[one] >= 0)
        unplaced = self._unlocated[one] | self._unlocated[other]
        of_area = self._area_only[one] | self._area_only[other]
        agree = of_area & ~unplaced & self._areas_agree(one, other)
        choices = [same, near | same, names & unplaced, agree]
        weights = [PLACES[name] for name in ("same", "near", "name", "area")]
        found: Numbers = np.select(choices, weights, 0.0)
        return found

    def two_towns(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs are of two listed places, each as sharp as a town or sharper."""
        told = self._sharp[one] & self._sharp[other]
        two: Marks = told & (self._place[one] != self._place[other])
        return two

    def _areas_agree(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs lie in one governorate, and in no two districts."""
        first, second = self._adm[0], self._adm[1]
        same = (first[one] == first[other]) & (first[one] >= 0)
        told = (second[one] >= 0) & (second[other] >= 0)
        agree: Marks = same & ~(told & (second[one] != second[other]))
        return agree

    def _weigh_days(self, one: Rows, other: Rows) -> Numbers:
        start, end = self._days
        same = (start[one] == start[other]) & (end[one] == end[other])
        day = same & (start[one] == end[one])
        overlap = (start[one] <= end[other]) & (start[other] <= end[one])
        long = end[one] - start[one] >= SHORT_DAYS  # then both are of the same days
        weights = [SAME_DAY, SAME_SPAN, OVERLAP]
        found: Numbers = np.select([day, same & long, overlap], weights, DAY_APART)
        return found

    def _weigh_kinds(self, one: Rows, other: Rows) -> Numbers:
        kind, air, vague = self._kinds
        known = ~(vague[one] | vague[other])
        choices = [kind[one] == kind[other], air[one] & air[other], known]
        found: Numbers = np.select(choices, [SAME_KIND, BOTH_AIR, OTHER_KIND], 0.0)
        return found

    def _weigh_tolls(self, one: Rows, other: Rows) -> Numbers:
        found = np.zeros(len(one))
        for toll in ("killed", "injured", "casualties"):
            (low, high, told), left = self._toll(toll), found == 0
            both = told[one] & told[other] & left
            same = (low[one] == low[other]) & (high[one] == high[other]) & (low[one] > 0)
            meet = (low[one] <= high[other]) & (low[other] <= high[one])
            gap = np.where(meet, 0, np.maximum(low[one], low[other])
                           - np.minimum(high[one], high[other]))  # fmt: skip
            lesser = np.minimum(high[one], high[other])
            close = gap <= np.maximum(CLOSE, lesser / 2)
            weights = [SAME_TOLL, TOLLS_OVERLAP, 0.0]
            weight = np.select([same, meet, close], weights, TOLLS_DIFFER)
            found = np.where(both, weight, found)
        return found

    def _weigh_actors(self, one: Rows, other: Rows) -> Numbers:
        codes, names = self._actor
        alike = _by_pair(codes[one], codes[other], names, alike_actors)
        told = (codes[one] >= 0) & (codes[other] >= 0)
        return np.where(told, np.where(alike, SAME_ACTOR, OTHER_ACTOR), 0.0)

    def _weigh_targets(self, one: Rows, other: Rows) -> Numbers:
        codes = self._target
        told = (codes[one] >= 0) & (codes[other] >= 0)
        weight = np.where(codes[one] == codes[other], SAME_TARGET, OTHER_TARGET)
        return np.where(told, weight, 0.0)

    def same_source(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs are told by the same sources, and by no other."""
        codes = self.sources[0]
        same: Marks = (codes[one] == codes[other]) & (codes[one] >= 0)
        return same

    def _told_apart(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs a source itself tells as parts of one event."""
        codes = self._event
        apart: Marks = (codes[one] == codes[other]) & (codes[one] >= 0)
        return apart

    @cached_property
    def sources(self) -> tuple[Rows, NDArray[np.object_]]:
        """A number for each row's sources, -1 for none, and the sources by number."""
        who = self.claims["claimant"].fillna(self.claims["outlet"])
        sites = pd.Series([find_site(url) or None for url in self.claims["url"]], dtype="str")
        named = who.reset_index(drop=True).fillna(sites)
        named = named.fillna(self.claims["title"].reset_index(drop=True))
        said: dict[str, set[str]] = {}
        for strike, name in zip(self.claims["strike_id"], named, strict=True):
            if isinstance(name, str):
                said.setdefault(strike, set()).add(name)
        joined = {strike: "; ".join(sorted(names)) for strike, names in said.items()}
        every = pd.Series([joined.get(one) for one in self.strikes.index])
        return _number(every), np.asarray(pd.factorize(every)[1])

    @cached_property
    def _lon_lat(self) -> tuple[Numbers, Numbers]:
        points = self.strikes.geometry
        return points.x.to_numpy(), points.y.to_numpy()

    @cached_property
    def _radius(self) -> Numbers:
        radius: Numbers = self.strikes["uncertainty_km"].to_numpy("float64")
        return np.where(np.isnan(radius), SAME_KM, radius)

    @cached_property
    def _place(self) -> Rows:
        return self._codes("place_id")

    @cached_property
    def _sharp(self) -> Marks:
        sharp: Marks = self.strikes["precision"].isin(_SHARP).to_numpy(bool) & (self._place >= 0)
        return sharp

    @cached_property
    def _name(self) -> Rows:
        return number_names(self.strikes["place_text"])

    @cached_property
    def _adm(self) -> tuple[Rows, Rows]:
        return self._codes("adm1_code"), self._codes("adm2_code")

    @cached_property
    def _unlocated(self) -> Marks:
        return self._has_status("unlocated")

    @cached_property
    def _area_only(self) -> Marks:
        return self._has_status("area_only")

    def _has_status(self, status: str) -> Marks:
        marks: Marks = (self.strikes["location_status"] == status).to_numpy(bool)
        return marks

    @cached_property
    def _days(self) -> tuple[Rows, Rows]:
        columns = (self.strikes[name] for name in ("date_start", "date_end"))
        start, end = (column.to_numpy("datetime64[D]").astype(np.int64) for column in columns)
        return start, end

    @cached_property
    def _kinds(self) -> tuple[Rows, Marks, Marks]:
        kind = self.strikes["kind"]
        air, vague = kind.isin(FROM_AIR), kind == "other"
        return self._codes("kind"), air.to_numpy(bool), vague.to_numpy(bool)

    @cached_property
    def _target(self) -> Rows:
        kinds = self.strikes["target_kind"]
        return _number(kinds.where(~kinds.isin(_VAGUE_TARGETS)))

    @cached_property
    def _actor(self) -> tuple[Rows, NDArray[np.object_]]:
        return _number(self.strikes["actor"]), np.asarray(pd.factorize(self.strikes["actor"])[1])

    @cached_property
    def _event(self) -> Rows:
        return self._codes("event_id")

    def _toll(self, toll: str) -> tuple[Numbers, Numbers, Marks]:
        """Return the bounds of a toll, open ones at their ends, and where one is told."""
        bounds = (self.strikes[f"{toll}_{end}"] for end in ("min", "max"))
        low, high = (column.to_numpy("float64", na_value=np.nan) for column in bounds)
        told = ~(np.isnan(low) & np.isnan(high))
        return np.nan_to_num(low, nan=0.0), np.where(np.isnan(high), np.inf, high), told

    def _codes(self, name: str) -> Rows:
        return _number(self.strikes[name])


def _number(values: pd.Series) -> Rows:
    """Return a number for each value, alike for the same, -1 for none."""
    codes: Rows = pd.factorize(values)[0].astype(np.int64)
    return codes


def _by_pair(
    one: Rows, other: Rows, words: NDArray[np.object_], ask: Callable[[str, str], bool]
) -> Marks:
    """Answer for pairs of words by their numbers, each pair of words asked once."""
    if not len(words):
        return np.zeros(len(one), bool)
    base = len(words) + 1  # 0 stands for no word
    keys, back = np.unique((one + 1) * base + other + 1, return_inverse=True)
    pairs = [divmod(int(key), base) for key in keys]
    answers = [a > 0 and b > 0 and ask(words[a - 1], words[b - 1]) for a, b in pairs]
    found: Marks = np.array(answers, bool)[back]
    return found


def alike_actors(one: str, other: str) -> bool:
    """Say whether two cells of actors name one in common: "Russia" and "Russian Air Force" do.

    >>> alike_actors("Russia", "Syria;Russian Air Force"), alike_actors("Russia", "Turkey")
    (True, False)
    """
    mine, theirs = (
        [part.casefold() for part in split_several(cell.replace(",", SEPARATOR))]
        for cell in (one, other)
    )
    return any(a in b or b in a for a in mine for b in theirs)
