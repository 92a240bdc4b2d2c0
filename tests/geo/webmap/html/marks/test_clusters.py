"""Clusters of the one-file map: every strike drawn, no pin of an area, circles that come apart."""

from __future__ import annotations

import pytest
from map_pages import click_mark, show_land, state_of
from map_strikes import claims_of, few_strikes, strikes_of

from geo.webmap.payload.encode import View

TOTALS = ".strike-totals"


def test_every_strike_is_drawn_counted_or_named(open_map):
    page = open_map(*few_strikes())
    state = state_of(page)
    assert sum(cluster["count"] for cluster in state["clusters"]) + state["outside"] == 5
    assert [(badge["name"], badge["count"]) for badge in state["badges"]] == [("Latakia", 2)]
    assert page.inner_text(TOTALS) == (
        "6 of 11 located · 70–100 reported killed in 1 of 11 · "
        "3 known only to an area · 2 not located · 3 of 11 undated"
    )


def test_an_area_is_never_a_pin(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes[strikes["location_status"] != "located"], claims)
    assert state_of(page)["clusters"] == []


def test_a_cluster_that_is_clicked_comes_apart(open_map):
    rows = {
        str(i): {"lon": 36.4 + 0.02 * i, "lat": 35.9, "date_start": f"2016-01-0{i + 1}"}
        for i in range(5)
    }
    page = open_map(strikes_of(**rows), claims_of())
    show_land(page)
    [cluster] = state_of(page)["clusters"]
    assert cluster["count"] == 5
    click_mark(page, cluster)
    page.wait_for_function("layer.getState().clusters.length > 1")


def free_map(page):
    """Return the part of the map that neither panel nor open legend covers, in CSS pixels."""
    panel = page.locator(".strike-panel").bounding_box()
    legend = page.locator(".strike-legend")
    left_of = legend.bounding_box()["x"] if legend.get_attribute("open") is not None else 10_000
    return min(left_of, page.viewport_size["width"]), panel["y"]


@pytest.mark.parametrize("size", [(1280, 800), (1280, 560), (390, 844)], ids=str)
def test_a_cluster_comes_apart_where_nothing_covers_its_strikes(open_map, size):
    rows = {
        f"s{i}": {"lon": 36.0 + 0.1 * (i % 4), "lat": 35.3 + 0.15 * (i // 4)} for i in range(16)
    }
    page = open_map(strikes_of(**rows), claims_of(), size=size, touch=size[0] < 500)
    page.evaluate("void layer.map.setView([35.5, 36.2], 6, { animate: false })")
    [cluster] = state_of(page)["clusters"]
    click_mark(page, cluster)
    page.wait_for_function("layer.getState().clusters.length > 3 && !layer.map._animatingZoom")
    right, bottom = free_map(page)
    state = state_of(page)
    assert state["outside"] == 0
    for mark in state["clusters"]:
        assert mark["radius"] <= mark["x"] <= right - mark["radius"]
        assert mark["radius"] <= mark["y"] <= bottom - mark["radius"]


def test_strikes_at_one_point_can_be_told_apart(open_map):
    page = open_map(*few_strikes(), view=View(36.452, 36.049, 12))
    [cluster] = [cluster for cluster in state_of(page)["clusters"] if cluster["count"] == 2]
    click_mark(page, cluster)
    page.get_by_role("heading", name="2 strikes at this place").wait_for()
    page.get_by_role("button", name="70–100 killed").click()
    page.locator("[data-strike=duwaylah]").wait_for()


def test_clusters_sized_by_people_say_people_and_a_shared_toll_counts_once(open_map):
    page = open_map(*few_strikes())
    texts = {}
    for size in ("killed_min", "killed_max"):
        page.get_by_label("Size").select_option(size)
        [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
        texts[size] = cluster["text"]
    assert texts == {"killed_min": "≥70", "killed_max": "100"}
