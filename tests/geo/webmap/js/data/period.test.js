"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { eachRow, findRows, lowerBound, wholePeriod } = require("../../../../../geo/webmap/static/data/period.js");
const { randomFrom, scattered, strikesOf } = require("../strikes_of.js");

function bySearch(strikes, from, to) {
  const { day_start: start, day_end: end } = strikes.columns;
  const rows = [];
  for (let row = 0; row < strikes.rows - strikes.groups.undated; row++) {
    if (start[row] <= to && end[row] >= from) rows.push(row);
  }
  return rows;
}

test("a lower bound is the first place where the value fits", () => {
  const sorted = [1, 3, 3, 5];
  assert.deepEqual([0, 1, 3, 4, 6].map((value) => lowerBound(sorted, 0, 4, value)), [0, 0, 1, 3, 4]);
});

test("a row counts when its span overlaps the window, the first and the last day included", () => {
  const strikes = strikesOf([{ start: 10 }, { start: 20 }, { start: 5, end: 12 }, { start: 21, end: 30 }, {}]);
  const count = (from, to) => [...eachRow(findRows(strikes, from, to))].length;
  assert.equal(count(10, 20), 3);
  assert.equal(count(12, 12), 1);
  assert.equal(count(13, 19), 0);
  assert.equal(count(20, 21), 2);
  assert.equal(count(0, 100), 4);
});

test("on any window the search finds the rows that a look at every row finds", () => {
  const strikes = scattered(2000);
  const random = randomFrom(3);
  for (let i = 0; i < 200; i++) {
    const from = 14980 + Math.floor(random() * 5100);
    const to = from + Math.floor(random() * 400);
    assert.deepEqual([...eachRow(findRows(strikes, from, to))].sort((a, b) => a - b), bySearch(strikes, from, to));
  }
});

test("the whole period is the first to the last day that any span reaches", () => {
  assert.deepEqual(wholePeriod(strikesOf([{ start: 10 }, { start: 4, end: 40 }, {}])), [4, 40]);
  assert.equal(wholePeriod(strikesOf([{}])), null);
});
