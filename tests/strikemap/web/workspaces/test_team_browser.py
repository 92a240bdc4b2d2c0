"""A team's database in the app: what another program decides in it, the page shows by itself."""

from __future__ import annotations

from pathlib import Path

from browser import Visits
from cluster import Cluster
from playwright.sync_api import expect
from workspace_app import LAND, PATIENCE, locate_table, open_places, press, serve_app

from gazetteer.decisions.decision import Decision
from geo.workspace.files import make_workspace
from geo.workspace.store import open_workspace
from strikemap.web.country import shared_boundaries, shared_gazetteer


def test_what_one_decides_another_sees_within_seconds(
    cluster: Cluster, visits: Visits, tmp_path: Path
):
    address = cluster.address(cluster.make_database())
    located, edition = locate_table(tmp_path)
    make_workspace(address, located.strikes, located.claims, located=edition)
    page = open_places(visits.need(serve_app(STRIKEMAP_WORKSPACE=address)), visits)
    expect(page.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("every change is on disk")).to_be_visible(timeout=PATIENCE)
    land = shared_gazetteer(LAND), shared_boundaries(LAND)
    with open_workspace(address, who="B") as theirs:
        theirs.decide(Decision("Suran", "", "no place"), *land)
        expect(page.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
        press(page, "x", "Zyxfold: not a place, in 1 row")
        assert {one.name for one in theirs.list_decisions()} == {"Suran", "Zyxfold"}
    assert "owner@" not in page.content()
