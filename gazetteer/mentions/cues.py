"""What stands around a span in Latin text: type words, compass words, prepositions."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazetteer.mentions.lexicon import english

__all__ = ["MEDIUM", "NONE", "STRONG", "WEAK", "Cues", "read_cues", "word_after"]

STRONG, MEDIUM, WEAK, NONE = 3, 2, 1, 0  # how surely a place stands here
_APPOSED = re.compile(
    r",?[ \u00a0\n]+(?:which is )?an? (?:[a-z-]+ ){0,2}"
    r"(village|town|city|hamlet|neighbou?rhood|suburb|district)\b"
)
_COUNTED = re.compile(
    r"[ \u00a0]*(?:\(\d{1,3}\)|:[ \u00a0]+(?:[\w-]+[ \u00a0]+){0,3}?(?:"
    + "|".join(sorted(english.ATTACKS))
    + r")\b)"
)
_WORDS = re.compile(r"(?:[ \u00a0\n]+[a-z]+){1,5}")
_AFTER = re.compile(r"(?:['’]s)?[ \u00a0\n]+([a-zA-Z]+)(?:[ \u00a0\n]+([a-zA-Z]+))?")


@dataclass(frozen=True, slots=True)
class Cues:
    """What was read around a span; see `spans.Span`."""

    cue: int
    hint: str | None = None
    after_of: bool = False
    compass: str | None = None
    previous: str = ""


def read_cues(text: str, start: int, end: int) -> Cues:
    """Read what stands around a span: type words, compass words, prepositions."""
    ahead = _AFTER.match(text, end)
    word = ahead[1].lower() if ahead else ""
    second = (ahead[2] or "").lower() if ahead else ""
    earlier, previous = _words_before(text, start)
    compass = previous if previous in english.COMPASS else None
    after_of = previous == "of"
    if after_of and earlier in english.COMPASS:
        compass = earlier
    if word in english.TYPES and not (word == "front" and second != "line"):
        return Cues(STRONG, word, after_of, compass, previous)
    if word in english.COMPASS and second in english.TYPES:
        return Cues(STRONG, second, after_of, compass, previous)
    if after_of and earlier in english.TYPES:
        return Cues(STRONG, earlier, True, None, previous)
    if after_of and earlier in english.COMPASS:
        return Cues(STRONG, None, True, earlier, previous)
    if previous in english.TYPES:
        return Cues(STRONG, previous, False, None, previous)
    if apposed := _APPOSED.match(text, end):
        return Cues(STRONG, apposed[1], after_of, compass, previous)
    attacked = _is_attacked(text, end)
    if after_of and earlier in english.FACILITIES:  # "the market of al-Bab"
        return Cues(MEDIUM, None, True, None, previous)
    if previous in english.PLACE_PREPOSITIONS:
        left = previous == "from" and earlier in english.LEAVERS
        weak = previous in english.WEAK_PREPOSITIONS and not (attacked or left)
        return Cues(WEAK if weak else MEDIUM, None, after_of, None, previous)
    return Cues(MEDIUM if compass or attacked else NONE, None, False, compass, previous)


def _is_attacked(text: str, end: int) -> bool:
    """Say whether an attack is told of after a name: "was shelled", "came under", ": 2 raids"."""
    if _COUNTED.match(text, end):
        return True
    met = _WORDS.match(text, end)
    words = met[0].split() if met else []
    if words[:1] and words[0] in english.COMERS:
        return words[1:2] == ["under"]
    helped = 0
    while helped < len(words) and words[helped] in english.HELPERS:
        helped += 1
    rest = words[helped:]
    if rest and (rest[0] in english.ADVERBS or rest[0].endswith("ly")):
        rest = rest[1:]
    return helped > 0 and bool(rest) and rest[0] in english.ATTACKED


def _words_before(text: str, start: int) -> tuple[str, str]:
    """Return the two words before a span, "the" aside; "" past punctuation and blank lines."""
    before = text[max(0, start - 40) : start].rpartition("\n\n")[2]
    if not before or before[-1].isalnum():
        return "", ""
    parts = [part for part in before.rstrip("'\"“‘(").lower().split() if part != "the"][-2:]
    if not parts or not parts[-1][-1].isalnum():
        return "", ""
    earlier = parts[0] if len(parts) > 1 and parts[0][-1].isalnum() else ""
    return earlier, parts[-1]


def word_after(text: str, end: int) -> tuple[str, int]:
    """Return the word right after a span as written, and where it ends; "" where none is."""
    ahead = _AFTER.match(text, end)
    return (ahead[1], ahead.end(1)) if ahead else ("", end)
