"use strict";
// What makes a page comfortable, such as which drawers are open: kept by the browser, never in the address.

const KEY = "strikemap";
let own = {}; // where a page has no storage, for as long as it stands

function readAll() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? own;
  } catch {
    return own;
  }
}

/** What was remembered under a name, or `usual`. */
function recall(name, usual) {
  return readAll()[name] ?? usual;
}

function remember(name, value) {
  own = { ...readAll(), [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(own));
  } catch {
    // No storage here: `own` has it.
  }
}

module.exports = { recall, remember };
