"use strict";
// Strikes at one place, spiderfied: a mark for each around the true point, joined to it by a leg.

const { impreciseRows } = require("../data/imprecise_days.js");
const { toUnit } = require("../data/mercator.js");
const { MOST_SPIDERFIED, boxesOfSpider, drawSpider, layLegs, roomOf } = require("./spiderfy_drawing.js");
const { wordCaption, wordHeading } = require("./spiderfy_words.js");

const GAP_OF_PLACE = 30; // CSS pixels between a place and the edge of the map
const REACH_M = 30; // metres around the point within which strikes are at this place
const EQUATOR_M = 40075017;
const TARGET = 14; // CSS pixels around a mark's middle; smallest target for a finger

/** Located and dated rows within `reach` metres of a point, in every window, by date. */
function rowsNear({ strikes, reader }, { lng, lat }, reach) {
  const { columns, worldBits, statuses, rows, groups } = strikes;
  const [x, y] = toUnit(lng, lat).map((unit) => unit * 2 ** worldBits);
  const steps = (reach * 2 ** worldBits) / (EQUATOR_M * Math.cos((lat * Math.PI) / 180));
  const located = statuses.indexOf("located");
  const near = [];
  for (let row = 0; row < rows - groups.undated; row++) {
    const [across, down] = [columns.x[row] - x, columns.y[row] - y];
    if (columns.status[row] === located && across * across + down * down <= steps * steps) near.push(row);
  }
  return reader.byDate(near);
}

/** Whether so many strikes are spiderfied, and not only listed. */
function fits(count) {
  return count > 1 && count <= MOST_SPIDERFIED;
}

/** Whether a key pressed somewhere in the map closes its spiderfied cluster: fields have an Escape of their own. */
function isForSpider({ key, defaultPrevented, target }) {
  return key === "Escape" && !defaultPrevented && !target.closest("select, input:not([type=range])");
}

/**
 * Spiderfies one cluster at a time. It changes no count: the cluster stays among the marks and is
 * only not drawn under its legs. It follows the window's rows as long as its zoom lasts and it holds
 * all that its cluster counts.
 */
class Spiderfier {
  constructor(host) {
    Object.assign(this, { host, open: null, hovered: null });
    const press = (event) => isForSpider(event) && this.close();
    host.container.addEventListener("keydown", press);
    host.cleanups.push(() => host.container.removeEventListener("keydown", press));
  }

  word(rows, spiderfied) {
    return wordHeading(rows, spiderfied, this.host.strikes.noun);
  }

  /** Lists the strikes at one place, and spiderfies them where they are few. */
  async openPlace(rows, bounds) {
    const { panel, reader, strikes } = this.host;
    await reader.openRows(rows, this.word(rows, null));
    if (this.host.destroyed || strikes !== this.host.strikes) return;
    await this.spread(rows, bounds, panel.drawer.element.querySelector("h3"));
  }

  /** Spiderfies rows at one place where they are few; `heading` is that of their list, null without one. */
  async spread(rows, bounds, heading = null) {
    const { map, strikes } = this.host;
    // The drawer took its room from the map, and the place may lie outside it by now.
    map.panInside(bounds.getCenter(), { padding: [GAP_OF_PLACE, GAP_OF_PLACE], animate: false });
    const texts = await strikes.texts();
    if (!fits(rows.length) || strikes !== this.host.strikes || this.host.destroyed) return;
    if (heading) heading.textContent = this.word(rows, rows);
    this.show(rows, { bounds, texts, heading });
  }

  /** Spiderfies the rows of a cluster around their place; `heading` is that of their list. */
  show(rows, { bounds, texts, heading }) {
    const { host } = this;
    const place = bounds.getCenter();
    const spread = bounds.getNorthWest().distanceTo(bounds.getSouthEast());
    const near = rowsNear(host, place, Math.max(REACH_M, spread / 2 + 1));
    const zoom = host.map.getZoom();
    this.open = { place, point: toUnit(place.lng, place.lat), near, rows, listed: rows, zoom, texts, heading, cluster: null };
    host.redraw();
    this.comeFree();
  }

  /** Moves the map where its edge, or what lies over it, would cover the marks. */
  comeFree() {
    if (!this.open) return;
    const { map, panel, L } = this.host;
    const { left, top, right, bottom } = panel.getCover();
    const size = map.getSize();
    const free = Math.min(size.x - left - right, size.y - top - bottom);
    const room = Math.min(roomOf(this.open.rows.length), Math.max(0, free / 2 - 1)); // else there is no inside
    map.panInside(this.open.place, {
      paddingTopLeft: L.point(left + room, top + room), paddingBottomRight: L.point(right + room, bottom + room),
    });
  }

