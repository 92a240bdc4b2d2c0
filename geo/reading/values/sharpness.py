"""How sharp a table says a point is, in the words of precision."""

from __future__ import annotations

from geo.reading.values.plain import is_nothing, plain_text
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["read_sharpness"]

_PRECISION_WORDS = {
    "exact": "site", "exact location": "site", "building": "site", "street": "site",
    "exact address": "site", "compound": "site", "facility": "site",
    "neighborhood": "neighbourhood", "district of a city": "neighbourhood",
    "village": "settlement", "town": "settlement", "city": "settlement", "1": "settlement",
    "nearby": "near", "within 5km": "near", "within 5 km": "near", "within 5km of": "near",
    "approximate": "near", "vicinity": "near",
    "sub-district": "subdistrict", "adm3": "subdistrict", "admin3": "subdistrict",
    "adm2": "district", "admin2": "district",
    "province": "governorate", "region": "governorate", "adm1": "governorate",
    "admin1": "governorate", "state": "governorate",
}  # fmt: skip


def read_sharpness(text: str) -> tuple[str | None, str | None]:
    """Read how sharp a point is as a word of precision, None where unsaid, and what is wrong.

    Words that are not known make it "unknown": a point that may stand for anything is not drawn.
    """
    plain = plain_text(text).removesuffix(".0").replace("_", " ")
    if is_nothing(text) and plain != "unknown":
        return None, None
    word = _PRECISION_WORDS.get(plain, plain)
    if word in STATUS_OF_PRECISION:
        return word, None
    return "unknown", f"precision {text.strip()!r} is not understood: taken as unknown"
