"""Decisions on drafts: each stands for one draft, once, and as long as its strike is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_pages import PATIENCE, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest

from geo.workspace.editing.desk import Desk
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
    made = tmp_path / "work.gpkg"
    make_of(load_shipped(), [], made)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    return made


def test_drafts_that_read_alike_are_decided_each_by_itself():
    page = press(paste(open_page(), TWICE), "reports_next")
    press(page, "reports_accept")
    assert "Draft 3 of 3; 1 accepted, 2 open" in said(page)
    assert not page.button(key="reports_accept").disabled


def draw_decisions() -> None:
    """Draw the page, and buttons for what a second press or another page does."""
    import streamlit as st

    from strikemap.web.datasets import current_dataset, return_to_shipped
    from strikemap.web.reports import page
    from strikemap.web.reports.form import DraftAt
    from strikemap.web.reports.held import current_at, current_text

    def accept_twice() -> None:
        told = current_text()
        at = DraftAt(told, current_at(told))
        page._accept(at)
        page._accept(at)

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
    assert "is accepted already (added:" in said(page)
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
