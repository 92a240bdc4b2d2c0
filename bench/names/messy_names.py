"""Rows of a made-up incident list: a place written in one of the forms that such lists use.

The point of a row is the place's own, moved as the words say: north of it, between two, near it.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bench.names.messy_places import Target
from bench.names.messy_spelling import misspell, write_arabic, write_latin
from bench.names.reference_names import PlacedName, apart_km

__all__ = ["MessyName", "write_names"]

KM_PER_DEGREE = 111.2
SIDES = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}
ARABIC_SIDES = {"شمال": (0, 1), "جنوب": (0, -1), "شرق": (1, 0), "غرب": (-1, 0)}
PAIRED_KM = 12.0  # how far apart the places of one cell lie
ABSENT, MISSPELT, MISSTATED = 0.14, 0.06, 0.02  # of rows, by their stated governorate

# Form -> how often. x: the place; g: its governorate; s: its subdistrict; t: its town; y: another
# place near it. The point is moved that way after @, a few km anywhere after ~, to the east after
# >, halfway to the other after =.
ENGLISH: dict[str, dict[str, float]] = {
    "community": {
        "{x}": 40, "{x} village": 5, "{x} town": 5, "town of {x}": 3, "village of {x}": 2,
        "{x} city": 2, "{x}, {s}": 5, "{x} ({g})": 4, "{x} - {s}": 3, "{g}: {x}": 3, "{x}, {g}": 6,
        "{x} city center": 1, "{x} countryside": 2, "~near {x}": 3, "~outskirts of {x}": 2,
        "{x} and {y}": 3, "@north of {x}": 2, "={x}-{y} road": 1, "=between {x} and {y}": 1.5,
        ">{x}s eastern countryside": 1, "{x} hospital": 1.5, "{x} market": 1, "{x} camp": 0.7,
        "{x}, {s}, {g}": 3, "{x}, {g} countryside": 2, "{x} in {g} countryside": 2,
        "the town of {x} in {g}": 1, "{x} area": 1, "~vicinity of {x}": 1, "{x} (village)": 1,
        "{x}, {g} Governorate": 2, "{x} / {x2}": 1.5, "{x} subdistrict": 0.7,
        "{g} countryside: {x}": 1.5, "{g} - {x}": 1.5, "{x}, Syria": 1, "around {x}": 0.7,
        "southern {x}": 0.7,
    },
    "neighbourhood": {
        "{x}": 20, "{x} neighbourhood": 14, "{x} neighborhood, {t}": 14, "{x}, {t}": 16,
        "{t} - {x}": 9, "{t}: {x}": 5, "{t}, {x}": 4, "{x} ({t})": 6, "{x} neighborhood of {t}": 4,
        "{x} district": 3, "{x} district, {t}": 3, "{x} quarter": 2, "{t} city - {x}": 3,
        "{x} neighborhood in {t} city": 2,
    },
    "facility": {"{x}": 60, "~near {x}": 15, "{x}, {g}": 15, "{x} ({g})": 10},
}  # fmt: skip
ARABIC: dict[str, dict[str, float]] = {
    "community": {
        "{x}": 42, "مدينة {x}": 7, "بلدة {x}": 7, "قرية {x}": 6, "{x} - {g}": 4, "{g} - {x}": 4,
        "{x}، {s}": 3, "ريف {x}": 2, "~محيط {x}": 2, "~أطراف {x}": 2, "=بين {x} و{y}": 1.5,
        "@شمال {x}": 2, "{x} و{y}": 2, "بلدتي {x} و{y}": 1, "ب{x}": 1, "{g}: {x}": 3,
        "{x} بريف {g}": 4, "بلدة {x} في ريف {g}": 2, "ريف {g} - {x}": 2, "مشفى {x}": 1,
        "مخيم {x}": 0.7, "سوق {x}": 0.7, "ناحية {x}": 0.7, "{x} ({g})": 2, "مدينة {x} وريفها": 0.7,
        "~قرب {x}": 1, "قرية {x} شرقي {s}": 1, "ريف {g} / {x}": 1,
    },
    "neighbourhood": {
        "{x}": 20, "حي {x}": 24, "حي {x} في {t}": 10, "{x} - {t}": 10, "{t} - {x}": 12,
        "{t} - حي {x}": 8, "{t}: {x}": 5, "حي {x} بمدينة {t}": 6, "{x} ({t})": 5,
    },
    "facility": {"{x}": 70, "~محيط {x}": 15, "{x} - {g}": 15},
}  # fmt: skip

# OCHA's governorates as English lists write them.
GOVERNORATES = {
    "Rural Damascus": ("Rif Dimashq", "Damascus Countryside", "Rural Damascus"),
    "Deir-ez-Zor": ("Deir Ezzor", "Deir ez-Zor", "Der Ezzor"), "Idleb": ("Idlib", "Edlib"),
    "Al-Hasakeh": ("Hasakah", "Al Hasakah", "Hassakeh"), "Ar-Raqqa": ("Raqqa", "Al-Raqqa"),
    "Dar'a": ("Daraa", "Dara", "Deraa"), "Hama": ("Hamah", "Hama"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MessyName:
    """A name as a list has it, what it was made of, and its form."""

    named: PlacedName
    target: Target
    form: str


def write_names(
    targets: Sequence[Target], count: int, seed: int, *, arabic: bool
) -> list[MessyName]:
    """Return that many rows, the same for the same seed."""
    chance = random.Random(seed)
    chosen = chance.choices(targets, [target.weight for target in targets], k=count)
    beside = [t for t in targets if t.kind == "community" and t.weight > 1e-4]
    return [_write_row(target, beside, chance, arabic=arabic) for target in chosen]


def _write_row(
    target: Target, beside: Sequence[Target], chance: random.Random, *, arabic: bool
) -> MessyName:
    forms = (ARABIC if arabic else ENGLISH)[target.kind]
    form = chance.choices(list(forms), list(forms.values()))[0]
    other = _find_other(target, beside, chance) if "{y}" in form else None
    if "{y}" in form and other is None:
        form = "{x}"
    text = _fill(form.lstrip("@~=>"), target, other, chance, arabic=arabic)
    text, moved = _turn(text, form, chance, arabic=arabic)
    lon, lat = _move(target, form, other, moved, chance)
    stated = _state(target, beside, chance, arabic=arabic)
    return MessyName(PlacedName(text, lon, lat, stated), target, form)


def _find_other(target: Target, beside: Sequence[Target], chance: random.Random) -> Target | None:
    """Return another reported place near by."""
    at = PlacedName("", target.lon, target.lat)
    near = [t for t in beside if 1.5 < apart_km(at, t.lon, t.lat) <= PAIRED_KM]
    return chance.choices(near, [t.weight for t in near])[0] if near else None


def _fill(
    form: str, target: Target, other: Target | None, chance: random.Random, *, arabic: bool
) -> str:
    said = 1 if arabic else 0
    write = write_arabic if arabic else write_latin
    name = _drop_qualifier((target.english, target.arabic)[said], chance)
    facility = target.kind == "facility"
    fields = {
        "{x}": name if facility else write(name, chance),
        "{x2}": write(name, chance),
        "{y}": write((other.english, other.arabic)[said], chance) if other else "",
        "{g}": _name_governorate(target, chance, arabic=arabic),
        "{s}": write(target.subdistrict[said] or target.governorate[said], chance),
        "{t}": target.town[said],
    }
    for key, value in fields.items():
        form = form.replace(key, value)
    return form


def _drop_qualifier(name: str, chance: random.Random) -> str:
    """Return "X" of "X - Y" and "X (Y)" as lists mostly say it."""
    head = re.split(r" - | / |\s*\(", name)[0].strip()
    return head if len(head) > 2 and chance.random() < 0.7 else name


def _name_governorate(target: Target, chance: random.Random, *, arabic: bool) -> str:
    english, named = target.governorate
    if arabic:
        return named
    return chance.choice(GOVERNORATES.get(english, (english,)))


def _turn(
    text: str, form: str, chance: random.Random, *, arabic: bool
) -> tuple[str, tuple[int, int]]:
    """Return a text with one of four directions for the one of its form, and that direction."""
    if not form.startswith("@"):
        return text, (0, 0)
    sides, said = (ARABIC_SIDES, "شمال") if arabic else (SIDES, "north")
    side = chance.choice(list(sides))
    return text.replace(said, side, 1), sides[side]


def _move(
    target: Target, form: str, other: Target | None, side: tuple[int, int], chance: random.Random
) -> tuple[float, float]:
    if form.startswith("=") and other is not None:
        return (target.lon + other.lon) / 2, (target.lat + other.lat) / 2
    if form[0] == ">":
        return target.lon + chance.uniform(2.0, 9.0) / KM_PER_DEGREE, target.lat
    if form[0] not in "@~":
        return target.lon, target.lat
    km = chance.uniform(1.5, 4.0) if form[0] == "@" else chance.uniform(0.5, 2.5)
    angle = math.atan2(side[1], side[0]) if form[0] == "@" else chance.uniform(0, math.tau)
    east, north = km * math.cos(angle), km * math.sin(angle)
    wide = KM_PER_DEGREE * math.cos(math.radians(target.lat))
    return target.lon + east / wide, target.lat + north / KM_PER_DEGREE


def _state(
    target: Target, beside: Sequence[Target], chance: random.Random, *, arabic: bool
) -> str | None:
    """Return the governorate as the row states it, or none, or that of another place."""
    drawn = chance.random()
    if drawn < ABSENT:
        return None
    if drawn < ABSENT + MISSTATED:
        target = chance.choice(beside)
    name = _name_governorate(target, chance, arabic=arabic)
    if drawn > 1 - MISSPELT:
        return misspell(name, chance)
    if not arabic and chance.random() < 0.2:
        return f"{name} {chance.choice(('Governorate', 'governorate', 'Province'))}"
    return f"محافظة {name}" if arabic and chance.random() < 0.2 else name
