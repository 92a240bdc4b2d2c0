"""The places that a text names, by the packs of one country or several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gazetteer import Gazetteer
from gazetteer.match import Match, answer_none
from gazetteer.mentions.document import Mention, find_mentions
from gazetteer.places import Place

__all__ = ["Places", "find_places", "first_of_field"]

_PIECE = re.compile(r"\s*(?P<name>[^,;|\n]+?)\s*[,;]")  # of a field that goes on after it
_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:al|el|as|at|ad|ar|az|es|ed)-)?[A-Z][\w’'-]+){0,2}")
_PART = re.compile(  # what is called so is in the town that is named after it
    r"(?i:\b(?:street|st|road|avenue|market|souk|square|roundabout|bridge|hospital|clinic|school"
    r"|mosque|church|camp|neighbou?rhood|district|quarter|suburb|area|building|house|airport|base|port"
    r"|factory|station|university|park|city|cent(?:er|re)|north|south|east|west|northern|southern"
    r"|eastern|western|central|near|old|exact|approximate|unknown|various|multiple|several)\b)"
)
_KNOWN = 5_000  # inhabitants of a town of a second country


@dataclass(frozen=True, slots=True)
class Places:
    """The names of a text in order, none overlapping, and the packs that they are looked up in.

    packs: by country, ISO 3166 in capitals, that which the text names most places of first.
    """

    mentions: list[Mention]
    packs: dict[str, Gazetteer]

    @property
    def main(self) -> Gazetteer:
        """The pack of the country that the text speaks of most."""
        return next(iter(self.packs.values()))

    def pack_of(self, mention: Mention) -> Gazetteer:
        """Return the pack that a name is of; the main one for a name of no country of these."""
        return self.packs.get(mention.country or "", self.main)

    def match(self, name: str, governorate: str | None) -> tuple[Match, str]:
        """Return what the first pack that has a place of this name says, and its country.

        A pack besides the main one answers with towns that are known, and with areas.
        """
        asked = [(pack.match(name, governorate), country) for country, pack in self.packs.items()]
        known = (pair for pair in asked[1:] if _is_known(pair[0]))
        first = asked[0]
        return first if first[0].place or first[0].rivals else next(known, first)


def find_places(text: str, packs: Sequence[Gazetteer]) -> Places:
    """Return the places of a text: a name is of the first country that has a place for it.

    The countries are taken in the order of how many places the text names of each. A country
    besides the first adds areas and towns that are known, no everyday word of the text.
    """
    found = [(pack, find_mentions(text, pack)) for pack in packs]
    found.sort(key=lambda pair: -sum(map(_is_placed, pair[1])))
    mentions = found[0][1]
    for pack, others in found[1:]:
        home = pack.country.upper()
        mentions = _add(mentions, [m for m in others if m.country == home and _is_known(m.match)])
    return Places(mentions, {pack.country.upper(): pack for pack, _ in found})


def _add(mentions: Sequence[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Return names with those of another country where these have no place for them."""
    taken = [(m.start, m.end) for m in mentions if _is_placed(m)]
    more = [m for m in others if not _meets(m, taken)]
    spans = [(m.start, m.end) for m in more]
    kept = [m for m in mentions if _is_placed(m) or not _meets(m, spans)]
    return sorted([*kept, *more], key=lambda m: m.start)


def _meets(mention: Mention, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


def _is_placed(mention: Mention) -> bool:
    """Say whether a pack has a place for a name, or several."""
    return mention.match.place is not None or bool(mention.match.rivals)


def _is_known(match: Match) -> bool:
    """Say whether a place is an area, or a town that reporting knows."""
    place: Place | None = match.place
    if place is None:
        return False
    if place.lon is None:
        return match.precision == "governorate"
    return place.prominence >= 1 or (place.population or 0) >= _KNOWN


def first_of_field(text: str, start: int, named: Sequence[Mention]) -> list[Mention]:
    """Return the places of a field that begins at a sign, finest first, or the name before them.

    "Tajoura, Tripoli, Libya" is of Tajoura, also where that is on no list: no pin on Tripoli. What
    is no name, or is called a part of the town, as "near the bridge" or "Al Hal Market", is in it.
    """
    if not named or "\n" in text[start : named[0].start]:
        return list(named)
    for met in _PIECE.finditer(text, start, named[0].start):
        if _NAME.fullmatch(met["name"]) and not _PART.search(met["name"]):
            none = answer_none(met["name"], "on no list; the first name of the list's own field")
            return [Mention(met["name"], *met.span("name"), none, named[0].country)]
    return list(named)
