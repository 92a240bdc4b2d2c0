"""Several tables into one list of places: one record per place, sources kept."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from gazetteer.matching.candidates import head_of
from gazetteer.places import AREA_KINDS, Place
from gazetteer.radii import radius_of
from gazetteer.spelling.names import (
    clean,
    fold_all,
    glue,
    is_arabic,
    skeleton,
    skeletons_of_all,
    strip_articles,
)
from gazetteer.spelling.parts import read_parts
from gazetteer.tables.draft import Draft

__all__ = ["GovernorateFinder", "absorb", "apart_km", "derive_areas", "finish", "merge_tables"]

SAME_NAME_KM = 4.0  # two sources give one village points up to this far apart
SAME_SKELETON_KM = 1.5
SAME_CODE_KM = 12.0  # farther apart, one of the two has the wrong code
_LIVED_IN = ("settlement", "neighbourhood", "camp")
# Letters that Arabic lacks: names in Persian, Urdu, Kurdish or Uyghur are none of it.
_NOT_ARABIC = re.compile(r"[\u0672-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f]")
CELL = 0.1  # degrees, about 10 km
_KM_PER_DEGREE = 111.2


def merge_tables(tables: Sequence[Sequence[Draft]]) -> list[Draft]:
    """Merge tables, first ones leading: a place known already gains spellings, codes, sources.

    Two records are one place by code, or by an equal name (either script, articles and spaces
    aside) within 4 km, or an equal consonant skeleton within 1.5 km. Rows of one table are
    never merged with each other.
    """
    if len(tables) == 1:
        return list(tables[0])
    merged: list[Draft] = []
    by_key: dict[str, list[int]] = {}
    for number, table in enumerate(tables, start=1):
        keys = _keys_of(table)
        fresh: list[tuple[int, set[str]]] = []
        for draft, own in zip(table, keys, strict=True):
            if number > 1:
                draft.added, draft.variants = True, list(draft.spellings)
            known = _find_same(draft, own, merged, by_key)
            if known is None:
                merged.append(draft)
                known = len(merged) - 1
            else:
                absorb(merged[known], draft)
            if number < len(tables):
                fresh.append((known, own))
        for known, own in fresh:
            for key in own:
                by_key.setdefault(key, []).append(known)
    return merged


def _keys_of(table: Sequence[Draft]) -> list[set[str]]:
    names = [[d.name, *([d.name_ar] if d.name_ar else []), *d.spellings] for d in table]
    flat = fold_all([name for several in names for name in several])
    bare = strip_articles("\n".join(flat)).split("\n") if flat else []
    starts = [0, *itertools.accumulate(map(len, names))]
    loose = skeletons_of_all([bare[start] for start in starts[:-1]])
    keys = []
    for at, draft in enumerate(table):
        own = {name.replace(" ", "") for name in bare[starts[at] : starts[at + 1]]}
        own = {key for key in own if len(key) > 1}
        own.update("=" + key for key in loose[at][:1])
        own.add("#" + draft.place_id)
        if draft.gn_id:
            own.add("#gn:" + draft.gn_id)
        keys.append(own)
    return keys


def _find_same(
    draft: Draft, keys: set[str], merged: list[Draft], by_key: dict[str, list[int]]
) -> int | None:
    best: tuple[float, int] | None = None
    for key in keys:
        limit = {"#": SAME_CODE_KM, "=": SAME_SKELETON_KM}.get(key[0], SAME_NAME_KM)
        for index in by_key.get(key, ()):
            other = merged[index]
            if not _same_family(draft, other):
                continue
            apart = _apart_as_same(draft, other, same_code=key[0] == "#")
            if apart <= limit and (best is None or (apart, index) < best):
                best = (apart, index)
    return best[1] if best else None


def _same_family(one: Draft, other: Draft) -> bool:
    if one.kind == other.kind:
        return True
    return one.kind in _LIVED_IN and other.kind in _LIVED_IN


def _apart_as_same(one: Draft, other: Draft, *, same_code: bool) -> float:
    if one.kind in AREA_KINDS:
        same = (
            same_code
            or one.kind == "governorate"
            or (one.adm1_code is not None and one.adm1_code == other.adm1_code)
        )
        return 0.0 if same else math.inf
    apart = apart_km(one, other)
    return 0.0 if same_code and math.isinf(apart) else apart


def apart_km(one: Draft, other: Draft) -> float:
    """Return how far apart two places are, in km; infinity where one has no point."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return math.inf
    east = (one.lon - other.lon) * math.cos(math.radians(one.lat))
    return math.hypot(east, one.lat - other.lat) * _KM_PER_DEGREE


def absorb(known: Draft, other: Draft) -> None:
    """Give a place the names, sources and cells that another record of it has besides."""
    own = list(known.spellings)
    known.spellings += [other.name, *([other.name_ar] if other.name_ar else []), *other.spellings]
    known.variants += other.variants if known.added else known.spellings[len(own) :]
    known.sources += [source for source in other.sources if source not in known.sources]
    for name in ("name_ar", "lon", "lat", "adm1_code", "adm1_name", "adm2_code", "adm2_name",
                 "adm3_code", "adm3_name", "population", "parent_id", "note", "gn_id",
                 "whole_code", "whole_name", "whole_name_ar", "name_local"):  # fmt: skip
        if getattr(known, name) is None:
            setattr(known, name, getattr(other, name))
    known.seat = max(known.seat, other.seat)
    known.prominence = max(known.prominence, other.prominence)


