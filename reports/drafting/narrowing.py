"""The place of a strike: a town told after its province, or somewhere near a town."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gazetteer import Gazetteer
from gazetteer.match import Match
from gazetteer.places import Place, distance_km
from reports.draft import Draft
from reports.drafting.areas import NEAR_KM, Finer, holds, is_named_for, is_near_area
from reports.same import agree, fill, key_of_mention, place_key
from reports.words.day_spans import DAY
from reports.words.roles import COUNTRY, Part
from reports.words.tolls import Toll, find_toll
from reports.words.wholes import AREAS, is_quarter_of
from reports.words.wording import Wording

__all__ = ["counted_at", "is_of_people_elsewhere", "narrow", "near_of", "tolls_apart"]


_WIDE = ("near", "area")
_LEAD = 60  # signs before a name in which words of width stand
_FAR_KM = 60.0  # of what is told by a distance from a place
_NEXT = 3  # paragraphs in which a strike in a region is told again of its place


def narrow(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return drafts without those of a wider place that a narrower one tells again, and sums.

    So it is with a headline, with words that alone are no strike, with "the raid" after "a raid",
    and with a town whose quarters the same paragraph names. The narrower one takes over what it
    lacks; where several do, the toll is left to the text: it is of all. A sum is an opening's of an
    area with more dead than are told of its places, or of a further area of one title.
    """
    gone: set[int] = set()
    sums: list[Draft] = []
    may_be_finer = Finer(drafts)
    for wide in drafts:
        finer = {id(draft): draft for draft in may_be_finer.of(wide)
                 if draft is not wide and id(draft) not in gone
                 and _tells_again(wide, draft)}  # fmt: skip
        if wide.is_lead and _is_title_of(wide, drafts):
            gone.add(id(wide))
        elif finer and not _loses_toll(wide, list(finer.values())):
            gone.add(id(wide))
            _hand_over(wide, sorted(finer.values(), key=lambda draft: draft.start))
            sums += [wide] if _has_more_dead(wide, list(finer.values())) else []
        elif len(finer) > 1 and (wide.is_lead or wide.opens) and wide.is_sum:
            gone.add(id(wide))
            sums.append(wide)
            _hand_over(replace(wide, toll=Toll()), list(finer.values()))
    for wide in [one for one in drafts if one.is_lead and id(one) not in gone]:
        if _is_beside_told(wide, drafts, gone):
            gone.add(id(wide))
            sums.append(wide)
    return [draft for draft in drafts if id(draft) not in gone], sums


def _is_beside_told(wide: Draft, drafts: Sequence[Draft], gone: Collection[int]) -> bool:
    """Say whether a title's area stands with another, whose places the text tells: "X and Y".

    The title sums both up; of this one the text tells no place.
    """
    if wide.place.match.location_status != "area_only" or wide.toll or wide.days:
        return False
    beside = [one for one in drafts if one.start == wide.start and one is not wide]
    return bool(beside) and all(id(one) in gone for one in beside)


def _loses_toll(wide: Draft, finer: Sequence[Draft]) -> bool:
    """Say whether an area's dead are more than those of its places, and would be told of none.

    Not where "the strike" is told again of a place: it is that of the area.
    """
    is_area = wide.is_area or wide.place.match.location_status == "area_only"
    if not is_area or any(fine.is_definite for fine in finer):
        return False
    if len(finer) == 1 and not finer[0].toll and not wide.is_many:
        return False  # they are handed over to the one place
    return _has_more_dead(wide, finer)


def _has_more_dead(wide: Draft, finer: Sequence[Draft]) -> bool:
    """Say whether more people were killed in an area than are told of its places together."""
    whole = wide.toll.killed[0]
    return whole is not None and sum(fine.toll.killed[0] or 0 for fine in finer) < whole


