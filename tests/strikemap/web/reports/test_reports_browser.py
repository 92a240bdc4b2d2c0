"""The Reports page in a browser: pasted, decided by keys alone, on the map; any text as text."""

from __future__ import annotations

from pathlib import Path

from app_server import kill_server
from browser import PATIENCE, Visits
from playwright.sync_api import expect
from workspace_app import forget_missing, make_work, open_page, serve_app, settle

from geo.workspace.store import Workspace

TEXT = (
    "#META date: 2023-05-10\nThree towns <img src=x onerror=alert(1)> {{7*7}}\n\nRussian jets "
    "bombed Saraqib on Monday, killing four people.\n\nShelling hit Suran on Tuesday.\n\nقصف\n\n"
    "A drone struck a market in Ariha on Tuesday."
)
DECIDED = {
    "KeyA": "Accepted, in this session's data only",
    "KeyX": "Rejected, in this session's data only: shelling on Suran",
    "KeyU": "Taken back: a rejection",
}  # fmt: skip


def test_a_pasted_text_is_decided_by_one_key_a_draft_and_is_on_the_map(
    served_app: str, visits: Visits
):
    page = visits.open(f"{served_app}reports")
    expect(page.get_by_role("heading", name="Reports", level=1)).to_be_visible(timeout=PATIENCE)
    forget_missing(visits)
    page.get_by_label("Paste a text").fill(TEXT)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("1 text read: 3 drafts")).to_be_visible(timeout=PATIENCE)
    text = page.locator(".report-text")
    expect(text).to_contain_text("<img src=x onerror=alert(1)> {{7*7}}", timeout=PATIENCE)
    assert text.locator("img").count() == 0
    marks = [
        (mark.inner_text(), mark.get_attribute("class")) for mark in text.locator("mark").all()
    ]
    assert ("Saraqib", "report-place report-now") in marks
    assert ("killing four people", "report-toll report-now") in marks
    assert ("Russian", "report-actor report-now") in marks
    assert text.get_by_text("قصف").evaluate("one => getComputedStyle(one).direction") == "rtl"
    page.wait_for_function("globalThis[Symbol.for('strikemap reports keys')]")
    settle(page)
    for code, then in DECIDED.items():
        # As a keyboard of another script sends it.
        page.evaluate("code => document.body.dispatchEvent(new KeyboardEvent('keydown', "
                      "{ code, key: 'ش', bubbles: true, composed: true }))", code)  # fmt: skip
        expect(page.get_by_text(then)).to_be_visible(timeout=PATIENCE)
        settle(page)
    text.get_by_text("Ariha").click()
    expect(page.get_by_role("heading", name="3. drone on Ariha")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Explore", exact=True).click()
    expect(page.get_by_text("27 of 35 located").first).to_be_visible(timeout=PATIENCE)


def test_a_decision_that_was_acknowledged_outlasts_the_death_of_the_server(
    visits: Visits, tmp_path: Path
):
    path = make_work(tmp_path)
    served = visits.need(serve_app(STRIKEMAP_WORKSPACE=str(path)))
    page = open_page(served, "reports", "Reports", visits)
    page.get_by_label("Paste a text").fill(TEXT.replace("<img", "#META outlet: X\n<img"))
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("1 text read: 3 drafts")).to_be_visible(timeout=PATIENCE)
    page.wait_for_function("globalThis[Symbol.for('strikemap reports keys')]")
    settle(page)
    page.keyboard.press("a")
    expect(page.get_by_text("Accepted, on disk")).to_be_visible(timeout=PATIENCE)
    page.goto("about:blank")  # which asks nothing of a server that is gone
    kill_server(served)
    with Workspace(path) as opened:
        added = [one for one in opened.read_strikes().index if one.startswith("added:")]
        assert len(added) == 1
        undone = opened.undo()
        assert undone is not None
        assert undone.what == added[0]
        assert added[0] not in opened.read_strikes().index
