"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordWithin } = require("../../../../../geo/webmap/static/details/circle.js");

test("surely, possibly and not judged are told of a circle", () => {
  assert.equal(wordWithin({ sure: 1, possible: 1, no: 3, notJudged: 1 }), "1 strike surely, 1 possibly (its radius reaches in); 1 without a point is not judged");
});