def _tells_again(wide: Draft, fine: Draft) -> bool:
    is_area = wide.place.match.location_status == "area_only" or (wide.is_area and wide.is_lead)
    sums = (wide.opens or wide.is_lead) and is_area and fine.start > wide.start
    if wide.kind != fine.kind and not (sums and wide.is_open):
        return False
    if wide.order != fine.order or not (agree(wide, fine) or (sums and _holds_days(wide, fine))):
        return False
    if wide.is_former != fine.is_former:
        return False
    if wide.is_lead and fine.start > wide.start and place_key(wide) in fine.beside:
        return True
    if wide.is_area and not fine.is_area and _sums(wide, fine) and _may_hold(wide, fine):
        return True
    if wide.days is None and _is_site_of(wide, fine):
        return True
    later, same = fine.start > wide.start, fine.paragraph == wide.paragraph
    if later and same and _is_beside(wide, fine):
        return True
    again = wide.is_lead or wide.is_weak or sums or (later and fine.is_definite)
    return again and _is_within(wide, fine)


def _holds_days(wide: Draft, fine: Draft) -> bool:
    """Say whether the days of a sum hold that of a strike: "in the past 24 hours"."""
    mine, theirs = wide.days, fine.days
    if not (mine and theirs and mine.first and mine.last and theirs.first and theirs.last):
        return False
    return mine.first <= theirs.first and theirs.last <= mine.last


def _sums(wide: Draft, fine: Draft) -> bool:
    """Say whether the toll of a region may be that of a place in it, or one that holds it."""
    whole, part = wide.toll.killed[0], fine.toll.killed[0]
    return whole is None or part is None or whole >= part


def _may_hold(wide: Draft, fine: Draft) -> bool:
    """Say whether a place lies in a region, or may: told near it, where one is on no list."""
    region, place = wide.place.match, fine.place.match
    if place_key(wide) in fine.beside or holds(region, place):
        return True
    named = wide.place.surface.casefold() in (place.adm1_name or "").casefold()
    known = region.adm1_code is not None and place.adm1_code is not None
    return named or (not known and abs(fine.paragraph - wide.paragraph) <= _NEXT)


def _is_title_of(wide: Draft, drafts: Sequence[Draft]) -> bool:
    """Say whether a title's days are those of a list: strikes of its kind are told on some."""
    days = wide.days
    if days is None or days.first is None or days.last is None or days.last - days.first < 2 * DAY:
        return False
    within = [draft for draft in drafts
              if draft is not wide and draft.kind == wide.kind and draft.days and draft.days.first
              and days.first <= draft.days.first <= days.last]  # fmt: skip
    return len(within) > 1


def _is_site_of(wide: Draft, fine: Draft) -> bool:
    """Say whether a town told again without a day is that of a site told before: "Hama airport"."""
    names = [draft.place.surface.casefold() for draft in (wide, fine)]
    return fine.start < wide.start and names[1].startswith(f"{names[0]} ")


def _is_within(wide: Draft, fine: Draft) -> bool:
    """Say whether a place lies in the governorate that another is; of weak words, is named for."""
    one, other = wide.place.match, fine.place.match
    if wide.is_lead and fine.start > wide.start and one.method == "vague":
        return True
    told_after = wide.is_lead and fine.start > wide.start
    if told_after and one.precision == "area" and is_near_area(one, other):
        return True
    if told_after and wide.near is not None and fine.near is None and one.lon is not None:
        around = wide.near.uncertainty_km or 0.0  # "a pocket east of Damascus"
        return one.place != other.place and is_near_area(one, other, min(around, NEAR_KM))
    if (wide.is_lead or wide.opens) and is_named_for(one, other):
        return fine.start > wide.start
    if told_after and not fine.beside and is_quarter_of(other, one):  # told by no other town
        return True
    is_seat = wide.is_weak and one.name == one.adm1_name and not wide.toll  # else a town's own
    return holds(one, other, is_seat=is_seat)


def _is_beside(wide: Draft, fine: Draft) -> bool:
    """Say whether a narrower place is told by the wider one: "X, on the outskirts of W"."""
    return place_key(wide) in fine.beside


