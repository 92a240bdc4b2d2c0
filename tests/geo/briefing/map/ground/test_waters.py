"""Rivers and lakes under a sheet: what a scale shows, where they lie, and who is credited."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from map_strikes import strikes_of
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from sheet_cases import base_map, fresh_sheet, no_claims, seed_sheet

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.map.ground.waters import find_seen
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions

CREDIT = "Rivers, lakes, hill shading: Natural Earth"
EUPHRATES, ASSAD = (40.14, 35.34), (38.15, 36.0)  # at Deir ez-Zor; the lake at the dam


def _list_drawn(sheet: Sheet) -> list[PathCollection]:
    """Return what is drawn in the colour of rivers."""
    shapes = [a for a in sheet.drawn.canvas.figure.artists if isinstance(a, PathCollection)]
    return [each for each in shapes
            if [to_hex(edge) for edge in each.get_edgecolor()] == [COLOURS["river"]]]  # fmt: skip


def _distance(sheet: Sheet, place: tuple[float, float]) -> float:
    """Return how far in points the nearest corner of what is drawn lies from a place."""
    x, y = sheet.drawn.content.frame.to_page(*place)
    corners = [path.vertices for each in _list_drawn(sheet) for path in each.get_paths()]
    return float(np.hypot(*(np.concatenate(corners) - (float(x), float(y))).T).min())


@pytest.mark.parametrize("projection", ["transverse-mercator", "lambert-conformal", "mercator"])
def test_the_euphrates_runs_by_deir_ez_zor_in_every_projection(projection: str) -> None:
    sheet = fresh_sheet(extent="country", projection=projection)
    assert _distance(sheet, EUPHRATES) < 5 * sheet.drawn.content.frame.points_per_km
    assert _distance(sheet, ASSAD) < 15 * sheet.drawn.content.frame.points_per_km


def test_a_larger_scale_shows_more_rivers_of_the_same_land() -> None:
    country, part = seed_sheet(extent="country"), seed_sheet(extent="SY09")

    def count_near(sheet: Sheet) -> int:
        box = find_seen(part.drawn.content.frame, base_map())
        assert box
        frame = sheet.drawn.content.frame
        x, y = frame.to_page([box[0], box[2]], [box[3], box[1]])
        near = shapely.box(x[0], y[0], x[1], y[1])
        lines = [shapely.linestrings(path.vertices) for each in _list_drawn(sheet)
                 for path in each.get_paths() if len(path.vertices) > 1]  # fmt: skip
        return sum(near.intersects(line) for line in lines)

    assert 0 < count_near(country) < count_near(part)


def test_ground_is_credited_where_it_is_drawn_and_nowhere_else() -> None:
    assert CREDIT in " ".join(seed_sheet(extent="country").page.footer)
    bare = seed_sheet(ground="none", extent="country")
    charts = seed_sheet(trend="area")
    for sheet in (bare, charts):
        assert CREDIT not in " ".join(sheet.page.footer)
        assert not _list_drawn(sheet)


def test_no_ground_lies_over_shades_that_count_strikes() -> None:
    rows = {f"s{at:02}": {"lon": 36.2 + at * 0.05, "lat": 35.5} for at in range(70)}
    dense = make_sheet(strikes_of(**rows), no_claims(), base_map(), SheetOptions())
    assert dense.page.plan.symbols == "areas"
    assert not _list_drawn(dense)
    assert CREDIT not in " ".join(dense.page.footer)


def test_where_the_base_map_ends_no_water_is_drawn() -> None:
    frame = seed_sheet(extent="country").drawn.content.frame
    far = replace(base_map(), box=(0.0, 0.0, 1.0, 1.0))
    assert find_seen(frame, far) is None
