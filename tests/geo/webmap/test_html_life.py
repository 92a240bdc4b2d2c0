"""Maps that come and go: a removed map leaves nothing behind, and two on a page keep apart."""

from __future__ import annotations

import pytest
from map_strikes import few_strikes

# Keeps account of what a page has registered; runs before the page's own scripts.
LEDGER = """
window.ledger = { listeners: new Map(), watched: new Map(), timers: new Map() };
{
  const { listeners, watched, timers } = ledger;
  const number = new WeakMap();
  let last = 0;
  const name = (thing) => number.get(thing) ?? (number.set(thing, ++last), last);
  const captures = (options) => Boolean(typeof options === "object" ? options?.capture : options);
  const key = (target, type, listener, options) =>
    [name(target), type, name(listener), captures(options)].join();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener) listeners.set(key(target, type, listener, options), { target, type });
    return add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const target = this ?? window;
    if (listener) listeners.delete(key(target, type, listener, options));
    return remove.call(target, type, listener, options);
  };
  for (const kind of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    window[kind] = class extends window[kind] {
      observe(target, ...rest) {
        watched.set(this, kind);
        super.observe(target, ...rest);
      }
      disconnect() {
        watched.delete(this);
        super.disconnect();
      }
    };
  }
  for (const [start, stop] of [["setTimeout", "clearTimeout"], ["setInterval", "clearInterval"]]) {
    const [begin, end] = [window[start], window[stop]];
    window[start] = (act, wait, ...rest) => {
      const timer = begin(() => {
        if (start === "setTimeout") timers.delete(timer);
        act(...rest);
      }, wait);
      timers.set(timer, `${start} ${wait}: ${act}`);
      return timer;
    };
    window[stop] = (timer) => {
      timers.delete(timer);
      end(timer);
    };
  }
  const stays = ({ target }) => !(target instanceof Node) || target.isConnected;
  /** What is registered on the page and on anything that is still in it, in words. */
  ledger.list = () => [
    ...[...listeners.values()].filter(stays).map(({ target, type }) =>
      `${type} on ${target.constructor.name} ${name(target)}`),
    ...[...watched].map(([watcher, kind]) => `${kind} ${name(watcher)}`),
  ];
}
"""

MOUNT = """
async ({ handed, style }) => {
  const element = document.createElement("div");
  element.style.cssText = style;
  document.body.append(element);
  window.literal = document.querySelector("script[type='text/plain']").text;
  window.element = element;
  window.handed = handed ? L.map(element, { attributionControl: false }) : null;
  window.handed?.setView([35, 38], 7);
  window.before = ledger.list();
  window.eventsBefore = JSON.stringify(countEvents());
  window.childrenBefore = element.querySelectorAll("*").length;
  const options = { filters: true, ...(handed && { map: window.handed }) };
  window.second = await strikeMap.mount(element, L, literal, options);
}
"""
COUNT_EVENTS = """
window.countEvents = () => Object.fromEntries(Object.entries(window.handed?._events ?? {})
  .map(([name, listeners]) => [name, listeners.length])
  .filter(([, count]) => count).sort());
"""
OVER = "position: fixed; inset: 0; z-index: 5000"
LEFT = "position: fixed; inset: 0 50% 0 0; z-index: 5000"
RIGHT = "position: fixed; inset: 0 0 0 50%; z-index: 5000"


def mount(page, *, handed=False, style=OVER):
    """Mount a second map on the page's payload as `second`; return the locator of its element."""
    page.evaluate(COUNT_EVENTS)
    page.evaluate(MOUNT, {"handed": handed, "style": style})
    return page.locator("body > div").last


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*(sum(pair) / 2 for pair in zip(start, end, strict=True)))
    page.mouse.move(*end)
    page.mouse.up()


def histogram_point(drawn, share):
    box = drawn.locator(".strike-track").bounding_box()
    return box["x"] + share * box["width"], box["y"] + 8


def read_lists_and_popups(page, drawn):
    drawn.get_by_role("button", name="List").click()
    drawn.get_by_role("button", name="70–100 killed").click()
    drawn.locator("[data-strike=duwaylah]").wait_for()
    drawn.locator(".strike-drawer").press("Escape")
    drawn.get_by_role("button", name="Choose").click()
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


def assert_nothing_stays(page, *, handed):
    """Fail where the second map has left a listener, an observer, a timer or an element."""
    assert page.evaluate("ledger.list().filter((entry) => !before.includes(entry))") == []
    page.wait_for_function("ledger.timers.size === 0")
    if handed:
        assert page.evaluate("JSON.stringify(countEvents())") == page.evaluate("eventsBefore")
    own = "element.querySelectorAll('[class*=strike-]').length"
    assert page.evaluate(own) == 0
    assert page.evaluate("[...element.classList].filter((name) => /strike/.test(name))") == []


