"use strict";
// The map of squares: how many strikes each holds, where they are too many to be sent one by one.

const { number, speak } = require("../language/language.js");
const { FONT, shadeOf } = require("../look/theme.js");
const { drawBaseMap } = require("../map/base_map.js");
const { drawLabels } = require("../map/labels.js");
const { nameOf } = require("../map/name_of.js");
const { frameOf, showBox, viewOf } = require("../map/leaflet_map.js");
const { drawBadges, edgeBadge } = require("../marks/badges.js");
const { HEIGHT, LabelPositions, badgeBox } = require("../marks/label_positions.js");
const { drawNumbers, placeNumbers } = require("../marks/numbers.js");
const { HandMap } = require("../picker/hand_map.js");
const { findHit, placeSquares } = require("./squares.js");

const WORLD = { left: 0.1, right: 0.9, top: 0.2, bottom: 0.7 }; // unit web mercator
const REST = 250; // milliseconds that the hand rests before the view is told
const TURN = 2 * Math.PI;
const DIGITS = 6; // of degrees of a view's box
const FAINT = 0.3; // opacity of a square's shade

/**
 * `options`: squares ([{ key, level, west, south, east, north, coarse, km, rows }]), areas ([{ key, name, rows }], of
 * what is known only to an area; key is the code that the base map has; said: of a coarse one, in words), view ({ lon, lat, zoom } or null: home),
 * words ({ label, hint, no_area }), labels (the way to show names, else "en"), language. `listeners`: view({ lon, lat, zoom, box }), picked({ keys, area }):
 * of a square its key, of a badge those of all its areas.
 */
class SquaresMap extends HandMap {
  constructor(container, L, listeners) {
    super(container, L, listeners, { mapOptions: { minZoom: 2, maxZoom: 14 } });
    this.options = { squares: [], areas: [] };
    this.positions = new LabelPositions();
    this.map.on("moveend", () => this.tellSoon());
    this.cleanups.push(() => clearTimeout(this.waiting));
  }

  handleClick({ containerPoint }) {
    this.pick(containerPoint);
  }

  handleEnter() {
    this.pick(this.map.getSize().divideBy(2));
  }

  pick(spot) {
    const hit = this.drawn && findHit(this.drawn, spot);
    if (hit) this.listeners.picked({ keys: hit.keys ?? [hit.key], area: Boolean(hit.area) });
  }

  tellSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.tellView(), REST);
  }

  /** Says what is seen, where that is other than was said last. */
  tellView() {
    const { map } = this;
    if (this.gone || this.unseen || !map.getSize().x) return;
    const bounds = map.getBounds();
    const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const told = { ...viewOf(map), box: sides.map((degrees) => Number(degrees.toFixed(DIGITS))) };
    if (JSON.stringify(told) === this.told) return;
    this.told = JSON.stringify(told);
    this.listeners.view(told);
  }

  /** Shows what Python says now; the view stays as the hand left it. */
  async update(options, baseMapText) {
    await this.takeLand(baseMapText);
    this.options = options;
    speak(options.language ?? undefined);
    const isFirst = !this.theme;
    this.dress(options.words);
    if (isFirst) this.placeView();
    this.redraw();
    this.container.dataset.squares = String(options.squares.length);
  }

  placeView() {
    const { map, options: { view } } = this;
    this.unseen = !this.container.clientWidth;
    if (this.unseen) map.setView([0, 0], 2, { animate: false }); // it must have some view
    else if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else showBox(map, this.baseMap.home ?? WORLD);
    this.tellSoon();
  }

  redraw() {
    if (!this.theme || this.gone || this.map._animatingZoom) return;
    const frame = frameOf(this.map);
    if (!frame.width) return;
    const { surface, theme, baseMap, options } = this;
    drawBaseMap(surface.prepare(surface.baseLayer, frame), baseMap, frame, theme);
    const context = surface.prepare(surface.markLayer, frame);
    const { fine, coarse } = placeSquares(options.squares, frame);
    placeNumbers(fine, frame);
    const circles = fine.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
    const boxes = [...this.coverBoxes(), ...circles];
    this.drawSquares(context, fine);
    this.drawCoarse(context, coarse);
    const badges = [...this.placeCoarse(context, coarse), ...this.placeAreas(context, frame, boxes)];
    drawLabels(context, baseMap, frame, { theme, boxes: [...boxes, ...badges], marks: fine, language: options.labels });
    this.drawCircles(context, fine);
    drawBadges(context, badges, theme);
    this.drawn = { fine, badges };
    surface.settle(frame);
  }

  drawSquares(context, fine) {
    const most = Math.max(1, ...fine.map(({ rows }) => rows));
    context.lineWidth = 1;
    for (const { left, top, right, bottom, rows } of fine) {
      context.globalAlpha = FAINT;
      context.fillStyle = shadeOf(this.theme, rows / most);
      context.fillRect(left, top, right - left, bottom - top);
      context.globalAlpha = 1;
      context.strokeStyle = this.theme.innerBorder;
      context.strokeRect(left, top, right - left, bottom - top);
    }
  }

  /** Squares of what is known less exactly, dashed as badges of areas are. */
  drawCoarse(context, coarse) {
    context.setLineDash([4, 3]);
    context.strokeStyle = this.theme.badgeEdge;
    context.lineWidth = 1.4;
    for (const { left, top, right, bottom } of coarse) context.strokeRect(left, top, right - left, bottom - top);
    context.setLineDash([]);
  }

  placeCoarse(context, coarse) {
    const size = this.map.getSize();
    return coarse.map((square) => {
      const { said: text } = square;
      const width = this.positions.widthOf(context, text);
      const x = Math.max(4, Math.min(square.left, size.x - width - 4)) + width / 2;
      const y = Math.max(4, Math.min(square.top, size.y - HEIGHT - 4)) + HEIGHT / 2;
      return { ...badgeBox(x, y, { width, height: HEIGHT }), text, leader: null, key: square.key };
    });
  }

  /** A badge for each area with rows that are known to no more than it; one at the edge for those that the map lacks. */
  placeAreas(context, frame, boxes) {
    const { options: { areas, words, labels }, positions, baseMap } = this;
    const badges = [];
    const beyond = [];
    for (const { key, name, rows } of areas) {
      const area = baseMap.governorates.find(({ code }) => code === key);
      if (!area) beyond.push({ key, name, rows });
      else {
        const parts = [`${nameOf(area, labels)}: `, number(rows)];
        const width = positions.widthOf(context, ...parts);
        const { left, right, top, bottom, leader } = positions.find(area, { width }, frame, boxes);
        const badge = { left, right, top, bottom, leader, text: parts.join(""), key, area: true };
        boxes.push(badge);
        badges.push(badge);
      }
    }
    if (beyond.length) {
      const rows = beyond.reduce((sum, one) => sum + one.rows, 0);
      const counted = { name: words.no_area, count: rows, text: number(rows), keys: beyond.map(({ key }) => key), area: true };
      badges.push(edgeBadge(context, counted, { frame, boxes, positions }));
    }
    return badges;
  }

  drawCircles(context, fine) {
    const { theme } = this;
    context.beginPath();
    for (const { x, y, radius } of fine) {
      context.moveTo(x + radius, y);
      context.arc(x, y, radius, 0, TURN);
    }
    context.fillStyle = theme.disc;
    context.fill();
    context.strokeStyle = theme.discEdge;
    context.lineWidth = 1.5;
    context.stroke();
    context.font = `600 12px ${FONT}`;
    drawNumbers(context, fine, theme);
  }
}

/** Promises a map of squares that is drawn in an element. */
async function mount(container, L, baseMapText, { options, listeners }) {
  const map = new SquaresMap(container, L, listeners);
  await map.update(options, baseMapText);
  return map;
}

module.exports = { SquaresMap, mount };
