"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const calendar = require("../../../../../geo/webmap/static/terms/calendar.js");

const day = calendar.parseDay;
const iso = (window) => window.map(calendar.isoOf);

test("days and dates convert both ways, before 1970 too", () => {
  for (const date of ["1969-12-31", "1970-01-01", "2015-09-30", "2020-02-29", "2024-12-31"]) {
    assert.equal(calendar.isoOf(day(date)), date);
  }
});

test("what is no date is null", () => {
  for (const text of ["", null, "2021-02-29", "2020-13-01", "26 October 2020", "2020-10"]) {
    assert.equal(day(text), null);
  }
});

test("a day reads as words", () => {
  assert.equal(calendar.wordDay(day("2020-10-26")), "26 October 2020");
  assert.equal(calendar.wordDay(day("2020-10-26"), true), "26 Oct 2020");
});

const STEPS = [
  ["a month to the next", "2020-01-01", "2020-01-31", "month", 1, "2020-02-01", "2020-02-29"],
  ["a month to the one before", "2020-03-01", "2020-03-31", "month", -1, "2020-02-01", "2020-02-29"],
  ["three months keep their length", "2019-11-01", "2020-01-31", "month", 1, "2019-12-01", "2020-02-29"],
  ["a year to the next", "2019-01-01", "2019-12-31", "year", 1, "2020-01-01", "2020-12-31"],
  ["a week begins on Monday", "2020-10-26", "2020-11-01", "week", 1, "2020-11-02", "2020-11-08"],
  ["a day to the next", "2020-02-28", "2020-02-28", "day", 1, "2020-02-29", "2020-02-29"],
  ["odd days ahead become the month they begin in", "2020-01-10", "2020-03-05", "month", 1, "2020-01-01", "2020-01-31"],
  ["odd days back become the month they end in", "2020-01-10", "2020-03-05", "month", -1, "2020-03-01", "2020-03-31"],
];
for (const [name, from, to, unit, direction, nextFrom, nextTo] of STEPS) {
  test(`a step takes ${name}`, () => {
    assert.deepEqual(iso(calendar.stepWindow([day(from), day(to)], unit, direction)), [nextFrom, nextTo]);
  });
}

test("the ends of a window move to the next boundary of the calendar", () => {
  const edge = (date, end, unit, direction) => calendar.isoOf(calendar.nextEdge(day(date), end, unit, direction));
  assert.equal(edge("2020-03-01", 0, "month", 1), "2020-04-01");
  assert.equal(edge("2020-03-15", 0, "month", -1), "2020-03-01");
  assert.equal(edge("2020-03-01", 0, "month", -1), "2020-02-01");
  assert.equal(edge("2020-03-31", 1, "month", 1), "2020-04-30");
  assert.equal(edge("2020-03-31", 1, "month", -1), "2020-02-29");
});

test("the slider reaches over whole months", () => {
  assert.deepEqual(iso(calendar.aroundMonths(day("2015-09-30"), day("2020-02-10"))), ["2015-09-01", "2020-02-29"]);
});
