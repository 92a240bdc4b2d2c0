"use strict";
// People killed in a window as reported, with how many of its rows give a figure.

const { KILLED, killedOf } = require("./tallies.js");
const { followRows } = require("../data/period.js");
const { say } = require("../language/language.js");
const { NOT_REPORTED, wordNone, wordToll } = require("../terms/words.js");

const MISSING = -1; // a bound that no row gives

/** The people killed in strikes, followed from window to window. */
class KilledInWindow {
  constructor(strikes) {
    const { width, add } = killedOf(strikes);
    const [dated, undated] = [new Float64Array(width), new Float64Array(width)];
    for (let row = strikes.rows - strikes.groups.undated; row < strikes.rows; row++) add(undated, 0, row, 1);
    Object.assign(this, { add, dated, undated, rows: null, none: wordNone(strikes, "killed_min") });
  }

  /**
   * The sums of a window's rows, of data/period.js, and of the undated where asked for: { rows, given, low, high },
   * `given` rows with a figure; a bound is -1 where none gives it, and the upper one while a row's is open.
   */
  sum(rows, { undated }) {
    const { add, dated } = this;
    followRows(this.rows, rows, { clear: () => dated.fill(0), tally: (row, sign) => add(dated, 0, row, sign) });
    this.rows = rows;
    const sums = undated ? dated.map((value, i) => value + this.undated[i]) : dated;
    const given = sums[KILLED.reported];
    const isOpen = sums[KILLED.open] > 0;
    return {
      rows: sums[0], given, none: this.none,
      low: sums[KILLED.reportedLeast] ? sums[KILLED.least] : MISSING,
      high: given && !isOpen ? sums[KILLED.most] : MISSING,
    };
  }
}

/** "70–100 reported killed in 5 of 34", of rows; the numbers of geo/strikes/killed.py. */
function wordKilledOf({ rows, given, low, high, none }) {
  if (!given) return none === say(NOT_REPORTED) ? say("killed: not reported in any row") : say("killed: {none}", { none });
  return say("{toll} reported killed in {some} of {all}", { toll: wordToll(low, high), some: given, all: rows });
}

module.exports = { KilledInWindow, wordKilledOf };
