"""The picture that the one-file map saves: what it shows and says, and its name."""

from __future__ import annotations

from pathlib import Path

from map_pages import picture_of, state_of, words_of_picture
from map_strikes import few_strikes

from geo.webmap.payload.encode import View


def test_the_picture_says_what_lies_outside_its_frame(open_map):
    page = open_map(*few_strikes(), view=View(40.1, 35.3, 10))
    said = words_of_picture(page)
    state = state_of(page)
    seen = sum(mark["count"] for mark in state["clusters"])
    assert seen == state["totals"]["dated"]["located"] - state["outside"] < 5
    assert (
        f"In this view: {seen} of 5 located and dated, 0 of 2 known only to an area and dated"
        in said
    )
    assert "undated, not drawn (3)" in said
    assert "the true place lies inside, 9 times in 10" in said


def test_the_picture_shows_what_the_map_shows(open_map):
    page = open_map(*few_strikes(), title="Strikes", data_as_of="2020-10-27", sources=("SOHR",))
    picture = picture_of(page)
    assert picture.width == 2560
    assert picture.height > 1600
    drawn = {colour for _, colour in picture.getcolors(maxcolors=2**24)}
    assert {(0xD5, 0x5E, 0x00), (0x00, 0x72, 0xB2), (0xBC, 0xD7, 0xE6)} <= drawn


def test_the_saved_picture_is_named_after_its_period(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2015-09-01', '2015-09-30')")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save picture").click()
    assert saved.value.suggested_filename == "strikes-2015-09-01-2015-09-30.png"
    assert Path(saved.value.path()).read_bytes()[:4] == b"\x89PNG"
