"use strict";
// A box drawn by hand over the map, to choose the strikes in it.

const { make } = require("./popups.js");

const SMALLEST = 6; // CSS pixels; a shorter drag is a click and chooses nothing

/**
 * Lets the hand draw one box over a map at a time. `done({ left, top, right, bottom })` gets it
 * in CSS pixels from the map's corner; `changed(active)` is told when drawing begins and ends.
 */
class BoxChooser {
  constructor(map, { done, changed }) {
    Object.assign(this, { map, done, changed });
    this.active = false;
    this.frame = make("div", { name: "strike-box" });
    this.handlers = {
      pointerdown: (event) => this.begin(event),
      pointermove: (event) => this.draw(event),
      pointerup: (event) => this.end(event),
      pointercancel: () => this.stop(),
      keydown: (event) => event.key === "Escape" && this.stop(),
    };
  }

  toggle() {
    if (this.active) this.stop();
    else this.start();
  }

  start() {
    this.active = true;
    this.map.dragging.disable();
    const container = this.map.getContainer();
    container.classList.add("strike-choosing");
    for (const [name, handler] of Object.entries(this.handlers)) container.addEventListener(name, handler);
    this.changed(true);
  }

  stop() {
    if (!this.active) return;
    this.frame.remove();
    this.from = null;
    const container = this.map.getContainer();
    for (const [name, handler] of Object.entries(this.handlers)) container.removeEventListener(name, handler);
    container.classList.remove("strike-choosing");
    this.map.dragging.enable();
    // The click that ends the drag comes after it, and is none.
    setTimeout(() => {
      this.active = false;
      this.changed(false);
    });
  }

  begin(event) {
    if (event.target.closest(".strike-panel, .strike-sheet, .strike-legend, .leaflet-control, .leaflet-popup")) return;
    this.from = this.map.mouseEventToContainerPoint(event);
    this.map.getContainer().append(this.frame);
    this.draw(event);
  }

  boxTo(event) {
    const to = this.map.mouseEventToContainerPoint(event);
    const { from } = this;
    return {
      left: Math.min(from.x, to.x), right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y), bottom: Math.max(from.y, to.y),
    };
  }

  draw(event) {
    if (!this.from) return;
    const { left, top, right, bottom } = this.boxTo(event);
    Object.assign(this.frame.style, {
      left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px`,
    });
  }

  end(event) {
    if (!this.from) return;
    const box = this.boxTo(event);
    this.stop();
    if (box.right - box.left >= SMALLEST && box.bottom - box.top >= SMALLEST) this.done(box);
  }
}

module.exports = { BoxChooser };
