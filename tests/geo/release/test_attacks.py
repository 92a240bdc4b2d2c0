"""What somebody who wants to know would try on a release, and does not learn from it."""

from __future__ import annotations

import pandas as pd
import pytest
from releases import at, in_area, leave, leave_told
from shapely import Point

from gazetteer.places import Place
from geo.errors import ReleaseError
from geo.land.boundaries import load_boundaries
from geo.release.names import fold_names, tells
from geo.release.release import release_again
from geo.release.toml import parse_profile
from geo.strikes.filters import Filters, filter_strikes

COARSE = '[[coarsen]]\nwords = ["clinic"]\nto = "governorate"\n'


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Kafr Zita, Hama", "Kafr Zita Local Council"),
        ("Kafr Zita, Hama", "https://kafrzita.example"),
        ("Kafr Zita, Hama", "Kafar Zeita LCC"),
        ("Kafr Zita, Hama", "تنسيقية كفر زيتا"),
        ("market in Saraqib", "Saraqib Today"),
        ("10 km south of Khan Sheikhoun", "Khan Shaykhun Media"),
        ("Hass and Kafr Nabl", "Radio Kafranbel, Kafr Nabl"),
        ("Maarrat al-Numan", "Ma'arrat an-Nu'man Media Centre"),
        ("Hass", "Hass Voice"),
        ("elsewhere", "a source at 34.9265, 36.7322"),
        ("elsewhere", "a source at 37S BU 92735 68471"),
        ("elsewhere", "a source at 34°55'35\"N"),
        ("elsewhere", "a source at 8G5X+2F"),
        ("elsewhere", "a source at ///filled.count.soap"),
        ("elsewhere", "a source at 292735 3868471"),
        ("elsewhere", "maps.example/@35.93,36.63,14z"),
        ("elsewhere", "geo:35.93,36.63"),
        ("elsewhere", "35.93N 36.63E"),
        ("elsewhere", "map.example?lat=35.93&lon=-36.63"),
        ("elsewhere", "map.example?at=35.93%2C36.63"),
        ("elsewhere", "35,93 36,63"),
        ("elsewhere", "٣٥٫٩٣٤٥ ٣٦٫٦٣١٢"),
        ("elsewhere", "٣٥٫٩٣ ٣٦٫٦٣"),
        ("elsewhere", "35-55-30N 036-37-20E"),
        ("elsewhere", "N35 55 30 E36 37 20"),
        ("elsewhere", "35 55.5N 036 37.3E"),
        ("elsewhere", "https://w3w.co/filled.count.soap"),
        ("elsewhere", "what3words filled.count.soap"),
        ("elsewhere", "what3words.com/filled.count.soap"),
        ("Kafr Zita, Hama", "https://t.me/kafr%20zita"),
        ("Kafr Zita, Hama", "https://t.me/s?of=kafr%2520zita"),
        ("Kafr Zita, Hama", "https://t.me/kafr+zita"),
        ("كفر زيتا", "https://t.me/%D9%83%D9%81%D8%B1_%D8%B2%D9%8A%D8%AA%D8%A7"),
        ("كفر زيتا", "https://t.me/&#1603;&#1601;&#1585; &#1586;&#1610;&#1578;&#1575;"),
    ],
)
def test_a_text_that_tells_the_place_in_any_spelling_is_found(place, text):
    assert tells(text, fold_names([place]))


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("Kafr Zita, Hama, Syria", "Syrian Observatory for Human Rights"),
        ("market in Saraqib", "SOHR"),
        ("Hass", "Al-Hasakah Now"),
        ("near the market", "market watch 2016-05-04"),
        ("Talbisah", "FAB-500, 1,000 lb, 3.5 t"),
        ("Talbisah", "SOHR, 21.04.2016 12.05"),
        ("Talbisah", "posts of 21.04.2016-22.04.2016, 100%"),
        ("Talbisah", "report of 2016-09-20, what3words is not used"),
        ("Talbisah", "some 1,200 to 1,500 homes; 20-30 rockets"),
    ],
)
def test_a_text_that_tells_no_place_stays(place, text):
    assert not tells(text, fold_names([place]))


