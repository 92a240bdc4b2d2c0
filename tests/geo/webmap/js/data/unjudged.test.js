"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Unjudged, unjudgedOf } = require("../../../../../geo/webmap/static/data/unjudged.js");
const { strikesOf } = require("../strikes_of.js");

const STRIKES = strikesOf([
  { start: 1 }, { start: 2, status: "unlocated" }, { start: 3, status: "area_only", area: 1 },
  { start: 4, end: 8, status: "unlocated" }, { status: "unlocated" }, {},
]);

test("without a point are not judged: those of the window, the undated where it is the whole period", () => {
  const all = new Unjudged(STRIKES, [0, 1, 2, 3, 4, 5]);
  assert.equal(all.count([0, 9], { undated: true }), 4);
  assert.equal(all.count([0, 9], { undated: false }), 3);
  assert.equal(all.count([8, 9], { undated: false }), 1);
  assert.equal(new Unjudged(STRIKES, [0, 1]).count([0, 9], { undated: true }), 1);
});

test("a page that filters by no circle judges all; one whose other filters let all through says so with no marks", async () => {
  assert.equal(await unjudgedOf(STRIKES, {}), null);
  assert.equal(await unjudgedOf(STRIKES, { rows_but: { kinds: "" } }), null);
  assert.equal((await unjudgedOf(STRIKES, { rows_but: { near: "" } })).count([0, 9], { undated: true }), 4);
});
