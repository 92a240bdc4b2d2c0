"""The Reports page: drafts accepted, edited, placed, joined, rejected, taken back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import geopandas as gpd
import pytest
from app_pages import csv_bytes
from report_pages import TEXT, button, field, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from geo.workspace.store import Workspace
from strikemap.web.workspaces.shared import open_shared

TABLE = "date,place,governorate,killed,source\n2023-05-08,Saraqib,Idlib,3,SNHR\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_work(tmp_path, TABLE)


@pytest.fixture
def page(path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(path))
    return paste(open_page(), TEXT)


def strikes(path: Path) -> gpd.GeoDataFrame:
    """Return what stands in the file, while the app has it open."""
    with Workspace(path, writing=False) as opened:
        return opened.read_strikes()


def claims(path: Path):
    with Workspace(path, writing=False) as opened:
        return opened.read_claims()


def test_a_text_becomes_drafts_with_their_words_and_how_sure_they_are(page):
    assert "1 text read: 3 drafts" in said(page)
    assert "1. airstrike on Saraqib, 2023-05-08" in said(page)
    assert "Draft 1 of 3; 3 open" in said(page)
    assert (field(page, "killed").value, field(page, "date").value) == ("4+", "2023-05-08")
    assert "“killing at least four people”" in said(page)
    assert "“Monday”" in said(page)
    assert field(page, "injured").value == ""  # not said is not 0
    assert page.text_area(key="reports_pasted").value == ""


def test_an_accepted_draft_is_a_strike_with_its_claim_and_undo_restores(page, path):
    press(page, "reports_next")
    press(page, "reports_next")
    field(page, "injured").set_value("2-3")
    page.text_input(key="reports_why").set_value("the video")
    press(page, "reports_accept")
    (added,) = (one for one in strikes(path).index if one.startswith("added:"))
    row = strikes(path).loc[added]
    assert (row["kind"], row["place_name"], row["location_status"]) == ("drone", "Ariha", "located")
    assert (row["injured_min"], row["injured_max"], row["target_kind"]) == (2, 3, "market")
    (claim,) = claims(path).query("strike_id == @added").to_dict("records")
    assert (claim["title"], claim["published"]) == ("Raids on three towns", "2023-05-10")
    assert (claim["toll_text"], claim["injured_max"]) == ("wounding two", 3)
    assert not isinstance(claim["note"], str)  # no text of the article
    assert "Accepted, on disk" in said(page)
    press(page, "reports_undo")
    assert added not in strikes(path).index
    assert "Draft 3 of 3; 3 open" in said(page)


def test_what_is_typed_for_a_draft_stays_until_it_is_decided(page, path):
    field(page, "killed").set_value("9")
    page.text_input(key="reports_why").set_value("the video")
    press(page, "reports_next")  # in one request with what was typed
    assert (field(page, "killed").value, page.text_input(key="reports_why").value) == ("", "")
    press(page, "reports_take_2")
    page.number_input(key="reports_spot_radius").set_value(7.5)
    press(page, "reports_next")
    assert "Draft 3 of 3; 3 open, 2 with edits" in said(page)
    press(page, "reports_back")
    assert "A point of yours, within 7.5 km" in said(page)
    assert "Yours: place. Kept for this browser until you decide" in said(page)
    press(page, "reports_back")
    assert (field(page, "killed").value, page.text_input(key="reports_why").value) == (
        "9", "the video"
    )  # fmt: skip
    paste(page, "#META outlet: Y; date: 2023-05-10\n\nShelling killed 9 in Binnish on Monday.")
    assert "Drafts with edits to decide: Raids on three towns (2)" in said(page)
    page.selectbox(key="reports_text").set_value(page.session_state["report_texts"][1].key)
    run(page)
    assert field(page, "killed").value == "9"
    press(page, "reports_accept")
    assert 9 in strikes(path)["killed_min"].tolist()
    assert "1 accepted, 2 open, 1 with edits" in said(page)
    press(page, "reports_as_read")
    assert "Suran: not located" in said(page)
    press(page, "reports_undo")
    assert field(page, "killed").value == "9"  # and it is no less typed than before
    press(page, "reports_as_read")
    assert field(page, "killed").value == "4+"


def test_an_ambiguous_place_is_never_pinned_in_silence(page, path):
    press(page, "reports_next")
    assert "Suran: not located" in said(page)
    assert button(page, "reports_accept").label == "Accept, not located (A)"
    press(page, "reports_accept")
    (added,) = (one for one in strikes(path).index if one.startswith("added:"))
    assert strikes(path).loc[added, "location_status"] == "unlocated"
    press(page, "reports_undo")
    press(page, "reports_take_1")
    assert button(page, "reports_accept").label == "Accept (A)"
    press(page, "reports_accept")
    (added,) = (one for one in strikes(path).index if one.startswith("added:"))
    row = strikes(path).loc[added]
    assert (row["location_status"], row["match_method"]) == ("located", "reviewed")
    assert row["corrected"] == "place not located, read from a report, with changes to place"


def test_another_place_is_searched_and_a_point_is_picked(page, path):
    page.text_input(key="reports_search").set_value("Talbiseh")
    run(page)
    press(page, "reports_take_1")
    assert "Chosen: Talbiseh" in said(page)
    page.number_input(key="reports_spot_radius").set_value(7.0)
    run(page)
    assert "A point of yours, within 7 km" in said(page)
    press(page, "reports_accept")
    (added,) = (one for one in strikes(path).index if one.startswith("added:"))
    row = strikes(path).loc[added]
    assert (row["uncertainty_km"], row["precision"], row["adm1_name"]) == (7.0, "near", "Homs")


def test_a_strike_that_is_told_again_gets_a_second_claim(page, path):
    assert "Told already? 1 strike may be this one" in said(page)
    assert "same place (Saraqib); same day (2023-05-08)" in said(page)
    assert button(page, "reports_accept").label == "Two strikes: accept (A)"
    press(page, "reports_join")
    (row,) = strikes(path).to_dict("records")
    assert (row["source_count"], row["killed_min"], row["actor"]) == (2, 3, "Russia")
    assert sorted(claims(path)["claimant"]) == ["SNHR", "SOHR"]
    assert "1 joined, 2 open" in said(page)
    press(page, "reports_undo")
    (row,) = strikes(path).to_dict("records")
    assert (row["source_count"], row["killed_max"]) == (1, 3)


def take(page: AppTest, area: str) -> None:
    buttons = (one for one in page.button if one.key.startswith("reports_take"))
    press(page, next(one.key for one in buttons if area in one.label))


def test_what_a_person_says_of_a_draft_is_what_is_looked_for(tmp_path, monkeypatch):
    table = tmp_path / "strikes.csv"
    table.write_bytes(csv_bytes(
        ["date", "place", "governorate", "kind", "source"],
        ["2023-05-09", "Suran", "Hama", "shelling", "SNHR"],
        ["2023-05-01", "Ariha", "Idlib", "drone", "SNHR"],
    ))  # fmt: skip
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(table))
    monkeypatch.delenv("STRIKEMAP_WORKSPACE", raising=False)
    page = press(paste(open_page(), TEXT), "reports_next")
    outlet = next(one for one in page.text_input if one.key.startswith("reports_about_outlet"))
    outlet.set_value("My outlet")
    run(page)
    assert "same name, not located (Suran)" in said(page)
    assert "told by SNHR, and by My outlet" in said(page)
    other = press(paste(open_page(), TEXT), "reports_next")
    assert "told by SNHR, and by Raids on three towns" in said(other)  # and no word of the other's
    take(page, "Aleppo")
    assert "Told already?" not in said(page)
    take(page, "Hama")
    assert "same place (Suran); same day (2023-05-09)" in said(page)
    press(page, "reports_next")
    assert "Told already?" not in said(page)
    field(page, "date").set_value("2023-05-01")
    run(page)
    assert "same place (Ariha); same day (2023-05-01)" in said(page)
    field(page, "date").set_value("")
    run(page)
    assert "Not compared with the strikes that are there: this draft has no date." in said(page)
    field(page, "date").set_value("some day")
    run(page)
    assert "Not compared with the strikes that are there: date: date 'some day'" in said(page)


def test_a_rejected_draft_and_all_others_are_known_again_after_a_restart(page, path):
    press(page, "reports_reject")
    press(page, "reports_accept")
    assert "1 rejected, 1 accepted, 1 open" in said(page)
    open_shared(str(path)).close()
    again = paste(open_page(), TEXT)
    assert "1 rejected, 1 accepted, 1 open" in said(again)
    assert "This draft is rejected." in said(again)
    assert button(again, "reports_accept").disabled
    press(again, "reports_undo")
    assert "1 rejected, 2 open" in said(again)


def test_what_cannot_be_read_is_refused_and_stays_in_its_field(page, path):
    field(page, "killed").set_value("dozens")
    press(page, "reports_accept")
    assert "killed: 'dozens' is no whole number" in said(page)
    assert field(page, "killed").value == "dozens"
    assert len(strikes(path)) == 1


def test_a_text_that_nothing_names_is_no_source_until_a_person_names_it(page, path):
    paste(page, "Jets bombed Binnish on Monday, killing two people.")
    assert "A strike needs a source" in said(page)  # before any press
    assert button(page, "reports_accept").disabled
    assert "“Source of this text” first (key s)" in said(page)
    assert len(strikes(path)) == 1
    outlet = next(one for one in page.text_input if one.key.startswith("reports_about_outlet"))
    outlet.set_value("The Site")
    run(page)
    press(page, "reports_accept")
    assert "Accepted, on disk: airstrike on Binnish, undated is strike added:" in said(page)
    assert "The Site" in claims(path)["outlet"].tolist()


def test_another_day_of_publication_dates_the_drafts_anew(page):
    published = next(
        one for one in page.text_input if one.key.startswith("reports_about_published")
    )
    published.set_value("2023-05-17")
    run(page)
    assert "1. airstrike on Saraqib, 2023-05-15" in said(page)
    published = next(
        one for one in page.text_input if one.key.startswith("reports_about_published")
    )
    published.set_value("spring")
    run(page)
    assert "'spring' is no day; write it as 2023-05-10" in said(page)
    published = next(
        one for one in page.text_input if one.key.startswith("reports_about_published")
    )
    published.set_value("17 May 2023")
    run(page)
    assert "is no day" not in said(page)


def test_without_a_workspace_the_session_has_it_and_says_so():
    page = paste(open_page(), TEXT)
    other = open_page()
    assert "in this session's data only" in said(page)
    assert "uploaded_dataset" not in page.session_state
    press(page, "reports_accept")
    kept = page.session_state["uploaded_dataset"]
    (added,) = (one for one in kept.strikes.index if one.startswith("added:"))
    assert kept.claims.query("strike_id == @added")["claimant"].tolist() == ["SOHR"]
    assert "uploaded_dataset" not in run(other).session_state
    press(page, "reports_reject")
    press(page, "reports_undo")
    press(page, "reports_undo")
    assert added not in page.session_state["uploaded_dataset"].strikes.index
    assert "3 open" in said(page)


DECIDE = """
import sys
from pathlib import Path
sys.path[:0] = [{tests!r}]
from report_pages import TEXT, open_page, paste, press, said
page = press(paste(open_page(), TEXT), "reports_accept")
assert "on disk" in said(page)
print("acknowledged", flush=True)
import time
time.sleep(600)
"""


def test_an_acknowledged_decision_survives_a_hard_kill(path):
    tests = str(Path(__file__).parents[3] / "support")
    environment = {**os.environ, "STRIKEMAP_WORKSPACE": str(path)}
    command = [sys.executable, "-c", DECIDE.format(tests=tests)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        try:
            assert child.stdout.readline().strip() == "acknowledged"
        finally:
            child.send_signal(signal.SIGKILL)
    assert [one[:6] for one in strikes(path).index if one.startswith("added")] == ["added:"]
