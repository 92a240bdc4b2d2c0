"""Strikes chosen by a box or a shape that is drawn over the one-file map."""

from __future__ import annotations

from map_pages import state_of
from map_strikes import few_strikes


def test_a_box_chooses_the_strikes_in_it(open_map):
    page = open_map(*few_strikes())
    page.evaluate("void layer.on('select', (ids) => { window.chosen = ids })")
    [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    page.get_by_role("button", name="Select an area").click()
    page.mouse.move(cluster["x"] - 30, cluster["y"] - 30)
    page.mouse.down()
    page.mouse.move(cluster["x"] + 30, cluster["y"] + 30)
    page.mouse.up()
    page.get_by_role("heading", name="2 strikes in the box").wait_for()
    assert sorted(page.evaluate("chosen")) == ["duwaylah", "second"]
    assert (
        page.get_by_role("button", name="Select an area").get_attribute("aria-pressed") == "false"
    )


def test_a_shape_of_corners_chooses_what_is_inside_it(open_map):
    page = open_map(*few_strikes())
    page.evaluate("void layer.on('select', (ids) => { window.chosen = ids })")
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    x, y = mark["x"], mark["y"]
    page.get_by_role("button", name="Select an area").click()
    for corner in ((x - 30, y + 25), (x, y - 35), (x + 30, y + 25), (x - 30, y + 25)):
        page.mouse.click(*corner)
    page.get_by_role("heading", name="2 strikes in the shape").wait_for()
    assert sorted(page.evaluate("chosen")) == ["duwaylah", "second"]
    page.get_by_role("button", name="Close the list").click()
    assert page.evaluate("chosen") == []