def test_who_says_so_does_not_tell_the_place_that_a_claim_or_the_gazetteer_names():
    row = {"target": "clinic", "place_text": "clinic", "place_id": "p"}
    place = Place("p", "Kafr Nabl", "settlement", spellings=("Kafranbel",), name_ar="كفرنبل")
    found = leave_told(
        COARSE, [row],
        [(0, {"claimant": "Maarrat al-Numan Media Centre", "place_text": "Maarrat al-Numan; Hass"}),
         (0, {"claimant": "Hass Voice", "outlet": "Kafranbel News"}),
         (0, {"claimant": "SOHR", "outlet": "Homs Media Centre"})], places={"p": place},
    )  # fmt: skip
    assert found.claims["claimant"].dropna().tolist() == ["SOHR"]
    assert found.claims["outlet"].dropna().tolist() == ["Homs Media Centre"], "its governorate"
    assert found.strikes["match_reason"].item().startswith("the exact place is held back")


def test_a_place_of_a_kind_that_is_not_known_is_coarse():
    rule = '[[coarsen]]\nplace_kinds = ["camp"]\nto = "governorate"'
    town = Place("town", "Ariha", "settlement")
    found = leave(rule, {"place_id": "town"}, {"place_id": "own:1"}, {}, places={"town": town})
    assert found.strikes["precision"].tolist() == ["settlement", "governorate", "settlement"]


def test_a_circle_that_goes_beyond_an_area_is_told_of_by_the_one_above():
    near = {"precision": "near", "uncertainty_km": 60.0}
    small = {"precision": "near", "uncertainty_km": 5.0}
    rule = '[[coarsen]]\neverywhere = true\nto = "governorate"'
    found = leave(rule, near, small, {}, boundaries=load_boundaries("sy"))
    assert found.strikes["precision"].tolist() == ["country", "governorate", "governorate"]
    assert found.held.coarse == {("governorate", 0.0): 2, ("country", 0.0): 1}
    squares = leave("[[coarsen]]\neverywhere = true\ngrid_km = 10", near, small,
                    boundaries=load_boundaries("sy"))  # fmt: skip
    assert squares.strikes["adm1_code"].isna().tolist() == [True, False]


def test_strikes_of_a_hidden_area_are_not_singled_out_beside_squares():
    idlib = {"adm1_code": "SY07", "adm1_name": "Idlib"}
    point = Point(36.62, 35.8)
    rows = [{**row, **idlib} for row in in_area("SY0703", 3)]
    camps = [{**row, **idlib, "target_kind": "camp", "geometry": point, "adm2_code": None}
             for row in in_area("SY0700", 6)]  # fmt: skip
    profile = '[[coarsen]]\ntarget_kinds = ["camp"]\ngrid_km = 20\n[cells]\nstrikes = 5'
    every = (*rows, *camps, *in_area("SY0401", 7))
    found = leave(profile, *every, boundaries=load_boundaries("sy"))
    groups = found.strikes.groupby(["adm1_code", "location_status"], dropna=False).size()
    assert (groups >= 5).all(), groups
    assert found.held.small == {"governorate": 9}


def test_areas_that_do_not_leave_are_counted_in_a_part_too():
    profile = '[columns]\nstrikes = ["date_start", "date_end", "place_text"]\n[cells]\nstrikes = 3'
    found = leave(profile, *in_area("SY0401", 4), *in_area("SY0402", 4),
                  *({**row, **at("2024-03-01")} for row in in_area("SY0401", 1)),
                  *({**row, **at("2024-03-01")} for row in in_area("SY0402", 5)))  # fmt: skip
    assert found.strikes["adm2_code"].isna().all()
    again = release_again(
        found, filter_strikes(found.strikes, Filters.from_query("from=2024-03-01"))
    )
    late = again.strikes[again.strikes["date_start"] >= "2024-03-01"]
    assert late.geometry.isna().all()
    assert late["place_text"].isna().all()
    assert len(late) == 6
    assert again.held.small == {"governorate": 6}
    assert again.strikes.geometry.notna().sum() == 8, "the others stay"


def test_the_order_of_rows_tells_nothing_of_days_that_are_held():
    towns = ["Ariha", "Binnish", "Hass", "Kafr Nabl", "Saraqib", "Sarmin"]
    left = [
        leave('[columns]\nstrikes = ["place_text"]', *({"place_text": town} for town in order))
        for order in (towns, towns[::-1])
    ]
    first, second = (list(one.strikes["place_text"]) for one in left)
    assert first == second
    assert first not in (towns, towns[::-1])
    assert left[0].claims.equals(left[1].claims)


