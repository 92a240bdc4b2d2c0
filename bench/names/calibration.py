"""Names with true points that scores are fitted on and held against, no name in both halves.

Names of reports (Syrian Archive, UCDP GED), OCHA's neighbourhoods by their bare names, and OCHA's
communities, looked up without OCHA's table so that many are on no list: what makes scores false.
Each is asked with its governorate and without; six of a hundred governorates are misstated.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import pandas as pd

from bench.names.reference_names import (
    OCHA,
    REFERENCE,
    RIGHT_KM,
    PlacedName,
    apart_km,
    read_archive,
    read_ucdp,
)
from gazetteer import Gazetteer, Match
from gazetteer.spelling.names import fold, is_arabic

__all__ = ["Answer", "ask_all", "is_held_out", "print_calibration", "read_neighbourhoods"]

BAND = 0.05
FEW = 100  # names; a band of fewer says little
MISSTATED = 6  # of 100 governorates
COMMUNITY = 0.25  # the weight of a community of OCHA: reports name few of them


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to a name: whether it is right, and how much the name weighs."""

    name: PlacedName
    match: Match
    right: bool
    weight: float
    selected: bool  # the pack alone was asked


def is_held_out(name: str) -> bool:
    """Say whether a name is kept for measuring."""
    return zlib.crc32(fold(name).encode()) % 2 == 1


def read_neighbourhoods() -> list[PlacedName]:
    """Return OCHA's neighbourhoods by both names, with their governorates."""
    import geopandas as gpd

    areas = gpd.read_file(REFERENCE / "ocha_boundaries" / "syr_neighbourhoods_unocha_20201217.shp")
    centres = areas.to_crs(32637).centroid.to_crs(4326)
    return [
        PlacedName(row[name], point.x, point.y, row["ADM1_EN"])
        for row, point in zip(areas.to_dict("records"), centres, strict=True)
        for name in ("NAME_EN", "NAME_AR")
    ]


def _read_communities() -> list[PlacedName]:
    rows = pd.read_csv(OCHA).dropna(subset=["Latitude_y", "Longitude_x"])
    return [
        PlacedName(row[name], row["Longitude_x"], row["Latitude_y"], row["admin1Name_en"])
        for row in rows[rows["location_type"] == "Community"].to_dict("records")
        for name in ("admin4Name_en", "admin4Name_ar")
        if isinstance(row[name], str)
    ]


def ask_all(full: Gazetteer, unlisted: Gazetteer, pack: Gazetteer) -> Iterator[Answer]:
    """Yield every answer with a point and a score.

    full: with all tables; unlisted: without OCHA's, which its communities are asked of.
    """
    archive = (read_archive(column, governorates=True) for column in ("loc_en", "loc_ar"))
    reported = [*chain.from_iterable(archive), *read_ucdp(), *read_neighbourhoods()]
    communities = _read_communities()
    for gazetteer, selected in ((full, False), (pack, True)):
        yield from _ask(gazetteer, reported, 1.0, selected=selected)
    for gazetteer, selected in ((unlisted, False), (pack, True)):
        yield from _ask(gazetteer, communities, COMMUNITY, selected=selected)


def _ask(
    gazetteer: Gazetteer, names: Sequence[PlacedName], weight: float, *, selected: bool
) -> Iterator[Answer]:
    areas = [place.name for place in gazetteer.governorates]
    for name in names:
        for stated in dict.fromkeys((None, _state(name, areas))):
            match = gazetteer.match(name.name, stated)
            if match.lon is not None and match.lat is not None and match.score is not None:
                right = apart_km(name, match.lon, match.lat) <= _reach(match)
                yield Answer(replace(name, governorate=stated), match, right, weight, selected)


def _reach(match: Match) -> float:
    """Return how far from its point an answer is right: within its circle where it is a circle."""
    is_circle = match.precision in ("near", "area")
    return max(RIGHT_KM, match.uncertainty_km or 0.0) if is_circle else RIGHT_KM


def _state(name: PlacedName, areas: Sequence[str]) -> str | None:
    """Return the governorate that is stated of a name: its own, or for a few another."""
    drawn = zlib.crc32(f"stated {name.name} {name.lon}".encode())
    if name.governorate and drawn % 100 < MISSTATED:
        return areas[drawn // 100 % len(areas)]
    return name.governorate


def print_calibration(answers: Iterable[Answer]) -> None:
    """Print for names held out how often each band of scores is right, by what was asked."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if is_held_out(answer.name.name):
            groups["all"].append(answer)
            groups[_group_of(answer)].append(answer)
    print(
        "\nScores of held-out names; right is within 5 km, or in the circle of near "
        "and area; a community weighs a quarter"
    )
    for group, own in groups.items():
        _print_bands(group, own)


def _group_of(answer: Answer) -> str:
    script = "Arabic" if is_arabic(answer.name.name) else "English"
    listed = "pack alone" if answer.selected else "with tables"
    return (
        f"{script}, {listed}, governorate {'stated' if answer.name.governorate else 'not stated'}"
    )


def _print_bands(group: str, answers: Sequence[Answer]) -> None:
    bands: dict[int, list[Answer]] = defaultdict(list)
    for answer in answers:
        bands[min(round(1 / BAND) - 1, int((answer.match.score or 0.0) / BAND + 1e-9))].append(
            answer
        )
    every = sum(answer.weight for answer in answers)
    print(f"\n{group}\nscore        names   mean score   right")
    error, off, counted = 0.0, 0, 0
    for at, own in sorted(bands.items()):
        weight = sum(answer.weight for answer in own)
        stated = sum(a.weight * (a.match.score or 0.0) for a in own) / weight
        right = sum(a.weight * a.right for a in own) / weight
        error += abs(stated - right) * weight / every
        counted += len(own) >= FEW
        is_off = len(own) >= FEW and abs(stated - right) > BAND
        off += is_off
        band = f"{at * BAND:.2f}-{(at + 1) * BAND:.2f}"
        print(f"{band} {len(own):8,} {stated:12.3f} {right:7.3f}{'  off' if is_off else ''}")
    print(f"expected calibration error {error:.3f}; {off} of {counted} bands of {FEW} names off")
