"use strict";
// A small map for a hand or a keyboard: what the picker and the map of squares are both drawn on.

const { openPayload } = require("../data/payload.js");
const { keepCalm } = require("../look/calm.js");
const { zoomAtOneSpot } = require("../look/double_tap.js");
const { make } = require("../look/elements.js");
const { chooseTheme } = require("../look/theme.js");
const { prepareBaseMap } = require("../map/base_map.js");
const { removeMap } = require("../map/leaflet_map.js");
const { Surface } = require("../map/surface.js");

/**
 * A Leaflet map with a surface, a cross for the keyboard and a hint, named to screen readers. Who extends it has
 * `placeView()`, `redraw()`, `handleClick({ latlng, containerPoint })` and `handleEnter()`. `extra`: elements over the map.
 */
class HandMap {
  constructor(container, L, listeners, { mapOptions, extra = [] }) {
    Object.assign(this, { container, L, listeners, options: {} });
    container.classList.add("strike-map", "strike-picker");
    this.map = L.map(container, { attributionControl: false, zoomSnap: 0.5, ...mapOptions });
    keepCalm(this.map);
    zoomAtOneSpot(this.map);
    this.surface = new Surface(this.map, L);
    container.setAttribute("role", "group"); // a label is read out of an element with a role alone
    for (const canvas of [this.surface.baseLayer, this.surface.markLayer]) canvas.setAttribute("aria-hidden", "true");
    this.cross = make("div", { name: "strike-cross" });
    this.hint = make("div", { name: "strike-picker-hint", text: "" });
    this.parts = [this.cross, ...extra, this.hint];
    container.append(...this.parts);
    this.cleanups = [this.listen()];
  }

  listen() {
    const { map, container } = this;
    const stretch = (centre, zoom) => this.surface.stretch(centre, zoom);
    map.on("move resize viewreset zoomend", () => this.redraw());
    map.on("zoomanim", (event) => stretch(event.center, event.zoom));
    map.on("zoom", () => stretch(map.getCenter(), map.getZoom()));
    map.on("click", (event) => this.handleClick(event));
    const press = (event) => {
      if (event.key !== "Enter" || event.target !== container) return;
      event.preventDefault();
      this.handleEnter();
    };
    container.addEventListener("keydown", press);
    // The cross is for the keyboard: Tab ends on the map it has come to.
    container.addEventListener("keyup", () => container.classList.add("strike-keyed"));
    container.addEventListener("pointerdown", () => container.classList.remove("strike-keyed"));
    const watcher = new ResizeObserver(() => {
      map.invalidateSize();
      if (this.unseen) this.placeView(); // it was drawn while it was hidden, such as in a closed tab
    });
    watcher.observe(container);
    return () => {
      container.removeEventListener("keydown", press);
      watcher.disconnect();
    };
  }

  /** Promises that the land that is drawn is that of a text; none, or the same, leaves it. */
  async takeLand(baseMapText) {
    if (!baseMapText || baseMapText === this.baseMapText) return;
    this.baseMapText = baseMapText;
    this.baseMap = prepareBaseMap((await openPayload(baseMapText)).baseMap);
  }

  /** Says the map's name and hint, and takes the colours of the page. */
  dress({ label, hint }) {
    this.container.setAttribute("aria-label", label);
    this.hint.textContent = hint;
    this.theme = chooseTheme("auto", this.container);
    this.container.classList.toggle("strike-dark", this.theme.dark);
  }

  /** What lies over the map: its buttons and its hint. */
  coverBoxes() {
    const origin = this.container.getBoundingClientRect();
    return [...this.container.querySelectorAll(".leaflet-control"), this.hint].map((part) => {
      const { left, right, top, bottom } = part.getBoundingClientRect();
      return { left: left - origin.left, right: right - origin.left, top: top - origin.top, bottom: bottom - origin.top };
    });
  }

  destroy() {
    this.gone = true;
    for (const clean of this.cleanups) clean();
    this.surface.destroy();
    for (const part of this.parts) part.remove();
    removeMap(this.map, this.L);
  }
}

module.exports = { HandMap };
