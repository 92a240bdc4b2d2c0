"""Reading place tables: the pack's own CSV, or any CSV whose columns can be guessed."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.places import PLACE_KINDS

__all__ = ["Draft", "guess_columns", "read_rows", "read_table"]


@dataclass(slots=True)
class Draft:
    """A place while it is read and merged; becomes a Place."""

    place_id: str
    name: str
    kind: str = "settlement"
    lon: float | None = None
    lat: float | None = None
    uncertainty_km: float | None = None
    name_ar: str | None = None
    adm1_code: str | None = None
    adm1_name: str | None = None
    adm2_code: str | None = None
    adm2_name: str | None = None
    adm2_name_ar: str | None = None
    adm3_code: str | None = None
    adm3_name: str | None = None
    adm3_name_ar: str | None = None
    population: int | None = None
    prominence: int = 0
    parent_id: str | None = None
    spellings: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    note: str | None = None
    gn_id: str | None = None
    seat: int = 0  # 3 capital, 2 seat of a governorate or district, 1 of a subdistrict


# Header words (lower case, letters and digits only) by what they mean; the first found wins.
_HEADERS: dict[str, tuple[str, ...]] = {
    "place_id": ("placeid", "locationpcode", "pcode", "id", "wofid", "geonameid"),
    "gn_id": ("gnid", "geonameid", "geonamesid"),
    "name": ("name", "locationnameen", "nameen", "placename", "admin4nameen", "englishname",
             "toponym", "place", "location", "town", "village", "settlement", "nameenglish",
             "title", "asciiname"),
    "name_ar": ("namear", "locationnamear", "arabicname", "namearabic", "admin4namear", "arabic"),
    "lon": ("lon", "longitude", "long", "lng", "longitudex", "x", "xcoord", "pointx", "londec"),
    "lat": ("lat", "latitude", "latitudey", "y", "ycoord", "pointy", "latdec"),
    "kind": ("kind", "gnfcode", "featurecode", "placetype", "type", "locationtype"),
    "adm1_code": ("adm1code", "admin1pcode", "adm1pcode", "governoratecode", "governoratepcode"),
    "adm2_code": ("adm2code", "admin2pcode", "adm2pcode", "districtcode", "districtpcode"),
    "adm3_code": ("adm3code", "admin3pcode", "adm3pcode", "subdistrictcode", "subdistrictpcode"),
    "adm1_name": ("admin1nameen", "adm1en", "adm1name", "governorate", "region", "province",
                  "admin1", "adm1", "state"),
    "adm2_name": ("admin2nameen", "adm2en", "adm2name", "district", "county", "admin2", "adm2"),
    "adm3_name": ("admin3nameen", "adm3en", "adm3name", "subdistrict", "admin3", "adm3"),
    "adm2_name_ar": ("admin2namear", "adm2ar"),
    "adm3_name_ar": ("admin3namear", "adm3ar"),
    "population": ("population", "pop", "gnpop", "wofpop"),
    "uncertainty_km": ("uncertaintykm", "radiuskm"),
    "prominence": ("prominence",),
    "parent_id": ("parentid",),
    "sources": ("sources", "source"),
    "note": ("note",),
}  # fmt: skip
# Every one of these that a table has is read: more spellings of the same place.
_SPELLING_HEADERS = (
    "spellings", "variants", "alternatenames", "altnames", "aliases", "asciiname", "gnname",
    "gnasciiname", "nameeng", "nameengvariant", "namearvariant", "allnames", "column1",
    "admin4nameen", "admin4namear", "nameref", "namealt1e", "namealt2e", "namealt1a",
)  # fmt: skip

_TEXTS = ("adm1_code", "adm1_name", "adm2_code", "adm2_name", "adm2_name_ar", "adm3_code",
          "adm3_name", "adm3_name_ar", "parent_id", "note")  # fmt: skip
_KINDS = {
    "locality": "settlement", "community": "settlement", "city": "settlement",
    "town": "settlement", "village": "settlement", "hamlet": "settlement", "suburb":
    "neighbourhood", "neighborhood": "neighbourhood", "quarter": "neighbourhood",
    "county": "district", "region": "governorate", "province": "governorate",
    "admin1": "governorate", "admin2": "district", "admin3": "subdistrict",
    "adm1": "governorate", "adm2": "district", "adm3": "subdistrict",
    "airbase": "airport", "campus": "facility", "pplx": "neighbourhood", "stlmt": "settlement",
    "airp": "airport", "airb": "airport", "mt": "mountain", "mts": "mountain", "dam": "dam",
    "pcli": "country", "rgn": "area", "pln": "plain", "camp": "camp", "idp camp": "camp",
}  # fmt: skip
_SEATS = {"pplc": 3, "ppla": 2, "ppla2": 2, "ppla3": 1}
_SPLIT = re.compile(r"\s*[|;]\s*")


def guess_columns(header: list[str]) -> dict[str, list[str]]:
    """Return which of a table's columns hold what: meaning to column names, best first."""
    plain = {re.sub(r"[^a-z0-9]", "", name.lower()): name for name in reversed(header)}
    columns = {
        meaning: [plain[word] for word in words if word in plain]
        for meaning, words in _HEADERS.items()
    }
    columns["spellings"] = [plain[word] for word in _SPELLING_HEADERS if word in plain]
    if "placetype" in plain and "gnfcode" in plain:
        columns["kind"] = [plain["placetype"], plain["gnfcode"]]
    return columns


def read_table(path: Path) -> list[Draft]:
    """Read a CSV of places, guessing which column is which.

    Raises GazetteerError naming file, row (as a spreadsheet shows it) and remedy.
    """
    return read_rows(path, _read_rows(path))


