"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { readMonth } = require("../../../../../geo/webmap/static/search/months.js");
const { isoOf } = require("../../../../../geo/webmap/static/terms/calendar.js");

const read = (text) => {
  const found = readMonth(text);
  return found && [found.rest, ...found.days.map(isoOf), found.words];
};
const OCTOBER = ["2015-10-01", "2015-10-31", "October 2015"];

test("a month is read in words and numbers, of two languages and any digits", () => {
  for (const text of ["October 2015", "oct 2015", "Oct. 2015", "2015-10", "10/2015", "تشرين الأول 2015", "أكتوبر ٢٠١٥", "in October 2015"]) {
    assert.deepEqual(read(text), ["", ...OCTOBER], text);
  }
  assert.deepEqual(read("2015"), ["", "2015-01-01", "2015-12-31", "2015"]);
  assert.deepEqual(read("2015-10-05"), ["", "2015-10-05", "2015-10-05", "5 October 2015"]);
});

test("a place may stand before it", () => {
  for (const text of ["Talbiseh October 2015", "around Talbiseh in October 2015", "talbiseh 2015-10"]) {
    assert.deepEqual(read(text), ["talbiseh", ...OCTOBER], text);
  }
  assert.deepEqual(read("تلبيسة في تشرين الأول 2015"), ["تلبيسه", ...OCTOBER]);
  assert.deepEqual(read("Deir ez-Zor 2016").slice(0, 2), ["deir ez zor", "2016-01-01"]);
});

test("what says no year is no period", () => {
  for (const text of ["October", "Talbiseh", "", "13/2015", "2015-13", "Route 66", "155 mm"]) assert.equal(read(text), null, text);
});
