"""Every hostile input, and how many there are of each kind and door."""

from __future__ import annotations

from collections import Counter

from hostile import archives, damage, databases, digits, drivers, sizes
from hostile.case import Case

KINDS = {
    "drivers": "texts and archives that name files, servers or programs to GDAL",
    "digits": "footnote marks, fractions and other signs that look like figures",
    "sizes": "long, deep, wide and endless texts, pipes, devices, links",
    "archives": "bombs, locked and damaged archives; workbooks, Word files, mails, PDFs",
    "databases": "views, triggers and damage in GeoPackage, MBTiles and PMTiles",
    "damage": "values and shapes that one command takes and the next breaks on",
}


def list_all(address: str) -> list[Case]:
    """address: of a server that must hear nothing."""
    return [
        *drivers.list_cases(address),
        *digits.list_cases(),
        *sizes.list_cases(),
        *archives.list_cases(),
        *databases.list_cases(),
        *damage.list_cases(),
    ]


def draw_counts() -> str:
    """Return a table in Markdown: a row for each kind."""
    cases = list_all("http://127.0.0.1:9")
    inputs = Counter(case.kind for case in cases)
    doors = {kind: len({case.door for case in cases if case.kind == kind}) for kind in KINDS}
    rows = [f"| {what} | {inputs[kind]} | {doors[kind]} |" for kind, what in KINDS.items()]
    whole = f"| all | {len(cases)} | {len({case.door for case in cases})} |"
    return "\n".join(["| inputs | number | doors |", "|---|---|---|", *rows, whole])
