"""A newer edition taken into a workspace: what a person did stays, no source is lost."""

from __future__ import annotations

import shutil

import pandas as pd
import pytest

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.editions.pairing import Edition
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.as_read import Standing
from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land
from geo.workspace.editing.records import Act
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace
from geo.workspace.updating import ACCEPTED, Update, make_update

HEADER = ("id", "date", "place", "governorate", "killed", "source", "url")
ROWS = [
    ("a1", "2016-09-01", "Suran", "Hama", 5, "SOHR", "https://example.org/1"),
    ("a2", "2016-09-02", "Talbiseh", "Homs", 2, "SOHR", "https://example.org/2"),
    ("a3", "2016-09-03", "Ariha", "Idlib", 1, "LCC", "https://example.org/3"),
    ("a4", "2016-09-04", "Saraqib", "Idlib", 1, "LCC", "https://example.org/4"),
    ("a5", "2016-09-05", "Binnish", "Idlib", 1, "LCC", "https://example.org/5"),
]
# a1 with a toll revised, a2 elsewhere, a3 gone, a4 by another source, a5 as before, a6 new.
NEWER = [
    ("a6", "2016-09-08", "Kafr Nabl", "Idlib", 3, "SOHR", "https://example.org/6"),
    ROWS[4],
    ("a1", "2016-09-01", "Suran", "Hama", 9, "SOHR", "https://example.org/1"),
    ("a2", "2016-09-02", "Rastan", "Homs", 2, "SOHR", "https://example.org/2"),
    ("a4", "2016-09-04", "Saraqib", "Idlib", 1, "AFP", "https://example.org/44"),
]
ACT = Act("B", "2026-11-29T10:00:00Z", "the monitor's page of today")


@pytest.fixture(scope="module")
def land():
    return Land(load_gazetteer("sy"), load_boundaries("sy"))


def read(rows, land, decisions=()):
    table = pd.DataFrame([dict(zip(HEADER, row, strict=True)) for row in rows])
    reading = read_strikes(table)
    gazetteer = land.gazetteer.with_decisions(list(decisions))
    return Edition(locate(reading.strikes, gazetteer, boundaries=land.boundaries), reading.claims)


@pytest.fixture(scope="module")
def made(tmp_path_factory, land):
    path = tmp_path_factory.mktemp("made") / "w.gpkg"
    first = read(ROWS, land)
    make_workspace(path, first.strikes, first.claims)
    return path


@pytest.fixture(scope="module")
def newer(land):
    return read(NEWER, land)


@pytest.fixture
def opened(tmp_path, made):
    shutil.copy(made, tmp_path)
    with Workspace(tmp_path / "w.gpkg", who="A") as workspace:
        yield workspace


def update(opened: Workspace, newer: Edition, accept=ACCEPTED) -> Update:
    found = make_update(Standing.of(opened), newer, ACT, accept=accept, name="newer.csv")
    if found.change.patches:
        opened.apply(found.change)
    return found


def own(strikes: pd.DataFrame, number: str) -> pd.Series:
    return strikes.loc[next(one for one in strikes.index if one.endswith(f":{number}"))]


def test_what_is_new_changed_and_gone_is_taken_in(opened, newer):
    update(opened, newer)
    strikes, claims = opened.read_strikes(), opened.read_claims()
    assert sorted(one.split(":")[1] for one in strikes.index) == ["a1", "a2", "a4", "a5", "a6"]
    assert own(strikes, "a1")["killed_min"] == 9
    assert own(strikes, "a2")["place_name"] == "Rastan"
    assert own(strikes, "a6")["location_status"] == "located"
    days = {number: own(strikes, number) for number in ("a1", "a5", "a6")}
    assert str(days["a6"]["added"].date()) == str(days["a1"]["revised"].date()) == "2026-11-29"
    assert pd.isna(days["a5"]["revised"])
    assert set(claims["strike_id"]) == set(strikes.index)
    assert opened.list_log()[0].what == "newer.csv: 1 new, 3 changed, 1 gone"


def test_a_source_is_added_and_never_taken_from_a_strike(opened, newer):
    update(opened, newer)
    strikes, claims = opened.read_strikes(), opened.read_claims()
    saraqib = own(strikes, "a4")
    told = claims[claims["strike_id"] == saraqib.name]
    assert sorted(told["claimant"]) == ["AFP", "LCC"]
    assert saraqib["source_count"] == 2
    suran = claims[claims["strike_id"] == own(strikes, "a1").name]
    assert suran["killed_min"].tolist() == [9]  # the same source, revised


