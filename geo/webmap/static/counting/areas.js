"use strict";
// A window's rows by governorate or district: strikes, people killed and distinct sources, of all sources or of one.

const { makeTolls, sumTolls, wordRange } = require("./tolls.js");
const { followRows } = require("../data/period.js");
const { reportedBy, sourcesOf } = require("../data/sources.js");
const { number, say } = require("../language/language.js");

const keysKept = new WeakMap(); // strikes: { source, column, keys } of the last choice
const sumsKept = new WeakMap(); // areaKeys' result: what the last window held
const countsKept = new WeakMap(); // areaKeys' result: how many sources reported the last window

/**
 * Where each row counts on a map of areas: { keys, areas, size, chosen }. A key below `areas` is a
 * code of `column`, adm1_code or adm2_code (0: none); `areas` stands for what is not located and `areas + 1` for what the
 * chosen source does not report. `chosen` is that source, "" for all.
 */
function areaKeys(strikes, source, column = "adm1_code") {
  const sources = sourcesOf(strikes);
  const kept = keysKept.get(strikes);
  if (kept?.source === source && kept.sources === sources && kept.column === column) return kept.found;
  const { [column]: areaOf, status } = strikes.columns;
  const unlocated = strikes.statuses.indexOf("unlocated");
  const areas = strikes.dictionaries[column].length + 1;
  const reports = reportedBy(sources, source);
  const keys = Uint32Array.from({ length: strikes.rows }, (_, row) => {
    if (reports && !reports(row)) return areas + 1;
    return status[row] === unlocated ? areas : areaOf[row];
  });
  const found = { keys, areas, size: areas + 2, chosen: reports ? source : "" };
  keysKept.set(strikes, { source, sources, column, found });
  return found;
}

/** Distinct sources that report a window's rows, by key; null before the sources are open. */
function countSources(strikes, keyed, rows) {
  const sources = sourcesOf(strikes);
  if (!sources) return null;
  const { names, offsets, codes } = sources;
  if (!countsKept.has(keyed)) {
    countsKept.set(keyed, { rows: null, reports: new Uint32Array(keyed.size * names.length), sourceCounts: new Uint32Array(keyed.size) });
  }
  const kept = countsKept.get(keyed);
  const { reports, sourceCounts } = kept;
  followRows(kept.rows, rows, {
    clear: () => [reports, sourceCounts].forEach((values) => values.fill(0)),
    tally(row, sign) {
      const key = keyed.keys[row];
      for (let at = offsets[row]; at < offsets[row + 1]; at++) {
        const place = key * names.length + codes[at];
        if (sign > 0 && reports[place] === 0) sourceCounts[key]++;
        reports[place] += sign;
        if (sign < 0 && reports[place] === 0) sourceCounts[key]--;
      }
    },
  });
  kept.rows = rows;
  return sourceCounts;
}

/** The sums of a governorate as marks/toll_range.js takes them; null where they are one number. */
function rangeOfSums(low, high, code) {
  const [least, most, open] = [low.people[code], high.people[code], high.open[code] > 0];
  return least === most && !open ? null : { least, most, open };
}

/** Rows of a window by key: { rows, counts, tolls }; from the window before only the difference is counted. */
function sumAreas(keyed, rows) {
  if (!sumsKept.has(keyed)) sumsKept.set(keyed, { rows: null, counts: new Uint32Array(keyed.size), tolls: new Map() });
  const sums = sumsKept.get(keyed);
  const { counts } = sums;
  followRows(sums.rows, rows, {
    clear: () => counts.fill(0),
    tally: (row, sign) => (counts[keyed.keys[row]] += sign),
  });
  sums.rows = rows;
  return sums;
}

function tollsOf({ tolls }, bound, size) {
  if (!tolls.has(bound)) tolls.set(bound, makeTolls(bound, size));
  return tolls.get(bound);
}

/** { weightOf(code), textOf(codes), rangeOf(code) } of a size, for sums by key. */
function measureAreas(size, { strikes, rows, keyed, sums }) {
  const { counts } = sums;
  if (size === "killed_min" || size === "killed_max") {
    const [low, high] = ["killed_min", "killed_max"].map((bound) =>
      sumTolls(strikes, keyed.keys, rows, tollsOf(sums, bound, keyed.size)));
    const { people, reported } = size === "killed_max" ? high : low;
    return {
      weightOf: (code) => (reported[code] ? people[code] : null),
      textOf: (codes) => wordRange(low, high, codes),
      rangeOf: (code) => rangeOfSums(low, high, code),
    };
  }
  const sourceCounts = size === "per_source" && !keyed.chosen ? countSources(strikes, keyed, rows) : null;
  const countOf = (codes) => codes.reduce((sum, code) => sum + counts[code], 0);
  const rangeOf = () => null;
  if (!sourceCounts) return { weightOf: (code) => counts[code], textOf: (codes) => number(countOf(codes)), rangeOf };
  return {
    rangeOf,
    weightOf: (code) => counts[code] / sourceCounts[code],
    textOf: (codes) => (codes.length > 1 ? number(countOf(codes))
      : say("{count} by {sources}", { count: counts[codes[0]], sources: sourceCounts[codes[0]] })),
  };
}

module.exports = { areaKeys, countSources, measureAreas, sumAreas };
