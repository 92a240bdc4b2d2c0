"""Decisions on drafts: each stands for one draft, once, and as long as its strike is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from copied_workspace import copy_made
from report_pages import PATIENCE, TEXT, button, field, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest

from geo.workspace.editing.desk import Desk
from geo.workspace.editing.moving import Land, make_decision
from geo.workspace.editing.records import Act
from geo.workspace.store import Workspace
from strikemap.web.datasets import load_shipped
from strikemap.web.visitors.session import KEPT_KEYS, STEPS_KEY
from strikemap.web.workspaces.making import make_of
from strikemap.web.workspaces.shared import open_shared

TWICE = (
    "#META date: 2023-05-10\n#META outlet: The Site\nA drone struck Ariha on Monday. A second "
    "drone strike killed two people. A second drone strike wounded three on Tuesday."
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = copy_made(
        "shipped", tmp_path / "work.gpkg", lambda fresh: make_of(load_shipped(), [], fresh)
    )
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    return made


def test_drafts_that_read_alike_are_decided_each_by_itself():
    page = paste(open_page(), TWICE)
    page.session_state["reports_alike"] = "s:1"
    press(page, "reports_next")
    assert "reports_alike" not in page.session_state  # chosen for the draft before
    press(page, "reports_accept")
    assert "Draft 3 of 3; 1 accepted, 2 open" in said(page)
    assert not button(page, "reports_accept").disabled


def draw_decisions() -> None:
    """Draw the page, and buttons for what a second press or another page does."""
    import streamlit as st

    from gazetteer.decisions.decision import Decision
    from strikemap.web.country import shared_gazetteer
    from strikemap.web.datasets import current_dataset, return_to_shipped
    from strikemap.web.places.in_session import decide_here, undo_here
    from strikemap.web.reports import page
    from strikemap.web.reports.form import DraftAt
    from strikemap.web.reports.held import current_at, current_text

    def accept_twice() -> None:
        told = current_text()
        at = DraftAt(told, current_at(told))
        page._accept(at)
        page._accept(at)

    def decide_suran() -> None:
        hama = shared_gazetteer(("sy",)).match_many(["Suran"], ["Hama"])[0].place
        decide_here(current_dataset(), [Decision("Suran", verdict="place", place_id=hama.place_id)])

    st.button("decide", key="decide", on_click=decide_suran)
    st.button("undecide", key="undecide", on_click=lambda: undo_here(current_dataset()))
    if st.toggle("other page", key="other"):
        return
    st.button("twice", key="twice", on_click=accept_twice)
    st.button("shipped", key="shipped", on_click=return_to_shipped)
    st.session_state["rows"] = len(current_dataset().strikes)
    page.show_page()


def test_a_draft_is_accepted_once_and_open_again_where_its_strike_is_not_shown():
    page = AppTest.from_function(draw_decisions, default_timeout=PATIENCE)
    paste(run(page), TWICE)
    before = page.session_state["rows"]
    press(page, "twice")
    assert page.session_state["rows"] == before + 1
    assert "Accepted, in this session's data only" in said(page)  # the second press did nothing
    assert "is accepted already" not in said(page)
    assert "Draft 2 of 3; 1 accepted, 2 open" in said(page)
    press(page, "shipped")
    assert "3 open" in said(page)
    press(page, "reports_undo")
    assert "There is no step to take back" in said(page)


def test_a_strike_that_is_deleted_leaves_its_draft_open(path):
    page = press(paste(open_page(), TWICE), "reports_accept")
    assert "1 accepted, 2 open" in said(page)
    opened = open_shared(str(path))
    (added,) = (one for one in opened.dataset.strikes.index if one.startswith("added:"))
    opened.act(lambda workspace: Desk(workspace).delete(added))
    assert "3 open" in said(run(page))
    opened.undo("")
    assert "1 accepted, 2 open" in said(run(page))


def test_each_draft_has_buttons_of_its_own_so_that_a_late_press_decides_no_other():
    page = paste(open_page(), TWICE)
    keys = {name: button(page, name).key for name in ("reports_accept", "reports_reject")}
    press(page, "reports_accept")
    assert not keys.items() & {name: button(page, name).key for name in keys}.items()


def test_after_the_last_decision_the_page_leads_on():
    page = paste(open_page(), "#META outlet: X; date: 2023-05-10\n\nJets hit Ariha on Monday.")
    assert "Every draft is decided" not in said(page)
    assert not page.expander[0].proto.expanded
    press(page, "reports_accept")
    assert "Every draft is decided. A further text is pasted or dropped" in said(page)
    assert page.expander[0].proto.expanded
    press(page, "reports_undo")
    assert "Every draft is decided" not in said(page)


@pytest.mark.usefixtures("path")
def test_another_visitor_cannot_decide_a_draft_again():
    page, other = (paste(open_page(), TWICE) for _ in range(2))
    press(page, "reports_accept")
    press(other, "reports_accept")  # whose page was drawn before
    assert "is accepted already" in said(other)


def test_a_workspace_made_of_the_session_knows_its_decisions(tmp_path):
    page = press(press(paste(open_page(), TWICE), "reports_accept"), "reports_reject")
    steps, kept = (page.session_state[key] for key in (STEPS_KEY, "uploaded_dataset"))
    assert STEPS_KEY in KEPT_KEYS  # the strikes, too, come back after a reload
    made = tmp_path / "made.gpkg"
    make_of(kept, [], made, changes=[step.change for step in steps], who="Rana")
    with Workspace(made) as opened:
        assert [(one.action, one.who) for one in opened.list_log()][:2] == [
            ("reject draft", "Rana"),
            ("add", "Rana"),
        ]
        assert sorted(opened.read_strikes().index) == sorted(kept.strikes.index)
        opened.undo()
        opened.undo()
        assert len(opened.read_strikes()) == len(kept.strikes) - 1


def look_away(page: AppTest) -> AppTest:
    """Look at another page and come back."""
    for _ in range(2):
        page.toggle(key="other").set_value(not page.toggle(key="other").value)
        run(page)
    return page


def last_added(page: AppTest):
    kept = page.session_state["uploaded_dataset"]
    own = kept.strikes[kept.strikes.index.str.startswith("added:")]
    return own.iloc[-1], kept.claims[kept.claims["strike_id"] == own.index[-1]].iloc[0]


def test_where_a_person_put_a_strike_it_stays():
    page = run(AppTest.from_function(draw_decisions, default_timeout=PATIENCE))
    paste(page, "#META outlet: X; date: 2023-05-10\n\nShelling hit Suran on Monday.")
    for name, value in (("lat", 36.9), ("lon", 35.4), ("radius", 3.0)):
        page.number_input(key=f"reports_spot_{name}").set_value(value)
    run(page)
    assert "A point of yours, within 3 km" in said(look_away(page))
    press(page, "reports_accept")
    row, _ = last_added(page)
    assert (row.geometry.y, row.geometry.x) == (36.9, 35.4)
    press(page, "decide")
    row, _ = last_added(page)
    assert (row.geometry.y, row.geometry.x) == (36.9, 35.4)


def test_undo_on_places_takes_back_places_alone():
    page = run(AppTest.from_function(draw_decisions, default_timeout=PATIENCE))
    paste(page, "#META outlet: X; date: 2023-05-10\n\nShelling hit Suran on Monday.")
    press(page, "reports_accept")
    press(page, "decide")
    assert last_added(page)[0]["adm1_name"] == "Hama"
    paste(page, "#META outlet: Y; date: 2023-05-10\n\nShelling killed 9 in Suran, Hama on Monday.")
    press(page, "reports_join")
    press(page, "undecide")
    row, _ = last_added(page)
    assert (row["location_status"], row["source_count"]) == ("unlocated", 2)
    assert row["corrected"].endswith("read from a report, accepted")


def test_a_place_read_wrongly_is_said_to_be_not_located():
    page = run(AppTest.from_function(draw_decisions, default_timeout=PATIENCE))
    paste(page, TWICE)
    field(page, "actor").set_value("")
    press(page, "reports_take_0")
    assert "Ariha: not located" in said(page)
    assert button(page, "reports_accept").label == "Accept, not located (A)"
    press(page, "reports_accept")
    assert last_added(page)[0]["location_status"] == "unlocated"


def test_a_cleared_actor_leaves_no_standing_and_a_typed_toll_has_its_scope():
    page = run(AppTest.from_function(draw_decisions, default_timeout=PATIENCE))
    paste(page, "#META outlet: X; date: 2023-05-10\n\nRussian jets bombed Ariha on Monday.")
    field(page, "attribution").set_value("alleged")
    field(page, "actor").set_value("")
    field(page, "killed").set_value("3")
    press(page, "reports_accept")
    row, claim = last_added(page)
    assert row[["actor", "attribution"]].isna().all()
    assert (claim["killed_min"], claim["toll_scope"]) == (3, "strike")


def test_a_draft_accepted_as_proposed_is_neither_corrected_nor_decided_by_hand(path):
    press(paste(open_page(), TEXT), "reports_accept")
    opened = open_shared(str(path))
    (added,) = (one for one in opened.dataset.strikes.index if one.startswith("added:"))
    row = opened.dataset.strikes.loc[added]
    assert row["corrected"] == "read from a report, accepted"
    assert (row["place_name"], row["match_method"]) == ("Saraqib", "exact")
    assert "decided" not in row["match_reason"]
    land, far = Land(*opened.land), make_decision(Act(), point=(36.0, 35.0), radius_km=5.0)
    opened.act(lambda workspace: Desk(workspace).move(added, far, land))
    words = opened.dataset.strikes.loc[added, "corrected"]
    assert words == "place Saraqib (Idlib), read from a report, accepted"
    opened.act(lambda workspace: Desk(workspace).take_back(added, ["place"]))
    assert opened.dataset.strikes.loc[added, "match_method"] == "exact"
