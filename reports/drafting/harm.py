"""People harmed: in attacks that a text's opening tells in sum, and each place's own of a toll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.draft import Draft
from reports.drafting import filling
from reports.drafting.areas import holds
from reports.drafting.heading import Lead
from reports.drafting.narrowing import tolls_apart
from reports.telling import Told, is_of_other_cause, tells_own_toll
from reports.words.attacks import Act
from reports.words.roles import COUNTRY, Part, lists_abroad
from reports.words.toll_rules import Range, bounds_of, toll_rules
from reports.words.tolls import NOTHING, Toll, find_toll
from reports.words.wholes import AREAS
from reports.words.wording import Wording

__all__ = ["give_tolls", "harm_going_on", "harm_of_opening"]

_LOOK = 80  # signs before a place in which its share of a toll stands
_FATES = ("killed", "injured", "casualties")


def harm_of_opening(told: Told, lead: Lead, wording: Wording) -> Iterator[tuple[Part, Act, Toll]]:
    """Yield the places where people were harmed, with an act of the opening's kind and the toll.

    "Over the past day 7 villages were shelled. In Saraqib a man was killed." The act stands where
    the toll does in the sentence, the toll counts in its own clause. Only in the area that the
    opening names, and nothing where other days or another cause are told.
    """
    harmed = wording.pattern("places", "harmed")
    if lead.kind is None or lead.ends is not None or told.days:
        return
    if wording.pattern("telling", "other_harm").search(told.text):
        return
    if is_of_other_cause(told, wording):
        return
    for toll, parts, start in tolls_apart(told.text, told.toll, told.parts, wording):
        struck = [part for part in parts if part.is_struck]
        if len(struck) != 1 or not harmed.search(told.text, 0, struck[0].start):
            continue
        if any(holds(area.match, struck[0].mention.match) for area in lead.areas):
            act = Act(start + toll.start, start + toll.end, lead.kind, weak=True, open=True)
            yield struck[0], act, toll


def harm_going_on(told: Told, last: Draft, wording: Wording) -> list[tuple[Part, Act, Toll]]:
    """Return where people were harmed in the strikes of the sentence before, each with its toll.

    "Raids hit Hish, where ten died. Three more were killed in Ariha and two in Sarmin." Each place
    has a number of its own; nothing where another cause or another day is told.
    """
    struck = [part for part in told.struck if part.mention.match.precision not in AREAS]
    if not struck or len(struck) != len(told.struck) or told.days or last.is_former:
        return []
    other = wording.pattern("telling", "other_harm").search(told.text)
    more = toll_rules(wording.language).more.search(told.text)  # "three more were killed in"
    if other or more is None or is_of_other_cause(told, wording):
        return []
    found: list[tuple[Part, Act, Toll]] = []
    since = 0
    for part in struck:
        met = wording.pattern("places", "harmed_in").search(told.text, since, part.start)
        toll = find_toll(f"{told.counted[since : part.start]}.", wording.language)
        number = toll_rules(wording.language).item.search(told.counted, since, part.start)
        if met is None or not (toll or (found and number)):
            return []
        if not toll and found and number:  # "and two in Sarmin": the same befell them
            bounds, before = bounds_of(number, wording.language), found[-1][2]
            fate = "killed" if before.killed != NOTHING else "injured"
            toll = _toll_of(fate, bounds, " ".join(number[0].split()), number.span())
        else:
            toll = replace(toll, start=toll.start + since, end=toll.end + since)
        act = Act(toll.start, toll.end, last.kind, weak=True, open=True)
        found.append((part, act, toll))
        since = part.end
    return found


def _toll_of(fate: str, bounds: Range, text: str, span: tuple[int, int]) -> Toll:
    toll = Toll(text=text, start=span[0], end=span[1])
    return replace(toll, killed=bounds) if fate == "killed" else replace(toll, injured=bounds)


def give_tolls(made: Sequence[tuple[Draft, int]], told: Told, wording: Wording) -> None:
    """Give drafts of a sentence its toll, each its own share, in words where that is not told.

    made: the drafts with where their places begin in the sentence.
    """
    drafts, offset = [draft for draft, _ in made], told.sentence.start
    shares: list[Toll | None] = []
    for _, at in made:
        is_next = bool(shares) and shares[-1] is not None
        shares.append(_share_at(told, at, wording, is_next=is_next))
    if any(share is not None for share in shares):
        for draft, share in zip(drafts, shares, strict=True):
            if share is None:
                filling.give_words([draft], told.toll, offset, "of a wider area, so in words only")
            else:
                filling.give_toll(draft, share, offset)
    elif len(made) > 1:
        filling.share_toll(made, told.counted, told.toll, offset, wording, told.stands)
    elif wording.pattern("telling", "most").match(told.text, told.toll.end):
        filling.give_words(drafts, told.toll, offset, "of a wider area, so in words only")
    elif lists_abroad(told.text, told.parts, wording):
        filling.give_words(drafts, told.toll, offset, "of places abroad too, so in words only")
    elif tells_own_toll(told, wording):
        filling.give_own_toll(drafts[0], made[0][1], told, wording)


def _share_at(told: Told, at: int, wording: Wording, *, is_next: bool) -> Toll | None:
    """Return what a sentence tells of one place of its toll: "ten, among them four in Saraqib".

    None where it tells no share. Without a number where the share is of some of the dead there,
    "four children", of whom the text does not say that they were all. is_next: the place before has
    one, so that "and two in Ariha" is a share too.
    """
    met = toll_rules(wording.language).share.search(told.counted, max(0, at - _LOOK), at)
    if met is None or (met["next"] and not is_next):
        return None
    words = told.counted[met.start() : at]
    share = Toll(text=" ".join(words.split()), start=met.start(), end=met.end("low"))
    own = find_toll(told.counted[met.start("low") : at], wording.language)
    fates = [fate for fate in _FATES if getattr(own or told.toll, fate) != NOTHING]
    if met["some"]:
        wider = any(part.end <= met.start() and part.role != COUNTRY for part in told.parts)
        return share if wider else None
    bounds = bounds_of(met, wording.language)
    if fates == ["killed"]:
        return replace(share, killed=bounds)
    if fates == ["injured"]:
        return replace(share, injured=bounds)
    return replace(share, casualties=bounds) if fates == ["casualties"] else share
