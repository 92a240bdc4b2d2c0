"use strict";
// What a click opens beside the map: a strike; a cluster, an area, a box as a list.

const { toDegrees } = require("../data/mercator.js");
const { selectRows } = require("../data/select.js");
const { rowOf, rowsEntry, strikeEntry, totalsEntry } = require("./entries.js");
const { say } = require("../language/language.js");
const { partsByDistrict, wordCountryOnly } = require("../lists/unlocated.js");
const { make } = require("../look/elements.js");
const { insideRings } = require("../map/rings.js");
const { findZoom } = require("../marks/apart.js");
const { countryOnlyIn } = require("../marks/country_badge.js");

const GAP = 24; // CSS pixels; room for a circle beside what lies over the map
const APART = 30; // metres; strikes closer together than this are one place, and listed
const FIT_ZOOM = 13; // a click on a cluster zooms no farther in one go
const NEAR_ZOOM = 11; // from which a strike that is asked for stands apart from its neighbours
const FLIGHT_S = 0.5;
const MOST_SELECTED = 500; // ids handed on at once

class Reader {
  /** `host` is the map's controller. */
  constructor(host) {
    this.host = host;
    this.chosen = false; // whether a choice was announced to the page
  }

  choose(ids) {
    this.chosen = ids.length > 0;
    this.host.emit("select", ids);
  }

  /** Takes the choice back: a click beside everything, or a list that is closed by hand. */
  clearChoice() {
    if (this.chosen) this.choose([]);
  }

  get statuses() {
    const { strikes } = this.host;
    return (row) => strikes.statuses[strikes.columns.status[row]];
  }

  /** The texts of the strikes shown; null where others are shown by then, whose rows are not these. */
  async readTexts() {
    const { host } = this;
    const { strikes } = host;
    const texts = await strikes.texts();
    return host.destroyed || strikes !== host.strikes ? null : texts;
  }

  /** Rows of the window in some slots, by date. */
  rowsOf(slots) {
    const { marks, rows, strikes } = this.host;
    const wanted = new Set(slots);
    return selectRows(strikes, rows, (row) => wanted.has(marks.slots.slotOf[row]));
  }

  /** Rows of the window with a location status, by date. */
  rowsOfStatus(status) {
    const { rows, strikes } = this.host;
    const wanted = strikes.statuses.indexOf(status);
    return selectRows(strikes, rows, (row) => strikes.columns.status[row] === wanted);
  }

  /** Rows of the window that `holds`, by date. */
  rowsThat(holds) {
    return selectRows(this.host.strikes, this.host.rows, holds);
  }

  byDate(rows) {
    const { day_start: start } = this.host.strikes.columns;
    return rows.sort((a, b) => start[a] - start[b] || a - b);
  }

  /** Degrees [lat, lon], as Leaflet wants them, of a located row. */
  pointOf(row) {
    const { columns, worldBits } = this.host.strikes;
    const steps = 2 ** worldBits;
    const [lon, lat] = toDegrees(columns.x[row] / steps, columns.y[row] / steps);
    return [lat, lon];
  }

  /** Zooms until a cluster comes apart; where it cannot, lists its strikes. */
  openCluster(cluster) {
    const { map, L } = this.host;
    const rows = this.rowsOf(cluster.slots);
    const bounds = L.latLngBounds(rows.map((row) => this.pointOf(row)));
    const spread = bounds.getNorthWest().distanceTo(bounds.getSouthEast());
    if (spread <= APART || map.getZoom() >= map.getMaxZoom()) {
      this.host.spiderfier.openPlace(rows, bounds);
      return;
    }
    const wide = bounds.pad(0.1);
    const [topLeft, bottomRight] = this.getPadding();
    const fitting = map.getBoundsZoom(wide, false, topLeft.add(bottomRight));
    const farthest = map.getZoom() < FIT_ZOOM ? FIT_ZOOM : map.getMaxZoom();
    const closer = Math.min(map.getZoom() + 1, map.getMaxZoom());
    const zoom = fitting > map.getZoom() ? Math.min(fitting, farthest) : closer;
    const aside = bottomRight.subtract(topLeft).divideBy(2);
    const centre = map.unproject(map.project(bounds.getCenter(), zoom).add(aside), zoom);
    map.flyTo(centre, zoom, { duration: 0.4 });
  }

