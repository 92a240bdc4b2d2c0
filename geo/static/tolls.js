"use strict";
// People killed, as reported, summed by key: a shared toll stands on its lead row and counts there.

const { followRows } = require("./period.js");

/** Empty sums of people for keys below `size`; bound is "killed_min" or "killed_max". */
function makeTolls(bound, size) {
  return {
    bound, rows: null,
    people: new Float64Array(size), told: new Uint32Array(size), open: new Uint32Array(size),
  };
}

/** People killed by a bound of a toll that has at least one; an open upper bound is the lower one. */
function peopleKilled(least, most, bound) {
  return bound === "killed_max" ? (most < 0 ? least : most) : Math.max(0, least);
}

/**
 * Brings people killed as reported, summed by key, to a window's rows: { people, told, open }.
 * `told` counts the rows that give a figure, `open` those whose upper bound is open.
 */
function sumTolls(strikes, keyOf, rows, tolls) {
  const { killed_min: low, killed_max: high } = strikes.columns;
  const { bound, people, told, open } = tolls;
  followRows(tolls.rows, rows, {
    clear: () => [people, told, open].forEach((values) => values.fill(0)),
    tally(row, sign) {
      const [least, most] = [low[row], high[row]];
      if (least < 0 && most < 0) return;
      const key = keyOf[row];
      told[key] += sign;
      if (most < 0) open[key] += sign;
      people[key] += sign * peopleKilled(least, most, bound);
    },
  });
  tolls.rows = rows;
  return tolls;
}

/** People of some slots in words: "12", "100+" where an upper bound is open, "–" where none told. */
function wordPeople(tolls, slots, bound) {
  const total = (name) => slots.reduce((sum, slot) => sum + tolls[name][slot], 0);
  if (!total("told")) return "–";
  return `${shorten(total("people"))}${total("open") && bound === "killed_max" ? "+" : ""}`;
}

/** A number that fits into a circle: 9999, 12k, 1.2M. */
function shorten(count) {
  if (count < 10000) return String(count);
  return count < 1e6 ? `${Math.floor(count / 1000)}k` : `${(count / 1e6).toFixed(1)}M`;
}

module.exports = { makeTolls, peopleKilled, shorten, sumTolls, wordPeople };
