"""Bars of the drawer: exact for random filters and windows, each group without its own filter."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import geopandas as gpd
import pandas as pd
import pytest
from map_strikes import few_strikes
from playwright.sync_api import Page
from random_strikes import fields_of, random_filters, random_period, random_strikes

from geo.strikes.filters import NOT_REPORTED, Filters, filter_strikes
from geo.strikes.passing import NO_SOURCE, name_hours, name_sources, name_weekdays
from geo.strikes.schema import split_several

READ_BARS = """async ({ filters, window }) => {
  layer.setRange(...window);
  await layer.setFilters(filters);
  await layer.counts.settled;
  layer.setRange(null);
  layer.setRange(...window);
  for (const { list } of layer.counts.view.lists) list.openAll();
  layer.counts.view.rest();
  return Object.fromEntries(layer.counts.view.lists.map(({ name, list }) => [name,
    Object.fromEntries([...list.element.querySelectorAll(".strike-bar-row")].map((bar) => {
      const [name, count] = ["name", "count"].map((part) =>
        bar.querySelector(`.strike-bar-${part}`).textContent);
      return [name, Number(count)];
    }))]));
}"""


@pytest.fixture
def open_counts(open_map):
    """Return a function that opens the one-file map of some strikes, its counts in front."""

    def open_them(*tables: Any) -> Page:
        page = open_map(*tables)
        page.get_by_role("button", name="List", exact=True).click()
        page.get_by_role("tab", name="Counts").click()
        page.get_by_role("heading", name="Kind", exact=True).wait_for()
        return page

    return open_them


def test_a_bar_that_all_rows_pass_is_let_go(open_counts):
    strikes, claims = few_strikes()
    page = open_counts(strikes.assign(kind="airstrike"), claims)
    for pressed in ("true", "false"):
        page.locator(".strike-bar-row", has_text="Airstrike").click()
        page.locator(f".strike-bar-row[aria-pressed={pressed}]", has_text="Airstrike").wait_for()
        assert page.evaluate("document.activeElement.textContent").startswith("Airstrike"), (
            "the keyboard stays on the bar"
        )


def count_words(words: pd.Series) -> dict[str, int]:
    counts = words.astype(object).fillna(NOT_REPORTED).value_counts()
    return {str(word): int(count) for word, count in counts.items()}


def count_several(cells: list[set[str]], none: str) -> dict[str, int]:
    found = pd.Series([word for cell in cells for word in (cell or {none})])
    return count_words(found)


def expected_bars(
    strikes: gpd.GeoDataFrame, claims: pd.DataFrame, filters: Filters
) -> dict[str, dict[str, int]]:
    """Return what the definition says of four groups, by the words on the bars."""

    def without(field: str) -> gpd.GeoDataFrame:
        return filter_strikes(strikes, replace(filters, **{field: ()}), claims)

    def sources_of(rows: gpd.GeoDataFrame) -> list[set[str]]:
        named = name_sources(claims).groupby(claims["strike_id"])
        by_strike = {str(strike): set(names.fillna(NO_SOURCE)) for strike, names in named}
        return [by_strike.get(str(strike), set()) for strike in rows.index]

    hours = name_hours(without("hours"))
    return {
        "weekdays": count_words(name_weekdays(without("weekdays")).str.capitalize()),
        "hours": count_words(hours.map(lambda hour: f"{hour}:00–{hour}:59", na_action="ignore")),
        "sources": count_several(sources_of(without("sources")), NO_SOURCE),
        "actors": count_several(
            [{name.casefold() for name in split_several(cell)} if isinstance(cell, str) else set()
             for cell in without("actors")["actor"]],
            NOT_REPORTED,
        ),
    }  # fmt: skip


def as_counted(name: str, bars: dict[str, int]) -> dict[str, int]:
    shown = {word: count for word, count in bars.items() if count}
    return {word.casefold(): count for word, count in shown.items()} if name == "actors" else shown


def test_bars_are_exact_for_any_filters_and_window(open_counts):
    strikes, claims = random_strikes(4, 300)
    # Spellings that the map joins as one actor are a matter of the filter's own test.
    strikes["actor"] = strikes["actor"].where(
        strikes["actor"].isin(["Russia", "Russia;Syrian government"])
    )
    page = open_counts(strikes, claims)
    chance = Random(9)
    some = 0
    for _ in range(20):
        filters = replace(random_filters(chance, most=3), actors=chance.choice(((), ("Russia",))))
        first, last = random_period(chance)
        bars = page.evaluate(
            READ_BARS, {"filters": fields_of(filters), "window": [str(first), str(last)]}
        )
        expected = expected_bars(strikes, claims, replace(filters, date_from=first, date_to=last))
        for name, counts in expected.items():
            assert as_counted(name, bars.get(name, {})) == counts, (name, filters)
            some += len(counts) > 1
        known = [count for name, count in bars["actors"].items() if name != NOT_REPORTED]
        assert known == sorted(known, reverse=True), "most first, of what is shown"
    assert some > 6


def test_a_click_filters_and_its_own_group_stays_whole(open_counts):
    strikes, claims = random_strikes(4, 300)
    page = open_counts(strikes, claims)
    kinds = page.locator(
        ".strike-bar-section", has=page.get_by_role("heading", name="Kind", exact=True)
    )
    before = kinds.inner_text()
    drones = int((strikes["kind"] == "drone").sum())
    bar = kinds.get_by_role("button", name="Drone")
    bar.click()
    page.get_by_text(f"{drones} of 300 strikes pass the filters").first.wait_for()
    page.evaluate("layer.counts.settled")
    assert kinds.inner_text() == before
    assert kinds.get_by_role("button", name="Drone").get_attribute("aria-pressed") == "true"
    assert page.evaluate("layer.filtering.filters.kinds") == ["drone"]
    page.get_by_text(f"{drones} strikes in the period shown").wait_for()
    kinds.get_by_role("button", name="Drone").click()
    page.wait_for_function("layer.getState().totals.rows === 300")
    page.evaluate("layer.counts.settled")
    kinds.get_by_role("button", name="Drone").focus()
    page.evaluate("layer.counts.view.rest = () => { layer.counts.view.rested = true; }")
    kinds.get_by_role("button", name="Drone").blur()
    page.wait_for_function("layer.counts.view.rested")


def test_people_killed_are_a_range_of_those_reported(open_counts):
    page = open_counts(*random_strikes(4, 300))
    page.get_by_label("What bars count").select_option("killed")
    page.evaluate("layer.counts.settled")
    title = page.locator(".strike-bar-row").first.get_attribute("title")
    assert "killed, as reported" in title
    assert " strikes give a figure" in title