  /** Room that strikes must keep from the map's edges to stand free: top left, bottom right. */
  getPadding() {
    const { panel, L } = this.host;
    const { left, top, right, bottom } = panel.getCover();
    return [L.point(left, top).add([GAP, GAP]), L.point(right, bottom).add([GAP, GAP])];
  }

  async openArea(badge) {
    const title = `${badge.name}: ${this.host.say(badge.noun ?? "{count} known only to the area", { count: badge.count })}`;
    const rows = badge.holds ? this.rowsThat(badge.holds) : this.rowsOf(badge.slots ?? [badge.slot]);
    const texts = await this.readTexts();
    if (!texts) return;
    await this.openRows(rows, title, { parts: partsByDistrict(this.host.strikes, texts, rows, this.host.baseMap.levels) });
  }

  /** Those of the unlocated that are known only to the country, from the country's badge. */
  openCountryOnly(badge) {
    const { baseMap, rows, strikes } = this.host;
    const found = this.byDate(Array.from(countryOnlyIn(strikes, rows)));
    this.openRows(found, wordCountryOnly(baseMap, badge.count));
  }

  /** What a mode found at a point: { title, holds(row), area }, the last an area's code where it is all of one. */
  openFound({ title, holds, area }) {
    if (area) this.host.visits.openArea(area);
    else this.openRows(this.rowsThat(holds), title);
  }

  openCoordinates(place) {
    const { map, L } = this.host;
    const text = `${place.lat.toFixed(5)}, ${place.lng.toFixed(5)}`;
    const copy = make("button", { name: "strike-button", text: say("Copy") });
    copy.addEventListener("click", () => navigator.clipboard?.writeText(text));
    const words = make("span", { text });
    L.popup().setLatLng(place).setContent(make("section", { name: "strike-coordinates", children: [words, copy] })).openOn(map);
  }

  /** Located rows of the window in a box, or a shape, of the view, in CSS pixels from its corner. */
  rowsInBox(box) {
    return selectRows(this.host.strikes, this.host.rows, this.isInBox(box));
  }

  /** A function of the row: whether it is located in a box, or a shape, of the view. */
  isInBox(box) {
    const { columns, statuses, worldBits } = this.host.strikes;
    const { world, left, top } = this.host.getFrame();
    const scale = world / 2 ** worldBits;
    const located = statuses.indexOf("located");
    const ring = box.corners?.flatMap(({ x, y }) => [x, y]);
    return (row) => {
      const [x, y] = [columns.x[row] * scale - left, columns.y[row] * scale - top];
      if (columns.status[row] !== located) return false;
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
      return !ring || insideRings(x, y, [ring]);
    };
  }

  /** Chooses the strikes in a box: lists them, and announces them to the page. */
  chooseBox(box) {
    const rows = this.rowsInBox(box);
    if (!rows.length) {
      this.clearChoice();
      return;
    }
    this.readTexts().then((texts) => texts && this.choose(rows.slice(0, MOST_SELECTED).map((row) => texts.ids[row])));
    this.openRows(rows, this.host.say(box.corners ? ["{count} strike in the shape", "{count} strikes in the shape"] : ["{count} strike in the box", "{count} strikes in the box"], { count: rows.length }));
  }

  /** Opens the list of what the totals count as areaOnly, unlocated or undated. */
  async openListOf(name) {
    if (this.host.marks) await this.host.visits.open(totalsEntry(this.host, name));
  }

  /** One strike, or several as a list. */
  async openRows(rows, title, { parts = [["", rows]] } = {}) {
    if (rows.length === 1) return this.openStrike(rows[0]);
    return this.host.visits.open(rowsEntry(this.host, { title, parts }));
  }

