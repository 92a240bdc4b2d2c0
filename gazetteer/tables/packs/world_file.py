"""The world's places: one column file a country, read only when that country is asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gazetteer.abroad import spell_country
from gazetteer.tables.draft import Draft

__all__ = [
    "COLUMNS",
    "DEGREE",
    "FOLDER",
    "count_world_file",
    "has_world_file",
    "list_world_files",
    "read_world_file",
]

FOLDER = Path(__file__).parents[2] / "data" / "world" / "places"
DEGREE = 1e-5  # degrees: lon and lat are whole numbers of these
_SEPARATOR = "|"
# As places.csv, and name_local; sources are empty where they are the record's own GeoNames id.
COLUMNS = {
    **dict.fromkeys(("place_id", "name", "name_ar", "name_local", "kind"), "string"),
    "lon": "int32", "lat": "int32", "uncertainty_km": "float", "adm1_code": "string",
    "population": "int32", "prominence": "int8", "spellings": "string", "sources": "string",
}  # fmt: skip


def _path(country: str) -> Path:
    return FOLDER / f"{country.lower()}.parquet"


def has_world_file(country: str) -> bool:
    """Say whether the world's places have a country, by its two letters."""
    return country.isalpha() and _path(country).is_file()


@cache
def list_world_files() -> tuple[str, ...]:
    """Return the two letters of every country that the world's places have, in order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.parquet")))


def count_world_file(country: str) -> int:
    """Return how many places of a country there are, without reading them; 0 for no file."""
    import pyarrow.parquet as pq

    path = _path(country)
    return int(pq.read_metadata(path).num_rows) if path.is_file() else 0


def read_world_file(country: str) -> list[Draft]:
    """Read the places of one country: its first-level areas, then its towns and villages.

    A further spelling that is the country's own name is left out: Somaliland is not Somalia.
    """
    import pyarrow.parquet as pq

    table = pq.read_table(_path(country), use_threads=False)
    rows = zip(*(table.column(name).to_pylist() for name in COLUMNS), strict=True)
    drafts = [_draft(*row) for row in rows]
    whole = spell_country(country.upper())
    for draft in drafts:
        if not whole.isdisjoint(map(str.casefold, draft.spellings)):
            draft.spellings = [name for name in draft.spellings if name.casefold() not in whole]
    return drafts


def _draft(
    place_id: str, name: str, name_ar: str, name_local: str, kind: str, *numbers: float | str
) -> Draft:
    lon, lat, radius, code, people, prominence, spellings, sources = numbers
    listed = str(spellings).split(_SEPARATOR) if spellings else []
    return Draft(
        place_id, name, kind, round(float(lon) * DEGREE, 5), round(float(lat) * DEGREE, 5),
        round(float(radius), 1), name_ar=name_ar or None, name_local=name_local or None,
        adm1_code=str(code) or None, population=int(people) or None, prominence=int(prominence),
        spellings=[name_local, *listed] if name_local not in ("", name_ar) else listed,
        sources=str(sources or f"GeoNames {place_id[3:]}").split(_SEPARATOR),
    )  # fmt: skip