@pytest.mark.parametrize("handed", [False, True], ids=["its own map", "the page's map"])
def test_a_removed_map_leaves_nothing_behind(open_map, handed):
    page = open_map(*few_strikes(), before=LEDGER)
    page.wait_for_function("ledger.timers.size === 0")
    drawn = mount(page, handed=handed)
    read_lists_and_popups(page, drawn)
    work_the_slider(page, drawn)
    show_every_way(page, drawn)
    drawn.get_by_role("button", name="Play").click()
    page.evaluate("second.destroy()")
    assert_nothing_stays(page, handed=handed)


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


@pytest.mark.parametrize("handed", [False, True], ids=["its own map", "the page's map"])
@pytest.mark.parametrize("act", BUSY.values(), ids=BUSY)
def test_a_map_that_is_removed_while_it_is_busy_leaves_nothing_behind(open_map, act, handed):
    page = open_map(*few_strikes(), before=LEDGER)
    mount(page, handed=handed)
    page.evaluate(f"(async () => {{ {act}; second.destroy(); }})()")
    page.wait_for_function("ledger.timers.size === 0")
    assert_nothing_stays(page, handed=handed)


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


@pytest.fixture
def two_maps(open_map):
    """Open a page with two maps side by side, `first` and `second`, and the one it came with."""
    page = open_map(*few_strikes(), size=(1400, 800), before=LEDGER)
    left = mount(page, style=LEFT).element_handle()
    page.evaluate("(element) => { window.first = second; element.id = 'left'; }", left)
    mount(page, style=RIGHT)
    page.evaluate("element.id = 'right'")
    return page, page.locator("#left"), page.locator("#right")


def test_two_maps_have_lists_of_their_own_and_escape_closes_one(two_maps):
    _, left, right = two_maps
    for drawn in (left, right):
        drawn.get_by_role("button", name="List").click()
        drawn.locator(".strike-list").first.wait_for()
    right.locator(".strike-drawer").press("Escape")
    assert right.locator(".strike-drawer").is_hidden()
    assert left.locator(".strike-drawer").is_visible()


def test_two_maps_have_ways_to_show_of_their_own(two_maps):
    page, left, right = two_maps
    right.get_by_label("Show", exact=True).select_option("areas")
    right.get_by_label("Size").select_option("killed_min")
    assert page.evaluate("first.getState().modes.show") == "clusters"
    assert page.evaluate("layer.getState().modes.show") == "clusters"
    assert left.locator(".strike-measure").inner_text().startswith("most: 3 strikes")
    assert right.locator(".strike-measure").inner_text().startswith("most: 70 killed")


def test_two_maps_have_popups_of_their_own_and_a_click_closes_one(two_maps):
    page, left, right = two_maps
    for name, drawn in (("first", left), ("second", right)):
        page.evaluate(f"{name}.focusStrike('hama')")
        drawn.locator("[data-strike=hama]").wait_for()
    right.click(position={"x": 60, "y": 500})
    right.locator("[data-strike=hama]").wait_for(state="detached")
    assert left.locator("[data-strike=hama]").is_visible()


def test_two_maps_have_windows_of_their_own_and_keys_move_one(two_maps):
    page, left, right = two_maps
    drag(page, histogram_point(left, 0.3), histogram_point(left, 0.6))
    drag(page, histogram_point(right, 0.3), histogram_point(right, 0.6))
    kept = page.evaluate("first.getRange()")
    page.keyboard.press("Escape")
    assert page.evaluate("second.getRange()") is None
    page.keyboard.press(" ")
    right.get_by_role("button", name="Pause").wait_for()
    assert left.get_by_role("button", name="Pause").count() == 0
    assert page.evaluate("first.getRange()") == kept
    assert page.evaluate("layer.getRange()") is None


def test_a_shape_drawn_on_one_map_chooses_nothing_on_the_other(two_maps):
    page, left, right = two_maps
    page.evaluate("window.told = []; first.on('select', () => told.push('first'))")
    for drawn in (left, right):
        drawn.get_by_role("button", name="Choose").click()
    drag(page, (800, 100), (1300, 500))
    right.locator(".strike-list").wait_for()
    assert page.evaluate("told") == []
    assert left.get_by_role("button", name="Choose").get_attribute("aria-pressed") == "true"


def test_one_of_two_maps_goes_and_the_other_works_on(two_maps):
    page, left, _ = two_maps
    page.evaluate("second.destroy()")
    left.get_by_role("button", name="Step ahead").click()
    assert page.evaluate("first.getRange()") == ["2015-09-01", "2015-09-30"]
    left.get_by_role("button", name="List").click()
    left.locator(".strike-list").first.wait_for()
