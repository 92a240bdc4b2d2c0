"""Shapefiles, their parts beside each other or zipped, and FlatGeobuf."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

import geopandas as gpd
import shapely

from gazetteer.errors import GazetteerError
from gazetteer.leftovers import make_scratch
from gazetteer.tables.map_files import list_map_layers
from geo.errors import ReadError
from geo.reading.frames import table_of_frame
from geo.reading.kinds import Container
from geo.reading.opening.archives import MAGIC, open_archive, unpack
from geo.reading.opening.letters import reread_letters
from geo.reading.table import Table

__all__ = ["SHAPEFILE", "unpack_shapefile"]

_LARGEST = 1_000  # MB, unpacked
_REMEDY = "zip the .shp with its .dbf, .shx and .prj again"
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_LANGUAGE_BYTE = 29  # of the head of a .dbf: its language driver
_NO_LANGUAGE = (0x00, 0x57)  # none; "ANSI", whatever the machine that wrote it had
_EARTH = shapely.box(-180, -90, 180, 90)


def _read(source: bytes | Path, name: str) -> Table:
    with _placed(source, name) as path:
        try:
            layer = next(iter(list_map_layers(path)))
        except GazetteerError as error:
            raise ReadError(str(error).replace(str(path), name)) from error
        told = path.suffix.lower() != ".shp" or _says_code_page(path)
    frame = layer.features
    if not isinstance(frame, gpd.GeoDataFrame):
        raise ReadError(f"{name}: has no shapes; {_REMEDY}")
    if frame.crs is None and not _EARTH.covers(shapely.box(*frame.total_bounds)):
        raise ReadError(
            f"{name}: no coordinate system and no degrees; put the .prj beside the .shp, or "
            "convert the file to EPSG:4326"
        )
    if told:
        return table_of_frame(frame, name)
    frame, note = _reread(frame)
    table = table_of_frame(frame, name)
    return replace(table, notes=(*table.notes, note)) if note else table


def _says_code_page(path: Path) -> bool:
    """Say whether a shapefile says its code page: in a .cpg, or by the 30th byte of its .dbf."""
    if any(path.with_suffix(suffix).is_file() for suffix in (".cpg", ".CPG")):
        return True
    table = next((p for s in (".dbf", ".DBF") if (p := path.with_suffix(s)).is_file()), None)
    if table is None:
        return True
    with table.open("rb") as file:
        head = file.read(_LANGUAGE_BYTE + 1)
    return len(head) > _LANGUAGE_BYTE and head[_LANGUAGE_BYTE] not in _NO_LANGUAGE


def _reread(frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, str]:
    """Read the texts of a frame again as the code page that they spell, and say which."""
    columns = [c for c in frame.columns if c != frame.geometry.name
               and frame[c].map(lambda cell: isinstance(cell, str)).any()]  # fmt: skip
    texts = [cell for c in columns for cell in frame[c] if isinstance(cell, str)]
    read, note = reread_letters(texts)
    if not note:
        return frame, ""
    known = dict(zip(texts, read, strict=True))
    return frame.assign(**{
        str(c): frame[c].map(lambda cell: known.get(cell, cell)) for c in columns
    }), f"the .dbf {note}"  # fmt: skip


@contextmanager
def _placed(source: bytes | Path, name: str) -> Iterator[Path]:
    """Give the path of a map file: its own, or that of what is unpacked or handed over."""
    content = source.read_bytes() if isinstance(source, Path) else source
    if isinstance(source, Path) and not content.startswith(MAGIC):
        yield source
        return
    with make_scratch() as folder:
        if content.startswith(MAGIC):
            yield unpack_shapefile(content, name, Path(folder))
            return
        suffix = Path(name).suffix.lower()
        if suffix != ".fgb":
            raise ReadError(f"{name}: a shapefile is several files; {_REMEDY} and give that")
        path = Path(folder) / f"layer{suffix}"
        path.write_bytes(content)
        yield path


def unpack_shapefile(content: bytes, name: str, folder: Path) -> Path:
    """Unpack the one shapefile of an archive; raises ReadError where there is none or several."""
    archive = open_archive(content, name, most=_LARGEST, remedy=_REMEDY)
    members = [one for one in archive.namelist() if not one.startswith("__MACOSX/")]
    shapes = [one for one in members if one.lower().endswith(".shp")]
    if len(shapes) != 1:
        held = ", ".join(sorted(shapes or members)[:10]) or "nothing"
        raise ReadError(
            f"{name}: holds {'no' if not shapes else len(shapes)} shapefile ({held}); unpack it "
            "and give one file, or an archive of one shapefile"
        )
    stem = PurePosixPath(shapes[0]).with_suffix("")
    for member in members:
        part = PurePosixPath(member)
        if part.with_suffix("") == stem and part.suffix.lower() in _PARTS:
            _write(archive, member, folder / f"layer{part.suffix.lower()}", name)
    return folder / "layer.shp"


def _write(archive: zipfile.ZipFile, member: str, path: Path, name: str) -> None:
    path.write_bytes(unpack(archive, member, name, remedy=_REMEDY))


SHAPEFILE = Container("Shapefile or FlatGeobuf", (".shp", ".zip", ".fgb"), _read, takes_paths=True)
