"use strict";
// Which strikes' day is not known: their date is known to a week, month or year, however many days it spans.

const { recode } = require("./chosen.js");

const VAGUE = ["week", "month", "year"];
const kept = new WeakMap(); // by strikes: the pass over all rows is made once

/** By row 1 where the day is not known, else 0; a raid of five known days is none. */
function vagueRows(strikes) {
  if (!kept.has(strikes)) {
    const isVague = [0, ...strikes.dictionaries.date_precision.map((word) => Number(VAGUE.includes(word)))];
    kept.set(strikes, recode(strikes.columns.date_precision, isVague));
  }
  return kept.get(strikes);
}

module.exports = { vagueRows };
