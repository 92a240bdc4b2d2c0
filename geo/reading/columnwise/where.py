"""Point columns -> points with a radius, or why a point is not drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import shapely
from numpy.typing import NDArray

from gazetteer.radii import PRECISION_KM, ROUNDED_KM
from geo.land.world import countries_at
from geo.reading.columnwise.distinct import (
    Codes,
    find_distinct,
    is_blank,
    join_texts,
    keep_texts,
    take_texts,
)
from geo.reading.values.degrees import decimals_of
from geo.reading.values.plain import CellError
from geo.reading.values.points import read_point, split_point
from geo.reading.values.sharpness import read_sharpness
from geo.strikes.schema import STATUS_OF_PRECISION

__all__ = ["Points", "read_points"]

Numbers = NDArray[np.float64]
_PLAIN = r"^-?\d{1,3}(\.\d+)?$"  # degrees as most tables write them
_FIRST_AXIS = re.compile(r"lat|lon|lng", re.IGNORECASE)  # of a column "lon_lat" or "(lat, lon)"
_MANY = 9  # decimals counted for a point that is not written in decimals


@dataclass(frozen=True, slots=True)
class Points:
    """The columns of the strikes table that say where, degrees of the points, and faults."""

    columns: dict[str, pd.Series]
    lon: Numbers
    lat: Numbers
    fault: pd.Series


def read_countries_at(points: Points) -> pd.Series:
    """Return the two letters of the country that each row's point lies in; "" for none, or sea."""
    lon, lat = points.lon, points.lat
    drawn = np.flatnonzero(~(np.isnan(lon) | np.isnan(lat)))
    number, distinct = pd.factorize(lon[drawn] + 1j * lat[drawn])
    codes = np.full(len(lon), "", dtype=object)
    codes[drawn] = countries_at(shapely.points(distinct.real, distinct.imag))[number]
    return pd.Series(codes, index=points.fault.index, dtype="str")


@dataclass(frozen=True, slots=True)
class _Degrees:
    lon: Numbers
    lat: Numbers
    decimals: NDArray[np.int64]  # of the sharper of the two texts
    fault: pd.Series


def read_points(fields: Mapping[str, Sequence[pd.Series]], blank: pd.Series) -> Points:
    """Read the points of a table; `blank` is a column of empty texts."""
    lons, lats, stated, radius = (
        fields[field][0] if field in fields else blank
        for field in ("lon", "lat", "precision", "uncertainty_km")
    )
    lons, lats, fault = _take_from_one_cell(fields.get("point", [blank])[0], lons, lats)
    degrees = _read_degrees(lons, lats)
    degrees = replace(degrees, fault=join_texts([degrees.fault, fault]))
    given = ~np.isnan(degrees.lon)
    codes, counted = pd.factorize(np.where(given, degrees.decimals, -1))
    decimals = take_texts([str(number) for number in counted], codes, blank.index)
    distinct = find_distinct([stated, radius, decimals])
    sharp = [_Sharp.read(*texts) for texts in distinct.texts]
    return _put_together(degrees, sharp, distinct.codes, pair=(lons, lats))


