"""Comparing and small multiples: exact for random filters and windows, in the address, by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import geopandas as gpd
from map_pages import state_of, words_of_picture
from random_strikes import fields_of, random_filters, random_period, random_strikes

from geo.strikes.dateless import find_left_out
from geo.strikes.filters import Filters, filter_strikes
from geo.strikes.totals import count_totals

DRAWN = ("Aleppo", "Hama", "Latakia", "Idlib", "Homs", "Deir ez-Zor")
KEEP = """async ([{ filters, window }, show]) => {
  await layer.setMode("compare", "");
  layer.setRange(...window);
  await layer.setFilters(filters);
  await layer.comparing.keep();
  await layer.comparing.settled;
}"""
SHOW = """async ([{ filters, window }, show]) => {
  await layer.setFilters(filters);
  layer.setRange(...window);
  await layer.setMode("show", show);
  layer.comparing.tab.step();
  const tables = [...layer.comparing.tab.sides.querySelectorAll("table")];
  return {
    tables: tables.map((table) => [...table.rows].map((row) =>
      [...row.cells].map((cell) => cell.textContent))),
    drawn: layer.getState().differences,
    beside: layer.comparing.marks?.totals ?? null,
  };
}"""
GRID = """async ({ filters, window, unit }) => {
  await layer.setFilters(filters);
  layer.setRange(...window);
  await layer.setMode("multiples", unit);
  const { plan } = layer.comparing.multiples;
  const iso = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
  return plan.grid.periods.map(({ range, total, located, cells }) => ({
    range: range.map(iso), rows: total.rows, located,
    areas: Object.fromEntries(cells.flatMap(({ rows }, i) =>
      rows ? [[plan.grid.areas[i].area.name, rows]] : [])),
  }));
}"""


def random_side(chance: Random) -> tuple[Filters, dict[str, Any]]:
    """Return filters with a period, and the same as the page takes them."""
    filters = random_filters(chance) if chance.random() < 0.35 else Filters()
    first, last = random_period(chance)
    page = {"filters": fields_of(filters), "window": [str(first), str(last)]}
    return replace(filters, date_from=first, date_to=last), page


def count_areas(strikes: gpd.GeoDataFrame) -> dict[str, int]:
    """Count dated strikes by drawn governorate, located or known only to it."""
    dated = strikes[strikes["date_start"].notna() & (strikes["location_status"] != "unlocated")]
    names = dated.loc[dated["adm1_code"].notna(), "adm1_name"].value_counts()
    return {name: int(names[name]) for name in DRAWN if names.get(name)}


def check_side(
    table: list[list[str]], column: int, rows: gpd.GeoDataFrame, left_out: gpd.GeoDataFrame
) -> None:
    said = {line[0]: line[column] for line in table}
    expected = count_totals(rows)
    number = "{:,}".format
    assert said["Strikes"] == number(expected.rows)
    assert said["Located"] == f"{number(expected.located)} of {number(expected.rows)}"
    left = len(left_out)
    assert said["Undated"] == (f"{number(left)} left out" if left else number(expected.undated))


def test_both_sides_and_their_difference_are_exact(open_map):
    strikes, claims = random_strikes(6, 300)
    page = open_map(strikes, claims)
    page.evaluate("layer.panel.drawer.show('compare')")
    chance = Random(11)
    some = 0
    for turn in range(20):
        (before, kept), (after, shown) = random_side(chance), random_side(chance)
        page.evaluate(KEEP, [kept, None])
        show = ("difference", "areas")[turn % 2]
        found = page.evaluate(SHOW, [shown, show])
        rows = [filter_strikes(strikes, side, claims) for side in (before, after)]
        a, b = map(count_areas, rows)
        totals, areas = found["tables"]
        for column, side in enumerate((before, after), start=1):
            check_side(totals, column, rows[column - 1], find_left_out(strikes, side, claims))
        lines = {line[0]: (line[1], line[2]) for line in areas[1:] if "none in both" not in line}
        assert lines == {
            name: (str(a.get(name, 0)), str(b.get(name, 0))) for name in DRAWN if name in {*a, *b}
        }
        if show == "difference":
            drawn = {part["name"]: part["change"] for part in found["drawn"]}
            assert drawn == {name: b.get(name, 0) - a.get(name, 0) for name in {*a, *b}}
        else:
            assert found["beside"]["rows"] == len(rows[0])
        some += bool(a and b)
    assert some > 4


def test_small_multiples_hold_what_a_window_on_each_period_holds(open_map):
    strikes, claims = random_strikes(7, 300)
    page = open_map(strikes, claims)
    chance = Random(4)
    for _ in range(6):
        filters = random_filters(chance, most=3)
        first = date(2015, chance.randrange(1, 12), chance.randrange(1, 28))
        last = date(2018, chance.randrange(1, 12), chance.randrange(1, 28))
        setting = {
            "filters": fields_of(filters), "window": [str(first), str(last)],
            "unit": chance.choice(("month", "quarter", "year", "auto")),
        }  # fmt: skip
        periods = page.evaluate(GRID, setting)
        assert periods[0]["range"][0] == str(first)
        assert periods[-1]["range"][1] == str(last)
        for period in chance.sample(periods, min(12, len(periods))):
            start, end = map(date.fromisoformat, period["range"])
            held = filter_strikes(strikes, replace(filters, date_from=start, date_to=end), claims)
            dated = held[held["date_start"].notna()]
            located = int((dated["location_status"] == "located").sum())
            assert (period["rows"], period["located"]) == (len(dated), located)
            assert period["areas"] == count_areas(dated)
        page.evaluate("layer.setMode('multiples', '')")


def test_a_hand_keeps_compares_and_opens_a_small_map(open_map):
    strikes, claims = random_strikes(8, 300)
    page = open_map(strikes, claims)
    page.get_by_role("button", name="List", exact=True).click()
    page.get_by_role("tab", name="Compare").click()
    assert page.get_by_role("button", name="A: the period before").is_disabled()
    page.evaluate("layer.setRange('2016-10-01', '2016-12-31')")
    page.get_by_role("button", name="A: the period before").click()
    page.locator(".strike-side-a", has_text="A: 1 Jul 2016 – 30 Sep 2016 (92 days)").wait_for()
    widths = page.evaluate(
        "[layer.comparing.pane.element, layer.container].map((part) => part.clientWidth)"
    )
    assert abs(widths[0] - widths[1]) < 3
    window = page.viewport_size
    page.set_viewport_size({"width": 844, "height": 390})
    page.wait_for_function("layer.container.clientWidth < 300")
    search, legend = (page.locator(name).bounding_box()
                      for name in (".strike-search", ".strike-legend"))  # fmt: skip
    assert search["x"] + search["width"] <= legend["x"]
    for side in page.locator(".strike-side-tag").all():
        assert side.evaluate("tag => tag.scrollWidth <= tag.clientWidth")
    page.set_viewport_size(window)
    page.wait_for_function("layer.container.clientWidth >= 300")
    page.locator(".strike-before").hover()
    page.mouse.down()
    page.mouse.move(300, 300)
    page.mouse.up()
    label = page.locator(".strike-before canvas").get_attribute("aria-label")
    assert label.startswith("A: 1 Jul 2016 – 30 Sep 2016 (92 days).")
    said = words_of_picture(page)
    assert any(line.startswith("A: 1 Jul 2016") and "strikes located" in line for line in said)
    page.get_by_label("Shown as").select_option("difference")
    assert page.locator(".strike-before").is_hidden()
    page.get_by_text("none in both: not shaded").wait_for(state="attached")
    page.evaluate("layer.setRange('2017-01-01', '2017-03-31')")
    assert page.locator(".strike-sides th", has_text="A: 1 Oct 2016 – 31 Dec 2016").count() == 1
    page.wait_for_function("location.hash.includes('compare=before')")
    page.get_by_role("button", name="Stop comparing").click()
    assert state_of(page)["modes"]["show"] == "areas"

    page.evaluate("layer.setRange(null)")
    page.locator(".strike-compare").get_by_label("Small multiples").select_option("quarter")
    small = page.get_by_role("button", name="Show these days on the map")
    count = small.count()
    assert 20 <= count <= 24
    assert "Jul – Sep 2016" in small.nth(6).inner_text()
    page.wait_for_function("location.hash.includes('multiples=quarter')")
    said = words_of_picture(page)
    assert "Strikes by quarter and governorate" in said
    assert "none recorded" in said
    small.nth(6).press("Enter")
    page.locator(".strike-multiples").wait_for(state="hidden")
    assert state_of(page)["range"] == ["2016-07-01", "2016-09-30"]
    page.evaluate("layer.setRange(null)")
    page.evaluate("layer.setMode('multiples', 'area')")
    idlib = page.locator("button.strike-small", has_text="Idlib")
    idlib.click()
    page.wait_for_function("layer.strikes.rows < 300")
    assert page.evaluate("layer.filtering.filters.governorates") == ["SY07"]


def test_a_link_brings_both_sides_back(open_map):
    strikes, claims = random_strikes(9, 200)
    page = open_map(strikes, claims)
    window = {"filters": fields_of(Filters(kinds=("drone",), text="kafr"))}
    page.evaluate(KEEP, [{**window, "window": ["2016-01-01", "2016-12-31"]}, None])
    page.evaluate(
        SHOW,
        [{"filters": fields_of(Filters()), "window": ["2017-01-01", "2017-12-31"]}, "difference"],
    )
    before = state_of(page)
    page.wait_for_function(
        "location.hash.includes('difference') && location.hash.includes('2017-01')"
    )
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_function("document.documentElement.dataset.strikes === 'ready'")
    page.evaluate(
        """() => {
          window.layer = Object.values(window).find((v) => v?.strikes && v._container).strikes;
        }"""
    )
    page.wait_for_function("layer.getState().differences?.length > 0")
    after = state_of(page)
    assert [after[name] for name in ("differences", "modes", "range")] == [
        before[name] for name in ("differences", "modes", "range")
    ]
    page.evaluate("layer.setMode('compare', 'since=2016-01-01')")
    page.get_by_text("A cannot be shown: this map does not read since.").first.wait_for()


def test_one_source_is_counted_on_both_sides_or_on_none(open_map):
    strikes, claims = random_strikes(12, 200)
    page = open_map(strikes, claims)
    (source, *_), everything = claims["claimant"].dropna().unique(), {"filters": {}}
    told = len(strikes.index.intersection(claims.loc[claims["claimant"] == source, "strike_id"]))
    page.evaluate("(source) => layer.setMode('told_by', source)", source)
    window = {"window": ["2015-01-01", "2019-12-31"]}
    page.evaluate(KEEP, [{**everything, **window}, None])
    page.evaluate("layer.panel.drawer.show('compare')")
    say = "[layer.comparing.tab.step(), layer.comparing.tab.sides.innerText][1]"
    assert source not in page.evaluate(say), "circles count all sources"
    page.evaluate(SHOW, [{**everything, **window}, "difference"])
    page.wait_for_function("layer.getState().differences?.length > 0")
    differences = state_of(page)["differences"]
    assert all(part["change"] == 0 for part in differences), "the same choice on both sides"
    assert f"only strikes told by {source}" in page.evaluate(say)
    page.evaluate("layer.setMode('multiples', 'year')")
    total = page.evaluate("layer.comparing.multiples.plan.grid.whole.total.rows")
    assert total <= told < len(strikes)
    page.get_by_text(f"Only strikes told by {source}.").wait_for()


def test_nothing_before_the_data_is_not_taken_for_no_strikes(open_map):
    strikes, claims = random_strikes(9, 100)
    page = open_map(strikes, claims)
    first = page.evaluate("new Date(layer.slider.reach[0] * 86400000).toISOString().slice(0, 10)")
    page.evaluate("(first) => layer.setRange(first, '2015-12-31')", first)
    page.evaluate("layer.comparing.choose('year_before')")
    warned = page.evaluate("layer.comparing.warnings.join(' ')")
    assert "none there means that none is recorded here" in warned
