"use strict";
// The map layer: mount() puts strikes, slider and popups on a Leaflet map and returns its controller.

const { addShortcut, addVoice, tellDrawing } = require("./access.js");
const { keepAddress, takeAddress } = require("./address.js");
const { Seats } = require("./badges.js");
const { drawBaseMap, prepareBaseMap } = require("./basemap.js");
const { BoxChooser } = require("./box.js");
const { isoOf, parseDay } = require("./calendar.js");
const { creditLines, describePicture } = require("./caption.js");
const { chooseRows } = require("./chosen.js");
const { Counter, countGroups, describeMarks } = require("./counter.js");
const { Fan } = require("./fan.js");
const { Filtering } = require("./filtering.js");
const { makeGroups } = require("./groups.js");
const { ListInView, afterRest } = require("./in_view.js");
const { bindEvents, frameOf, removeMap, showBox, viewOf } = require("./leaflet_map.js");
const { scaleBar } = require("./mercator.js");
const { makePanel } = require("./panel.js");
const { openPayload } = require("./payload.js");
const { wholePeriod } = require("./period.js");
const { download, drawPicture, toBlob } = require("./picture.js");
const { Reader } = require("./reader.js");
const { drawSky, findOpener } = require("./sky.js");
const { makeSlider } = require("./slider.js");
const { listSources, measureOf, needsSources, openSources, sourcesOf } = require("./sources.js");
const { Surface } = require("./surface.js");
const { chooseTheme } = require("./theme.js");
const { Tiles } = require("./tiles.js");

const MAX_ZOOM = 18;
const NEAR_ZOOM = 11; // from which a strike that is asked for is told from its neighbours
const NOWHERE = { left: 0.35, right: 0.75, top: 0.25, bottom: 0.55 }; // unit web mercator

const USUAL_MODES = { show: "clusters", colour: "kind", size: "count", labels: "en", told_by: "", ground: "quiet" };

class StrikeMap {
  constructor(container, L, options) {
    this.L = L;
    this.options = options;
    this.modes = { ...USUAL_MODES, ...options.modes };
    this.listeners = { range: new Set(), select: new Set(), view: new Set(), modes: new Set(), filters: new Set(), draw: new Set() };
    this.selected = null;
    this.seats = new Seats();
    this.container = container;
    this.map = options.map ?? L.map(container, { attributionControl: false, zoomSnap: 0.5 });
    this.ownsMap = !options.map;
    this.map.setMaxZoom(MAX_ZOOM);
    container.classList.add("strike-map");
    this.surface = new Surface(this.map, L);
    this.tiles = new Tiles(this.map, L);
    this.reader = new Reader(this);
    this.inView = new ListInView(this);
    this.slider = makeSlider(() => {
      this.redraw();
      this.tell("range", this.getRange());
    });
    this.panel = makePanel(container, {
      L, slider: this.slider,
      acts: {
        list: () => this.inView.open(),
        openTray: (name) => this.reader.openTray(name),
        closeList: () => {
          this.fan.close();
          this.reader.clearChoice();
        },
        choose: () => this.box.toggle(),
        savePicture: () => this.downloadPicture(),
        setMode: (name, value) => this.setMode(name, value),
      },
    });
    this.box = new BoxChooser(this.map, {
      done: (box) => this.reader.chooseBox(box),
      changed: (active) => this.panel.markChoosing(active),
    });
    this.cleanups = [() => this.box.stop(), () => this.tiles.hide(), () => this.surface.destroy(), () => this.panel.destroy()];
    this.fan = new Fan(this);
    if (options.filters) {
      this.filtering = new Filtering(this);
      this.cleanups.push(() => this.filtering.destroy());
    }
    this.cleanups.push(bindEvents(this));
    const shortcut = addShortcut(container, () => this.inView.open());
    const voice = addVoice(container);
    this.cleanups.push(() => [shortcut, voice].forEach((element) => element.remove()));
    afterRest(this, () => {
      this.inView.follow();
      tellDrawing(this, voice);
    });
  }

  on(name, listener) {
    this.listeners[name].add(listener);
    return () => this.listeners[name].delete(listener);
  }

  tell(name, value) {
    for (const listener of this.listeners[name]) listener(value);
  }

