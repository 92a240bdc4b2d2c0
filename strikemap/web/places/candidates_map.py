"""A small map of a name's candidates: numbered, over the outlines of the areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import shapely

from gazetteer import Place
from geo.land.boundaries import Boundaries

__all__ = ["WIDTH", "draw_candidates"]

WIDTH, HEIGHT, MARGIN = 460, 300, 16  # CSS pixels
LEAST_DEGREES = 1.2  # shown at least, so that one candidate stands among its areas
SIMPLE = 0.01  # degrees; finer outlines are not seen
RADIUS = 9


def draw_candidates(places: Sequence[Place], boundaries: Boundaries) -> str:
    """Return an SVG picture of places that have a point, by their numbers from 1; "" for none.

    Only numbers and outlines are in it: no text of a table.
    """
    points = [
        (number, place.lon, place.lat)
        for number, place in enumerate(places, start=1)
        if place.lon is not None and place.lat is not None
    ]
    if not points:
        return ""
    box = _frame([lon for _, lon, _ in points], [lat for _, _, lat in points])
    scale = min((WIDTH - 2 * MARGIN) / (box[2] - box[0]), (HEIGHT - 2 * MARGIN) / (box[3] - box[1]))
    room = MARGIN / scale
    shown = shapely.box(box[0] - room, box[1] - room, box[2] + room, box[3] + room)
    parts = [*_draw_areas(boundaries, shown, box, scale), *_draw_points(points, box, scale)]
    label = f"Map of {len(points)} candidates, numbered as in the list"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" '
        f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f0eee8"/>{"".join(parts)}</svg>'
    )


def _frame(lons: Sequence[float], lats: Sequence[float]) -> tuple[float, float, float, float]:
    """Return west, south, east and north with room around, as wide as the picture is."""
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    ratio = (WIDTH - 2 * MARGIN) / (HEIGHT - 2 * MARGIN)
    tall = max((max(lats) - min(lats)) * 1.4, (max(lons) - min(lons)) * 1.4 / ratio, LEAST_DEGREES)
    return (
        middle[0] - tall * ratio / 2, middle[1] - tall / 2,
        middle[0] + tall * ratio / 2, middle[1] + tall / 2,
    )  # fmt: skip


def _draw_areas(
    boundaries: Boundaries, shown: shapely.Geometry, box: Sequence[float], scale: float
) -> Iterator[str]:
    # As one coverage, so that neighbours still touch.
    for shape in shapely.coverage_simplify(boundaries.governorates.geometry.to_numpy(), SIMPLE):
        seen = shapely.intersection(shape, shown)
        for part in shapely.get_parts(seen):
            if isinstance(part, shapely.Polygon):
                ring = (_at(x, y, box, scale) for x, y in part.exterior.coords)
                path = " ".join(f"{x:.1f},{y:.1f}" for x, y in ring)
                yield (
                    f'<polygon points="{path}" fill="#ffffff" stroke="#a8a294" stroke-width="1"/>'
                )


def _draw_points(
    points: Sequence[tuple[int, float, float]], box: Sequence[float], scale: float
) -> Iterator[str]:
    for number, lon, lat in reversed(points):  # the likeliest on top
        x, y = _at(lon, lat, box, scale)
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}" fill="#9c2f2f" stroke="#fff"/>'
            f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-size="12" '
            f'font-family="sans-serif" fill="#fff">{number}</text>'
        )


def _at(lon: float, lat: float, box: Sequence[float], scale: float) -> tuple[float, float]:
    return MARGIN + (lon - box[0]) * scale, MARGIN + (box[3] - lat) * scale
