"""A few rows without a table: placed by decisions exactly as a table of them is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import geopandas as gpd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from strike_rows import table

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.several import Gazetteers
from geo.land.boundaries import Boundaries, load_boundaries
from geo.placing.columnwise.areas import FEW, Index
from geo.placing.columnwise.few import FewRows
from geo.placing.deciding import PLACED, place_decided
from geo.placing.outlines import find_inside
from geo.placing.rows.filled import SAID
from geo.workspace.rows import read_states

WORDS = {
    "place_text": ["Suran", "Hittin (Raqqa)", "Ariha, Idlib", "Zyxfold", "3 km north of Ariha"],
    "governorate_text": [None, "Hama", "حماة", "Harim District", "Nowhere", "Iraq", "SY04"],
    "country_text": [None, None, "Syria", "Iraq", "Atlantis"],
    "pcode_text": [None, None, "SY0702", "SY04", "C4182", "ZZ99"],
    "stated_precision": [None, None, "near", "district", "country", "settlement"],
    "place_text_ar": [None, "صوران", " "],
    "district_text": [None, None, "Harim", "Plot 7", "Plot 30"],
    "subdistrict_text": [None, None, "Dana", "?"],
}
PLACES = ("gn:172955", "SY0302", "SY04", "sy:hittin-raqqa", "not:listed")
SPOTS = ((36.8, 35.1), (38.99, 35.95), (35.79, 33.0), (35.3, 34.0), (44.4, 33.3), (40.0, 30.0))


@cache
def land(kind: str) -> tuple[FewRows, Boundaries | None]:
    """Return Syria alone, Syria with districts of squares, two countries, or no areas."""
    syria = load_gazetteer("sy")
    boundaries = None if kind == "no areas" else load_boundaries("sy")
    if kind == "districts":
        boundaries = _with_squares(load_boundaries("sy"))
    if kind == "two countries":
        both = Gazetteers([syria, load_gazetteer("iq")])
        boundaries = load_boundaries("sy,iq")
        return FewRows(both, boundaries), boundaries
    return FewRows(syria, boundaries), boundaries


def _with_squares(boundaries: Boundaries) -> Boundaries:
    areas = boundaries.governorates
    squares = [
        shapely.box(35 + at % 8, 32 + at // 8, 36 + at % 8, 33 + at // 8) for at in range(48)
    ]
    middles = shapely.centroid(squares)
    inside = find_inside(middles, areas)
    table = gpd.GeoDataFrame(
        {"code": [f"SYx{at}" for at in range(48)], "name": [f"Plot {at}" for at in range(48)],
         "name_ar": None, "parent": [areas["code"].iloc[at] if at >= 0 else None for at in inside]},
        geometry=squares, crs=areas.crs,
    )  # fmt: skip
    return replace(boundaries, levels={**boundaries.levels, 2: table})


rows = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(words) for name, words in WORDS.items()}),
    min_size=1, max_size=5,
)  # fmt: skip
verdicts = st.one_of(
    st.just({"verdict": "no place"}),
    st.builds(lambda one: {"verdict": "place", "place_id": one}, st.sampled_from(PLACES)),
    st.builds(
        lambda at, km: {"verdict": "point", "lon": at[0], "lat": at[1], "radius_km": km},
        st.sampled_from(SPOTS), st.sampled_from([0.5, 2.0, 8, 40.0]),
    ),
)  # fmt: skip


@pytest.mark.parametrize("kind", ["one country", "districts", "two countries", "no areas"])
@settings(max_examples=8, deadline=None)
@given(said=rows, chosen=verdicts)
def test_few_rows_are_placed_as_a_table_of_them(kind, said, chosen):
    few, boundaries = land(kind)
    keys = {(one["place_text"], one["governorate_text"] or "") for one in said}
    decisions = [Decision(*key, **chosen, who="R.", reason="seen") for key in sorted(keys)]
    strikes = table(*said)
    whole = place_decided(strikes, decisions, few.gazetteer, boundaries=boundaries)
    assert len(whole) == len(said)
    states = few.place([{name: row[name] for name in SAID} for row in said], decisions)
    if states is None:  # no decided place: the ladder answers, whom rows of one day may sway
        assert chosen.get("place_id") == "not:listed"
        return
    expected = list(read_states(whole))
    assert states == expected
    assert list(states[0]) == [*PLACED, "geom"]
    kinds = [[type(value) for value in state.values()] for state in states]
    assert kinds == [[type(value) for value in state.values()] for state in expected]


def test_what_would_break_the_contract_is_left_to_the_table_which_says_so():
    few, _ = land("one country")
    row = dict.fromkeys(SAID) | {"place_text": "Suran"}
    assert few.place([row], [Decision("Suran", "", "point", "", 36.7, 35.2, 0.0)]) is None
    assert few.place([row], [Decision("Suran", "", "point", "", 200.0, 35.2, 2.0)]) is None


def test_one_decision_leaves_no_trace_in_the_next():
    few, _ = land("one country")
    row = dict.fromkeys(SAID) | {"place_text": "Suran"}
    first = few.place([row], [Decision("Suran", "", "no place")])
    second = few.place([row], [Decision("Suran", "", "point", "", 36.7, 35.2, 2.0)])
    assert [one["geom"] for own in (first, second) for one in own or ()] == [None, [36.7, 35.2]]
    assert few.place([], []) == []


def test_the_kept_index_finds_the_areas_that_one_laid_out_anew_finds():
    areas = _with_squares(load_boundaries("sy")).levels[2]
    corners = [shapely.Point(35 + at / 4, 32 + at % 7 / 2) for at in range(FEW)]  # on borders too
    points = gpd.GeoSeries(corners).to_numpy()
    assert Index(areas).find_inside(points).tolist() == find_inside(points, areas).tolist()
