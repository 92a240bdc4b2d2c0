"use strict";
// The person's own layers on a map: drawn under the strikes as the window has them, switched on and off,
// told by a click in plain text.

const { number, say } = require("../language/language.js");
const { isoOf, wordDay, wordSpan } = require("../terms/calendar.js");
const { make } = require("../look/elements.js");
const { drawLayers, drawSample } = require("./draw_layers.js");
const { ALWAYS, countThere, featureAt, holdTogether, prepareLayer } = require("./layer.js");

const SAMPLE = { width: 22, height: 14 }; // CSS pixels
const WHOLE = [-ALWAYS, ALWAYS];

/** From when to when a feature is there, in words; "" where nothing is said. */
function wordDays(first, last) {
  const [begins, ends] = [first > -ALWAYS, last < ALWAYS];
  if (begins && ends) return first === last ? wordDay(first) : wordSpan(wordDay(first), wordDay(last));
  if (begins) return say("from {day}", { day: wordDay(first) });
  return ends ? say("until {day}", { day: wordDay(last) }) : "";
}

/** What a feature says, as an element: its layer, name, days and texts. */
function featureContent(layer, feature) {
  const days = wordDays(layer.first[feature], layer.last[feature]);
  const name = layer.names[feature];
  const texts = layer.texts[feature].filter(([, text]) => text !== name);
  return make("article", {
    name: "strike-feature",
    children: [
      make("p", { name: "strike-layer-name", text: layer.name }),
      ...(name ? [make("h3", { text: name })] : []),
      ...(days ? [make("p", { text: say("There: {days}", { days }) })] : []),
      ...(texts.length ? [make("dl", { children: texts.flatMap(([key, text]) => [make("dt", { text: key }), make("dd", { text })]) })] : []),
      ...(layer.credit ? [make("p", { name: "strike-layer-credit", text: say("Layer: {credit}", { credit: layer.credit }) })] : []),
    ],
  });
}

class Layers {
  /** `host` is the map's controller; `hidden` are the numbers of the layers that are switched off. */
  constructor(host) {
    Object.assign(this, { host, layers: [], hidden: new Set(), taken: null, canvas: null, drawn: null, told: null });
  }

  /** The layers of the base map that is shown, prepared once. */
  take() {
    const { packedLayers } = this.host.baseMap;
    if (packedLayers === this.taken) return;
    this.taken = packedLayers;
    this.layers = (packedLayers ?? []).map(prepareLayer);
    this.hidden.clear();
    [this.drawn, this.told] = [null, null];
  }

  /** The days that the map shows; all of them where nothing is dated. */
  get range() {
    return this.host.slider.getRange() ?? WHOLE;
  }

  /** Draws the layers where view, window or switches have changed; a canvas stands from the first one on. */
  draw(frame) {
    this.take();
    if (!this.layers.length && !this.canvas) return;
    const { surface, theme } = this.host;
    const { zoom, left, top, width, height } = frame;
    const now = [zoom, left, top, width, height, theme.dark, ...this.there(), ...this.hidden].join();
    if (now !== this.drawn) {
      this.canvas ??= surface.addUnderMarks();
      drawLayers(surface.prepare(this.canvas, frame), this.layers, this.drawing(frame));
      this.drawn = now;
    }
    this.showLegend();
  }

  drawing(frame) {
    return { frame, theme: this.host.theme, range: this.range, hidden: this.hidden };
  }

  /** What tells two windows apart: the first and last day, where features have days. */
  there() {
    const dated = this.layers.some(({ first, last }) => first.some((day) => day > -ALWAYS) || last.some((day) => day < ALWAYS));
    return dated ? this.range : [];
  }

  /** Draws the layers into a picture, or another map, as they were in some days. */
  drawInto(context, frame, range = this.range) {
    drawLayers(context, this.layers, { ...this.drawing(frame), range });
  }

  /** Forgets what is drawn: it was stretched with a zoom. */
  forget() {
    this.drawn = null;
  }

  /** What the legend says of each layer that is there: { text, number, draw(context, at) }; switched off ones too where `all`. */
  entries({ all = false } = {}) {
    return this.layers.map((layer, at) => ({
      number: at, on: !this.hidden.has(at), text: this.word(layer),
      draw: (context, place) => drawSample(context, place, layer, { number: at, theme: this.host.theme, ...SAMPLE }),
    })).filter(({ on }) => all || on);
  }

  /** A layer's name, how many of its features are there in the window where that is not all, and whether on no one day. */
  word(layer) {
    const [there, all] = [countThere(layer, this.range), layer.names.length];
    const rough = layer.metres ? say(", drawn to about {metres} m", { metres: layer.metres }) : "";
    const apart = holdTogether(layer, this.range) ? "" : say(", of different days: not all held at once");
    const counted = there === all ? number(all) : say("{some} of {all} at this time", { some: there, all });
    return `${layer.name} (${counted}${apart}${rough})`;
  }

  showLegend() {
    const entries = this.entries({ all: true });
    const now = JSON.stringify([entries.map(({ text, on }) => [text, on]), this.host.theme.dark]);
    if (now === this.told) return;
    this.told = now;
    this.host.panel.legend.showLayers(entries, (at, on) => {
      if (on) this.hidden.delete(at);
      else this.hidden.add(at);
      this.host.redraw();
    });
  }

  /** The feature at a point of the map, the highest layer first: { layer, feature }; null where none is. */
  at(point) {
    const [frame, { range }] = [this.host.getFrame(), this];
    for (let at = this.layers.length - 1; at >= 0; at--) {
      if (this.hidden.has(at)) continue;
      const feature = featureAt(this.layers[at], point, frame, range);
      if (feature !== null) return { layer: this.layers[at], feature };
    }
    return null;
  }

  /** What a click on a point opens where no strike is; null where there is nothing of a layer. */
  openerAt(point) {
    const found = this.at(point);
    return found && (() => this.host.panel.drawer.open(featureContent(found.layer, found.feature)));
  }

  /** The layer and the name of the feature under the pointer; "" for none. */
  nameAt(point) {
    const found = this.at(point);
    return found ? [found.layer.name, found.layer.names[found.feature]].filter(Boolean).join(": ") : "";
  }

  /** For tests: names, how many are there, and which are switched off. */
  describe() {
    return this.layers.map((layer, at) => ({
      name: layer.name, there: countThere(layer, this.range), of: layer.names.length, on: !this.hidden.has(at), days: this.range.map((day) => (Math.abs(day) === ALWAYS ? null : isoOf(day))),
    }));
  }
}

module.exports = { Layers, wordDays };
