"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordCount } = require("../../../../../geo/webmap/static/details/group.js");

test("a count says how many of how many, and the undated in it", () => {
  assert.equal(wordCount(3, 12, 0), "3 of 12 strikes in the period shown");
  assert.equal(wordCount(1, 1, 1), "1 strike in the period shown; 1 of them undated");
});
