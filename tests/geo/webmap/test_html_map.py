"""The one-file HTML map in a browser without network."""

from __future__ import annotations

import base64
import io
import itertools
from datetime import date
from pathlib import Path

import pytest
from map_pages import FIND_MAP, READY, click_mark, picture_of, state_of, words_of_picture
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of
from PIL import Image

from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals
from geo.webmap.payload.encode import View, encode_strikes

TOTALS = ".strike-totals"
POPUP = ".strike-popup"


def test_every_strike_is_drawn_counted_or_named(open_map):
    page = open_map(*few_strikes())
    state = state_of(page)
    assert sum(cluster["count"] for cluster in state["clusters"]) + state["outside"] == 5
    assert [(badge["name"], badge["count"]) for badge in state["badges"]] == [("Latakia", 2)]
    assert (
        page.inner_text(TOTALS) == "6 of 11 located · 3 area only · 2 unlocated · 3 of 11 undated"
    )


def test_an_area_is_never_a_pin(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes[strikes["location_status"] != "located"], claims)
    assert state_of(page)["clusters"] == []


def test_moving_the_slider_changes_clusters_and_totals(open_map):
    page = open_map(*few_strikes())
    late = page.get_by_role("slider", name="From", exact=True)
    late.focus()
    for _ in range(60):
        late.press("PageUp")
    state = state_of(page)
    assert state["range"] == ["2020-09-01", "2020-10-31"]
    assert sum(cluster["count"] for cluster in state["clusters"]) == 2
    assert page.inner_text(TOTALS) == "3 of 5 located · 1 area only · 1 unlocated · 3 of 5 undated"
    page.get_by_role("button", name="Show the whole period").click()
    assert state_of(page)["range"] is None


