"""The Strikes page: one strike corrected, moved, split, joined, deleted, restored, added."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from app_pages import csv_text
from streamlit.testing.v1 import AppTest
from workspace_app import make_work

from geo.workspace.editing.desk import Desk
from geo.workspace.store import Workspace
from strikemap.web.strikes.link import READ_KEY
from strikemap.web.workspaces.shared import open_shared

PATIENCE = 60  # seconds; the first run loads the gazetteer
FORM = "strikes_field_"
TABLE = csv_text(
    ["date", "place", "governorate", "killed", "source"],
    ["2016-09-01", "Suran", "", "3", "SOHR"], ["2016-09-02", "Suran", "", "4", "VDC"],
    ["2016-09-02", "Talbiseh", "Homs", "5", "<b>SNHR</b> *x*"],
)  # fmt: skip


def draw_page() -> None:
    import streamlit as st
    from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

    from strikemap.web.strikes.page import show_page
    from strikemap.web.workspaces.session import open_start

    if st.session_state.pop("cut", False):
        context = get_script_run_ctx()
        assert context
        assert context.script_requests
        context.script_requests.request_rerun(RerunData())  # as others' changes ask for one
    open_start()
    show_page()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_work(tmp_path, TABLE)


@pytest.fixture
def page(path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(path))
    return run(AppTest.from_function(draw_page, default_timeout=PATIENCE))


def run(page: AppTest) -> AppTest:
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    """Press the first button of a label."""
    next(button for button in page.button if button.label == label).click()
    return run(page)


def field(page: AppTest, label: str, key: str = ""):
    """Return the first field of a label, and of a key that begins so."""
    fields = (one for one in (*page.text_input, *page.selectbox) if one.label == label)
    return next(one for one in fields if one.key.startswith(key))


def strikes(path: Path) -> gpd.GeoDataFrame:
    """Return what stands in the file, while the app has it open."""
    with Workspace(path, writing=False) as opened:
        return opened.read_strikes()


def said(page: AppTest) -> str:
    told = (*page.success, *page.error, *page.warning, *page.caption, *page.markdown)
    return " ".join(one.value for one in told).replace("\\", "")


def said_steps(page: AppTest) -> list[str]:
    """Return the steps of the strike's history."""
    return [one.value for one in page.markdown if one.value.startswith("- ")]


def listed(page: AppTest) -> list[str]:
    return page.dataframe[0].value["strike_id"].tolist()


def test_a_field_is_corrected_beside_what_was_read(page, path):
    field(page, "Why, in your words").set_value("the list")
    field(page, "Who, if you wish").set_value("Rana")
    field(page, "Killed", FORM).set_value("7-9")
    field(page, "Kind", FORM).set_value("drone")
    press(page, "Save")
    row = strikes(path).loc[listed(page)[0]]
    assert (row["killed_min"], row["killed_max"], row["kind"]) == (7, 9, "drone")
    assert row["corrected"] == "kind other, killed_min 3, killed_max 3"
    assert "As read: 3" in said(page)
    assert "by Rana: correct: kind from other to drone; killed_min from 3 to 7" in said(page)
    assert "the list" in next(one for one in said_steps(page) if "from other to drone" in one)
    assert field(page, "Why, in your words").value == ""


def test_the_page_begins_at_the_strike_that_was_read_last(page):
    last = listed(page)[-1]
    assert last not in said(page)
    page.session_state[READ_KEY] = last
    assert last in said(run(page))
    field(page, "Search place, actor, target or id").set_value("Suran")
    assert last not in said(run(page)), "what is looked for goes before it"
    page.session_state[READ_KEY] = "of other data"
    assert listed(run(page))[0] in said(page)


