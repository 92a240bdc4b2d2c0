"""How alike two rows are: by place, days, kind, tolls, actor, target and who tells of them.

The weights order proposals and are no probability. They were set by hand and then moved to what
`python -m bench duplicates -v` counts in UCDP's events of Syria, of which one in ten is told twice.
What a source tells apart itself is seldom one strike, so two rows of one and the same source need
more than place and day.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from gazetteer.places import EARTH_KM
from geo.strikes.duplicates.columns import SAME_KM, Columns, Marks, Numbers
from geo.strikes.duplicates.pairs import FARTHEST_KM, SHORT_DAYS, Rows
from geo.strikes.duplicates.updates import UPDATE_DAYS
from geo.strikes.schema import SEPARATOR, split_several

__all__ = ["PLACES", "Evidence", "alike_actors"]

# How places agree, with what it weighs.
PLACES = {"same": 0.45, "near": 0.3, "name": 0.35, "alike": 0.2, "area": 0.15}  # no two the same
TWO_TOWNS = -0.15  # two listed places of one kind, that lie in each other's radius
SAME_DAY, OVERLAP, SAME_SPAN, DAY_APART = 0.3, 0.2, 0.05, 0.05
REVISED = {3: 0.2, 7: 0.15, UPDATE_DAYS: 0.1}  # by days after the strike that a toll is revised
SAME_KIND, BOTH_AIR, OTHER_KIND = 0.1, 0.05, -0.15
CLOSE = 2  # people, or half as many again: so far first counts are revised
SAME_TOLL, TOLLS_OVERLAP, TOLLS_DIFFER, RISEN = 0.25, 0.1, -0.2, 0.1
SAME_ACTOR, OTHER_ACTOR = 0.1, -0.15
SAME_TARGET, OTHER_TARGET = 0.1, -0.1
SAME_SOURCE = -0.3


class Evidence(Columns):
    """What rows say, held against each other in pairs."""

    def weigh(self, one: Rows, other: Rows) -> Numbers:
        """Return the likeness of pairs, 0-1; 0 for what cannot be one strike."""
        place, days = self.weigh_places(one, other), self._weigh_days(one, other)
        revised = self.revises(one, other)
        tolls = np.where(revised, RISEN, self._weigh_tolls(one, other))
        parts = (
            days, tolls, self._weigh_kinds(one, other), self._weigh_actors(one, other),
            self._weigh_targets(one, other),
            (self.same_source(one, other) & ~revised) * SAME_SOURCE,
            self.two_towns(one, other) * TWO_TOWNS,
        )  # fmt: skip
        met = (place > 0) & (days > 0) & ~self._told_apart(one, other)
        return np.where(met, np.clip(place + sum(parts), 0, 1), 0)

    def revises(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs are a strike and a later telling that revises its toll upwards.

        No toll that both tell may fall; more than "up to 20" is more than 20.
        """
        return self._revises(one, other) | self._revises(other, one)

    def _revises(self, later: Rows, earlier: Rows) -> Marks:
        days = self.updates.last[later] - self._days[1][earlier]
        meet = self.updates.marks[later] & self._dated[earlier] & (days >= 0)
        risen, fallen = np.zeros(len(later), bool), np.zeros(len(later), bool)
        for toll in ("killed", "injured", "casualties"):
            low, high = self._bounds(toll)
            risen |= low[later] > np.where(np.isnan(low), high, low)[earlier]
            fallen |= (low[later] < low[earlier]) | (high[later] < low[earlier])
        found: Marks = meet & (days <= UPDATE_DAYS) & risen & ~fallen
        return found

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
        names, heard = ((c[one] == c[other]) & (c[one] >= 0) for c in self.names)
        unplaced = self._unlocated[one] | self._unlocated[other]
        of_area = self._area_only[one] | self._area_only[other]
        agree = of_area & ~unplaced & self._areas_agree(one, other)
        choices = [same, near | same, names & unplaced, heard & unplaced, agree]
        weights = list(PLACES.values())
        found: Numbers = np.select(choices, weights, 0.0)
        return found

    def two_towns(self, one: Rows, other: Rows) -> Marks:
        """Say which pairs are of two listed places, both towns, or both quarters, or both sites.

        A quarter and its town may be two names of one place.
        """
        alike = (self._sharp[one] == self._sharp[other]) & (self._sharp[one] >= 0)
        two: Marks = alike & (self._place[one] != self._place[other])
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
        apart = np.maximum(start[one] - end[other], start[other] - end[one]) == 1
        dated = self._dated[one] & self._dated[other]
        weights = [SAME_DAY, SAME_SPAN, OVERLAP, DAY_APART]
        met = [dated & how for how in (day, same & long, overlap, apart)]
        found: Numbers = np.select(met, weights, self._weigh_revised(one, other))
        return found

    def _weigh_revised(self, one: Rows, other: Rows) -> Numbers:
        """Return what the days weigh from a strike to the telling that revises its toll."""
        last, end = self.updates.last, self._days[1]
        by = [self._revises(one, other), self._revises(other, one)]
        gap = np.select(by, [last[one] - end[other], last[other] - end[one]], UPDATE_DAYS + 1)
        found: Numbers = np.select([gap <= days for days in REVISED], [*REVISED.values()], 0.0)
        return found

    def _weigh_kinds(self, one: Rows, other: Rows) -> Numbers:
        kind, air, vague = self._kinds
        known = ~(vague[one] | vague[other])
        choices = [known & (kind[one] == kind[other]), air[one] & air[other], known]
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
