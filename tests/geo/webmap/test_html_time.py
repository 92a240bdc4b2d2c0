"""The time panel of the one-file HTML map: brush, window, keys, playing and what the bars say."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from map_pages import state_of
from map_strikes import claims_of, few_strikes, strikes_of

from geo.webmap.payload.encode import encode_strikes

PHONE = {"size": (390, 844), "touch": True}
CAPTION = ".strike-measure"
SEPTEMBER = ["2015-09-01", "2015-09-30"]


def track_of(page):
    return page.locator(".strike-track").bounding_box()


def point(page, share):
    """Return a point of the histogram, above the thumbs, at a share of its width."""
    box = track_of(page)
    return box["x"] + share * box["width"], box["y"] + 8


def drag(page, start, end, *, release=True):
    page.mouse.move(*point(page, start))
    page.mouse.down()
    page.mouse.move(*point(page, (start + end) / 2))
    page.mouse.move(*point(page, end))
    if release:
        page.mouse.up()


def range_of(page):
    return state_of(page)["range"]


def days_between(page, days):
    """Return the length of a range in days."""
    return page.evaluate("([from, to]) => (new Date(to) - new Date(from)) / 864e5 + 1", days)


def test_a_brush_over_the_whole_period_draws_a_window_of_whole_bars(open_map):
    page = open_map(*few_strikes())
    drag(page, 0.5, 0.7)
    first, last = range_of(page)
    assert date.fromisoformat(first).weekday() == 0
    assert date.fromisoformat(last).weekday() == 6
    assert first < "2018-06-01" < last < "2019-06-30"


def test_a_brush_works_from_right_to_left(open_map):
    page = open_map(*few_strikes())
    drag(page, 0.5, 0.7)
    forth = range_of(page)
    page.get_by_role("button", name="Show the whole period").click()
    drag(page, 0.7, 0.5)
    assert range_of(page) == forth


def test_a_brush_beside_the_window_draws_a_new_one(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2019-01-01', '2019-12-31')")
    drag(page, 0.1, 0.3)
    first, last = range_of(page)
    assert "2016-01-01" < first < last < "2017-06-30"


def test_a_drag_inside_the_window_moves_it(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2017-01-01', '2018-12-31')")
    before = range_of(page)
    drag(page, 0.45, 0.55)
    after = range_of(page)
    assert after[0] > before[0]
    assert days_between(page, after) == days_between(page, before)


def test_a_click_on_the_histogram_changes_nothing(open_map):
    page = open_map(*few_strikes())
    page.mouse.click(*point(page, 0.5))
    assert range_of(page) is None
    page.evaluate("layer.setRange('2019-01-01', '2019-12-31')")
    page.mouse.click(*point(page, 0.2))
    assert range_of(page) == ["2019-01-01", "2019-12-31"]


def test_escape_takes_a_brush_back_during_it_and_after(open_map):
    page = open_map(*few_strikes())
    drag(page, 0.5, 0.7, release=False)
    assert range_of(page) is not None
    page.keyboard.press("Escape")
    assert range_of(page) is None
    page.mouse.move(*point(page, 0.9))
    page.mouse.up()
    assert range_of(page) is None, "what is taken back does not go on"
    drag(page, 0.5, 0.7)
    page.keyboard.press("Escape")
    assert range_of(page) is None


def test_the_thumbs_still_move_the_ends(open_map):
    page = open_map(*few_strikes())
    box = track_of(page)
    foot = box["y"] + box["height"] - 20
    page.mouse.move(box["x"] + 1, foot)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, foot, steps=3)
    page.mouse.up()
    first, last = range_of(page)
    assert "2018-02-01" < first < "2018-06-30"
    assert last == "2020-10-31"


def test_two_thumbs_at_the_end_come_apart_again(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2020-10-31', '2020-10-31')")
    box = track_of(page)
    foot = box["y"] + box["height"] - 20
    page.mouse.move(box["x"] + box["width"] - 1, foot)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, foot, steps=3)
    page.mouse.up()
    assert range_of(page)[0] < "2018-12-31"


def swipe(page, *shares):
    """Draw a finger along the track, as Chromium's own touch events."""
    session = page.context.new_cdp_session(page)

    def touch(kind, *points):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    for number, share in enumerate(shares):
        x, y = point(page, share)
        touch("touchMove" if number else "touchStart", {"x": x, "y": y})
    touch("touchEnd")


