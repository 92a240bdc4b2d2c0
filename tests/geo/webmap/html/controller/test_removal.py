"""Maps that go: one that is removed leaves nothing behind, however busy it is."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes
from second_map import LEDGER, drag, histogram_point, mount

TWO_FRAMES = "new Promise((end) => requestAnimationFrame(() => requestAnimationFrame(end)))"
BUSY = {
    "playing": "second.panel.element.querySelector('.strike-play').click()",
    "choosing": "second.box.start()",
    "asked for its list": "void second.inView.open()",
    "with its filter box open": "second.panel.filter.click()",
    "filtering": "void second.setFilters({ kinds: ['drone'] })",
    "with two strikes fanned out": """await second.reader.openCluster(
      second.marks.clusters.find(({ count }) => count === 2)
    )""",
    "asked for a strike": "void second.focusStrike('hama')",
    "flying to a cluster": "second.reader.openCluster(second.marks.clusters[0])",
    "asked for other strikes": "void second.update(literal)",
    "changing its view": "second.map.setZoom(second.map.getZoom() + 1)",
    "in the middle of a zoom": """await new Promise((zooming) => {
      second.map.once("zoomanim", zooming);
      second.map.zoomIn();
    })""",
    "turned at by the wheel": """element.dispatchEvent(
      new WheelEvent("wheel", { deltaY: -200, clientX: 600, clientY: 300 })
    )""",
}


def read_lists_and_strikes(page, drawn):
    drawn.get_by_role("button", name="List").click()
    drawn.get_by_role("button", name="70–100 killed").click()
    drawn.locator("[data-strike=duwaylah]").wait_for()
    drawn.locator(".strike-drawer").press("Escape")
    drawn.get_by_role("button", name="Select an area").click()
    drag(page, (250, 560), (1000, 60))
    drawn.locator(".strike-list").wait_for()
    drawn.get_by_role("button", name="Close the list").click()


def work_the_slider(page, drawn):
    drag(page, histogram_point(drawn, 0.3), histogram_point(drawn, 0.6))
    drawn.get_by_role("slider", name="Window").press("ArrowRight")
    drawn.get_by_role("slider", name="From").press("PageUp")
    drawn.get_by_role("button", name="Step ahead").click()
    drawn.get_by_role("button", name="Show the whole period").click()


def show_every_way(page, drawn):
    for show in ("areas", "density", "clusters"):
        drawn.get_by_label("Show", exact=True).select_option(show)
    drawn.get_by_label("Colour").select_option("actor")
    drawn.get_by_label("Size").select_option("killed_max")
    page.mouse.move(640, 300)
    page.mouse.move(660, 320)
    page.mouse.wheel(0, -200)
    page.evaluate("second.savePicture().then(() => null)")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1200, "height": 760})


def assert_nothing_stays(page, *, handed, of=""):
    """Fail where the second map has left a listener, an observer, a timer or an element."""
    assert page.evaluate("ledger.list().filter((entry) => !before.includes(entry))") == [], of
    page.wait_for_function("ledger.timers.size === 0")
    if handed:
        now, before = page.evaluate("[JSON.stringify(countEvents()), eventsBefore]")
        assert now == before, of
    own = "element.querySelectorAll('[class*=strike-]').length"
    assert page.evaluate(own) == 0, of
    assert page.evaluate("[...element.classList].filter((name) => /strike/.test(name))") == [], of


@pytest.mark.parametrize("handed", [False, True], ids=["its own map", "the page's map"])
def test_a_removed_map_leaves_nothing_behind(open_map, handed):
    page = open_map(*few_strikes(), before=LEDGER)
    page.wait_for_function("ledger.timers.size === 0")
    named = {"role": "region", "aria-label": "Where it was"}
    drawn = mount(page, handed=handed, named=named if handed else None)
    read_lists_and_strikes(page, drawn)
    work_the_slider(page, drawn)
    show_every_way(page, drawn)
    drawn.get_by_role("button", name="Play").click()
    page.evaluate("second.destroy()")
    if handed:  # what the page called it before
        said = "[element.getAttribute('role'), element.getAttribute('aria-label')]"
        assert page.evaluate(said) == [*named.values()]
    assert_nothing_stays(page, handed=handed)


@pytest.mark.parametrize("handed", [False, True], ids=["its own map", "the page's map"])
def test_a_map_that_is_removed_while_it_is_busy_leaves_nothing_behind(open_map, handed):
    page = open_map(*few_strikes(), before=LEDGER)
    page.emulate_media(reduced_motion="no-preference")
    for what, act in BUSY.items():
        mount(page, handed=handed)
        page.evaluate(f"(async () => {{ {act}; second.destroy(); }})()")
        page.wait_for_function("ledger.timers.size === 0")
        assert_nothing_stays(page, handed=handed, of=what)
        # Leaflet begins a zoom in the next frame, also on a map that its page has removed by then.
        page.evaluate(TWO_FRAMES)
        page.wait_for_function("ledger.timers.size === 0")
        page.evaluate("window.handed?.remove(); element.remove()")


def test_tiles_that_answer_after_the_map_is_removed_are_not_shown(open_map):
    page = open_map(*few_strikes(), before=LEDGER)
    mount(page, handed=True)
    page.evaluate(
        """() => {
          const [probe] = [window.Image];
          window.Image = function () { return (window.asked = {}); };
          second.setBaseLayer("online");
          window.Image = probe;
          second.destroy();
          asked.onload();
        }"""
    )
    assert_nothing_stays(page, handed=True)
    assert page.evaluate("element.querySelectorAll('.leaflet-layer').length") == 0
