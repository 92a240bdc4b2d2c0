"use strict";
// What some strikes hold of people, as a range with how many of them give a figure.

const { wordPeople } = require("../bars/bar_list.js");
const { capital, plural, wordNone } = require("../terms/words.js");

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
function wordSum(what, sums, { say, elsewhere = 0, none = "not reported" }) {
  const along = elsewhere ? `; ${plural(elsewhere, "toll stands", "tolls stand")} with another strike` : "";
  if (!sums.given) return say(`${capital(what)} ${none}${along}`);
  return say(`${capital(what)} ${wordPeople(sums)}, reported for ${sums.given.toLocaleString("en")} of ${plural(sums.rows, "strike", "strikes")}${along}`);
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