def test_a_small_toll_does_not_follow_from_what_another_toll_leaves():
    rows = [
        {"casualties_min": 8, "casualties_max": 8, "injured_min": 6, "injured_max": 6},
        {"killed_min": 9, "killed_max": 9, "civilians_killed_min": 7, "civilians_killed_max": 7,
         "note": "two were fighters"},
        {"killed_min": 40, "killed_max": 40, "civilians_killed_min": 7, "civilians_killed_max": 7,
         "note": "kept"},
        {},
    ]  # fmt: skip
    told = leave_told(
        "[cells]\npeople = 5", rows,
        [(3, {"casualties_min": 8, "casualties_max": 8}),
         (3, {"injured_min": 6, "injured_max": 6})],
    )  # fmt: skip
    strikes, claims = told.strikes, told.claims
    assert strikes[["casualties_min", "casualties_max"]].iloc[0].tolist() == [7, 10]
    civilians = strikes[["civilians_killed_min", "civilians_killed_max"]]
    assert civilians.iloc[1:3].to_numpy().tolist() == [[5, 8], [7, 7]]
    assert strikes["note"].dropna().tolist() == ["kept"]
    assert claims[["casualties_min", "casualties_max"]].dropna().to_numpy().tolist() == [[7, 10]]
    assert told.held.tolls == 3
    for other in (5, 7, 8):  # whatever the small toll was, the same leaves
        rows[0] |= {"casualties_min": 6 + other - 4, "casualties_max": 6 + other - 4}
        again = leave_told("[cells]\npeople = 5", rows[:1], [(0, {})]).strikes
        assert again[["casualties_min", "casualties_max"]].iloc[0].tolist() == [7, 10]


def test_a_small_toll_does_not_follow_from_the_toll_of_its_event():
    event = {"event_id": "e", "toll_lead": "row:0"}
    told = leave_told(
        "[cells]\npeople = 5", [{**event, "killed_min": 7, "killed_max": 10}, event, {}],
        [(0, {"toll_scope": "strike", "killed_min": 7, "killed_max": 7}),
         (0, {"toll_scope": "event", "killed_min": 10, "killed_max": 10}),
         (1, {"killed_min": 3, "killed_max": 3}),
         (2, {"killed_min": 7, "killed_max": 7})],
    )  # fmt: skip
    pairs = told.claims.sort_values("claim_id")[["strike_id", "killed_min", "killed_max"]]
    said = {tuple(None if pd.isna(v) else v for v in row) for row in pairs.to_numpy()}
    assert said == {("release:1", 5, None), ("release:1", 10, 10), ("release:2", 1, 4),
                    ("release:3", 7, 7)}  # fmt: skip
    lead = told.strikes.iloc[0]
    assert (lead["killed_min"], lead["killed_max"]) == (5, 10)


@pytest.mark.parametrize("text", ["x = " + "[" * 5000, "x = " + "9" * 5000])
def test_a_profile_that_would_end_the_program_is_refused(text):
    with pytest.raises(ReleaseError, match=r"p\.toml: is no TOML"):
        parse_profile(text.encode(), "p.toml")


TOLLS = ("killed", "civilians_killed", "injured", "casualties")
# What is told of a strike where x people are a small toll; the rest follows from x.
TELLING = {
    "injured beside killed of 5": lambda x: {"killed": 5, "injured": x, "casualties": 5 + x},
    "killed beside as few injured": lambda x: {"killed": x, "injured": 3, "casualties": 3 + x},
    "civilians beside killed of 7": lambda x: {"killed": 7, "civilians_killed": x},
    "others beside killed of 7": lambda x: {"killed": 7, "civilians_killed": 7 - x},
    "civilians beside killed of 9": lambda x: {"killed": 9, "civilians_killed": x},
}


@pytest.mark.parametrize("case", TELLING)
@pytest.mark.parametrize("apart", [False, True])
def test_whatever_a_small_toll_is_the_same_leaves(case, apart):
    columns = [f"{toll}_{end}" for toll in TOLLS for end in ("min", "max")]

    def leave(x: int) -> tuple[list[str], list[str]]:
        told = TELLING[case](x).items()
        figures = [{f"{toll}_min": count, f"{toll}_max": count} for toll, count in told]
        row = {} if apart else {name: n for one in figures for name, n in one.items()}
        claims = [(0, one) for one in figures] if apart else [(0, {})]
        left = leave_told("[cells]\npeople = 5", [row], claims)
        return tuple(sorted(map(str, t[columns].to_numpy())) for t in (left.strikes, left.claims))

    assert leave(1) == leave(2) == leave(3) == leave(4)
