"use strict";
// The totals line: from the same sums as the clusters, so that the two cannot disagree.

const { countStatuses } = require("./clusters.js");
const { wordKilledOf } = require("./killed.js");
const { wordUndated } = require("../terms/words.js");

const { format: number } = new Intl.NumberFormat("en");

/** Undated rows by location status: { located, areaOnly, unlocated }. */
function countUndated(strikes) {
  const counts = [0, 0, 0];
  for (let row = strikes.rows - strikes.groups.undated; row < strikes.rows; row++) {
    counts[strikes.columns.status[row]]++;
  }
  const of = (status) => counts[strikes.statuses.indexOf(status)];
  return { located: of("located"), areaOnly: of("area_only"), unlocated: of("unlocated") };
}

/**
 * Counts of rows: those dated in the window, and of the whole period also the undated, of which `undated`
 * are the counts; null for any other window, which leaves them out. rows = located + areaOnly + unlocated;
 * `dated` holds the same without the undated, `leftOut` how many of these are not counted; `dateless` what they are
 * called where a release may have held their days back.
 */
function countTotals(strikes, slots, sums, undated) {
  const dated = countStatuses(slots, sums);
  const of = (name) => dated[name] + (undated?.[name] ?? 0);
  const [located, areaOnly, unlocated] = ["located", "areaOnly", "unlocated"].map(of);
  const rows = located + areaOnly + unlocated;
  const all = strikes.groups.undated;
  return { rows, located, areaOnly, unlocated, undated: undated ? all : 0, leftOut: undated ? 0 : all, dated, ...(strikes.held && { dateless: wordUndated(strikes) }) };
}

/** The parts of the totals line, in its order: located and killed, in an area only, not located, undated. */
function partTotals(totals) {
  const { dateless = "undated" } = totals;
  const [rows, left] = [number(totals.rows), number(totals.leftOut)];
  const lead = [
    `${number(totals.located)} of ${rows} located`, totals.killed && wordKilledOf(totals.killed),
    totals.unjudged && `${number(totals.unjudged)} without a point not judged`,
  ];
  return [
    lead.filter(Boolean).join(" · "),
    `${number(totals.areaOnly)} known only to an area`,
    `${number(totals.unlocated)} not located`,
    totals.leftOut ? `${left} ${dateless} left out` : `${number(totals.undated)} ${dateless}`,
  ];
}

/** "n of N located · killed, as reported … · a known only to an area · u not located · d undated". */
function wordTotals(totals) {
  return partTotals(totals).join(" · ");
}

/** "12 of 42 strikes pass the filters". */
function wordPassing(passing, all) {
  return `${number(passing)} of ${number(all)} strikes pass the filters`;
}

module.exports = { countTotals, countUndated, partTotals, wordPassing, wordTotals };
