"""Names of the world: countries with their codes, cities and regions elsewhere."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["WorldName", "country_name", "find_iso3", "world_names"]

NAMES = Path(__file__).parent / "data" / "world" / "names.csv"


@dataclass(frozen=True, slots=True)
class WorldName:
    """A country, region, city or site of the world; kind says which. No point: only known as."""

    name: str
    kind: str  # country, region, city, site
    country: str | None  # ISO 3166 two-letter code
    spellings: tuple[str, ...]  # the name itself first, Arabic included


@cache
def world_names() -> tuple[WorldName, ...]:
    """Return every name of the world that is known, countries first."""
    with NAMES.open(encoding="utf-8", newline="") as file:
        return tuple(
            WorldName(row["name"], row["kind"], row["country"] or None, _spellings(row))
            for row in csv.DictReader(file)
        )


def _spellings(row: dict[str, str]) -> tuple[str, ...]:
    written = [row["name"], row["name_ar"], *row["spellings"].split("|")]
    return tuple(dict.fromkeys(name.strip() for name in written if name.strip()))


@cache
def _codes() -> dict[str, tuple[str, str]]:
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["iso3"]]
    return {row["country"]: (row["iso3"], row["name"]) for row in rows}


def find_iso3(country: str) -> str | None:
    """Return the three-letter code of a two-letter one; None where no country has it."""
    return _codes().get(country.upper(), (None, None))[0]


def country_name(country: str | None) -> str | None:
    """Return the English name of a country by its two-letter code."""
    return _codes().get((country or "").upper(), (None, None))[1]
