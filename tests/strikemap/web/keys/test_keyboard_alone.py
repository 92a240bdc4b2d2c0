"""The keyboard alone: real presses from the app's start to a GeoJSON file and a briefing sheet.

Every stop on the way shows where it is; what a run of the page draws anew or disables for a while
keeps the keyboard's place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from browser import PATIENCE
from playwright.sync_api import Page

MOST_STOPS = 60  # between two things that are looked for
# What has the focus, in shadow roots too: its words, and whether it looks otherwise than without.
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  if (!at || at === document.body) return { name: "" };
  const named = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.innerText ?? "";
  const looks = (part) => {
    const { outlineStyle, outlineWidth, borderColor, boxShadow } = getComputedStyle(part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) > 0
      ? "ring" : `${borderColor} ${boxShadow.includes("3.2px") ? "ring" : ""}`;
  };
  const seen = [at, at.parentElement, at.parentElement?.parentElement,
    at.closest("[data-testid=stTextInputRootElement], [data-baseweb], [role=group]")]
    .filter(Boolean).map(looks);
  const { x, y, width, height } = at.getBoundingClientRect();
  return { name: named.trim(), tag: at.tagName, role: at.getAttribute("role") ?? "", seen,
    inside: x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight };
}"""
QUIET = """() => document.querySelector(".stApp").dataset.testScriptState === "notRunning"
  && !document.querySelector("[data-stale=true]")"""


def focused(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(FOCUSED)
    return found


def go_to(page: Page, name: str, *, key: str = "Tab") -> int:
    """Press a key until what has the focus begins with some words; return how often."""
    for presses in range(1, MOST_STOPS + 1):
        page.keyboard.press(key)
        at = focused(page)
        assert not at["name"] or at["inside"], f"the focus is out of sight: {at}"
        if at["name"].startswith(name):
            return presses
    raise AssertionError(f"{MOST_STOPS} presses of {key} do not lead to {name!r}: {focused(page)}")


def wait_for_focus(page: Page, name: str) -> None:
    """Wait until what has the focus begins with some words."""
    condition = f"(name) => ({FOCUSED})().name.startsWith(name)"
    page.wait_for_function(condition, arg=name, timeout=PATIENCE)


def take_file(page: Page, button: str) -> tuple[str, bytes]:
    """Press the button that has the focus, and return name and content of the file."""
    with page.expect_download(timeout=PATIENCE) as saving:
        page.keyboard.press("Enter")
    wait_for_focus(page, button)  # it was disabled meanwhile
    return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()


def test_a_file_and_a_sheet_are_made_without_a_mouse(visits, served_app):
    page = visits.open(served_app, size=(1440, 900))
    page.locator(".strike-mount[data-strikes=ready]").wait_for()
    page.wait_for_function(QUIET)
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "Skip to main content"
    page.keyboard.press("Enter")
    assert focused(page)["tag"] == "MAIN"
    assert focused(page)["seen"][0] == "ring"

    # Drawers take the focus, and Escape gives it back to what opened them.
    go_to(page, "List the strikes in view")
    page.keyboard.press("Enter")
    wait_for_focus(page, "34 strikes")
    page.keyboard.press("Escape")
    wait_for_focus(page, "List the strikes in view")
    go_to(page, "Counts")
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => ({FOCUSED})().role === 'tab'")
    page.keyboard.press("Escape")
    wait_for_focus(page, "Counts")
    page.wait_for_function(QUIET)

    # Past the map, of which each part is a stop, to the files.
    go_to(page, "Skip the map", key="Shift+Tab")
    page.keyboard.press("Enter")
    assert go_to(page, "Tables keep to") < 10
    assert go_to(page, "Table") == 1
    for tab in ("Undated and not located", "Sources", "Download"):
        page.keyboard.press("ArrowRight")
        wait_for_focus(page, tab)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="GeoJSON").wait_for()
    page.wait_for_function(QUIET)
    wait_for_focus(page, "Download")  # given back once the page has come to rest
    go_to(page, "GeoJSON")
    name, content = take_file(page, "GeoJSON")
    assert name == "strikes.geojson"
    assert len(json.loads(content)["features"]) == 34

    # Back to the bar of pages, and on to a sheet.
    go_to(page, "Briefing", key="Shift+Tab")
    assert focused(page)["seen"][0] == "ring"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="PDF", exact=True).wait_for()
    page.wait_for_function(QUIET)
    assert focused(page)["name"] == "Briefing"
    go_to(page, "PDF")
    name, content = take_file(page, "PDF")
    assert name.endswith(".pdf")
    assert content.startswith(b"%PDF-")
