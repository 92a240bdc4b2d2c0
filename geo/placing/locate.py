"""Locate: place and governorate as reported -> the match columns, the point or the area."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, overload

import geopandas as gpd
import pandas as pd

from gazetteer import Match, Place, load_gazetteer
from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.join import join_areas
from geo.reading.result import Reading, change_strikes
from geo.strikes.checks import validate
from geo.strikes.schema import CRS, PANDAS_DTYPE, STRIKE_COLUMNS

__all__ = ["locate"]

SETTLED = ("given", "reviewed")  # the source's own point, or a person's decision: left alone
STATED_NOTE = "governorate as reported"  # in adm_note: taken from governorate_text
RIVALS_NAMED = 4
SCORE_DECIMALS = 3  # a calibrated share says no more
DTYPE_OF = {column.name: PANDAS_DTYPE[column.dtype] for column in STRIKE_COLUMNS}


class Matches(Protocol):
    """What locating needs of a gazetteer."""

    def match_many(
        self, names: Sequence[str], governorates: Sequence[str | None] | None = None
    ) -> list[Match]:
        """Return one Match per name, in order."""

    def find_governorate(self, text: str) -> Place | None:
        """Return the governorate that a text names, or None."""

    @property
    def places(self) -> Sequence[Place]:
        """Return every record."""


def _text(value: object) -> str | None:
    """Return a cell's text, None where it is empty or only blanks."""
    return value if isinstance(value, str) and value.strip() else None


def _match_area(gazetteer: Matches, governorate: str | None) -> Match:
    """Answer for a row that names no place: its governorate, or nothing."""
    if governorate is None:
        reason = "neither place nor governorate reported"
        return Match("", "none", None, reason, "unknown")
    area = gazetteer.find_governorate(governorate)
    if area is None:
        reason = f"no place reported; no governorate is known as {governorate!r}"
        return Match(governorate, "none", None, reason, "unknown")
    return Match(
        governorate,
        "exact",
        1.0,
        f"no place reported; counted on the governorate {area.name}",
        "governorate",
        place=area,
        uncertainty_km=area.uncertainty_km,
        adm1_code=area.adm1_code or area.place_id,
        adm1_name=area.adm1_name or area.name,
    )


def _match_rows(gazetteer: Matches, rows: pd.DataFrame) -> list[Match]:
    """Return one Match per row; each distinct pair of place and governorate is asked once."""
    pairs = [
        (_text(place), _text(governorate))
        for place, governorate in zip(rows["place_text"], rows["governorate_text"], strict=True)
    ]
    distinct = list(dict.fromkeys(pairs))
    named = [(place, governorate) for place, governorate in distinct if place is not None]
    answers: dict[tuple[str | None, str | None], Match] = {}
    if named:
        places = [place for place, _ in named]
        found = gazetteer.match_many(places, [governorate for _, governorate in named])
        answers.update(zip(named, found, strict=True))
    for place, governorate in distinct:
        if place is None:
            answers[place, governorate] = _match_area(gazetteer, governorate)
    return [answers[pair] for pair in pairs]


def _reason(match: Match) -> str:
    """Return the match's reason; an ambiguous one names its rivals if it does not yet."""
    if match.method != "ambiguous" or not match.rivals:
        return match.reason
    first = match.rivals[:RIVALS_NAMED]
    if all(place.name in match.reason for place in first[:2]):
        return match.reason
    named = ", ".join(f"{p.name} ({p.adm1_name or p.adm1_code or 'unknown'})" for p in first)
    more = len(match.rivals) - len(first)
    return f"{match.reason}: {named}" + (f" and {more} more" if more > 0 else "")


def _columns(match: Match) -> dict[str, Any]:
    """Return the values of one row's match columns."""
    place = match.place
    return {
        "place_id": place.place_id if place else None,
        "place_name": place.name if place else None,
        "place_name_ar": place.name_ar if place else None,
        "match_method": match.method,
        "match_score": None if match.score is None else round(match.score, SCORE_DECIMALS),
        "match_reason": _reason(match),
        "precision": match.precision,
        "uncertainty_km": match.uncertainty_km,
        "location_status": match.location_status,
        "adm1_code": match.adm1_code,
        "adm1_name": match.adm1_name,
        "adm2_code": place.adm2_code if place else None,
        "adm2_name": None,
        "adm3_code": place.adm3_code if place else None,
        "adm3_name": None,
        "adm_note": None,
    }


def _fill(strikes: gpd.GeoDataFrame, name: str, values: pd.Series) -> None:
    """Give a column, in place, the values of the rows that have none of their own."""
    strikes[name] = strikes[name].fillna(values.astype(DTYPE_OF[name]))


