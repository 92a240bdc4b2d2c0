"""The page's own policy in a browser: what was written into it runs, what gets in does not."""

from __future__ import annotations

import folium
from map_strikes import few_strikes

from geo.webmap.layer import render_html, strike_map

HEAR = """addEventListener("securitypolicyviolation", (event) => {
  (window.refused ??= []).push(event.effectiveDirective);
})"""
INJECT = """async (rules) => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='ran = true'>x</p>");
  document.body.lastElementChild.click();
  await fetch("https://elsewhere.example/").catch(() => null);
  while (!rules.every((rule) => window.refused?.includes(rule))) {
    await new Promise(requestAnimationFrame);
  }
  return window.ran ?? false;
}"""
REFUSED = ["connect-src", "script-src-attr", "script-src-elem"]


def test_a_marker_of_folium_works_and_nothing_else_runs(visits, land, tmp_path):
    drawn = strike_map(*few_strikes(), base_map=land)
    folium.Marker([35.0, 38.5], popup="our office").add_to(drawn)
    folium.LayerControl().add_to(drawn)
    path = tmp_path / "map.html"
    path.write_text(render_html(drawn), encoding="utf-8")
    page = visits.open(path.as_uri(), before=HEAR, policed=True)
    page.locator("html[data-strikes=ready]").wait_for()
    pin = page.locator("img.leaflet-marker-icon")
    assert pin.evaluate("pin => pin.decode().then(() => pin.naturalWidth)") > 0
    pin.click()
    page.locator(".leaflet-popup").get_by_text("our office").wait_for()
    control, legend = (
        page.locator(name).bounding_box() for name in (".leaflet-control-layers", ".strike-legend")
    )
    assert control["y"] > legend["y"] + legend["height"]
    page.get_by_label("Show", exact=True).select_option("areas")
    with page.expect_download() as saving:
        page.get_by_role("button", name="Save picture").click()
    assert saving.value.suggested_filename == "strikes.png"
    assert page.evaluate("window.refused ?? []") == []
    assert not visits.troubles
    assert page.evaluate(INJECT, REFUSED) is False
    visits.troubles.clear()  # what was refused just now stands on the console
