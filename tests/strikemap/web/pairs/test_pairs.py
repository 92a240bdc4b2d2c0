"""The pass over pairs of strikes that may be one: decided once each, with reasons, undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from report_pages import TEXT, button, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest
from workspace_app import locate_table, make_work

from geo.errors import WorkspaceError
from geo.workspace.editing.desk import Desk
from geo.workspace.store import Workspace
from strikemap.web.datasets import as_dataset
from strikemap.web.pairs import decided
from strikemap.web.pairs.listing import list_changed
from strikemap.web.reports.page import PAIRS, TEXTS
from strikemap.web.workspaces.making import make_of
from strikemap.web.workspaces.shared import open_shared

TABLE = (
    "date,place,governorate,kind,killed,source\n"
    "2023-05-08,Saraqib,Idlib,airstrike,3,SNHR\n2023-05-08,Saraqib,Idlib,airstrike,4,SOHR\n"
    "2023-05-20,Ariha,Idlib,drone,2,SNHR\n2023-05-20,Ariha,Idlib,drone,2,SOHR\n"
    "2023-06-20,Binnish,Idlib,drone,,SNHR\n"
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    made = make_work(tmp_path, TABLE)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", str(made))
    yield made
    open_shared(str(made)).close()


def look(page: AppTest, what: str = PAIRS) -> AppTest:
    page.get("button_group")[0].set_value(what)
    return run(page)


def log(path: Path) -> list[tuple[str, str, str]]:
    with Workspace(path, writing=False) as opened:
        return [(one.action, one.why, one.who) for one in opened.list_log()]


def test_pairs_are_decided_once_each_kept_and_undone(path: Path):
    page = look(open_page())
    assert "0 of 2 pairs decided" in said(page)
    assert "same place (Ariha); same day (2023-05-20)" in said(page)
    assert "| Place | Ariha | Ariha |" in said(page)
    assert "| Source | SNHR | SOHR |" in said(page)
    page.text_input(key="pairs_why").set_value("two drones")
    run(page)
    assert press(page, "reports_next").text_input(key="pairs_why").value == ""
    assert press(page, "reports_back").text_input(key="pairs_why").value == "two drones"
    page.text_input(key="visitor_name_typed").set_value("Rana")
    press(page, "reports_apart")
    assert "1 of 2 pairs decided" in said(page)
    assert page.text_input(key="pairs_why").value == ""
    assert "same place (Saraqib)" in said(page)
    press(page, "reports_join")
    assert "2 of 2 pairs decided" in said(page)
    assert "1 made one strike" in said(page)
    assert page.button(key="reports_join").disabled
    assert log(path) == [
        ("join", "a proposed pair", "Rana"), ("tell apart", "two drones", "Rana"),
    ]  # fmt: skip
    with Workspace(path, writing=False) as opened:
        strikes = opened.read_strikes()
    (one,) = strikes[strikes["place_text"] == "Saraqib"].to_dict("records")
    assert (one["source_count"], one["killed_min"], one["killed_max"]) == (2, 3, 4)
    open_shared(str(path)).close()
    again = look(open_page())
    assert "2 of 2 pairs decided" in said(again)  # nobody is asked again
    for left in ("1 of 2", "0 of 2"):
        press(again, "reports_undo")
        assert f"{left} pairs decided" in said(again)


def test_what_another_decided_meanwhile_is_not_decided_again(path: Path):
    page, other = look(open_page()), look(open_page())
    press(page, "reports_apart")
    press(other, "reports_join")  # of the same pair, drawn before
    assert "somebody said that they are two strikes; undo that first" in said(other)
    press(page, "reports_join")
    press(other, "reports_apart")
    assert "2 of 2 pairs decided" in said(run(other))
    assert [action for action, *_ in log(path)] == ["join", "tell apart"]


def test_a_join_of_no_proposed_pair_decides_none(path: Path):
    with Workspace(path) as opened:
        ids = opened.read_strikes().index
        Desk(opened).join([ids[0], ids[4]], {})  # of other days and places
    assert "0 of 2 pairs decided" in said(look(open_page()))


def test_without_a_workspace_the_session_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    table = tmp_path / "strikes.csv"
    head, *rows = TABLE.splitlines()
    by = "\n".join([f"{head},actor", *(f"{row},{'Russia' * ('4,SOHR' in row)}" for row in rows)])
    table.write_text(by, encoding="utf-8")
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(table))
    page = look(open_page())
    press(press(page, "reports_apart"), "reports_join")
    assert "2 of 2 pairs decided" in said(page)
    strikes = page.session_state["uploaded_dataset"].strikes
    assert len(strikes) == 4
    assert strikes["actor"].dropna().tolist() == ["Russia"]  # which one of the two says
    joined = page.session_state["uploaded_dataset"]
    del page.session_state["uploaded_dataset"]  # back to the data before, of which one is decided
    assert "1 of 2 pairs decided" in said(run(page))
    page.session_state["uploaded_dataset"] = joined
    assert "2 of 2 pairs decided" in said(run(page))
    press(press(page, "reports_undo"), "reports_undo")
    assert "0 of 2 pairs decided" in said(page)
    assert len(page.session_state["uploaded_dataset"].strikes) == 5


def test_a_draft_accepted_as_another_strike_is_not_asked_again(path: Path):
    page = paste(open_page(), TEXT)
    assert button(page, "reports_accept").label == "Two strikes: accept (A)"
    page.text_input(key="reports_why").set_value("another strike than the one in Idlib; seen")
    press(page, "reports_accept")
    assert "another strike than" in log(path)[0][1]
    look(page)
    assert "1 of 3 pairs decided" in said(page)
    assert button(look(page, TEXTS), "reports_accept")


def test_a_figure_for_none_and_another_source_are_changes_of_a_pair(tmp_path: Path) -> None:
    kept = as_dataset(locate_table(tmp_path, TABLE)[0], "incidents.csv", shipped=False)
    strikes, claims = kept.strikes.copy(), kept.claims.copy()
    first, binnish = strikes.index[0], strikes.index[4]
    strikes.loc[binnish, "killed_min"] = 90  # of which no figure was told
    claims.loc[claims["strike_id"] == first, "claimant"] = "VDC"
    changed = list_changed(kept, replace(kept, strikes=strikes, claims=claims))
    assert sorted(changed or []) == sorted([first, binnish])
    assert list_changed(kept, kept) == []


def test_a_pair_made_one_strike_in_the_session_stands_in_a_workspace_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "s.csv").write_text(TABLE)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(tmp_path / "s.csv"))
    page = look(open_page())
    press(page, "reports_join")
    shown = page.session_state["uploaded_dataset"]
    changes = [step.change for step in page.session_state["report_steps"]]
    work = tmp_path / "w.gpkg"
    make_of(shown, [], work, changes=changes)
    with Workspace(work) as opened:
        assert sorted(opened.read_strikes().index) == sorted(shown.strikes.index)
        assert [one.action for one in opened.list_log()] == ["join"]
        opened.undo()
        assert opened.read_strikes()["added"].notna().all()
    with pytest.raises(WorkspaceError, match="is there already"):
        make_of(shown, [], work, changes=changes)
    with pytest.raises(WorkspaceError, match="look at it again"):
        make_of(shown, [], tmp_path / "x.gpkg", changes=[*changes, *changes])
    left = {one.name for one in tmp_path.iterdir()}
    assert {one for one in left if one.endswith((".gpkg", ".lock"))} <= {"w.gpkg", "w.gpkg.lock"}


def test_a_draft_that_is_none_of_a_strike_with_commas_in_its_id_is_asked_of_others():
    why = "saw it; another strike than {}; read from a report (draft 0a1b2c)"
    table = SimpleNamespace(strikes=pd.DataFrame(index=["a, b, c", "b", "d", "a, b"]))
    said = decided._gather([("add", "n", why.format("a, b, c, d"))], table)
    assert [said.tells_apart("n", one) for one in ("a, b, c", "d")] == [True, True]
    assert not any(said.tells_apart(one, "n") for one in ("a, b", "b"))
    several = decided._gather([("add", "n", why.format("b, d"))], table)
    assert [several.tells_apart(one, "n") for one in ("b", "d", "a, b, c")] == [True, True, False]
