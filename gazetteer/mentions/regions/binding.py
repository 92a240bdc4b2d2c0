"""Places bound by the region that a text names: one of that name in another is not taken."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from operator import itemgetter

from gazetteer.match import Match, answer_rivals
from gazetteer.matching.evidence import compare_governorates
from gazetteer.matching.ladder import Gazetteer
from gazetteer.mentions.index import WELL_KNOWN, name_index
from gazetteer.mentions.spans import Span
from gazetteer.places import AREA_KINDS, Place

__all__ = ["bind_to_regions"]

_MOST, _REACH = 8, 400  # names and signs back to the region that a sentence is told of
_TO_ALL = 3  # prominence of a place that reporting everywhere knows
_REGIONS = ("governorate", "area")  # precisions of what a place is said to lie in
_LEVEL = (
    r"(?:\s+(?:oblast|region|province|governorate|countryside|district|raion|область|обл\.|"
    r"район|громада|край|городской округ))?"
)
_LINE_START = re.compile(r"(?:^|\n)[^\w\n]*(?:محافظة\s+|(?:governorate|province) of\s+)?$", re.I)
_HEADS = re.compile(rf"{_LEVEL}(?:\s*:|\.|\s+[–—-])\s")
# A line of its own: "IDLIB GOVERNORATE", "Харківська область (4)"; and the next line that heads.
_ALONE = re.compile(rf"{_LEVEL}\s*(?:\([^()\n]{{1,12}}\))?[ \t]*:?[ \t\r]*(?:\n|$)", re.IGNORECASE)
_HEADING = re.compile(r"\n[ \t\r]*\n[ \t]*(?![-–—•*▪●])([^\n]*\w[^\n]*[^\n.!?;…؟])[ \t\r]*(?=\n|$)")
_WORDS = 6  # of such a line at most
_LISTED = re.compile(r"\s*(?:[,،]|[,،]?\s+(?:and|та|і|й|и|а також|а также|و))\s*")
# "X on the Y side", "X в Y": between a place and the region behind it, which nothing goes on from.
_IN = r"(?:in|на|в|у|во|في)\s+(?:the\s+)?"
_BEHIND = re.compile(rf"\s*,?\s+{_IN}|\s*\(\s*")
_COMMA = re.compile(r"\s*[,،]\s*")
_SIDE = re.compile(r"\s*,?\s+on\s+the\s+")
_OF_SIDE = re.compile(r"\s+side\b")
_CLOSED = re.compile(rf"{_LEVEL}\s*(?:[.;:)!?؛؟\n]|$)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:^|\W)(?:[Ii]n|(?<!fired )(?<!launched )[Aa]cross|[НнВвУу]а?|[Вв]о|في)"
    r"\s+(?:the\s+)?(?:\w+\s+of\s+)?$"
)
_END = re.compile(r"[.!?؛؟]\s|\n")
_FROM = re.compile(r"\b(?:from|to|из|з|із|від|от|до|من|إلى)\s+(?:the\s+)?$", re.IGNORECASE)
# "Шебекинский городской округ.": a region that is called after its town.
_AFTER_TOWN = re.compile(
    r"^[^\w\n]*(?P<stem>[А-ЯІЇЄҐ][\w'’ʼ-]+?)(?:ський|цький|ська|ский|цкий|ская)\s+"
    r"(?:городской округ|муниципальный (?:округ|район)|район|(?:міська |селищна )?громада)\s*[.:]",
    re.MULTILINE,
)
_TOWNS = ("о", "", "е", "а", "ск", "ськ", "и", "ка", "ець")
_ADJECTIVE = re.compile(r"(?:[сц]ком|[сц]ькому)(?:\s|$)")


def bind_to_regions(
    text: str,
    spans: Sequence[Span],
    matches: Sequence[Match],
    gazetteer: Gazetteer,
    own: tuple[Sequence[object], Sequence[object]],
) -> list[Match]:
    """Return the matches, those outside the region that the text puts them in given up.

    The place of that name in the region is taken, else none. own: what governorates names are,
    and the places that streets bear the names of; no more than an oblast right behind binds those.
    """
    binding = _Binding(text, spans, matches, gazetteer)
    result = []
    for at, (match, area, after) in enumerate(zip(matches, *own, strict=True)):
        if after or not _is_bindable(match):
            result.append(match)
        else:
            result.append(binding.leave_seat(at, match) if area else binding.bind(at, match))
    return result


def _is_bindable(match: Match) -> bool:
    """Say whether a match is a point, or is open among several."""
    return match.lon is not None or match.method == "ambiguous"


class _Binding:
    """One text, its names and what they mean."""

    def __init__(
        self, text: str, spans: Sequence[Span], matches: Sequence[Match], gazetteer: Gazetteer
    ) -> None:
        self.text, self.spans, self.matches = text, spans, matches
        self.gazetteer = gazetteer
        self.ask = name_index(gazetteer).ask
        self.starts = [span.start for span in spans]
        self.over = self._read_heads()
        self.over_town = self._read_heads_of_towns()
        self.sections = self._read_sections()

    def bind(self, at: int, match: Match) -> Match:
        """Return what a name means in the region that binds it."""
        if _is_district(self.text, self.spans, at):
            return answer_rivals(match.name, "a district, as the one before it", _bearers(match))
        start = self.spans[at].start
        region = self._behind(at) or _part_at(start, self.over) or _part_at(start, self.over_town)
        if region is None:
            region = self._before(at) or self._section(at)
            known = match.place is not None and _is_known(match.place)
            if region is None or (known and self._within(at, region) is None):
                return self._of_list(at, match)
        if match.place is None:
            return self._within(at, region) or match
        if not self._is_other(match.place, region):
            return match
        reason = f"the text puts it in {region}, where no place of that name is listed"
        return self._within(at, region) or answer_rivals(match.name, reason, _bearers(match))

    def leave_seat(self, at: int, match: Match) -> Match:
        """Return the place of a seat's name in another oblast that stands right behind it.

        "Станіслав Херсонської області" is not Ivano-Frankivsk, which was called so.
        """
        last = at + 1
        if last == len(self.spans) or self.spans[last].hint != "oblast":
            return match
        if not self.text[self.spans[at].end : self.spans[last].start].isspace():
            return match
        region = self._region(last)
        return (
            self._within(at, region) if region not in (None, match.adm1_name) else None
        ) or match

    def _within(self, at: int, region: str) -> Match | None:
        """Return the answer to a name in a region; None where no place of it is listed there."""
        surface = " ".join(self.spans[at].surface.split())
        found = self.ask(surface, region)
        bearers = [place for place in _bearers(found) if not self._is_other(place, region)]
        if not bearers or (found.lon is not None and bearers[0] is not found.place):
            return None
        return replace(found, name=self.spans[at].surface)

    def _is_other(self, place: Place, region: str) -> bool:
        context = self.gazetteer.read_context(region)
        return compare_governorates(place, context) == "other_governorate"

    def _region(self, at: int) -> str | None:
        """Return the governorate of a name that is a region's, None of a town's."""
        match = self.matches[at]
        return match.adm1_name if match.precision in (*AREA_KINDS, *_REGIONS) else None

    def _behind(self, at: int) -> str | None:
        """Return the region right behind a name: "X in Y", "X (Y)", "X, Y."."""
        if at + 1 >= len(self.spans) or (region := self._region(at + 1)) is None:
            return None
        other = self.spans[at + 1]
        start = self.spans[at].end
        if _BEHIND.fullmatch(self.text, start, other.start):
            return region
        if other.hint == "oblast" and self.text[start : other.start].isspace():
            return region  # "Ромни Сумської області"
        side = _SIDE.fullmatch(self.text, start, other.start) is not None
        comma = _COMMA.fullmatch(self.text, start, other.start) is not None
        closed = _OF_SIDE if side else _CLOSED
        return region if (side or comma) and closed.match(self.text, other.end) else None

    def _read_heads(self) -> list[tuple[int, int, str]]:
        """Return the regions at the head of a line, each with the part of the line under it."""
        heads = []
        for at, span in enumerate(self.spans):
            region = self._region(at)
            starts = _LINE_START.search(self.text, max(0, span.start - 12), span.start)
            if region and starts and _HEADS.match(self.text, span.end):
                heads.append((span.end, self._end_of_head(span.end, region), region))
        return heads

    def _read_heads_of_towns(self) -> list[tuple[int, int, str]]:
        """Return the regions that a line's head names by their towns, as `_read_heads` does."""
        heads = []
        for met in _AFTER_TOWN.finditer(self.text):
            if region := self._of_town(met["stem"]):
                heads.append((met.end(), self._end_of_head(met.end(), region), region))
        return heads

    def _end_of_head(self, at: int, region: str) -> int:
        """Return where what is told of a region ends: with its line, or at another region."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        inside = range(bisect_left(self.starts, at), bisect_left(self.starts, end))
        others = (self.spans[n].start for n in inside if self._region(n) not in (None, region))
        return next(others, end)

    def _of_town(self, stem: str) -> str | None:
        """Return the governorate of the towns that a district may be called after, if it is one."""
        found = {
            match.adm1_name
            for ending in _TOWNS
            if (match := self.ask(stem + ending, None)).lon is not None and match.method == "exact"
        }
        return next(iter(found)) if len(found) == 1 else None

    def _read_sections(self) -> list[tuple[int, int, str]]:
        """Return the regions that a line of their own puts over the lines after it."""
        heads = []
        for at, span in enumerate(self.spans):
            region = self._region(at)
            starts = _LINE_START.search(self.text, max(0, span.start - 24), span.start)
            if region and starts and (met := _ALONE.match(self.text, span.end)):
                heads.append((met.end(), region))
        ends = _find_headings(self.text) if heads else []
        return [(begin, ends[bisect_left(ends, begin)], region) for begin, region in heads]

    def _section(self, at: int) -> str | None:
        """Return the region of the part of the text that a name stands in, but for "from X"."""
        start = self.spans[at].start
        from_it = _FROM.search(self.text, max(0, start - 12), start)
        return None if from_it else _part_at(start, self.sections)

    @cached_property
    def _list_ends(self) -> list[int]:
        """For each name the number of the last one of the list that it stands in."""
        ends = list(range(len(self.spans)))
        for at in range(len(ends) - 2, -1, -1):
            if _LISTED.fullmatch(self.text, self.spans[at].end, self.spans[at + 1].start):
                ends[at] = ends[at + 1]
        return ends

    def _of_list(self, at: int, match: Match) -> Match:
        """Return what an open name means in the region behind its list: "X, Y in Z"."""
        if match.place is not None:
            return match
        last = self._list_ends[at]
        region = self._behind(last) if last > at else None
        return (self._within(at, region) if region else None) or match

    def _before(self, at: int) -> str | None:
        """Return the region that the sentence of a name is told of: "in Y a drone hit X"."""
        span = self.spans[at]
        if _FROM.search(self.text, max(0, span.start - 12), span.start):
            return None
        for other in range(at - 1, max(-1, at - 1 - _MOST), -1):
            before = self.spans[other]
            if span.start - before.end > _REACH or _END.search(self.text, before.end, span.start):
                return None
            if region := self._region(other):
                said = _BEFORE.search(self.text, max(0, before.start - 24), before.start)
                return region if said and self.matches[other].precision == "governorate" else None
        return None


def _part_at(start: int, parts: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the region of the last part that begins before a place of the text, if it holds it.

    parts: by their beginnings; one that begins later never ends before an earlier one.
    """
    at = bisect_right(parts, start, key=itemgetter(0))
    if not at:
        return None
    _, end, region = parts[at - 1]
    return region if start < end else None


def _find_headings(text: str) -> list[int]:
    """Return where lines stand that head lines, after an empty one; the last is the text's end."""
    found = _HEADING.finditer(text)
    return [met.start() for met in found if len(met[1].split()) <= _WORDS] + [len(text)]


def _is_known(place: Place) -> bool:
    return place.prominence >= _TO_ALL or (place.population or 0) >= WELL_KNOWN


def _bearers(match: Match) -> tuple[Place, ...]:
    return (match.place, *match.rivals) if match.place else match.rivals


def _is_district(text: str, spans: Sequence[Span], at: int) -> bool:
    """Say whether a name goes on with a district: "в Приморском районе, в Петровском"."""
    span = spans[at]
    if not at or _ADJECTIVE.search(span.surface) is None or spans[at - 1].hint != "district":
        return False
    same = _END.search(text, spans[at - 1].end, span.start) is None
    return same and _ADJECTIVE.search(spans[at - 1].surface) is not None