  /** Opens a strike; `closely` goes so near to it that its mark is its own. */
  async openStrike(row, { announced = true, closely = false } = {}) {
    const { host } = this;
    const texts = await this.readTexts();
    if (!texts) return;
    const id = texts.ids[row];
    if (announced) host.emit("read", id); // to read a strike is not to choose it
    const opened = await host.visits.open(strikeEntry(host, id), { announced });
    if (opened && closely) this.approach(row);
  }

  /** Goes to a strike by its id, near enough to see it apart, and opens it; false where it is not shown. */
  async goTo(id) {
    const { host } = this;
    const texts = await this.readTexts();
    const row = texts && rowOf(texts, id);
    if (row === undefined || row === null) return false;
    const { columns, groups, rows } = host.strikes;
    const [from, to] = host.slider.getRange() ?? [0, 0];
    const dated = row < rows - groups.undated;
    if (dated && (columns.day_start[row] > to || columns.day_end[row] < from)) host.slider.setRange(null);
    if (this.statuses(row) === "located") {
      host.map.setView(this.pointOf(row), Math.max(host.map.getZoom(), NEAR_ZOOM), { animate: false });
    }
    await this.openStrike(row, { announced: false });
    return true;
  }

  /** Goes so near to a located row that its mark is its own; strikes at one place are spiderfied there. */
  async approach(row) {
    const { host } = this;
    if (this.statuses(row) !== "located" || host.spiderfier.markOf(row)) return;
    const { zoom, together } = findZoom(host, row);
    const [topLeft, bottomRight] = this.getPadding();
    const aside = bottomRight.subtract(topLeft).divideBy(2);
    const point = this.pointOf(row);
    if (zoom !== host.map.getZoom()) {
      host.map.setView(host.map.unproject(host.map.project(point, zoom).add(aside), zoom), zoom, { animate: false });
    }
    if (together.length > 1) await host.spiderfier.spread(together, host.L.latLngBounds(together.map((one) => this.pointOf(one))));
    this.bringIntoView(row);
  }

  /** Flies to where located rows lie, near enough to see them apart. */
  flyTo(rows) {
    const { map, L } = this.host;
    const bounds = L.latLngBounds(Array.from(rows, (row) => this.pointOf(row)));
    const [paddingTopLeft, paddingBottomRight] = this.getPadding();
    map.flyToBounds(bounds, { duration: FLIGHT_S, maxZoom: Math.max(map.getZoom(), NEAR_ZOOM), paddingTopLeft, paddingBottomRight });
  }

  /** Flies to a box of unit web mercator. */
  flyToBox({ left, top, right, bottom }) {
    const corners = [[left, top], [right, bottom]].map(([x, y]) => toDegrees(x, y).reverse());
    const [paddingTopLeft, paddingBottomRight] = this.getPadding();
    this.host.map.flyToBounds(corners, { duration: FLIGHT_S, paddingTopLeft, paddingBottomRight });
  }

  /** Moves the map just enough for a located row to stand free. */
  bringIntoView(row) {
    const { map, spiderfier } = this.host;
    if (this.statuses(row) !== "located" || map._animatingZoom) return;
    const [paddingTopLeft, paddingBottomRight] = this.getPadding();
    map.panInside(spiderfier.markOf(row) ?? this.pointOf(row), { paddingTopLeft, paddingBottomRight });
  }

  /** When the drawer opens: on a page that has no room for two it is the only one. */
  takeRoom() {
    const { frame, filtering } = this.host;
    if (!frame.hasRoomForTwo()) filtering?.box.shut();
  }

  /** Before a view is shown: marks of another place close. */
  makeRoom({ rows = null }) {
    const { spiderfier } = this.host;
    const near = spiderfier.open?.near;
    if (near && !rows?.every((row) => near.includes(row))) spiderfier.close();
  }

  close() {
    this.host.spiderfier.close();
    this.host.map.closePopup();
  }
}

module.exports = { Reader };
