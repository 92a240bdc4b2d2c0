"""The slider of the one-file map: its window, typed dates, steps along the calendar, playing."""

from __future__ import annotations

from map_pages import state_of
from map_strikes import few_strikes
from time_panel import range_of

TOTALS = ".strike-totals"
SEPTEMBER = ["2015-09-01", "2015-09-30"]
LAST_OF_FIRST_STEP = {
    "day": "2015-09-01", "week": "2015-09-06", "month": "2015-09-30", "year": "2015-12-31",
}  # fmt: skip


def test_moving_the_slider_changes_clusters_and_totals(open_map):
    page = open_map(*few_strikes())
    late = page.get_by_role("slider", name="From", exact=True)
    late.focus()
    for _ in range(60):
        late.press("PageUp")
    state = state_of(page)
    assert state["range"] == ["2020-09-01", "2020-10-31"]
    assert sum(cluster["count"] for cluster in state["clusters"]) == 2
    assert page.inner_text(TOTALS) == (
        "2 of 2 located · 70–100 reported killed in 1 of 2 · "
        "0 known only to an area · 0 not located · 3 undated left out"
    )
    page.get_by_role("button", name="Show the whole period").click()
    assert state_of(page)["range"] is None


def test_a_typed_date_moves_the_window(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("From date").fill("2015-10-01")
    page.get_by_label("To date").fill("2015-10-31")
    page.get_by_label("To date").dispatch_event("change")
    assert state_of(page)["range"] == ["2015-10-01", "2015-10-31"]
    assert page.inner_text(TOTALS) == (
        "0 of 1 located · killed: not reported in any row · "
        "0 known only to an area · 1 not located · 3 undated left out"
    )


def test_dates_that_cannot_be_are_taken_back_and_crossed_ones_make_way(open_map):
    page = open_map(*few_strikes())
    fields = [page.get_by_label(label) for label in ("From date", "To date")]

    def type_into(end, day):
        fields[end].fill(day)
        fields[end].dispatch_event("change")
        return [field.input_value() for field in fields]

    assert type_into(1, "2016-12-31") == ["2015-09-01", "2016-12-31"]
    assert type_into(0, "2030-01-01") == ["2015-09-01", "2016-12-31"], "after the data: taken back"
    assert type_into(0, "") == ["2015-09-01", "2016-12-31"]
    assert type_into(0, "2000-01-01") == ["2015-09-01", "2016-12-31"], "before them: their first"
    assert type_into(0, "2020-01-01") == ["2020-01-01", "2020-10-31"], "the other end makes way"
    assert state_of(page)["range"] == ["2020-01-01", "2020-10-31"]


def test_a_step_goes_along_the_calendar_and_an_empty_month_is_a_step(open_map):
    page = open_map(*few_strikes())
    ahead = page.get_by_role("button", name="Step ahead")
    seen = []
    for _ in range(4):
        ahead.click()
        seen.append((state_of(page)["range"], state_of(page)["totals"]["dated"]["located"]))
    assert seen == [
        (["2015-09-01", "2015-09-30"], 2),
        (["2015-10-01", "2015-10-31"], 0),
        (["2015-11-01", "2015-11-30"], 0),
        (["2015-12-01", "2015-12-31"], 0),
    ]


def test_a_cumulative_step_keeps_the_first_day(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("cumulative").check()
    page.get_by_label("Length of a step").select_option("year")
    ahead = page.get_by_role("button", name="Step ahead")
    ranges = []
    for _ in range(2):
        ahead.click()
        ranges.append(state_of(page)["range"])
    assert ranges == [["2015-09-01", "2015-12-31"], ["2015-09-01", "2016-12-31"]]


def test_play_steps_by_itself_until_it_is_halted(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("layer.getRange()?.[0] === '2015-10-01'")
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("button", name="Play").wait_for()


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


def test_a_step_is_a_day_a_week_a_month_or_a_year(open_map):
    page = open_map(*few_strikes())
    for unit, last in LAST_OF_FIRST_STEP.items():
        page.evaluate("layer.setRange(null)")
        page.get_by_label("Length of a step").select_option(unit)
        page.get_by_role("button", name="Step ahead").click()
        assert range_of(page)[1] == last, unit


def test_a_date_is_typed_key_by_key_and_taken_with_enter_or_on_leaving(open_map):
    page = open_map(*few_strikes())
    first, last = page.get_by_label("From date"), page.get_by_label("To date")
    first.focus()
    page.keyboard.type("10012015")
    assert page.evaluate("layer.getRange()") is None, "nothing is taken while it is typed"
    page.keyboard.press("Enter")
    page.wait_for_function("layer.getRange()?.[0] === '2015-10-01'")
    last.focus()
    page.keyboard.type("10312015")
    first.focus()
    page.wait_for_function("layer.getRange()?.[1] === '2015-10-31'")


def test_playing_passes_what_holds_no_strike_quickly_and_says_so(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2016-02-01', '2016-02-29')")  # the next one is of 2020
    page.get_by_role("button", name="Play").click()
    page.get_by_text("no dated strikes, passed quickly: ").wait_for()
    page.get_by_role("button", name="Pause").click()
    assert page.get_by_text("passed quickly").count() == 0


def test_space_plays_and_pauses_on_the_track(open_map):
    page = open_map(*few_strikes())
    for name in ("From", "To", "Window"):
        page.evaluate("layer.setRange(null)")
        page.get_by_role("slider", name=name, exact=True).press(" ")
        page.get_by_role("button", name="Pause").wait_for()
        page.get_by_role("slider", name=name, exact=True).press(" ")
        page.get_by_role("button", name="Play").wait_for()


def test_playing_stops_at_the_end_of_the_period(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Speed of playing").select_option("4")
    page.get_by_label("Length of a step").select_option("year")
    ends = []
    for together in (False, True):
        page.get_by_label("cumulative").set_checked(together)
        page.evaluate("layer.setRange('2018-01-01', '2018-12-31')")
        page.get_by_role("button", name="Play").click()
        page.get_by_role("button", name="Pause").wait_for()
        page.get_by_role("button", name="Play").wait_for()
        ends.append(range_of(page))
    assert ends == [["2020-01-01", "2020-12-31"], ["2018-01-01", "2020-10-31"]]
