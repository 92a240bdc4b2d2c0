"""Hill shading under a sheet: on hills, on land, and so light that all is read on it."""

from __future__ import annotations

import numpy as np
import pytest
from sheet_cases import base_map, fresh_sheet, seed_sheet

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.drawing.raster import Raster
from geo.briefing.map.ground.relief import PIXELS, STRENGTH
from geo.briefing.sheet import Sheet
from geo.briefing.write import render_sheets

HERMON, DESERT, SEA = (35.85, 33.42), (39.5, 34.0), (35.35, 35.1)


def _pixels(sheet: Sheet) -> np.ndarray:
    [raster] = [a for a in sheet.drawn.canvas.figure.artists if isinstance(a, Raster)]
    return raster.pixels


def _strongest(sheet: Sheet, place: tuple[float, float], km: float = 25) -> int:
    """Return the strongest light or shade around a place, of 255."""
    frame = sheet.drawn.content.frame
    x, y = (float(side) for side in frame.to_page(*place))
    near = round(km * frame.points_per_km * PIXELS)
    col, row = round((x - frame.rect.x) * PIXELS), round((y - frame.rect.y) * PIXELS)
    depth = _pixels(sheet)[..., 3]
    return int(depth[max(row - near, 0) : row + near, max(col - near, 0) : col + near].max())


@pytest.mark.parametrize("options", [{}, {"language": "ar", "paper": "a4"},
                                     {"projection": "mercator"}])  # fmt: skip
def test_hills_are_shaded_and_deserts_and_the_sea_are_not(options: dict[str, str]) -> None:
    sheet = fresh_sheet(extent="country", **options)
    assert _strongest(sheet, HERMON) > 25
    assert _strongest(sheet, DESERT, km=15) < 12
    assert _strongest(sheet, SEA, km=10) == 0


def test_the_shade_is_so_light_that_strikes_and_names_stand_out_in_grey() -> None:
    assert _pixels(seed_sheet(extent="country"))[..., 3].max() <= 255 * STRENGTH + 2

    def shaded(colour: str) -> float:
        rgb = [int(COLOURS[colour][at : at + 2], 16) / 255 * (1 - STRENGTH) for at in (1, 3, 5)]
        return _luminance(rgb)

    for ground in ("land", "abroad"):
        for text in ("circle", "badge", "town", "governorate"):
            rgb = [int(COLOURS[text][at : at + 2], 16) / 255 for at in (1, 3, 5)]
            assert (shaded(ground) + 0.05) / (_luminance(rgb) + 0.05) >= 3.5, (text, ground)


def _luminance(rgb: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return sum(part * each for part, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_map_of_a_small_part_has_no_shade_since_the_tiles_are_coarse() -> None:
    small = seed_sheet(extent="36.5,35.8,36.8,36.0")
    assert not [a for a in small.drawn.canvas.figure.artists if isinstance(a, Raster)]
    assert base_map().box[0] < 36.5


def test_an_svg_holds_the_shade_as_one_picture_with_its_edges_smooth() -> None:
    svg = render_sheets([seed_sheet(extent="country")], ".svg")
    assert svg.count(b"<image ") == 1
    assert b"pixelated" not in svg
    assert len(svg) < 2_000_000
