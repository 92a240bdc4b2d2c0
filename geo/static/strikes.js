"use strict";
// The map layer: mount() puts strikes, slider and popups on a Leaflet map and returns its controller.

const { drawBaseMap, drawLabels, prepareBaseMap } = require("./basemap.js");
const { isoOf, parseDay, wordDay } = require("./calendar.js");
const { assignSlots, makeSums, sumRows } = require("./clusters.js");
const { boxesOf, drawMarks, hitMark, placeBadges, placeClusters } = require("./marks.js");
const { scaleBar, toDegrees, worldPixels } = require("./mercator.js");
const { makeLegend } = require("./legend.js");
const { openPayload } = require("./payload.js");
const { eachRow, findRows, wholePeriod } = require("./period.js");
const { download, drawPicture, toBlob } = require("./picture.js");
const { listContent, make, strikeContent } = require("./popups.js");
const { makeSlider } = require("./slider.js");
const { GROUPS, chooseTheme } = require("./theme.js");
const { countTotals, countUndated, wordTotals } = require("./totals.js");

const MAX_ZOOM = 18;
const FIT_ZOOM = 13; // farther in than this, a click on a cluster lists instead of zooming
const NARROW = 520; // CSS pixels; narrower maps begin with the legend closed
const BOUNDARY_LINE = "Boundaries and names imply no endorsement.";

function colourGroups(strikes) {
  const groupOfCode = [GROUPS.indexOf("other"), ...strikes.dictionaries.kind.map((kind) =>
    (GROUPS.includes(kind) ? GROUPS.indexOf(kind) : GROUPS.indexOf("other")))];
  return Uint8Array.from(strikes.columns.kind, (code) => groupOfCode[code]);
}

function button(text, label, act) {
  const made = make("button", { name: "strike-button", text });
  made.type = "button";
  made.title = label;
  made.addEventListener("click", act);
  return made;
}

class StrikeMap {
  constructor(container, L, options) {
    this.L = L;
    this.options = options;
    this.listeners = { range: new Set(), select: new Set(), view: new Set(), draw: new Set() };
    this.cleanups = [];
    this.slotsByZoom = new Map();
    this.selected = null;
    this.container = container;
    this.map = options.map ?? L.map(container, { attributionControl: false, zoomSnap: 0.5 });
    this.ownsMap = !options.map;
    this.map.setMaxZoom(MAX_ZOOM);
    container.classList.add("strike-map");
    this.ground = this.addCanvas("tilePane");
    this.sky = this.addCanvas("overlayPane");
    this.slider = makeSlider(() => {
      this.redraw();
      this.tell("range", this.getRange());
    });
    this.panel = this.addPanel();
    this.bindEvents();
  }

  addCanvas(pane) {
    const canvas = make("canvas", { name: "strike-canvas leaflet-zoom-animated" });
    this.map.getPane(pane).append(canvas);
    this.cleanups.push(() => canvas.remove());
    return canvas;
  }

  addPanel() {
    const title = make("h2", { name: "strike-title", text: "" });
    const totals = make("p", { name: "strike-totals", text: "" });
    totals.setAttribute("role", "status");
    const scale = make("span", { name: "strike-scale", text: "" });
    const credit = make("span", { text: BOUNDARY_LINE });
    const note = make("p", { name: "strike-note", children: [scale, credit] });
    const buttons = make("div", {
      name: "strike-buttons",
      children: [
        button("List", "List the strikes in view, the undated and the unlocated", () => this.openList()),
        button("Save picture", "Save the map as seen as a PNG picture", () => this.downloadPicture()),
      ],
    });
    const head = make("div", { name: "strike-head", children: [totals, buttons] });
    const element = make("div", { name: "strike-panel", children: [head, this.slider.element, note] });
    const legend = makeLegend(this.container.clientWidth > NARROW);
    this.container.append(title, legend.element, element);
    for (const part of [legend.element, element]) {
      this.L.DomEvent.disableClickPropagation(part);
      this.L.DomEvent.disableScrollPropagation(part);
    }
    this.cleanups.push(() => [title, legend.element, element].forEach((part) => part.remove()), () => this.slider.destroy());
    return { element, title, totals, scale, credit, legend };
  }

