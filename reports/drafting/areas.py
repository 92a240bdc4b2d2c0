"""Areas: what is said to be one, and which places lie in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gazetteer.match import Match
from gazetteer.places import distance_km
from reports.draft import Draft
from reports.same import ByDays, place_key
from reports.words.roles import Part
from reports.words.wholes import is_list
from reports.words.wording import Wording

__all__ = [
    "AREA_KM", "NEAR_KM", "Finer", "holds", "is_area", "is_many", "is_named_for", "is_near_area",
    "is_sum", "is_wide", "is_wide_in_list",
]  # fmt: skip

NEAR_KM = 20  # from a town to what is only said to lie on a side of it
AREA_KM = 15  # from the point of an area without a border, such as an oasis, to places in it


def is_wide(text: str, part: Part, wording: Wording) -> bool:
    """Say whether a place is an area, or is said to be one: "the Kherson region"."""
    area, surface = wording.pattern("places", "area"), part.mention.surface
    before = wording.pattern("places", "area_before")
    return (
        area.match(text, part.end) is not None
        or area.search(surface) is not None
        or before.search(text, 0, part.start) is not None
    )


def is_wide_in_list(text: str, part: Part, parts: Sequence[Part], wording: Wording) -> bool:
    """Say whether a title tells of what is around a place: "Manbij and Ain Issa countryside"."""
    around = wording.pattern("places", "around")
    if around.match(text, part.end):
        return True
    after = next((one for one in parts if one.start >= part.end), None)
    if after is None or not is_list(text[part.end : after.start], wording):
        return False
    return is_wide_in_list(text, after, parts, wording)


def is_many(text: str, part: Part, wording: Wording) -> bool:
    """Say whether several places of an area are said to be struck: "several parts of Darfur"."""
    return any(wording.pattern("places", name).search(text, 0, part.start) is not None
               for name in ("many", "parts"))  # fmt: skip


def holds(one: Match, other: Match, *, is_seat: bool = False) -> bool:
    """Say whether a place lies in the area that another is, or in the one it is the seat of."""
    if one.adm1_code is None or one.adm1_code != other.adm1_code or other.lon is None:
        return False
    mine, theirs = (match.place.adm2_code if match.place else None for match in (one, other))
    if one.precision in ("district", "subdistrict") and mine and theirs and mine != theirs:
        return False
    return one.location_status == "area_only" or is_seat


def is_named_for(one: Match, other: Match) -> bool:
    """Say whether a place's governorate is named for another: Damascus, Rural Damascus."""
    if one.location_status != "area_only" or one.name is None:
        return False
    words = (other.adm1_name or "").casefold().split()
    return len(words) > 1 and one.name.casefold() in words


def is_near_area(area: Match, other: Match, most: float = AREA_KM) -> bool:
    """Say whether a place lies as near to the point of an area without a border as its own do."""
    away = distance_km(area.place, other.place) if area.place and other.place else None
    return away is not None and away <= most


def is_area(text: str, part: Part, titles: Sequence[Part], wording: Wording) -> bool:
    """Say whether a place is known as an area or said to be one; titles: those of a title."""
    known = part.mention.match.location_status == "area_only"
    listed = bool(titles) and is_wide_in_list(text, part, titles, wording)
    return known or listed or is_wide(text, part, wording)


def is_sum(text: str, part: Part, end: int, wording: Wording) -> bool:
    """Say whether strikes, not one, are told of what is said to be an area: "Idlib province".

    end: where the words of the act end in the text.
    """
    area = wording.pattern("places", "area_name")
    said = is_wide(text, part, wording) or area.search(part.mention.surface) is not None
    return said and wording.pattern("telling", "one").search(text, 0, end) is None


class Finer:
    """The drafts of a text that may tell a wider one again, found by what they share with it.

    They are few of all, so that a text of thousands of strikes takes no longer for each.
    """

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._beside: dict[str, ByDays] = defaultdict(ByDays)  # by the places named with them
        self._sites: dict[str, ByDays] = defaultdict(ByDays)  # "Hama airport" by "hama"
        self._within: dict[str | None, ByDays] = defaultdict(ByDays)  # by governorate
        self._fine = ByDays()  # of no area
        for at, draft in enumerate(drafts):
            for key in draft.beside:
                self._beside[key].add(at, draft)
            name = draft.place.surface.casefold()
            for end in (end for end, sign in enumerate(name) if sign == " "):
                self._sites[name[:end]].add(at, draft)
            self._within[draft.place.match.adm1_code].add(at, draft)
            if not draft.is_area:
                self._fine.add(at, draft)

    def of(self, wide: Draft) -> Sequence[Draft]:
        """Return the drafts that may tell a wide one again: of its paragraph, "the raid", or any.

        Any where it is a headline's or an opening's, weak, or of an area.
        """
        if wide.is_lead or wide.opens:
            return self._drafts
        match, name = wide.place.match, wide.place.surface.casefold()
        indexes = [self._beside.get(place_key(wide)), self._sites.get(name)]
        indexes += [self._fine] if wide.is_area else []
        is_seat = wide.is_weak and match.name == match.adm1_name
        if is_seat or match.location_status == "area_only":
            indexes.append(self._within.get(match.adm1_code))
        found = dict(pair for index in indexes if index for pair in index.agreeing(wide))
        drafts = [found[at] for at in sorted(found)]
        if wide.is_weak or wide.is_area:
            return drafts
        near = [draft for draft in drafts if draft.paragraph == wide.paragraph >= 0]
        return [*near, *(draft for draft in drafts if draft.is_definite)]
