"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { findMark } = require("../../../../../geo/webmap/static/marks/read_ring.js");

const marks = {
  slots: { slotOf: [4, 5, 9, 11] },
  clusters: [{ slots: [3, 4], x: 1 }, { slots: [5], x: 2 }],
  badges: [{ slot: 9, left: 0 }, { slot: null, slots: [10, 11], left: 5 }],
};

test("a read strike is marked at its own mark, its cluster, its area's badge, else at its point", () => {
  assert.equal(findMark(marks, 0, null).x, 1);
  assert.equal(findMark(marks, 1, null).x, 2);
  assert.equal(findMark(marks, 2, null).left, 0);
  assert.equal(findMark(marks, 3, null).left, 5);
  const bare = { ...marks, clusters: [], badges: [] };
  assert.deepEqual(findMark(bare, 0, { x: 7, y: 8 }), { x: 7, y: 8, radius: 6 });
  assert.equal(findMark(bare, 0, null), null);
});
