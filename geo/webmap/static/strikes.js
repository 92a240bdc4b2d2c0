"use strict";
// The map layer: mount() puts strikes and slider on a Leaflet map and returns its controller.

const { CountsTab } = require("./bars/counts_tab.js");
const { Comparing } = require("./compare/compare.js");
const { Drawing, describeMarks } = require("./controller/drawing.js");
const { Loading, learnWords } = require("./controller/loading.js");
const { countGroups } = require("./counting/counter.js");
const { Layers } = require("./layers/layers.js");
const { ListInView } = require("./details/in_view.js");
const { Reader } = require("./details/reader.js");
const { Visits } = require("./details/visits.js");
const { Filtering } = require("./filter/filtering.js");
const { keepAddress, takeAddress } = require("./host/address.js");
const { BoxChooser } = require("./lists/box.js");
const { makeGroups } = require("./look/colour_groups.js");
const { recall } = require("./look/remembered.js");
const { afterRest } = require("./look/rest.js");
const { chooseTheme } = require("./look/theme.js");
const { bindEvents, frameOf, removeMap, takeSize, viewOf } = require("./map/leaflet_map.js");
const { Surface } = require("./map/surface.js");
const { Tiles } = require("./map/tiles.js");
const { LabelPositions } = require("./marks/label_positions.js");
const { findOpener } = require("./marks/mark_layer.js");
const { Spiderfier } = require("./marks/spiderfier.js");
const { modeOf, needsSources, settleModes } = require("./modes/modes.js");
const { USUAL } = require("./modes/ways.js");
const { addLiveRegion, addShortcut, announceDrawing } = require("./panel/access.js");
const { Fit } = require("./panel/fit.js");
const { makeFrame } = require("./panel/frame.js");
const { Hint } = require("./panel/hint.js");
const { addControls, guardWheel } = require("./panel/moving.js");
const { makePanel } = require("./panel/panel.js");
const { creditLines, describePicture } = require("./picture/caption.js");
const { download, drawPicture, toBlob } = require("./picture/picture.js");
const { Search } = require("./search/search.js");
const { isoOf, parseDay } = require("./terms/calendar.js");
const { sayingOf } = require("./terms/nouns.js");
const { measureOf } = require("./terms/sizes.js");
const { makeSlider } = require("./time/slider.js");

const MAX_ZOOM = 18;
const ROOMY = 640; // CSS pixels of height, from which the time panel begins with its histogram

