"""Reports and pairs in a team's database: two people decide at once, each undoes their own."""

from __future__ import annotations

import pytest
from cluster import Cluster
from report_pages import TEXT, open_page, paste, press, run, said
from streamlit.testing.v1 import AppTest
from workspace_app import locate_table

from geo.workspace.changes import Change
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from geo.workspace.store import open_workspace
from strikemap.web.pairs.decided import PROPOSED
from strikemap.web.reports.page import PAIRS
from strikemap.web.workspaces.shared import open_shared

TABLE = (
    "date,place,governorate,kind,killed,source\n"
    "2023-05-20,Ariha,Idlib,drone,2,SNHR\n2023-05-20,Ariha,Idlib,drone,2,SOHR\n"
    "2023-05-21,Binnish,Idlib,drone,3,SNHR\n2023-05-21,Binnish,Idlib,drone,3,SOHR\n"
)


@pytest.fixture
def address(cluster: Cluster, tmp_path, monkeypatch: pytest.MonkeyPatch):
    made = cluster.address(cluster.make_database())
    located, edition = locate_table(tmp_path, TABLE)
    make_workspace(made, located.strikes, located.claims, located=edition)
    monkeypatch.setenv("STRIKEMAP_WORKSPACE", made)
    yield made
    open_shared(made).close()


def sign(page: AppTest, name: str) -> AppTest:
    page.text_input(key="visitor_name_typed").set_value(name)
    return run(page)


def look(page: AppTest) -> AppTest:
    page.get("button_group")[0].set_value(PAIRS)
    return run(page)


def test_what_two_people_decide_is_there_for_both_and_each_undoes_their_own(address: str):
    page = press(sign(paste(open_page(), TEXT), "Rana"), "reports_accept")
    assert "Accepted, on disk" in said(page)
    look(page)
    assert "0 of 2 pairs decided" in said(page)
    with open_workspace(address, who="Omar") as omar:  # at another desk
        desk = Desk(omar, why=f"seen the videos; {PROPOSED}")  # as the page of pairs says it
        (added,) = (one for one in omar.read_strikes().index if one.startswith("added:"))
        assert omar.list_log()[0].who == "Rana"
        one, other = omar.read_strikes().query("place_text == 'Ariha'").index
        desk.join([one, other], {})
        press(page, "reports_join")  # of the same pair, drawn before
        assert f"{other}: is joined into {one}; restore it first" in said(page)
        opened = open_shared(address)
        opened.refresh()  # as the page does every few seconds
        assert "1 of 2 pairs decided" in said(run(page))
        press(page, "reports_apart")
        assert "2 of 2 pairs decided" in said(page)
        press(page, "reports_undo")  # Rana's own, not Omar's, which was written before
        assert "1 of 2 pairs decided" in said(page)
        omar.undo()
        opened.refresh()
        assert "0 of 2 pairs decided" in said(run(page))
        assert added in omar.read_strikes().index
        omar.apply(Change("reject draft", "x", [], "read from a report (draft abc-1-drone-1-1)"))
        assert [entry.action for entry in omar.list_log()[:3]] == ["reject draft", "undo", "undo"]
        omar.undo()
    press(page, "reports_undo")
    with open_workspace(address) as opened_again:
        assert added not in opened_again.read_strikes().index
        told = [(entry.action, entry.who) for entry in reversed(opened_again.list_log())]
    assert told == [
        ("add", "Rana"), ("join", "Omar"), ("tell apart", "Rana"), ("undo", "Rana"),
        ("undo", "Omar"), ("reject draft", "Omar"), ("undo", "Omar"), ("undo", "Rana"),
    ]  # fmt: skip
