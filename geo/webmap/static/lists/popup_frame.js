"use strict";
// The frame of a popup: as large as what lies over the map leaves free, and closed by Escape.

const WIDTH = 360; // CSS pixels of text
const NARROWEST = 250; // CSS pixels of text, where the map has them
const EDGE = 60; // CSS pixels; a popup's own frame, tip and gaps
const SHARE = 0.75; // of the free height; more would push the strike's surroundings away
const GAP = 24; // CSS pixels between a popup's point and what lies over the map's foot

/** Leaflet's options for a popup on a map of { x, y } CSS pixels with what covers its edges. */
function sizePopup({ x: width, y: height }, cover) {
  const between = width - cover.left - cover.right - EDGE;
  const right = between < NARROWEST ? 0 : cover.right;
  const maxWidth = Math.min(WIDTH, right ? between : width - EDGE);
  const free = height - cover.top - cover.bottom - EDGE;
  return {
    maxWidth, minWidth: Math.min(NARROWEST, maxWidth), maxHeight: Math.max(140, free * SHARE),
    autoPanPaddingTopLeft: [cover.left + 10, cover.top + 6],
    autoPanPaddingBottomRight: [right + 10, cover.bottom + GAP],
  };
}

/** Opens a popup on a controller's map; `pointed` says whether it has a tip, `closed` its close button. */
function openFrame({ map, panel, L }, place, content, { pointed, closed }) {
  const className = pointed ? "" : "strike-pointless";
  const popup = L.popup({ ...sizePopup(map.getSize(), panel.getCover()), className });
  popup.setLatLng(place).setContent(content).openOn(map);
  const element = popup.getElement();
  const close = element.querySelector(".leaflet-popup-close-button");
  close.addEventListener("click", closed);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close.click();
  });
  return popup;
}

module.exports = { openFrame };
