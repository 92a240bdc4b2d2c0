"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { queryOf, rangeBefore, readSide, writeKept } = require("../../../../../geo/webmap/static/compare/side.js");
const { NO_FILTERS } = require("../../../../../geo/webmap/static/filter/filters.js");
const { isoOf, parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");

const days = (...isos) => isos.map(parseDay);
const before = (follows, ...isos) => rangeBefore(days(...isos), follows).map(isoOf);

test("the period before has as many whole months, else as many days", () => {
  assert.deepEqual(before("before", "2016-03-01", "2016-03-31"), ["2016-02-01", "2016-02-29"]);
  assert.deepEqual(before("before", "2016-10-01", "2016-12-31"), ["2016-07-01", "2016-09-30"]);
  assert.deepEqual(before("before", "2016-10-03", "2016-10-12"), ["2016-09-23", "2016-10-02"]);
});

test("a year before are the same days, and the end of a month stays one", () => {
  assert.deepEqual(before("year_before", "2016-02-01", "2016-02-29"), ["2015-02-01", "2015-02-28"]);
  assert.deepEqual(before("year_before", "2017-02-01", "2017-02-28"), ["2016-02-01", "2016-02-29"]);
  assert.deepEqual(before("year_before", "2016-02-29", "2016-03-05"), ["2015-02-28", "2015-03-05"]);
  assert.deepEqual(before("year_before", "2017-02-22", "2017-02-28"), ["2016-02-22", "2016-02-28"]);
});

test("a kept choice is read back from the address as it was, and all of it has a value too", () => {
  const filters = { ...NO_FILTERS, kinds: ["drone", "missile"], actors: ["A & B, C"], text: "kafr zita" };
  const value = writeKept(days("2016-10-01", "2016-12-31"), queryOf(filters));
  const { range, query, unread, filters: read } = readSide(new URLSearchParams(`compare=${encodeURIComponent(value)}`).get("compare"));
  assert.deepEqual(range.map(isoOf), ["2016-10-01", "2016-12-31"]);
  assert.equal(query, queryOf(filters));
  assert.deepEqual([read.kinds, read.actors, read.text, unread], [["drone", "missile"], ["A & B, C"], "kafr zita", []]);
  assert.equal(writeKept(null, ""), "all");
  assert.deepEqual([readSide("all").range, readSide("all").query, readSide("")], [null, "", null]);
  assert.deepEqual(readSide("before"), { follows: "before" });
});

test("rows that are no strikes are left out of a side as a page does, and what filters do not hold is said", () => {
  const { onlyStrikes, besides, unread } = readSide("kind=drone&only=strikes&near_layer=Front,5");
  assert.deepEqual([onlyStrikes, unread], [true, ["near_layer"]]);
  assert.deepEqual(besides, ["no rows that are no strikes", "near_layer=Front,5"]);
  assert.deepEqual([readSide("kind=drone").onlyStrikes, readSide("kind=drone").besides], [false, []]);
});

test("what this map cannot choose by is said, and never left out in silence", () => {
  assert.deepEqual(readSide("since=2016-01-01&kind=drone").unread, ["since"]);
  assert.deepEqual(readSide("kind=laser").unread, ["kind=laser"]);
  assert.deepEqual(readSide("from=2016-13-01").unread, ["2016-13-01"]);
});
