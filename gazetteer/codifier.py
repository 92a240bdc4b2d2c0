"""Codifier: the settlements of a country by its official list, which knows areas and no points.

`data/<country>/codifier.csv`, built by `tools/packs/build_codifier.py`: what is called alike once
spelling is set aside, and for each settlement its rank and the code of its district.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gazetteer.spelling.names import fold, glue

__all__ = ["RANKS", "Codifier", "Settlement", "load_codifier", "write_key"]

DATA = Path(__file__).parent / "data"
RANKS = "VTC"  # village, town (of urban type), city: each above the one before
_AGAIN = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement of the official list."""

    rank: str  # one of RANKS
    adm2_code: str  # of the district that holds it


class Codifier:
    """The settlements of a country by what they are called."""

    def __init__(self, rows: Mapping[str, str]) -> None:
        """Take for each key its settlements, as the file writes them: "V UA3208|T UA1204"."""
        self._rows = rows

    def find(self, name: str) -> tuple[Settlement, ...]:
        """Return the settlements that a name may mean, in any script; none: empty."""
        cell = self._rows.get(write_key(name), "")
        return tuple(Settlement(*one.split()) for one in cell.split("|") if one)


def write_key(name: str) -> str:
    """Return a name with what Latin, Ukrainian and Russian spellings of it write differently.

    Г is h or g, И is y or i, Я is ya or ia, and a letter is written twice or once.
    """
    return _AGAIN.sub(r"\1", glue(fold(name)).replace("y", "i").replace("g", "h"))


@lru_cache
def load_codifier(country: str) -> Codifier | None:
    """Load the official list of a country, by two letters; None where none ships."""
    path = DATA / country.lower() / "codifier.csv"
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", newline="") as file:
        return Codifier(dict(list(csv.reader(file))[1:]))