class StrikeMap {
  constructor(container, L, options) {
    this.L = L;
    this.options = options;
    this.modes = { ...USUAL, ...options.modes };
    const events = ["range", "select", "view", "modes", "filters", "draw", "read", "open", "counts", "choose", "step", "correct"];
    this.listeners = Object.fromEntries(events.map((name) => [name, new Set()]));
    this.selected = null;
    this.addressParts = {}; // further parts of the page's address: see host/address.js
    this.labelPositions = new LabelPositions();
    this.frame = makeFrame(container, { mounted: Boolean(options.map), height: options.height });
    this.container = this.frame.ground; // Leaflet's: what is in pixels is counted from its corner
    this.map = options.map ?? L.map(this.container, { attributionControl: false, zoomSnap: 0.5 });
    this.ownsMap = !options.map;
    this.loading = new Loading(this);
    this.drawing = new Drawing(this);
    this.map.setMaxZoom(MAX_ZOOM);
    this.surface = new Surface(this.map, L);
    this.tiles = new Tiles(this.map, L, () => this.redraw());
    this.layers = new Layers(this);
    this.reader = new Reader(this);
    this.inView = new ListInView(this);
    this.slider = makeSlider(() => {
      this.redraw();
      this.emit("range", this.getRange());
    });
    this.slider.fold(!recall("time", this.frame.element.clientHeight >= ROOMY && !this.frame.isNarrow()));
    this.panel = makePanel(this.frame, {
      L, slider: this.slider,
      acts: {
        list: () => this.inView.open(),
        openListOf: (name) => this.reader.openListOf(name),
        closeList: () => (this.spiderfier.close(), this.reader.clearChoice()),
        opened: () => this.reader.takeRoom(), closed: () => this.visits.closed(),
        choose: () => this.box.toggle(),
        savePicture: () => this.downloadPicture(),
        setMode: (name, value) => this.setMode(name, value),
        resized: () => takeSize(this.map),
      },
    });
    this.visits = new Visits(this);
    this.panel.drawer.register({ name: "list", label: "List", show: () => this.inView.open() });
    this.box = new BoxChooser(this.map, {
      done: (box) => this.reader.chooseBox(box),
      changed: (active) => this.panel.markChoosing(active),
    });
    this.cleanups = [() => this.box.stop(), () => this.tiles.hide(), () => this.surface.destroy(), () => this.panel.destroy()];
    [this.counts, this.comparing] = [new CountsTab(this), new Comparing(this)];
    this.spiderfier = new Spiderfier(this);
    [this.hint, this.fit] = [new Hint(this), new Fit(this)];
    const search = new Search(this);
    this.panel.cover(search.element);
    this.cleanups.push(() => search.stop());
    if (options.filters) {
      this.filtering = new Filtering(this);
      this.cleanups.push(() => this.filtering.destroy());
    }
    this.cleanups.push(bindEvents(this), addControls(this), guardWheel(this));
    const shortcut = addShortcut(this.frame.element, () => this.inView.open(), { isPart: options.guest });
    const liveRegion = addLiveRegion(this);
    this.cleanups.push(() => [shortcut, liveRegion].forEach((element) => element.remove()));
    afterRest(this, () => {
      [this.visits, this.fit].forEach((part) => part.follow());
      announceDrawing(this, { liveRegion, shortcut });
    });
  }

  on(name, listener) {
    this.listeners[name].add(listener);
    return () => this.listeners[name].delete(listener);
  }

  emit(name, value) {
    for (const listener of this.listeners[name]) listener(value);
  }

  /**
   * Shows other strikes, in place: view and range stay. Without a payload those of the last one;
   * `options.rows`, the text of geo/webmap/payload/encode.py's mark_rows, chooses among them.
   */
  update(payloadBase64, options = {}) {
    return this.loading.update(payloadBase64, options);
  }

  showStrikes(strikes) {
    return this.loading.showStrikes(strikes);
  }

  showCredit() {
    const lines = [...(this.options.notes ?? []), ...creditLines(this.baseMap), this.tiles.credit];
    this.panel.credit.textContent = lines.filter(Boolean).join(" ");
  }

  /** Online tiles, or the map that the page carries, plain or with its ground; where no tile comes that stays. */
  async setBaseLayer(wanted) {
    const before = this.modes.base_layer;
    this.modes = { ...this.modes, base_layer: wanted };
    this.redraw();
    if (wanted === "own" && this.baseMap.tiles) this.tiles.showOwn(this.baseMap.tiles, (frame, language) => this.drawing.nameCountries(frame, language));
    else if (wanted !== "online") this.tiles.hide();
    else if (!(await this.tiles.show())) {
      if (this.modes.base_layer !== wanted) return; // another was chosen while this one was asked for
      this.modes = { ...this.modes, base_layer: before };
    }
    if (this.destroyed) return;
    this.loading.showGround();
    this.showCredit();
    this.redraw();
  }

  get groups() {
    return this.counter.groups;
  }
  /** The mode of the ways to show, one of modes/. */
  get mode() {
    return modeOf(this.modes);
  }

  get rows() {
    return this.marks.rows;
  }

  /** Says phrases of ours as the data call rows and the country its areas: see terms/nouns.js. */
  get say() {
    return sayingOf(this.strikes, this.baseMap);
  }

  refreshTheme() {
    this.theme = chooseTheme(this.options.theme, this.container);
    this.frame.element.classList.toggle("strike-dark", this.theme.dark);
    for (const part of [this.slider, this.tiles]) part.setTheme(this.theme);
    this.redraw();
  }

