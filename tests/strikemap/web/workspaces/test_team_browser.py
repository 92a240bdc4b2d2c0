"""A team's database in the app: what one decides, a second browser of another server sees."""

from __future__ import annotations

from pathlib import Path

from browser import Visits
from cluster import Cluster
from playwright.sync_api import expect
from workspace_app import PATIENCE, locate_table, open_places, press, serve_app

from geo.workspace.files import make_workspace


def test_what_one_decides_another_sees_within_seconds(
    cluster: Cluster, visits: Visits, tmp_path: Path
):
    address = cluster.address(cluster.make_database())
    located, edition = locate_table(tmp_path)
    make_workspace(address, located.strikes, located.claims, located=edition)
    named = {"STRIKEMAP_WORKSPACE": address}
    one, two = visits.need(serve_app(**named)), visits.need(serve_app(**named))
    mine, theirs = open_places(one, visits), open_places(two, visits)
    expect(theirs.get_by_role("heading", name="Suran")).to_be_visible(timeout=PATIENCE)
    expect(mine.get_by_text("every change is on disk")).to_be_visible(timeout=PATIENCE)
    press(mine, "1", "Suran: 2 rows placed as decided")
    expect(theirs.get_by_role("heading", name="Zyxfold, Hama")).to_be_visible(timeout=PATIENCE)
    press(theirs, "x", "Zyxfold: not a place, in 1 row")
    expect(mine.get_by_role("heading", name="Decided (2)")).to_be_visible(timeout=PATIENCE)
    for page in (mine, theirs):
        assert "owner@" not in page.content()
