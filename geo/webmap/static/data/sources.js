"use strict";
// Who reports each strike: a row's sources as numbers, opened once, cheap at every step.

const { BY_ADDRESS, nameByAddress } = require("./outlets.js");
const { textOf } = require("./payload.js");
const { say } = require("../language/language.js");

const NO_SOURCE = "no source given"; // code 0: a strike without a claim, or a claim without a name
const NONE = [];
const listsKept = new WeakMap(); // sources: { chosen, list }, the same list at every step
const opened = new WeakMap(); // strikes' texts(), which outlasts an update: their sources

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
 * { names, strikes, offsets, codes }: a source is a claim's claimant, else its outlet, else the site
 * of its address. `known` are names that have their codes already: a filter may leave a source without any strike.
 */
function indexSources(rows, texts, known = [NO_SOURCE]) {
  const names = [...known];
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const codeOfClaim = Uint32Array.from(texts.claim_rows, (_, i) => {
    const of = (column) => textOf(texts.claims[column], i);
    const name = of("claimant") ?? of("outlet") ?? nameByAddress(of("url")) ?? NO_SOURCE;
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

/** What a source is called: its name, which stays, and what we say of one without. */
function wordSource(name) {
  if (name === NO_SOURCE) return say(name);
  return name.endsWith(BY_ADDRESS) ? say("{site} (by its address)", { site: name.slice(0, -BY_ADDRESS.length) }) : name;
}

module.exports = { NO_SOURCE, indexSources, listSources, openSources, reportedBy, sourcesOf, wordSource };
