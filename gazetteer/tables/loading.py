"""Loading: a country's pack and added tables to one gazetteer."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from weakref import WeakValueDictionary

from gazetteer.abroad import is_country, read_country
from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import holds_decisions, merge_decisions, read_decisions
from gazetteer.errors import GazetteerError
from gazetteer.matching.candidates import without_collector
from gazetteer.matching.ladder import Gazetteer
from gazetteer.places import Place
from gazetteer.spelling.names import fold_all
from gazetteer.tables.draft import Draft
from gazetteer.tables.merge import apart_km, derive_areas, finish, merge_tables
from gazetteer.tables.packs.area_codes import settle_codes
from gazetteer.tables.packs.shipped import DATA, find_pack, list_packs, read_pack
from gazetteer.tables.read import read_places

__all__ = ["DATA", "list_packs", "load_gazetteer", "read_pack", "shipped_places"]

WITHIN_TOWN_KM = 25.0  # from a town's point to the farthest of its quarters
KEPT = 4  # countries as they ship, some 30 MB each
MOSTLY = 0.5  # of a table's points; so many inside only when lon and lat change places
_at_hand: WeakValueDictionary[str, Gazetteer] = WeakValueDictionary()  # as they ship


def load_gazetteer(country: str | Path = "sy", *, extra: Iterable[Path | str] = ()) -> Gazetteer:
    """Load a country's pack and add tables to it: `--gazetteer` files, in the order given.

    A table of decisions among them (an alias file) adds no place, and comes before all of them.

    A country is its two letters, or the folder of a pack. What ships is loaded once: do not change
    it. Raises GazetteerError naming file, row and remedy.

    >>> gazetteer = load_gazetteer("sy")
    >>> gazetteer.country, gazetteer.match("Tall Rifat").place.name
    ('sy', 'Tell Rifaat')
    """
    files = tuple(Path(path) for path in extra)
    if isinstance(country, str) and not files:
        return _load_alone(country.lower())
    return _load(country, files)


@lru_cache(KEPT)
def _load_alone(country: str) -> Gazetteer:
    """Load a country as it ships; asked for again where a file's country is looked for."""
    loaded = _load(country, ())
    _at_hand[country] = loaded
    return loaded


def shipped_places(country: str) -> Sequence[Place | Draft]:
    """Return the places that ship for a country: those of its gazetteer where it is loaded."""
    loaded = _at_hand.get(country.lower())
    return read_pack(country) if loaded is None else loaded.places


def _load(country: str | Path, given: Sequence[Path]) -> Gazetteer:
    """Load a pack and lay tables and decisions over it."""
    folder, pack = _open_folder(country) if isinstance(country, Path) else _open_shipped(country)
    aliases = [path for path in given if holds_decisions(path)]
    paths = [path for path in given if path not in aliases]
    decisions = _read_decisions(aliases)
    tables = [pack]
    with without_collector():
        for path in paths:
            table = read_places(path)
            _check_swapped(path, table, pack)
            settle_codes(pack, table)
            tables += [derive_areas(table), table]
        merged = merge_tables(tables)
        _find_wholes(merged)
        places = finish(merged)
    vague = _read_vague(folder / "vague.csv")
    whole = len(tables) > 1  # a pack is a selection; added tables are taken to list all they can
    found = Gazetteer(_code_of(folder.name), places, vague, lists_whole_country=whole)
    return found.with_decisions(decisions) if decisions else found


def _read_decisions(paths: Sequence[Path]) -> list[Decision]:
    """Return the decisions of several files; raises GazetteerError where two decide otherwise."""
    found: list[Decision] = []
    for path in paths:
        found, conflicts = merge_decisions(found, read_decisions(path))
        if conflicts:
            others = " and ".join(map(str, paths[: paths.index(path)]))
            raise GazetteerError(
                f"{path}: decides otherwise than {others}: {conflicts[0]}; merge them with "
                "`strikemap gazetteer merge`"
            )
    return found


def _code_of(name: str) -> str:
    """Return the code of the country that a pack's folder is called after, else its own name."""
    code = None if is_country(name) else read_country(name)
    return code.lower() if code else name


def _find_wholes(drafts: Sequence[Draft]) -> None:
    """Make the town that a quarter's file names its whole: by code, else the nearest so named."""
    bare = [d for d in drafts if d.kind == "neighbourhood" and not d.parent_id]
    bare = [d for d in bare if d.whole_code or d.whole_name or d.whole_name_ar]
    if not bare:
        return
    towns = [d for d in drafts if d.kind == "settlement"]
    codes = {code: town for town in reversed(towns) for code in _codes_of(town)}
    named: dict[str, list[Draft]] = {}
    for town in towns:
        for key in fold_all([town.name, town.name_ar or "", *town.spellings]):
            named.setdefault(key, []).append(town)
    for quarter in bare:
        whole = codes.get(quarter.whole_code or "") or _find_town(quarter, named)
        quarter.parent_id = whole.place_id if whole else None
        if whole is None and not quarter.note:
            stated = quarter.whole_name or quarter.whole_name_ar or quarter.whole_code
            quarter.note = f"a part of {stated}, which no table lists near it"


def _codes_of(town: Draft) -> list[str]:
    """Return a town's codes: its own, and those that its sources are named by ("OCHA C1007")."""
    return [town.place_id, *(source.rpartition(" ")[2] for source in town.sources)]


def _find_town(quarter: Draft, named: Mapping[str, Sequence[Draft]]) -> Draft | None:
    keys = [k for k in fold_all([quarter.whole_name or "", quarter.whole_name_ar or ""]) if k]
    near = [(apart_km(quarter, town), town) for key in keys for town in named.get(key, ())]
    nearest = min(near, key=lambda pair: pair[0], default=None)
    return nearest[1] if nearest and nearest[0] <= WITHIN_TOWN_KM else None


def _open_shipped(country: str) -> tuple[Path, list[Draft]]:
    """Return the folder and the places that ship for a country."""
    code = country.lower()
    return find_pack(code), read_pack(code)


def _open_folder(folder: Path) -> tuple[Path, list[Draft]]:
    """Return a pack's folder and its places: none where added tables are all of it."""
    if not folder.is_dir():
        raise GazetteerError(f"{folder}: no such pack; give a folder with places.csv")
    path = folder / "places.csv"
    return folder, read_places(path) if path.exists() else []


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
