"use strict";
// Elements of the page, built with textContent alone: nothing of the data is ever read as HTML.

/** An element with a class, text (never HTML) and children. */
function make(tag, { name = "", text = null, children = [] } = {}) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== null) {
    element.dir = "auto";
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

module.exports = { make };