def test_undo_gives_the_workspace_as_it_was(opened, newer):
    before = opened.read_strikes(), opened.read_claims()
    update(opened, newer)
    opened.undo()
    after = opened.read_strikes(), opened.read_claims()
    for one, other in zip(before, after, strict=True):
        key = one.index if one.index.name else one["claim_id"]
        order = other.index if other.index.name else other["claim_id"]
        pd.testing.assert_frame_equal(
            pd.DataFrame(one).set_index(key).sort_index(),
            pd.DataFrame(other).set_index(order).sort_index(),
        )


def test_what_a_person_corrected_stays_and_what_the_edition_says_is_told(opened, land, newer):
    strikes = opened.read_strikes()
    suran, talbiseh = own(strikes, "a1").name, own(strikes, "a2").name
    Desk(opened).correct(suran, {"killed_min": 7, "killed_max": 9})
    Desk(opened).move(
        talbiseh, Decision("", "", "point", lon=36.72, lat=34.85, radius_km=1.0), land
    )
    found = update(opened, newer)
    strikes = opened.read_strikes()
    assert strikes.loc[suran, "killed_min"] == 7
    assert strikes.loc[talbiseh].geometry.x == pytest.approx(36.72)
    told = {(one.strike_id, one.field) for one in found.kept}
    assert told == {(suran, "killed_min"), (talbiseh, "place")}
    # The toll's upper end is what the edition says by now itself: no correction any more.
    assert strikes.loc[suran, "corrected"] == "killed_min 9"
    record = Desk(opened).read(talbiseh)
    assert record.corrections["place"]["as_read"]["place_name"] == "Rastan"
    Desk(opened).take_back(talbiseh, ["place"])
    assert opened.read_strikes().loc[talbiseh, "place_name"] == "Rastan"


def test_what_a_person_took_out_added_or_split_is_left_alone(opened, land, newer):
    strikes = opened.read_strikes()
    Desk(opened).delete(own(strikes, "a1").name)
    added = Desk(opened).add(
        {"place_text": "Idlib", "governorate_text": "Idlib"}, [{"claimant": "ours"}], land
    )
    found = update(opened, newer)
    strikes = opened.read_strikes()
    assert not any(one.endswith(":a1") for one in strikes.index)
    assert found.stays_out == 1
    assert added.what in strikes.index


def test_decided_names_are_placed_as_decided(opened, land):
    decided = Decision("Kafr Nabl", "Idlib", "point", lon=36.5, lat=35.6, radius_km=2.0)
    opened.decide(decided, land.gazetteer, land.boundaries)
    update(opened, read(NEWER, land, opened.list_decisions()))
    fresh = own(opened.read_strikes(), "a6")
    assert (fresh["match_method"], fresh.geometry.x) == ("reviewed", pytest.approx(36.5))


@pytest.mark.parametrize(
    ("accept", "numbers", "killed"),
    [
        (("new",), ["a1", "a2", "a3", "a4", "a5", "a6"], 5),
        (("changed",), ["a1", "a2", "a3", "a4", "a5"], 9),
        (("gone",), ["a1", "a2", "a4", "a5"], 5),
        ((), ["a1", "a2", "a3", "a4", "a5"], 5),
    ],
)
def test_only_what_is_accepted_is_taken_in(opened, newer, accept, numbers, killed):
    update(opened, newer, accept)
    strikes = opened.read_strikes()
    assert sorted(one.split(":")[1] for one in strikes.index) == numbers
    assert own(strikes, "a1")["killed_min"] == killed


def test_one_by_one(opened, newer):
    suran = own(opened.read_strikes(), "a1").name
    update(opened, newer, (suran,))
    assert [entry.what for entry in opened.list_log()] == ["newer.csv: 1 changed"]
    again = update(opened, newer)
    assert again.change.what == "newer.csv: 1 new, 2 changed, 1 gone"


def test_the_same_edition_again_changes_nothing(opened, newer):
    update(opened, newer)
    again = update(opened, newer, ("new", "changed"))
    assert again.found.changed == 1  # Saraqib has a source more than the edition
    assert not again.change.patches


def test_a_row_that_would_break_a_rule_is_left_and_told(opened, newer):
    suran = own(opened.read_strikes(), "a1").name
    Desk(opened).correct(suran, {"killed_max": 8})
    found = update(opened, newer, ("changed",))
    assert "killed_max is below killed_min" in found.left[suran]
    assert opened.read_strikes().loc[suran, "killed_min"] == 5
    assert found.change.what == "newer.csv: 2 changed"
