"use strict";
// What a choice of strikes holds in some days: strikes by how they are located, and people killed as a range.

const { Counted } = require("../bars/sums.js");
const { wordPeople } = require("../bars/bar_list.js");

const cached = new WeakMap(); // by strikes: their sums, counted once for all windows

function sumsOf(strikes) {
  if (!cached.has(strikes)) {
    const options = strikes.statuses.map((status) => ({ value: status, label: status, unknown: false }));
    const all = { codes: new Uint8Array(strikes.rows), size: 1 };
    const count = (keyed, given) => new Counted(strikes, { keyed, options: options.slice(0, keyed.size), fixed: true }, given);
    cached.set(strikes, {
      byStatus: count({ codes: strikes.columns.status, size: options.length }, { measure: "strikes" }),
      people: count(all, { measure: "killed" }),
    });
  }
  return cached.get(strikes);
}

/**
 * { rows, located, undated, leftOut, killed, given } of the days [from, to], and of the undated where `undated`
 * says that these are the whole period; `killed` in words, "–" where nothing is reported.
 */
function sumSide(strikes, days, { undated }) {
  const { byStatus, people } = sumsOf(strikes);
  const statuses = byStatus.count(days, { undated });
  const located = statuses.at(strikes.statuses.indexOf("located")).rows;
  const toll = people.count(days, { undated }).at(0);
  const all = strikes.groups.undated;
  return { rows: toll.rows, located, undated: undated ? all : 0, leftOut: undated ? 0 : all, killed: wordPeople(toll), given: toll.given };
}

module.exports = { sumSide };
