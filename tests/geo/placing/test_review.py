"""Review: which names of a file a person is shown, and that a decision places all their rows."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import read_decisions
from geo.export.csv_table import table_to_csv
from geo.land.boundaries import load_boundaries
from geo.placing.edition import edition_of
from geo.placing.locate import locate
from geo.placing.review import SURE, NameToDecide, list_names, tabulate_names
from geo.reading.read import read_strikes

PLACES = [
    ("Suran", None), ("Suran", None), ("Suran", "Hama"), ("Zyxfold", "Hama"), ("Talbiseh", "Homs"),
    ("Sinjar, Iraq", None), (None, "Idlib"),
]  # fmt: skip


@pytest.fixture(scope="module")
def syria():
    return load_gazetteer("sy")


@pytest.fixture(scope="module")
def land():
    return load_boundaries("sy")


def read_rows(places=PLACES, **more):
    rows = [{"date": "2016-09-01", "place": p, "governorate": g, **more} for p, g in places]
    return read_strikes(pd.DataFrame(rows))


def place(gazetteer, land, *decisions, reading=None):
    decided = gazetteer.with_decisions(decisions)
    return locate(reading or read_rows(), decided, boundaries=land).strikes, decided


def test_names_to_decide_come_with_their_rows_the_most_frequent_first(syria, land):
    names = list_names(*place(syria, land))
    assert [(n.name, n.governorate, n.rows) for n in names] == [
        ("Suran", "", 2), ("Sinjar, Iraq", "", 1), ("Zyxfold", "Hama", 1),
    ]  # fmt: skip
    assert {c.place.adm1_name for c in names[0].candidates[:2]} == {"Hama", "Aleppo"}
    assert names[0].score < SURE
    assert names[2].reason.startswith("'Zyxfold' is not listed")


def test_a_score_says_which_names_are_shown(syria, land):
    strikes, gazetteer = place(syria, land)
    assert "Talbiseh" in {name.name for name in list_names(strikes, gazetteer, below=1.0)}


def test_a_decision_places_every_row_that_says_its_name_in_its_context(syria, land):
    strikes, gazetteer = place(
        syria, land, Decision("Suran", "", "place", "gn:163915", who="A", reason="the video")
    )
    rows = strikes[strikes["place_text"] == "Suran"]
    assert rows["match_method"].tolist() == ["reviewed", "reviewed", "exact"]
    assert rows["adm1_name"].tolist() == ["Hama"] * 3
    assert rows["match_reason"].iloc[0] == "Suran, decided by A: the video"
    assert rows["match_score"].isna().tolist() == [True, True, False]
    assert "Suran" not in {name.name for name in list_names(strikes, gazetteer)}


def test_a_point_joins_its_area_and_no_place_is_not_placed(syria, land):
    strikes, _ = place(
        syria, land,
        Decision("Zyxfold", "Hama", "point", lon=36.75, lat=35.2, radius_km=4.0),
        Decision("Suran", "", "no place"),
    )  # fmt: skip
    pinned = strikes[strikes["place_text"] == "Zyxfold"].iloc[0]
    assert (pinned.precision, pinned.adm1_name, pinned.uncertainty_km) == ("near", "Hama", 4.0)
    refused = strikes[strikes["place_text"] == "Suran"].iloc[0]
    assert (refused.location_status, refused.match_method) == ("unlocated", "reviewed")


def test_a_person_overrules_what_the_name_says_but_not_the_row_s_own_country(syria, land):
    sinjar = Decision("Sinjar, Iraq", "", "place", "gn:164094")
    strikes, _ = place(syria, land, sinjar)
    found = strikes[strikes["place_text"] == "Sinjar, Iraq"].iloc[0]
    assert (found.place_id, found.match_method) == ("gn:164094", "reviewed")
    abroad = read_rows([("Sinjar, Iraq", None)], country="Iraq")
    strikes, _ = place(syria, land, sinjar, reading=abroad)
    assert strikes["location_status"].tolist() == ["unlocated"]


def test_decisions_are_part_of_what_a_table_was_located_with(syria, land):
    decided = syria.with_decisions([Decision("Suran", "", "no place")])
    assert edition_of(decided, land) != edition_of(syria, land)


def test_a_candidate_tells_the_spelling_that_was_met(syria):
    candidates = tuple(syria.explain("Halab"))
    name = NameToDecide("Halab", "", 1, "exact", 0.9, "", candidates, None)
    cells = tabulate_names([name]).iloc[0]
    assert cells["candidate_1"].endswith(", met as 'Halab'")
    assert "Aleppo" in cells["candidate_1"]


def test_the_sheet_to_decide_in_is_an_alias_file_once_filled_in(syria, land, tmp_path):
    strikes, gazetteer = place(syria, land, Decision("Zyxfold", "Hama", who="A"))
    sheet = tabulate_names(list_names(strikes, gazetteer))
    path = tmp_path / "names.csv"
    path.write_text(table_to_csv(sheet), encoding="utf-8")
    assert [(one.name, one.verdict) for one in read_decisions(path)] == [("Zyxfold", "later")]
    filled = pd.read_csv(io.StringIO(path.read_text("utf-8")), dtype="str", keep_default_na=False)
    assert filled["candidate_1"].iloc[0].startswith("gn:16391")
    filled.loc[0, ["verdict", "place_id"]] = ["place", "gn:163915"]
    filled.to_csv(path, index=False)
    again, _ = place(load_gazetteer("sy", extra=[path]), land, *read_decisions(path))
    assert (again["match_method"] == "reviewed").sum() == 2
