"""What one cell says, by field: the readers of `values`, and how sharp a table says a point is."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from gazetteer.radii import PRECISION_KM, ROUNDED_KM
from geo.reading.values.degrees import decimals_of
from geo.reading.values.kinds import read_event, read_kind
from geo.reading.values.plain import CellError, is_nothing, plain_text
from geo.reading.values.points import read_point, read_point_cell, split_point
from geo.reading.values.tolls import WordedTollError, read_toll, toll_words
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["CellError", "GivenPoint", "WordedTollError", "is_nothing", "read_event", "read_kind",
           "read_place", "read_point",
           "read_point_cell", "read_sharpness", "read_toll", "split_point",
           "toll_words"]  # fmt: skip


@dataclass(frozen=True, slots=True)
class GivenPoint:
    """A given point with its sharpness, or why there is none; the words of the strikes table."""

    lon: float | None = None
    lat: float | None = None
    precision: str = "unknown"
    uncertainty_km: float | None = None
    match_method: str = "none"
    match_reason: str | None = None


def read_place(lon: str, lat: str, precision: str = "", uncertainty_km: str = "") -> GivenPoint:
    """Read the cells of a point. Raises CellError where they cannot be right."""
    point = read_point(lon, lat)
    if point is None:
        return GivenPoint()
    word = "settlement" if is_nothing(precision) else read_sharpness(precision)[0]
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


def _radius(
    uncertainty_km: str, word: str, point: tuple[str, str], *, stated: bool
) -> tuple[float, str]:
    """Return the radius in km and the reason to show."""
    sharp = "" if stated else ", sharpness unknown: taken as a settlement's"
    if not is_nothing(uncertainty_km):
        try:
            radius = float(plain_text(uncertainty_km))
        except ValueError:
            radius = 0.0
        if not isfinite(radius) or radius <= 0:
            raise CellError(f"radius {uncertainty_km!r} is no positive number of km")
        return radius, f"coordinates given by the source{sharp}, radius {radius:g} km"
    counted = [decimals for text in point if (decimals := decimals_of(text)) is not None]
    decimals = max(counted, default=0)
    rounded = ROUNDED_KM.get(decimals, 0.0) if counted else 0.0
    radius = max(PRECISION_KM[word], rounded)
    if rounded > PRECISION_KM[word]:
        sharp += f", rounded to {decimals} decimals"
    return radius, f"coordinates given by the source{sharp}, radius {radius:g} km"


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
