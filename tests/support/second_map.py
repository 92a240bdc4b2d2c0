"""A second map on a page for browser tests, and what a page keeps registered."""

from __future__ import annotations

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
async ({ handed, style, named }) => {
  const element = document.createElement("div");
  element.style.cssText = style;
  for (const [name, value] of Object.entries(named)) element.setAttribute(name, value);
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


def mount(page, *, handed=False, style=OVER, named=None):
    """Mount a second map on the page's payload as `second`; return the locator of its element.

    named: attributes that the page gave its element before.
    """
    page.evaluate(COUNT_EVENTS)
    page.evaluate(MOUNT, {"handed": handed, "style": style, "named": named or {}})
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
