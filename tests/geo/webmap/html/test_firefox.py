"""The one-file HTML map in Firefox: it opens, counts as Python does, and works by hand and key."""

from __future__ import annotations

import pytest
from browser import REPORT
from firefox import launch_firefox
from map_pages import FIND_MAP, READY
from map_strikes import claims_of, few_strikes, strikes_of

from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals
from geo.webmap.layer import render_html, strike_map
from geo.webmap.payload.encode import MapOptions

THUMB = 20  # CSS pixels from the track's foot to the middle of a thumb


@pytest.fixture(scope="module")
def firefox():
    with launch_firefox() as running:
        yield running


@pytest.fixture
def open_firefox(firefox, land, tmp_path, request):
    """Open the HTML export of strikes; an error in the log or a request that leaves fails."""
    pages = []

    def open_page(strikes, claims, *, size=(1280, 800), **options):
        path = tmp_path / "map.html"
        drawn = strike_map(strikes, claims, base_map=land, options=MapOptions(**options))
        path.write_text(render_html(drawn), encoding="utf-8")
        page = firefox.open(path.as_uri(), size=size)
        pages.append(page)
        page.wait_for(READY)
        page.evaluate(f"({FIND_MAP})()")
        return page

    yield open_page
    troubles = [trouble for page in pages for trouble in page.troubles()]
    report = request.node.stash.get(REPORT, None)
    for page in pages:
        if troubles or (report is not None and report.failed):
            page.picture(request.node.name)
        page.close()
    assert not troubles


def state_of(page):
    return page.evaluate("layer.getState()")


def track_point(page, share, above_foot):
    track = page.box(".strike-track")
    return track["x"] + share * track["width"], track["y"] + track["height"] - above_foot


def test_it_is_drawn_and_counts_as_python_does(open_firefox):
    strikes, claims = few_strikes()
    page = open_firefox(strikes, claims)
    expected = count_totals(strikes, Filters())
    state = state_of(page)
    totals = state["totals"]
    assert (totals["located"], totals["areaOnly"], totals["unlocated"], totals["rows"]) == (
        expected.located, expected.area_only, expected.unlocated, expected.rows,
    )  # fmt: skip
    drawn = sum(mark["count"] for mark in state["clusters"]) + state["outside"]
    assert drawn == totals["dated"]["located"]
    painted = "layer.surface.markLayer.getContext('2d').getImageData({x}, {y}, 1, 1).data[3]"
    mark = state["clusters"][0]
    assert page.evaluate(painted.format(x=round(mark["x"]), y=round(mark["y"]))) == 255


def test_a_key_and_a_drag_of_the_slider_change_the_totals(open_firefox):
    page = open_firefox(*few_strikes())
    before = page.evaluate("document.querySelector('.strike-totals').textContent")
    page.evaluate("document.querySelector('input[aria-label=From]').focus()")
    page.press("PageUp")
    page.wait_for("layer.getRange()?.[0] === '2015-10-01'")
    by_key = page.evaluate("document.querySelector('.strike-totals').textContent")
    assert by_key != before
    right, middle = track_point(page, 1, THUMB), track_point(page, 0.5, THUMB)
    page.drag(right, middle)
    page.wait_for("layer.getRange()[1] < '2019-01-01'")
    assert page.evaluate("document.querySelector('.strike-totals').textContent") != by_key


def test_a_brush_draws_a_window_and_escape_takes_it_back(open_firefox):
    page = open_firefox(*few_strikes())
    page.drag(*(track_point(page, share, 38) for share in (0.4, 0.5, 0.6)))
    first, last = state_of(page)["range"]
    assert "2017-06-01" < first < last < "2019-01-31"
    page.press("Escape")
    page.wait_for("layer.getRange() === null")


def test_the_window_is_dragged_and_steps_by_key(open_firefox):
    page = open_firefox(*few_strikes())
    page.evaluate("layer.setRange('2017-01-01', '2018-12-31')")
    page.drag(*(track_point(page, share, 38) for share in (0.45, 0.5, 0.55)))
    assert state_of(page)["range"][0] > "2017-03-01"
    page.evaluate("layer.setRange('2015-09-01', '2015-09-30')")
    page.press("ArrowRight")
    page.wait_for("layer.getRange()[0] === '2015-10-01'")


def test_a_cluster_that_is_clicked_comes_apart(open_firefox):
    rows = {f"s{i}": {"lon": 36.4 + 0.02 * i, "lat": 35.9} for i in range(5)}
    page = open_firefox(strikes_of(**rows), claims_of())
    page.evaluate("layer.loading.showAll()")
    [cluster] = state_of(page)["clusters"]
    ground = page.box(".leaflet-container")
    page.click(ground["x"] + cluster["x"], ground["y"] + cluster["y"])
    page.wait_for("layer.getState().clusters.length > 1")


def test_a_strike_says_what_is_known(open_firefox):
    page = open_firefox(*few_strikes(), size=(390, 844))
    assert page.evaluate("layer.focusStrike('duwaylah')") is True
    page.wait_for("document.querySelector('[data-strike=duwaylah]')")
    assert "الدويلة" in page.evaluate("document.querySelector('.strike-read').textContent")


def test_a_picture_can_be_saved(open_firefox):
    page = open_firefox(*few_strikes(), title="Strikes")
    assert page.evaluate("layer.savePicture().then((blob) => blob.size)") > 10_000


@pytest.mark.parametrize(
    ("content", "heard"),
    [
        ("<script>throw new Error('wrong')</script>", "javascript error: Error: wrong"),
        ("<script>console.error('wrong')</script>", "console error: wrong"),
        (
            "<img src=https://strikemap.invalid/a.png>",
            "request left the machine: https://strikemap.invalid/a.png",
        ),
    ],
    ids=["error", "console", "request"],
)
def test_what_goes_wrong_on_a_page_is_heard(firefox, tmp_path, content, heard):
    path = tmp_path / "wrong.html"
    path.write_text(f"<!doctype html><link rel=icon href=data:,>{content}")
    page = firefox.open(path.as_uri())
    assert heard in page.troubles()
    page.close()
