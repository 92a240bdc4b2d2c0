"""The one-file map in Arabic: it runs from right to left, its words and names are Arabic."""

from __future__ import annotations

import re

from map_strikes import few_strikes

# Texts and what is said of elements, but those of the data, which stay as they were written.
SAID = """() => {
  const parts = [...document.querySelectorAll(".strike-map *")];
  const said = parts.flatMap((part) =>
    ["title", "aria-label", "placeholder"].map((name) => part.getAttribute(name) ?? ""));
  const heads = ".strike-head button, .strike-tabs button, h4, dt, .strike-legend, .strike-foot";
  return [...said, ...[...document.querySelectorAll(heads)].map((part) => part.innerText)];
}"""
KEPT = re.compile(r"Ctrl|PNG|GeoNames|OCHA|CC BY|IGO|OpenStreetMap|English|\b[AB]\b")


def test_an_arabic_map_says_nothing_in_english_and_runs_from_right_to_left(open_map):
    page = open_map(*few_strikes(), language="ar", modes={"labels": "ar"})
    page.evaluate("layer.panel.drawer.show('compare')")
    page.evaluate("layer.openStrike(0)")
    page.locator(".strike-read h3").wait_for()
    frame = page.locator(".strike-map")
    assert frame.evaluate("frame => [frame.dir, frame.lang, document.documentElement.lang]") == [
        "rtl", "ar", "ar",
    ]  # fmt: skip
    drawer = page.locator(".strike-drawer").bounding_box()
    assert drawer["x"] == 0, "the drawer is at the side where lines end"
    assert page.locator(".strike-slider").evaluate("slider => slider.dir") == "ltr"
    said = [KEPT.sub("", text) for text in page.evaluate(SAID)]
    english = [text for text in said if re.search(r"\b(the|of|and|not|killed|Show|by)\b", text)]
    assert english == []
    assert "محددة الموقع: 6 من 11" in page.locator(".strike-totals").inner_text()