def test_a_finger_draws_a_window(open_map):
    page = open_map(*few_strikes(), **PHONE)
    swipe(page, 0.4, 0.45, 0.5, 0.6)
    first, last = range_of(page)
    assert "2017-06-30" < first < last < "2019-01-01"


def test_the_window_is_named_and_steps_by_the_arrow_keys(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2015-09-01', '2015-09-30')")
    window = page.get_by_role("slider", name="Window", exact=True)
    assert window.get_attribute("aria-valuetext") == "1 September 2015 to 30 September 2015"
    window.focus()
    window.press("ArrowRight")
    assert range_of(page) == ["2015-10-01", "2015-10-31"]
    assert window.get_attribute("aria-valuetext") == "1 October 2015 to 31 October 2015"
    window.press("ArrowLeft")
    assert range_of(page) == SEPTEMBER
    window.press("End")
    assert range_of(page) == ["2020-10-01", "2020-10-31"]
    window.press("Home")
    assert range_of(page) == SEPTEMBER


def test_the_arrow_keys_move_the_window_and_leave_the_map_where_it_is(open_map):
    page = open_map(*few_strikes())
    before = state_of(page)["view"]
    drag(page, 0.5, 0.6)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert state_of(page)["view"] == before


@pytest.mark.parametrize(
    ("unit", "last"),
    [("day", "2015-09-01"), ("week", "2015-09-06"), ("month", "2015-09-30"),
     ("year", "2015-12-31")],
)  # fmt: skip
def test_a_step_is_a_day_a_week_a_month_or_a_year(open_map, unit, last):
    page = open_map(*few_strikes())
    page.get_by_label("Length of a step").select_option(unit)
    page.get_by_role("button", name="Step ahead").click()
    assert range_of(page)[1] == last


@pytest.mark.parametrize("name", ["From", "To", "Window"])
def test_space_plays_and_pauses_on_the_track(open_map, name):
    page = open_map(*few_strikes())
    page.get_by_role("slider", name=name, exact=True).press(" ")
    page.get_by_role("button", name="Pause").wait_for()
    page.get_by_role("slider", name=name, exact=True).press(" ")
    page.get_by_role("button", name="Play").wait_for()


@pytest.mark.parametrize("together", [False, True], ids=["window", "cumulative"])
def test_playing_stops_at_the_end_of_the_period(open_map, together):
    page = open_map(*few_strikes())
    page.get_by_label("Speed of playing").select_option("4")
    page.get_by_label("Length of a step").select_option("year")
    page.get_by_label("cumulative").set_checked(together)
    page.evaluate("layer.setRange('2018-01-01', '2018-12-31')")
    page.get_by_role("button", name="Play").click()
    page.get_by_role("button", name="Pause").wait_for()
    page.get_by_role("button", name="Play").wait_for()
    first, last = range_of(page)
    assert first == ("2018-01-01" if together else "2020-01-01")
    assert last == ("2020-10-31" if together else "2020-12-31")


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


def test_bars_in_the_window_are_coloured_and_those_of_vague_dates_are_paler(open_map):
    rows = {
        "start": {"date_start": "2020-01-01"},
        "sharp": {"date_start": "2020-05-15"},
        "vague": {"date_start": "2020-09-01", "date_end": "2020-09-30", "date_precision": "month"},
        "end": {"date_start": "2020-12-31"},
    }
    page = open_map(strikes_of(**rows), claims_of(), size=(390, 844))
    sharp, vague = 135 / 366, 258 / 366
    assert 0 < colour_at(page, vague)[3] < colour_at(page, sharp)[3]
    inside = colour_at(page, sharp)
    page.evaluate("layer.setRange('2020-08-01', '2020-12-31')")
    assert colour_at(page, sharp)[:3] != inside[:3]


@pytest.mark.parametrize("options", [{}, PHONE], ids=["screen", "phone"])
@pytest.mark.parametrize("size", ["count", "killed_max"])
def test_nothing_in_the_panel_overlaps_or_is_cut(open_map, options, size):
    page = open_map(*few_strikes(), **options)
    page.evaluate("(size) => layer.setMode('size', size)", size)
    boxes = page.evaluate(
        """() => ["head", "measure", "track", "times", "note"]
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
