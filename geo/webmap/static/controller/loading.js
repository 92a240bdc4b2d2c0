"use strict";
// Strikes into a map that stands: a payload is opened, its rows are chosen and shown in place.

const { Counter } = require("../counting/counter.js");
const { chooseRows } = require("../data/chosen.js");
const { boxOfStrikes, joinBoxes } = require("../data/extent.js");
const { openOptions, openPayload } = require("../data/payload.js");
const { wholePeriod } = require("../data/period.js");
const { unjudgedOf } = require("../data/unjudged.js");
const { STAGES } = require("./drawing.js");
const { openSources, sourcesOf } = require("../data/sources.js");
const { speak } = require("../language/language.js");
const { makeGroups } = require("../look/colour_groups.js");
const { boxOf, prepareBaseMap } = require("../map/base_map.js");
const { openGround } = require("../map/ground.js");
const { endZoom, showBox, takeSize } = require("../map/leaflet_map.js");
const { needsSources, settleModes } = require("../modes/modes.js");
const { parseDay } = require("../terms/calendar.js");
const { measureOf } = require("../terms/sizes.js");

const NOWHERE = { left: 0.35, right: 0.75, top: 0.25, bottom: 0.55 }; // unit web mercator
const CLOSEST = 11; // zoom at which a single strike is shown
const GROUND_WAITS_MS = 30; // so that strikes are painted first

class Loading {
  /** `host` is the map's controller; what is loaded stands on it. */
  constructor(host) {
    Object.assign(this, { host, coming: null, baseMapText: null, boxed: null, box: null });
  }

  /** See StrikeMap.update. */
  async update(payloadBase64, options) {
    const { host } = this;
    const opened = payloadBase64 ? await openPayload(payloadBase64) : host.opened;
    const joined = { ...host.options, ...(payloadBase64 && opened.options), ...options };
    const baseMap = opened.baseMap ?? (await this.openBaseMap(joined.baseMapBase64));
    opened.held = new Set(joined.held); // columns that a release holds back; rows that are taken of them say it too
    const strikes = await chooseRows(opened, joined.rows);
    const unjudged = await unjudgedOf(opened, joined);
    if (host.destroyed) return;
    host.unjudged = unjudged;
    host.options = joined;
    if (baseMap) host.baseMap = prepareBaseMap(baseMap);
    host.baseMap ??= prepareBaseMap(null);
    host.opened = { ...opened, baseMap: null };
    if (!host.placed) host.modes = { ...host.modes, ...opened.options?.modes, ...options.modes };
    if (opened.columns) host.modes = settleModes(host.modes, opened);
    const shown = host.filtering ? await host.filtering.take(strikes) : strikes;
    if (shown) await this.showStrikes(shown);
    if (host.destroyed) return;
    host.showCredit();
    host.panel.title.textContent = joined.title ?? "";
    host.panel.title.hidden = !joined.title;
    host.panel.call(host.say);
    host.drawing.forget();
    const first = !host.placed;
    if (first) host.drawing.stage = STAGES.words;
    if (first) this.placeFirst();
    host.refreshTheme();
    host.filtering?.offer();
    host.panel.legend.offerOwnTiles(Boolean(host.baseMap.tiles));
    if (first && host.baseMap.tiles) host.setBaseLayer("own");
    setTimeout(() => this.showGround(), GROUND_WAITS_MS);
    if (first) this.drawFirst();
  }

  /** Draws the first view once, on the size that the map has beside what is said by now. */
  drawFirst() {
    const { drawing } = this.host;
    drawing.stage = STAGES.none;
    this.settleView();
    drawing.stage = STAGES.whole;
    drawing.redraw();
  }

