"use strict";
// The totals line: from the same sums as the clusters, so that the two cannot disagree.

const { countStatuses } = require("./clusters.js");

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
 * Counts of rows: those dated in the window and the undated, which no window leaves out.
 * rows = located + areaOnly + unlocated; `dated` holds the same without the undated.
 */
function countTotals(strikes, slots, sums, undated) {
  const dated = countStatuses(slots, sums);
  const located = dated.located + undated.located;
  const areaOnly = dated.areaOnly + undated.areaOnly;
  const unlocated = dated.unlocated + undated.unlocated;
  const rows = located + areaOnly + unlocated;
  return { rows, located, areaOnly, unlocated, undated: strikes.groups.undated, dated };
}

/** The parts of the totals line, in its order: located, area only, unlocated, undated. */
function partTotals(totals) {
  return [
    `${number(totals.located)} of ${number(totals.rows)} located`,
    `${number(totals.areaOnly)} area only`,
    `${number(totals.unlocated)} unlocated`,
    `${number(totals.undated)} of ${number(totals.rows)} undated`,
  ];
}

/** "n of N located · a area only · u unlocated · d of N undated". */
function wordTotals(totals) {
  return partTotals(totals).join(" · ");
}

/** "12 of 42 strikes pass the filters". */
function wordPassing(passing, all) {
  return `${number(passing)} of ${number(all)} strikes pass the filters`;
}

module.exports = { countTotals, countUndated, partTotals, wordPassing, wordTotals };
