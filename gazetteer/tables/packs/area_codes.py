"""Codes of first-level areas: an added table's own ones become those of the pack that ships."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gazetteer.tables.draft import Draft
from gazetteer.tables.merge import GovernorateFinder

__all__ = ["settle_codes"]

_NAMED_BY = re.compile(r"GeoNames admin1 (\S+)")  # among the sources of a pack's area
LEAST_SHARED = 3  # places that both tables have, before they say which area is which
MOSTLY = 0.6  # of them


def settle_codes(pack: Sequence[Draft], table: Sequence[Draft]) -> None:
    """Give the first-level areas of an added table, and what lies in them, the pack's codes.

    In place. An area is the pack's by its code, by GeoNames' code among the pack's sources, by
    name, or by where the places that both have lie. What is none of the pack's stays as it is.
    """
    known = [one for one in pack if one.kind == "governorate" and one.adm1_code]
    ours = {one.adm1_code for one in known}
    if not ours:
        return
    finder = GovernorateFinder(known)
    by_source = {code: one.adm1_code for one in known
                 for source in one.sources for code in _NAMED_BY.findall(source)}  # fmt: skip
    usual = _usual_codes(pack, table)
    settled: dict[str, str] = {}
    for name, code in _areas_of(table):
        if code in ours:
            continue
        found = by_source.get(code or "") or (finder.find_code(name) if name else None)
        found = found or usual.get(code or "") or usual.get(name or "")
        if found and code:
            settled[code] = found
        elif found and name:
            settled[name] = found
    for row in table:
        found = settled.get(row.adm1_code or row.adm1_name or "")
        if found is None:
            continue
        if row.kind == "governorate":
            row.place_id = found
        row.adm1_code = found


def _areas_of(table: Sequence[Draft]) -> list[tuple[str | None, str | None]]:
    """Return the name and code of each first-level area that a table has or names."""
    found: dict[tuple[str | None, str | None], None] = {}
    for row in table:
        name = row.name if row.kind == "governorate" else row.adm1_name
        if row.adm1_code or name:
            found[(name, row.adm1_code)] = None
    return list(found)


def _usual_codes(pack: Sequence[Draft], table: Sequence[Draft]) -> dict[str, str]:
    """Return the pack's code by a table's code, or name without one, of the places of both."""
    codes = {one.gn_id or one.place_id: one.adm1_code for one in pack if one.adm1_code}
    shared: dict[str, Counter[str]] = {}
    for row in table:
        key, theirs = row.gn_id or row.place_id, row.adm1_code or row.adm1_name
        own = codes.get(key) or codes.get(f"gn:{key}")
        if theirs and own and row.kind != "governorate":
            shared.setdefault(theirs, Counter())[own] += 1
    usual = {}
    for theirs, counted in shared.items():
        code, count = counted.most_common(1)[0]
        if count >= LEAST_SHARED and count > MOSTLY * counted.total():
            usual[theirs] = code
    return usual
