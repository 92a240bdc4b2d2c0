"use strict";
// What the filters were before, so that the last step can be undone: by a button, or by Ctrl and Z.

const { keyOf } = require("../look/keys.js");

const MOST = 50;
const WRITES = "input:not([type=checkbox]):not([type=range]), textarea, select";

/** The fields in which two filters differ, in whatever order they have them; a field that is not there is empty. */
function differingFields(before, now) {
  const said = (value) => JSON.stringify(value?.length ? value : null);
  return Object.keys({ ...before, ...now }).filter((field) => said(before?.[field]) !== said(now[field]));
}

/** Whether only the words that are searched differ between two filters. */
function differsInText(before, now) {
  return differingFields(before, now).join() === "text";
}

const sameFilters = (one, other) => differingFields(one, other).length === 0;

/** The filters of the steps before, the last one last; letters of one word are one step. */
class StepsBack {
  constructor() {
    Object.assign(this, { before: [], typing: false });
  }

  /** Notes a step from some filters to others; `came`: by the browser's Back or Forward. */
  note(was, now, { came = false } = {}) {
    if (sameFilters(was, now)) return;
    const typed = differsInText(was, now);
    const at = came ? this.before.findLastIndex((filters) => sameFilters(filters, now)) : -1;
    if (at >= 0) this.before.length = at;
    else if (!(typed && this.typing)) this.before = [...this.before, was].slice(-MOST);
    this.typing = typed && !came;
  }

  /** The filters before the last step, which is then none; null where there is none. */
  take() {
    this.typing = false;
    return this.before.pop() ?? null;
  }
}

/** Calls undo() on Ctrl and Z, or Command and Z, within an element, but where a hand writes; returns what ends it. */
function listenForUndo(element, undo) {
  const heard = (event) => {
    if (keyOf(event) !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (event.target.matches?.(WRITES)) return; // it takes back its own letters
    if (undo()) event.preventDefault();
  };
  element.addEventListener("keydown", heard);
  return () => element.removeEventListener("keydown", heard);
}

module.exports = { StepsBack, differsInText, listenForUndo };
