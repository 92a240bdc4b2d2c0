"""An angle as people write it -> degrees: decimal, in minutes and seconds, military."""

from __future__ import annotations

import re

from gazetteer.limits import FIGURE
from gazetteer.spreadsheet_cells import take_back
from geo.reading.values.plain import CellError, plain_text

__all__ = ["SIDE_LETTERS", "decimals_of", "read_degrees", "spell_sides"]

SIDE_LETTERS = {"longitude": "ew", "latitude": "ns"}
_LIMIT = {"longitude": 180, "latitude": 90}

# Words and letters of the hemispheres. "O" is west in French and Spanish and east in German.
_SIDE_WORDS = {
    "n": "north|northern|nord|norte|شمال|شمالا|شمالي|kuzey|с.ш.|с. ш.|с.ш|сш|"
    "северной широты|пн. ш.|"
    "пн.ш.|північної широти|شمالی",
    "s": "south|southern|sud|sur|جنوب|جنوبا|guney|ю.ш.|ю. ш.|южной широты|пд. ш.|пд.ш.",
    "e": "east|eastern|est|este|شرق|شرقا|شرقي|dogu|doğu|в.д.|в. д.|в.д|вд|восточной долготы|"
    "сх. д.|сх.д.|східної довготи|شرقی",
    "w": "west|western|ouest|oeste|غرب|غربا|bati|batı|з.д.|з. д.|западной долготы|зх. д.|зх.д.",
}
_SIDE_OF_WORD = {
    plain_text(w): side for side, words in _SIDE_WORDS.items() for w in words.split("|")
}
_SIDE_WORD = re.compile(
    r"(?<![^\W\d_])("
    + "|".join(re.escape(w) for w in sorted(_SIDE_OF_WORD, key=len, reverse=True))
    + r")(?![^\W\d_])"
)
_SIGNED = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e[+-]\d+)?")
_NUMBER = r"\d+(?:\.\d+)?"
_PIECES = re.compile(  # 36°12'41.56", 36 12 41.56, 36-12-41.56, 36:12:41.56
    rf"(?P<sign>[+-])?(?P<d>{_NUMBER}) ?(?P<mark>°|deg(?:rees?)?\.?|d|[-: ]) ?"
    rf"(?:(?P<m>{_NUMBER}) ?(?:\\?'|m(?:in(?:utes?)?)?\.?|[-: ])? ?)?"
    rf"(?:(?P<s>{_NUMBER}) ?(?:\\?\"|''|s(?:ec(?:onds?)?)?\.?)?)?"
)
_SECONDS_LAST = re.compile(r"[+-]?\d+ ?d\D*\d+ ?m\D*[\d.]+ ?s")  # 34d50m29s is not south
_COMPACT = {  # DDMM, DDMMSS and DDMMSS.s; a longitude may have three figures of degrees
    "latitude": re.compile(r"(\d{2})(\d{2})(?:(\d{2}(?:\.\d+)?))?"),
    "longitude": re.compile(r"(\d{2,3})(\d{2})(?:(\d{2}(?:\.\d+)?))?"),
}


def read_degrees(text: str, what: str) -> float:
    """Read an angle in degrees, south and west negative.

    what: "longitude" or "latitude". Raises CellError where the text is no angle, may be read in
    two ways, belongs to the other axis or is out of range.

    >>> read_degrees("N36°30'", "latitude"), read_degrees("0363000E", "longitude")
    (36.5, 36.5)
    """
    if len(text) > FIGURE.most:
        raise CellError(f"{what} {text[:40]!r}... is longer than {FIGURE}; write degrees")
    # As our lists of refused rows have a negative number, and spreadsheets a text.
    plain, side = _split_side(take_back(text), what)
    value = _read(plain, side, what)
    if value is None:
        raise CellError(
            f"{what} {text!r} is no angle; write degrees such as 36.4523, or 36°27'08\""
            f"{SIDE_LETTERS[what][0].upper()}"
        )
    if abs(value) > _LIMIT[what]:
        limit = _LIMIT[what]
        raise CellError(f"{what} {text} is out of range (-{limit} to {limit}); check the columns")
    if side in ("s", "w"):
        if value < 0 or plain.startswith(("+", "-")):
            raise CellError(f"{what} {text!r} has a sign and a hemisphere; give one of them")
        return -value
    return value


def spell_sides(text: str) -> str:
    """Return a plain text whose hemispheres are letters: "34 north" as "34 n"."""
    return _SIDE_WORD.sub(lambda found: _SIDE_OF_WORD[found[1]], plain_text(text))


def decimals_of(text: str) -> int | None:
    """Return how many decimals a text gives, two for degrees and whole minutes.

    None where it is sharper than counts: degrees with seconds, or minutes with decimals.
    """
    figures = re.findall(r"\d+(?:\.\d+)?", _decimal_point(spell_sides(text)))
    if len(figures) > 1:
        return 2 if len(figures) == 2 and "." not in figures[1] else None
    if figures and re.search(r"[nsew]", spell_sides(text)) and re.fullmatch(r"\d{4,7}", figures[0]):
        return 2 if len(figures[0]) < 6 else None
    return len(figures[0].partition(".")[2]) if figures else 0


def _split_side(text: str, what: str) -> tuple[str, str]:
    """Return an angle without its hemisphere, and the letter of that."""
    plain = spell_sides(text).strip(" ,;")
    if _SECONDS_LAST.fullmatch(plain):
        return _decimal_point(plain), ""
    if re.fullmatch(r"o\b.*\d.*|.*\d[^a-z]*o", plain):
        raise CellError(
            f"{what} {text!r}: O is west in some languages and east in others; write W or E"
        )
    found = re.fullmatch(r"([nsew])[ .:]*(.*\d.*?)|(.*\d.*?)[ .]*([nsew])", plain, re.DOTALL)
    if not found:
        return _decimal_point(plain), ""
    side = found[1] or found[4]
    if side not in SIDE_LETTERS[what]:
        other = "latitude" if what == "longitude" else "longitude"
        raise CellError(
            f"{what} {text!r} is a {other} ({side.upper()}), so no angle for this column; the two "
            "columns may be swapped"
        )
    return _decimal_point(found[2] or found[3]), side


def _decimal_point(plain: str) -> str:
    return plain.replace(",", ".") if plain.count(",") == 1 and "." not in plain else plain


def _read(plain: str, side: str, what: str) -> float | None:
    bare = plain.removesuffix("°").strip()
    if side and (found := _COMPACT[what].fullmatch(bare)):
        return _of_parts(*found.groups())
    if _SIGNED.fullmatch(bare):
        return float(bare)
    found = _PIECES.fullmatch(plain)
    if not found or not found["m"]:
        return None
    marked = found["mark"][0] in "°d"
    whole = found["s"] is None and "." not in found["m"]
    if whole and not (marked or side):
        return None  # "34 50" and "34-50" may be two numbers
    value = _of_parts(found["d"], found["m"], found["s"])
    return -value if value is not None and found["sign"] == "-" else value


def _of_parts(degrees: str, minutes: str | None, seconds: str | None) -> float | None:
    """Return degrees; None where a part but the last has decimals, or 60 are reached."""
    parts = [part for part in (degrees, minutes, seconds) if part is not None]
    if any("." in part for part in parts[:-1]) or any(float(part) >= 60 for part in parts[1:]):
        return None
    return sum(float(part) / 60.0**power for power, part in enumerate(parts))
