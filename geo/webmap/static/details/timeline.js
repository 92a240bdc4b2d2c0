"use strict";
// Some strikes over time, small: a bar a month, a quarter or a year, with dates under them and the window shaded.

const { takeRows } = require("../data/chosen.js");
const { wholePeriod } = require("../data/period.js");
const { number, say: plain } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { aroundMonths, wordMonth, wordSpan } = require("../terms/calendar.js");
const { edgesOf, fillBars, labelDates } = require("../time/bins.js");

const [WIDTH, BARS, FOOT, SIDE] = [320, 44, 16, 26]; // units of the drawing: bars' height, dates, room for the number
const SVG = "http://www.w3.org/2000/svg";
const [LEAST, WIDEST] = [4, 16]; // units of a bar's width
const UNITS = ["month", "quarter", "year"];
const STRIKES_BY = {
  month: "Strikes by month, {reach}; most in one: {most}", quarter: "Strikes by quarter, {reach}; most in one: {most}",
  year: "Strikes by year, {reach}; most in one: {most}",
};

function draw(name, attributes, text = null) {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  if (text !== null) element.textContent = text;
  return element;
}

/** The unit of bars over a reach of days that are wide enough: the finest of UNITS, else years. */
function chooseUnit(reach) {
  const fits = (unit) => edgesOf(reach, unit).length - 1 <= (WIDTH - SIDE) / LEAST;
  return UNITS.find(fits) ?? "year";
}

/** "Strikes by month, September 2015 – October 2020; most in one: 3". */
function wordTimeline([first, last], unit, most, say = plain) {
  const [begins, ends] = [wordMonth(first), wordMonth(last)];
  return say(STRIKES_BY[unit], { reach: begins === ends ? begins : wordSpan(begins, ends), most });
}

function drawBars(edges, { precise, imprecise }, { most, at }) {
  const heightOf = (value) => (value / most) * (BARS - 2);
  return Array.from(precise, (sharp, bar) => {
    const width = Math.min(WIDEST, Math.max(1, at(edges[bar + 1]) - at(edges[bar]) - 1));
    const x = (at(edges[bar]) + at(edges[bar + 1]) - width) / 2;
    const [solid, pale] = [heightOf(sharp), heightOf(imprecise[bar])];
    const parts = [];
    if (solid) parts.push(draw("rect", { x, width, y: BARS - solid, height: solid, class: "strike-timeline-bar" }));
    if (pale) parts.push(draw("rect", { x, width, y: BARS - solid - pale, height: pale, class: "strike-timeline-bar strike-timeline-pale" }));
    return parts;
  }).flat();
}

/**
 * The dated ones of some rows, rising, as a figure; null where all are undated. `range` are the days of the
 * window, null for all. A strike of several days or of an unknown day counts in every bar that it may belong to.
 */
function makeTimeline(strikes, rows, { range, say }) {
  const own = takeRows(strikes, Uint32Array.from(rows));
  const days = wholePeriod(own);
  if (!days) return null;
  const reach = aroundMonths(...days);
  const unit = chooseUnit(reach);
  const edges = edgesOf(reach, unit);
  const bars = fillBars(own, edges, "count");
  const most = bars.precise[bars.tallest] + bars.imprecise[bars.tallest];
  const at = (day) => SIDE + ((day - reach[0]) / (reach[1] + 1 - reach[0])) * (WIDTH - SIDE);
  const drawing = draw("svg", { viewBox: `0 0 ${WIDTH} ${BARS + FOOT}`, role: "img", class: "strike-timeline-drawing" });
  const words = wordTimeline(reach, unit, most, say);
  drawing.setAttribute("aria-label", words);
  if (range) {
    const [from, to] = [at(Math.max(range[0], reach[0])), at(Math.min(range[1], reach[1]) + 1)];
    if (to > from) drawing.append(draw("rect", { x: from, width: to - from, y: 0, height: BARS, class: "strike-timeline-window" }));
  }
  drawing.append(...drawBars(edges, bars, { most, at }), draw("line", { x1: SIDE, x2: WIDTH, y1: BARS, y2: BARS, class: "strike-timeline-axis" }));
  drawing.append(draw("text", { x: SIDE - 4, y: 9, class: "strike-timeline-most" }, number(most)));
  drawing.append(draw("text", { x: SIDE - 4, y: BARS, class: "strike-timeline-most" }, "0"));
  const labels = labelDates(reach, WIDTH - SIDE);
  const sized = labels.filter(({ day }, i) => i === 0 || at(day) < WIDTH - 24);
  drawing.append(...sized.map(({ day, text }) => draw("text", { x: at(day), y: BARS + 12 }, text)));
  return make("figure", { name: "strike-timeline", children: [drawing, make("figcaption", { text: words })] });
}

module.exports = { chooseUnit, makeTimeline, wordTimeline };