  close() {
    if (!this.open) return;
    const { heading, listed } = this.open;
    if (heading) heading.textContent = this.word(listed, null);
    this.open = null;
    this.hovered = null;
    this.host.redraw();
  }

  /** Takes up the marks of a step: rows leave and enter, and what is no longer one cluster closes. */
  follow(marks, frame) {
    const { open, host } = this;
    if (!open) return;
    const cluster = this.findCluster(marks, frame);
    const rows = cluster && frame.zoom === open.zoom ? this.rowsIn(cluster, marks) : [];
    if (!fits(rows.length) || rows.length !== cluster.count) {
      open.cluster = null;
      queueMicrotask(() => this.open === open && this.close()); // after the drawing that asks for it
      return;
    }
    open.cluster = cluster;
    if (rows.join() === open.rows.join()) return;
    open.rows = rows;
    if (open.heading) open.heading.textContent = this.word(open.listed, rows);
  }

  /** The cluster that holds the place: of those with a slot of its strikes the nearest. */
  findCluster({ clusters, slots }, frame) {
    const own = new Set(this.open.near.map((row) => slots.slotOf[row]));
    const [x, y] = this.placeIn(frame);
    const away = (cluster) => Math.hypot(cluster.x - x, cluster.y - y);
    return clusters.filter((cluster) => cluster.slots.some((slot) => own.has(slot)))
      .sort((a, b) => away(a) - away(b))[0] ?? null;
  }

  rowsIn(cluster, { rows: { from, to }, slots }) {
    const { day_start: start, day_end: end } = this.host.strikes.columns;
    return this.open.near.filter((row) =>
      start[row] <= to && end[row] >= from && cluster.slots.includes(slots.slotOf[row]));
  }

  placeIn({ world, left, top }) {
    const [x, y] = this.open.point;
    return [x * world - left, y * world - top];
  }

  /** The marks to draw beneath: all but the spiderfied cluster. */
  without(marks) {
    if (!this.open?.cluster) return marks;
    return { ...marks, clusters: marks.clusters.filter((cluster) => cluster !== this.open.cluster) };
  }

  /** Marks in CSS pixels from a frame's corner: { x, y, row }. */
  marksIn(frame) {
    const [x, y] = this.placeIn(frame);
    const { rows } = this.open;
    return layLegs(rows.length).map(([across, down], i) => ({ x: x + across, y: y + down, row: rows[i] }));
  }

  /** Takes the boxes of the legs and of their words: names yield to them. */
  takeBoxes(context, boxes, frame) {
    if (!this.open?.cluster) return;
    const { rows } = this.open;
    const [x, y] = this.placeIn(frame);
    boxes.push(...boxesOfSpider(context, { x, y, count: rows.length, words: this.word(rows, rows) }));
  }

  draw(context, frame) {
    if (!this.open?.cluster) return;
    const { groups, selected, strikes, theme } = this.host;
    const [x, y] = this.placeIn(frame);
    const { texts, rows } = this.open;
    const marks = this.marksIn(frame).map((mark) => ({
      ...mark,
      colour: groups.colours[groups.groupOf[mark.row]],
      imprecise: impreciseRows(strikes)[mark.row] > 0,
      picked: mark.row === selected || mark.row === this.hovered,
      words: mark.row === this.hovered ? wordCaption(strikes, texts, mark.row) : "",
    }));
    drawSpider(context, { x, y, marks, words: this.word(rows, rows) }, theme);
  }

  /** The row of the mark at a point of the map, or null. */
  hit(x, y) {
    if (!this.open?.cluster) return null;
    const [best] = this.marksIn(this.host.getFrame())
      .map((mark) => ({ row: mark.row, away: Math.hypot(mark.x - x, mark.y - y) }))
      .filter(({ away }) => away <= TARGET)
      .sort((a, b) => a.away - b.away);
    return best?.row ?? null;
  }

  hover({ x, y }) {
    const row = this.hit(x, y);
    if (row === this.hovered) return;
    this.hovered = row;
    this.host.redraw();
  }

  /** Whether a row has a mark of its own here. */
  shows(row) {
    return Boolean(this.open?.cluster && this.open.rows.includes(row));
  }

  /** Where a spiderfied row's mark stands on the map, null for any other row. */
  markOf(row) {
    if (!this.open?.rows.includes(row)) return null;
    const { x, y } = this.marksIn(this.host.getFrame()).find((mark) => mark.row === row);
    return this.host.map.containerPointToLatLng([x, y]);
  }

  /** The spiderfied cluster as drawn, for tests: { x, y, marks }, or null. */
  describe() {
    if (!this.open?.cluster) return null;
    const frame = this.host.getFrame();
    const [x, y] = this.placeIn(frame);
    return { x, y, marks: this.marksIn(frame) };
  }
}

module.exports = { Spiderfier };
