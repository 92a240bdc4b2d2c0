"""A sheet is titled by where its strikes lie, and its map shows them."""

from __future__ import annotations

import pandas as pd
import pytest
from map_strikes import UNLOCATED, strikes_of
from sheet_cases import base_map, no_claims, seed_sheet

from geo.briefing.content.titles import name_place
from geo.briefing.map.base_map import load_base_map
from geo.briefing.sheet import make_sheet
from geo.briefing.terms.options import SheetOptions
from geo.briefing.terms.words import Words
from geo.land.boundaries import load_boundaries
from geo.placing.extent import make_title
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.strikes.filters import Filters

LEBANON, HOMS, OCEAN = ("33.35", "35.51"), ("34.84", "36.73"), ("0.5", "-30.5")


@pytest.mark.parametrize(
    ("points", "language", "title"),
    [
        ([LEBANON, LEBANON, HOMS], "en", "Reported strikes: Lebanon and Syria"),
        ([HOMS, HOMS, LEBANON], "en", "Reported strikes: Syria and Lebanon"),
        ([OCEAN, OCEAN], "en", "Reported strikes"),
        ([LEBANON, LEBANON], "ar", "الضربات المبلغ عنها"),
    ],
)
def test_the_title_names_the_country_that_most_strikes_lie_in(
    points: list[tuple[str, str]], language: str, title: str
) -> None:
    lats, lons = zip(*points, strict=True)
    days = [f"2026-05-0{day}" for day in range(1, len(points) + 1)]
    table = pd.DataFrame(
        {"date": days, "place": "X", "kind": "airstrike", "lat": lats, "lon": lons}, dtype="str"
    )
    boundaries = load_boundaries("sy")
    reading = locate(read_strikes(table), boundaries=boundaries)
    options = SheetOptions(language=language)
    sheet = make_sheet(reading.strikes, reading.claims, boundaries, options)
    assert sheet.title == title
    abroad = sum(point != HOMS for point in points)
    assert any(str(abroad) in note and "outside the country" in note
               for note in sheet.list_unseen("en").notes)  # fmt: skip
    if 2 * abroad > len(points):
        assert sheet.drawn.content.outside == 0


@pytest.mark.parametrize("kind", ["drone", "other"])
def test_a_sheet_and_the_other_doors_have_one_title(kind: str) -> None:
    elsewhere = {**UNLOCATED, "match_method": "none", "country_text": "Iraq"}
    strikes = strikes_of(a={"kind": kind}, b={**elsewhere, "kind": "other"})
    sheet = make_sheet(strikes, no_claims(), base_map(), SheetOptions())
    assert sheet.title == make_title(strikes, "Syria", ("sy",))
    assert sheet.title.endswith("s: Syria and Iraq")


def test_an_area_that_heads_a_sheet_is_not_said_again_as_a_filter() -> None:
    chosen = Filters(governorates=("SY07",), kinds=("airstrike",))
    named = seed_sheet(extent="SY07", filters=chosen)
    assert (named.facts.title, named.facts.filters) == ("Reported strikes: Idlib", "air strike")
    given = seed_sheet(title="A month", filters=chosen)
    assert given.facts.filters == "air strike; Idlib"
    both = seed_sheet(extent="SY07", filters=Filters(governorates=("SY07", "SY05")))
    assert both.facts.filters == "Hama, Idlib"


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "Syrie, Irak"), ("es", "Siria, Irak"), ("uk", "Сирія, Ірак"), ("he", "סוריה, עיראק"),
     ("en", "Syria and Iraq"), ("ar", "سوريا والعراق")],
)  # fmt: skip
def test_several_countries_are_named_in_the_language_of_the_sheet(language: str, said: str) -> None:
    land = load_base_map(load_boundaries(("sy", "iq")))
    assert land.say("name", Words(language)) == said
    rows = strikes_of(one={}, two={"adm1_code": "IQG15", "lon": 42.5, "lat": 36.3})
    assert name_place(rows, land, Words(language)) == said
