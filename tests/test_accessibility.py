"""Every page of the app, and the one-file map, held against axe-core's rules, light and dark, and
at a zoom of 200%.

What is serious or critical fails: an element without a name, contrast too low to read, a widget
that no keyboard reaches. axe-core sees perhaps half of what can go wrong; docs/accessibility.md
has what was tried otherwise.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from map_strikes import few_strikes
from playwright.sync_api import Page, expect
from zoomed import LARGE_LETTERS, ZOOMED, list_lost

HEADINGS = {
    "Briefing": "Briefing",
    "Places": "Places to decide",
    "Strikes": "Strikes",
    "Reports": "Reports",
}
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
# It ends wide, where the bar of pages is.
SEEN = (("light", WIDE), ("dark", NARROW), ("dark", WIDE))
GRAVE = {"serious", "critical"}
OPTIONS = {"resultTypes": ["violations"], "iframes": False, "preload": False}
# What a run of the page is about to replace is faded, and so are its letters; another scheme
# comes with the page's next drawing, its colours one by one.
STILL = """(scheme) => {
  const app = document.querySelector(".stApp");
  return (!app || app.dataset.testScriptState === "notRunning"
      && getComputedStyle(app).colorScheme === scheme)
    && !document.querySelector("[data-stale=true]")
    && document.getAnimations().every(({ playState }) => playState !== "running");
}"""


def lost_of(page: Page) -> dict[str, list[str]]:
    """Return what is cut or covered at a zoom of 200%, and with letters twice as large."""
    page.set_viewport_size(ZOOMED)
    page.wait_for_function(STILL, arg="dark")
    zoomed = list_lost(page)
    page.set_viewport_size(WIDE)
    style = page.add_style_tag(content=LARGE_LETTERS)
    page.wait_for_function(STILL, arg="dark")
    large = list_lost(page)
    style.evaluate("(element) => element.remove()")
    return {"zoom of 200%": zoomed, "letters of 200%": large}


def faults_of(page: Page) -> list[str]:
    """Return what axe-core finds serious or critical on a page, a line for each element."""
    return [
        f"{found['id']}: {node['target']} {node['html'][:160]}"
        for found in Axe().run(page, options=OPTIONS).response["violations"]
        if found["impact"] in GRAVE
        for node in found["nodes"]
    ]


def look_at(page: Page) -> dict[str, list[str]]:
    """Return the faults of a page in every size and scheme that has some."""
    faults = {}
    for scheme, size in SEEN:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        page.wait_for_function(STILL, arg=scheme)
        faults[f"{scheme}, {size['width']}"] = faults_of(page)
    faults |= lost_of(page)
    return {seen: found for seen, found in faults.items() if found}


def test_the_rules_see_what_is_wrong(visits):
    page = visits.open("data:text/html,<html lang=en><title>x</title><img src='data:,'>")
    assert [fault.split(":")[0] for fault in faults_of(page)] == ["image-alt"]


def test_no_page_of_the_app_has_a_serious_fault(visits, served_app):
    page = visits.open(served_app, size=(1440, 900))
    expect(page.locator(".strike-mount[data-strikes=ready]")).to_have_count(1)
    found = {"Explore": look_at(page)}
    for name, heading in HEADINGS.items():
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        page.get_by_role("heading", name=heading, exact=True).wait_for()
        found[name] = look_at(page)
    assert not any(found.values()), found


@pytest.mark.parametrize("drawer", ["closed", "open"])
def test_the_one_file_map_has_no_serious_fault(open_map, drawer):
    page = open_map(*few_strikes(), size=(1440, 900), title="Strikes")
    if drawer == "open":
        page.get_by_role("button", name="List", exact=True).click()
        page.get_by_role("tab", name="Counts").click()
        page.get_by_role("button", name="Filter").click()
    assert look_at(page) == {}
