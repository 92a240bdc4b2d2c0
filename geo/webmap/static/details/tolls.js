"use strict";
// What some strikes hold of people, as a range with how many of them give a figure.

const { wordPeople } = require("../bars/bar_list.js");
const { say } = require("../language/language.js");
const { wordNone } = require("../terms/words.js");

const SUMS = { // without a figure, and with one
  killed: ["Killed {toll}", ["Killed {toll}, reported for {some} of {count} strike", "Killed {toll}, reported for {some} of {count} strikes"]],
  injured: ["Injured {toll}", ["Injured {toll}, reported for {some} of {count} strike", "Injured {toll}, reported for {some} of {count} strikes"]],
};

/**
 * People of some rows by their bounds, numbers by row, -1 where there is none: { rows, given, least, most, bounded, open }, as a
 * bar's sums; an open upper bound counts as the lower one. People are null where no row gives a figure.
 */
function sumPeople(rows, low, high) {
  const sums = { rows: rows.length, given: 0, least: 0, most: 0, bounded: false, open: false };
  for (const row of rows) {
    const [least, most] = [low[row], high[row]];
    if (least < 0 && most < 0) continue; // not reported
    sums.given++;
    sums.most += most < 0 ? least : most;
    if (most < 0) sums.open = true;
    if (least < 0) continue;
    sums.least += least;
    sums.bounded = true;
  }
  return sums.given ? sums : { ...sums, least: null, most: null };
}

/** "Killed 5–19, reported for 3 of 12 strikes", "Injured not reported"; tolls that stand with another strike are told. */
function wordSum(what, sums, { say: saying, elsewhere = 0, none = say("not reported") }) {
  const [bare, full] = SUMS[what];
  const told = sums.given
    ? saying(full, { count: sums.rows, toll: wordPeople(sums), some: sums.given })
    : saying(bare, { toll: none });
  const along = elsewhere ? saying(["{count} toll stands with another strike", "{count} tolls stand with another strike"], { count: elsewhere }) : "";
  return [told, along].filter(Boolean).join("; ");
}

/** Lines on the people of some rows: those killed, then those injured. */
function wordTollsOf(rows, strikes, texts, say) {
  const { columns } = strikes;
  const { counts, toll_lead: leads } = texts;
  const elsewhere = rows.reduce((count, row) => count + (leads[row] === null ? 0 : 1), 0);
  return [
    wordSum("killed", sumPeople(rows, columns.killed_min, columns.killed_max), { say, elsewhere, none: wordNone(strikes, "killed_min") }),
    wordSum("injured", sumPeople(rows, counts.injured_min, counts.injured_max), { say, none: wordNone(strikes, "injured_min") }),
  ];
}

module.exports = { sumPeople, wordSum, wordTollsOf };
