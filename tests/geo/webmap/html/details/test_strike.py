"""A strike read in the drawer of the one-file map: what it says, where it is marked."""

from __future__ import annotations

import pytest
from map_pages import picture_of, state_of
from map_strikes import HOSTILE, claims_of, few_strikes, strikes_of

from geo.webmap.payload.encode import View

READ = ".strike-read"


RING = """() => {
  const circles = [];
  const { arc } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.arc = function (...given) {
    circles.push(given.slice(0, 3));
    return arc.call(this, ...given);
  };
  layer.redraw();
  CanvasRenderingContext2D.prototype.arc = arc;
  return circles;
}"""


def assert_ringed(page, mark):
    """Fail where the last circle of a drawing is not the ring around a mark."""
    ground = page.locator(".leaflet-container").bounding_box()
    at = [mark["x"] - ground["x"], mark["y"] - ground["y"], mark["radius"] + 4]
    assert page.evaluate(RING)[-1] == pytest.approx(at, abs=0.6)


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=str)
def test_a_strike_is_read_beside_the_map_and_its_mark_stands_free(open_map, size):
    page = open_map(*few_strikes(), size=size, title="Strikes", view=View(36.452, 36.049, 9))
    page.evaluate("void layer.openStrike(layer.marks.clusters.find((one) => one.count === 1).row)")
    page.locator("[data-strike]").wait_for()
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    drawer = page.locator(".strike-drawer").bounding_box()
    ground = page.locator(".leaflet-container").bounding_box()
    beside = drawer["x"] >= ground["x"] + ground["width"]
    under = drawer["y"] >= ground["y"] + ground["height"]
    assert beside or under, "the drawer takes its room from the map"
    assert ground["height"] > 200, "the map's upper part stays"
    row = page.evaluate("layer.selected")
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["row"] == row]
    assert ground["x"] < mark["x"] < ground["x"] + ground["width"]
    assert ground["y"] < mark["y"] < ground["y"] + ground["height"]
    assert_ringed(page, mark)


def test_a_strike_in_a_cluster_rings_the_cluster_until_it_is_zoomed_to(open_map):
    near = {"lon": 36.47, "lat": 36.049, "date_start": "2020-01-01"}
    page = open_map(strikes_of(one={}, near=near), claims_of(), view=View(36.452, 36.049, 8))
    [cluster] = state_of(page)["clusters"]
    page.evaluate("layer.focusStrike('one')")
    page.locator("[data-strike=one]").wait_for()
    page.evaluate("void layer.map.setView([36.049, 36.452], 8, { animate: false })")
    [cluster] = state_of(page)["clusters"]
    assert cluster["count"] == 2
    assert_ringed(page, cluster)
    page.get_by_role("button", name="Zoom to it").click()
    row = page.evaluate("layer.selected")
    [mark] = [mark for mark in state_of(page)["clusters"] if mark["row"] == row]
    assert_ringed(page, mark)
    page.keyboard.press("Escape")
    assert page.evaluate("layer.selected") is None
    assert page.evaluate(RING)[-1][2] < mark["radius"] + 3


def test_a_strike_of_a_list_stands_alone_then_or_is_fanned_out(open_map):
    page = open_map(*few_strikes(), view=View(36.452, 36.049, 6))
    page.get_by_role("button", name="List", exact=True).click()
    page.get_by_role("button", name="al-Lataminah").click()
    page.locator("[data-strike=hama]").wait_for()
    row = page.evaluate("layer.selected")
    assert row in [mark["row"] for mark in state_of(page)["clusters"]]
    page.get_by_role("button", name="Back to what").click()
    page.get_by_role("button", name="70–100 killed").click()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("layer.getState().spiderfied")
    row = page.evaluate("layer.selected")
    assert row in [mark["row"] for mark in state_of(page)["spiderfied"]["marks"]]


def test_back_and_forward_go_through_what_was_read(open_map):
    page = open_map(*few_strikes())
    back, forward = (page.get_by_role("button", name=name) for name in ("Back to what", "Forward"))
    page.evaluate("layer.focusStrike('hama')")
    page.locator("[data-strike=hama]").wait_for()
    assert back.count() == 0, "nothing was read before"
    page.get_by_role("button", name="3 known only to an area").click()
    page.get_by_role("heading", name="3 known only to an area").wait_for()
    entry = page.locator(".strike-entry").nth(1)
    said = entry.inner_text()
    entry.click()
    page.locator("[data-strike=latakia], [data-strike=latakia_two]").wait_for()
    page.keyboard.press("Alt+ArrowLeft")
    page.get_by_role("heading", name="3 known only to an area").wait_for()
    assert page.evaluate("document.activeElement.innerText") == said
    back.click()
    page.locator("[data-strike=hama]").wait_for()
    assert back.get_attribute("aria-disabled") == "true"
    forward.click()
    page.keyboard.press("Alt+ArrowRight")
    page.locator("[data-strike=latakia], [data-strike=latakia_two]").wait_for()
    page.evaluate("layer.setFilters({ governorates: ['SY05'] })")
    page.locator(".strike-drawer").wait_for(state="hidden")
    page.evaluate("layer.setFilters({})")
    page.wait_for_function("layer.strikes.rows === 11")
    assert page.evaluate("layer.selected") is None


