"""Codified: what a country's official list of settlements adds to an answer.

It knows every village by its district and none by a point. A name that no table of places has is
counted on the district that it lies in; and a small place that stands for many of its name, most
of them without a point in any table, is no sure answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazetteer.abroad import find_abroad, read_country
from gazetteer.codifier import RANKS, Codifier, Settlement, write_key
from gazetteer.match import Match, answer_place, answer_rivals
from gazetteer.matching.beside.around import Around
from gazetteer.matching.ranking import Ranker
from gazetteer.matching.reading.wholes import WHOLE_SCORE
from gazetteer.matching.reasons import list_places
from gazetteer.places import Place
from gazetteer.spelling.listed import write_as_listed
from gazetteer.spelling.names import LONGEST_NAME, clean, fold, glue
from gazetteer.spelling.parts import read_parts

__all__ = ["Codified"]

# Settlements of one name, by the prominence of the one with a point. Of 20 such pins of Ukrainian
# incidents, 12 with fewer namesakes among them, 8 of the 12 that this refuses were wrong.
MANY = (3, 8)
KNOWN = 0.5  # share of them that have a point; the ladder has weighed those
RENOWNED = 2  # prominence; what reports name often is meant by its bare name


class Codified:
    """Answers as the official list of a country leaves them."""

    def __init__(self, codifier: Codifier, ranker: Ranker, country: str) -> None:
        """Take the list, the places of the gazetteer, and the country's two letters."""
        self._codifier = codifier
        self._governorates = ranker.governorates
        self._index = ranker.index
        self._country = country
        self._areas = {
            place.adm2_code: place for place in ranker.places if place.kind == "district"
        }

    def settle(self, found: Match, name: str, stated: str, around: Around) -> Match:
        """Return an answer with what the list says of its name in the stated governorate."""
        if found.method == "vague" or found.members:
            return found
        text = write_as_listed(clean(name)[:LONGEST_NAME], self._index)
        rest, area = self._governorates.split(text, self._country) or (text, None)
        parts = read_parts(rest)
        wholes = [self._governorates.find(whole) for whole in parts.wholes]
        if None in wholes or parts.hint not in (None, "settlement"):
            return found
        area = area or next(iter(wholes), self._governorates.find(stated) if stated else None)
        listed = self._list(parts.head, area, around)
        if not listed or (area is None and self._is_abroad(rest)):
            return found
        outside = area is not None and self._is_outside(found, area)
        if found.method == "none" or outside or self._is_only_besides(found, parts.head):
            return self._count_on_area(found, parts.full, listed)
        return self._doubt(found, listed, around)

    def _is_abroad(self, name: str) -> bool:
        """Say whether a name is a country's, or that of a region or large town of another one."""
        home = self._country.upper()
        return read_country(name) not in (None, home) or find_abroad(name, home) is not None

    def _is_outside(self, found: Match, area: Place) -> bool:
        """Say whether an answer is but the stated area, or a place in none that may be meant."""
        if found.place is area:
            return True
        related = self._governorates.related.get(area.adm1_code or "", frozenset())
        code = found.place.adm1_code if found.place else None
        return code is not None and code not in (area.adm1_code, *related)

    def _is_only_besides(self, found: Match, name: str) -> bool:
        """Say whether all that an answer means only has a name besides its own, which is listed.

        Not where the list lacks its own name: it was called so when the list was made.
        """
        key = write_key(name)
        meant = [found.place] if found.place else [*found.rivals] if found.lon is not None else []
        return bool(meant) and all(
            _has_besides(place, key) and self._lists_by_name(place) for place in meant
        )

    def _lists_by_name(self, place: Place) -> bool:
        listed = self._codifier.find(place.name)
        if place.kind == "neighbourhood":
            return True  # a quarter is on no list of settlements
        return any(one.adm2_code.startswith(str(place.adm1_code)) for one in listed)

    def _list(self, name: str, area: Place | None, around: Around) -> tuple[Settlement, ...]:
        """Return the settlements of a name in the areas that its row states."""
        districts = {one.code for one in around.areas if one.kind == "district"}
        return tuple(
            one for one in self._codifier.find(name)
            if (area is None or one.adm2_code.startswith(str(area.adm1_code)))
            and (not districts or one.adm2_code in districts)
        )  # fmt: skip

    def _count_on_area(self, found: Match, name: str, listed: Sequence[Settlement]) -> Match:
        areas = _once(self._areas.get(one.adm2_code) for one in listed)
        above = _once(self._governorates.find(area.adm1_code) for area in areas)
        if not areas or not above:
            return found
        if len(above) > 1:
            reason = f"{len(listed)} settlements are called so, none of them listed with a point: "
            return answer_rivals(found.name, reason + list_places(areas), tuple(areas))
        area = areas[0] if len(areas) == 1 else above[0]
        reason = f'"{name}" is listed without a point; counted on {area.name}, which holds it'
        return answer_place(found.name, area, reason, method="spelling", score=WHOLE_SCORE)

    def _doubt(self, found: Match, listed: Sequence[Settlement], around: Around) -> Match:
        place = found.place
        if place is None or place.kind != "settlement" or place.prominence >= RENOWNED:
            return found
        if (
            len(listed) < MANY[place.prominence]
            or self._stands_out(place, listed)
            or _is_supported(place, around)
        ):
            return found
        with_point = len(self._index.owners_of(glue(fold(place.name))))
        if with_point >= KNOWN * len(listed):
            return found
        reason = (
            f"{len(listed)} settlements are called so, most of them listed without a point: "
            f"{list_places([place])} is one"
        )
        return answer_rivals(found.name, reason, (place, *found.rivals))

    def _stands_out(self, place: Place, listed: Sequence[Settlement]) -> bool:
        """Say whether a place alone has the highest rank of all that the list calls so."""
        ranks = [RANKS.index(one.rank) for one in listed]
        highest = [one for one, rank in zip(listed, ranks, strict=True) if rank == max(ranks)]
        return len(highest) == 1 and highest[0].adm2_code.startswith(str(place.adm1_code))


def _has_besides(place: Place, key: str) -> bool:
    """Say whether a name, as a key, is one that a place has in the world's file alone."""
    own = {place.name, place.name_local or "", *place.spellings} - {*place.further}
    return key not in set(map(write_key, own)) and key in set(map(write_key, place.further))


def _is_supported(place: Place, around: Around) -> bool:
    """Say whether other sure places of its file, or of its rows, lie in the governorate."""
    known = filter(None, (around.neighbours, around.group))
    return any(one.governorates[place.adm1_code or ""] for one in known)


def _once(places: Iterable[Place | None]) -> list[Place]:
    return list({place.place_id: place for place in places if place is not None}.values())
