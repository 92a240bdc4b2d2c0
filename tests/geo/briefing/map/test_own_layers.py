"""Own layers on a sheet: what was there in its period, beneath the strikes, told and credited."""

from __future__ import annotations

from datetime import date

import geopandas as gpd
import numpy as np
import pytest
import shapely
from sheet_cases import base_map, seed_sheet, seeds
from sheet_texts import texts_of

from geo.briefing.again import make_again
from geo.briefing.atlas import make_atlas
from geo.briefing.map.own_layers import UNDER_STRIKES, list_layers
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.write import render_sheets
from geo.layers.layer import Layer
from geo.strikes.filters import Filters

DAYS = (["2011-01-01", "NaT"], ["NaT", "2015-12-31"], ["2016-01-01", "NaT"], ["NaT", "NaT"])
SHAPES = (
    shapely.box(36.2, 35.0, 37.2, 36.4), shapely.box(37.2, 35.0, 38.2, 36.4),
    shapely.LineString([(36.5, 33.5), (40.5, 36.0)]),
    shapely.MultiPoint([(38.0, 34.6), (100.0, -60.0)]),
)  # fmt: skip


def control(by: str = "holder") -> Layer:
    held = [{"holder": holder} for holder in ("North", "South", "South", "")]
    columns = {"row": [1, 2, 3, 4], "name": "", "properties": held}
    features = gpd.GeoDataFrame(columns, geometry=list(SHAPES), crs="EPSG:4326")
    for at, name in enumerate(("valid_from", "valid_to")):
        features[name] = np.array([days[at] for days in DAYS], dtype="datetime64[ns]")
    return Layer("Made-up control", features, "", "Made-up people", by)


def test_only_what_was_there_in_the_period_is_drawn():
    def drawn(first: date | None, last: date | None) -> list[tuple[str, list[int], int]]:
        listed = list_layers([control()], first, last)
        return [(one.name, [len(kind) for kind in one.shapes], one.missing) for one in listed]

    name = "Made-up control: "
    assert drawn(date(2015, 1, 1), date(2015, 12, 31)) == [
        (f"{name}South", [0, 0, 1], 1), (f"{name}North", [0, 0, 1], 0),
        (f"{name}not reported", [2, 0, 0], 0),
    ]  # fmt: skip
    assert drawn(date(2016, 1, 1), None)[0] == (f"{name}South", [0, 1, 0], 1)
    assert drawn(None, None)[0] == (f"{name}South", [0, 1, 1], 0)
    assert len({one.colour for one in list_layers([control()], None, None)}) == 3


@pytest.fixture(scope="module")
def sheet():
    strikes, claims = seeds()
    options = SheetOptions(filters=Filters(date_from=date(2016, 1, 1)), extent="country")
    return make_sheet(strikes, claims, base_map(), options, layers=[control()])


def test_layers_stand_in_legend_and_credit_and_lie_beneath_the_strikes(sheet):
    said = [text.get_text() for text in texts_of(sheet)]
    for name in ("South", "North", "not reported"):
        assert f"Made-up control: {name}" in said
    assert "Made-up control: Made-up people." in " ".join(said)
    content = sheet.drawn.content
    frame = content.frame.rect
    for layer in content.layers:
        for shape in (*layer.shapes[1], *layer.shapes[2]):
            west, north, east, south = shape.bounds
            assert frame.x - 60 <= west <= east <= frame.right + 60
            assert frame.y - 60 <= north <= south <= frame.bottom + 60
    assert sum(len(layer.shapes[0]) for layer in content.layers) == 1, "the far one is cut off"
    assert UNDER_STRIKES < 1.2, "what is set back lies over layers, strikes over both"
    left_out = "1 of 2 features of the layer Made-up control: South is left out"
    assert any(note.startswith(left_out) for note in sheet.list_unseen("en").notes)


def test_charts_neither_draw_nor_credit_layers_and_say_so():
    strikes, claims = seeds()
    options = SheetOptions(trend="area", paper="4:3")
    charts = make_sheet(strikes, claims, base_map(), options, layers=[control()])
    assert "Made-up people" not in " ".join(charts.page.footer)
    notes = charts.list_unseen("en").notes
    assert "1 own layer is not on this sheet: it has charts and no map." in notes
    assert not any("map" in note and "layer" not in note for note in notes), notes
    assert "this map" not in " ".join(charts.page.footer)


def test_charts_of_strikes_near_one_layer_credit_that_one():
    near = SheetOptions(trend="area", filters=Filters.from_query("near_layer=Sites: North,5"))
    assert near.has_layer("Sites")
    assert not near.has_layer("Site")
    assert not near.has_layer("Made-up control")
    assert SheetOptions().has_layer("Made-up control"), "a map has them all"


def test_the_same_layers_give_the_same_bytes_and_others_another_sheet(sheet, tmp_path):
    strikes, claims = seeds()
    again = make_sheet(strikes, claims, base_map(), sheet.options, layers=[control()])
    drawn = render_sheets([sheet], ".svg")
    assert drawn == render_sheets([again], ".svg")
    assert seed_sheet().described.get("layers") is None
    path = tmp_path / "sheet.svg"
    path.write_bytes(drawn)
    without = make_again(path, strikes, claims, base_map())
    assert without.changes == ("Own layers are missing: Made-up control; add them by --layer.",)
    assert not make_again(path, strikes, claims, base_map(), layers=[control()]).changes


def test_every_sheet_of_an_atlas_has_what_was_there_in_its_own_month():
    asked = SheetOptions(filters=Filters(kinds=("ground", "ied")))
    drawn = {}
    for sheet in make_atlas(*seeds(), base_map(), asked, by="month", layers=[control()]):
        south, *_ = sheet.page.plan.layers
        first = sheet.options.filters.date_from
        drawn[first and first.year] = [len(kind) for kind in south.shapes]
    assert drawn[2015] == [0, 0, 1]
    assert drawn[2019] == drawn[2020] == [0, 1, 0]
