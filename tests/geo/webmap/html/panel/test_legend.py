"""The legend of the one-file map: every row counted, looks as on the map, colours that stay."""

from __future__ import annotations

from map_pages import state_of
from map_strikes import few_strikes


def test_the_legend_counts_every_row(open_map):
    page = open_map(*few_strikes())
    lines = page.locator(".strike-legend ul").first.locator("li").all_inner_texts()
    assert sum(int(line.split()[-1]) for line in lines) == state_of(page)["totals"]["rows"]
    assert "Undated, in the list only 3" in lines


def test_an_area_looks_in_the_legend_as_on_the_map(open_map):
    page = open_map(*few_strikes(), scheme="dark")
    swatch = page.locator(".strike-swatch.strike-area")
    drawn = swatch.evaluate("swatch => getComputedStyle(swatch).backgroundColor")
    assert drawn == "rgb(69, 58, 22)"


def test_colours_follow_the_column_that_is_chosen(open_map):
    strikes, claims = few_strikes()
    strikes.loc[["hama", "drone"], "actor"] = "Another"
    page = open_map(strikes, claims)
    page.get_by_label("Colour").select_option("actor")
    legend = page.locator(".strike-legend").inner_text()
    assert "Russia 1" in legend
    assert "Not reported 5" in legend
    colours = page.evaluate("layer.groups.names.map((name, i) => [name, layer.groups.colours[i]])")
    page.evaluate("layer.setFilters({ actors: ['Russia'] })")
    page.wait_for_function("layer.strikes.rows === 1")
    kept = page.evaluate("layer.groups.names.map((name, i) => [name, layer.groups.colours[i]])")
    assert kept == colours, "an actor keeps its colour whatever is filtered"


def test_the_swatches_are_printed(open_map):
    page = open_map(*few_strikes())
    page.emulate_media(media="print")
    adjusted = page.locator(".strike-legend *").evaluate_all(
        "parts => [...new Set(parts.map((part) => getComputedStyle(part).printColorAdjust))]"
    )
    assert adjusted == ["exact"]
