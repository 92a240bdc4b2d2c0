"""Names with known points as samples that the ladder's weights are fitted on (`build_weights`)."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bench.names.calibration import read_neighbourhoods
from bench.names.held_out import leave_out, read_variants
from bench.names.reference_names import (
    OCHA,
    RIGHT_KM,
    WOF,
    PlacedName,
    apart_km,
    read_archive,
    read_ucdp,
)
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.matching.candidates import Query
from gazetteer.matching.evidence import compare_governorates
from gazetteer.matching.scoring import (
    PLACE_FEATURES,
    SPELLING_FEATURES,
    measure_place,
    measure_surroundings,
    measure_units,
)
from gazetteer.places import AREA_KINDS
from gazetteer.spelling.names import clean
from gazetteer.spelling.parts import read_parts

__all__ = [
    "FEATURES",
    "NOTHING",
    "START",
    "Floats",
    "Sample",
    "Setting",
    "list_settings",
    "sample_names",
]

Floats = npt.NDArray[np.float64]

EVIDENCE = ("governorate", "other_governorate", "related_governorate", "border_governorate")
NOTHING = ("nothing", "nothing_length", "nothing_unlisted")
FEATURES = (*SPELLING_FEATURES, *PLACE_FEATURES, *EVIDENCE, *NOTHING)
START = {
    "sound": -17.0, "other_sound": -17.0, "other_script": 0.8, "inexact": -0.9, "foreign": -0.5,
    "joined": -1.0,
    "near_skeleton": -0.4, "renown": 0.4, "sources": 0.2, "surroundings": 0.2, "wider": 1.0,
    "neighbourhood": -0.5, "governorate": 1.9, "other_governorate": -1.8,
    "related_governorate": 0.3, "border_governorate": -0.7, "nothing": 1.0, "nothing_length": -2.4,
    "nothing_unlisted": 0.0,
}  # fmt: skip
WRONG = 0.06  # of the governorates that are stated


@dataclass(frozen=True, slots=True)
class Sample:
    """A name's candidates: a row of features each, whether each is right, and its weight."""

    kind: str
    name: str
    weight: float
    candidates: Floats
    right: Floats
    nothing: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """Names looked up in one gazetteer, how much each weighs and how many state a governorate."""

    kind: str
    gazetteer: Gazetteer
    names: Sequence[PlacedName]
    weight: float  # of a name; of a report's name times the root of its rows
    stated: float


def list_settings(full: Gazetteer, pack: Gazetteer) -> list[Setting]:
    """Return what is looked up where."""
    ocha, wof = load_gazetteer("sy", extra=[OCHA]), load_gazetteer("sy", extra=[WOF])
    english, arabic = (read_archive(c, governorates=True) for c in ("loc_en", "loc_ar"))
    archive, ucdp = [*english, *arabic], read_ucdp()
    variants, left_out = read_variants(5, 1)
    random.Random(1).shuffle(variants)  # noqa: S311 - a fixed shuffle, no secret
    return [
        Setting("ucdp", full, ucdp, 1.0, 0.5),
        Setting("archive", full, archive, 1.0, 0.3),
        Setting("ucdp, pack alone", pack, ucdp, 1.0, 0.5),
        Setting("archive, pack alone", pack, archive, 1.0, 0.3),
        Setting("neighbourhoods", full, read_neighbourhoods(), 1.0, 0.3),
        Setting("wof names in ocha", ocha, _read_wof(), 0.4, 0.5),
        Setting("ocha names in wof", wof, _read_ocha(), 0.4, 0.5),
        Setting("variants", leave_out(full, left_out), variants[:3000], 0.3, 0.5),
    ]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _read_wof() -> list[PlacedName]:
    rows = pd.read_csv(WOF)
    rows = rows[rows["placetype"] == "locality"].sample(2500, random_state=1)
    return [
        PlacedName(row["name"], row["lon"], row["lat"], _text(row["region"]))
        for row in rows.to_dict("records")
    ]


def _read_ocha() -> list[PlacedName]:
    rows = pd.read_csv(OCHA).sample(2500, random_state=1).to_dict("records")
    return [
        PlacedName(row[name], row["Longitude_x"], row["Latitude_y"], row["admin1Name_en"])
        for name, several in (("admin4Name_en", rows), ("admin4Name_ar", rows[:1200]))
        for row in several
    ]


def sample_names(setting: Setting, chance: random.Random) -> list[Sample]:
    """Return the samples of a setting's names that have candidates."""
    around = measure_surroundings(setting.gazetteer.places)
    areas = [place.name for place in setting.gazetteer.governorates]
    found = []
    for placed in setting.names:
        stated = placed.governorate if chance.random() < setting.stated else None
        if stated and chance.random() < WRONG:
            stated = chance.choice(areas)
        sample = _sample(setting, placed, stated, around)
        if sample is not None:
            found.append(sample)
    return found


def _sample(
    setting: Setting, placed: PlacedName, stated: str | None, around: Sequence[float]
) -> Sample | None:
    gazetteer = setting.gazetteer
    query = Query(read_parts(clean(placed.name)).head)
    context = gazetteer.read_context(stated)
    best: dict[int, tuple[float, tuple[float, ...], int]] = {}
    worth = [START[name] for name in SPELLING_FEATURES]
    for unit, row in measure_units(gazetteer.index, query).items():
        odds = float(np.dot(worth, row))
        for at in gazetteer.index.owners[unit]:
            if at not in best or odds > best[at][0]:
                best[at] = (odds, row, len(gazetteer.index.glued[unit]))
    rows, right = [], []
    for at, (_, row, _) in best.items():
        place = gazetteer.places[at]
        if place.kind not in AREA_KINDS and place.lon is not None and place.lat is not None:
            compared = compare_governorates(place, context)
            agreement = (float(name == compared) for name in EVIDENCE)
            rows.append([*row, *measure_place(place, around[at]), *agreement])
            right.append(float(apart_km(placed, place.lon, place.lat) <= RIGHT_KM))
    if not rows:
        return None
    weight = setting.weight * math.sqrt(placed.rows)
    length, selected = max(best.values())[2] / 10, float(not gazetteer.lists_whole_country)
    return Sample(setting.kind, placed.name, weight, np.array(rows), np.array(right),
                  (1.0, length, selected))  # fmt: skip