  async showStrikes(strikes) {
    const { host } = this;
    this.coming = strikes;
    if (needsSources(host.modes)) await openSources(strikes, host.opened);
    if (host.destroyed || strikes !== this.coming) return; // others are to be shown by now
    host.strikes = strikes;
    host.counter = new Counter(strikes, makeGroups(strikes, host.modes.colour, host.opened));
    host.selected = null;
    host.reader.close(); // its rows are those of the strikes before
    host.visits.renew();
    host.slider.setMeasure(measureOf(host.modes));
    // Over the whole payload: a period that a filter fills would count as the whole and grow with it.
    host.slider.setData(strikes, wholePeriod(host.opened));
    this.offerSources();
  }

  /** Opens the sources of all strikes that are drawn: of side A too, where the map compares. */
  async openSources() {
    const { strikes, comparing, opened } = this.host;
    for (const some of [strikes, comparing.strikes]) if (some && !sourcesOf(some)) await openSources(some, opened);
  }

  /** The sources of which one can be counted alone; opened when a mode that can is first shown. */
  async offerSources() {
    const { host } = this;
    const { strikes } = host;
    if (!host.mode.bySource || sourcesOf(strikes)) return;
    await openSources(strikes, host.opened);
    if (strikes === host.strikes) host.redraw();
  }

  /** The base map of a payload of its own, or null where it is the one already drawn. */
  async openBaseMap(base64) {
    if (!base64 || this.baseMapText === base64) return null;
    this.baseMapText = base64;
    return (await openPayload(base64)).baseMap;
  }

  /** Rivers, lakes and relief under the map where they are wanted and there are some, opened once. */
  async showGround() {
    const { host } = this;
    const { baseMap } = host;
    const wanted = () => host.modes.base_layer === "ground";
    if (wanted() && baseMap.unopened) baseMap.opening ??= openGround(baseMap.unopened);
    const ground = await baseMap.opening;
    const shown = (wanted() && ground) || null;
    if (host.destroyed || baseMap !== host.baseMap || baseMap.ground === shown) return;
    Object.assign(baseMap, { ground: shown, laid: null });
    host.drawing.forget();
    host.showCredit();
    host.redraw();
  }

  /** First view and range; later updates keep what the visitor chose. */
  placeFirst() {
    const { host } = this;
    const { period } = host.options;
    host.placed = true;
    if (period) host.slider.setRange(period.map(parseDay)); // null, an end not given, is the data's own
    this.settleView();
  }

  /** The first view on the map's size by now: with their words head and foot have their full height. */
  settleView() {
    const { map, options: { view } } = this.host;
    takeSize(map);
    map.setMinZoom(0);
    if (view) map.setView([view.lat, view.lon], view.zoom, { animate: false, reset: true });
    else this.showStrikesWhole();
    endZoom(map, this.wholeBox);
  }

  /** The land with all strikes that are shown. */
  showAll() {
    const { map, panel } = this.host;
    showBox(map, joinBoxes(this.wholeBox, this.strikesBox), panel.getCover());
  }

  /** The strikes that are shown, with room for what lies over the map; where none has a point, the land. */
  showStrikesWhole() {
    const { map, panel, reader } = this.host;
    if (!this.strikesBox) {
      this.showAll();
      return;
    }
    const [{ x: left, y: top }, { x: right, y: bottom }] = reader.getPadding();
    showBox(map, this.strikesBox, { left, top, right, bottom }, CLOSEST);
  }

  /** The box of the strikes that are shown; null where none of them has a point. */
  get strikesBox() {
    const { strikes } = this.host;
    if (this.boxed !== strikes) [this.boxed, this.box] = [strikes, strikes ? boxOfStrikes(strikes) : null];
    return this.box;
  }

  /** The land, or where most strikes lie outside it these. */
  get wholeBox() {
    const { baseMap, options } = this.host;
    return (options.frame ? boxOf(options.frame) : baseMap.home) ?? NOWHERE;
  }
}

/** Speaks the language of a page that is to be mounted, before any of our words stands in it; returns its options. */
async function learnWords(payloadBase64, options) {
  speak(options.words ?? (await openOptions(payloadBase64))?.words);
  return options;
}

module.exports = { Loading, learnWords };