  bindEvents() {
    const { map } = this;
    const handlers = {
      "move resize viewreset zoomend": () => this.redraw(),
      moveend: () => this.tell("view", this.getView()),
      zoomanim: (event) => this.animateZoom(event.center, event.zoom),
      zoom: () => this.animateZoom(map.getCenter(), map.getZoom()),
      click: (event) => this.handleClick(event),
      mousemove: (event) => this.handleHover(event),
    };
    for (const [names, handler] of Object.entries(handlers)) map.on(names, handler);
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    const repaint = () => this.refreshTheme();
    scheme.addEventListener("change", repaint);
    const watcher = new ResizeObserver(() => map.invalidateSize());
    watcher.observe(this.container);
    this.cleanups.push(
      () => Object.entries(handlers).forEach(([names, handler]) => map.off(names, handler)),
      () => scheme.removeEventListener("change", repaint),
      () => watcher.disconnect(),
    );
  }

  on(name, listener) {
    this.listeners[name].add(listener);
    return () => this.listeners[name].delete(listener);
  }

  tell(name, value) {
    for (const listener of this.listeners[name]) listener(value);
  }

  async update(payloadBase64, options = {}) {
    const opened = await openPayload(payloadBase64);
    if (this.destroyed) return;
    this.options = { ...this.options, ...opened.options, ...options };
    if (opened.baseMap) this.baseMap = prepareBaseMap(opened.baseMap);
    else if (this.options.baseMapBase64) await this.openBaseMap(this.options.baseMapBase64);
    this.baseMap ??= prepareBaseMap(null);
    this.panel.credit.textContent = `${BOUNDARY_LINE} ${this.baseMap.credit}`;
    this.strikes = opened;
    this.undated = countUndated(opened);
    this.groupOf = colourGroups(opened);
    this.slotsByZoom.clear();
    this.selected = null;
    this.panel.title.textContent = this.options.title ?? "";
    this.panel.title.hidden = !this.options.title;
    this.slider.setData(opened, wholePeriod(opened));
    if (!this.placed) this.placeFirst();
    this.refreshTheme();
  }

  async openBaseMap(base64) {
    if (this.baseMapText === base64) return;
    const { baseMap } = await openPayload(base64);
    this.baseMapText = base64;
    this.baseMap = prepareBaseMap(baseMap);
  }

  /** First view and range; later updates keep what the visitor chose. */
  placeFirst() {
    const { view, period } = this.options;
    this.placed = true;
    if (period) this.slider.setRange(period.map(parseDay));
    if (view) this.map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else this.showAll();
  }

  showAll() {
    const { home } = this.baseMap;
    const box = home ?? { left: 0.35, right: 0.75, top: 0.25, bottom: 0.55 };
    const [west, north] = toDegrees(box.left, box.top);
    const [east, south] = toDegrees(box.right, box.bottom);
    const below = Math.min(this.panel.element.offsetHeight, this.map.getSize().y / 3);
    this.map.fitBounds([[south, west], [north, east]], {
      animate: false, paddingTopLeft: [4, 4], paddingBottomRight: [4, below],
    });
  }

  refreshTheme() {
    this.theme = chooseTheme(this.options.theme, this.container);
    this.container.classList.toggle("strike-dark", this.theme.dark);
    this.slider.setTheme(this.theme);
    this.redraw();
  }

  getFrame() {
    const { min } = this.map.getPixelBounds();
    const { x: width, y: height } = this.map.getSize();
    const zoom = this.map.getZoom();
    return { zoom, world: worldPixels(zoom), left: min.x, top: min.y, width, height };
  }

  getSlots(mapZoom) {
    const zoom = Math.round(mapZoom);
    if (!this.slotsByZoom.has(zoom)) {
      if (this.slotsByZoom.size > 3) this.slotsByZoom.delete(this.slotsByZoom.keys().next().value);
      const slots = assignSlots(this.strikes, zoom);
      this.slotsByZoom.set(zoom, { slots, sums: makeSums(slots, GROUPS.length) });
    }
    return this.slotsByZoom.get(zoom);
  }

