"""Boundary files that a user has added to a country, for every later use."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from gazetteer.online.installed import data_folder
from geo.errors import BoundaryError
from geo.land.boundaries import Boundaries, load_boundaries, split_countries

__all__ = ["add_boundaries", "installed_boundaries", "load_land"]

MAPS = (".geojson", ".json", ".gpkg", ".shp")
BESIDE_SHP = (".shx", ".dbf", ".prj", ".cpg")


def _folder(country: str, folder: Path | None = None) -> Path:
    code = country.strip().lower()
    if not re.fullmatch(r"[a-z]{2}", code):
        raise BoundaryError(f"{country}: no country has that code; give two letters such as UA")
    return (folder or data_folder()) / "boundaries" / code


def installed_boundaries(country: str, folder: Path | None = None) -> list[Path]:
    """Return the boundary files that were added to a country, by name."""
    if not re.fullmatch("[A-Za-z]{2}", country):
        return []
    home = _folder(country, folder)
    return sorted(path for path in home.glob("*") if path.suffix.lower() in MAPS)


def add_boundaries(path: Path, country: str, *, folder: Path | None = None) -> Boundaries:
    """Copy a boundary file to the user's folder; return the country's areas with it.

    It is checked together with those added before, of which one of the same name is replaced.
    Raises BoundaryError where it cannot be read, holds areas that another file has, or cannot be
    copied; nothing is changed then.
    """
    home = _folder(country, folder)
    if path.suffix.lower() not in MAPS:
        raise BoundaryError(f"{path}: is no {', '.join(MAPS)} file; unpack or convert it")
    others = [one for one in installed_boundaries(country, folder) if one.name != path.name]
    loaded = load_boundaries(country, [*others, path])
    beside = [path.with_suffix(end) for end in BESIDE_SHP if path.suffix.lower() == ".shp"]
    try:
        home.mkdir(parents=True, exist_ok=True)
        _copy((path, *(one for one in beside if one.is_file())), home)
    except OSError as error:
        raise BoundaryError(f"{home}: cannot be written ({error.strerror})") from error
    return loaded


def _copy(files: Iterable[Path], home: Path) -> None:
    """Copy files into a folder: all beside their places, then each moved in."""
    with tempfile.TemporaryDirectory(dir=home, prefix=".") as unfinished:
        copies = [Path(shutil.copyfile(one, Path(unfinished) / one.name)) for one in files]
        for copy in copies:
            copy.replace(home / copy.name)


def load_land(
    countries: str | Iterable[str], files: Iterable[str | Path] = (), *, folder: Path | None = None
) -> Boundaries:
    """Load the areas of countries as `load_boundaries` does, with the files added to them.

    files: where there are some, those alone are taken.
    """
    codes = split_countries(countries)
    given = list(files)
    added = [path for code in codes for path in installed_boundaries(code, folder)]
    return load_boundaries(codes, given or added)
