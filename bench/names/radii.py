"""How often the radius of an answer holds the true point, by its precision, rung and kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bench.names.reference_names import PlacedName, apart_km
from gazetteer import Gazetteer, Match

__all__ = ["print_radii"]

PROMISED = 0.9
FEW = 10  # answers; fewer say nothing
FAR_KM = 50.0  # farther off, another place is meant, which no radius mends

Answer = tuple[float, float]  # distance from the true point, radius, km


def print_radii(gazetteer: Gazetteer, names: Sequence[PlacedName]) -> None:
    """Print the share held, the usual radius, and the one that would hold nine in ten."""
    groups: dict[str, list[Answer]] = defaultdict(list)
    for name in names:
        match = gazetteer.match(name.name, name.governorate)
        if match.lon is None or match.lat is None or match.uncertainty_km is None:
            continue
        apart = apart_km(name, match.lon, match.lat)
        if apart <= FAR_KM:
            for group in _groups_of(match):
                groups[group].append((apart, match.uncertainty_km))
    print(f"\nRadii: share held of answers at most {FAR_KM:.0f} km off ({PROMISED:.0%} promised)")
    print(f"{'':34}  held  radius  holds 9 in 10  answers")
    for line in _lines(groups.items()):
        print(line)


def _groups_of(match: Match) -> Iterator[str]:
    yield f"precision {match.precision}"
    yield f"  {match.precision} by {match.method}"
    if match.place is not None:
        yield f"    {match.precision} by {match.method}, {match.place.kind}"


def _lines(groups: Iterable[tuple[str, list[Answer]]]) -> Iterator[str]:
    for group, answers in sorted(groups, key=lambda item: _by_words(item[0])):
        if len(answers) < FEW:
            continue
        apart, radius = np.array(answers).T
        yield (
            f"{group:34} {np.mean(apart <= radius):5.1%} {np.median(radius):7.1f} "
            f"{np.quantile(apart, PROMISED):14.1f} {len(answers):8,}"
        )


def _by_words(group: str) -> list[str]:
    return [word.strip(",") for word in group.split() if word not in ("precision", "by")]
