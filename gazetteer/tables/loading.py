"""Loading: a country's pack and added tables to one gazetteer."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.matching.candidates import without_collector
from gazetteer.matching.ladder import Gazetteer
from gazetteer.tables.draft import Draft
from gazetteer.tables.merge import derive_areas, finish, merge_tables
from gazetteer.tables.read import read_places

__all__ = ["DATA", "list_packs", "load_gazetteer", "read_pack"]

DATA = Path(__file__).parents[1] / "data"
MOSTLY = 0.5  # of a table's points; so many inside only when lon and lat change places


def load_gazetteer(country: str | Path = "sy", *, extra: Iterable[Path | str] = ()) -> Gazetteer:
    """Load a country's pack and add tables to it: `--gazetteer` files, in the order given.

    A country is the name of a shipped pack or the folder of another one. Raises GazetteerError
    naming file, row and remedy.
    """
    folder = country if isinstance(country, Path) else DATA / country
    is_pack = folder.is_dir() if isinstance(country, Path) else (folder / "places.csv").is_file()
    if not is_pack:
        lacks = "has no places.csv" if folder.is_dir() else "no such pack"
        raise GazetteerError(f"{folder}: {lacks}; there are: {', '.join(list_packs())}")
    pack_path = folder / "places.csv"
    pack = read_places(pack_path) if pack_path.exists() else []
    tables = [pack]
    with without_collector():
        for path in map(Path, extra):
            table = read_places(path)
            _check_swapped(path, table, pack)
            tables += [derive_areas(table), table]
        places = finish(merge_tables(tables))
    vague = _read_vague(folder / "vague.csv")
    whole = len(tables) > 1  # a pack is a selection; added tables are taken to list all they can
    return Gazetteer(folder.name, places, vague, lists_whole_country=whole)


def list_packs() -> tuple[str, ...]:
    """Return the names of the countries whose places ship, in order: a folder each."""
    return tuple(sorted(path.parent.name for path in DATA.glob("*/places.csv")))


def read_pack(country: str = "sy") -> list[Draft]:
    """Read the places that ship for a country, without an index to find them by; none: empty."""
    path = DATA / country / "places.csv"
    return read_places(path) if path.is_file() else []


def _check_swapped(path: Path, table: Sequence[Draft], pack: Sequence[Draft]) -> None:
    known = [(d.lon, d.lat) for d in pack if d.lon is not None and d.lat is not None]
    points = [(d.lon, d.lat) for d in table if d.lon is not None and d.lat is not None]
    if len(known) < 2 or not points:
        return
    lons, lats = zip(*known, strict=True)
    west, east, south, north = min(lons) - 1, max(lons) + 1, min(lats) - 1, max(lats) + 1
    inside = sum(west <= lon <= east and south <= lat <= north for lon, lat in points)
    turned = sum(west <= lat <= east and south <= lon <= north for lon, lat in points)
    if turned > MOSTLY * len(points) and inside < turned / 4:
        at = next(i for i, d in enumerate(table) if d.lon is not None)
        raise GazetteerError(
            f"{path}: row {at + 2} and most others fit the country only with lon and lat swapped; "
            "rename the two columns"
        )


def _read_vague(path: Path) -> list[tuple[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if rows and not {"name", "reason"} <= set(rows[0]):
        raise GazetteerError(f"{path}: row 1 must name the columns name and reason")
    return [(row["name"], row["reason"]) for row in rows]
