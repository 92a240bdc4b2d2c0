"""Counts on a sheet mean the same on every paper; sizes and shades say what the legend says."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from map_strikes import AREA_ONLY, strikes_of
from matplotlib.collections import EllipseCollection
from sheet_cases import base_map, nasty_sheet, no_claims, seed_sheet
from sheet_texts import texts_of

from geo.briefing.drawing.canvas import Canvas
from geo.briefing.drawing.fonts import Typeface
from geo.briefing.map.draw import draw_counts
from geo.briefing.map.symbols import (
    LARGEST,
    SHADES,
    SINGLE,
    PlaceCircle,
    class_areas,
    scale_circles,
)
from geo.briefing.page.legend import list_legend
from geo.briefing.sheet import Sheet, make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words

PLACES = {"Saraqib": (36.8, 35.86, 20), "Ariha": (36.61, 35.81, 5), "Binnish": (36.71, 35.96, 1)}


def by_place(**options: object) -> Sheet:
    rows = {
        f"{name}{at:02}": {"lon": lon, "lat": lat, "place_name": name, "uncertainty_km": 0.5}
        for name, (lon, lat, count) in PLACES.items()
        for at in range(count)
    }
    return make_sheet(strikes_of(**rows), no_claims(), base_map(), SheetOptions(**options))


def by_area(**options: object) -> Sheet:
    areas = base_map().governorates
    rows = {}
    for at in range(400):
        area = areas[min(at % 7, at // 40)]
        point = area.outline.representative_point()
        known = {"adm1_code": area.code, "adm1_name": area.name}
        rows[f"s{at:03}"] = {**known, **(AREA_ONLY if at % 5 == 0 else
                                         {"lon": point.x, "lat": point.y})}  # fmt: skip
    return make_sheet(strikes_of(**rows), no_claims(), base_map(), SheetOptions(**options))


def test_thousands_of_circles_are_one_artist_and_a_count_lies_under_no_other_circle() -> None:
    random = np.random.default_rng(8)
    places = random.uniform((36, 33), (40, 36), (700, 2))
    counts = random.integers(1, 60, len(places))
    circles = [PlaceCircle(*at, 4 * np.sqrt(n), int(n), "") for at, n in
               zip(places * 90 - (3200, 2950), np.sort(counts)[::-1], strict=True)]  # fmt: skip
    canvas = Canvas(400, 400, dpi=36, typeface=Typeface("en"))
    draw_counts(canvas, circles, 8, Words())
    said = {text.get_position()[0] for text in canvas.figure.artists}
    assert said
    for at, circle in enumerate(circles):
        half = canvas.typeface.width(str(circle.count), 8, bold=True) / 2
        room = np.hypot(half, 8 * 0.36) + 0.4
        bare = all(np.hypot(o.x - circle.x, o.y - circle.y) > o.radius + room
                   for o in circles[at + 1 :])  # fmt: skip
        assert (circle.x in said) == (circle.count > 1 and room < circle.radius and bare)
    drawn = by_place(extent="strikes").drawn.canvas.figure.findobj(EllipseCollection)
    of_places = [each for each in drawn if each.get_gid().startswith("strikes.")
                 and len(each.get_offsets()) > 1]  # fmt: skip
    assert [len(each.get_offsets()) for each in of_places] == [len(PLACES)]


@pytest.mark.parametrize(
    "options", [{"extent": "strikes"}, {"paper": "a4"}, {"language": "ar", "paper": "square"}]
)
def test_a_circle_counts_the_strikes_of_its_place_and_its_area_says_so(options) -> None:
    sheet = by_place(**options)
    circles = sheet.drawn.content.circles
    assert [circle.count for circle in circles] == [20, 5, 1]
    single = circles[-1].radius
    for circle in circles:
        assert (circle.radius / single) ** 2 == pytest.approx(circle.count, rel=0.02)
    legend = [item for item in list_legend(sheet.drawn.content, sheet.page.words) if item.radius]
    assert [(item.radius / single) ** 2 for item in legend] == pytest.approx([1, 20], rel=0.02)
    assert "20" in legend[1].text
    said = {text.get_text() for text in texts_of(sheet) if text.get_label() == "struck"}
    if sheet.options.extent == "strikes":
        assert said == set(PLACES)


def test_no_count_meets_a_cap() -> None:
    counts = np.array([36_000, 83, 1])
    largest, larger, single = scale_circles(counts) * np.sqrt(counts)
    assert largest == pytest.approx(LARGEST)
    assert (largest / larger) ** 2 == pytest.approx(36_000 / 83, rel=0.02)
    assert scale_circles(np.array([2, 1])) == SINGLE > single


@pytest.mark.parametrize("options", [{}, {"paper": "a4"}, {"language": "ar"}, {"paper": "square"}])
def test_many_strikes_are_counted_by_area_alike_on_every_paper(options) -> None:
    sheet = by_area(**options)
    content = sheet.drawn.content
    assert content.counts == dict(Counter(sheet.shown["adm1_code"]))
    assert not content.circles
    assert not content.badges
    assert len(content.dots)
    written = {name.code: name.lines for name in sheet.drawn.names}
    for code, count in content.counts.items():
        assert any(str(count) in line for line in written[code]), code
        assert content.find_class(code).low <= count <= content.find_class(code).high
    assert sum(content.counts.values()) == sheet.facts.totals.rows
    legend = [item.text for item in list_legend(content, sheet.page.words) if item.colour]
    held = set(content.counts.values())
    assert len(legend) == sum(any(c.low <= n <= c.high for n in held) for c in content.classes)


@pytest.mark.parametrize(
    "counts", [(20, 35), (21, 24), (200, 499), (1, 2), (50, 51, 99), (1_000, 1_001), (6, 9)]
)
def test_areas_of_like_counts_have_several_shades(counts: tuple[int, ...]) -> None:
    classes = class_areas({str(n): n for n in counts})
    held = [next(c for c in classes if c.low <= n <= c.high) for n in counts]
    assert held[0].colour != held[-1].colour
    assert classes[0].low == 1
    assert classes[-1].high == max(counts)
    assert all(one.high + 1 == two.low for one, two in pairwise(classes))


@pytest.mark.parametrize("most", [1, 3, 9, 134, 36_000])
def test_classes_hold_every_count_once(most: int) -> None:
    classes = class_areas({"a": most, "b": 1})
    assert classes[0].low == 1
    assert classes[-1].high == most
    assert all(one.high + 1 == other.low for one, other in pairwise(classes))
    assert [each.colour for each in classes] == list(SHADES[-len(classes) :])


def test_the_seeds_are_counted_by_place_and_100_000_by_area() -> None:
    assert seed_sheet().page.plan.symbols == "places"
    assert nasty_sheet("100,000 strikes").page.plan.symbols in ("areas", "places")


def test_a_circle_larger_than_the_map_is_told_in_words_and_not_drawn():
    rows = {"wide": {"uncertainty_km": 90.0}, "near": {"uncertainty_km": 3.0}}
    sheet = make_sheet(
        strikes_of(**rows), no_claims(), base_map(), SheetOptions(extent="36.4,36,36.5,36.1")
    )
    content = sheet.drawn.content
    assert content.wider == 1
    assert len(content.rings[0]) == 1
    totals = next(block for block in sheet.blocks if block.kind == "totals")
    said = " ".join(item.text for item in totals.items)
    assert "1 located, by a circle of uncertainty larger than this map" in said
