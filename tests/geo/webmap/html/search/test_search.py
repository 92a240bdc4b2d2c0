"""The search over the one-file map: places, areas and strikes, read and flown to."""

from __future__ import annotations

from map_pages import state_of, wait_for_heading
from map_strikes import claims_of, few_strikes, strikes_of

FOUND = ".strike-found-one"
SETTLED = "!layer.map._panAnim?._inProgress && !layer.map._animatingZoom && !layer.map._flyToFrame"


def search(page, text):
    """Type into the search, called by its key, and wait for what it offers."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.locator(FOUND).first.wait_for()


def test_a_place_is_searched_by_key_read_and_flown_to_and_its_area_leads_back(open_map):
    page = open_map(*few_strikes())
    search(page, "dwaylah")
    assert page.locator(FOUND).first.inner_text().split("\n")[0] == "Duwaylah · الدويلة"
    field = page.get_by_role("combobox", name="Search a place")
    assert field.get_attribute("aria-expanded") == "true"
    marked = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{marked}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    wait_for_heading(page, "Duwaylah · الدويلة")
    page.wait_for_function("layer.map.getZoom() >= 11")
    read = page.locator(".strike-read:visible")
    for said in ("2 strikes in the period shown", "Killed 70–100, reported for 1 of 2 strikes"):
        assert said in read.inner_text()
    assert page.get_by_role("img", name="Strikes by month, October 2020").is_visible()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Duw")
    page.get_by_role("button", name="Idlib", exact=True).click()
    wait_for_heading(page, "Idlib · إدلب")
    page.get_by_role("button", name="Duwaylah", exact=True).click()
    wait_for_heading(page, "Duwaylah · الدويلة")
    page.locator(".strike-read:visible .strike-entry").first.click()
    page.locator("[data-strike]").wait_for()
    page.get_by_role("button", name="All 2 strikes at this place").click()
    wait_for_heading(page, "Duwaylah · الدويلة")
    for _ in range(3):
        page.keyboard.press("Alt+ArrowLeft")
    wait_for_heading(page, "Idlib · إدلب")


def test_a_place_follows_the_period_and_says_of_how_many(open_map):
    page = open_map(*few_strikes())
    search(page, "latamin")
    page.keyboard.press("Enter")
    page.get_by_text("1 strike in the period shown", exact=True).wait_for()
    page.evaluate("layer.setRange('2020-01-01', '2020-12-31')")
    page.get_by_text("0 strikes in the period shown, of 1 in all").wait_for()
    page.get_by_role("button", name="Show all dates").click()
    page.get_by_text("1 strike in the period shown", exact=True).wait_for()
    search(page, "around Duwaylah in October 2020")
    offered = [one.split("\n") for one in page.locator(FOUND).all_inner_texts()]
    assert offered[0] == ["Duwaylah · الدويلة", "Idlib · 2 strikes in October 2020"]
    assert ["October 2020", "2 strikes · without “around duwaylah”"] in offered
    page.keyboard.press("Enter")
    wait_for_heading(page, "Duwaylah · الدويلة")
    assert state_of(page)["range"] == ["2020-10-01", "2020-10-31"]


def test_within_so_many_km_filters_and_says_how_surely(open_map):
    rows = {
        "here": {"place_text": "Here"},
        "beside": {"lon": 36.50, "lat": 36.049, "place_text": "Beside"},
        "far": {"lon": 37.2, "lat": 36.049, "place_text": "Far"},
        "area": {"location_status": "area_only", "lon": None, "lat": None,
                 "precision": "governorate", "uncertainty_km": None},
    }  # fmt: skip
    page = open_map(strikes_of(**rows), claims_of())
    search(page, "here")
    page.keyboard.press("Enter")
    said = "1 strike surely, 1 possibly (its radius reaches in); 1 without a point is not judged"
    page.get_by_text(said).wait_for()
    page.get_by_label("Kilometres").fill("8")
    page.get_by_text("2 strikes surely, 0 possibly").wait_for()
    page.get_by_role("button", name="Show only strikes within it").click()
    page.wait_for_function("layer.strikes.rows === 2")
    assert page.get_by_label("Kilometres").input_value() == "8"
    assert page.get_by_text("2 strikes surely, 0 possibly").is_visible()
    assert page.evaluate("layer.filtering.filters.near") == "36.452,36.049,8,Here"


def test_arrows_choose_a_strike_escape_closes_and_a_shaded_area_is_read(open_map):
    page = open_map(*few_strikes())
    search(page, "homs airstrike 2015")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert page.locator(FOUND).count() == 0 or page.locator(".strike-found").is_hidden()
    page.keyboard.press("Enter")
    page.locator("[data-strike]").wait_for()
    search(page, "idlib")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"{FOUND}[aria-selected=true] span").inner_text()
    assert chosen != page.locator(f"{FOUND} span").first.inner_text()
    page.keyboard.press("Enter")
    wait_for_heading(page, chosen)
    page.evaluate("layer.setMode('show', 'areas')")
    area = page.evaluate(
        "(() => { const { area } = layer.marks.shaded.areas.find(({ area: { code } }) =>"
        " code === 'SY07'); const [x, y] = area.labelPoint; const { world, left, top } ="
        " layer.getFrame(); return { x: x * world - left, y: y * world - top }; })()"
    )
    page.evaluate(f"layer.handleClick({area})".replace("'", ""))
    wait_for_heading(page, "Idlib · إدلب")
    assert state_of(page)["areas"]
    shaded = page.evaluate(
        "layer.marks.shaded.areas.find(({ area }) => area.code === 'SY07').count"
    )
    undated = page.locator(".strike-lead:visible").inner_text()
    assert undated.startswith(f"{shaded + 1} strikes in the period shown"), "the undated are in it"
