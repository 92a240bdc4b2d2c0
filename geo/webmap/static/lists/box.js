"use strict";
// A shape drawn by hand over the map, to choose the strikes in it: a box, or corners one by one.

const { make } = require("../look/elements.js");

const SMALLEST = 6; // CSS pixels; a shorter drag is a click: a corner
const CLOSING = 14; // CSS pixels; a corner this near to the first closes the shape
const SVG = "http://www.w3.org/2000/svg";

function drawing() {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("class", "strike-shape");
  const line = document.createElementNS(SVG, "polygon");
  element.append(line);
  return { element, line };
}

function boundsOf(corners) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys),
  };
}

/**
 * Lets the hand draw one shape over a map at a time: a drag makes a box, clicks make corners until
 * the first one is met, Enter or a double click. `done({ left, top, right, bottom, corners })` gets
 * it in CSS pixels from the map's corner, corners null for a box; `changed(active)` is called when
 * drawing begins and ends.
 */
class BoxChooser {
  constructor(map, { done, changed }) {
    Object.assign(this, { map, done, changed });
    this.active = false;
    this.corners = [];
    this.frame = make("div", { name: "strike-box" });
    this.shape = drawing();
    this.handlers = {
      pointerdown: (event) => this.begin(event),
      pointermove: (event) => this.draw(event),
      pointerup: (event) => this.end(event),
      pointercancel: () => this.stop(),
      keydown: (event) => this.press(event),
    };
    this.drop = () => this.stop();
  }

  toggle() {
    if (this.active) this.stop();
    else this.start();
  }

  start() {
    this.active = true;
    this.map.dragging.disable();
    this.map.doubleClickZoom.disable();
    this.map.on("zoomstart resize", this.drop);
    const container = this.map.getContainer();
    container.classList.add("strike-choosing");
    for (const [name, handler] of Object.entries(this.handlers)) container.addEventListener(name, handler);
    this.changed(true);
  }

  stop() {
    if (!this.active) return;
    this.frame.remove();
    this.shape.element.remove();
    this.from = null;
    this.corners = [];
    this.map.off("zoomstart resize", this.drop);
    const container = this.map.getContainer();
    for (const [name, handler] of Object.entries(this.handlers)) container.removeEventListener(name, handler);
    container.classList.remove("strike-choosing");
    this.map.dragging.enable();
    // The click that ends the drawing comes after it, and is none.
    setTimeout(() => {
      this.active = false;
      this.map.doubleClickZoom.enable();
      this.changed(false);
    });
  }

  press({ key }) {
    if (key === "Escape") this.stop();
    if (key === "Enter" && this.corners.length > 2) this.finish();
  }

  begin(event) {
    if (event.target.closest(".strike-panel, .strike-drawer, .strike-legend, .leaflet-control, .leaflet-popup")) return;
    this.from = this.map.mouseEventToContainerPoint(event);
    if (!this.corners.length) this.map.getContainer().append(this.frame);
    this.draw(event);
  }

  draw(event) {
    const at = this.map.mouseEventToContainerPoint(event);
    if (this.corners.length) {
      this.shape.line.setAttribute("points", [...this.corners, at].map(({ x, y }) => `${x},${y}`).join(" "));
    } else if (this.from) {
      const { left, top, right, bottom } = boundsOf([this.from, at]);
      Object.assign(this.frame.style, {
        left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px`,
      });
    }
  }

  end(event) {
    if (!this.from) return;
    const at = this.map.mouseEventToContainerPoint(event);
    const box = boundsOf([this.from, at]);
    const isBox = box.right - box.left >= SMALLEST && box.bottom - box.top >= SMALLEST;
    this.from = null;
    if (!this.corners.length && isBox) {
      this.stop();
      this.done({ ...box, corners: null });
    } else {
      this.addCorner(at);
    }
  }

  addCorner(at) {
    const [first, last] = [this.corners[0], this.corners.at(-1)];
    const meets = (corner) => corner && Math.hypot(corner.x - at.x, corner.y - at.y) < CLOSING;
    if (this.corners.length > 2 && (meets(first) || meets(last))) {
      this.finish();
      return;
    }
    this.frame.remove();
    if (meets(last)) return;
    this.corners.push(at);
    this.map.getContainer().append(this.shape.element);
    this.shape.line.setAttribute("points", this.corners.map(({ x, y }) => `${x},${y}`).join(" "));
  }

  finish() {
    const { corners } = this;
    this.stop();
    this.done({ ...boundsOf(corners), corners });
  }
}

module.exports = { BoxChooser };
