"use strict";
// Strikes without a point among those that pass all filters but a circle: nobody knows whether they lie in it.

const { readMarks } = require("./chosen.js");

/** Rows without a point of some row numbers of strikes, as { count(days, { undated }) }. */
class Unjudged {
  constructor(strikes, rows) {
    const located = strikes.statuses.indexOf("located");
    const { status } = strikes.columns;
    Object.assign(this, { strikes, rows: Array.from(rows).filter((row) => status[row] !== located) });
  }

  /** How many overlap the days [from, to]; with the undated where asked for. */
  count([from, to], { undated }) {
    const { columns: { day_start: start, day_end: end }, groups, rows } = this.strikes;
    const dated = rows - groups.undated;
    return this.rows.reduce((sum, row) => sum + ((row < dated ? start[row] <= to && end[row] >= from : undated) ? 1 : 0), 0);
  }
}

/** Those of a page's options `rows_but`, where it filters by a circle; null where it does not. */
async function unjudgedOf(strikes, { rows_but: without = {} }) {
  if (without.near === undefined) return null;
  return new Unjudged(strikes, without.near ? await readMarks(without.near, strikes.rows) : Array.from({ length: strikes.rows }, (_, row) => row));
}

module.exports = { Unjudged, unjudgedOf };
