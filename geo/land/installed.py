"""Boundary files that a user has added to a country, for every later use."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import shapely

from gazetteer.leftovers import make_scratch
from gazetteer.online.folder import data_folder
from geo.errors import BoundaryError
from geo.land.area_records import RECORDS, read_records, write_records
from geo.land.boundaries import Boundaries, load_boundaries, split_countries
from geo.land.given_files import read_area_files
from geo.land.world import countries_at, world_countries

__all__ = [
    "BESIDE_SHP",
    "add_boundaries",
    "areas_folder",
    "check_country",
    "countries_with_areas",
    "installed_boundaries",
    "load_land",
    "remove_boundaries",
]

MAPS = (".geojson", ".json", ".gpkg", ".shp")
BESIDE_SHP = (".shx", ".dbf", ".prj", ".cpg")
AT_HOME = 0.5  # of the areas that lie in some country; borders differ, and some land is contested


def areas_folder(country: str, folder: Path | None = None) -> Path:
    """Return where a country's files of areas lie; raises BoundaryError for what is no code."""
    code = country.strip().lower()
    if not re.fullmatch(r"[a-z]{2}", code):
        raise BoundaryError(f"{country}: no country has that code; give two letters such as UA")
    return (folder or data_folder()) / "boundaries" / code


def installed_boundaries(country: str, folder: Path | None = None) -> list[Path]:
    """Return the boundary files that were added to a country, by name."""
    if not re.fullmatch("[A-Za-z]{2}", country):
        return []
    files = areas_folder(country, folder).glob("*")
    return sorted(one for one in files if one.suffix.lower() in MAPS and one.name != RECORDS)


def countries_with_areas(folder: Path | None = None) -> list[str]:
    """Return the countries for which files of areas were added or fetched."""
    homes = ((folder or data_folder()) / "boundaries").glob("[a-z][a-z]")
    return sorted(home.name for home in homes if installed_boundaries(home.name, folder))


def check_country(files: Iterable[Path], country: str) -> None:
    """Raise BoundaryError where most of the areas of a file lie in another country."""
    home = country.strip().upper()
    if home not in world_countries():
        return
    for path in files:
        areas = read_area_files([path])
        deepest = areas[max(areas)]
        found = countries_at(shapely.point_on_surface(deepest.geometry.to_numpy()))
        there = [code for code in found if code]
        if there.count(home) < AT_HOME * len(there) or not there:
            other = max(set(there), key=there.count, default="")
            where = world_countries().get(other, {}).get("name", "the sea")
            raise BoundaryError(
                f"{path.name}: its areas are not those of {world_countries()[home]['name']}; "
                f"most lie in {where}: name that country, or give another file"
            )


def add_boundaries(path: Path, country: str, *, folder: Path | None = None) -> Boundaries:
    """Copy a boundary file to the user's folder; return the country's areas with it.

    It is checked together with those added before, of which one of the same name is replaced.
    Raises BoundaryError where it cannot be read, holds areas that another file has, lies in
    another country or cannot be copied; nothing is changed then.
    """
    home = areas_folder(country, folder)
    if path.suffix.lower() not in MAPS:
        raise BoundaryError(f"{path}: is no {', '.join(MAPS)} file; unpack or convert it")
    if path.name == RECORDS:
        raise BoundaryError(f"{path}: that name is kept for a file of strikemap's; rename it")
    others = [one for one in installed_boundaries(country, folder) if one.name != path.name]
    loaded = load_boundaries(country, [*others, path])
    check_country([path], country)
    beside = [path.with_suffix(end) for end in BESIDE_SHP if path.suffix.lower() == ".shp"]
    try:
        home.mkdir(parents=True, exist_ok=True)
        _copy((path, *(one for one in beside if one.is_file())), home)
    except OSError as error:
        raise BoundaryError(f"{home}: cannot be written ({error.strerror})") from error
    return loaded


def _copy(files: Iterable[Path], home: Path) -> None:
    """Copy files into a folder: all beside their places, then each moved in."""
    with make_scratch(home) as unfinished:
        copies = [Path(shutil.copyfile(one, Path(unfinished) / one.name)) for one in files]
        for copy in copies:
            copy.replace(home / copy.name)


def remove_boundaries(
    country: str, name: str | None = None, *, folder: Path | None = None
) -> list[str]:
    """Take a country's added and fetched files away, or the one of a name; return their names.

    Raises BoundaryError where there is none, saying which there are.
    """
    home = areas_folder(country, folder)
    there = installed_boundaries(country, folder)
    gone = [path for path in there if name in (None, path.name)]
    if not gone:
        held = ", ".join(path.name for path in there) or "no files of areas"
        raise BoundaryError(f"{home}: holds {held}; there is nothing to remove")
    read_records(home)  # a damaged list is told before anything is changed
    try:
        for path in gone:
            for part in (path, *(path.with_suffix(end) for end in BESIDE_SHP)):
                part.unlink(missing_ok=True)
        if (home / RECORDS).is_file():
            write_records(home, read_records(home))
    except OSError as error:
        raise BoundaryError(f"{home}: cannot be changed ({error.strerror})") from error
    return [path.name for path in gone]


def load_land(
    countries: str | Iterable[str], files: Iterable[str | Path] = (), *, folder: Path | None = None
) -> Boundaries:
    """Load the areas of countries as `load_boundaries` does, with the files added to them.

    files: where there are some, those alone are taken.
    """
    codes = split_countries(countries)
    if given := list(files):
        return load_boundaries(codes, given)
    added = [path for code in codes for path in installed_boundaries(code, folder)]
    homes = {path.parent for path in added}
    credited = {
        str(home / one.file_name): one.credit_line for home in homes for one in read_records(home)
    }
    return load_boundaries(codes, added, credited=credited)
