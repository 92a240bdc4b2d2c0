"use strict";
// Two canvases in a Leaflet map: the base layer in the place of tiles, the mark layer where vectors stand.

const { make } = require("../look/elements.js");

class Surface {
  constructor(map, L) {
    this.map = map;
    this.L = L;
    this.baseLayer = this.add("tilePane");
    this.markLayer = this.add("overlayPane");
    this.underMarks = null; // made when something is to be drawn there
    this.drawn = null;
  }

  add(pane) {
    const canvas = make("canvas", { name: "strike-canvas leaflet-zoom-animated" });
    this.map.getPane(pane).append(canvas);
    return canvas;
  }

  /** One more canvas, above base layer and tiles and under the marks. */
  addUnderMarks() {
    this.underMarks = this.add("overlayPane");
    this.markLayer.before(this.underMarks);
    return this.underMarks;
  }

  /** Pixels of the screen to a CSS pixel. */
  get scale() {
    return globalThis.devicePixelRatio || 1;
  }

  get canvases() {
    return [this.baseLayer, this.underMarks, this.markLayer].filter(Boolean);
  }

  /** A cleared 2D context of a canvas that covers the frame, in CSS pixels. */
  prepare(canvas, frame) {
    const { scale } = this;
    const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
      canvas.style.width = `${frame.width}px`;
      canvas.style.height = `${frame.height}px`;
    }
    const corner = this.map.containerPointToLayerPoint([0, 0]);
    // A position that is set anew, even the same, has the page's styles worked out again.
    if (!corner.equals(canvas.placed ?? {})) {
      this.L.DomUtil.setPosition(canvas, corner);
      canvas.placed = corner;
    }
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    return context;
  }

  /** Remembers where the drawing stands, for the stretch of the next zoom. */
  settle(frame) {
    this.drawn = { centre: this.map.getCenter(), zoom: frame.zoom };
  }

  /** While the zoom runs the drawing is stretched with it; the redraw follows at its end. */
  stretch(centre, zoom) {
    if (!this.drawn) return;
    const { map } = this;
    const scale = map.getZoomScale(zoom, this.drawn.zoom);
    const half = map.getSize().multiplyBy(0.5);
    const corner = map.project(this.drawn.centre, zoom).subtract(half.multiplyBy(scale));
    const origin = map.project(centre, zoom).subtract(half);
    const offset = corner.subtract(origin).subtract(map._getMapPanePos());
    for (const canvas of this.canvases) {
      this.L.DomUtil.setTransform(canvas, offset, scale);
      canvas.placed = null;
    }
  }

  destroy() {
    for (const canvas of this.canvases) canvas.remove();
  }
}

module.exports = { Surface };