def _hand_over(wide: Draft, finer: Sequence[Draft]) -> None:
    for fine in finer:
        is_told = len(finer) == 1 and not wide.is_lead
        is_told = is_told and not (wide.is_area and not fine.is_definite)
        given = wide if is_told else replace(wide, toll=fine.toll)
        if wide.is_lead and not fine.toll and len(finer) == 1:
            given = wide
        fill(fine, given)


def near_of(text: str, part: Part, gazetteer: Gazetteer, wording: Wording) -> Match | None:
    """Return where a sentence puts a strike by a place: "near X", "the X area", "5 km south of X".

    None where the place itself was struck. The gazetteer is asked as it would be for a cell of a
    table with these words; what it knows of another place of that name is not taken.
    """
    match = part.mention.match
    if match.lon is None or match.place is None:
        return None
    for words in _words_of_width(text, part, wording):
        wide = gazetteer.match(words, match.adm1_name)
        if wide.precision in AREAS and wide.adm1_code == match.adm1_code:
            return wide
        around = gazetteer.match(words)
        if around.precision == AREAS[0] and _is_around_seat(match, around):
            return around
        if wide.precision in _WIDE and _is_around(wide, match.place):
            return wide
    if part.role != "near":
        return None
    near = gazetteer.match(f"near {match.place.name}", match.adm1_name)
    return near if near.lon is not None else replace(match, precision="near")


def _is_around_seat(city: Match, around: Match) -> bool:
    """Say whether a governorate is the one around a city: "Damascus countryside"."""
    words = (around.adm1_name or "").casefold().split()
    return len(words) > 1 and (city.adm1_name or "").casefold() in words


def _words_of_width(text: str, part: Part, wording: Wording) -> Iterator[str]:
    """Yield a place's name with the words beside it that make it a wider one; a town's alone."""
    if part.mention.match.precision not in ("settlement", AREAS[0], *_WIDE):
        return
    name = text[part.start : part.end]
    before, behind = (wording.pattern("places", where) for where in ("wide_before", "wide_behind"))
    lead = text[max(0, part.start - _LEAD) : part.start]
    if met := before.search(lead):
        yield f"{lead[met.start() :]}{name}"
    if met := behind.match(text, part.end):
        yield f"{name}{met[0]}"


def _is_around(wide: Match, place: Place) -> bool:
    """Say whether what is wider is around, or by, the place that was found for its name."""
    away = distance_km(replace(place, lon=wide.lon, lat=wide.lat), place)
    return away is not None and away <= _FAR_KM


def is_of_people_elsewhere(
    text: str, parts: Sequence[Part], keys: Collection[str], wording: Wording
) -> bool:
    """Say whether the people of a sentence are of a place that is none of those with these keys."""
    people_of = wording.pattern("telling", "people_of")
    return any(
        key_of_mention(part.mention) not in keys
        for part in parts
        if part.role == "origin" or people_of.search(text, 0, part.start)
    )


def counted_at(text: str, parts: Sequence[Part], wording: Wording) -> set[str]:
    """Return the keys of places that a toll is told of, not those that the wounded came to."""
    taken = wording.pattern("telling", "taken")
    return {key_of_mention(part.mention) for part in parts
            if part.role != COUNTRY and not taken.search(text, 0, part.start)}  # fmt: skip


def tolls_apart(
    text: str, toll: Toll, parts: Sequence[Part], wording: Wording
) -> list[tuple[Toll, list[Part], int]]:
    """Return a sentence's tolls by the places that its clauses tell them of, with their offsets.

    "Two were killed in X; in Y one was hurt". One for the whole where a clause's has no place.
    """
    breaks = [met.end() for met in wording.pattern("clause", "apart").finditer(text)]
    found = []
    for first, last in pairwise([0, *breaks, len(text)]):
        told = find_toll(text[first:last], wording.language)
        places = [part for part in parts if first <= part.start < last]
        if told and not places:
            return [(toll, list(parts), 0)]
        found += [(told, places, first)] if told else []
    return found if len(found) > 1 else [(toll, list(parts), 0)]
