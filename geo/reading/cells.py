"""One cell, or one row's cells, as people write them -> values of the strikes table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from gazetteer.radii import PRECISION_KM, ROUNDED_KM
from gazetteer.spelling.normalise import fold_figures
from geo.strikes.schema import KINDS, STATUS_OF_PRECISION

__all__ = ["CellError", "GivenPoint", "WordedTollError", "read_event", "read_kind", "read_place",
           "read_point", "read_sharpness", "read_toll"]  # fmt: skip


class CellError(ValueError):
    """A cell that cannot be read; the message says why and what to do."""


class WordedTollError(CellError):
    """A toll in words, such as "dozens": no figure may be read from it."""


_NULLS = {"", "-", "--", "?", "n/a", "na", "nan", "none", "null", "unknown", "not reported",
          "not known", "غير معروف"}  # fmt: skip
_COUNT = r"(\d{1,9})(?:\.0+)?"
_TOLLS = (
    (re.compile(_COUNT), "both"),
    (re.compile(rf"(?:between )?{_COUNT} ?(?:-|–|—|to|and) ?{_COUNT}"), "range"),
    (re.compile(rf"{_COUNT} ?\+|(?:≥|>=|at least|more than|over) ?{_COUNT}"), "low"),
    (re.compile(rf"(?:≤|<=|at most|up to|no more than) ?{_COUNT}"), "high"),
)
# Words for a number of people that is not given, or given in letters.
_QUANTITIES = (
    "dozens dozen scores hundreds thousands tens several many some few multiple numerous various"
    " couple handful most unknown unspecified undetermined unclear unconfirmed heavy mass massive"
    " no nobody zero one two three four five six seven eight nine ten eleven twelve fifteen twenty"
    " thirty forty fifty hundred entire whole family all number civilians"
    " عشرات العشرات عدة عدد بعض كثير كثيرون العديد مئات المئات آلاف الآلاف عائلة"
    " واحد اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"
)
_QUANTITY_WORDS = frozenset(_QUANTITIES.split())
_FIGURE_IN_WORDS = re.compile(r"(?<![\w.,-])~?\d+(?![^\W_])(?![\w.,]*\d)")


@lru_cache(maxsize=4096)
def read_toll(text: str) -> tuple[int | None, int | None]:
    """Read "5", "3-5", "70+" or "up to 12" as (lower, upper); a bound not reported is None.

    Words are not turned into numbers: raises WordedTollError for "dozens" or "about 5",
    CellError for what is no toll at all.
    """
    plain = fold_figures(text)
    if plain in _NULLS:
        return None, None
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    for pattern, meaning in _TOLLS:
        found = pattern.fullmatch(plain)
        if found:
            counts = [int(count) for count in found.groups() if count is not None]
            return _bounds(counts, meaning, text)
    if re.match(r"(-|−|minus ) ?\d+(\.\d+)?\b", plain):
        raise CellError(f"{text!r} is negative; give 0 or more, or leave it empty")
    refusal = WordedTollError if _is_worded(plain) else CellError
    raise refusal(
        f"{text!r} is no whole number or range; write 5, 3-5, 70+ or up to 12, "
        "or leave it empty where nothing is reported"
    )


def _is_worded(plain: str) -> bool:
    """Say whether a text states a number of people in words, or a figure among words."""
    words = re.findall(r"[^\W\d_]+", plain)
    if any(word in _QUANTITY_WORDS for word in words):
        return True
    lettered = any(len(word) > 1 for word in words) or plain.startswith("~")
    return lettered and bool(_FIGURE_IN_WORDS.search(plain))


def _bounds(counts: list[int], meaning: str, text: str) -> tuple[int | None, int | None]:
    if meaning == "range":
        if counts[1] < counts[0]:
            raise CellError(f"{text!r} runs from high to low; swap the two")
        return counts[0], counts[1]
    low = counts[0] if meaning in ("both", "low") else None
    return low, counts[0] if meaning in ("both", "high") else None


# The first pattern found decides; "Air/drone strike" is one class of a well-known event table.
_KIND_PATTERNS = (
    (r"air/drone strike", "airstrike"),
    (r"shelling|artillery|mortar|rocket|مدفع|هاون", "shelling"),
    (r"drone|uav|unmanned|مسير", "drone"),
    (r"air ?-?(strike|raid|attack|bomb)|aerial|barrel bomb|warplane|helicopter", "airstrike"),
    (r"غار[ةا]|قصف جوي|طيران", "airstrike"),
    (r"missile|صاروخ", "missile"),
    (r"\bv?b?ied\b|explosive device|car bomb|landmine|remote explosive|suicide bomb", "ied"),
    (r"عبوة|مفخخ", "ied"),
    (r"battle|clash|ground|armed|raid|assault|اشتباك|اقتحام", "ground"),
)  # fmt: skip


def read_kind(text: str) -> str | None:
    """Read what struck as a word of the kind column; None where the words are not understood."""
    plain = fold_figures(text)
    if plain in KINDS:
        return plain
    return next((kind for pattern, kind in _KIND_PATTERNS if re.search(pattern, plain)), None)


def read_event(text: str) -> tuple[str | None, str | None]:
    """Read what struck, and why the event is no strike; None where not understood, or a strike."""
    return read_kind(text), None


_PRECISION_WORDS = {
    "exact": "site", "exact location": "site", "building": "site", "street": "site",
    "neighborhood": "neighbourhood", "district of a city": "neighbourhood",
    "village": "settlement", "town": "settlement", "city": "settlement", "1": "settlement",
    "nearby": "near", "within 5km": "near", "approximate": "near",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenPoint:
    """A given point with its sharpness, or why there is none; the words of the strikes table."""

    lon: float | None = None
    lat: float | None = None
    precision: str = "unknown"
    uncertainty_km: float | None = None
    match_method: str = "none"
    match_reason: str | None = None


def read_point(lon: str, lat: str) -> tuple[float, float] | None:
    """Read longitude and latitude in degrees; None where both are empty.

    Raises CellError where they cannot be right.
    """
    if fold_figures(lon) in _NULLS and fold_figures(lat) in _NULLS:
        return None
    x, y = _degrees(lon.strip(), "longitude", 180), _degrees(lat.strip(), "latitude", 90)
    if x == 0 and y == 0:
        raise CellError("longitude and latitude are both 0, a placeholder; leave them empty")
    return x, y


def read_place(lon: str, lat: str, precision: str = "", uncertainty_km: str = "") -> GivenPoint:
    """Read the cells of a point. Raises CellError where they cannot be right."""
    point = read_point(lon, lat)
    if point is None:
        return GivenPoint()
    word = _precision_word(precision)
    if word not in PRECISION_KM:
        return GivenPoint(
            match_method="given",
            match_reason=(
                f"the source's point stands for an area or is of unknown sharpness "
                f"({precision.strip()}), so it is not drawn"
            ),
        )
    given = (lon.strip(), lat.strip())
    radius, why = _radius(uncertainty_km, word, given, stated=bool(precision.strip()))
    return GivenPoint(*point, word, radius, "given", why)


def _degrees(text: str, what: str, limit: int) -> float:
    if fold_figures(text) in _NULLS:
        raise CellError(f"{what} is missing though the other is given; give both or neither")
    try:
        value = _read_degrees(fold_figures(text), "ew" if what == "longitude" else "ns")
    except ValueError:
        raise CellError(f"{what} {text!r} is no angle; write degrees such as 36.4523") from None
    if not isfinite(value) or abs(value) > limit:
        raise CellError(f"{what} {text} is out of range (-{limit} to {limit}); check the columns")
    return value


# 36°12'41.56"E, with the quotation marks that keyboards and typesetters put there
_SEXAGESIMAL = re.compile(
    r"(\d{1,3}(?:\.\d+)?)°?\s*(?:(\d{1,2}(?:\.\d+)?)\\?['′’]\s*)?"
    r"(?:(\d{1,2}(?:\.\d+)?)\s*\\?(?:[\"″”]|''|′′)?\s*)?([nsew])?"
)


def _read_degrees(plain: str, sides: str) -> float:
    try:
        return float(plain.replace(",", ".") if plain.count(",") == 1 else plain)
    except ValueError:
        found = _SEXAGESIMAL.fullmatch(plain)
    if not found:
        raise ValueError(plain)
    whole, minutes, seconds = (float(part or 0) for part in found.groups()[:3])
    if minutes >= 60 or seconds >= 60 or (found[4] or sides) not in (*sides, sides):
        raise ValueError(plain)
    value = whole + minutes / 60 + seconds / 3600
    return -value if found[4] in ("s", "w") else value


def _precision_word(text: str) -> str | None:
    plain = fold_figures(text)
    if not plain:
        return "settlement"
    word = _PRECISION_WORDS.get(plain.removesuffix(".0"), plain)
    return word if word in STATUS_OF_PRECISION else None


def read_sharpness(text: str) -> tuple[str | None, str | None]:
    """Read how sharp a point is as a word of precision, None where unsaid, and what is wrong.

    Words that are not known make it "unknown": a point that may stand for anything is not drawn.
    """
    if fold_figures(text) in _NULLS - {"unknown"}:
        return None, None
    word = _precision_word(text)
    if word is not None:
        return word, None
    return "unknown", f"precision {text.strip()!r} is not understood: taken as unknown"


def _radius(
    uncertainty_km: str, word: str, point: tuple[str, str], *, stated: bool
) -> tuple[float, str]:
    """Return the radius in km and the reason to show."""
    sharp = "" if stated else ", sharpness unknown: taken as a settlement's"
    if fold_figures(uncertainty_km) not in _NULLS:
        try:
            radius = float(fold_figures(uncertainty_km))
        except ValueError:
            radius = 0.0
        if not isfinite(radius) or radius <= 0:
            raise CellError(f"radius {uncertainty_km!r} is no positive number of km")
        return radius, f"coordinates given by the source{sharp}, radius {radius:g} km"
    decimals = max(len(text.replace(",", ".").partition(".")[2]) for text in point)
    rounded = 0.0 if "°" in point[0] else ROUNDED_KM.get(decimals, 0.0)
    radius = max(PRECISION_KM[word], rounded)
    if rounded > PRECISION_KM[word]:
        sharp += f", rounded to {decimals} decimals"
    return radius, f"coordinates given by the source{sharp}, radius {radius:g} km"
