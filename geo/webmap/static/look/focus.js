"use strict";
// Where the keyboard's focus goes when a list or a popup opens and closes.

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

/**
 * Moves the focus into an open Leaflet popup of a map's container; when the popup goes with the
 * focus in it, `back()` gives the focus to something else.
 */
function leadInto(popup, content, { container, back }) {
  content.tabIndex = -1;
  content.setAttribute("aria-label", content.querySelector("h3").textContent);
  content.focus({ preventScroll: true });
  const element = popup.getElement();
  popup.once("remove", () => {
    const active = activeIn(container);
    if (!active || element.contains(active)) back();
  });
}

module.exports = { activeIn, focusFirst, leadInto };
