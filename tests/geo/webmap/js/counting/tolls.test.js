"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { makeTolls, sumTolls, wordKilled, wordPeople, wordRange } = require("../../../../../geo/webmap/static/counting/tolls.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { strikesOf } = require("../strikes_of.js");

/** Strikes of one governorate with tolls [least, most]; -1 is "not reported". */
function withTolls(tolls) {
  const strikes = strikesOf(tolls.map((_, day) => ({ start: day, area: 1 })));
  strikes.columns.killed_min = Int32Array.from(tolls, ([least]) => least);
  strikes.columns.killed_max = Int32Array.from(tolls, ([, most]) => most);
  return strikes;
}

function sumsOf(tolls) {
  const strikes = withTolls(tolls);
  const keys = new Uint8Array(strikes.rows);
  return ["killed_min", "killed_max"].map((bound) =>
    sumTolls(strikes, keys, findRows(strikes, 0, 99), makeTolls(bound, 1)));
}

const NONE = [-1, -1];
const UP_TO_12 = [-1, 12];
const CASES = [
  // tolls, by lower bounds, by upper bounds, as a range
  ["not reported", [NONE], "–", "–", "–"],
  ["nobody killed", [[0, 0]], "≥0", "0", "0"],
  ["up to 12", [UP_TO_12, NONE], "–", "12", "up to 12"],
  ["up to 12 beside 5 to 7: at least 5, as in the line of totals", [UP_TO_12, [5, 7]], "≥5", "19", "5–19"],
  ["70 or more beside up to 12", [UP_TO_12, [70, -1]], "≥70", "82+", "70+"],
  ["large bounds: the lower one is never told as more than it is, the upper one never as less", [[12999, 24001]], "≥12k", "25k", "12k–25k"],
  ["an upper bound of nearly a million", [[-1, 999001]], "–", "1.0M", "up to 1.0M"],
  ["millions", [[1299999, 1300001]], "≥1.2M", "1.4M", "1.2M–1.4M"],
  ["two ranges", [[1, 2], [3, 3], NONE], "≥4", "5", "4–5"],
];
for (const [name, tolls, least, most, range] of CASES) {
  test(`${name}: null is no 0, on circles, badges and areas`, () => {
    const [low, high] = sumsOf(tolls);
    assert.deepEqual([wordPeople(low, [0], "killed_min"), wordPeople(high, [0], "killed_max")], [least, most]);
    assert.equal(wordRange(low, high, [0]), range);
    const strikes = withTolls(tolls);
    const rows = Array.from(tolls, (_, row) => row);
    assert.deepEqual(["killed_min", "killed_max"].map((bound) => wordKilled(strikes, rows, bound)), [least, most]);
  });
}

test("a bound counts the rows that report it", () => {
  const [low, high] = sumsOf([NONE, UP_TO_12, [70, -1], [1, 2]]);
  assert.deepEqual([low.reported[0], low.people[0]], [2, 71]);
  assert.deepEqual([high.reported[0], high.people[0], high.open[0]], [3, 84, 1]);
});
