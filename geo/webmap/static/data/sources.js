"use strict";
// Who reports each strike: a row's sources as numbers, opened once, cheap at every step.

const { textOf } = require("./payload.js");
const { followRows } = require("./period.js");

const NO_SOURCE = "no source given"; // code 0: a strike without a claim, or a claim without a name
const NONE = [];
const listsKept = new WeakMap(); // sources: { chosen, list }, the same list at every step
const opened = new WeakMap(); // strikes' texts(), which outlasts an update: their sources
const countsKept = new WeakMap(); // areaKeys' result: how many reported the last window
const keysKept = new WeakMap(); // strikes: { source, keys } of the last choice

/** A column of each row's distinct codes: codes[offsets[row]..offsets[row + 1]), 0 where it has none. */
function packCodes(rows, claimRows, codeOfClaim) {
  const ends = new Uint32Array(rows + 1);
  for (const row of claimRows) ends[row + 1]++;
  for (let row = 0; row < rows; row++) ends[row + 1] += ends[row];
  const raw = new Uint32Array(claimRows.length);
  const next = ends.slice();
  claimRows.forEach((row, i) => (raw[next[row]++] = codeOfClaim[i]));
  const offsets = new Uint32Array(rows + 1);
  const codes = new Uint32Array(claimRows.length + rows);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const distinct = new Set(raw.subarray(ends[row], ends[row + 1]));
    for (const code of distinct.size ? distinct : [0]) codes[at++] = code;
    offsets[row + 1] = at;
  }
  return { offsets, codes: codes.slice(0, at) };
}

/**
 * { names, strikes, offsets, codes }: a source is a claim's claimant, else its outlet. `known` are
 * names that have their codes already: a filter may leave a source without any strike.
 */
function indexSources(rows, texts, known = [NO_SOURCE]) {
  const names = [...known];
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const codeOfClaim = Uint32Array.from(texts.claim_rows, (_, i) => {
    const name = textOf(texts.claims.claimant, i) ?? textOf(texts.claims.outlet, i) ?? NO_SOURCE;
    if (!codeOf.has(name)) codeOf.set(name, names.push(name) - 1);
    return codeOf.get(name);
  });
  const { offsets, codes } = packCodes(rows, texts.claim_rows, codeOfClaim);
  const strikes = new Uint32Array(names.length); // that each source reports, of all dates
  for (const code of codes) strikes[code]++;
  return { names, strikes, offsets, codes };
}

/** Opens the sources of strikes, some of `all` in the payload. */
async function openSources(strikes, all = strikes) {
  const { rows, texts: open } = strikes;
  if (opened.has(open)) return opened.get(open);
  const known = all.texts === open ? undefined : (await openSources(all)).names;
  opened.set(open, indexSources(rows, await open(), known));
  return opened.get(open);
}

/** The sources of strikes, or null before openSources() is done. */
function sourcesOf(strikes) {
  return opened.get(strikes.texts) ?? null;
}

/** Whether a way to show cannot be drawn without the sources. */
function needsSources({ show, size, told_by: source }) {
  return show === "areas" && (size === "per_source" || Boolean(source));
}

/** The sources to choose from, [name, strikes], those with the most first; the chosen one always. */
function listSources(sources, chosen) {
  if (!sources) return NONE;
  const kept = listsKept.get(sources);
  if (kept?.chosen === chosen) return kept.list;
  const { names, strikes } = sources;
  const offered = names.map((name, code) => [name, strikes[code]]).filter(([name, count]) => count || name === chosen);
  const list = offered.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  listsKept.set(sources, { chosen, list });
  return list;
}

/** Whether each row is reported by a source, a function of the row; null where there is no such source. */
function reportedBy(sources, source) {
  const wanted = sources && source ? sources.names.indexOf(source) : -1;
  if (wanted < 0) return null;
  const { offsets, codes } = sources;
  return (row) => {
    for (let at = offsets[row]; at < offsets[row + 1]; at++) if (codes[at] === wanted) return true;
    return false;
  };
}

/**
 * Where each row counts on a map of areas: { keys, areas, size, chosen }. A key below `areas` is a
 * code of adm1_code (0: none); `areas` stands for what is not located and `areas + 1` for what the
 * chosen source does not report. `chosen` is that source, "" for all.
 */
function areaKeys(strikes, source) {
  const sources = sourcesOf(strikes);
  const kept = keysKept.get(strikes);
  if (kept?.source === source && kept.sources === sources) return kept.found;
  const { adm1_code: areaOf, status } = strikes.columns;
  const unlocated = strikes.statuses.indexOf("unlocated");
  const areas = strikes.dictionaries.adm1_code.length + 1;
  const reports = reportedBy(sources, source);
  const keys = Uint32Array.from({ length: strikes.rows }, (_, row) => {
    if (reports && !reports(row)) return areas + 1;
    return status[row] === unlocated ? areas : areaOf[row];
  });
  const found = { keys, areas, size: areas + 2, chosen: reports ? source : "" };
  keysKept.set(strikes, { source, sources, found });
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

/** "Told by SOHR: 12 of 42 strikes in this period". */
function wordSourceNote({ chosen, reported, all }) {
  const number = (count) => count.toLocaleString("en");
  return `Told by ${chosen}: ${number(reported)} of ${number(all)} strikes in this period`;
}

/** What circles and squares are sized by; strikes per source are for areas only. */
function sizeOf({ show, size }) {
  return size === "per_source" && show !== "areas" ? "count" : size;
}

/** What is counted: "count", strikes; "killed_min" or "killed_max", people killed. */
function measureOf({ size }) {
  return size === "per_source" ? "count" : size;
}

module.exports = {
  NO_SOURCE, areaKeys, countSources, indexSources, listSources, measureOf, needsSources, openSources, sizeOf, sourcesOf,
  wordSourceNote,
};