def _take_from_one_cell(
    cells: pd.Series, lons: pd.Series, lats: pd.Series
) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Fill longitude and latitude from cells that hold both, where they are empty."""
    if is_blank(cells):
        return lons, lats, pd.Series(None, index=cells.index, dtype="str")
    distinct = find_distinct([cells])
    axis = _FIRST_AXIS.search(str(cells.name))
    lon_first = axis is not None and axis[0].casefold() != "lat"
    read = distinct.read(partial(_split_cell, lon_first=lon_first))
    found = [
        take_texts([one[part] for one in read], distinct.codes, cells.index) for part in range(3)
    ]
    open_rows = ((lons == "") & (lats == "")).to_numpy()
    lon, lat = (
        texts.where(~open_rows, split.fillna(""))
        for texts, split in zip((lons, lats), found[:2], strict=True)
    )
    return lon, lat, keep_texts(found[2], open_rows)


def _split_cell(text: str, *, lon_first: bool) -> tuple[str, str, str | None]:
    if not text.strip():
        return "", "", None
    try:
        lon, lat = split_point(text, lon_first=lon_first)
    except CellError as problem:
        return "", "", f"{problem} (the point is left out)"
    return lon, lat, None


@dataclass(frozen=True, slots=True)
class _Sharp:
    stated: str | None
    precision: str
    uncertainty_km: float
    method: str
    reason: str | None
    fault: str | None
    not_drawn: bool = False

    @classmethod
    def read(cls, stated: str, radius: str, decimals: str) -> _Sharp:
        """Read how sharp the points of some rows are; -1 decimals stand for no point."""
        word, problem = read_sharpness(stated)
        nothing = cls(word, "unknown", np.nan, "none", None, problem)
        if decimals == "-1":
            return nothing
        if word is not None and word not in PRECISION_KM:
            return cls(word, "unknown", np.nan, "none", None, problem, not_drawn=True)
        km, why, fault = _read_radius(radius, word or "settlement", int(decimals))
        said = "" if word else ", sharpness unknown: taken as a settlement's"
        reason = f"coordinates given by the source{said}{why}, radius {km:g} km"
        faults = "; ".join(filter(None, [problem, fault])) or None
        return cls(word, word or "settlement", km, "given", reason, faults)


def _read_radius(text: str, word: str, decimals: int) -> tuple[float, str, str | None]:
    """Return the radius in km, what is to be said of it, and what could not be read."""
    fault = None
    plain = text.strip().replace(",", ".")
    if plain:
        try:
            km = float(plain)
            if np.isfinite(km) and km > 0:
                return km, "", None
        except ValueError:
            pass
        fault = f"radius {text!r} is no positive number of km: left out"
    rounded = ROUNDED_KM.get(decimals, 0.0)
    if rounded <= PRECISION_KM[word]:
        return PRECISION_KM[word], "", fault
    return rounded, f", rounded to {decimals} decimals", fault


def _put_together(
    degrees: _Degrees, sharp: Sequence[_Sharp], codes: Codes, *, pair: tuple[pd.Series, pd.Series]
) -> Points:
    index = pair[0].index
    hidden = np.array([one.not_drawn for one in sharp], dtype=bool)[codes]
    drawn = ~hidden & ~np.isnan(degrees.lon)
    texts: dict[str, list[str | None]] = {
        "stated_precision": [one.stated for one in sharp],
        "precision": [one.precision for one in sharp],
        "match_method": [one.method for one in sharp],
        "match_reason": [one.reason for one in sharp],
        "location_status": [STATUS_OF_PRECISION[one.precision] for one in sharp],
    }
    columns = {name: take_texts(words, codes, index) for name, words in texts.items()}
    km = np.array([one.uncertainty_km for one in sharp], dtype="float64")[codes]
    columns["uncertainty_km"] = pd.Series(km, index=index)
    faults = [degrees.fault, take_texts([one.fault for one in sharp], codes, index)]
    if hidden.any():
        faults.append(_say_not_drawn(pair, hidden, columns["stated_precision"]))
    return Points(
        columns,
        np.where(drawn, degrees.lon, np.nan),
        np.where(drawn, degrees.lat, np.nan),
        join_texts(faults),
    )


def _say_not_drawn(
    pair: tuple[pd.Series, pd.Series], hidden: NDArray[np.bool_], stated: pd.Series
) -> pd.Series:
    lons, lats = pair
    said = "point " + lats + ", " + lons + " stands for " + stated.map(_AREA_WORDS) + ": not drawn"
    return pd.Series(said.where(hidden), dtype="str")


_AREA_WORDS = {
    word: f"a {word}" for word in ("subdistrict", "district", "governorate", "country")
} | {"unknown": "something of unknown sharpness"}


def _read_degrees(lons: pd.Series, lats: pd.Series) -> _Degrees:
    """Read plain degrees as whole columns, other texts once each."""
    fault = pd.Series(None, index=lons.index, dtype="str")
    if is_blank(lons) and is_blank(lats):
        none = np.full(len(lons), np.nan)
        return _Degrees(none, none, np.zeros(len(lons), dtype="int64"), fault)
    texts = [pa.array(column.str.strip(), pa.large_string()) for column in (lons, lats)]
    fits = [pc.match_substring_regex(text, _PLAIN).to_numpy(False) for text in texts]
    x, y = (_cast(text, plain) for text, plain in zip(texts, fits, strict=True))
    plain = fits[0] & fits[1] & (np.abs(x) <= 180) & (np.abs(y) <= 90) & ((x != 0) | (y != 0))
    x, y = np.where(plain, x, np.nan), np.where(plain, y, np.nan)
    decimals = np.maximum(_count_decimals(texts[0]), _count_decimals(texts[1]))
    empty = np.array((lons == "").to_numpy() & (lats == "").to_numpy())
    rest = np.flatnonzero(~plain & ~empty)
    if len(rest):
        distinct = find_distinct([lons.iloc[rest], lats.iloc[rest]])
        read = distinct.read(_read_pair)
        points = np.array([point for point, _ in read], dtype="float64")[distinct.codes]
        x[rest], y[rest] = points[:, 0], points[:, 1]
        decimals[rest] = np.array(distinct.read(_sharper), dtype="int64")[distinct.codes]
        problems = take_texts([why for _, why in read], distinct.codes, lons.index[rest])
        fault = problems.reindex(lons.index)
    return _Degrees(x, y, decimals, fault)


def _cast(texts: pa.Array, plain: NDArray[np.bool_]) -> Numbers:
    kept = pc.if_else(pa.array(plain), texts, pa.scalar(None, pa.large_string()))
    numbers: Numbers = pc.cast(kept, pa.float64()).to_numpy(zero_copy_only=False)
    return numbers


def _count_decimals(texts: pa.Array) -> NDArray[np.int64]:
    """Count the digits after the point or comma of each text."""
    dotted = pc.replace_substring(texts, ",", ".")
    at = pc.find_substring(dotted, ".")
    length = pc.utf8_length(dotted)
    after = pc.if_else(pc.less(at, 0), 0, pc.subtract(pc.subtract(length, at), 1))
    counted: NDArray[np.int64] = pc.fill_null(after, 0).to_numpy(zero_copy_only=False)
    return counted.astype("int64")


def _sharper(lon: str, lat: str) -> int:
    """Return the decimals of the sharper of two texts."""
    counted = (decimals_of(text) for text in (lon, lat))
    return max(_MANY if decimals is None else decimals for decimals in counted)


def _read_pair(lon: str, lat: str) -> tuple[tuple[float, float], str | None]:
    """Return the point of two texts, NaN for none, and why it cannot be used."""
    try:
        point = read_point(lon, lat)
    except CellError as problem:
        return (np.nan, np.nan), f"{problem} (the point is left out)"
    return point or (np.nan, np.nan), None
