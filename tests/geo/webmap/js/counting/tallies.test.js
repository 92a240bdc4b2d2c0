"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { KILLED, Tallies } = require("../../../../../geo/webmap/static/counting/tallies.js");
const { randomFrom, scattered } = require("../strikes_of.js");

const ROWS = 20_000; // several kept sums

function withTolls(strikes, seed) {
  const random = randomFrom(seed);
  const low = Int32Array.from({ length: strikes.rows }, () => Math.floor(random() * 30) - 10).map((value) => Math.max(-1, value));
  const high = low.map((value) => (random() < 0.3 ? -1 : value < 0 ? -1 : value + Math.floor(random() * 5)));
  for (let row = 0; row < strikes.rows; row += 17) [low[row], high[row]] = [-1, 7]; // "up to 7"
  Object.assign(strikes.columns, { killed_min: low, killed_max: high });
  return strikes;
}

function severalKeys(strikes, size, seed) {
  const random = randomFrom(seed);
  const lists = Array.from({ length: strikes.rows }, () => [...new Set([0, 1, 2].map(() => Math.floor(random() * size)))]);
  const offsets = new Uint32Array(strikes.rows + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row] + list.length));
  return { codes: Uint16Array.from(lists.flat()), offsets, size, lists };
}

/** What the definition says: every row looked at. */
function countPlainly(strikes, { keysOf, size, passes }, [from, to], undated) {
  const { day_start: start, day_end: end } = strikes.columns;
  const dated = strikes.rows - strikes.groups.undated;
  const counts = new Array(size).fill(0);
  for (let row = 0; row < strikes.rows; row++) {
    const holds = row >= dated ? undated : start[row] <= to && end[row] >= from;
    if (holds && passes[row]) for (const key of keysOf(row)) counts[key]++;
  }
  return counts;
}

test("sums of any window, forwards and back, are those of every row looked at", () => {
  const strikes = scattered(ROWS);
  const passes = Uint8Array.from({ length: ROWS }, (_, row) => (row % 5 ? 1 : 0));
  const keyed = severalKeys(strikes, 9, 3);
  const tallies = new Tallies(strikes, keyed, { passes });
  const single = { codes: strikes.columns.adm1_code, size: 3 };
  const areas = new Tallies(strikes, single);
  const random = randomFrom(11);
  for (let i = 0; i < 40; i++) {
    const from = 14990 + Math.floor(random() * 5100);
    const days = [from, from + Math.floor(random() ** 3 * 5000)];
    const undated = i % 2 === 0;
    const plain = countPlainly(strikes, { keysOf: (row) => keyed.lists[row], size: 9, passes }, days, undated);
    assert.deepEqual([...tallies.count(days, { undated })], plain);
    const whole = { keysOf: (row) => [single.codes[row]], size: 3, passes: new Uint8Array(ROWS).fill(1) };
    assert.deepEqual([...areas.count(days, { undated })], countPlainly(strikes, whole, days, undated));
  }
});

test("people killed: both bounds, how many rows give a figure, how many are open, none counted as nought", () => {
  const strikes = withTolls(scattered(ROWS), 5);
  const { killed_min: low, killed_max: high, day_start: start, day_end: end } = strikes.columns;
  const tallies = new Tallies(strikes, { codes: new Uint8Array(ROWS), size: 1 }, { measure: "killed" });
  const [from, to] = [16000, 17500];
  const dated = ROWS - strikes.groups.undated;
  const expected = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < dated; row++) {
    if (start[row] > to || end[row] < from) continue;
    expected[0]++;
    if (low[row] < 0 && high[row] < 0) continue;
    expected[KILLED.reported]++;
    expected[KILLED.most] += high[row] < 0 ? low[row] : high[row];
    if (high[row] < 0) expected[KILLED.open]++;
    if (low[row] >= 0) [expected[KILLED.least], expected[KILLED.reportedLeast]] = [expected[KILLED.least] + low[row], expected[KILLED.reportedLeast] + 1];
  }
  assert.ok(expected[KILLED.open] > 100 && expected[KILLED.reported] > expected[KILLED.reportedLeast]);
  assert.deepEqual([...tallies.count([from, to])], expected);
});

test("strikes without a row, and a window that is empty, have sums of nought", () => {
  const none = scattered(0);
  assert.deepEqual([...new Tallies(none, { codes: new Uint8Array(0), size: 2 }).count([1, 5])], [0, 0]);
  const some = scattered(50);
  assert.deepEqual([...new Tallies(some, { codes: some.columns.adm1_code, size: 3 }).count([0, -1])], [0, 0, 0]);
});
