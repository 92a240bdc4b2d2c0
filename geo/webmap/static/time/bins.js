"use strict";
// Bars over a period: slices of the calendar, what each holds, and the dates written under them.

const { peopleKilled } = require("../counting/tolls.js");
const { impreciseRows } = require("../data/imprecise_days.js");
const { isoOf, nameMonth, shift, startOf, wordMonth } = require("../terms/calendar.js");

const LEAST_WIDTH = 4; // CSS pixels of a bar
const BARS = [ // name, unit of the calendar, how many of it, days on average
  ["day", "day", 1, 1], ["week", "week", 1, 7], ["month", "month", 1, 30.44],
  ["quarter", "month", 3, 91.31], ["year", "year", 1, 365.24],
];
const LABELS = [ // unit, how many of it, days on average, CSS pixels that one label takes
  ["month", 1, 30.44, 58], ["month", 3, 91.31, 58], ["year", 1, 365.24, 34], ["year", 2, 730.5, 34],
  ["year", 5, 1826.2, 34], ["year", 10, 3652.4, 34], ["year", 20, 7304.8, 34], ["year", 50, 18262, 34],
];

const daysOf = ([first, last]) => last + 1 - first;

/** The finest slice of the calendar that gives bars wide enough on `width` CSS pixels: its name. */
function chooseBars(reach, width) {
  const wide = ([, , , days]) => (width * days) / daysOf(reach) >= LEAST_WIDTH;
  return (BARS.find(wide) ?? BARS.at(-1))[0];
}

/** First boundary of `many` units, counted from the start of its year, at or before a day. */
function floorTo(day, unit, many) {
  if (many === 1) return startOf(day, unit);
  const year = Number(isoOf(day).slice(0, 4));
  if (unit === "year") return shift(startOf(day, "year"), "year", -(year % many));
  let edge = startOf(day, "year");
  while (shift(edge, unit, many) <= day) edge = shift(edge, unit, many);
  return edge;
}

/** First days of the bars, and the day after the last; the outer bars end with the reach. */
function edgesOf(reach, name) {
  const [, unit, many] = BARS.find(([known]) => known === name);
  const edges = [reach[0]];
  let next = shift(floorTo(reach[0], unit, many), unit, many);
  for (; next <= reach[1]; next = shift(next, unit, many)) edges.push(next);
  edges.push(reach[1] + 1);
  return Int32Array.from(edges);
}

/** The bar that holds each day of the reach. */
function barOfDays(edges) {
  const bars = new Uint32Array(edges.at(-1) - edges[0]);
  for (let bar = 0; bar + 1 < edges.length; bar++) bars.fill(bar, edges[bar] - edges[0], edges[bar + 1] - edges[0]);
  return bars;
}

/** A strike counts in every bar that it overlaps: one up where it begins, one down after its end. */
function countStrikes(strikes, edges, { precise, imprecise }) {
  const { groups, columns: { day_start: start, day_end: end } } = strikes;
  const isImprecise = impreciseRows(strikes);
  const bars = barOfDays(edges);
  const changes = [precise, imprecise].map(({ length }) => new Float64Array(length + 1));
  for (let row = 0; row < groups.one_day + groups.spans; row++) {
    const part = changes[isImprecise[row]];
    part[bars[start[row] - edges[0]]]++;
    part[bars[end[row] - edges[0]] + 1]--;
  }
  [precise, imprecise].forEach((counts, i) => {
    let held = 0;
    for (let bar = 0; bar < counts.length; bar++) counts[bar] = held += changes[i][bar];
  });
}

/**
 * A toll stands on the bar of its strike's first day only: on every bar of a span the same people
 * would be killed again and again.
 */
function sumKilled(strikes, edges, bound, { precise, imprecise, reported, open }) {
  const { groups, columns } = strikes;
  const { day_start: start, killed_min: low, killed_max: high } = columns;
  const [bars, isImprecise] = [barOfDays(edges), impreciseRows(strikes)];
  for (let row = 0; row < groups.one_day + groups.spans; row++) {
    const killed = peopleKilled(low[row], high[row], bound);
    if (killed < 0) continue; // not reported
    const bar = bars[start[row] - edges[0]];
    const part = isImprecise[row] ? imprecise : precise;
    part[bar] += killed;
    reported[bar]++;
    if (high[row] < 0) open[bar] = 1;
  }
}

/**
 * What the bars hold: { precise, imprecise, reported, open, tallest }, `imprecise` what comes from strikes whose day
 * is not known, `reported` how many strikes report the bound that is summed, `open` 1 where an upper bound is,
 * `tallest` the fullest bar that holds something or -1. measure: "count", "killed_min" or "killed_max".
 */
function fillBars(strikes, edges, measure) {
  const size = edges.length - 1;
  const [precise, imprecise] = [new Float64Array(size), new Float64Array(size)];
  const bars = { precise, imprecise, reported: new Uint32Array(size), open: new Uint8Array(size), tallest: -1 };
  if (measure === "count") {
    countStrikes(strikes, edges, bars);
  } else {
    sumKilled(strikes, edges, measure, bars);
  }
  let most = -1;
  for (let bar = 0; bar < size; bar++) {
    const value = precise[bar] + imprecise[bar];
    const reported = measure === "count" ? value : bars.reported[bar];
    if (reported && value > most) [most, bars.tallest] = [value, bar];
  }
  return bars;
}

/** 1 for each bar that a strike overlaps, whatever the bars sum. */
function filledBars(strikes, edges) {
  const { precise, imprecise } = fillBars(strikes, edges, "count");
  return Uint8Array.from(precise, (count, bar) => Number(count + imprecise[bar] > 0));
}

/** The days of the run of empty bars that holds a window of days, [first, last]; null where a bar of it is filled. */
function emptyRun(filled, edges, [from, to]) {
  const barOf = (day) => edges.findLastIndex((edge) => edge <= day);
  const reach = [barOf(from), Math.min(barOf(to), filled.length - 1)];
  if (filled.subarray(reach[0], reach[1] + 1).some(Boolean)) return null;
  let [first, last] = reach;
  while (first > 0 && !filled[first - 1]) first--;
  while (last + 1 < filled.length && !filled[last + 1]) last++;
  return [edges[first], edges[last + 1] - 1];
}

/** Dates to write under `width` CSS pixels, as close as there is room: [{ day, text }]. */
function labelDates(reach, width) {
  const room = width / daysOf(reach);
  const [unit, many, , pixels] = LABELS.find(([, , days, taken]) => room * days >= taken) ?? LABELS.at(-1);
  const days = [reach[0]];
  let next = shift(floorTo(reach[0], unit, many), unit, many);
  for (; next <= reach[1]; next = shift(next, unit, many)) days.push(next);
  // The date where the reach begins gives way to a boundary that comes too soon after it.
  if (days.length > 1 && (days[1] - days[0]) * room < pixels) days.shift();
  return days.map((day, i) => ({ day, text: wordLabel(day, unit, i === 0) }));
}

function wordLabel(day, unit, first) {
  const [year, month] = isoOf(day).split("-");
  if (unit === "year") return year;
  if (first) return wordMonth(day, true);
  return month === "01" ? year : nameMonth(day);
}

module.exports = { chooseBars, edgesOf, emptyRun, fillBars, filledBars, labelDates };
