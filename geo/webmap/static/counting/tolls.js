"use strict";
// People killed, as reported, summed by key: a shared toll stands on its lead row and counts there.

const { followRows } = require("../data/period.js");
const { say } = require("../language/language.js");

/** Empty sums of people for keys below `size`; bound is "killed_min" or "killed_max". */
function makeTolls(bound, size) {
  return {
    bound, rows: null,
    people: new Float64Array(size), reported: new Uint32Array(size), open: new Uint32Array(size),
  };
}

/** People killed by a bound of a toll, -1 where it has none; an open upper bound is the lower one. */
function peopleKilled(least, most, bound) {
  return bound === "killed_max" && most >= 0 ? most : least;
}

/** A function of row and sign (1 or -1) that adds the row's toll to sums, or takes it away again. */
function tallyOf({ columns: { killed_min: low, killed_max: high } }, keyOf, { bound, people, reported, open }) {
  return (row, sign) => {
    const killed = peopleKilled(low[row], high[row], bound);
    if (killed < 0) return; // not reported
    const key = keyOf ? keyOf[row] : 0;
    reported[key] += sign;
    if (high[row] < 0) open[key] += sign;
    people[key] += sign * killed;
  };
}

/**
 * Brings people killed as reported, summed by key, to a window's rows: { people, reported, open }.
 * `reported` counts the rows that give this bound, `open` those of them whose upper bound is open.
 */
function sumTolls(strikes, keyOf, rows, tolls) {
  followRows(tolls.rows, rows, {
    clear: () => [tolls.people, tolls.reported, tolls.open].forEach((values) => values.fill(0)),
    tally: tallyOf(strikes, keyOf, tolls),
  });
  tolls.rows = rows;
  return tolls;
}

/** People killed in some rows, in words. */
function wordKilled(strikes, rows, bound) {
  const tolls = makeTolls(bound, 1);
  const tally = tallyOf(strikes, null, tolls);
  for (const row of rows) tally(row, 1);
  return wordPeople(tolls, [0], bound);
}

/** People of some slots in words: "≥12", upper bounds "12", "100+" where one is open, "–" where none reported. */
function wordPeople(tolls, slots, bound) {
  const total = (name) => slots.reduce((sum, slot) => sum + tolls[name][slot], 0);
  if (!total("reported")) return "–";
  const people = total("people");
  if (bound === "killed_min") return `≥${shorten(people)}`;
  return total("open") ? `${shorten(people)}+` : shortenUp(people);
}

/** A number that fits into a circle: 9999, 12k, 1.2M; never more than it is, so that "≥12k" is true of 12,999. */
function shorten(count) {
  if (count < 10000) return String(count);
  return count < 1e6 ? `${Math.floor(count / 1000)}k` : `${(Math.floor(count / 1e5) / 10).toFixed(1)}M`;
}

/** As shorten() has it, but never less than it is, so that "up to 13k" is true of 12,001. */
function shortenUp(count) {
  if (count < 10000) return String(count);
  const step = count <= 999e3 ? 1000 : 1e5;
  return shorten(step * Math.ceil(count / step));
}

/** What some keys hold by both bounds, in words: "12", "5–19", "70+", "up to 12" where no toll has a lower bound, "–". */
function wordRange(low, high, keys) {
  const total = (values) => keys.reduce((sum, key) => sum + values[key], 0);
  const [least, most] = [total(low.people), total(high.people)];
  if (!total(high.reported)) return "–";
  if (total(high.open)) return say("{low}+", { low: shorten(least) });
  if (!total(low.reported)) return say("up to {high}", { high: shortenUp(most) });
  return least === most ? shorten(least) : say("{low}–{high}", { low: shorten(least), high: shortenUp(most) });
}

module.exports = { makeTolls, peopleKilled, shorten, sumTolls, wordKilled, wordPeople, wordRange };
