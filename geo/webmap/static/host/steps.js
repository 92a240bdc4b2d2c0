"use strict";
// Steps of the browser's history, for every part of a page's address. What a person did is a step of
// its own; what a hand goes on with, such as a drag of the map or the slider, is written into the step
// that stands once the hand rests. Back and Forward show what the address of a step says.

const REST_MS = 300; // the hand rests before the address is written, which takes longer than a step

/**
 * Keeps an address in step: { step(), go(), rest(), settle(), stop() }.
 * compose(): the map's own parts of the address by now, URLSearchParams; urlOf(parts): the address with them;
 * show(isCurrent): shows what the address says by now, and may be a promise; isCurrent() is false once
 * another step is to be shown. pushes: false where the history is that of another page, in a frame.
 */
function makeSteps({ compose, urlOf, show, pushes = globalThis.self === globalThis.top, page = globalThis }) {
  const { history, location } = page;
  const home = location.pathname;
  let [timer, pending, showing, turn] = [null, null, false, 0];
  const write = (parts, pushed) => {
    const url = urlOf(parts);
    const now = new URL(url, location.href).href;
    if (now === location.href) return;
    if (pushed) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  };
  /** Writes at once what waits for the hand to rest. */
  const settle = () => {
    clearTimeout(timer);
    const parts = pending;
    pending = null;
    if (parts) write(parts, false);
  };
  const rest = () => {
    if (showing) return;
    pending = compose();
    clearTimeout(timer);
    timer = setTimeout(settle, REST_MS);
  };
  /** What goes on from the step before, such as further letters of a word, is written into it. */
  const go = () => {
    if (showing) return;
    pending = compose();
    settle();
  };
  const step = () => {
    if (showing) return;
    settle(); // into the step that is left
    write(compose(), pushes);
  };
  const follow = async () => {
    if (location.pathname !== home) return; // another page's step
    clearTimeout(timer);
    pending = null;
    showing = true;
    const mine = ++turn;
    const isCurrent = () => mine === turn;
    try {
      await show(isCurrent);
    } finally {
      if (isCurrent()) {
        showing = false;
        rest();
      }
    }
  };
  page.addEventListener("popstate", follow);
  const stop = () => {
    turn++;
    clearTimeout(timer);
    page.removeEventListener("popstate", follow);
  };
  return { step, go, rest, settle, stop };
}

module.exports = { makeSteps };