def test_what_is_refused_is_said_and_stays_in_its_field(page, path):
    field(page, "Killed", FORM).set_value("dozens")
    press(page, "Save")
    refusal = "killed: 'dozens' is no whole number"
    assert refusal in said(page)
    assert field(page, "Killed", FORM).value == "dozens"
    assert strikes(path)["corrected"].isna().all()
    assert refusal in said(run(page)), "it stays, though the page is drawn again"
    press(page, "Next")
    assert refusal not in said(page), "of the strike before"


def test_no_press_is_lost_where_the_page_is_drawn_again_at_once(page, path):
    def press_and_cut(label: str) -> None:
        page.session_state["cut"] = True
        press(page, label)

    first, *others = listed(page)
    field(page, "Target", FORM).set_value("a mill")
    press_and_cut("Save")
    assert strikes(path).loc[first, "target"] == "a mill"
    field(page, "Who says so", "strikes_source_").set_value("Observatory")
    press_and_cut("Save the source")
    with Workspace(path, writing=False) as opened:
        assert "Observatory" in opened.read_claims()["claimant"].tolist()
    field(page, "Place, as told").set_value("Talbiseh")
    page.text_input(key="strikes_new_source_claimant").set_value("SOHR")
    press_and_cut("Add the strike")
    assert len(strikes(path)) == 4
    page.query_params["strike"] = first
    next(one for one in run(page).multiselect if one.label == "One with").set_value(others[:1])
    run(page)
    press_and_cut("Join")
    assert len(strikes(path)) == 3
    next(one for one in page.multiselect if one.label.startswith("1")).set_value([1, 2])
    press_and_cut("Split")
    assert f"{first}.2" in strikes(path).index


def test_the_toll_of_a_join_is_that_of_the_strikes_that_are_chosen(page):
    one, two = (row for row in listed(page)[1:])
    join = next(box for box in page.multiselect if box.label == "One with")
    join.set_value([one])
    tolls = [field(run(page), "Killed", "strikes_j_").value]
    next(box for box in page.multiselect if box.label == "One with").set_value([two])
    tolls.append(field(run(page), "Killed", "strikes_j_").value)
    assert tolls == ["3-4", "3-5"]


def test_a_correction_is_taken_back_undone_and_done_again(page, path):
    field(page, "Target", FORM).set_value("a mill")
    press(page, "Save")
    press(page, "Undo")
    assert strikes(path)["target"].isna().all()
    press(page, "Redo")
    assert strikes(path)["target"].notna().sum() == 1
    page.multiselect[0].set_value(["target"])
    run(page)
    press(page, "Take back")
    assert strikes(path)["corrected"].isna().all()


def test_a_point_moves_this_strike_alone(page, path):
    page.number_input(key="strikes_spot_lat").set_value(35.29)
    page.number_input(key="strikes_spot_lon").set_value(36.75)
    page.number_input(key="strikes_spot_radius").set_value(2.0)
    run(page)
    press(page, "Put it there")
    found = strikes(path)
    assert (found["match_method"] == "reviewed").tolist().count(True) == 1
    moved = found.loc[listed(page)[0]]
    assert (moved.geometry.x, moved.geometry.y, moved["adm1_name"]) == (36.75, 35.29, "Hama")
    assert "As read: not located" in said(page)


def test_a_listed_place_is_found_by_any_spelling(page, path):
    field(page, "A listed place, by any spelling").set_value("تلبيسة")
    run(page)
    press(page, next(b.label for b in page.button if b.label.startswith("1\\. Talbiseh")))
    assert strikes(path).loc[listed(page)[0], "place_id"] == "gn:163779"


def test_a_strike_is_joined_with_another_and_restored(page, path):
    first = listed(page)[0]
    other = next(one for one in listed(page)[1:] if strikes(path).loc[one, "place_text"] == "Suran")
    join = next(one for one in page.multiselect if one.label == "One with")
    join.set_value([other])
    run(page)
    press(page, "Join")
    row = strikes(path).loc[first]
    assert (row["killed_min"], row["killed_max"], row["source_count"]) == (3, 4, 2)
    assert other not in strikes(path).index
    press(page, "Restore")
    assert strikes(path).loc[other, "killed_min"] == 4
    assert strikes(path).loc[first, "killed_max"] == 3


