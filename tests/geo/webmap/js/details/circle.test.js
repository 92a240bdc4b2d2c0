"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordCircle } = require("../../../../../geo/webmap/static/controller/drawing.js");
const { wordWithin } = require("../../../../../geo/webmap/static/details/circle.js");

test("surely, possibly and not judged are told of a circle", () => {
  assert.equal(wordWithin({ sure: 1, possible: 1, no: 3, notJudged: 1 }), "1 strike surely, 1 possibly (its radius reaches in); 1 without a point is not judged");
});

test("a circle that the page around the map filters by is said under the totals", () => {
  assert.equal(wordCircle({ chosen: { near: ["36.7,34.8,5,Talbiseh"] } }), "Only within 5 km of Talbiseh");
  for (const options of [{}, { chosen: {} }, { chosen: { near: [] } }, { chosen: { near: ["no circle"] } }]) assert.equal(wordCircle(options), "");
});
