"use strict";
// Small multiples in numbers: strikes by period of the calendar and area, from one pass over the rows.

const { areaKeys } = require("../counting/areas.js");
const { KILLED, Tallies } = require("../counting/tallies.js");
const { wordPeople } = require("../bars/bar_list.js");
const { number } = require("../language/language.js");
const { isoOf, nameMonth, wordDay, wordMonth, wordSpan } = require("../terms/calendar.js");
const { edgesOf } = require("../time/bins.js");

const UNITS = ["month", "quarter", "year"];
const MOST_MAPS = 24; // small maps or bars on a page
const MOST_BARS = 60; // periods in the bars of an area
const cached = new WeakMap(); // by strikes: { told_by, column, measure, tallies }

/** The finest unit that cuts some days into no more than `most` periods, else years. */
function chooseUnit(range, most) {
  return UNITS.find((unit) => edgesOf(range, unit).length - 1 <= most) ?? "year";
}

/** A period in words, as long as it is: "Oct 2015", "Jan – Mar 2016", "2016"; with its days where the window cuts it. */
function wordPeriod([from, to], unit, whole) {
  if (!whole) return wordSpan(wordDay(from, true), wordDay(to, true));
  if (unit === "year") return isoOf(from).slice(0, 4);
  return unit === "month" ? wordMonth(from, true) : wordSpan(nameMonth(from), wordMonth(to, true));
}

/** The periods of some days: [{ range, words }]; the outer ones end with the days. */
function periodsOf(range, unit) {
  const edges = edgesOf(range, unit);
  const around = edgesOf([range[0] - 400, range[1] + 800], unit); // what the outer ones would be, uncut
  const starts = new Set(around);
  return Array.from({ length: edges.length - 1 }, (_, i) => {
    const days = [edges[i], edges[i + 1] - 1];
    return { range: days, words: wordPeriod(days, unit, starts.has(days[0]) && starts.has(days[1] + 1)) };
  });
}

/** Sums by area, located and others apart, for any days: key `2 * area + located`, areas as areaKeys has them. */
function talliesOf(strikes, { told_by: source, column, measure }) {
  const before = cached.get(strikes);
  const keyed = areaKeys(strikes, source, column);
  if (before?.keyed === keyed && before.measure === measure) return before;
  const located = strikes.statuses.indexOf("located");
  const { status } = strikes.columns;
  const codes = new Uint32Array(strikes.rows); // not from() with a function, which takes ten times as long
  for (let row = 0; row < codes.length; row++) codes[row] = 2 * keyed.keys[row] + (status[row] === located ? 1 : 0);
  const made = { keyed, measure, tallies: new Tallies(strikes, { codes, size: 2 * keyed.size }, { measure }) };
  cached.set(strikes, made);
  return made;
}

/** What some keys hold: { rows, people }, people as bars/sums.js has them, null where strikes are counted. */
function sumKeys(sums, width, keys) {
  const at = (place) => keys.reduce((sum, key) => sum + sums[key * width + place], 0);
  if (width === 1) return { rows: at(0), people: null };
  const [rows, given] = [at(0), at(KILLED.reported)];
  if (!given) return { rows, people: { rows, given, least: null, most: null, reportedLeast: 0 } };
  const [least, most] = [at(KILLED.least), at(KILLED.most)];
  const reportedLeast = at(KILLED.reportedLeast);
  return { rows, people: { rows, given, least, most, reportedLeast, bounded: reportedLeast > 0, open: at(KILLED.open) > 0 } };
}

const weightOf = ({ rows, people }, size) => {
  if (!people) return rows || null;
  if (size === "killed_min") return people.reportedLeast ? people.least : null; // "up to 12" says no least
  return people.most;
};

/**
 * Strikes of some days by period and area: { periods, areas, cells, beyond }. A period is { range, words, total,
 * located, cells }, its cells by area; an area is { area, code }, `cells[i]` its { rows, people, weight, text } in
 * a period. `beyond` counts what is in no drawn area. A strike of several periods counts in each, as a window of the
 * slider on each would have it. given: { level, size, told_by, unit, range }, level of the modes of areas.
 */
function countGrid(strikes, baseMap, { level, size, told_by, unit, range }) {
  const measure = size.startsWith("killed") ? "killed" : "strikes";
  const { keyed, tallies } = talliesOf(strikes, { told_by, column: level.column, measure });
  const codes = new Map(strikes.dictionaries[level.column].map((code, i) => [code, i + 1]));
  const areas = level.areasOf(baseMap).map((area) => ({ area, code: codes.get(area.code) ?? null }));
  const [all, pair] = [Array.from({ length: 2 * (keyed.areas + 1) }, (_, key) => key), (code) => [2 * code, 2 * code + 1]];
  const located = all.filter((key) => key % 2);
  const read = (sums, keys) => {
    const cell = sumKeys(sums, tallies.width, keys);
    const text = cell.people ? wordPeople(cell.people) : number(cell.rows);
    return { ...cell, weight: weightOf(cell, size), text };
  };
  const count = (days) => {
    const sums = tallies.count(days);
    const cells = areas.map(({ code }) => read(sums, code === null ? [] : pair(code)));
    const total = read(sums, all);
    return { cells, total, located: read(sums, located).rows, beyond: total.rows - cells.reduce((sum, { rows }) => sum + rows, 0) };
  };
  const periods = periodsOf(range, unit).map((period) => ({ ...period, ...count(period.range) }));
  return { periods, areas, whole: count(range) };
}

/** The most that a cell of the grid holds. */
function mostOf({ periods }) {
  return periods.reduce((top, { cells }) => cells.reduce((most, { weight }) => Math.max(most, weight ?? 0), top), 0);
}

module.exports = { MOST_BARS, MOST_MAPS, chooseUnit, countGrid, mostOf, periodsOf };
