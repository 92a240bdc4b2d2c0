"use strict";
// The picker: a small map on which a hand says a place, a point and the radius that holds it.

const { kmToPixels } = require("../data/mercator.js");
const { make } = require("../look/elements.js");
const { FONT } = require("../look/theme.js");
const { drawBaseMap } = require("../map/base_map.js");
const { drawLabels } = require("../map/labels.js");
const { frameOf, showBox } = require("../map/leaflet_map.js");
const { HandMap } = require("./hand_map.js");
const { clampRadius, nearestMark, roundPoint, zoomFor } = require("./point.js");

const NOWHERE = { left: 0.35, right: 0.75, top: 0.25, bottom: 0.55 }; // unit web mercator
const MARK = 10; // CSS pixels; radius of a numbered mark
const TURN = 2 * Math.PI;

/**
 * A map with numbered marks and the place that is picked: { lon, lat, radius_km }, or null.
 * `options`: point, marks ([{ lon, lat, number }]), radius_km (of a point that has none yet),
 * words ({ label, hint }), labels (the way to show names, else "en"). `listeners`: picked(point), marked(number).
 */
class Picker extends HandMap {
  constructor(container, L, listeners) {
    const grip = make("div", { name: "strike-grip-edge" });
    super(container, L, listeners, { mapOptions: { maxZoom: 18 }, extra: [grip] });
    Object.assign(this, { grip, point: null });
    this.map.doubleClickZoom.disable();
    L.DomEvent.disableClickPropagation(grip);
    this.cleanups.push(this.listenToGrip());
  }

  /** The edge of the circle is dragged: the radius is as far as the hand is from the point. */
  listenToGrip() {
    const { grip, map } = this;
    const drag = (event) => {
      const at = map.mouseEventToLatLng(event);
      const km = map.distance([this.point.lat, this.point.lon], at) / 1000;
      this.point = { ...this.point, radius_km: clampRadius(km) };
      this.redraw();
    };
    const begin = (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      grip.addEventListener("pointermove", drag);
    };
    const end = () => {
      grip.removeEventListener("pointermove", drag);
      this.listeners.picked(this.point);
    };
    grip.addEventListener("pointerdown", begin);
    grip.addEventListener("pointerup", end);
    return () => grip.removeEventListener("pointermove", drag);
  }

  handleClick({ latlng, containerPoint }) {
    const mark = nearestMark(this.placed ?? [], containerPoint, MARK + 2);
    if (mark) this.listeners.marked(mark.number);
    else this.pick(latlng);
  }

  handleEnter() {
    this.pick(this.map.getCenter());
  }

  pick(latlng) {
    const radius = this.point?.radius_km ?? this.options.radius_km;
    this.point = roundPoint(this.map.wrapLatLng(latlng), radius);
    this.redraw();
    this.listeners.picked(this.point);
  }

  /** Shows what Python says now; the view is kept unless marks or point are others. */
  async update(options, baseMapText) {
    await this.takeLand(baseMapText);
    const told = ({ marks, point }) => JSON.stringify([marks, point]);
    const others = !this.theme || told(options) !== told(this.options);
    const own = JSON.stringify(options.point) === JSON.stringify(this.point);
    this.options = options;
    this.point = options.point;
    this.dress(options.words);
    if (others && !(own && this.point)) this.placeView();
    this.redraw();
  }

  placeView() {
    const { L, map, options, point } = this;
    this.unseen = !this.container.clientWidth;
    const spots = [...options.marks, ...(point ? [point] : [])].map(({ lat, lon }) => [lat, lon]);
    if (this.unseen) map.setView([0, 0], 1, { animate: false }); // it must have some view
    else if (!spots.length) showBox(map, this.baseMap.home ?? NOWHERE);
    else if (spots.length === 1) map.setView(spots[0], zoomFor(point?.radius_km ?? 0), { animate: false });
    else map.fitBounds(L.latLngBounds(spots).pad(0.2), { animate: false, maxZoom: 12 });
  }

  redraw() {
    if (!this.theme || this.gone || this.map._animatingZoom) return;
    const frame = frameOf(this.map);
    if (!frame.width) return;
    const { surface, theme, baseMap } = this;
    drawBaseMap(surface.prepare(surface.baseLayer, frame), baseMap, frame, theme);
    const context = surface.prepare(surface.markLayer, frame);
    this.placed = this.options.marks.map((mark) => ({ ...mark, ...this.spotOf(mark) }));
    const marked = this.placed.map(({ x, y }) => (
      { left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK }));
    const marks = this.placed.map(({ x, y }) => ({ x, y, radius: MARK }));
    drawLabels(context, baseMap, frame, {
      theme, boxes: [...this.coverBoxes(), ...marked], marks, language: this.options.labels,
    });
    this.drawPoint(context, frame);
    for (const mark of this.placed.toReversed()) this.drawMark(context, mark);
    surface.settle(frame);
  }

  spotOf({ lat, lon }) {
    return this.map.latLngToContainerPoint([lat, lon]);
  }

  drawPoint(context, frame) {
    const { point, theme, grip } = this;
    grip.hidden = !point;
    if (!point) return;
    const { x, y } = this.spotOf(point);
    const radius = kmToPixels(point.radius_km, point.lat, frame.zoom);
    context.beginPath();
    context.arc(x, y, radius, 0, TURN);
    context.globalAlpha = 0.18;
    context.fillStyle = theme.accent;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.accent;
    context.lineWidth = 1.5;
    context.stroke();
    context.beginPath();
    context.arc(x, y, 4, 0, TURN);
    context.fillStyle = theme.accent;
    context.fill();
    grip.style.transform = `translate(${x + Math.max(radius, 9)}px, ${y}px)`;
  }

  drawMark(context, { x, y, number }) {
    const { theme } = this;
    context.beginPath();
    context.arc(x, y, MARK, 0, TURN);
    context.fillStyle = theme.disc;
    context.fill();
    context.strokeStyle = theme.discEdge;
    context.lineWidth = 1.5;
    context.stroke();
    context.font = `600 12px ${FONT}`;
    [context.textAlign, context.textBaseline] = ["center", "middle"];
    context.fillStyle = theme.discText;
    context.fillText(String(number), x, y + 1);
  }
}

/** Promises a picker that is drawn in an element. */
async function mount(container, L, baseMapText, { options, listeners }) {
  const picker = new Picker(container, L, listeners);
  await picker.update(options, baseMapText);
  return picker;
}

module.exports = { mount };