def test_a_strike_is_split_and_its_toll_counted_once(page, path):
    source = next(one for one in page.multiselect if one.label.startswith("1"))
    source.set_value([1, 2])
    press(page, "Split")
    found = strikes(path)
    (own,) = set(found.index) - set(listed(page)) or {f"{listed(page)[0]}.2"}
    assert own.endswith(".2")
    assert found.loc[own, "toll_lead"] == own.removesuffix(".2")
    assert found["killed_min"].sum() == 12


def test_a_strike_is_deleted_and_the_next_one_comes(page, path):
    first = listed(page)[0]
    press(page, "Delete")
    assert first not in strikes(path).index
    assert first not in listed(page)
    assert "delete: " + first in said(page)


def test_a_new_strike_needs_a_source(page, path):
    field(page, "Place, as told").set_value("Talbiseh")
    field(page, "Governorate, as told").set_value("Homs")
    press(page, "Add the strike")
    assert "source: names none; give one of claimant" in said(page)
    page.text_input(key="strikes_new_source_claimant").set_value("SOHR")
    press(page, "Add the strike")
    found = strikes(path)
    added = found[found.index.str.startswith("added:")].iloc[0]
    assert (added["place_id"], added["corrected"]) == ("gn:163779", "added by hand")
    assert field(page, "Place, as told").value == ""
    press(page, "Add the strike")  # once more: the form is empty, and nothing is added twice
    assert len(strikes(path)) == len(found)


def test_sources_are_mended_added_and_taken_out(page, path):
    field(page, "Who says so", "strikes_source_").set_value("Observatory")
    press(page, "Save the source")
    with Workspace(path, writing=False) as opened:
        assert "Observatory" in opened.read_claims()["claimant"].tolist()
    press(page, "Take this source out")
    assert "is the only source of" in said(page)


def test_what_a_table_says_is_no_markup(page):
    field(page, "Search place, actor, target or id").set_value("talbiseh")
    run(page)
    assert listed(page) == [page.dataframe[0].value["strike_id"].iloc[0]]
    assert any(r"\<b\>SNHR\<\/b\> \*x\*" in one.value for one in page.markdown)


def test_what_somebody_else_changed_meanwhile_is_told(page, path):
    first = listed(page)[0]
    field(page, "Killed", FORM).set_value("8")
    shared = open_shared(str(path))
    shared.act(lambda opened: Desk(opened).correct(first, {"kind": "drone"}), who="Omar")
    run(page)
    assert "Changed meanwhile by somebody else" in page.warning[0].value
    assert "by Omar: correct: kind from other to drone" in said(page)
    assert field(page, "Killed", FORM).value == "3"
    run(page)
    assert not page.warning
    field(page, "Killed", FORM).set_value("8")
    shared.act(lambda opened: Desk(opened).correct(first, {"target": "a mill"}), who="Omar")
    press(page, "Save")
    assert "was changed meanwhile, so nothing was saved" in said(page)
    assert (strikes(path).loc[first, "killed_max"], field(page, "Killed", FORM).value) == (3, "3")


def test_an_address_opens_a_strike_and_says_where_there_is_none(page):
    last = listed(page)[-1]
    page.query_params["strike"] = last
    run(page)
    assert last in said(page)
    page.query_params["strike"] = "nope"
    run(page)
    assert "nope: no strike has this id" in page.warning[0].value.replace("\\", "")


def test_without_a_workspace_the_page_offers_to_make_one(monkeypatch):
    monkeypatch.delenv("STRIKEMAP_WORKSPACE", raising=False)
    page = run(AppTest.from_function(draw_page, default_timeout=PATIENCE))
    assert "None is open" in page.info[0].value
    assert any("workspace" in one.label.lower() for one in page.expander)
