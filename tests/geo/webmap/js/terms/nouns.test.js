"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { callRows } = require("../../../../../geo/webmap/static/terms/nouns.js");

test("rows are called by the noun of their data, strikes where it has none", () => {
  assert.equal(callRows("89 strikes a week", "row"), "89 rows a week");
  assert.equal(callRows("Strikes: one strike's toll", "event"), "Events: one event's toll");
  assert.equal(callRows("12 of 42 strikes"), "12 of 42 strikes");
  assert.equal(callRows("striker", "row"), "striker");
});
