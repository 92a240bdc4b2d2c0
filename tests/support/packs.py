"""Packs of places as tables, the smallest one of the tests among them."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
from paths import ROOT, TOYLAND
from shapely.geometry import Point

from gazetteer.places import AREA_KINDS, EARTH_KM
from gazetteer.spelling.normalise import strip_marks
from gazetteer.tables.draft import EXCLUDED
from geo.land.boundaries import load_boundaries

SHIPPED = sorted(path.parent for path in (ROOT / "gazetteer" / "data").glob("*/places.csv"))
PACKS = [*SHIPPED, TOYLAND]
KM_PER_DEGREE = 111.0  # of latitude, so that no distance is taken for less than it is


def read_pack_table(folder: Path) -> pd.DataFrame:
    return pd.read_csv(folder / "places.csv", dtype=str, keep_default_na=False)


def read_pack_places(folder: Path) -> pd.DataFrame:
    """Return a pack's records, without those that only take a place of the world's file away."""
    table = read_pack_table(folder)
    return table[table["kind"] != EXCLUDED]


def with_points(places: pd.DataFrame) -> pd.DataFrame:
    """Return the places that have a point, its columns as numbers."""
    located = places[places["lon"] != ""].copy()
    for column in ("lon", "lat", "uncertainty_km"):
        located[column] = pd.to_numeric(located[column])
    return located


def ids_of(table: pd.DataFrame) -> str:
    return "; ".join(table["place_id"].head(10))


def parts_of(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def fold(name: str) -> str:
    """Return a spelling as a reader compares it, apart from what the gazetteer does."""
    plain = "".join(c for c in strip_marks(name.casefold()) if c.isalnum() or c in " -")
    return re.sub(r"[ -]+", "", re.sub(r"^(al|el|ad|an|ar|as|ash|at|az|es)[ -]", "", plain))


def distance_km(lon, lat, other_lon, other_lat):
    lon, lat, other_lon, other_lat = map(np.radians, (lon, lat, other_lon, other_lat))
    half = (
        np.sin((other_lat - lat) / 2) ** 2
        + np.cos(lat) * np.cos(other_lat) * np.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH_KM * np.arcsin(np.sqrt(half))


def unknown_sources(places: pd.DataFrame, known: re.Pattern[str]) -> list[tuple[str, str]]:
    """Return (id, source) of the sources that are written like none of a pack's publishers."""
    cells = zip(places["place_id"], places["sources"], strict=True)
    return [
        (own, said) for own, cell in cells for said in parts_of(cell) if not known.fullmatch(said)
    ]


def misstated_singles(
    places: pd.DataFrame, least_km: dict[str, float], other_km: float
) -> list[str]:
    """Return the ids of points of one source that is not said, or with a radius too narrow.

    least_km: of a kind; other_km: of the kinds that are not there. A record of two sources that
    says it has one is among them too.
    """
    wrong = []
    for place in with_points(places).itertuples():
        single = len(parts_of(place.sources)) < 2
        narrow = single and place.uncertainty_km < least_km.get(place.kind, other_km)
        if narrow or single != place.note.startswith("single source"):
            wrong.append(place.place_id)
    return wrong


def points_outside(places: pd.DataFrame, country: str, *, tolerance_km: float) -> list[str]:
    """Return the ids of points that lie farther than that from the outline of their area."""
    outlines = load_boundaries(country).governorates.set_index("code")["geometry"]
    points = with_points(places)
    return [
        place.place_id
        for place in points[~points["kind"].isin(AREA_KINDS)].itertuples()
        if outlines[place.adm1_code].distance(Point(place.lon, place.lat)) * KM_PER_DEGREE
        > tolerance_km
    ]