  /**
   * Shows other strikes, in place: view and range stay. Without a payload those of the last one;
   * `options.rows`, the text of geo/webmap/payload/encode.py's mark_rows, chooses among them.
   */
  async update(payloadBase64, options = {}) {
    const opened = payloadBase64 ? await openPayload(payloadBase64) : this.opened;
    const told = { ...this.options, ...(payloadBase64 && opened.options), ...options };
    const baseMap = opened.baseMap ?? (await this.openBaseMap(told.baseMapBase64));
    const strikes = await chooseRows(opened, told.rows);
    if (this.destroyed) return;
    this.options = told;
    if (baseMap) this.baseMap = prepareBaseMap(baseMap);
    this.baseMap ??= prepareBaseMap(null);
    this.opened = { ...opened, baseMap: null };
    if (!this.placed) this.modes = { ...this.modes, ...opened.options?.modes, ...options.modes };
    const shown = this.filtering ? await this.filtering.take(strikes) : strikes;
    if (shown) await this.showStrikes(shown);
    if (this.destroyed) return;
    this.showCredit();
    this.panel.title.textContent = told.title ?? "";
    this.panel.title.hidden = !told.title;
    this.drawnGround = null;
    const first = !this.placed;
    if (first) this.placeFirst();
    this.refreshTheme();
    this.filtering?.offer();
    if (first && !told.view) this.showAll(); // with its words the panel has its full height
  }

  async showStrikes(strikes) {
    this.coming = strikes;
    if (needsSources(this.modes)) await openSources(strikes, this.opened);
    if (this.destroyed || strikes !== this.coming) return; // others are to be shown by now
    this.strikes = strikes;
    this.counter = new Counter(strikes, makeGroups(strikes, this.modes.colour, this.opened));
    this.selected = null;
    this.reader.close(); // its rows are those of the strikes before
    this.slider.setMeasure(measureOf(this.modes));
    // Over the whole payload: a period that a filter fills would count as the whole and grow with it.
    this.slider.setData(strikes, wholePeriod(this.opened));
    this.offerSources();
  }

  /** The sources that areas can be told by; opened when areas are first shown. */
  async offerSources() {
    const { strikes } = this;
    if (this.modes.show !== "areas" || sourcesOf(strikes)) return;
    await openSources(strikes, this.opened);
    if (strikes === this.strikes) this.redraw();
  }

  showCredit() {
    const lines = [...creditLines(this.baseMap), this.tiles.credit];
    this.panel.credit.textContent = lines.filter(Boolean).join(" ");
  }

  /** Online tiles or the quiet map; where no tile comes the quiet map stays. */
  async setGround(wanted) {
    this.modes = { ...this.modes, ground: wanted };
    this.redraw();
    if (wanted === "quiet") this.tiles.hide();
    else if (!(await this.tiles.show())) this.modes = { ...this.modes, ground: "quiet" };
    if (this.destroyed) return;
    this.showCredit();
    this.redraw();
  }

  get groups() {
    return this.counter.groups;
  }

  get rows() {
    return this.marks.rows;
  }

  /** The base map of a payload of its own, or null where it is the one already drawn. */
  async openBaseMap(base64) {
    if (!base64 || this.baseMapText === base64) return null;
    this.baseMapText = base64;
    return (await openPayload(base64)).baseMap;
  }

  /** First view and range; later updates keep what the visitor chose. */
  placeFirst() {
    const { view, period } = this.options;
    this.placed = true;
    if (period) this.slider.setRange(period.map(parseDay)); // null, an end not told, is the data's own
    if (view) this.map.setView([view.lat, view.lon], view.zoom, { animate: false });
    else this.showAll();
  }

  showAll() {
    showBox(this.map, this.baseMap.home ?? NOWHERE, this.panel.getCover().bottom);
  }

  refreshTheme() {
    this.theme = chooseTheme(this.options.theme, this.container);
    this.container.classList.toggle("strike-dark", this.theme.dark);
    this.slider.setTheme(this.theme);
    this.redraw();
  }

  /** Shows those of the host's strikes that pass: see filters.js. For maps mounted with `filters`. */
  setFilters(filters) {
    return this.filtering.set(filters);
  }

  /** Changes how strikes are shown: show, colour or size; the legend lists the values. */
  async setMode(name, value) {
    if (name === "ground") {
      this.setGround(value);
      return;
    }
    if (needsSources({ ...this.modes, [name]: value }) && !sourcesOf(this.strikes)) await openSources(this.strikes, this.opened);
    if (this.destroyed) return;
    this.fan.close();
    this.modes = { ...this.modes, [name]: value };
    this.offerSources();
    if (name === "size") this.slider.setMeasure(measureOf(this.modes));
    if (name === "colour") this.counter.setGroups(makeGroups(this.strikes, value, this.opened));
    this.redraw();
    this.tell("modes", { ...this.modes });
  }

  getFrame() {
    return frameOf(this.map);
  }

  redraw() {
    if (!this.strikes || !this.placed || this.destroyed || !this.theme) return;
    const { modes, strikes } = this;
    const frame = this.getFrame();
    if (this.map._animatingZoom || !frame.width) return;
    this.redrawGround(frame);
    const marks = this.counter.step(frame, this.slider.getRange() ?? [0, -1], this);
    this.fan.follow(marks, frame);
    drawSky(this.surface.prepare(this.surface.sky, frame), frame, marks, { host: this, scale: this.surface.scale });
    this.marks = marks;
    this.surface.settle(frame);
    this.panel.totals.show(marks.totals);
    this.panel.showNotes(this.notes);
    const sources = listSources(modes.show === "areas" ? sourcesOf(strikes) : null, modes.told_by);
    this.panel.legend.show(this.groups, this.countGroups(), { modes, undated: marks.totals.undated, sources });
    this.tell("draw", marks.totals);
  }