def derive_areas(table: Iterable[Draft]) -> list[Draft]:
    """Return the districts and subdistricts that a table's rows name with their codes."""
    areas: dict[str, Draft] = {}
    for row in table:
        levels = (
            ("subdistrict", row.adm3_code, row.adm3_name, row.adm3_name_ar),
            ("district", row.adm2_code, row.adm2_name, row.adm2_name_ar),
            ("governorate", row.adm1_code, row.adm1_name, None),
        )
        for kind, code, name, name_ar in levels:
            if code and name and code not in areas:
                area = Draft(code, name, kind, name_ar=name_ar, adm1_code=row.adm1_code)
                area.adm1_name = row.adm1_name
                area.adm2_code = row.adm2_code if kind != "governorate" else None
                area.adm3_code = row.adm3_code if kind == "subdistrict" else None
                area.sources = list(row.sources)
                areas[code] = area
    return list(areas.values())


def finish(drafts: Sequence[Draft]) -> list[Place]:
    """Return drafts as places, with radii, codes and the governorates' own names."""
    finder = GovernorateFinder(drafts)
    for draft in drafts:
        if draft.adm1_code is None and draft.adm1_name:
            draft.adm1_code = finder.find_code(draft.adm1_name)
    _fill_codes(drafts)
    names = {d.adm1_code: d.name for d in drafts if d.kind == "governorate" and d.adm1_code}
    return [_finish(draft, names) for draft in drafts]


def _fill_codes(drafts: Sequence[Draft]) -> None:
    """Give a place without a governorate that of the places around it, where all have one."""
    codes: dict[tuple[int, int], set[str]] = {}
    bare = []
    for draft in drafts:
        if draft.lon is None or draft.lat is None or draft.kind in AREA_KINDS:
            continue
        cell = (math.floor(draft.lon / CELL), math.floor(draft.lat / CELL))
        if draft.adm1_code:
            codes.setdefault(cell, set()).add(draft.adm1_code)
        else:
            bare.append((draft, cell))
    for draft, (x, y) in bare:
        around = [codes.get((x + i, y + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found = set().union(*around)
        if len(found) == 1:
            draft.adm1_code = found.pop()


def _arabic_name(draft: Draft, spellings: Sequence[str]) -> str | None:
    """Return the Arabic name; one in another language of that script only where none is listed."""
    written = [name for name in (draft.name_ar, *spellings) if name and is_arabic(name)]
    first = written[0] if written else None
    return next((name for name in written if not _NOT_ARABIC.search(name)), first)


def _finish(draft: Draft, names: dict[str, str]) -> Place:
    code = draft.adm1_code
    area = draft.kind in AREA_KINDS
    spellings = tuple(dict.fromkeys(s for s in draft.spellings if s))
    return Place(
        draft.place_id,
        draft.name,
        draft.kind,
        None if area else draft.lon,
        None if area else draft.lat,
        draft.uncertainty_km or radius_of(draft.kind, draft.population or _seat_size(draft)),
        _arabic_name(draft, spellings),
        code,
        names.get(code or "", draft.adm1_name),
        draft.adm2_code,
        draft.adm3_code,
        draft.population,
        max(draft.prominence, min(draft.seat, 2)),
        draft.parent_id,
        spellings,
        tuple(draft.sources),
        draft.note,
        draft.added,
        only_variants(draft),
        draft.name_local,
        tuple(draft.further),
    )


def only_variants(draft: Draft) -> tuple[str, ...]:
    """Return the spellings that are nothing but second names of added tables."""
    if not draft.variants:
        return ()
    again = _given_again(draft)
    named = [name for name in (draft.name, draft.name_ar) if name]
    own = {*named, *map(head_of, named)}
    return tuple(dict.fromkeys(s for s in draft.variants if s and s not in own | again))


def _given_again(draft: Draft) -> set[str]:
    """Return the spellings that stand more often than further spellings of them were added."""
    if len(set(draft.spellings)) == len(draft.spellings):
        return set()
    counts = Counter(draft.spellings)
    counts.subtract(draft.variants)
    return {spelling for spelling, count in counts.items() if count > 0}


def _seat_size(draft: Draft) -> int | None:
    """Return the least population that the seat of a district or subdistrict stands for."""
    return {0: None, 1: 10_000, 2: 30_000}.get(draft.seat, 500_000)


class GovernorateFinder:
    """Finds a governorate's code by its code or any spelling of its name."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.codes: dict[str, str] = {}
        self._known: dict[str, str | None] = {}
        loose: dict[str, set[str]] = {}
        for draft in drafts:
            if draft.kind != "governorate" or not draft.adm1_code:
                continue
            self.codes[draft.adm1_code.lower()] = draft.adm1_code
            for name in filter(None, [draft.name, draft.name_ar, *draft.spellings]):
                folded = fold_all([name])[0]
                self.codes.setdefault(glue(folded), draft.adm1_code)
                loose.setdefault(skeleton(strip_articles(folded)), set()).add(draft.adm1_code)
        self.loose = {key: codes.pop() for key, codes in loose.items() if len(codes) == 1}

    def find_code(self, text: str) -> str | None:
        """Return the code of the governorate that a text names, None if it names none or two."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> str | None:
        parts = read_parts(clean(text))
        for folded in dict.fromkeys((parts.full, parts.head)):
            code = self.codes.get(glue(folded)) or self.loose.get(skeleton(strip_articles(folded)))
            if code is not None:
                return code
        return None