def read_rows(path: Path, rows: Iterator[tuple[int, list[str]]]) -> list[Draft]:
    """Read numbered rows of cells, the header first, that come from a file."""
    header = next(rows)[1]
    columns = guess_columns(header)
    for needed in ("name", "lon", "lat"):
        if not columns[needed] and not (needed == "name" and columns["name_ar"]):
            raise GazetteerError(
                f"{path}: no column for {needed} among {', '.join(header)[:200]}; "
                f"rename one to {_HEADERS[needed][0]}"
            )
    reader = _RowReader(path, header, columns)
    return [draft for line, row in rows if any(row) for draft in [reader.read(line, row)] if draft]


def _read_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GazetteerError(f"{path}: cannot be read ({error.strerror}); check path") from error
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise GazetteerError(f"{path}: row {line} is not UTF-8; save it as CSV UTF-8") from error
    first = text.split("\n", 1)[0]
    if not first.strip() or "\0" in text[:10_000]:
        raise GazetteerError(f"{path}: row 1 holds no column names; give a CSV with a header row")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        message = f"{path}: row {reader.line_num} is not CSV ({error}); quote its cells"
        raise GazetteerError(message) from error


class _RowReader:
    """Turns rows of one table into drafts."""

    def __init__(self, path: Path, header: list[str], columns: dict[str, list[str]]) -> None:
        self.path = path
        self.width = len(header)
        at = {name: header.index(name) for names in columns.values() for name in names}
        self.at = {meaning: [at[name] for name in names] for meaning, names in columns.items()}
        self.texts = [(name, self.at[name]) for name in _TEXTS if self.at[name]]
        self.ours = header[0] == "place_id"
        self.wof = "wof_id" in header

    def read(self, line: int, row: list[str]) -> Draft | None:
        """Return the draft of one row; None where the row has no name."""
        if len(row) < self.width:
            row = row + [""] * (self.width - len(row))
        name_ar = self._text(row, "name_ar")
        name = self._text(row, "name") or name_ar
        if name is None:
            if self._text(row, "lon") is None:
                return None
            raise self._error(line, "has no name; fill it in or delete the row")
        kind, seat = self._kind(row)
        if self.ours and kind not in PLACE_KINDS:
            raise self._error(line, f"kind {kind} is none of {', '.join(PLACE_KINDS)}; correct it")
        lon, lat = self._point(line, row)
        draft = Draft(self._id(line, row), name, kind, lon, lat, name_ar=name_ar, seat=seat)
        self._fill(draft, line, row)
        return draft

    def _fill(self, draft: Draft, line: int, row: list[str]) -> None:
        for name, indexes in self.texts:
            for index in indexes:
                if row[index]:
                    setattr(draft, name, row[index].strip() or None)
                    break
        gn_id = self._text(row, "gn_id")
        draft.gn_id = gn_id.removesuffix(".0") if gn_id else None
        population = self._number(line, row, "population")
        draft.population = int(population) if population else None
        draft.prominence = int(self._number(line, row, "prominence") or 0)
        draft.uncertainty_km = self._number(line, row, "uncertainty_km")
        draft.spellings = list(self._spellings(row))
        sources = self._text(row, "sources")
        draft.sources = _SPLIT.split(sources) if sources else [self.path.stem]

    def _error(self, line: int, what: str) -> GazetteerError:
        return GazetteerError(f"{self.path}: row {line} {what}")

    def _text(self, row: list[str], meaning: str) -> str | None:
        for index in self.at[meaning]:
            if row[index]:
                return row[index].strip() or None
        return None

    def _number(self, line: int, row: list[str], meaning: str) -> float | None:
        text = self._text(row, meaning)
        if text is None:
            return None
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            raise self._error(line, f"{meaning} {text[:40]!r} is not a number; correct or empty it")
        return value

    def _point(self, line: int, row: list[str]) -> tuple[float | None, float | None]:
        lon, lat = self._number(line, row, "lon"), self._number(line, row, "lat")
        if (lon is None) != (lat is None):
            raise self._error(line, "has only one of lon and lat; give both or neither")
        if lon is not None and lat is not None and (abs(lon) > 180 or abs(lat) > 90):
            raise self._error(line, f"lon {lon} lat {lat} is off the globe; are they swapped?")
        return lon, lat

    def _id(self, line: int, row: list[str]) -> str:
        if self.wof:
            gn_id = self._text(row, "gn_id")
            number = self._text(row, "place_id")
            return f"gn:{gn_id.removesuffix('.0')}" if gn_id else f"wof:{number}"
        return self._text(row, "place_id") or f"{self.path.stem}:{line}"

    def _kind(self, row: list[str]) -> tuple[str, int]:
        kind, seat = "settlement", 0
        for index in self.at["kind"]:
            word = row[index].strip().lower()
            seat = max(seat, _SEATS.get(word, 0))
            if word in PLACE_KINDS or word in _KINDS:
                kind = _KINDS.get(word, word)
                break
            if self.ours:
                kind = word
        if not seat and len(self.at["kind"]) > 1:
            seat = _SEATS.get(row[self.at["kind"][1]].strip().lower(), 0)
        return kind, seat

    def _spellings(self, row: list[str]) -> Iterator[str]:
        for index in self.at["spellings"]:
            cell = row[index]
            if not cell:
                continue
            if cell[0] == "{" and cell[-1] == "}":
                yield from _json_names(cell)
            elif "|" in cell or ";" in cell:
                yield from filter(None, _SPLIT.split(cell))
            else:
                yield cell


def _json_names(cell: str) -> Iterator[str]:
    try:
        names = json.loads(cell)
    except ValueError:
        return
    for values in names.values():
        yield from values if isinstance(values, list) else [str(values)]