def test_it_says_what_is_known(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('duwaylah')")
    read = page.locator(READ)
    read.wait_for()
    shown = read.inner_text()
    for said in ("Killed 70–100", "injured not reported", "found by its name; within about 2 km"):
        assert said in shown
    text = read.text_content()
    for said in (
        "Duwaylah", "الدويلة", "Airstrike, 26 October 2020", "Russia (alleged)", "70–100", "160+",
        "not reported", "within about 2 km", "same name, same governorate",
        "SOHR in A Paper: A headline, 2020-10-26", "“at least 70, perhaps 100”", "A witness",
        "Who says so: 2 sources",
    ):  # fmt: skip
        assert said in text
    links = read.locator("a").evaluate_all("links => links.map((link) => link.href)")
    assert links == ["https://example.org/a"]
    page.evaluate("layer.focusStrike('latakia')")
    page.locator("[data-strike=latakia]").wait_for()
    assert "Who says so: one source only" in read.text_content()


def test_it_says_what_the_table_says_besides(open_map):
    row = {
        "place_text": "Tyre", "adm1_code": None, "adm1_name": None, "country_text": "Lebanon",
        "strikes_min": 3, "strikes_max": 5, "note": "Smoke <b>was</b> seen.",
        "reading_note": "killed 'some' is no whole number: left empty",
        "source_codes": "where_prec 1", "killed_min": None, "corrected": "kind shelling",
    }  # fmt: skip
    strikes = strikes_of(several=row, meeting={"not_strike": "Protests", "note": "A march."})
    page = open_map(strikes, claims_of({"strike_id": "several", "claimant": "A monitor"}))
    page.evaluate("layer.focusStrike('several')")
    page.locator("[data-strike=several]").wait_for()
    text = page.locator(READ).text_content()
    for said in (
        "Tyre, Lebanon", "stands for 3–5 strikes", "Smoke <b>was</b> seen.",
        "killed 'some' is no whole number: left empty", "where_prec 1", "kind shelling",
    ):  # fmt: skip
        assert said in text
    page.evaluate("layer.focusStrike('meeting')")
    page.locator("[data-strike=meeting]").wait_for()
    said = page.locator("[data-strike=meeting]").inner_text()
    assert "No strike: Protests, 26 October 2020" in said


def test_it_is_silent_on_what_the_table_does_not_say(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('hama')")
    page.locator("[data-strike=hama]").wait_for()
    text = page.locator(READ).text_content()
    for absent in ("stands for", "No strike", "Not read", "Corrected", "Codes of the source"):
        assert absent not in text


def test_a_shared_toll_is_not_told_twice(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.focusStrike('second')")
    page.get_by_text("counted with duwaylah").wait_for()


def test_hostile_texts_arrive_byte_for_byte_and_nothing_runs(open_map):
    rows = {
        f"h{i}": {"place_text": text, "place_name": text, "actor": text}
        for i, text in enumerate(HOSTILE)
    }
    claims = claims_of(
        *({"strike_id": id_, "claimant": row["actor"], "title": row["actor"],
           "media_url": row["actor"].replace(" ", ""), "media_kind": row["actor"]}
          for id_, row in rows.items()),
        {"strike_id": "h0", "media_url": "javascript:alert(1)", "geolocation_url": "https://g.example/t",
         "media_archive_url": "https://w.example/1", "media_sha256": "ab" * 32,
         "media_kind": "video"},
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
    assert page.locator(".strike-read img, .strike-read script").count() == 0
    page.evaluate("layer.focusStrike('h0')")
    evidence = page.locator("[data-strike=h0] li").last
    evidence.get_by_text("SHA-256 abababababab…").wait_for()
    links = evidence.locator("a").evaluate_all("all => all.map(({ href, text }) => [text, href])")
    assert links == [
        ["archived copy", "https://w.example/1"], ["g.example", "https://g.example/t"],
    ]  # fmt: skip
    assert picture_of(page).width > 0


def test_a_right_click_shows_the_coordinates(open_map):
    page = open_map(*few_strikes(), view=View(38, 35, 7))
    middle = page.locator(".leaflet-container").bounding_box()["height"] / 2
    page.locator(".leaflet-container").click(position={"x": 640, "y": middle - 80}, button="right")
    shown = page.locator(".strike-coordinates span")
    shown.wait_for()
    lat, lon = map(float, shown.inner_text().split(", "))
    assert abs(lon - 38) < 0.01
    assert 35.5 < lat < 36.5


def test_on_a_phone_a_tapped_entry_opens_its_strike(open_map):
    page = open_map(*few_strikes(), size=(390, 844), touch=True)
    page.get_by_role("button", name="List").tap()
    page.get_by_role("button", name="70–100 killed").tap()
    page.locator("[data-strike=duwaylah]").wait_for()
    page.wait_for_function("!layer.map._panAnim?._inProgress")
    assert page.locator(".strike-drawer").bounding_box()["y"] > 300
    assert not page.locator(".strike-entry").first.is_visible()


def test_a_strike_that_is_asked_for_is_shown_even_outside_the_window(open_map):
    page = open_map(*few_strikes())
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    assert page.evaluate("layer.focusStrike('hama')") is True
    page.locator("[data-strike=hama]").wait_for()
    state = state_of(page)
    assert state["range"] is None
    assert state["view"]["zoom"] == 11
    assert page.evaluate("layer.focusStrike('no such strike')") is False
