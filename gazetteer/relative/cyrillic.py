"""Relative places as Ukrainian and Russian word them, written in English words.

Names stay as they are, in the case that they stand in.
"""

from __future__ import annotations

import re

__all__ = ["write_english"]

_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Sides of the compass by the stems of their words, Ukrainian and Russian; compounds go first.
_POINTS = {"північ": "north", "півден": "south", "півдн": "south", "сход": "east", "схід": "east",
           "захід": "west", "заход": "west", "север": "north", "юг": "south", "южн": "south",
           "юж": "south", "восток": "east", "восточн": "east", "запад": "west"}  # fmt: skip
_STEM = "|".join(sorted(_POINTS, key=len, reverse=True))
_SIDE = rf"(?P<side>(?:{_STEM})\w*(?:[ -](?:{_STEM})\w*)?)"
_DISTANCE = (
    r"(?:(?:за|в|у|на відстані|на расстоянии|приблизно|примерно|близько|около) )*"
    r"(?P<km>\d+(?:[.,]\d+)?(?: ?[-–—] ?\d+(?:[.,]\d+)?)?) ?"
    r"(?P<unit>км|кілометр\w*|километр\w*|м|метр\w*)\.?,? "
)
# "на північ від X", "к северу от X", "севернее X", "північніше X", "північніше від X"
_TO_SIDE = rf"(?:(?:на|к|у|в|до) )?{_SIDE}(?: (?:від|од|от))? (?P<a>\S.*)"
_FROM = r"(?:від|од|от) (?P<a>\S.*)"
_PATTERNS = (
    (re.compile(_DISTANCE + _TO_SIDE, re.IGNORECASE), "{km} {unit} {side} of {a}"),
    (re.compile(_DISTANCE + _FROM, re.IGNORECASE), "{km} {unit} from {a}"),
    (re.compile(_TO_SIDE, re.IGNORECASE), "{side} of {a}"),
    (re.compile(r"(?:між|поміж|между) (?P<a>\S.*?) (?:і|й|та|и) (?P<b>\S.*)", re.IGNORECASE),
     "between {a} and {b}"),
    (re.compile(r"(?:на )?(?:автотрас\w+|автодоро\w+|трас\w+|доро\w+|шосе|шоссе) "
                r"(?P<a>[^\W\d][^\d–—]{2,}?) ?[-–—] ?(?P<b>[^\W\d][^\d–—]{2,})", re.IGNORECASE),
     "road between {a} and {b}"),
)  # fmt: skip
# A side alone is told by an ending that says "to the side of": "північніше", "севернее", or by
# "від" and "от"; "Північна Салтівка" and "Південне" are names.
_BESIDE = re.compile(r"\b(?:від|од|от)\b|\w(?:іше|нее|ней)\b", re.IGNORECASE)


def write_english(text: str) -> str | None:
    """Return a Ukrainian or Russian relative place in English words, None where it is none.

    >>> write_english("15 км на північний схід від Харкова")
    '15 km northeast of Харкова'
    """
    if _CYRILLIC.search(text) is None:
        return None
    plain = " ".join(text.split())
    for pattern, english in _PATTERNS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        said = {name: part for name, part in found.groupdict().items() if part}
        if "side" in said:
            if "km" not in said and _BESIDE.search(plain[: found.start("a")]) is None:
                continue
            said["side"] = _write_side(said["side"])
        if "unit" in said:
            said["unit"] = "m" if said["unit"].lower().startswith("м") else "km"
        return english.format(**said)
    return None


def _write_side(words: str) -> str:
    """Return "північно-східніше" as "northeast"."""
    said = [_POINTS[stem] for stem in re.findall(_STEM, words.lower())]
    return "".join(dict.fromkeys(said))
