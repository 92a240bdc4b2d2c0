"""The summary of a file: what was read, what was placed, and what a reader must look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geo.land.boundaries import Boundaries
from geo.land.country import name_level
from geo.placing.districts import known_districts
from geo.placing.evidence import Matches
from geo.placing.extent import distinct_points, lie_at_sea, lie_inside, name_countries, name_home
from geo.placing.outlines import Objects
from geo.placing.repeated import CENTRE, Repeated, find_repeated, km_between
from geo.placing.rows.answers import STRANGE
from geo.reading.column_names import name_some
from geo.reading.result import Reading
from geo.strikes.reasons import count_reasons
from geo.strikes.totals import Totals, count_totals

__all__ = ["FileSummary", "summarise"]

FAR_KM = 25.0  # beyond a place's own radius
SURE = 0.9  # score of a match whose point is held against a given one
MOST_SAID = 4  # reasons of a kind that get a line of their own
MOST_LOOKED_UP = 3_000  # distinct names, the most frequent ones


@dataclass(frozen=True)
class FileSummary:
    """What a file held and what is to be looked at, all in rows."""

    title: str  # what the table is called, "" where it has no name
    home: str  # the country at hand
    rows: int
    refused: int
    totals: Totals
    not_strikes: Mapping[str, int]  # by reason, most first
    points: int  # rows with a point of their own
    outside: int  # of them outside the country
    outside_in: tuple[tuple[str, int], ...]  # countries that those lie in
    at_sea: int  # of those outside in the sea
    swapped: int  # of those outside, inside with lon and lat exchanged
    remedy: str  # how to read the file with the two exchanged
    far: int  # points far from the place that they name
    far_of: int  # points that were held against a listed place
    repeated: tuple[Repeated, ...]
    contrary: Mapping[str, int]  # by what the table says, most first
    strange: int  # not placed, since most names of the file are not known here
    several: int  # rows that stand for more or fewer strikes than one
    centres: int  # rows counted on the governorate whose centre their given point is
    districts: int  # rows known to a second-level area at hand
    district_word: str  # what the country calls those areas, "" where none are at hand
    noted: int  # rows with a note on reading: cells left empty, points not drawn
    unused: Mapping[str, str] = field(default_factory=dict)  # column: what it looks like
    unlocated: Mapping[str, int] = field(default_factory=dict)  # why rows are not, most first
    odd_codes: tuple[str, ...] = ()  # areas with an ISO code among areas with P-codes
    elsewise: Mapping[str, int] = field(default_factory=dict)  # of them the other reasons

    def lines(self) -> tuple[str, ...]:
        """Return the summary in short lines; what is zero is not said."""
        return tuple(_lines(self))


# Where only some points fit exchanged.
_CORRECT = "the other points would then be wrong, so correct these rows alone in the file"


def summarise(reading: Reading, boundaries: Boundaries, gazetteer: Matches) -> FileSummary:
    """Return what a located file holds and what is to be looked at.

    reading: rows that `locate` and `join_areas` went over. Distances are in km on the sphere; a
    point within 5 km of the country's coarse outline counts as inside.
    """
    strikes = reading.strikes
    points, number, rows = _own_points(strikes)
    inside = lie_inside(points, boundaries)
    lost = ~inside
    turned = lie_inside(_turn(points[lost]), boundaries)
    far, far_of = _count_far(strikes, gazetteer)
    lacking = (strikes["location_status"] == "unlocated").to_numpy()
    why = strikes["match_reason"][lacking].fillna("no reason is told")
    reasons = why.value_counts()
    low, high = strikes["strikes_min"], strikes["strikes_max"]
    districts = known_districts(boundaries)
    return FileSummary(
        title=reading.title,
        home=name_home(boundaries),
        rows=reading.rows,
        refused=len(reading.rejected),
        totals=count_totals(strikes),
        not_strikes=_count(strikes["not_strike"]),
        points=int((number >= 0).sum()),
        outside=int(rows[lost].sum()),
        outside_in=tuple(name_countries(points[lost], rows[lost], boundaries.countries)),
        at_sea=int(rows[lost][lie_at_sea(points[lost])].sum()),
        swapped=int(rows[lost][turned].sum()),
        remedy=_CORRECT if inside.any() else _exchange(reading.columns),
        far=far,
        far_of=far_of,
        repeated=tuple(find_repeated(strikes, boundaries, gazetteer.places)),
        contrary=_count_contrary(reasons),
        strange=int(reasons[reasons.index.str.startswith(STRANGE)].sum()),
        several=int(((low.notna() & (low != 1)) | (high.notna() & (high != 1))).sum()),
        centres=int(strikes["match_reason"].str.startswith(CENTRE).fillna(False).sum()),
        districts=int(strikes["adm2_code"].isin(districts).sum()) if districts else 0,
        district_word=name_level(boundaries.countries, 2) if districts else "",
        noted=int(strikes["reading_note"].notna().sum()),
        unused=reading.unused,
        unlocated=count_reasons(why),
        odd_codes=tuple(_list_odd_codes(strikes["adm1_code"], boundaries)),
        elsewise=count_reasons(why[~(_is_contrary(why) | why.str.startswith(STRANGE))]),
    )


def _count(texts: pd.Series) -> dict[str, int]:
    return {str(text): int(n) for text, n in texts.dropna().value_counts().items()}


def _own_points(
    strikes: gpd.GeoDataFrame,
) -> tuple[Objects, NDArray[np.intp], NDArray[np.int64]]:
    """Return the distinct given points, each row's number of them (-1), and the rows of each."""
    given = strikes[(strikes["match_method"] == "given").to_numpy()]
    points, number = distinct_points(given)
    return points, number, np.bincount(number[number >= 0], minlength=len(points))