  /** Shows those of the host's strikes that pass: see filter/filters.js. For maps mounted with `filters`. */
  setFilters(filters) {
    return this.filtering.set(filters);
  }

  /** Changes a way to show, by the names and values of modes/ways.js. */
  async setMode(name, value) {
    if (name === "base_layer") return void this.setBaseLayer(value);
    if (needsSources({ ...this.modes, [name]: value })) await this.loading.openSources();
    if (this.destroyed) return;
    this.spiderfier.close();
    this.modes = settleModes({ ...this.modes, [name]: value }, this.strikes);
    this.loading.offerSources();
    if (name === "size") this.slider.setMeasure(measureOf(this.modes));
    if (name === "colour") this.counter.setGroups(makeGroups(this.strikes, value, this.opened));
    this.redraw();
    this.emit("modes", { ...this.modes });
  }

  getFrame() {
    return frameOf(this.map);
  }

  redraw() {
    this.drawing.redraw();
  }

  handleHover(point) {
    this.spiderfier.hover(point);
    const opener = findOpener(this, point);
    const named = opener ? "" : this.layers.nameAt(point);
    this.frame.element.classList.toggle("strike-pointing", Boolean(opener || named));
    this.hint.follow(point, opener !== null, named);
  }

  handleClick(point) {
    if (this.box.active) return;
    this.hint.hide(); // the drawer may move the map under it
    const open = findOpener(this, point) ?? this.layers.openerAt(point);
    if (this.spiderfier.hit(point.x, point.y) === null) this.spiderfier.close();
    if (open) open();
    else this.reader.clearChoice();
  }

  /** Opens a row of the payload in the drawer; its promise settles when it stands there. */
  openStrike(row) {
    return this.reader.openStrike(row, { announced: false });
  }

  /** Goes to a strike by id and opens it; false if not here: no choice of the hand, "select" is not emitted. */
  focusStrike(id) {
    return this.reader.goTo(id);
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
      ...describeMarks(this.marks), spiderfied: this.spiderfier.describe(), range: this.getRange(), view: this.getView(),
      modes: this.modes, filters: this.filtering?.filters,
    };
  }

  /** What the totals alone do not say: filters, and the one source that is counted. */
  get notes() {
    return [this.filtering?.passing, this.marks.note, this.comparing.failed].filter(Boolean);
  }

  countGroups() {
    return countGroups(this.marks);
  }

  /** The map as seen, with title, legend, sources and credits, as a PNG blob. */
  async savePicture() {
    const { strikes } = this;
    const texts = await strikes.texts();
    return strikes === this.strikes ? toBlob(drawPicture(await this.comparing.picture(describePicture(this, texts)))) : this.savePicture();
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
    for (const set of Object.values(this.listeners)) set.clear();
    if (this.ownsMap) removeMap(this.map, this.L);
    this.frame.restore();
  }
}

/**
 * Mounts strikes on a container and promises the controller once the first picture is drawn.
 * options: those of the payload, and `map` (a Leaflet map already on the container) with the `height` that its page gave it,
 * `address` (true: the map may keep itself in the page's address, "query": in its query, beside the page's own parts), `filters` (true: a filter box of its own),
 * `baseMapBase64`, `period` ([iso, iso]), `view` ({ lon, lat, zoom }), `theme`, `modes`, `words` of a language.
 */
async function mount(container, L, payloadBase64, options = {}) {
  const strikeMap = new StrikeMap(container, L, await learnWords(payloadBase64, options));
  const asked = options.address ? takeAddress(options.address) : null;
  if (asked?.filters && strikeMap.filtering) strikeMap.filtering.filters = asked.filters;
  await strikeMap.update(payloadBase64, { ...options, ...asked?.options });
  if (asked) strikeMap.steps = keepAddress(strikeMap, asked);
  return strikeMap;
}

module.exports = { mount };
