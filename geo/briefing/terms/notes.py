"""Notes that the author of a sheet places on its map by hand: words, an arrow or an area."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import category

from geo.errors import SheetError

__all__ = ["DIRECTIONS", "LONGEST_NOTE", "MOST_NOTES", "Note", "read_note"]

MOST_NOTES = 12
LONGEST_NOTE = 120  # letters
WIDEST_KM = 1000.0
POLE = 85.0  # degrees, where a sheet's map ends
DIRECTIONS = {
    name: at * 45.0 for at, name in enumerate(("N", "NE", "E", "SE", "S", "SW", "W", "NW"))
}
UNSEEN = frozenset({"Cf", "Cs", "Co", "Cn"})  # of Unicode: marks of direction, half letters, none
_NUMBER = r"[+-]?\d{1,4}(?:\.\d{1,9})?"
_NOTE = re.compile(
    rf"\s*({_NUMBER})\s*,\s*({_NUMBER})(?:\s*,\s*({_NUMBER}))?(?:\s*,\s*([A-Za-z]+))?\s*:(.*)",
    re.ASCII | re.DOTALL,
)
_HOW = (
    'write "36.63,35.93: words" for words at a longitude and latitude, "36.63,35.93,12: words" for '
    'an area of 12 km around it, or "36.63,35.93,40,NE: words" for an arrow to it from words '
    "40 km north-east of it"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One note: words at a point; with `km` an area around it; with `direction` an arrow to it.

    lon, lat: degrees, of the words, the middle of the area or the tip of the arrow. km: radius of
    the area, or how far from the tip the words stand, in `direction`, one of `DIRECTIONS`. Raises
    SheetError for what cannot be.
    """

    lon: float
    lat: float
    text: str
    km: float = 0.0
    direction: str = ""

    def __post_init__(self) -> None:
        seen = "".join(sign for sign in self.text if category(sign) not in UNSEEN)
        object.__setattr__(self, "text", " ".join(seen.split()))
        if not self.text:
            raise SheetError("note: it has no words")
        if len(self.text) > LONGEST_NOTE:
            raise SheetError(
                f"note: {self.text[:20]}… has {len(self.text)} letters; {LONGEST_NOTE} are the most"
            )
        if not (abs(self.lon) <= 180 and abs(self.lat) < POLE):  # no NaN either
            raise SheetError(
                f"note: {self.lon:g},{self.lat:g} is off the earth; longitude comes first"
            )
        if not 0 <= self.km <= WIDEST_KM or (self.direction and not self.km):
            raise SheetError(f"note: {self.km:g} km; give 0.1 to {WIDEST_KM:g}")
        if self.direction and self.direction not in DIRECTIONS:
            raise SheetError(
                f"note: {self.direction!r} is no direction; use {', '.join(DIRECTIONS)}"
            )

    def to_text(self) -> str:
        """Return the note as `read_note` reads it."""
        numbers = [f"{value:.5f}".rstrip("0").rstrip(".") for value in (self.lon, self.lat)]
        numbers += [f"{self.km:g}"] if self.km else []
        numbers += [self.direction] if self.direction else []
        return f"{','.join(numbers)}: {self.text}"


def read_note(said: str) -> Note:
    """Read "LON,LAT: words", "LON,LAT,KM: words" or "LON,LAT,KM,DIRECTION: words".

    Raises SheetError that says how it is written.

    >>> read_note("36.63,35.93,40,ne: Front line of 3 March").direction
    'NE'
    """
    read = _NOTE.fullmatch(said)
    if read is None:
        raise SheetError(f"note: {said[:60]!r} cannot be read; {_HOW}")
    lon, lat, km, direction, text = read.groups()
    return Note(float(lon), float(lat), text, float(km or 0), (direction or "").upper())
