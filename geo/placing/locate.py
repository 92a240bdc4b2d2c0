"""Locate: place and governorate as reported -> the match columns, the point or the area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, overload

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from gazetteer import load_gazetteer
from gazetteer.several import Gazetteers
from geo.land.boundaries import Boundaries, load_boundaries, split_countries
from geo.placing.columnwise.names import read_area_names
from geo.placing.edition import edition_of
from geo.placing.evidence import Evidence, Matches, read_evidence
from geo.placing.extent import distinct_points, lie_inside
from geo.placing.join import join_areas
from geo.placing.repeated import count_on_centres
from geo.placing.rows.answers import Answers, Asked
from geo.placing.rows.filled import SAID, ask, fill
from geo.placing.rows.given import count_given
from geo.placing.rows.groups import answer_rows, group_rows
from geo.reading.result import Reading, change_strikes
from geo.strikes.checks import validate
from geo.strikes.schema import CRS, PANDAS_DTYPE, STRIKE_COLUMNS

__all__ = ["locate", "locate_fresh"]

SETTLED = ("given", "reviewed")  # the source's own point, or a person's decision: left alone
LEAST_POINTS = 3  # distinct given points that say where a file is
USUAL = "sy"
MOST_POINTS = 20_000  # of them looked at, evenly taken
DTYPE_OF = {column.name: PANDAS_DTYPE[column.dtype] for column in STRIKE_COLUMNS}

Codes = NDArray[np.intp]
Rows = NDArray[np.bool_]
Named = Mapping[str, Mapping[Any, str | None]]


def _distinct(rows: pd.DataFrame) -> tuple[list[Asked], Codes]:
    """Return what the rows say, each once in the order of the rows, and each row's number of it."""
    codes = np.zeros(len(rows), dtype=np.int64)
    for name in SAID:
        if rows[name].isna().all():
            continue
        own, values = pd.factorize(rows[name])
        codes, _ = pd.factorize(codes * (len(values) + 1) + (own + 1))
    first = np.zeros(int(codes.max()) + 1 if len(codes) else 0, dtype=np.intp)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    chosen = rows[list(SAID)].iloc[first]
    return [ask(said) for said in chosen.itertuples(index=False)], codes


def _fill(strikes: gpd.GeoDataFrame, key: str, rows: Rows, known: Named) -> None:
    """Give some rows, in place, what is known by the keys that they have in a column.

    known: values by key, for each column that is filled where it is empty.
    """
    if not rows.any():
        return
    numbers, distinct = pd.factorize(strikes[key])
    for name, by_key in known.items():
        found = [by_key.get(one) for one in distinct]
        if any(value is not None for value in found):
            values = pd.array([*found, None], dtype=DTYPE_OF[name])  # the last for null
            column = pd.Series(values.take(np.where(rows, numbers, -1)), index=strikes.index)
            strikes[name] = column if strikes[name].isna().all() else strikes[name].fillna(column)


def _name_records(strikes: gpd.GeoDataFrame, gazetteer: Matches) -> None:
    """Fill, in place, the names that belong to ids and codes, where they are missing."""
    nameless = _lacks(strikes, "place_id", "place_name")
    coded = {n: _lacks(strikes, f"adm{n}_code", f"adm{n}_name") for n in (1, 2, 3)}
    if not nameless.any() and not any(rows.any() for rows in coded.values()):
        return
    wanted = set(strikes["place_id"].dropna().unique()) if nameless.any() else set()
    named = {p.place_id: p for p in gazetteer.places if p.place_id in wanted}
    own = {i: place.name for i, place in named.items()}
    arabic = {i: place.name_ar for i, place in named.items()}
    _fill(strikes, "place_id", nameless, {"place_name": own, "place_name_ar": arabic})
    for level, names in read_area_names(gazetteer).items():
        _fill(strikes, f"adm{level}_code", coded[level], {f"adm{level}_name": names})


def _lacks(strikes: gpd.GeoDataFrame, key: str, name: str) -> Rows:
    """Say which rows have a key and no name that belongs to it."""
    lacking: Rows = (strikes[key].notna() & strikes[name].isna()).to_numpy()
    return lacking


