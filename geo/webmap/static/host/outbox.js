"use strict";
// What a component says to Python: when the hand rests, and never while its page is being left.
// Whatever is said between a press on another page's link and that page's first answer counts for
// Streamlit (1.67) as said on the page before, which is then drawn again in place of the other.
// All that one gesture changes is said in one piece: each piece would start a run of its own.

const REST_MS = 300; // the hand rests before Python is called
const LEAVING_MS = 10_000; // a component that is still there after this was not left
const PRESSING_MS = 1_000; // between a button that goes down on a link and the click that it ends in

/** Whether a link leads to a part of its own page, or is a button in a link's clothes. */
function isWithin(link) {
  return link.getAttribute("href").startsWith("#");
}

/** Whether a click leads to another page in the same window. */
function leads(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  const link = event.composedPath().find((part) => part.matches?.("a[href]"));
  return Boolean(link) && link.target !== "_blank" && !link.hasAttribute("download") && !isWithin(link);
}

/**
 * An outbox: { send(name, value), stop() }. When nothing came for REST_MS, say(told) is called once
 * with the last value of every name so far; extend(values) gives what is said along with those that
 * came since the last time. page: where presses on links are heard, the window.
 */
function makeOutbox({ say, extend = (values) => values }, page = globalThis) {
  let [told, waiting, timer] = [{}, {}, null];
  let leftUntil = 0; // ms
  const wait = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(deliver, ms);
  };
  const deliver = () => {
    const ms = leftUntil - Date.now();
    if (ms > 0) {
      wait(ms);
      return;
    }
    told = { ...told, ...extend(waiting) };
    waiting = {};
    say(told);
  };
  const home = page.location?.pathname;
  const leave = (event) => {
    // A step of the same page's history leaves nothing.
    const leaves = event.type === "popstate" ? !home || page.location.pathname !== home : leads(event);
    if (!leaves) return;
    leftUntil = Date.now() + (event.type === "pointerdown" ? PRESSING_MS : LEAVING_MS);
  };
  const types = ["pointerdown", "click", "popstate"];
  types.forEach((type) => page.addEventListener(type, leave, true));
  const send = (name, value) => {
    waiting[name] = value;
    wait(REST_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    types.forEach((type) => page.removeEventListener(type, leave, true));
  };
  return { send, stop };
}

module.exports = { LEAVING_MS, PRESSING_MS, REST_MS, makeOutbox };
