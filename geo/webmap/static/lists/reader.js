"use strict";
// What a click opens: a strike as a popup; a cluster, an area, all in view as a list beside the map.

const { toDegrees } = require("../data/mercator.js");
const { selectRows } = require("../data/select.js");
const { listContent } = require("./list.js");
const { openFrame } = require("./popup_frame.js");
const { strikeContent } = require("./strike.js");
const { fillList, partsByDistrict, wordCountryOnly } = require("./unlocated.js");
const { make } = require("../look/elements.js");
const { activeIn, focusFirst, leadInto } = require("../look/focus.js");
const { insideRings } = require("../map/base_map.js");
const { countryOnlyIn } = require("../marks/country_badge.js");
const { plural } = require("../terms/words.js");

const GAP = 24; // CSS pixels; room for a circle beside what lies over the map
const APART = 30; // metres; strikes closer together than this are one place, and listed
const FIT_ZOOM = 13; // a click on a cluster zooms no farther in one go
const MOST_SELECTED = 500; // ids handed on at once

const number = (count) => count.toLocaleString("en");

class Reader {
  /** `host` is the map's controller; the reader opens popups on its Leaflet map. */
  constructor(host) {
    this.host = host;
    this.popup = null;
    this.popupRow = null;
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
    const { map, L, strikes } = this.host;
    const corner = L.point((badge.left + badge.right) / 2, badge.top);
    const title = `${badge.name}: ${number(badge.count)} ${this.host.say(badge.noun ?? "known only to the area")}`;
    const rows = badge.holds ? this.rowsThat(badge.holds) : this.rowsOf(badge.slots ?? [badge.slot]);
    const texts = await this.readTexts();
    if (!texts) return;
    const parts = partsByDistrict(strikes, texts, rows, this.host.baseMap.levels);
    await this.openRows(rows, title, map.containerPointToLatLng(corner), { parts });
  }

  /** Those of the unlocated that are known only to the country, from the country's badge. */
  openCountryOnly(badge) {
    const { map, L, baseMap, rows, strikes } = this.host;
    const corner = L.point((badge.left + badge.right) / 2, badge.bottom);
    const found = Array.from(countryOnlyIn(strikes, rows));
    this.openRows(this.byDate(found), wordCountryOnly(baseMap, badge.count), map.containerPointToLatLng(corner));
  }

  /** What a mode found at a point: { title, holds(row), at }, `at` in CSS pixels from the map's corner. */
  openFound({ title, holds, at }) {
    const { map, L } = this.host;
    this.openRows(this.rowsThat(holds), title, map.containerPointToLatLng(L.point(at.x, at.y)));
  }

  openCoordinates(place) {
    const text = `${place.lat.toFixed(5)}, ${place.lng.toFixed(5)}`;
    const copy = make("button", { name: "strike-button", text: "Copy" });
    copy.type = "button";
    copy.addEventListener("click", () => navigator.clipboard?.writeText(text));
    const words = make("span", { text });
    this.openPopup(place, make("section", { name: "strike-popup strike-coordinates", children: [words, copy] }));
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
    const { map, L } = this.host;
    const place = map.containerPointToLatLng(L.point((box.left + box.right) / 2, box.top));
    this.readTexts().then((texts) => texts && this.choose(rows.slice(0, MOST_SELECTED).map((row) => texts.ids[row])));
    this.openRows(rows, this.host.say(`${plural(rows.length, "strike", "strikes")} in the ${box.corners ? "shape" : "box"}`), place);
  }

  /** Opens the list of what the totals count as areaOnly, unlocated or undated. */
  async openListOf(name) {
    const { host } = this;
    if (!host.marks) return;
    const texts = await this.readTexts();
    if (!texts) return;
    const { title, parts } = fillList(name, { strikes: host.strikes, texts, reader: this, levels: host.baseMap.levels });
    const choose = (row) => this.openStrike(row, { led: true });
    this.openDrawer(listContent(host.strikes, texts, { title, parts, choose }));
  }

  /** One strike as a popup, several as a list; a strike without a point opens at `place`. */
  async openRows(rows, title, place, { parts = [["", rows]] } = {}) {
    if (rows.length === 1) return this.openStrike(rows[0], { place });
    const texts = await this.readTexts();
    if (!texts) return undefined;
    const choose = (row) => this.openStrike(row, { place, led: true });
    return this.openDrawer(listContent(this.host.strikes, texts, { title, parts, choose }));
  }

  /** Opens a strike's popup at its point, or at `place` where it has none; `led` leads the focus into it. */
  async openStrike(row, { place = this.host.map.getCenter(), announced = true, led = false } = {}) {
    const { host } = this;
    const from = led ? activeIn(host.container) : null;
    const texts = await this.readTexts();
    if (!texts) return;
    host.selected = row;
    if (announced) host.emit("read", texts.ids[row]); // to read a strike is not to choose it
    const located = this.statuses(row) === "located";
    const content = strikeContent(host.strikes, texts, row, host.say);
    const point = located ? this.pointOf(row) : place;
    this.openPopup(host.spiderfier.markOf(row) ?? point, content, { pointed: located });
    this.popupRow = row;
    if (led) leadInto(this.popup, content, { container: host.container, back: () => this.leadBack(from, row) });
    host.redraw();
  }

  /** From a popup back to the entry that opened it, or to its list; else to what opened that. */
  leadBack(from, row) {
    const { container, destroyed, panel: { drawer: { element, opener } } } = this.host;
    if (!destroyed) focusFirst(from, element.querySelector(`[data-row="${row}"]`), element, opener, container);
  }

  /** A spiderfied strike's popup stands at its mark; when marks go it follows or goes to its place. */
  movePopup() {
    const row = this.popupRow;
    if (row === null || !this.popup?.isOpen() || this.statuses(row) !== "located") return;
    this.popup.setLatLng(this.host.spiderfier.markOf(row) ?? this.pointOf(row));
  }

  /** Opens content in a tab of the drawer; on a narrow page one drawer is open at a time. */
  openDrawer(content, tab = "details") {
    const { frame, panel, spiderfier, filtering } = this.host;
    spiderfier.close();
    this.popup?.remove();
    if (frame.isNarrow()) filtering?.box.shut();
    panel.drawer.open(content, { tab });
  }

  openPopup(place, content, { pointed = true } = {}) {
    const { frame, panel: { drawer } } = this.host;
    if (frame.isNarrow()) drawer.close();
    this.popup?.remove();
    this.popupRow = null;
    const closed = () => drawer.element.hidden && this.clearChoice();
    this.popup = openFrame(this.host, place, content, { pointed, closed });
  }

  close() {
    this.host.spiderfier.close();
    this.popup?.remove();
    if (!this.host.destroyed) this.host.panel.drawer.closeOld();
  }
}

module.exports = { Reader };
