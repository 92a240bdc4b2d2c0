"use strict";
// Which strikes' day is not known: their date is known to a week, month or year, however many days it spans.

const { recode } = require("./chosen.js");

const IMPRECISE = ["week", "month", "year"];
const cached = new WeakMap(); // by strikes: the pass over all rows is made once

/** By row 1 where the day is not known, else 0; a raid of five known days is none. */
function impreciseRows(strikes) {
  if (!cached.has(strikes)) {
    const isImprecise = [0, ...strikes.dictionaries.date_precision.map((word) => Number(IMPRECISE.includes(word)))];
    cached.set(strikes, recode(strikes.columns.date_precision, isImprecise));
  }
  return cached.get(strikes);
}

module.exports = { impreciseRows };
