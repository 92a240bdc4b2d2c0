"use strict";
// The histogram behind the slider: bars drawn once, light and strong; a step copies slices of them.

const { number, say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { FONT } = require("../look/theme.js");
const { wordDay } = require("../terms/calendar.js");
const { STRIKES, sayingOf } = require("../terms/nouns.js");
const { chooseBars, edgesOf, emptyRun, fillBars, filledBars, labelDates } = require("./bins.js");

const TOP = 2; // CSS pixels free over the tallest bar
const FOOT = 20; // CSS pixels under the bars: half a thumb of the slider, then the dates
const LEAST_HEIGHT = 2; // CSS pixels of a bar that is not empty
const SEEN = { precise: 0.85, imprecise: 0.4 }; // opacity in the window
const UNSEEN = { precise: 0.5, imprecise: 0.25 }; // opacity beside it
const SUMMED = { count: "{bar}", killed_min: "{bar} (lower bounds)", killed_max: "{bar} (upper bounds)" };
const MOST = {
  day: "most: {bar} a day", week: "most: {bar} a week", month: "most: {bar} a month", quarter: "most: {bar} a quarter", year: "most: {bar} a year",
};
const NO_FIGURE = "no figure of people killed";
const CAUSES = ["strikes", "reach", "measure"]; // what the bars' contents depend on

class Histogram {
  constructor() {
    this.canvas = make("canvas", { name: "strike-histogram" });
    this.canvas.setAttribute("aria-hidden", "true");
    this.context = this.canvas.getContext("2d");
    Object.assign(this, { strikes: null, reach: null, theme: null, measure: "count", width: 0, height: 0 });
  }

  /** Takes any of { strikes, reach, measure, theme, width, height }, lengths in CSS pixels. */
  take(changes) {
    const news = Object.keys(changes).filter((name) => this[name] !== changes[name]);
    if (!news.length) return;
    Object.assign(this, changes);
    this.layers = null;
    if (news.some((name) => CAUSES.includes(name))) this.bars = null;
    if (news.includes("strikes") || news.includes("reach")) this.filled = null;
    if (this.width && (news.includes("width") || news.includes("height"))) this.resize();
  }

  resize() {
    this.scale = globalThis.devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [this.width, this.height].map((length) => Math.round(length * this.scale));
  }

  get ready() {
    return Boolean(this.strikes && this.reach && this.theme && this.width);
  }

  /** Where a day begins, in CSS pixels from the left end. */
  xOf(day) {
    return ((day - this.reach[0]) / (this.reach[1] + 1 - this.reach[0])) * this.width;
  }

  /** The day at some CSS pixels from the left end, within the reach. */
  dayAt(x) {
    const [first, last] = this.reach;
    return Math.max(first, Math.min(last, first + Math.floor((x / this.width) * (last + 1 - first))));
  }

  /** First and last day of the bar that holds a day. */
  barAt(day) {
    const bar = this.edges.findLastIndex((edge) => edge <= day);
    return [this.edges[bar], this.edges[bar + 1] - 1];
  }

  /** Whether the bar of a day holds a strike, whatever is summed. */
  isFilled(day) {
    this.fill();
    this.filled ??= filledBars(this.strikes, this.edges);
    return this.filled[this.edges.findLastIndex((edge) => edge <= day)] > 0;
  }

  fill() {
    const slice = chooseBars(this.reach, this.width);
    if (this.bars && this.slice === slice) return;
    this.slice = slice;
    this.edges = edgesOf(this.reach, slice);
    this.filled = null;
    this.bars = fillBars(this.strikes, this.edges, this.measure);
  }

  /** The days of the bars without a strike that a window lies within, [first, last]; null where it holds one. */
  emptyAround([from, to]) {
    if (!this.ready) return null;
    this.fill();
    const { edges, reach, strikes } = this;
    this.filled ??= filledBars(strikes, edges);
    return emptyRun(this.filled, edges, [Math.max(from, reach[0]), Math.min(to, reach[1])]);
  }

  draw() {
    this.fill();
    const { theme } = this;
    this.layers = [this.drawLayer(theme.quiet, UNSEEN), this.drawLayer(theme.accent, SEEN)];
    this.painted = null;
  }

  drawLayer(colour, opacity) {
    const { bars, edges, height, scale, theme } = this;
    const layer = make("canvas");
    [layer.width, layer.height] = [this.canvas.width, this.canvas.height];
    const context = layer.getContext("2d");
    context.scale(scale, scale);
    const foot = height - FOOT;
    const tallest = bars.tallest < 0 ? 1 : bars.precise[bars.tallest] + bars.imprecise[bars.tallest];
    context.fillStyle = colour;
    for (let bar = 0; bar + 1 < edges.length; bar++) {
      const value = bars.precise[bar] + bars.imprecise[bar];
      if (!value) continue;
      const tall = Math.max(LEAST_HEIGHT, (value / tallest) * (foot - TOP));
      const precise = tall * (bars.precise[bar] / value);
      const left = Math.round(this.xOf(edges[bar]) * scale) / scale;
      const wide = Math.max(1, Math.round(this.xOf(edges[bar + 1]) * scale) / scale - left - 1);
      context.globalAlpha = opacity.imprecise;
      context.fillRect(left, foot - tall, wide, tall - precise);
      context.globalAlpha = opacity.precise;
      context.fillRect(left, foot - precise, wide, precise);
    }
    context.globalAlpha = 1;
    this.drawDates(context, theme);
    return layer;
  }

  drawDates(context, theme) {
    context.font = `10px ${FONT}`;
    context.textBaseline = "alphabetic";
    context.fillStyle = theme.quiet;
    const labels = labelDates(this.reach, this.width).map(({ day, text }) => [text, this.xOf(day), this.xOf(day) + context.measureText(text).width]);
    labels.forEach(([text, left, right], i) => {
      const next = labels[i + 1]?.[1] ?? this.width; // names of months are long in some languages
      if (right <= next) context.fillText(text, left, this.height - 3);
    });
  }

  /** Shows the window of days: two slices of what is drawn already. */
  paint([from, to]) {
    if (!this.ready) return;
    if (!this.layers) this.draw();
    const { canvas: { width, height }, context, layers, scale } = this;
    const [left, right] = [from, to + 1].map((day) =>
      Math.max(0, Math.min(width, Math.round(this.xOf(day) * scale))));
    const painted = [left, right].join();
    if (this.painted === painted) return;
    this.painted = painted;
    context.clearRect(0, 0, width, height);
    context.drawImage(layers[0], 0, 0);
    if (right <= left) return;
    context.clearRect(left, 0, right - left, height);
    context.drawImage(layers[1], left, 0, right - left, height, left, 0, right - left, height);
  }

  /** What is counted and how high the tallest bar is, in words. */
  get caption() {
    if (!this.ready) return "";
    this.fill();
    const { bars, measure, slice } = this;
    if (bars.tallest < 0) return measure === "count" ? sayingOf(this.strikes)("no dated strikes") : say(NO_FIGURE);
    const most = say(SUMMED[measure], { bar: say(MOST[slice], { bar: this.wordBar(bars.tallest) }) });
    return bars.imprecise.some(Boolean) ? `${most} · ${say("paler: day not known")}` : most;
  }

  /** What a bar holds, and of which days, in words. */
  describeBar(day) {
    const [first, last] = this.barAt(day);
    const bar = this.edges.indexOf(first);
    const days = first === last ? wordDay(first) : say("{first} to {last}", { first: wordDay(first, true), last: wordDay(last, true) });
    if (this.measure !== "count" && !this.bars.reported[bar]) return `${days}: ${say(NO_FIGURE)}`;
    const imprecise = this.measure === "count" ? this.bars.imprecise[bar] : 0;
    const held = say(SUMMED[this.measure], { bar: this.wordBar(bar) });
    return `${days}: ${imprecise ? say("{bar}, day not known of {count}", { bar: held, count: imprecise }) : held}`;
  }

  wordBar(bar) {
    const { precise, imprecise, open } = this.bars;
    const value = precise[bar] + imprecise[bar];
    if (this.measure === "count") return sayingOf(this.strikes)(STRIKES, { count: value });
    return say("{toll} killed", { toll: open[bar] && this.measure === "killed_max" ? say("{low}+", { low: value }) : number(value) });
  }
}

module.exports = { Histogram };
