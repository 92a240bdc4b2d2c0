"""How sharp a table says a point is, in the words of precision."""

from __future__ import annotations

import re

from gazetteer.radii import PRECISION_KM
from geo.reading.values.plain import is_nothing, plain_text
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["read_sharpness"]

_PRECISION_WORDS = {
    "exact": "site", "exact location": "site", "building": "site", "street": "site",
    "exact address": "site", "compound": "site", "facility": "site", "precise": "site",
    "exact point": "site", "exact coordinates": "site", "address": "site", "rooftop": "site",
    "neighborhood": "neighbourhood", "district of a city": "neighbourhood",
    "village": "settlement", "town": "settlement", "city": "settlement", "1": "settlement",
    "nearby": "near", "within 5km": "near", "within 5 km": "near", "within 5km of": "near",
    "approximate": "near", "approximate location": "near", "approx": "near", "approx.": "near",
    "vicinity": "near", "in the vicinity": "near", "general area": "area", "estimated": "near",
    "sub-district": "subdistrict", "adm3": "subdistrict", "admin3": "subdistrict",
    "adm2": "district", "admin2": "district",
    "province": "governorate", "region": "governorate", "adm1": "governorate",
    "admin1": "governorate", "state": "governorate", "nation": "country", "national": "country",
}  # fmt: skip
# Words for the point that stands for an area, beside the area's own.
_MIDDLE = re.compile(
    r"[ -]*\b(?:centroid|centre|center|midpoint|level|only)\b(?: of(?: the)?)?[ -]*"
)
_NUMBERED = re.compile(r"^\(?\d\)?[ .:-]+(?=[^\W\d_]{3})")  # "(1) exact location"
_WITHIN = re.compile(r"(?:within |accurate to |~|<|±|\+/-)? ?(\d+(?:\.\d+)?) ?(m|km|met(?:er|re)s?|"
                     r"kilomet(?:er|re)s?)(?: radius)?")  # fmt: skip


def read_sharpness(text: str) -> tuple[str | None, str | None]:
    """Read how sharp a point is as a word of precision, None where unsaid, and what is wrong.

    Words that are not known make it "unknown": a point that may stand for anything is not drawn.
    """
    plain = _NUMBERED.sub("", plain_text(text).removesuffix(".0").replace("_", " "))
    if is_nothing(text) and plain != "unknown":
        return None, None
    for words in (plain, _MIDDLE.sub(" ", plain).strip()):
        word = _PRECISION_WORDS.get(words, words)
        if word in STATUS_OF_PRECISION:
            return word, None
    if found := _WITHIN.fullmatch(plain):
        km = float(found[1]) * (1 if found[2].startswith("k") else 0.001)
        for word, most in PRECISION_KM.items():
            if km <= most:
                return word, None
    return "unknown", f"precision {text.strip()!r} is not understood: taken as unknown"
