"""Spelling variants of Who's On First, each held out of the index and looked up.

What no spelling can give is counted beside them: another place more than 5 km off bears exactly
that spelling, or one as near (in the stated governorate, if one is stated); or the variant is
altogether another name, without a listed spelling that shares its consonants ("Turbe Sipi" for
Al Qahtaniyah, Turkish and Kurdish names beside Arabic ones, a bird's name).
"""

from __future__ import annotations

import json
import math
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from bench.names.reference_names import RIGHT_KM, WOF, PlacedName, apart_km
from gazetteer import Gazetteer, Place
from gazetteer.matching.candidates import Query
from gazetteer.matching.scoring import measure_units
from gazetteer.spelling.names import fold, is_arabic

__all__ = ["count_hopeless", "leave_out", "read_variants"]


def read_variants(share: int = 5, part: int = 0) -> tuple[list[PlacedName], dict[str, set[str]]]:
    """Return a part of Who's On First's spelling variants, and what to leave out for them."""
    names: list[PlacedName] = []
    left_out: defaultdict[str, set[str]] = defaultdict(set)
    for row in pd.read_csv(WOF).to_dict("records"):
        place_id = f"gn:{int(row['gn_id'])}" if row["gn_id"] == row["gn_id"] else None
        if place_id is None or row["placetype"] != "locality":
            continue
        main = {fold(str(row["name"])), fold(str(row["gn_name"]))}
        for text in _variants_of(row):
            folded = fold(text)
            chosen = zlib.crc32(f"{place_id}{folded}".encode()) % share == part
            if chosen and folded not in main and folded not in left_out[place_id]:
                left_out[place_id].add(folded)
                region = row["region"] if isinstance(row["region"], str) else None
                names.append(PlacedName(text, row["lon"], row["lat"], region, 1, place_id))
    return names, left_out


def _variants_of(row: dict[str, object]) -> Iterable[str]:
    if isinstance(row["all_names"], str):
        for values in json.loads(row["all_names"]).values():
            yield from (v for v in values if is_arabic(v) or fold(v).isascii())


def leave_out(gazetteer: Gazetteer, left_out: dict[str, set[str]]) -> Gazetteer:
    """Return a gazetteer whose places lack the spellings left out for their points."""
    gone = {(gid, folded) for gid, several in left_out.items() for folded in several}
    ids = {gid.removeprefix("gn:"): gid for gid in left_out}

    def keep(place: Place) -> Place:
        own = place.place_id if place.place_id in left_out else ids.get(_gn_of(place) or "")
        if own is None:
            return place
        spellings = tuple(s for s in place.spellings if (own, fold(s)) not in gone)
        return replace(place, spellings=spellings)

    return Gazetteer(
        gazetteer.country, [keep(place) for place in gazetteer.places], lists_whole_country=True
    )


def _gn_of(place: Place) -> str | None:
    for text in (place.place_id, *place.sources):
        if found := re.search(r"(?:gn:|GeoNames )(\d+)", text):
            return found[1]
    return None


def count_hopeless(gazetteer: Gazetteer, names: Sequence[PlacedName]) -> tuple[float, float]:
    """Return the shares of names that another place bears as well, or that no spelling is near."""
    shared = other = 0
    for name in names:
        area = gazetteer.find_governorate(name.governorate)
        query = Query(fold(name.name))
        own = rival = math.inf
        for unit, row in measure_units(gazetteer.index, query).items():
            for at in gazetteer.index.owners[unit]:
                place, far = gazetteer.places[at], row[0] + row[1]
                if place.lon is None or place.lat is None:
                    continue
                if apart_km(name, place.lon, place.lat) <= RIGHT_KM:
                    own = min(own, far)
                elif area is None or place.adm1_code in (None, area.adm1_code):
                    rival = min(rival, far)
        shared += own < math.inf and rival <= own
        other += own == math.inf
    return shared / len(names), other / len(names)
