"""Districts: rows that are known only to a district or subdistrict, counted on its outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import geopandas as gpd
import pandas as pd

from gazetteer.spelling.names import fold
from gazetteer.spelling.normalise import fold_words
from gazetteer.spelling.parts import read_parts
from geo.land.boundaries import Boundaries
from geo.land.country import name_level

__all__ = ["READ", "LowerLevels", "count_on_districts", "known_districts"]

WORDS = {2: "district", 3: "subdistrict"}  # a level's precision
READ = ("adm1_code", "adm2_code", "adm2_name", "adm3_code", "adm3_name", "place_name",
        "district_text", "subdistrict_text", "governorate_text", "country_text", "precision",
        "location_status", "match_method", "match_reason")  # fmt: skip
FILLED = ("adm1_code", "adm1_name", "adm2_code", "adm2_name", "adm3_code", "adm3_name",
          "match_reason", "precision", "location_status")  # fmt: skip

Row = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class _Areas:
    """The areas of one level: name and parent by code, and codes by what they are called."""

    level: int
    word: str  # as the country calls them
    names: Mapping[str, str]
    parents: Mapping[str, str | None]
    called: Mapping[str, set[str]] = field(repr=False)

    def call(self, code: str) -> str:
        """Return an area's name with the country's word: "the raion Lviv", "Lviv raion"."""
        name = self.names[code]
        return name if name.casefold().endswith(self.word) else f"the {self.word} {name}"

    def find(self, text: str | None, within: str | None) -> str | None:
        """Return the code of the one area that a text names, in the area one level up if known."""
        if not text:
            return None
        found = {code for key in _keys(text) for code in self.called.get(key, ())}
        inside = {code for code in found if within in (None, self.parents[code])}
        return inside.pop() if len(inside) == 1 else None


def _keys(text: str) -> set[str]:
    return {fold_words(text), fold(text), read_parts(text).head} - {""}


def _read_areas(boundaries: Boundaries, level: int) -> _Areas:
    table = boundaries.levels[level]
    columns = [name for name in ("code", "name", "name_ar", "name_local") if name in table]
    called: dict[str, set[str]] = {}
    for spellings in table[columns].itertuples(index=False):
        for text in spellings:
            for key in _keys(text) if isinstance(text, str) else ():
                called.setdefault(key, set()).add(spellings[0])
    parents = [one if isinstance(one, str) else None for one in table["parent"]]
    word = name_level(boundaries.countries, level)
    return _Areas(
        level, WORDS[level] if word == "area" else word,
        dict(zip(table["code"], table["name"], strict=True)),
        dict(zip(table["code"], parents, strict=True)), called,
    )  # fmt: skip


def known_districts(boundaries: Boundaries) -> frozenset[str]:
    """Return the codes of the second-level areas at hand; none where only first levels are."""
    table = boundaries.levels.get(2)
    return frozenset() if table is None else frozenset(map(str, table["code"]))


class LowerLevels:
    """The districts and subdistricts of boundaries, made ready; false where there are none."""

    def __init__(self, boundaries: Boundaries) -> None:
        self._levels = [_read_areas(boundaries, one) for one in WORDS if one in boundaries.levels]
        firsts = boundaries.governorates[["code", "name"]]
        self._firsts = dict(firsts.itertuples(index=False, name=None))

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._levels)

    def count(self, row: Row) -> Row:
        """Return what changes of a row without a point; row: the columns of READ."""
        return _count(row, self._levels, self._firsts)


def count_on_districts(strikes: gpd.GeoDataFrame, boundaries: Boundaries) -> gpd.GeoDataFrame:
    """Count each row that is known only to a district or subdistrict on the area at hand.

    Such a row has a match of that precision, or states one by name or code where it has no place
    that is found. An area is found by code, name or Arabic name, in the area one level up where
    that is known; of several of one name none is taken. Boundaries without those levels change
    nothing.
    """
    levels = LowerLevels(boundaries)
    open_rows = (strikes["location_status"] != "located").to_numpy()
    if not levels or not open_rows.any():
        return strikes
    said = pd.DataFrame(strikes.loc[open_rows, list(READ)])
    number = said.groupby(list(READ), dropna=False, sort=False).ngroup().to_numpy()
    answers: dict[int, Row] = {}
    for at, row in zip(number, said.itertuples(index=False, name=None), strict=True):
        if at not in answers:
            told = {n: v if isinstance(v, str) else None for n, v in zip(READ, row, strict=True)}
            answers[at] = levels.count(told)
    changed = strikes.copy(deep=False)
    for name in FILLED:
        values = changed[name].astype(object).where(changed[name].notna(), None).to_numpy().copy()
        own = [
            answers[at].get(name, old) for at, old in zip(number, values[open_rows], strict=True)
        ]
        values[open_rows] = own
        changed[name] = pd.Series(values, index=changed.index, dtype="str")
    return changed


def _count(row: Row, levels: list[_Areas], firsts: Mapping[str, str]) -> Row:
    changes: Row = {}
    above = row["adm1_code"]
    for areas in levels:
        code = _recorded(row, areas, above) or _stated(row, areas, above)
        if code is None:
            above = row[f"adm{areas.level}_code"]
            continue
        changes |= _on(code, areas, levels, firsts)
        above = code
        if code != row[f"adm{areas.level}_code"] and row["precision"] not in WORDS.values():
            reason = row["match_reason"]
            counted = f"counted on {areas.call(code)}, as reported"
            changes["match_reason"] = f"{reason}; {counted}" if reason else counted
            changes["precision"] = WORDS[areas.level]
            changes["location_status"] = "area_only"
    return changes


def _recorded(row: Row, areas: _Areas, above: str | None) -> str | None:
    """Return the area at hand that a row's own code or record means."""
    code = row[f"adm{areas.level}_code"]
    if code in areas.names:
        return code
    name = row[f"adm{areas.level}_name"]
    if name is None and row["precision"] == WORDS[areas.level]:
        name = row["place_name"]
    return areas.find(name, above) if row["location_status"] == "area_only" else None


def _stated(row: Row, areas: _Areas, above: str | None) -> str | None:
    """Return the area that a row states, where nothing sharper is known of it."""
    text = row[f"{WORDS[areas.level]}_text"]
    if row["location_status"] == "area_only":
        wide = row["precision"] == "governorate" or areas.level == 3
        return areas.find(text, above) if wide and above else None
    silent = row["match_method"] == "none" and row["precision"] == "unknown"
    elsewhere = row["governorate_text"] or row["country_text"] or row["place_name"]
    says_other = (row["match_reason"] or "").startswith(("the table says", "not placed"))
    return areas.find(text, above) if silent and not elsewhere and not says_other else None


def _on(code: str, areas: _Areas, levels: list[_Areas], firsts: Mapping[str, str]) -> Row:
    """Return codes and names of an area and of those above it."""
    filled: Row = {}
    here: str | None = code
    by_level = {one.level: one for one in levels}
    for level in range(areas.level, 1, -1):
        known = by_level.get(level)
        if here is None or known is None or here not in known.names:
            return filled
        filled |= {f"adm{level}_code": here, f"adm{level}_name": known.names[here]}
        here = known.parents[here]
    if here is not None and here in firsts:
        filled |= {"adm1_code": here, "adm1_name": firsts[here]}
    return filled
