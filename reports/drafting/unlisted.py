"""Names on no list that stand where a strike's place stands: "a raid near Younine".

They are kept as told, without a point: a text of a country with few places on its list tells most
of its strikes at such names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from gazetteer.match import answer_none
from gazetteer.mentions.document import Mention
from gazetteer.mentions.runs import RUN
from gazetteer.mentions.spans_latin import may_be_name
from reports.model.names import NamesModel
from reports.places import Places
from reports.sentences import Sentence
from reports.words.attacks import find_acts, weapons_in
from reports.words.days import find_days
from reports.words.parties import find_actor_alone
from reports.words.wholes import is_list
from reports.words.wording import Wording

__all__ = ["with_unlisted"]

_LOOK = 110  # signs before a name that are looked at
_CYRILLIC = re.compile(r"(?<![\w-])[Ѐ-Я][\w’'ʼ]+(?:-[\w’'ʼ]+)*(?: [Ѐ-Я][\w’'ʼ-]+)?")
_LARGE = re.compile("[Ѐ-Я]")  # with which each of these begins
_NUMBERED = re.compile(
    r" \d{1,2}(?![\w:.,/%-]*\d)(?=\s*(?:[,.;()]|$|\w+ the\b|to\b(?! \d)|in\b|on\b))"
)
_ADJECTIVE = ("ської", "цької", "зької", "ской", "цкой")
_COMMUNITY = re.compile(r" (?:громад|общин)\w+")  # behind the adjective that is its name
_OPENS = re.compile(r"(?:^|\s)at\s+(?=\S)|^(?:At|In|Near|Around|Outside|On)\s+(?=\S)")  # in a run
_MARK = re.compile(r"\s*(?:[-–—•*▪●■►]|\d{1,2}[.)])\s*")
_DATED = re.compile(r"\W*\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\W+")  # before a line's name
_DATED_ACT = re.compile(
    r"\W*\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\s+[^.;:\n]{3,60}: "
)  # "28/3 raid: X"
_HEADS = re.compile(r"\s*(?:[:–—]|-\s|\()")  # behind it
_WORD = 16  # signs in which the last word before a name stands
_LEAST = 3  # letters of a name
_DAY = 3  # signs behind a month in which its day stands
_ANY = "airstrike"  # a kind for words that have none alone
_WHY = "on no list; told as the place of a strike"


def with_unlisted(
    text: str,
    numbered: Sequence[tuple[Sentence, Wording]],
    places: Places,
    model: NamesModel | None = None,
) -> list[Mention]:
    """Return the names of a text with those on no list that stand in the place of a strike.

    numbered: its sentences with their wordings; places: names that are known, new ones are of the
    country that the text speaks of most; model: one that finds place names, whose own are added in
    sentences that tell of an attack.
    """
    finder = _Finder(text, places.mentions, places.main.country.upper())
    for sentence, wording in numbered:
        finder.read(sentence, wording)
        if model is not None and model.knows(wording.language):
            finder.ask(model, sentence, wording)
    return sorted([*places.mentions, *finder.found], key=lambda mention: mention.start)


class _Finder:
    def __init__(self, text: str, known: list[Mention], country: str) -> None:
        self.text, self.known, self.country = text, known, country
        self.starts = [mention.start for mention in known]
        self.capitals = (RUN, _CYRILLIC) if _LARGE.search(text) else (RUN,)
        self.found: list[Mention] = []
        self.slots: dict[int, bool] = {}  # where a name begins: it stands in a strike's place
        self.has_told = False  # of a sure attack, in a sentence before

    def read(self, sentence: Sentence, wording: Wording) -> None:
        """Find the names of one sentence that tells of an attack."""
        told: bool | None = None
        for start, end in self._runs(sentence):
            if end - start < _LEAST or not self._stands(start, end, sentence, wording):
                continue
            if told is None:
                told = self._tells(sentence, wording)
            if not told:
                return
            town_of = wording.pattern("places", "town_of")
            is_town = town_of.search(self.text, max(sentence.start, start - _LOOK), start)
            if _is_name(self.text[start:end], wording, is_town=is_town is not None):
                further = _COMMUNITY if self.text[start:end].endswith(_ADJECTIVE) else _NUMBERED
                if met := further.match(self.text, end, sentence.end):
                    end = met.end()
                dated = find_days(self.text[start : end + _DAY], None, wording.language)
                if any(day.start == 0 for day in dated):
                    continue  # "Oct 2"
                surface = self.text[start:end]
                self.found.append(
                    Mention(surface, start, end, answer_none(surface, _WHY), self.country)
                )

    def ask(self, model: NamesModel, sentence: Sentence, wording: Wording) -> None:
        """Add what a model takes for a place of a sentence that tells of an attack."""
        if not self._tells(sentence, wording):
            return
        held = [(one.start, one.end) for one in (*self.known, *self.found)
                if one.start < sentence.end and sentence.start < one.end]  # fmt: skip
        for first, last in model.find_places(self.text[sentence.start : sentence.end]):
            start, end = sentence.start + first, sentence.start + last
            surface = self.text[start:end]
            free = all(end <= begins or ends <= start for begins, ends in held)
            if free and _is_name(surface, wording):
                why = f"on no list; a place by the model {model.name}"
                self.found.append(
                    Mention(surface, start, end, answer_none(surface, why), self.country)
                )

    def _tells(self, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a sentence tells of an attack: "the attack" alone where one was told."""
        words = self.text[sentence.start : sentence.end]
        topic = _ANY if self.has_told else None
        told = bool(find_acts(words, wording, topic))
        self.has_told = self.has_told or told
        return told

    def _runs(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield the capitals of a sentence that are in no name that is known."""
        for pattern in self.capitals:
            for met in pattern.finditer(self.text, sentence.start, sentence.end):
                at = bisect_left(self.starts, met.end()) - 1
                if at < 0 or self.known[at].end <= met.start():
                    opens = list(_OPENS.finditer(met[0]))
                    yield met.start() + (opens[-1].end() if opens else 0), met.end()
                elif pattern is _CYRILLIC and self._is_before_area(met.start(), at):
                    yield met.start(), met.start() + len(met[0].split()[0])

    def _is_before_area(self, start: int, at: int) -> bool:
        """Say whether capitals begin in no name that is known, only their area's follows."""
        apart = at == 0 or self.known[at - 1].end <= start
        return apart and self.known[at].start > start

    def _stands(self, start: int, end: int, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a name stands where the place of a strike stands, and ends there."""
        text = self.text
        if self._suffers(start, end, sentence, wording):
            return True
        if not wording.pattern("places", "slot_end").match(text, end, sentence.end + 1):
            return False
        if wording.pattern("places", "no_place").match(text, end, sentence.end):
            return False
        if self._is_in_town(end, sentence, wording):
            return False
        first = max(sentence.start, start - _LOOK)
        if _DATED.fullmatch(text, sentence.start, start) and _HEADS.match(text, end):
            return True
        if _DATED_ACT.fullmatch(text, sentence.start, start):
            return True
        if self._is_slot(first, start, wording):
            return True
        if self._is_by_known(start, end, sentence, wording):
            return True
        return self._is_listed(start, sentence, wording)

    def _is_in_town(self, end: int, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a town follows that what is named stands in: "в Епіцентр у Нікополі"."""
        met = wording.pattern("places", "in_town").match(self.text, end, sentence.end)
        at = bisect_left(self.starts, met.end()) if met else len(self.starts)
        if met is None or at == len(self.starts) or self.starts[at] != met.end():
            return False
        town = self.known[at].match
        return town.lon is not None and town.precision == "settlement"

    def _suffers(self, start: int, end: int, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a name begins a sentence, or what stands behind ":", and was attacked."""
        if wording.pattern("places", "suffers").match(self.text, end, sentence.end) is None:
            return False
        lead = self.text[sentence.start : start]
        return lead.endswith(": ") or _MARK.fullmatch(lead) is not None or not lead.strip()

    def _is_listed(self, start: int, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a name goes on a list of which one before it stands in a strike's place."""
        while (before := self._before(start, sentence)) is not None:
            if not is_list(self.text[before.end : start], wording):
                return False
            if before in self.found:
                return True
            first = max(sentence.start, before.start - _LOOK)
            if self._is_slot(first, before.start, wording):
                return True
            if wording.pattern("places", "slot_list").search(self.text[first : before.start]):
                return True
            start = before.start
        return False

    def _is_slot(self, first: int, start: int, wording: Wording) -> bool:
        """Say whether what stands before a name is said before the place of a strike."""
        found = self.slots.get(start)
        if found is None:
            slot, word = (wording.pattern("places", name) for name in ("slot", "slot_word"))
            begins = max(first, start - _WORD)
            found = self.slots[start] = (
                word.pattern.search(self.text, begins, start) is not None
                and slot.search(self.text[first:start]) is not None
            )
        return found

    def _is_by_known(self, start: int, end: int, sentence: Sentence, wording: Wording) -> bool:
        """Say whether a name begins a sentence and is said to lie by one that is known."""
        lead = self.text[sentence.start : start]
        if not _MARK.fullmatch(lead) and lead.strip():
            return False
        met = wording.pattern("places", "next").match(self.text, end, sentence.end)
        if met is None:
            return False
        at = bisect_left(self.starts, met.end())
        return at < len(self.starts) and self.starts[at] == met.end()

    def _before(self, start: int, sentence: Sentence) -> Mention | None:
        """Return the last name of a sentence before a place in it."""
        at = bisect_left(self.starts, start) - 1
        listed = [self.known[at]] if at >= 0 else []
        new = takewhile(lambda one: one.start >= sentence.start, reversed(self.found))
        own = [one for one in [*listed, *new] if sentence.start <= one.start]
        return max((one for one in own if one.end <= start), key=lambda one: one.end, default=None)


def _is_name(surface: str, wording: Wording, *, is_town: bool = False) -> bool:
    """Say whether words with capitals may be a place's: no party, weapon, day or abbreviation.

    is_town: the text calls it a town.
    """
    if len(surface) < _LEAST or surface.isupper() or not may_be_name(surface, is_town=is_town):
        return False
    if wording.pattern("places", "no_name").search(surface) or weapons_in(surface, wording):
        return False
    if find_actor_alone(surface, wording, "") is not None:
        return False
    return not find_days(surface, None, wording.language)
