"use strict";
// A drawer beside the map for lists: it stays while strikes are opened, and moves nothing.

const { make } = require("../look/elements.js");
const { activeIn, focusFirst } = require("../look/focus.js");

/**
 * Puts a closed drawer into a container: { element, opener, open(content, bottom), close() }, `opener`
 * what had the focus when it was opened, and gets it back.
 */
function makeDrawer(container, L, closedByHand) {
  const body = make("div", { name: "strike-drawer-body" });
  const close = make("button", { name: "strike-close", text: "×" });
  close.type = "button";
  close.setAttribute("aria-label", "Close the list");
  const element = make("section", { name: "strike-drawer", children: [close, body] });
  element.tabIndex = -1;
  element.hidden = true;
  container.append(element);
  L.DomEvent.disableClickPropagation(element);
  L.DomEvent.disableScrollPropagation(element);
  // An entry that closes the drawer is out of the page when its click reaches the map, which could
  // then not see that it was none of its own.
  element.addEventListener("click", (event) => event.stopPropagation());
  let opener = null;
  const shut = () => {
    const focused = element.contains(activeIn(container));
    element.hidden = true;
    body.replaceChildren();
    if (focused) focusFirst(opener, container);
  };
  const shutByHand = () => {
    shut();
    closedByHand();
  };
  close.addEventListener("click", shutByHand);
  element.addEventListener("keydown", (event) => event.key === "Escape" && shutByHand());
  return {
    element,
    get opener() {
      return opener;
    },
    /** Shows content above `bottom` CSS pixels from the map's foot. */
    open(content, bottom) {
      const active = activeIn(container);
      if (!element.contains(active)) opener = active;
      body.replaceChildren(content);
      element.hidden = false; // before its place can be read
      element.style.maxHeight = `calc(100% - ${element.offsetTop + bottom}px)`;
      body.scrollTop = 0;
      element.focus({ preventScroll: true });
    },
    close: shut,
  };
}

module.exports = { makeDrawer };
