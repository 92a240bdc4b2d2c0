"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { KilledInWindow, wordKilledOf } = require("../../../../../geo/webmap/static/counting/killed.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { randomFrom, scattered, strikesOf } = require("../strikes_of.js");

function withTolls(strikes, tolls) {
  const of = (bound) => Int32Array.from({ length: strikes.rows }, (_, row) => tolls[row % tolls.length][bound]);
  Object.assign(strikes.columns, { killed_min: of(0), killed_max: of(1) });
  return strikes;
}

test("people killed are a range over the rows that give a figure, and never a nought of what none gives", () => {
  const says = (...tolls) => {
    const strikes = withTolls(strikesOf(tolls.map((_, i) => ({ start: i }))), tolls);
    return wordKilledOf(new KilledInWindow(strikes).sum(findRows(strikes, -9, 9), { undated: false }));
  };
  assert.equal(says([-1, -1], [-1, -1]), "killed: not reported in any row");
  assert.equal(says([0, 0]), "0 reported killed in 1 of 1");
  assert.equal(says([5, 7], [-1, -1], [1, 1]), "6–8 reported killed in 2 of 3");
  assert.equal(says([70, -1], [5, 7]), "75+ reported killed in 2 of 2");
  assert.equal(says([-1, 12], [-1, -1]), "up to 12 reported killed in 1 of 2");
  assert.equal(says([-1, 12], [5, 5]), "5–17 reported killed in 2 of 2");
});

test("people killed followed from window to window are those of every row looked at, the undated where asked for", () => {
  const strikes = withTolls(scattered(3000), [[1, 4], [-1, -1], [3, 3], [0, 0], [2, 9], [-1, 6], [5, -1]]);
  const { killed_min: low, killed_max: high, day_start: start, day_end: end } = strikes.columns;
  const killed = new KilledInWindow(strikes);
  const dated = strikes.rows - strikes.groups.undated;
  const random = randomFrom(4);
  for (let i = 0; i < 30; i++) {
    const from = 15000 + Math.floor(random() * 5000);
    const [to, undated] = [from + Math.floor(random() * 900), i % 3 === 0];
    const sums = killed.sum(findRows(strikes, from, to), { undated });
    const rows = Array.from({ length: strikes.rows }, (_, row) => row)
      .filter((row) => (row < dated ? start[row] <= to && end[row] >= from : undated));
    const given = rows.filter((row) => low[row] >= 0 || high[row] >= 0);
    const lows = given.filter((row) => low[row] >= 0);
    assert.deepEqual([sums.rows, sums.given], [rows.length, given.length]);
    assert.equal(sums.low, lows.length ? lows.reduce((sum, row) => sum + low[row], 0) : -1);
    const isOpen = given.some((row) => high[row] < 0);
    assert.equal(sums.high, given.length && !isOpen ? given.reduce((sum, row) => sum + high[row], 0) : -1);
  }
});
