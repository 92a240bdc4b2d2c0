"use strict";
// Elements of the page, built with textContent alone: nothing of the data is ever read as HTML.

const { isBackwards } = require("../language/language.js");

const BACKWARDS = /[\u0590-\u08ff\ufb1d-\ufefc]/; // letters that run from right to left

/** The direction of a text: a phrase of ours may begin with a name that runs the other way. */
function directionOf(text) {
  if (!isBackwards()) return "auto";
  return BACKWARDS.test(text) ? "rtl" : /\p{L}|\d[-:]\d/u.test(text) ? "auto" : "";
}

/** An element with a class, text (never HTML) and children; a button sends no form. */
function make(tag, { name = "", text = null, children = [] } = {}) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  if (name) element.className = name;
  if (text !== null) {
    const direction = directionOf(text);
    if (direction) element.dir = direction;
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

/** A button that a press calls act() of; `title` is said under the pointer, `label` to a screen reader in place of the text. */
function makeButton(text, act, { name = "", title = "", label = "" } = {}) {
  const button = make("button", { name, text });
  if (title) button.title = title;
  if (label) button.setAttribute("aria-label", label);
  button.addEventListener("click", act);
  return button;
}

module.exports = { make, makeButton };