def test_a_typed_date_moves_the_window(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("From date").fill("2015-10-01")
    page.get_by_label("To date").fill("2015-10-31")
    page.get_by_label("To date").dispatch_event("change")
    assert state_of(page)["range"] == ["2015-10-01", "2015-10-31"]
    assert page.inner_text(TOTALS) == "1 of 4 located · 1 area only · 2 unlocated · 3 of 4 undated"


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


def test_a_cluster_that_is_clicked_comes_apart(open_map):
    rows = {
        str(i): {"lon": 36.4 + 0.02 * i, "lat": 35.9, "date_start": f"2016-01-0{i + 1}"}
        for i in range(5)
    }
    page = open_map(strikes_of(**rows), claims_of())
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


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_the_first_view_leaves_the_country_free_of_the_panel(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Strikes")
    lowest = page.evaluate(
        """() => { const { home } = layer.baseMap; const { world, top } = layer.getFrame();
        return home.bottom * world - top; }"""
    )
    assert lowest < page.locator(".strike-panel").bounding_box()["y"]


@pytest.mark.parametrize("size", [(1280, 800), (916, 580), (390, 844)], ids=str)
def test_a_strike_opened_from_a_list_is_not_covered(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Strikes", view=View(36.452, 36.049, 9))
    [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    click_mark(page, cluster)
    drawer = page.locator(".strike-drawer")
    page.get_by_role("heading", name="2 strikes at this place").wait_for()
    body = drawer.evaluate("drawer => drawer.querySelector('.strike-popup').offsetHeight")
    assert drawer.bounding_box()["height"] <= body + 40, "no taller than what it lists"
    page.get_by_role("button", name="70–100 killed").click()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("document.activeElement.dataset.strike === 'duwaylah'")
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    for place in ("left", "right", "top"):
        assert covered_at(page, place) is None
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    assert mark["y"] + mark["radius"] < page.locator(".strike-panel").bounding_box()["y"]


def covered_at(page, place):
    """Return the class of what lies over a popup's left, right or top edge; None where nothing."""
    return page.evaluate(
        """(place) => {
          const popup = document.querySelector(".leaflet-popup-content-wrapper");
          const { left, right, top, bottom } = popup.getBoundingClientRect();
          const [across, down] = [(left + right) / 2, (top + bottom) / 2];
          const sides = {left: [left + 3, down], right: [right - 3, down], top: [across, top + 8]};
          const seen = document.elementFromPoint(...sides[place]);
          return popup.contains(seen) ? null : seen.className;
        }""",
        place,
    )


def test_strikes_at_one_point_can_be_told_apart(open_map):
    page = open_map(*few_strikes(), view=View(36.452, 36.049, 12))
    [cluster] = [cluster for cluster in state_of(page)["clusters"] if cluster["count"] == 2]
    click_mark(page, cluster)
    page.get_by_role("heading", name="2 strikes at this place").wait_for()
    page.get_by_role("button", name="70–100 killed").click()
    page.locator("[data-strike=duwaylah]").wait_for()


def test_the_popup_says_what_is_known(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('duwaylah')")
    popup = page.locator(POPUP)
    popup.wait_for()
    text = popup.inner_text()
    for said in (
        "Duwaylah", "الدويلة", "Airstrike, 26 October 2020", "Russia (alleged)", "70–100", "160+",
        "not reported", "within about 2 km", "same name, same governorate",
        "SOHR in A Paper: A headline, 2020-10-26", "“at least 70, perhaps 100”", "A witness",
    ):  # fmt: skip
        assert said in text
    links = popup.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert links == ["https://example.org/a"]


def test_a_shared_toll_is_not_told_twice(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('second')")
    page.get_by_text("counted with duwaylah").wait_for()


def test_a_badge_lists_what_is_known_only_to_the_area(open_map):
    page = open_map(*few_strikes())
    click_mark(page, state_of(page)["badges"][0])
    page.get_by_role("heading", name="Latakia: 2 known only to the area").wait_for()


def test_the_undated_and_the_unlocated_are_in_the_list(open_map):
    page = open_map(*few_strikes())
    page.get_by_role("button", name="List").click()
    entries = page.locator(".strike-list li")
    entries.first.wait_for()
    assert entries.count() == 11
    assert page.get_by_text("a vague name").count() == 1


def test_a_list_says_no_day_where_only_the_month_is_known(open_map):
    rows = {
        "campaign": {"date_start": "2019-12-01", "date_end": "2020-03-31",
                     "date_precision": "month"},
        "month": {"date_start": "2020-07-01", "date_end": "2020-07-31", "date_precision": "month"},
        "week": {"date_start": "2020-07-13", "date_end": "2020-07-19", "date_precision": "week"},
    }  # fmt: skip
    page = open_map(strikes_of(**rows), claims_of())
    page.get_by_role("button", name="List").click()
    entries = page.locator(".strike-entry small")
    entries.first.wait_for()
    days = [text.split(" · ")[0] for text in entries.all_inner_texts()]
    assert days == ["Dec 2019 – Mar 2020", "Jul 2020", "13–19 Jul 2020"]


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


def test_the_picture_says_what_lies_outside_its_frame(open_map):
    page = open_map(*few_strikes(), view=View(40.1, 35.3, 10))
    said = words_of_picture(page)
    state = state_of(page)
    seen = sum(mark["count"] for mark in state["clusters"])
    assert seen == state["totals"]["dated"]["located"] - state["outside"] < 5
    assert f"In this view: {seen} of 5 located and dated, 0 of 2 area only and dated" in said
    assert "undated, not drawn (3)" in said
    assert "the true place lies inside, 9 times in 10" in said


def test_hostile_texts_arrive_byte_for_byte_and_nothing_runs(open_map):
    rows = {
        f"h{i}": {"place_text": text, "place_name": text, "actor": text}
        for i, text in enumerate(HOSTILE)
    }
    claims = claims_of(
        *({"strike_id": id_, "claimant": row["actor"], "title": row["actor"]}
          for id_, row in rows.items())
    )  # fmt: skip
    title = " ".join(HOSTILE)
    page = open_map(strikes_of(**rows), claims, title=title, sources=HOSTILE)
    text_of = "(selector) => document.querySelector(selector).textContent"
    assert page.evaluate(text_of, ".strike-title") == title
    for id_, row in rows.items():
        page.evaluate("(id) => layer.focusStrike(id)", id_)
        page.locator(f"[data-strike={id_}]").wait_for()
        assert page.evaluate(text_of, f"[data-strike={id_}] h3") == row["place_name"]
        assert page.evaluate(text_of, f"[data-strike={id_}] b") == row["actor"]
    assert page.locator(".strike-popup img, .strike-popup script").count() == 0
    assert picture_of(page).width > 0


def test_an_unpaired_surrogate_arrives(open_map):
    page = open_map(*few_strikes(), title="a\ud800b")
    codes = "Array.from({ length: 3 }, (_, i) => layer.options.title.charCodeAt(i))"
    assert page.evaluate(codes) == [ord("a"), 0xD800, ord("b")]


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


def test_zoom_and_window_survive_new_strikes(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.evaluate("void layer.map.setView([35.5, 37], 8.5, { animate: false })")
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    before = state_of(page)
    fewer = encode_strikes(strikes[strikes["kind"] == "drone"], claims).to_base64()
    page.evaluate("(payload) => layer.update(payload)", fewer)
    after = state_of(page)
    assert after["view"] == before["view"]
    assert after["range"] == before["range"]
    assert after["totals"]["rows"] == 1


def test_a_period_that_a_filter_fills_stays_when_the_filter_goes(open_map):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims, period=(date(2015, 9, 1), date(2015, 10, 31)))
    early = strikes[strikes["date_end"] < "2015-11-01"].index
    rows = encode_strikes(strikes, claims).mark_rows(early)
    for chosen in (rows, ""):
        page.evaluate("(rows) => layer.update(null, { rows })", chosen)
        assert state_of(page)["range"] == ["2015-09-01", "2015-10-31"]


def test_two_maps_on_a_page_do_not_share_a_window(open_map):
    page = open_map(*few_strikes())
    page.evaluate(
        """async () => {
          const second = document.createElement("div");
          second.style.cssText = "height: 500px; width: 700px";
          document.body.append(second);
          const literal = document.querySelector("script[type='text/plain']").text;
          window.other = await strikeMap.mount(second, L, literal);
          other.setRange("2015-09-01", "2015-09-30");
        }"""
    )
    assert page.evaluate("other.getRange()") == ["2015-09-01", "2015-09-30"]
    assert page.evaluate("layer.getRange()") is None
    page.evaluate("other.destroy()")
    assert page.locator(".strike-panel").count() == 1
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    assert state_of(page)["totals"]["dated"]["located"] == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_map_slider_and_totals(open_map, scheme):
    page = open_map(*few_strikes(), size=(390, 844), scheme=scheme, touch=True, title="Strikes")
    panel = page.locator(".strike-panel").bounding_box()
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= 390
    assert panel["height"] < 844 / 3
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    cluster = max(state_of(page)["clusters"], key=lambda mark: mark["count"])
    page.touchscreen.tap(cluster["x"], cluster["y"])
    page.wait_for_function("layer.map.getZoom() > 7 || document.querySelector('.strike-popup')")


def test_governorates_shaded_by_count_hold_located_and_area_only(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("areas")
    state = state_of(page)
    assert state["clusters"] == []
    assert {area["name"]: area["count"] for area in state["areas"]} == {
        "Idlib": 2, "Hama": 1, "Deir ez-Zor": 1, "Homs": 1, "Latakia": 2,
    }  # fmt: skip
    assert state["without"] == 0
    page.get_by_label("Size").select_option("killed_max")
    texts = {area["name"]: area["text"] for area in state_of(page)["areas"]}
    assert texts["Idlib"] == "70–100"
    assert texts["Hama"] == "–"


def test_the_density_holds_every_located_row_in_view(open_map):
    page = open_map(*few_strikes())
    page.get_by_label("Show", exact=True).select_option("density")
    state = state_of(page)
    assert sum(state["squares"]) == state["totals"]["dated"]["located"] == 5
    assert [badge["name"] for badge in state["badges"]] == ["Latakia"]


def test_clusters_sized_by_people_say_people_and_a_shared_toll_counts_once(open_map):
    page = open_map(*few_strikes())
    texts = {}
    for size in ("killed_min", "killed_max"):
        page.get_by_label("Size").select_option(size)
        [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
        texts[size] = cluster["text"]
    assert texts == {"killed_min": "≥70", "killed_max": "100"}


def test_the_ways_to_show_that_the_maker_chose_come_first(open_map):
    page = open_map(*few_strikes(), modes={"size": "killed_max", "colour": "actor"})
    assert page.get_by_label("Size").input_value() == "killed_max"
    assert state_of(page)["modes"]["colour"] == "actor"


def test_badges_stand_clear_of_title_legend_and_panel(open_map):
    page = open_map(*few_strikes(), title="Strikes " * 12, view=View(35.6, 36.6, 7))
    covers = page.evaluate("layer.panel.coverBoxes()")
    assert len(covers) == 3
    for badge in state_of(page)["badges"]:
        for box in covers:
            apart = (
                badge["right"] <= box["left"] or badge["left"] >= box["right"]
                or badge["bottom"] <= box["top"] or badge["top"] >= box["bottom"]
            )  # fmt: skip
            assert apart


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


def test_a_right_click_shows_the_coordinates(open_map):
    page = open_map(*few_strikes(), view=View(38, 35, 7))
    page.mouse.click(640, 300, button="right")
    told = page.locator(".strike-coordinates span")
    told.wait_for()
    lat, lon = map(float, told.inner_text().split(", "))
    assert abs(lon - 38) < 0.01
    assert 35.5 < lat < 36.5


def test_a_box_chooses_the_strikes_in_it(open_map):
    page = open_map(*few_strikes())
    page.evaluate("void layer.on('select', (ids) => { window.chosen = ids })")
    [cluster] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    page.get_by_role("button", name="Choose").click()
    page.mouse.move(cluster["x"] - 30, cluster["y"] - 30)
    page.mouse.down()
    page.mouse.move(cluster["x"] + 30, cluster["y"] + 30)
    page.mouse.up()
    page.get_by_role("heading", name="2 strikes in the box").wait_for()
    assert sorted(page.evaluate("chosen")) == ["duwaylah", "second"]
    assert page.get_by_role("button", name="Choose").get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("show", ["clusters", "areas", "density"])
def test_the_map_counts_as_python_does_on_any_window(open_map, show):
    strikes, claims = few_strikes()
    page = open_map(strikes, claims)
    page.get_by_label("Show", exact=True).select_option(show)
    days = [date(2015, 8, 31), date(2015, 9, 1), date(2015, 9, 30), date(2015, 10, 1),
            date(2016, 2, 1), date(2020, 7, 14), date(2020, 10, 26)]  # fmt: skip
    for start, end in itertools.combinations_with_replacement(days, 2):
        page.evaluate("(days) => layer.setRange(...days)", [start.isoformat(), end.isoformat()])
        told = count_totals(strikes, Filters(date_from=start, date_to=end))
        state = state_of(page)
        totals = state["totals"]
        assert (totals["located"], totals["areaOnly"], totals["unlocated"], totals["rows"]) == (
            told.located, told.area_only, told.unlocated, told.rows,
        )  # fmt: skip
        drawn = {
            "clusters": sum(mark["count"] for mark in state["clusters"]) + state["outside"],
            "areas": sum(area["count"] for area in state["areas"] or ()) + state["without"],
            "density": sum(state["squares"] or ()),
        }[show]
        badges = sum(badge["count"] for badge in state["badges"])
        assert drawn + badges == totals["dated"]["located"] + totals["dated"]["areaOnly"]


def test_on_a_phone_a_tapped_entry_opens_its_strike(open_map):
    page = open_map(*few_strikes(), size=(390, 844), touch=True)
    page.get_by_role("button", name="List").tap()
    page.get_by_role("button", name="70–100 killed").tap()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    assert page.locator(".strike-popup").count() == 1
    assert page.locator(".strike-drawer").is_hidden()


def test_a_strike_that_is_asked_for_is_shown_even_outside_the_window(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    assert page.evaluate("layer.focusStrike('hama')") is True
    page.locator("[data-strike=hama]").wait_for()
    state = state_of(page)
    assert state["range"] is None
    assert state["view"]["zoom"] == 11
    assert page.evaluate("layer.focusStrike('no such strike')") is False


def test_a_shape_of_corners_chooses_what_is_inside_it(open_map):
    page = open_map(*few_strikes())
    page.evaluate("void layer.on('select', (ids) => { window.chosen = ids })")
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["count"] == 2]
    x, y = mark["x"], mark["y"]
    page.get_by_role("button", name="Choose").click()
    for corner in ((x - 30, y + 25), (x, y - 35), (x + 30, y + 25), (x - 30, y + 25)):
        page.mouse.click(*corner)
    page.get_by_role("heading", name="2 strikes in the shape").wait_for()
    assert sorted(page.evaluate("chosen")) == ["duwaylah", "second"]
    page.get_by_role("button", name="Close the list").click()
    assert page.evaluate("chosen") == []


def test_the_address_keeps_what_is_seen_and_brings_it_back(open_map, visits):
    page = open_map(*few_strikes())
    page.evaluate("void layer.map.setView([35.5, 37], 8.5, { animate: false })")
    page.evaluate("layer.setRange('2015-09-01', '2016-12-31')")
    page.get_by_label("Show", exact=True).select_option("areas")
    before = state_of(page)
    page.wait_for_function("location.hash.includes('show=areas')")
    again = visits.open(page.url)
    again.wait_for_function(READY)
    again.evaluate(FIND_MAP)
    after = state_of(again)
    assert [after[name] for name in ("view", "range", "modes", "totals")] == [
        before[name] for name in ("view", "range", "modes", "totals")
    ]
    assert again.locator(".strike-notice").count() == 0
    other = visits.open(page.url.replace("data=", "data=0").replace("from=2015-09-01&", ""))
    other.wait_for_function(READY)
    other.evaluate(FIND_MAP)
    assert state_of(other)["range"] == before["range"], "the end that is not told is the data's"
    other.get_by_text("The data have changed since this link was made").wait_for()


def test_online_tiles_come_only_when_asked_for_and_are_credited(open_map):
    asked = []
    tile = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    page = open_map(*few_strikes())

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(body=tile, content_type="image/png")

    page.route("https://tile.openstreetmap.org/**", answer)
    page.evaluate("void layer.map.setZoom(9, { animate: false })")
    assert asked == []
    page.get_by_label("Ground").select_option("online")
    page.get_by_text("© OpenStreetMap contributors").wait_for()
    page.locator("img.leaflet-tile-loaded").first.wait_for()
    page.get_by_label("Ground").select_option("quiet")
    assert page.locator("img.leaflet-tile").count() == 0
    assert "OpenStreetMap" not in page.locator(".strike-note").inner_text()


def test_without_a_network_the_quiet_map_stays(open_map):
    page = open_map(*few_strikes())
    page.route("https://tile.openstreetmap.org/**", lambda route: route.fulfill(body="no tile"))
    page.get_by_label("Ground").select_option("online")
    page.get_by_text("No online tiles").wait_for()
    assert page.get_by_label("Ground").input_value() == "quiet"
    assert page.locator("img.leaflet-tile").count() == 0


def test_names_of_the_ground_are_written_in_arabic(open_map):
    page = open_map(*few_strikes())
    for language, name in (("en", "Aleppo"), ("ar", "حلب")):
        page.evaluate("(language) => layer.setMode('labels', language)", language)
        assert name in [label["text"] for label in state_of(page)["labels"]]


def test_names_are_seen_on_the_map_and_yield_to_marks(open_map):
    page = open_map(*few_strikes())
    labels = state_of(page)["labels"]
    [raqqa] = [label for label in labels if label["text"] == "Raqqa"]
    seen = Image.open(io.BytesIO(page.screenshot())).convert("L")
    x, y = round(raqqa["x"]), round(raqqa["y"])
    around = seen.crop((x - 20, y - 6, x + 20, y + 6))
    assert around.getextrema()[0] < 140, "letters are darker than the land"
    assert "Palmyra" not in [label["text"] for label in labels], "a strike stands on it"
