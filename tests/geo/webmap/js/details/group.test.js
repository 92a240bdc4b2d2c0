"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordCount } = require("../../../../../geo/webmap/static/details/group.js");

test("a count says how many of how many, and the undated in it", () => {
  assert.equal(wordCount(3, 12, 0), "3 strikes in the period shown, of 12 in all");
  assert.equal(wordCount(0, 1, 0, 1), "0 strikes in the period shown, of 1 in all; 1 undated left out");
  assert.equal(wordCount(1, 1, 1, 0, { dateless: "with days held back" }), "1 strike in the period shown; 1 of them with days held back");
  assert.equal(wordCount(1, 1, 1), "1 strike in the period shown; 1 of them undated");
});
