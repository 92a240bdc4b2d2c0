"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { say } = require("../../../../../geo/webmap/static/language/language.js");
const { chooseUnit, makeTimeline, wordTimeline } = require("../../../../../geo/webmap/static/details/timeline.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { strikesOf } = require("../strikes_of.js");

test("bars are months as long as there is room for them, then quarters and years", () => {
  const reach = (from, to) => [parseDay(from), parseDay(to)];
  assert.equal(chooseUnit(reach("2015-01-01", "2015-12-31")), "month");
  assert.equal(chooseUnit(reach("2011-01-01", "2020-12-31")), "quarter");
  assert.equal(chooseUnit(reach("1900-01-01", "2020-12-31")), "year");
  assert.equal(wordTimeline(reach("2015-01-01", "2015-12-31"), "month", 3), "Strikes by month, January 2015 – December 2015; most in one: 3");
});

test("strikes that are all undated have no timeline", () => {
  assert.equal(makeTimeline(strikesOf([{}, {}]), [0, 1], { range: null, say }), null);
});