def _turn(points: Objects) -> Objects:
    """Return points with longitude and latitude exchanged."""
    turned: Objects = shapely.points(shapely.get_y(points), shapely.get_x(points))
    return turned


def _exchange(columns: Mapping[str, str]) -> str:
    named = {meaning: column for column, meaning in columns.items()}
    if "lon" not in named or "lat" not in named:
        return "exchange the two columns and read the file again"
    lat, lon = named["lon"], named["lat"]
    return f"read it with --column lat={_quote(lat)} --column lon={_quote(lon)}"


def _quote(name: str) -> str:
    return f"'{name}'" if " " in name else name


def _list_odd_codes(codes: pd.Series, boundaries: Boundaries) -> Iterator[str]:
    """Yield areas of rows that have no P-code where the others of their country have one."""
    areas = boundaries.governorates
    is_iso = areas["code"].str.match(r"[A-Z]{2}-").to_numpy(dtype=bool)
    coded = set(areas["parent"][~is_iso])
    odd = areas[is_iso & areas["parent"].isin(coded) & areas["code"].isin(set(codes.dropna()))]
    yield from (f"{name} ({code})" for code, name in zip(odd["code"], odd["name"], strict=True))


def _is_contrary(reasons: pd.Series) -> pd.Series:
    """Say which reasons tell that the table says another country or area."""
    mild = ("the table says only", "the table says no place")
    return reasons.str.startswith("the table says ") & ~reasons.str.startswith(mild)


def _count_contrary(reasons: pd.Series) -> dict[str, int]:
    """Count the rows that are not placed by what their table says: "the table says Iraq"."""
    said = reasons[_is_contrary(reasons.index.to_series()).to_numpy()]
    words = said.index.str.removeprefix("the table says ").str.split(";").str[0]
    grouped = said.groupby(words).sum().sort_values(ascending=False, kind="stable")
    return {str(text): int(n) for text, n in grouped.items()}


def _count_far(strikes: gpd.GeoDataFrame, gazetteer: Matches) -> tuple[int, int]:
    """Count given points that lie far from the listed place that they name, and all held so."""
    given = strikes[((strikes["match_method"] == "given") & strikes.geometry.notna()).to_numpy()]
    texts = given["place_text"].value_counts().head(MOST_LOOKED_UP).index
    listed = [text for text in texts if gazetteer.lists(text)]
    if not listed:
        return 0, 0
    named = given[given["place_text"].isin(listed).to_numpy()]
    pairs = named[["place_text", "governorate_text"]].drop_duplicates()
    asked = [tuple(v if isinstance(v, str) else None for v in pair) for pair in pairs.to_numpy()]
    matches = gazetteer.match_many([str(name) for name, _ in asked], [area for _, area in asked])
    sure = [
        (name, area, m.lon, m.lat, m.uncertainty_km or 0.0)
        for (name, area), m in zip(asked, matches, strict=True)
        if m.method == "exact" and m.lon is not None and (m.score or 0) >= SURE and not m.rivals
    ]
    columns = ["place_text", "governorate_text", "lon", "lat", "radius"]
    known = pd.DataFrame(sure, columns=columns).astype(
        {"place_text": "str", "governorate_text": "str"}
    )
    pins = pd.DataFrame(named[["place_text", "governorate_text"]]).assign(
        own_lon=named.geometry.x.to_numpy(), own_lat=named.geometry.y.to_numpy()
    )
    held = pins.merge(known, on=["place_text", "governorate_text"])
    away = km_between(held["own_lon"], held["own_lat"], held["lon"], held["lat"])
    return int((away > FAR_KM + held["radius"]).sum()), len(held)


