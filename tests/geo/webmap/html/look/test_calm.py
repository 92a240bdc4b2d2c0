"""Less motion where the system asks for it: the map is at once where it goes, in style too."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes

# What moves a map, each from the same view, and whether it is on its way after.
MOVES = {
    "flown to strikes": "layer.reader.flyTo([0, 1])",
    "flown to a box": "layer.reader.flyToBox(layer.baseMap.home)",
    "a button of the map": "document.querySelector('.leaflet-control-zoom-in').click()",
    "an arrow key": """layer.container.focus(); layer.container.dispatchEvent(
      new KeyboardEvent("keydown", { key: "ArrowRight", keyCode: 39, bubbles: true }))""",
    "panned into view": "layer.map.panInside([33.5, 42], { padding: [200, 200] })",
}
GO = """async (act) => {
  const { map } = layer;
  map.stop();
  map.setView([35, 37], 8, { animate: false, reset: true });
  const before = JSON.stringify(layer.getView());
  const frame = () => new Promise((end) => requestAnimationFrame(end));
  const frames = () => frame().then(frame);
  let moves = 0;
  const count = () => (moves += 1);
  map.on("move", count);
  new Function(act)();
  await frames(); // a zoom of Leaflet's begins in the next frame
  const away = JSON.stringify(layer.getView()) !== before;
  moves = 0;
  await frames();
  const going = Boolean(moves || map._animatingZoom);
  map.off("move", count);
  map.stop();
  return { going, away };
}"""
MOVING = """() => [...document.querySelectorAll(".strike-map, .strike-map *")]
  .filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0)
  .map((one) => String(one.className))"""


@pytest.fixture
def page(open_map):
    return open_map(*few_strikes())


def test_a_map_keeps_still_as_long_as_the_system_asks(page):
    for motion, going in (("no-preference", True), ("reduce", False)):
        page.emulate_media(reduced_motion=motion)
        for what, act in MOVES.items():
            found = page.evaluate(GO, act)
            assert found["going"] is going, (motion, what)
            assert found["going"] or found["away"], (motion, what)
    assert page.evaluate(MOVING) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate("() => layer.map._zoomAnimated && layer.map.options.zoomAnimation")