def _name_records(strikes: gpd.GeoDataFrame, gazetteer: Matches) -> None:
    """Fill, in place, the names that belong to ids and codes, where they are missing."""
    nameless = strikes["place_id"].notna() & strikes["place_name"].isna()
    coded = {n: strikes[f"adm{n}_code"].notna() & strikes[f"adm{n}_name"].isna() for n in (1, 2, 3)}
    if not nameless.any() and not any(rows.any() for rows in coded.values()):
        return
    wanted = set(strikes.loc[nameless, "place_id"])
    named = {p.place_id: p for p in gazetteer.places if p.place_id in wanted}
    ids = strikes["place_id"].where(nameless)
    _fill(strikes, "place_name", ids.map({i: place.name for i, place in named.items()}))
    _fill(strikes, "place_name_ar", ids.map({i: place.name_ar for i, place in named.items()}))
    for level, kind in enumerate(("governorate", "district", "subdistrict"), start=1):
        names = {
            getattr(area, f"adm{level}_code"): _bare(area.name, kind)
            for area in gazetteer.places
            if area.kind == kind
        }
        codes = strikes[f"adm{level}_code"].where(coded[level])
        _fill(strikes, f"adm{level}_name", codes.map(names))


def _bare(name: str, kind: str) -> str:
    """Return "Harim District" as "Harim", as boundary files have it."""
    return name.removesuffix(f" {kind.title()}")


def _take_stated(strikes: gpd.GeoDataFrame, gazetteer: Matches) -> None:
    """Give rows without any place, in place, the governorate that their report states.

    They stay unlocated; a person's decision stays as it is.
    """
    open_rows = (strikes["location_status"] == "unlocated") & strikes["adm1_code"].isna()
    open_rows &= strikes["governorate_text"].notna() & (strikes["match_method"] != "reviewed")
    texts = strikes["governorate_text"].where(open_rows)
    found = {text: gazetteer.find_governorate(text) for text in texts.dropna().unique()}
    known = {text: area for text, area in found.items() if area is not None}
    if not known:
        return
    codes = texts.map({text: area.adm1_code or area.place_id for text, area in known.items()})
    _fill(strikes, "adm1_code", codes)
    _fill(strikes, "adm1_name", texts.map({text: area.name for text, area in known.items()}))
    taken = codes.notna()
    before = strikes["adm_note"].fillna("")
    notes = before.where(before == "", before + "; ") + STATED_NOTE
    strikes["adm_note"] = strikes["adm_note"].where(~taken, notes).astype(DTYPE_OF["adm_note"])


@overload
def locate(
    strikes: Reading,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str = "sy",
) -> Reading: ...
@overload
def locate(
    strikes: gpd.GeoDataFrame,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str = "sy",
) -> gpd.GeoDataFrame: ...
def locate(
    strikes: Reading | gpd.GeoDataFrame,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str = "sy",
) -> Reading | gpd.GeoDataFrame:
    """Match every row's place_text, its governorate_text as evidence, and fill where it is.

    strikes: a strikes table or a Reading; the same comes back, the input stays as it was.
    gazetteer, boundaries: with neither, those that ship for the country, and the areas are
    joined as `join_areas` does. With a gazetteer alone names are matched and nothing is joined.

    Rows with match_method given or reviewed keep what they say; only names that their ids and
    codes lack are filled in. A row without a place but with a governorate is counted on that
    area (area_only); one whose place is not found stays unlocated and takes the governorate as
    reported, which adm_note says. Points are in degrees (EPSG:4326), uncertainty_km in km.
    Raises SchemaError where this is no strikes table or the result would break the contract,
    GazetteerError for a country that does not ship.

    >>> import pandas as pd
    >>> from geo.reading.read import read_strikes
    >>> reading = read_strikes(pd.DataFrame({"date": ["2015-09-30"], "town": ["Talbisah"]}))
    >>> locate(reading).strikes[["place_name", "adm1_name", "precision"]].iloc[0].tolist()
    ['Talbiseh', 'Homs', 'settlement']
    """
    if gazetteer is None:
        gazetteer = load_gazetteer(country)
        boundaries = boundaries or load_boundaries(country)
    names = gazetteer
    located = change_strikes(strikes, lambda table: _locate(table, names), "locate")
    return located if boundaries is None else join_areas(located, boundaries, gazetteer=names)


def _locate(strikes: gpd.GeoDataFrame, gazetteer: Matches) -> gpd.GeoDataFrame:
    located = _match_open(strikes.copy(), gazetteer)
    _take_stated(located, gazetteer)
    _name_records(located, gazetteer)
    return validate(located)


def _match_open(located: gpd.GeoDataFrame, gazetteer: Matches) -> gpd.GeoDataFrame:
    """Fill the match columns and the points of the rows that are not settled."""
    open_rows = ~located["match_method"].isin(SETTLED)
    if not open_rows.any():
        return located
    rows = located.index[open_rows]
    matches = _match_rows(gazetteer, located.loc[rows])
    filled = pd.DataFrame([_columns(match) for match in matches], index=rows)
    for name in filled.columns:
        values = located[name].copy()
        values[open_rows] = filled[name].astype(DTYPE_OF[name])
        located[name] = values
    lons = pd.Series([match.lon for match in matches], index=rows, dtype="float64")
    lats = pd.Series([match.lat for match in matches], index=rows, dtype="float64")
    points = gpd.GeoSeries(gpd.points_from_xy(lons, lats), index=rows, crs=CRS)
    shapes = located.geometry.copy()
    shapes[open_rows] = points.where(lons.notna() & lats.notna(), None)
    return located.set_geometry(shapes)