  /** Counts the window's rows and places their marks for a frame. */
  step(frame) {
    const { strikes } = this;
    const { slots, sums } = this.getSlots(frame.zoom);
    const range = this.slider.getRange() ?? [0, -1];
    this.rows = findRows(strikes, ...range);
    sumRows(strikes, slots, this.rows, this.groupOf, sums);
    const { clusters, outside } = placeClusters(strikes, slots, sums, frame);
    for (const cluster of clusters) {
      if (cluster.count > 1) continue;
      cluster.vague = cluster.row >= strikes.groups.one_day;
      cluster.selected = cluster.row === this.selected;
    }
    return { clusters, outside, slots, sums, totals: countTotals(strikes, slots, sums, this.undated) };
  }

  drawGround(context, frame) {
    drawBaseMap(context, this.baseMap, frame, this.theme);
  }

  drawSky(context, frame, marks) {
    const boxes = boxesOf(marks.clusters);
    const { strikes, theme, baseMap } = this;
    marks.badges = placeBadges(context, { ...marks, strikes, baseMap, frame, boxes });
    drawLabels(context, baseMap, frame, { theme, boxes });
    drawMarks(context, marks, { strikes, frame, theme });
  }

  prepareCanvas(canvas, frame) {
    const scale = globalThis.devicePixelRatio || 1;
    const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
      canvas.style.width = `${frame.width}px`;
      canvas.style.height = `${frame.height}px`;
    }
    this.L.DomUtil.setPosition(canvas, this.map.containerPointToLayerPoint([0, 0]));
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    return context;
  }

  redraw() {
    if (!this.strikes || !this.placed || this.destroyed || !this.theme) return;
    const frame = this.getFrame();
    if (this.map._animatingZoom || !frame.width) return;
    const corner = [frame.zoom, frame.left, frame.top, frame.width, frame.height, this.theme.dark, this.strikes.token].join();
    if (corner !== this.drawnCorner) {
      this.drawGround(this.prepareCanvas(this.ground, frame), frame);
      this.drawnCorner = corner;
      const bar = scaleBar(this.map.getCenter().lat, frame.zoom, 90);
      this.panel.scale.textContent = bar.label;
      this.panel.scale.style.width = `${bar.pixels}px`;
    }
    const marks = this.step(frame);
    this.drawSky(this.prepareCanvas(this.sky, frame), frame, marks);
    this.marks = marks;
    this.drawnCentre = this.map.getCenter();
    this.drawnZoom = frame.zoom;
    this.panel.totals.textContent = wordTotals(marks.totals);
    this.panel.legend.show(this.countGroups());
    this.tell("draw", marks.totals);
  }

  /** While the zoom runs, the drawing is stretched with it; the redraw follows at its end. */
  animateZoom(centre, zoom) {
    if (!this.marks) return;
    const { map, L } = this;
    const scale = map.getZoomScale(zoom, this.drawnZoom);
    const half = map.getSize().multiplyBy(0.5);
    const corner = map.project(this.drawnCentre, zoom).subtract(half.multiplyBy(scale));
    const origin = map.project(centre, zoom).subtract(half);
    const pane = map._getMapPanePos();
    const offset = corner.subtract(origin).subtract(pane);
    for (const canvas of [this.ground, this.sky]) L.DomUtil.setTransform(canvas, offset, scale);
    this.drawnCorner = null;
  }

  handleHover({ containerPoint }) {
    if (!this.marks) return;
    const hit = hitMark(this.marks, containerPoint.x, containerPoint.y);
    this.container.classList.toggle("strike-pointing", hit !== null);
  }

  handleClick({ containerPoint }) {
    if (!this.marks) return;
    const hit = hitMark(this.marks, containerPoint.x, containerPoint.y);
    if (!hit) return;
    if (hit.slot !== undefined) this.openArea(hit);
    else if (hit.count === 1) this.openStrike(hit.row);
    else this.openCluster(hit);
  }

  rowsOf(slots) {
    const wanted = new Set(slots);
    const { slotOf } = this.marks.slots;
    const found = [];
    for (const row of eachRow(this.rows)) if (wanted.has(slotOf[row])) found.push(row);
    const { day_start: start } = this.strikes.columns;
    return found.sort((a, b) => start[a] - start[b] || a - b);
  }

  /** Degrees [lat, lon], as Leaflet wants them, of a located row. */
  pointOf(row) {
    const steps = 2 ** this.strikes.worldBits;
    const { x, y } = this.strikes.columns;
    const [lon, lat] = toDegrees(x[row] / steps, y[row] / steps);
    return [lat, lon];
  }

  openCluster(cluster) {
    const rows = this.rowsOf(cluster.slots);
    const points = rows.map((row) => this.pointOf(row));
    const bounds = this.L.latLngBounds(points);
    const spread = bounds.getNorthWest().distanceTo(bounds.getSouthEast()); // metres
    const zoom = this.map.getBoundsZoom(bounds.pad(0.2));
    if (spread > 30 && this.map.getZoom() < MAX_ZOOM && zoom > this.map.getZoom()) {
      this.map.flyToBounds(bounds.pad(0.2), { maxZoom: FIT_ZOOM > this.map.getZoom() ? FIT_ZOOM : MAX_ZOOM, duration: 0.4 });
    } else if (spread > 30 && this.map.getZoom() < MAX_ZOOM) {
      this.map.flyTo(bounds.getCenter(), this.map.getZoom() + 1, { duration: 0.4 });
    } else {
      this.openRows(rows, `${rows.length.toLocaleString("en")} strikes at this place`, bounds.getCenter());
    }
  }

  openArea(badge) {
    const rows = this.rowsOf([badge.slot]);
    const corner = this.L.point((badge.left + badge.right) / 2, badge.top);
    const title = `${badge.name}: ${badge.count.toLocaleString("en")} known only to the area`;
    this.openRows(rows, title, this.map.containerPointToLatLng(corner));
  }

  openList() {
    const { strikes, marks } = this;
    if (!marks) return;
    const seen = marks.clusters.filter(({ x, y }) => {
      const { x: width, y: height } = this.map.getSize();
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
    const { slots } = marks;
    const placeless = Array.from({ length: slots.areas + 1 }, (_, i) => slots.cells + i);
    const rows = this.rowsOf([...seen.flatMap((cluster) => cluster.slots), ...placeless]);
    for (let row = strikes.rows - strikes.groups.undated; row < strikes.rows; row++) rows.push(row);
    const title = `${rows.length.toLocaleString("en")} strikes: in view, area only, not located, undated`;
    this.openRows(rows, title, this.map.getCenter());
  }

  async openRows(rows, title, place) {
    const texts = await this.strikes.texts();
    if (rows.length === 1) return this.openStrike(rows[0], place);
    const choose = (row) => this.openStrike(row, place);
    this.tell("select", rows.slice(0, 500).map((row) => texts.ids[row]));
    return this.openPopup(place, listContent(this.strikes, texts, { title, rows, choose }));
  }

  /** Opens a strike's popup at its point, or at `place` where it has none. */
  async openStrike(row, place = this.map.getCenter()) {
    const texts = await this.strikes.texts();
    if (this.destroyed) return;
    const located = this.strikes.statuses[this.strikes.columns.status[row]] === "located";
    this.selected = row;
    this.tell("select", [texts.ids[row]]);
    this.openPopup(located ? this.pointOf(row) : place, strikeContent(this.strikes, texts, row));
    this.redraw();
  }

  openPopup(place, content) {
    const { x: width, y: height } = this.map.getSize();
    const below = this.panel.element.offsetHeight + 10;
    const above = this.panel.title.hidden ? 10 : this.panel.title.offsetTop + this.panel.title.offsetHeight + 6;
    this.popup?.remove();
    this.popup = this.L.popup({
      maxWidth: Math.min(360, width - 60), minWidth: Math.min(260, width - 80),
      maxHeight: Math.max(140, height - below - above - 40),
      autoPanPaddingTopLeft: [10, above], autoPanPaddingBottomRight: [10, below],
    }).setLatLng(place).setContent(content).openOn(this.map);
  }

  /** Opens the popup of a strike by id and brings it into view; false where it is not here. */
  async focusStrike(id) {
    const texts = await this.strikes.texts();
    const row = texts.ids.indexOf(id);
    if (row < 0) return false;
    await this.openStrike(row);
    return true;
  }

  getRange() {
    if (this.slider.isWhole()) return null;
    return this.slider.getRange().map(isoOf);
  }

  setRange(from, to) {
    this.slider.setRange(from ? [parseDay(from), parseDay(to)] : null);
  }

  getView() {
    const { lat, lng } = this.map.getCenter();
    return { lon: Number(lng.toFixed(5)), lat: Number(lat.toFixed(5)), zoom: this.map.getZoom() };
  }

  /** Counts as drawn: for tests, and for pages that show the same numbers. */
  getState() {
    const { clusters, badges, totals, outside } = this.marks;
    const marks = clusters.map(({ x, y, count, radius, row }) => ({ x, y, count, radius, row }));
    return {
      totals, outside, clusters: marks, range: this.getRange(), view: this.getView(),
      badges: badges.map(({ left, top, right, bottom, count, name }) => ({ left, top, right, bottom, count, name })),
    };
  }

  /** Rows of the window in each colour group, wherever they are. */
  countGroups() {
    const { slots, sums } = this.marks;
    const counts = GROUPS.map(() => 0);
    for (let at = 0; at < slots.size * GROUPS.length; at++) counts[at % GROUPS.length] += sums.byGroup[at];
    return counts;
  }

  wordPeriod() {
    const range = this.slider.getRange();
    if (!range) return "No dated strikes";
    const period = wholePeriod(this.strikes);
    const [from, to] = this.slider.isWhole() && period ? period : range;
    return `${wordDay(from)} – ${wordDay(to)}`;
  }

  /** The map as seen, with title, legend, sources and credits, as a PNG blob. */
  async savePicture() {
    const frame = this.getFrame();
    const { options, theme, marks } = this;
    const shown = this.countGroups();
    const notes = [BOUNDARY_LINE, this.baseMap.credit].filter(Boolean);
    if (options.data_as_of) notes.unshift(`Data as of ${options.data_as_of}.`);
    const canvas = drawPicture({
      frame, theme, shown,
      lat: this.map.getCenter().lat,
      drawMap: (context) => {
        this.drawGround(context, frame);
        this.drawSky(context, frame, marks);
      },
      words: {
        title: options.title, period: this.wordPeriod(), filters: options.filters_in_words,
        totals: wordTotals(marks.totals), sources: options.sources ?? [], notes,
      },
    });
    return toBlob(canvas);
  }

  async downloadPicture() {
    const [from, to] = this.slider.getRange() ?? [];
    const days = from === undefined ? "" : `-${isoOf(from)}-${isoOf(to)}`;
    download(await this.savePicture(), `strikes${days}.png`);
  }

  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    this.popup?.remove();
    for (const clean of this.cleanups) clean();
    this.container.classList.remove("strike-map", "strike-dark", "strike-pointing");
    for (const set of Object.values(this.listeners)) set.clear();
    if (this.ownsMap) this.map.remove();
  }
}

/**
 * Mounts strikes on a container and promises the controller once the first picture is drawn.
 * options: those of the payload, and `map` (a Leaflet map already on the container),
 * `baseMapBase64`, `period` ([iso, iso]), `view` ({ lon, lat, zoom }), `theme`.
 */
async function mount(container, L, payloadBase64, options = {}) {
  const strikeMap = new StrikeMap(container, L, options);
  await strikeMap.update(payloadBase64, options);
  return strikeMap;
}

module.exports = { mount };
