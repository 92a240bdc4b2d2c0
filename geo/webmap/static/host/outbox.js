"use strict";
// What a component says to Python: when the hand rests, and never while its page is being left.
// Whatever is said between a press on another page's link and that page's first answer counts for
// Streamlit (1.67) as said on the page before, which is then drawn again in place of the other.
// All that one gesture changes is said in one piece: of pieces a few milliseconds apart each starts a
// run of its own, and an earlier run may put its state over the last one's.

const REST_MS = 300; // the hand rests before Python is called
const LEAVING_MS = 10_000; // a component that is still there after this was not left
const AGAIN_MS = 1_500; // from what was said to a look at whether it was heard
const PRESSING_MS = 1_000; // between a button that goes down on a link and the click that it ends in

/** Whether a page's script runs or is about to, by Streamlit's word (1.67) for its state. */
function isBusyState(state) {
  return ["running", "rerunRequested", "stopRequested"].includes(state);
}

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
 * An outbox: { send(name, value), stop() }. When nothing came for REST_MS, acts.say(told) is called
 * once with the last value of every name so far and `turn`, the number of the call.
 *   heard(): the last turn that Python answered; where it is behind although isBusy() is not, the
 *     same is said once more;
 *   extend(values): what is said along with the values that came since the last time.
 * page: where presses on links are heard, the window.
 */
function makeOutbox({ say, heard, isBusy, extend = (values) => values }, page = globalThis) {
  let told = { turn: heard() };
  let [waiting, timer, again] = [{}, null, null];
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
    told = { ...told, ...extend(waiting), turn: told.turn + 1 };
    waiting = {};
    say(told);
    lookAgain(() => say(told));
  };
  const lookAgain = (act) => {
    clearTimeout(again);
    again = setTimeout(() => {
      if (heard() >= told.turn) return;
      if (isBusy()) lookAgain(act);
      else act();
    }, AGAIN_MS);
  };
  const home = page.location?.pathname;
  const leave = (event) => {
    // A step of the same page's history leaves nothing.
    const leaves = event.type === "popstate" ? !home || page.location.pathname !== home : leads(event);
    if (!leaves) return;
    leftUntil = Date.now() + (event.type === "pointerdown" ? PRESSING_MS : LEAVING_MS);
    clearTimeout(again);
  };
  const types = ["pointerdown", "click", "popstate"];
  types.forEach((type) => page.addEventListener(type, leave, true));
  const send = (name, value) => {
    waiting[name] = value;
    wait(REST_MS);
  };
  const stop = () => {
    [timer, again].forEach(clearTimeout);
    types.forEach((type) => page.removeEventListener(type, leave, true));
  };
  return { send, stop };
}

module.exports = { AGAIN_MS, LEAVING_MS, PRESSING_MS, REST_MS, isBusyState, makeOutbox };
