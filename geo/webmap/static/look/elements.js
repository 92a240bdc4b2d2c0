"use strict";
// Elements of the page, built with textContent alone: nothing of the data is ever read as HTML.

/** An element with a class, text (never HTML) and children; a button sends no form. */
function make(tag, { name = "", text = null, children = [] } = {}) {
  const element = document.createElement(tag);
  if (tag === "button") element.type = "button";
  if (name) element.className = name;
  if (text !== null) {
    element.dir = "auto";
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