@overload
def locate(
    strikes: Reading,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str | None = None,
) -> Reading: ...
@overload
def locate(
    strikes: gpd.GeoDataFrame,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str | None = None,
) -> gpd.GeoDataFrame: ...
def locate(
    strikes: Reading | gpd.GeoDataFrame,
    gazetteer: Matches | None = None,
    *,
    boundaries: Boundaries | None = None,
    country: str | None = None,
) -> Reading | gpd.GeoDataFrame:
    """Match every row's place_text, its governorate_text as evidence, and fill where it is.

    strikes: a strikes table or a Reading; the same comes back, the input stays as it was.
    gazetteer, boundaries: with neither, those that ship for the country, or for several ("iq,sy"),
    usually Syria's, and the areas are joined as `join_areas` does. With a gazetteer alone names are
    matched and nothing is joined. country: where named, no row is refused for what the rest is of.

    Rows with match_method given or reviewed keep what they say; only names that their ids and
    codes lack are filled in. Of all others, P-codes and governorate as reported are evidence; a
    row that says another country, or an area that is not known here, is not placed, which
    match_reason says. A row whose place is not named, not found, or only as sharp as an area by
    stated_precision, is counted on the area that it states (area_only). Points are in degrees
    (EPSG:4326), uncertainty_km in km.
    Raises SchemaError where this is no strikes table or the result would break the contract,
    GazetteerError for a country that does not ship.

    >>> import pandas as pd
    >>> from geo.reading.read import read_strikes
    >>> reading = read_strikes(pd.DataFrame({"date": ["2015-09-30"], "town": ["Talbisah"]}))
    >>> locate(reading).strikes[["place_name", "adm1_name", "precision"]].iloc[0].tolist()
    ['Talbiseh', 'Homs', 'settlement']
    """
    if gazetteer is None:
        packs = [load_gazetteer(one) for one in split_countries(country or USUAL)]
        gazetteer = packs[0] if len(packs) == 1 else Gazetteers(packs)
        boundaries = boundaries or load_boundaries(country or USUAL)
    names, areas = gazetteer, boundaries
    claims = strikes.claims if isinstance(strikes, Reading) else None
    place = partial(_locate, claims=claims, areas=(names, areas), named=country is not None)
    located = change_strikes(strikes, place, "locate")
    return located if boundaries is None else join_areas(located, boundaries, gazetteer=names)


def locate_fresh(
    reading: Reading, gazetteer: Matches, boundaries: Boundaries, *, country: str | None = None
) -> tuple[Reading, str]:
    """Locate what was just read, and return it with the edition that it is located with.

    Our own Parquet that was located with the same gazetteer and boundaries stays as it is, so a
    Reading whose strikes were changed since is for `locate`.
    """
    edition = edition_of(gazetteer, boundaries)
    if reading.located == edition:
        return reading, edition
    return locate(reading, gazetteer, boundaries=boundaries, country=country), edition


def _locate(
    strikes: gpd.GeoDataFrame,
    *,
    claims: pd.DataFrame | None,
    areas: tuple[Matches, Boundaries | None],
    named: bool,
) -> gpd.GeoDataFrame:
    gazetteer, boundaries = areas
    evidences = read_evidence(gazetteer)
    inside = None if boundaries is None else _share_inside(strikes, boundaries)
    copy, groups = strikes.copy(deep=False), group_rows(strikes, claims)
    located = _match_open(copy, groups, evidences, points_inside=inside, named=named)
    if boundaries is not None:
        located = count_on_centres(located, boundaries, evidences)
    count_given(located, evidences)
    _name_records(located, gazetteer)
    return validate(located) if boundaries is None else located  # the join checks what it takes


def _share_inside(strikes: gpd.GeoDataFrame, boundaries: Boundaries) -> float | None:
    """Return the share of the given points that lie in the country; None for too few to say.

    Points that would lie in it with lon and lat exchanged count as inside: their names are ours.
    """
    given = strikes[(strikes["match_method"] == "given").to_numpy()]
    points, _ = distinct_points(given)
    if len(points) < LEAST_POINTS:
        return None
    points = points[:: 1 + len(points) // MOST_POINTS]
    inside = lie_inside(points, boundaries)
    lost = points[~inside]
    turned = lie_inside(shapely.points(shapely.get_y(lost), shapely.get_x(lost)), boundaries)
    return float((inside.sum() + turned.sum()) / len(points))


def _match_open(
    located: gpd.GeoDataFrame,
    groups: Codes,
    evidences: Sequence[Evidence],
    *,
    points_inside: float | None,
    named: bool,
) -> gpd.GeoDataFrame:
    """Fill the match columns and the points of the rows that are not settled."""
    open_rows = ~located["match_method"].isin(SETTLED).to_numpy()
    if not open_rows.any():
        return located
    every = bool(open_rows.all())
    asked, codes = _distinct(located if every else located.loc[open_rows, list(SAID)])
    found = Answers(asked, evidences, points_inside=points_inside, named=named)
    answers, codes = answer_rows(found, codes, groups[open_rows])
    for name, distinct in fill(answers).items():
        filled = pd.array(distinct, dtype=DTYPE_OF[name]).take(codes)
        if not every:
            values = located[name].array.copy()
            values[open_rows] = filled
            filled = values
        located[name] = filled
    lons = np.array([answer.match.lon for answer in answers], dtype="float64")
    lats = np.array([answer.match.lat for answer in answers], dtype="float64")
    points = np.where(np.isnan(lons) | np.isnan(lats), None, shapely.points(lons, lats))
    shapes = located.geometry.to_numpy().copy()
    shapes[open_rows] = points[codes]
    located["geometry"] = gpd.array.GeometryArray(shapes, crs=CRS)
    return located
