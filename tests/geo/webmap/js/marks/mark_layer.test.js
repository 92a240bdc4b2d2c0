"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { placeChosen } = require("../../../../../geo/webmap/static/marks/mark_layer.js");
const { strikesOf } = require("../strikes_of.js");

const STRIKES = strikesOf([
  { start: 10, x: 0.5, y: 0.25 }, { start: 20, x: 0.5, y: 0.25 }, { start: 30, status: "area_only" },
  { start: 40, end: 60, x: 0.25, y: 0.25 }, { x: 0.5, y: 0.5 },
]);
const FRAME = { world: 1024, left: 500, top: 200 };
const CIRCLES = [{ row: null, count: 2 }, { row: 3, count: 1 }];

function chosen(selected, { from = 0, to = 100, clusters = CIRCLES } = {}) {
  return placeChosen({ rows: findRows(STRIKES, from, to), clusters }, { strikes: STRIKES, selected }, FRAME);
}

test("a chosen strike that shares its circle is found at its true point", () => {
  assert.deepEqual(chosen(1), { x: 12, y: 56, row: 1, selected: true });
  assert.deepEqual(chosen(3, { from: 55, clusters: [] }), { x: -244, y: 56, row: 3, selected: true });
});

test("no strike is found twice, nor one without a point, without a date or out of the window", () => {
  for (const [row, window] of [[null], [2], [3], [4], [1, { to: 19 }], [1, { from: 21 }]]) {
    assert.equal(chosen(row, window), null);
  }
});
