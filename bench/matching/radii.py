"""How often radii hold the true point, by the form of the name: near, beside, part of, several.

    python -m bench radii [--names 1500] [--seed 3]

OCHA's communities are asked for by the nearest town that the pack knows well ("near X", "5 km
north of X", "Y, X"), its neighbourhoods by their town. Sides are said in four words or in eight,
distances in round numbers.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from bench.names.reference_names import OCHA, REFERENCE, PlacedName, apart_km
from gazetteer import Gazetteer, Place, load_gazetteer

KNOWN = 1  # prominence of a town that others are named by
OWN_KM = 0.7  # nearer than this a community is the town itself
NEAR_KM, SIDE_KM, MOST_KM = 12.0, 20.0, 32.0  # farther off people say it otherwise
ROUND_KM = (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30)
SIDES = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
Question = tuple[str, PlacedName]  # the form, and the text with its true point


@dataclass(frozen=True, slots=True)
class Beside:
    """A community and the nearest known town: km from it, bearing in degrees from north."""

    name: str
    lon: float
    lat: float
    town: Place
    km: float
    bearing: float


def read_beside(pack: Gazetteer, names: int, seed: int) -> list[Beside]:
    """Return a sample of OCHA's communities with the nearest town that the pack knows well."""
    towns = [
        p for p in pack.places
        if p.kind == "settlement" and p.lon is not None and p.prominence >= KNOWN
    ]  # fmt: skip
    lons, lats = (np.array([getattr(town, axis) for town in towns]) for axis in ("lon", "lat"))
    rows = pd.read_csv(OCHA).dropna(subset=["Latitude_y", "Longitude_x", "admin4Name_en"])
    rows = rows[rows["location_type"] == "Community"].sample(names, random_state=seed)
    found = []
    for row in rows.to_dict("records"):
        lon, lat = row["Longitude_x"], row["Latitude_y"]
        east = (lon - lons) * 111.32 * np.cos(np.radians(lat))
        north = (lat - lats) * 111.13
        apart = np.hypot(east, north)
        at = int(np.argmin(np.where(apart < OWN_KM, np.inf, apart)))
        if apart[at] <= MOST_KM:
            bearing = float(np.degrees(np.arctan2(east[at], north[at])) % 360)
            found.append(
                Beside(row["admin4Name_en"], lon, lat, towns[at], float(apart[at]), bearing)
            )
    return found


def ask_beside(beside: Sequence[Beside], seed: int) -> Iterator[Question]:
    """Yield what is said of communities by their towns, with the governorate of the town."""
    chance = random.Random(seed)
    for one in beside:
        step = chance.choice((1, 2))  # eight words or four
        side = SIDES[round(one.bearing / 45 / step) * step % 8]
        km = min(ROUND_KM, key=lambda value: abs(value - one.km))
        town = one.town.name
        yield "N km north of X", _place(one, f"{km} km {side} of {town}")
        yield "N km from X", _place(one, f"{km} km from {town}")
        yield "Y, X", _place(one, f"{one.name}, {town}")
        yield "Y (X)", _place(one, f"{one.name} ({town})")
        if one.km <= SIDE_KM:
            yield "north of X", _place(one, f"{side} of {town}")
        if one.km <= NEAR_KM:
            yield "near X", _place(one, f"near {town}")
            yield "near X", _place(one, f"قرب {one.town.name_ar or town}")
        both = chance.choice((one, one.town))
        yield (
            "Y and X",
            PlacedName(
                f"{one.name} and {town}", both.lon or 0.0, both.lat or 0.0, one.town.adm1_name
            ),
        )


def _place(one: Beside, text: str) -> PlacedName:
    return PlacedName(text, one.lon, one.lat, one.town.adm1_name)


def ask_parts() -> Iterator[Question]:
    """Yield OCHA's neighbourhoods as parts of their towns."""
    import geopandas as gpd

    areas = gpd.read_file(REFERENCE / "ocha_boundaries" / "syr_neighbourhoods_unocha_20201217.shp")
    centres = areas.to_crs(32637).centroid.to_crs(4326)
    for row, point in zip(areas.to_dict("records"), centres, strict=True):
        name, town, arabic, town_ar = (
            row[key] for key in ("NAME_EN", "ADM4_EN", "NAME_AR", "ADM4_AR")
        )
        for form, text in (
            ("X neighbourhood, town", f"{name} neighbourhood, {town}"),
            ("X neighbourhood, town", f"حي {arabic}، {town_ar}"),
            ("town: X", f"{town}: {name}"),
            ("town: X", f"{town_ar}: {arabic}"),
            ("X, town", f"{name}, {town}"),
            ("X, town", f"{arabic} - {town_ar}"),
        ):
            yield form, PlacedName(text, point.x, point.y)
        seated = f"{name} neighbourhood"
        yield "X neighbourhood", PlacedName(seated, point.x, point.y, row["ADM1_EN"])


def ask_countryside() -> Iterator[Question]:
    """Yield "X countryside" of the seats of subdistricts, for every community of them."""
    rows = pd.read_csv(OCHA).dropna(subset=["Latitude_y", "Longitude_x", "admin3Name_en"])
    for row in rows[rows["location_type"] == "Community"].sample(800, random_state=1).itertuples():
        text = f"{row.admin3Name_en} countryside"
        yield "X countryside", PlacedName(text, row.Longitude_x, row.Latitude_y, row.admin1Name_en)


def print_forms(gazetteer: Gazetteer, questions: Iterator[Question]) -> None:
    """Print by form and precision the share held, the usual radius, and what would hold 9 in 10."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    asked: defaultdict[str, int] = defaultdict(int)
    for form, name in questions:
        match = gazetteer.match(name.name, name.governorate)
        asked[form] += 1
        if match.lon is None or match.lat is None or match.uncertainty_km is None:
            continue
        apart = apart_km(name, match.lon, match.lat)
        found[form, match.precision].append((apart, match.uncertainty_km))
    for (form, precision), answers in sorted(found.items()):
        apart, radius = np.array(answers).T
        print(
            f"{form:22} {precision:14} {np.mean(apart <= radius):5.1%} {np.median(radius):7.1f} "
            f"{np.quantile(apart, 0.9):14.1f} {len(answers):8,} of {asked[form]:,}"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--names", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=3)
    asked, _ = parser.parse_known_args()  # `python -m bench radii` leaves its own words
    if not REFERENCE.is_dir():
        print(f"{REFERENCE} is not here: OCHA's places left out")
        return
    pack = load_gazetteer("sy")
    print(f"{'the pack alone':37} held  radius  holds 9 in 10  answers")
    print_forms(pack, ask_beside(read_beside(pack, asked.names, asked.seed), asked.seed))
    print_forms(pack, ask_parts())
    print_forms(pack, ask_countryside())


if __name__ == "__main__":
    main()
