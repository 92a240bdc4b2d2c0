"""OpenStreetMap extracts (ODbL) -> drafts of places: their nodes with a place tag."""

from __future__ import annotations

from pathlib import Path

from gazetteer.spelling.names import is_arabic
from gazetteer.tables.draft import Draft
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.format import PlaceFormat
from gazetteer.tables.rows import cell_text

__all__ = ["FORMAT"]

_KINDS = {
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "isolated_dwelling": "settlement", "farm": "settlement", "suburb": "neighbourhood",
    "quarter": "neighbourhood", "neighbourhood": "neighbourhood", "city_block": "neighbourhood",
    "region": "area", "island": "area", "locality": "area", "plain": "plain",
}  # fmt: skip
_NAMES = ("name", "name:en", "name:ar", "int_name", "alt_name", "old_name", "official_name",
              "alt_name:en", "alt_name:ar", "name:ar-Latn", "name:fr", "name:ku",
              "name:tr")  # fmt: skip


def _recognise(file: PlaceFile) -> float:
    tagged = file.holds == "layer" and {"place", "fclass", "other_tags"} & set(file.layer.fields)
    return 0.8 if tagged else 0.0


def _read(file: PlaceFile) -> list[Draft]:
    """Read places: plain tags, or Geofabrik's fclass, or GDAL's other_tags."""
    drafts = []
    for at, row in enumerate(file.layer.features, start=2):
        values = zip(file.layer.fields, row[:-2], strict=True)
        tags = {name: cell_text(value) for name, value in values}
        tags |= _hstore(tags.pop("other_tags", ""))
        kind = _KINDS.get(tags.get("place") or tags.get("fclass") or "")
        draft = _draft(file.path, at, kind, tags) if kind and row[-1] is not None else None
        if draft:
            draft.lon, draft.lat = row[-2:]
            draft.row = at
            drafts.append(draft)
    return drafts


def _draft(path: Path, at: int, kind: str, tags: dict[str, str]) -> Draft | None:
    written = [tags[key] for key in _NAMES if tags.get(key)]
    names = list(dict.fromkeys(part.strip() for text in written for part in text.split(";")))
    if not names:
        return None
    arabic = tags.get("name:ar") or next(filter(is_arabic, names), None)
    name = tags.get("name:en") or next((n for n in names if not is_arabic(n)), names[0])
    number = tags.get("osm_id") or tags.get("@id") or tags.get("id") or f"{path.stem}:{at}"
    draft = Draft(f"osm:{number}", name, kind, name_ar=arabic, sources=["OpenStreetMap"])
    draft.spellings = [other for other in names if other not in (name, arabic)]
    population = tags.get("population", "").replace(",", "").replace(" ", "")
    draft.population = int(population) or None if population.isdecimal() else None
    return draft


def _hstore(text: str) -> dict[str, str]:
    r"""Return the tags of GDAL's other_tags: "name:ar"=>"...","population"=>"..."."""
    pairs = (pair.split('"=>"', 1) for pair in text.strip('"').split('","'))
    return {pair[0]: pair[1].replace('\\"', '"') for pair in pairs if len(pair) == 2}


FORMAT = PlaceFormat(
    "OpenStreetMap", "extracts with a place tag: .geojson, .gpkg", _recognise, _read
)