def _say(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _name(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts)


def _name_outside(summary: FileSummary) -> str:
    """Return the countries of points outside with their numbers, which add up."""
    named = summary.outside_in[:4]
    at_sea = min(summary.at_sea, summary.outside)
    elsewhere = summary.outside - at_sea - sum(count for _, count in named)
    others = (("in the sea", at_sea), ("elsewhere", elsewhere))
    return _name([*named, *((name, count) for name, count in others if count > 0)])


def _lines(summary: FileSummary) -> Iterator[str]:
    totals = summary.totals
    called = f"{summary.title}: " if summary.title else ""
    yield f"{called}{_say(summary.rows, 'row')} read, {summary.refused:,} refused; " + (
        f"{totals.located:,} located, {totals.area_only:,} counted on an area, "
        f"{totals.unlocated:,} not located"
    )
    if summary.district_word:
        yield (
            f"{summary.districts:,} of {_say(totals.rows, 'row')} known to a second-level area "
            f"({summary.district_word})"
        )
    yield from _lines_of_points(summary)
    yield from _lines_of_unlocated(summary)
    if totals.not_strikes:
        named = _name(list(summary.not_strikes.items())[:4])
        yield f"{totals.not_strikes:,} of {totals.rows:,} rows are no strikes: {named}"
    if summary.several:
        high = "or more" if totals.strikes_high is None else f"to {totals.strikes_high:,}"
        alike = totals.strikes_low == totals.strikes_high
        stand = f"{totals.strikes_low:,}" + ("" if alike else f" {high}")
        yield f"{_say(totals.rows - totals.not_strikes, 'row')} stand for {stand} strikes"
    if totals.undated:
        yield f"{totals.undated:,} of {totals.rows:,} rows are undated"
    if summary.odd_codes:
        named = ", ".join(summary.odd_codes)
        yield f"adm1_code holds P-codes, but no P-code has the extent of {named}"
    if summary.noted:
        yield (
            f"{summary.noted:,} of {totals.rows:,} rows have a reading note: cells left empty, "
            "points not drawn or times taken to the local clock"
        )
    if summary.unused:
        named = name_some([f"{column} ({what})" for column, what in summary.unused.items()])
        yield f"not used, though they look as if they said something: {named}"


def _lines_of_unlocated(summary: FileSummary) -> Iterator[str]:
    """Yield why rows are not located; the numbers add up to all that are not."""
    home, contrary = summary.home, list(summary.contrary.items())
    for said, count in contrary[:MOST_SAID]:
        against = "" if "no area known in" in said else f", not {home}"
        yield f"{_say(count, 'row')} not placed: the table says {said}{against}"
    if more := sum(count for _, count in contrary[MOST_SAID:]):
        others = _say(len(contrary) - MOST_SAID, "other thing")
        yield f"{_say(more, 'row')} not placed: the table says {others} than {home}"
    if summary.strange:
        yield f"{_say(summary.strange, 'row')} {STRANGE} {home}"
    rest = list(summary.elsewise.items())
    for reason, count in rest[:MOST_SAID]:
        yield f"{_say(count, 'row')} not located: {reason}"
    if more := sum(count for _, count in rest[MOST_SAID:]):
        yield f"{_say(more, 'row')} not located for further reasons"


def _lines_of_points(summary: FileSummary) -> Iterator[str]:
    if summary.outside:
        told = summary.outside_in or summary.at_sea
        where = f" ({_name_outside(summary)})" if told else ""
        lie = "lies" if summary.outside == 1 else "lie"
        of = f"{summary.outside:,} of {_say(summary.points, 'point')}"
        yield f"{of} {lie} outside {summary.home}{where}"
    if summary.swapped:
        yield (
            f"{summary.swapped:,} of those {summary.outside:,} would lie in {summary.home} with "
            f"latitude and longitude exchanged; nothing was exchanged: {summary.remedy}"
        )
    if summary.far:
        yield (
            f"{summary.far:,} of {summary.far_of:,} points lie over {FAR_KM:.0f} km from the "
            "place that they name"
        )
    if summary.centres:
        yield f"{_say(summary.centres, 'row')} counted on the area whose centre the given point is"
    for one in summary.repeated[:3]:
        yield one.words
