"use strict";
// Where the keyboard's focus goes when something opens and closes.

/** The focused element of the document or shadow root that an element is in, null for none. */
function activeIn(element) {
  const { activeElement } = element.getRootNode();
  return activeElement === document.body ? null : activeElement;
}

function isSeen(element) {
  return Boolean(element?.isConnected && element.getClientRects().length);
}

/** Gives the focus to the first of some elements, null for none, that is seen; nothing scrolls. */
function focusFirst(...elements) {
  elements.find(isSeen)?.focus({ preventScroll: true });
}

/** Gives the focus to what was opened, which a screen reader then names by its heading. */
function leadInto(content) {
  content.tabIndex = -1;
  content.setAttribute("aria-label", content.querySelector("h3").textContent);
  content.focus({ preventScroll: true });
}

module.exports = { activeIn, focusFirst, leadInto };
