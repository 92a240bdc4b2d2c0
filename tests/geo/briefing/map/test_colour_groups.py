"""Circles coloured by kind or actor: each group in its colour, with n of N in the legend."""

from __future__ import annotations

import numpy as np
import pytest
from map_strikes import claims_of, strikes_of
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from sheet_cases import base_map, fresh_sheet, seed_sheet
from sheet_texts import overlaps_of, texts_of

from geo.briefing.drawing.colours import COLOURS
from geo.briefing.map.colour_groups import COLOURS as GROUPS
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.errors import SheetError

HERE = {"lon": 36.7, "lat": 35.9}


@pytest.fixture(scope="module")
def sheet():
    return seed_sheet(extent="strikes", colour="actor")


def test_the_legend_counts_each_group_and_they_are_all_that_is_shown(sheet):
    content = sheet.drawn.content
    groups = content.count_groups()
    rows = sum(circle.count for circle in content.circles)
    assert sum(count for _, count in groups) == rows == content.count_disputed()[1]
    legend = [text.get_text() for text in texts_of(sheet) if text.get_label() == "legend"]
    assert {f"{group.name}, {count} of {rows}" for group, count in groups} <= set(legend)
    assert {group.name for group, _ in groups} >= {"Russia alone", "not reported"}
    assert f"circles: {rows} of {sheet.facts.totals.rows} strikes" in legend
    assert not overlaps_of(sheet.drawn.canvas)
    assert any("On page 2" in text.get_text() for text in texts_of(sheet))
    column = sheet.drawn.column
    assert sheet.drawn.legend.bottom <= column.bottom + 0.1


@pytest.mark.parametrize("paper", ["square", "a4", "letter"])
def test_a_long_legend_stays_over_the_foot(paper):
    drawn = seed_sheet(extent="strikes", colour="actor", paper=paper).drawn
    assert len(drawn.content.count_groups()) > 5
    assert drawn.legend.bottom <= drawn.footer[1].y
    said = [(item.text, rect) for block, rect in drawn.blocks for item in block.items]
    (lead,) = (rect for text, rect in said if text.startswith("On page 2"))
    assert lead.bottom <= drawn.footer[1].y
    assert not overlaps_of(drawn.canvas)


@pytest.mark.parametrize("paper", ["square", "a4", "16:9"])
def test_names_of_a_long_legend_are_cut_so_that_it_stays_over_the_foot(paper):
    five = "; ".join(f"The {at} Brigade of the Northern Front" for at in range(5))
    strikes = strikes_of(**{f"s{at}": {"lon": 36 + at / 100, "lat": 35.9,
                                       "actor": f"{'ABCDEFG'[at % 7]} Army;{five}",
                                       "event_status": "contested" if at == 3 else "reported"}
                            for at in range(80)})  # fmt: skip
    sheet = make_sheet(strikes, claims_of(), base_map(),
                       SheetOptions(colour="actor", extent="strikes", paper=paper))  # fmt: skip
    drawn = sheet.drawn
    assert len(drawn.content.count_groups()) == 7
    assert drawn.legend.bottom <= drawn.footer[1].y
    texts = [text.get_text() for text in texts_of(sheet)]
    assert any("On page 2" in text for text in texts)
    assert any("…, 12 of 80" in text for text in texts), "the count is whole"
    assert not overlaps_of(drawn.canvas)


def test_actors_are_one_group_in_whatever_order_and_one_of_them_is_alone():
    actors = ("Russia", "Russia;Syrian government", " Syrian government; Russia", "Coalition")
    strikes = strikes_of(**{f"s{at}": {"actor": actor, **HERE} for at, actor in enumerate(actors)})
    sheet = make_sheet(strikes, claims_of(), base_map(), SheetOptions(colour="actor"))
    counts = {group.name: count for group, count in sheet.drawn.content.count_groups()}
    assert counts == {"Russia + Syrian government": 2, "Russia alone": 1, "Coalition": 1}


@pytest.mark.parametrize("other", [{"trend": "area"}, {"extent": "SY07"}])
def test_colours_that_nothing_bears_are_told(other):
    nowhere = {"lon": None, "lat": None, "location_status": "area_only", "precision":
               "governorate", "uncertainty_km": None}  # fmt: skip
    sheet = make_sheet(strikes_of(a=nowhere), claims_of(), base_map(),
                       SheetOptions(colour="kind", **other))  # fmt: skip
    assert any("circles alone have them" in note for note in sheet.list_unseen("en").notes)


def test_parts_of_a_circle_are_in_proportion_and_in_their_colours(sheet):
    content = sheet.drawn.content
    found = sheet.drawn.canvas.figure.findobj(PathCollection)
    least = len(content.circles)
    (discs,) = (each for each in found if each.get_zorder() == 6 and len(each.get_paths()) >= least)
    areas: dict[tuple[float, ...], float] = {}
    paper = to_rgba(COLOURS["paper"])
    for path, fill in zip(discs.get_paths(), discs.get_facecolors(), strict=True):
        x, y = path.vertices[:-1].T
        area = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
        areas[tuple(fill)] = areas.get(tuple(fill), 0.0) + area
    areas.pop(paper)
    one = np.pi * min(c.radius**2 / c.count for c in content.circles)
    for group, count in content.count_groups():
        assert areas[to_rgba(COLOURS[group.colour])] == pytest.approx(count * one, rel=0.02)


def test_a_kind_has_its_colour_whatever_else_there_is():
    for kinds in (("drone",), ("airstrike", "drone", "shelling")):
        strikes = strikes_of(**{kind: {"kind": kind, **HERE} for kind in kinds})
        sheet = make_sheet(strikes, claims_of(), base_map(), SheetOptions(colour="kind"))
        assert GROUPS[1] in [group.colour for group in sheet.page.plan.colouring.groups]


def test_so_many_places_that_circles_hide_each_other_have_no_colours_and_that_is_said():
    table = {f"s{at}": {"kind": "drone", "lon": 36 + at / 100, "lat": 35.9} for at in range(160)}
    few, many = (strikes_of(**{key: table[key] for key in list(table)[:count]})
                 for count in (100, 160))  # fmt: skip
    asked = SheetOptions(colour="kind", extent="strikes")
    coloured = make_sheet(few, claims_of(), base_map(), asked)
    assert coloured.page.plan.symbols == "places"
    plain = make_sheet(many, claims_of(), base_map(), asked)
    assert plain.page.plan.colouring is None
    said = [any("Colours are left out" in note for note in sheet.list_unseen("en").notes)
            for sheet in (coloured, plain)]  # fmt: skip
    assert said == [False, True]


def test_one_hue_is_the_usual():
    assert fresh_sheet().page.plan.colouring is None
    with pytest.raises(SheetError, match="colour: 'rainbow' is unknown; use one of"):
        SheetOptions(colour="rainbow")
    assert SheetOptions.from_json(SheetOptions(colour="kind").to_json()).colour == "kind"
    assert "colour" not in SheetOptions().to_json()
