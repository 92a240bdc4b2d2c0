"""How many spellings a second that were never asked before, what is built once being built.

OCHA's communities by other hands (bench/names/messy_spelling.py), each spelling once, by the name
alone and with its governorate. Other work on the machine slows it down: the best of three sets
that share no spelling, in seconds of processor time.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping

import pandas as pd

from bench.names.messy_spelling import write_arabic, write_latin
from bench.names.reference_names import OCHA
from gazetteer import Gazetteer

__all__ = ["print_unseen"]

NAMES, SETS = 2_000, 3
# One name for each thing that is built when it is first needed.
FIRST = (
    "Kafr Bazzit", "كفر بزيت", "10 km north of Ariha", "northern Idlib", "Zahraa", "Ariha district",
    "Idlib: Ariha", "X airport", "Ariha and Binnish", "Ariha, Idlib",
)  # fmt: skip


def print_unseen(gazetteers: Mapping[str, Gazetteer]) -> None:
    """Print the rates of every gazetteer by script, the name alone and with its governorate."""
    print(f"\nDistinct spellings never asked before, best of {SETS} sets of {NAMES:,}, a second")
    for label, gazetteer in gazetteers.items():
        began = time.process_time()
        for name in FIRST:
            gazetteer.match(name, district="Ariha")
        built = time.process_time() - began
        rates = {
            said: _rate_best(gazetteer, arabic=arabic, stated=stated)
            for said, arabic, stated in (
                ("Latin", False, False), ("governorate stated", False, True),
                ("Arabic", True, False), ("governorate stated ", True, True),
            )
        }  # fmt: skip
        told = ", ".join(f"{said.strip()} {rate:,.0f}" for said, rate in rates.items())
        print(f"{label}: {told}; the rest that is built once {built:.2f} s")


def _rate_best(gazetteer: Gazetteer, *, arabic: bool, stated: bool) -> float:
    spelled = _spell(arabic=arabic, seed=2 * arabic + stated)
    return max(
        _rate(gazetteer, spelled[at * NAMES : (at + 1) * NAMES], stated=stated)
        for at in range(SETS)
    )


def _rate(gazetteer: Gazetteer, names: list[tuple[str, str]], *, stated: bool) -> float:
    began = time.process_time()
    for name, governorate in names:
        gazetteer.match(name, governorate if stated else None)
    return len(names) / (time.process_time() - began)


def _spell(*, arabic: bool, seed: int) -> list[tuple[str, str]]:
    """Return distinct spellings with their governorates, the same for the same seed."""
    rows = pd.read_csv(OCHA)
    rows = rows[rows["location_type"] == "Community"]
    column, write = ("admin4Name_ar", write_arabic) if arabic else ("admin4Name_en", write_latin)
    listed = list(rows[[column, "admin1Name_en"]].dropna().itertuples(index=False, name=None))
    chance, found = random.Random(seed), dict[str, str]()
    while len(found) < NAMES * SETS:
        name, governorate = chance.choice(listed)
        found.setdefault(write(name, chance), governorate)
    return list(found.items())
