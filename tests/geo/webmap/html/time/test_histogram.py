"""The histogram of the one-file map: what its bars count, how they look, what a step costs."""

from __future__ import annotations

import itertools

import pytest
from map_strikes import claims_of, few_strikes, strikes_of
from time_panel import point

from geo.webmap.payload.encode import encode_strikes

PHONE = {"size": (390, 844), "touch": True}
CAPTION = ".strike-measure"


def test_the_bars_say_what_they_count_and_follow_the_size_of_the_circles(open_map):
    page = open_map(*few_strikes())
    said = page.locator(CAPTION)
    assert said.inner_text() == "most: 4 strikes a week · paler: day not known"
    page.get_by_label("Size").select_option("killed_max")
    assert said.inner_text() == "most: 100 killed a week (upper bounds)"
    page.get_by_label("Size").select_option("killed_min")
    assert said.inner_text() == "most: 70 killed a week (lower bounds)"
    page.get_by_label("Size").select_option("count")
    assert said.inner_text().startswith("most: 4 strikes")


def test_bars_of_a_map_that_opens_by_people_killed_count_people(open_map):
    page = open_map(*few_strikes(), modes={"size": "killed_min"})
    assert page.locator(CAPTION).inner_text() == "most: 70 killed a week (lower bounds)"


def test_bars_without_a_figure_say_so(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes[strikes["killed_min"].isna()], claims)
    page.get_by_label("Size").select_option("killed_min")
    assert page.locator(CAPTION).inner_text() == "no figure of people killed"


def test_the_bars_follow_the_filters(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    fewer = encode_strikes(strikes[strikes["kind"] == "drone"], claims).to_base64()
    page.evaluate("(payload) => layer.update(payload)", fewer)
    assert page.locator(CAPTION).inner_text() == "most: 1 strike a week"


def test_the_hand_over_a_bar_reads_it(open_map):
    page = open_map(*few_strikes())
    page.mouse.move(*point(page, 0.001))
    said = page.locator(CAPTION)
    assert said.inner_text() == "1 Sep 2015 to 6 Sep 2015: 1 strike, day not known of 1"
    page.evaluate("layer.setMode('size', 'killed_max')")
    page.mouse.move(*point(page, 0.999))
    assert said.inner_text() == "26 Oct 2020 to 31 Oct 2020: 100 killed (upper bounds)"
    page.mouse.move(*point(page, 0.001))
    assert said.inner_text() == "1 Sep 2015 to 6 Sep 2015: no figure of people killed"
    page.mouse.move(640, 200)
    assert said.inner_text().startswith("most:")


def colour_at(page, share):
    """Return the histogram's pixel, red to opacity, at its foot at a share of its width."""
    return page.evaluate(
        """(share) => {
          const canvas = document.querySelector(".strike-histogram");
          const foot = Math.round(canvas.height * (1 - 21 / canvas.clientHeight));
          const x = Math.floor(canvas.width * share);
          return [...canvas.getContext("2d").getImageData(x, foot, 1, 1).data];
        }""",
        share,
    )


def test_bars_in_the_window_are_coloured_and_those_of_imprecise_days_are_paler(open_map):
    rows = {
        "start": {"date_start": "2020-01-01"},
        "precise": {"date_start": "2020-05-15"},
        "imprecise": {
            "date_start": "2020-09-01",
            "date_end": "2020-09-30",
            "date_precision": "month",
        },
        "end": {"date_start": "2020-12-31"},
    }
    page = open_map(strikes_of(**rows), claims_of(), size=(390, 844))
    page.evaluate("layer.slider.fold(false)")
    precise, imprecise = 135 / 366, 258 / 366
    assert 0 < colour_at(page, imprecise)[3] < colour_at(page, precise)[3]
    inside = colour_at(page, precise)
    page.evaluate("layer.setRange('2020-08-01', '2020-12-31')")
    assert colour_at(page, precise)[:3] != inside[:3]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["screen", "phone"])
def test_nothing_in_the_panel_overlaps_or_is_cut(open_map, options):
    page = open_map(*few_strikes(), **options)
    page.evaluate("layer.slider.fold(false)")
    for size in ("count", "killed_max"):
        page.evaluate("(size) => layer.setMode('size', size)", size)
        see_that_nothing_overlaps_or_is_cut(page)


def see_that_nothing_overlaps_or_is_cut(page):
    boxes = page.evaluate(
        """() => ["head", "measure", "track", "times", "credit"]
          .map((name) => document.querySelector(`.strike-${name}`).getBoundingClientRect())
          .map(({ top, bottom, left, right }) => ({ top, bottom, left, right }))"""
    )
    for upper, lower in itertools.pairwise(boxes):
        assert upper["bottom"] <= lower["top"]
    assert page.locator(CAPTION).evaluate("said => said.offsetHeight < 18"), "one line"
    assert all(box["left"] >= 0 and box["right"] <= page.viewport_size["width"] for box in boxes)


def test_a_step_reads_no_layout_and_draws_no_bar_anew(open_map):
    page = open_map(*few_strikes())
    read = page.evaluate(
        """() => {
          const track = document.querySelector(".strike-track");
          const seen = [];
          const watch = (owner, name) => {
            const real = Object.getOwnPropertyDescriptor(owner, name);
            Object.defineProperty(owner, name, { ...real, get() {
              if (track.parentElement.contains(this)) seen.push(name);
              return real.get.call(this);
            } });
          };
          for (const name of ["clientWidth", "clientHeight"]) watch(Element.prototype, name);
          for (const name of ["offsetWidth", "offsetHeight"]) watch(HTMLElement.prototype, name);
          const fill = CanvasRenderingContext2D.prototype.fillRect;
          CanvasRenderingContext2D.prototype.fillRect = function (...box) {
            if (!this.canvas.isConnected) seen.push("fillRect");
            return fill.apply(this, box);
          };
          layer.setRange("2016-01-01", "2016-12-31");
          layer.setRange("2017-01-01", "2017-12-31");
          return seen;
        }"""
    )
    assert read == []
