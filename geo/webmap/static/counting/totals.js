"use strict";
// The totals line: from the same sums as the clusters, so that the two cannot disagree.

const { countStatuses } = require("./clusters.js");
const { wordKilledOf } = require("./killed.js");
const { say } = require("../language/language.js");
const { wordUndated } = require("../terms/words.js");

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
  const { dateless = say("undated"), rows, located, areaOnly, unlocated, undated, leftOut } = totals;
  const lead = [
    say("{some} of {all} located", { some: located, all: rows }), totals.killed && wordKilledOf(totals.killed),
    totals.unjudged && say("{count} without a point not judged", { count: totals.unjudged }),
  ];
  return [
    lead.filter(Boolean).join(" · "),
    say("{count} known only to an area", { count: areaOnly }),
    say("{count} not located", { count: unlocated }),
    leftOut ? say("{count} {dateless} left out", { count: leftOut, dateless }) : say("{count} of {all} {dateless}", { count: undated, all: rows, dateless }),
  ];
}

/** "n of N located · killed, as reported … · a known only to an area · u not located · d of N undated". */
function wordTotals(totals) {
  return partTotals(totals).join(" · ");
}

module.exports = { countTotals, countUndated, partTotals, wordTotals };
