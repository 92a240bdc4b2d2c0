"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { callAreas, callRows, sayingOf } = require("../../../../../geo/webmap/static/terms/nouns.js");

test("rows are called by the noun of their data, strikes where it has none", () => {
  assert.equal(callRows("89 strikes a week", "row"), "89 rows a week");
  assert.equal(callRows("Strikes: one strike's toll", "event"), "Events: one event's toll");
  assert.equal(callRows("12 of 42 strikes"), "12 of 42 strikes");
  assert.equal(callRows("striker", "row"), "striker");
});

const LEVELS = { one: ["oblast", "raion", "hromada"], many: ["oblasts", "raions", "hromadas"] };

test("areas are called as their country calls them, governorates where nothing is known", () => {
  assert.equal(callAreas("3 governorates shaded", LEVELS), "3 oblasts shaded");
  assert.equal(callAreas("District not known", LEVELS), "Raion not known");
  assert.equal(callAreas("subdistrict only", LEVELS), "hromada only");
  assert.equal(callAreas("known only to a governorate or district", LEVELS), "known only to an oblast or raion");
  assert.equal(callAreas("known only to a governorate", null), "known only to a governorate");
});

test("rows and areas are said at once", () => {
  const say = sayingOf({ noun: "event" }, { levels: LEVELS });
  assert.equal(say("List the strikes known only to a governorate"), "List the events known only to an oblast");
  assert.equal(sayingOf()("strikes in a governorate"), "strikes in a governorate");
});