  /** Draws the base map where the view has changed; a step of the slider leaves it alone. */
  redrawGround(frame) {
    const { zoom, left, top, width, height } = frame;
    const now = [zoom, left, top, width, height, this.theme.dark].join();
    if (now === this.drawnGround) return;
    drawBaseMap(this.surface.prepare(this.surface.ground, frame), this.baseMap, frame, this.theme);
    this.drawnGround = now;
    const bar = scaleBar(this.map.getCenter().lat, zoom, 90);
    this.panel.scale.textContent = bar.label;
    this.panel.scale.style.width = `${bar.pixels}px`;
  }

  handleHover(point) {
    this.fan.hover(point);
    this.container.classList.toggle("strike-pointing", findOpener(this, point) !== null);
  }

  handleClick(point) {
    if (this.box.active) return;
    const open = findOpener(this, point);
    if (this.fan.hit(point.x, point.y) === null) this.fan.close();
    if (open) open();
    else this.reader.clearChoice();
  }

  /** Opens the popup of a row of the payload; its promise settles when it stands. */
  openStrike(row) {
    return this.reader.openStrike(row, { told: false });
  }

  /**
   * Goes to a strike by id, near enough to tell it apart, and opens it; false if not here. What
   * was asked for from outside is no choice of the hand, and "select" is not told.
   */
  async focusStrike(id) {
    const row = (await this.reader.readTexts())?.ids.indexOf(id) ?? -1;
    if (row < 0) return false;
    const { day_start: start, day_end: end, status } = this.strikes.columns;
    const [from, to] = this.slider.getRange() ?? [0, 0];
    const dated = row < this.strikes.rows - this.strikes.groups.undated;
    if (dated && (start[row] > to || end[row] < from)) this.slider.setRange(null);
    if (this.strikes.statuses[status[row]] === "located") {
      this.map.setView(this.reader.pointOf(row), Math.max(this.map.getZoom(), NEAR_ZOOM), { animate: false });
    }
    await this.reader.openStrike(row, { told: false });
    return true;
  }

  getRange() {
    return this.slider.isWhole() ? null : this.slider.getRange().map(isoOf);
  }

  setRange(from, to) {
    this.slider.setRange(from ? [parseDay(from), parseDay(to)] : null);
  }

  getView() {
    return viewOf(this.map);
  }

  /** Counts as drawn, with range, view and modes. */
  getState() {
    return {
      ...describeMarks(this.marks), fan: this.fan.describe(), range: this.getRange(), view: this.getView(),
      modes: this.modes, filters: this.filtering?.filters,
    };
  }

  /** What the totals alone do not say: filters, and the source that areas are told by. */
  get notes() {
    return [this.filtering?.passing, this.marks.shaded?.said].filter(Boolean);
  }

  countGroups() {
    return countGroups(this.marks);
  }

  /** The map as seen, with title, legend, sources and credits, as a PNG blob. */
  async savePicture() {
    const { strikes } = this;
    const texts = await strikes.texts();
    return strikes === this.strikes ? toBlob(drawPicture(describePicture(this, texts))) : this.savePicture();
  }

  async downloadPicture() {
    const days = (this.getRange() ?? []).map((day) => `-${day}`).join("");
    download(await this.savePicture(), `strikes${days}.png`);
  }

  destroy() {
    if (this.destroyed) return;
    this.destroyed = true;
    this.reader.close();
    for (const clean of this.cleanups) clean();
    this.container.classList.remove("strike-map", "strike-dark", "strike-pointing");
    for (const set of Object.values(this.listeners)) set.clear();
    if (this.ownsMap) removeMap(this.map, this.L);
  }
}

/**
 * Mounts strikes on a container and promises the controller once the first picture is drawn.
 * options: those of the payload, and `map` (a Leaflet map already on the container),
 * `address` (true: the map may keep itself in the page's address), `filters` (true: a filter box of its own),
 * `baseMapBase64`, `period` ([iso, iso]), `view` ({ lon, lat, zoom }), `theme`, `modes`.
 */
async function mount(container, L, payloadBase64, options = {}) {
  const strikeMap = new StrikeMap(container, L, options);
  const asked = options.address ? takeAddress() : null;
  if (asked?.filters && strikeMap.filtering) strikeMap.filtering.filters = asked.filters;
  await strikeMap.update(payloadBase64, { ...options, ...asked?.options });
  if (asked) keepAddress(strikeMap, asked);
  return strikeMap;
}

module.exports = { mount };
