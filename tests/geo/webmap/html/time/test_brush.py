"""The hand on the track of the one-file map: windows drawn and moved, thumbs, a finger."""

from __future__ import annotations

from datetime import date

from map_pages import state_of
from map_strikes import few_strikes
from time_panel import drag, point, range_of, track_of

PHONE = {"size": (390, 844), "touch": True}


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


FILLED = """() => {
    const { histogram, track } = layer.slider;
    const bar = histogram.filled.findIndex((holds, at) => holds && at > 0);
    const days = [histogram.edges[bar], histogram.edges[bar + 1] - 1];
    const { left, top, height } = track.getBoundingClientRect();
    const x = left + (histogram.xOf(days[0]) + histogram.xOf(days[1] + 1)) / 2;
    const isoOf = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
    return { days: days.map(isoOf), x, y: top + height / 3 };
}"""


def test_a_click_on_a_bar_takes_its_days_and_again_all_and_on_none_changes_nothing(open_map):
    page = open_map(*few_strikes())
    page.mouse.click(*point(page, 0.5))
    assert range_of(page) is None
    bar = page.evaluate(FILLED)
    page.mouse.click(bar["x"], bar["y"])
    assert range_of(page) == bar["days"]
    page.keyboard.press("Enter")
    assert range_of(page) is None
    page.mouse.click(bar["x"], bar["y"])
    page.keyboard.press("Escape")
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


def test_the_arrow_keys_move_the_window_and_leave_the_map_where_it_is(open_map):
    page = open_map(*few_strikes())
    before = state_of(page)["view"]
    drag(page, 0.5, 0.6)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    assert state_of(page)["view"] == before
