"""A database of more strikes than a page holds, in the browser: seen, listed, cut off, written."""

from __future__ import annotations

import re

from browser import PATIENCE, Visits
from cluster import Cluster
from playwright.sync_api import Page, expect
from workspace_app import serve_app, settle

from geo.reading.read import read_seeds
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace

COUNTED = '.strike-mount[data-squares]:not([data-squares="0"])'


def say(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible(timeout=PATIENCE)


def test_squares_are_seen_and_listed_and_what_goes_wrong_is_told(cluster: Cluster, visits: Visits):
    database = cluster.make_database()
    address, reading = cluster.address(database), read_seeds()
    make_workspace(address, reading.strikes, reading.claims, located="sy sy 1 0")
    served = visits.need(serve_app(STRIKEMAP_WORKSPACE=address, STRIKEMAP_MOST="20"))
    page = visits.open(served)
    expect(page.locator(COUNTED)).to_be_visible(timeout=PATIENCE)
    say(page, "34 of 42 rows pass the filters.")
    settle(page)
    drawn = page.locator(COUNTED)
    # It is named to screen readers, and keeps still where less motion is asked for.
    expect(drawn).to_have_role("group")
    expect(drawn).to_have_accessible_name(re.compile("^Map of how many strikes"))
    hidden = 'canvas:not([aria-hidden="true"])'
    assert drawn.locator(hidden).count() == 0
    animates = "(at) => at.handMap.map.options.zoomAnimation"
    for asked, moves in (("no-preference", True), ("reduce", False)):
        page.emulate_media(reduced_motion=asked)
        assert drawn.evaluate(animates) is moves
    square = drawn.evaluate(
        "(at) => { const [one] = at.handMap.drawn.fine; return [one.x, one.y, one.rows]; }"
    )
    drawn.click(position={"x": square[0], "y": square[1]})
    say(page, f"{square[2]} in the square")
    say(page, f"Rows 1 to {square[2]}, in the order of the database.")
    badge = drawn.evaluate(
        "(at) => { const one = at.handMap.drawn.badges.find(({ key }) => key === 'SY07');"
        " return [(one.left + one.right) / 2, (one.top + one.bottom) / 2]; }"
    )
    drawn.click(position={"x": badge[0], "y": badge[1]})
    say(page, "known only to Idlib")
    # A table is gone: what is asked of it is told, and answered once it is back.
    cluster.ask("ALTER TABLE strike_cells RENAME TO away", database)
    page.get_by_role("button", name="Zoom in").click()
    say(page, "The database cannot be counted now.")
    cluster.ask("ALTER TABLE away RENAME TO strike_cells", database)
    page.get_by_role("button", name="Try again").first.click()
    expect(page.locator(COUNTED)).to_be_visible(timeout=PATIENCE)
    with Workspace(address, who="Rana") as theirs:
        Desk(theirs).delete(str(reading.strikes.index[0]))
    say(page, "of 41 rows pass the filters.")
    assert "owner@" not in page.content()
