"""Points joined: which areas each lies in, and what disagrees about it, on columns of values."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from geo.placing.columnwise.areas import CountryAreas, ReadyAreas
from geo.placing.extent import lie_at_sea, name_contested
from geo.placing.outlines import REACH_KM, Indices, Objects, PlacedPoints
from geo.placing.rows.reported import FindsGovernorates, Named, keep_reported, read_reported
from geo.strikes.totals import AT_SEA, OUTSIDE

__all__ = ["FILLED", "READ", "Columns", "join_columns"]

NEAR_BORDER_KM = 2.0  # nearer than this, the outline alone does not decide
CONTESTED_EDGE_KM = 1.0  # Natural Earth's lines are about this coarse

FILLED = (*(f"adm{level}_{what}" for level in (1, 2, 3) for what in ("code", "name")), "adm_note")
READ = ("match_method", "governorate_text", *FILLED)  # beside the point

Columns = dict[str, Objects]  # texts by the name of their column, None for null


def join_columns(
    columns: Columns, points: Objects, areas: ReadyAreas, gazetteer: FindsGovernorates | None
) -> None:
    """Fill codes, names and notes of rows, in place.

    columns: those of READ; points: in degrees, one a row, may be None.
    """
    if len(areas.countries) == 1:
        _join(columns, points, areas.countries[0], gazetteer)
        return
    country_of = areas.number_countries(columns["adm1_code"], points)
    for number, country in enumerate(areas.countries):
        rows = np.flatnonzero(country_of == number)
        if len(rows):
            own = {name: values[rows] for name, values in columns.items()}
            _join(own, points[rows], country, gazetteer)
            for name in FILLED:
                columns[name][rows] = own[name]


def _join(
    columns: Columns, points: Objects, country: CountryAreas, gazetteer: FindsGovernorates | None
) -> None:
    notes = _Notes(columns["adm_note"])
    located = _place_points(points, country)
    texts = columns["governorate_text"]
    distinct = dict.fromkeys(text for text in texts if text is not None)
    named = read_reported(distinct, country.called, gazetteer)
    boundaries = country.boundaries
    if len(located.rows):
        if len(boundaries.levels) == 1 and not boundaries.given:  # the coarse ones that ship
            free = (columns["match_method"] == "given") | _is_null(columns["adm1_code"])
            said = texts.copy()
            said[~free] = None
            keep_reported(located, said[located.rows], country.called, named)
            _note_kept(country, located, notes)
        _note_points(columns, country, located, notes)
        _note_contested(country, located, notes)
        away = np.flatnonzero(located.area < 0)
        for at, name in name_contested(located.points[away], boundaries.countries):
            notes.add(located.rows[away[at]], f"contested: {name}")
        if len(away):
            for row in located.rows[away[lie_at_sea(located.points[away])]]:
                notes.add(row, AT_SEA)
    for level in country.levels:
        _fill_codes(columns, level, country, located)
    _note_reported(columns, named, notes)
    columns["adm_note"] = notes.texts()


def _place_points(points: Objects, country: CountryAreas) -> PlacedPoints:
    """Find the first-level area of every point, the nearest one within reach for points outside."""
    rows = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    there = points[rows]
    metric = country.to_metric(there)
    area = country.levels[1].index.find_inside(there)
    lost = np.flatnonzero(area < 0)
    outside = np.full(len(rows), np.nan)
    area[lost], outside[lost] = country.outlines.nearest(metric[lost], REACH_KM)
    inside = np.full(len(rows), -1, dtype=np.intp)
    return PlacedPoints(rows, there, metric, area, outside, country.outlines, inside)


def _is_null(values: Objects) -> NDArray[np.bool_]:
    null: NDArray[np.bool_] = values == None  # noqa: E711 - elementwise
    return null


def _km(distance: float) -> str:
    return f"{distance:.1f} km" if distance >= 0.05 else "under 0.1 km"


def _pick(values: Objects, rows: Indices) -> Objects:
    """Return the value of each row, None where the row is -1."""
    padded = np.full(len(values) + 1, None, dtype=object)
    padded[:-1] = values
    picked: Objects = padded[rows]
    return picked


class _Notes:
    """What is to be said of each row, in order, without saying it twice."""

    def __init__(self, before: Sequence[str | None] | Objects) -> None:
        self.said = [text.split("; ") if isinstance(text, str) else [] for text in before]

    def add(self, row: int, text: str) -> None:
        if text not in self.said[row]:
            self.said[row].append(text)

    def begins(self, row: int, text: str) -> bool:
        return any(said.startswith(text) for said in self.said[row])

    def texts(self) -> Objects:
        texts: Objects = np.empty(len(self.said), dtype=object)
        texts[:] = ["; ".join(parts) or None for parts in self.said]
        return texts


def _note_points(
    columns: Columns, country: CountryAreas, located: PlacedPoints, notes: _Notes
) -> None:
    """Say which points lie outside, near a border, or elsewhere than their record says."""
    names, codes = country.levels[1].names, country.levels[1].codes
    given = (columns["match_method"] == "given")[located.rows]
    stated = columns["adm1_code"][located.rows]
    stated_name = columns["adm1_name"][located.rows]
    rival, rival_km = located.outlines.nearest(located.metric, NEAR_BORDER_KM, but=located.area)
    found = _pick(codes, located.area)
    differs = ~_is_null(stated) & ~_is_null(found) & (stated != found)
    for at in np.flatnonzero(located.area < 0):
        notes.add(located.rows[at], OUTSIDE)
    taken = given | _is_null(stated)
    for at in np.flatnonzero(taken & ~np.isnan(located.outside_km)):
        name, km = names[located.area[at]], located.outside_km[at]
        notes.add(located.rows[at], f"{_km(km)} outside the outline of {name}, the nearest")
    for at in np.flatnonzero(differs):
        row, who = located.rows[at], "the table" if given[at] else "the gazetteer"
        home = country.row_of.get(stated[at])
        name = names[home] if home is not None else stated_name[at] or stated[at]
        other = f"says {name}, the outline {names[located.area[at]]}"
        if notes.begins(row, f"the row {other}"):  # joined before, by what the row says
            continue
        note = f"{who} {other}"
        if home is not None:
            away = shapely.distance(located.metric[at], located.outlines.areas[home]) / 1000
            note += f" ({_km(away)} from {name})"
        notes.add(row, note)
    inside = np.isnan(located.outside_km) & (located.inside < 0)
    for at in np.flatnonzero(given & (rival >= 0) & inside):
        if located.area[at] >= 0:
            notes.add(located.rows[at], f"{_km(rival_km[at])} from {names[rival[at]]}")


def _note_contested(country: CountryAreas, located: PlacedPoints, notes: _Notes) -> None:
    """Say which points lie on contested land, or so near its coarse edge that they may."""
    if country.contested is None:
        return
    names, index, outlines = country.contested
    inside = index.find_inside(located.points)
    edge, away = outlines.nearest(located.metric, CONTESTED_EDGE_KM)
    for at in np.flatnonzero(inside >= 0):
        notes.add(located.rows[at], f"contested: {names[inside[at]]}")
    for at in np.flatnonzero((inside < 0) & (edge >= 0)):
        notes.add(located.rows[at], f"contested: {_km(away[at])} from {names[edge[at]]}")


def _fill_codes(columns: Columns, level: int, country: CountryAreas, located: PlacedPoints) -> None:
    """Fill adm codes and names of one level in place: the record's own, else the polygon's."""
    column, name_column = f"adm{level}_code", f"adm{level}_name"
    codes, names = columns[column].copy(), columns[name_column]
    areas = country.levels[level]
    area = located.area if level == 1 else areas.index.find_inside(located.points)
    found = _pick(areas.codes, area)
    given = (columns["match_method"] == "given")[located.rows]
    if level > 1:
        parents = _pick(areas.parents, area)
        above = columns[f"adm{level - 1}_code"][located.rows]
        found[parents != above] = None
    kept = codes[located.rows]
    if level > 1:  # a record's code of another edition gives way to the area at hand
        strange = np.array([code not in areas.name_of for code in kept], dtype=bool)
        given = given | (~_is_null(found) & strange)
    codes[located.rows] = np.where(given | _is_null(kept), found, kept)
    columns[column] = codes
    columns[name_column] = np.array(
        [areas.name_of.get(code, name if code else None)
         for code, name in zip(codes, names, strict=True)], dtype=object,
    )  # fmt: skip


def _note_reported(columns: Columns, named: Named, notes: _Notes) -> None:
    """Say where the governorate as reported is another than the one found."""
    pairs = zip(columns["governorate_text"], columns["adm1_code"], strict=True)
    for row, (text, found) in enumerate(pairs):
        if text in named and found is not None and found != named[text][0]:
            notes.add(row, f"reported in {named[text][1]}")


def _note_kept(country: CountryAreas, located: PlacedPoints, notes: _Notes) -> None:
    """Say which points were counted on the area that their row names, beside its outline."""
    names = country.levels[1].names
    for at in np.flatnonzero(located.inside >= 0):
        home = located.area[at]
        away = shapely.distance(located.metric[at], located.outlines.areas[home]) / 1000
        note = f"the row says {names[home]}, the outline {names[located.inside[at]]}"
        notes.add(located.rows[at], f"{note} ({_km(away)} from {names[home]})")
