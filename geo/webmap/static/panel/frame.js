"use strict";
// The frame around a Leaflet map: a head, drawers left and right, a foot. The map has what they leave free.

const { wordsSpoken } = require("../language/language.js");
const { make } = require("../look/elements.js");

const ROOM_FOR_TWO = 900; // CSS pixels; beside a drawer at each side of a smaller page no map is left
const NARROW = 640; // CSS pixels; a narrower page has its drawers as sheets at the foot: see frame.css

/**
 * Puts the frame into a mount, or where a map stands already around that map's container, `height`
 * then the CSS height that the page gave it. Returns { element, head, left, right, foot, ground,
 * isNarrow(), hasRoomForTwo(), restore() }: `ground` is for Leaflet.
 */
function makeFrame(container, { mounted = false, height = "" } = {}) {
  const [head, left, right, foot] = ["head", "left", "right", "panel"].map((name) =>
    make(name === "head" ? "header" : "div", { name: `strike-${name}` }));
  const ground = mounted ? container : make("div", { name: "strike-ground" });
  const element = make("div", { name: "strike-map strike-dock" });
  const { code, direction } = wordsSpoken();
  Object.assign(element, { dir: direction, lang: code });
  const style = container.getAttribute("style") ?? "";
  const named = ["role", "aria-label"].map((name) => [name, container.getAttribute(name)]); // by the page itself
  if (mounted) {
    element.style.cssText = style;
    if (height) element.style.height = height;
    container.replaceWith(element);
    container.removeAttribute("style");
    if (!document.querySelector("main, [role=main]")) element.setAttribute("role", "main");
  } else {
    container.append(element);
  }
  element.append(make("div", { name: "strike-frame", children: [head, left, ground, right, foot] }));
  return {
    element, head, left, right, foot, ground,
    isNarrow: () => element.clientWidth < NARROW,
    hasRoomForTwo: () => element.clientWidth >= ROOM_FOR_TWO,
    /** Takes the frame away; a map that stood before stands as it did. */
    restore() {
      if (!mounted) {
        element.remove();
        return;
      }
      element.replaceWith(container);
      for (const [name, value] of named) {
        if (value === null) container.removeAttribute(name);
        else container.setAttribute(name, value);
      }
      container.style.cssText = style;
    },
  };
}

module.exports = { makeFrame };
