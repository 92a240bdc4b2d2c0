"""GeoNames' country dumps (CC BY 4.0) -> drafts of places, with their alternate names.

Columns: GeoNames' own readme of export/dump; nineteen tab-separated ones, ten (once eight) in
the file of alternate names.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from gazetteer.errors import GazetteerError
from gazetteer.spelling.names import is_arabic
from gazetteer.spreadsheet_cells import read_decimal
from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat

__all__ = ["FORMAT", "find_alternates"]

COLUMNS = 19
ALTERNATE_COLUMNS = (8, 10)
LONGEST_NAMES = 60  # alternate names of one place; more is a metropolis in every language

# Feature class and code to kind; a code that is not here is not read.
_KINDS = {
    **{f"P.{code}": "settlement" for code in (
        "PPL", "PPLA", "PPLA2", "PPLA3", "PPLA4", "PPLA5", "PPLC", "PPLF", "PPLG", "PPLL", "PPLQ",
        "PPLR", "PPLS", "PPLW", "STLMT")},
    "P.PPLX": "neighbourhood", "S.AIRP": "airport", "S.AIRB": "airport", "S.AIRF": "airport",
    "S.DAM": "dam", "S.CMPRF": "camp", "S.CMP": "camp", "T.MT": "mountain", "T.MTS": "mountain",
    "T.PK": "mountain", "T.PLN": "plain", "L.RGN": "area", "L.AREA": "area",
    "A.ADM1": "governorate", "A.ADM2": "district", "A.ADM3": "subdistrict",
}  # fmt: skip
_SEATS = {"PPLC": 3, "PPLA": 2, "PPLA2": 2, "PPLA3": 1}
# "Languages" of alternate names that are no names.
_NOT_NAMES = frozenset(
    ["link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny", "nuts"]
)  # fmt: skip


def _recognise(file: PlaceFile) -> float:
    """Say whether a file is a GeoNames dump: nineteen columns, a number, a class of one letter."""
    if file.path.suffix.lower() not in (".txt", ".tsv"):
        return 0.0
    try:
        with _open(file.path) as lines:
            cells = lines.readline().rstrip("\n").split("\t")
        is_dump = len(cells) == COLUMNS and cells[0].isdecimal() and len(cells[6]) == 1
    except (OSError, ValueError):
        return 0.0
    return float(is_dump)


def find_alternates(path: Path) -> Path | None:
    """Return the file of alternate names that lies beside a country's dump, if one does.

    Looked for: alternatenames/SY.zip and .txt, SY-alternatenames.zip and .txt,
    SY_alternatenames.txt, alternateNamesV2.zip and .txt, each beside SY.zip or SY.txt.
    """
    country = path.stem
    names = [f"alternatenames/{country}", f"{country}-alternatenames", f"{country}_alternatenames",
             "alternateNamesV2", "alternateNames"]  # fmt: skip
    places = [path.parent / f"{name}{suffix}" for name in names for suffix in (".txt", ".zip")]
    return next((place for place in places if place.is_file()), None)


@contextmanager
def _open(path: Path) -> Iterator[TextIO]:
    """Open a dump as text, out of its archive where it is in one."""
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8", newline="\n") as file:
            yield file
        return
    with zipfile.ZipFile(path) as archive:
        named = [n for n in archive.namelist() if n.endswith(".txt") and "readme" not in n.lower()]
        wanted = next((n for n in named if Path(n).stem == path.stem), None)
        wanted = wanted or next((n for n in named if "iso-language" not in n), None)
        if wanted is None:
            raise GazetteerError(f"{path}: holds no .txt table; get the file again")
        with archive.open(wanted) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")


def _read(file: PlaceFile) -> list[Draft]:
    """Read a country dump with the alternate names that lie beside it or its archive."""
    path = file.path
    records = list(_records(path))
    alternates = find_alternates(file.archive or path)
    known = {cells[0] for _, cells in records}
    names = _read_alternates(alternates, known) if alternates else {}
    areas = _area_names(records)
    return [_draft(path, line, cells, names.get(cells[0], []), areas) for line, cells in records]


def _records(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with _open(path) as file:
            for line, text in enumerate(file, start=1):
                cells = text.rstrip("\n").split("\t")
                if len(cells) != COLUMNS:
                    raise GazetteerError(
                        f"{path}: row {line} has {len(cells)} columns, a GeoNames dump has "
                        f"{COLUMNS}; get the file again"
                    )
                if f"{cells[6]}.{cells[7]}" in _KINDS:
                    yield line, cells
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{path}: is not UTF-8 ({error}); get the file again") from error


def _read_alternates(path: Path, known: set[str]) -> dict[str, list[tuple[str, str, bool]]]:
    """Return (language, name, preferred) of the known places, historic names left out."""
    names: dict[str, list[tuple[str, str, bool]]] = {}
    with _open(path) as file:
        for line, text in enumerate(file, start=1):
            cells = text.rstrip("\n").split("\t")
            if len(cells) not in ALTERNATE_COLUMNS:
                raise GazetteerError(
                    f"{path}: row {line} has {len(cells)} columns, GeoNames' alternate names have "
                    "10; get the file again"
                )
            if cells[1] in known and cells[2] not in _NOT_NAMES and cells[7] != "1":
                names.setdefault(cells[1], []).append((cells[2], cells[3], cells[4] == "1"))
    return names


def _area_names(records: list[tuple[int, list[str]]]) -> dict[str, str]:
    """Return the names of the administrative areas by their codes, joined by dots."""
    found = {}
    for _, cells in records:
        level = {"ADM1": 1, "ADM2": 2, "ADM3": 3}.get(cells[7])
        if cells[6] == "A" and level:
            found[_code(cells, level)] = cells[2] or cells[1]
    return found


def _code(cells: list[str], level: int) -> str:
    return ".".join([cells[8], *cells[10 : 10 + level]])


def _draft(
    path: Path, line: int, cells: list[str], names: list[tuple[str, str, bool]],
    areas: dict[str, str],
) -> Draft:  # fmt: skip
    lat, lon, population = (read_decimal(cell) for cell in (cells[4], cells[5], cells[14] or "0"))
    if lat is None or lon is None or population is None:
        held = f"latitude {cells[4]!r}, longitude {cells[5]!r}, population {cells[14]!r}"
        raise GazetteerError(
            f"{path}: row {line} has what is no number ({held}); correct it or get the file again"
        )
    kind = _KINDS[f"{cells[6]}.{cells[7]}"]
    draft = Draft(f"gn:{cells[0]}", cells[2] or cells[1], kind, lon, lat, gn_id=cells[0], row=line)
    draft.population = int(min(population, 1e15)) or None
    draft.seat = _SEATS.get(cells[7], 0)
    draft.sources = [f"GeoNames {cells[0]}"]
    preferred = sorted(names, key=lambda name: not name[2])
    written = [*cells[3].split(","), cells[1], *(name for _, name, _ in preferred)]
    arabic = [name for language, name, _ in preferred if language == "ar"]
    draft.name_ar = next(iter([*arabic, *filter(is_arabic, written)]), None)
    others = dict.fromkeys(name.strip() for name in written)
    draft.spellings = [name for name in others if name and name != draft.name][:LONGEST_NAMES]
    _set_areas(draft, cells, areas)
    return draft


def _set_areas(draft: Draft, cells: list[str], areas: dict[str, str]) -> None:
    """Set the areas a place lies in by name; an area itself gets its own code."""
    draft.adm1_name = areas.get(_code(cells, 1))
    if draft.kind == "governorate":
        draft.adm1_code = _code(cells, 1)
        draft.place_id = draft.adm1_code
    elif draft.kind in ("district", "subdistrict") and cells[11]:
        draft.adm2_code = _code(cells, 2)
    if cells[11]:
        draft.adm2_name = areas.get(_code(cells, 2))


FORMAT = PlaceFormat(
    "GeoNames",
    "country dumps (.txt), the alternate names beside them",
    _recognise,
    _read,
)
