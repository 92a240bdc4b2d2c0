"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { isoOf, parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { chooseBars, edgesOf, emptyRun, fillBars, filledBars, labelDates } = require("../../../../../geo/webmap/static/time/bins.js");
const { scattered, strikesOf } = require("../strikes_of.js");

const days = (from, to) => [parseDay(from), parseDay(to)];
const iso = (edges) => [...edges].map(isoOf);
const values = ({ precise, imprecise }) => [...precise].map((value, bar) => value + imprecise[bar]);

/** Strikes with tolls [least, most] in the rows' order of strikesOf; -1 is "not reported". */
function withTolls(rows, tolls) {
  const strikes = strikesOf(rows);
  strikes.columns.killed_min = Int32Array.from(tolls, ([least]) => least);
  strikes.columns.killed_max = Int32Array.from(tolls, ([, most]) => most);
  return strikes;
}

const WIDTHS = [
  ["a fortnight in days", "2020-01-01", "2020-01-14", 300, "day"],
  ["a year on a phone in weeks", "2020-01-01", "2020-12-31", 350, "week"],
  ["five years on a screen in weeks", "2016-01-01", "2020-12-31", 1240, "week"],
  ["five years on a phone in months", "2016-01-01", "2020-12-31", 350, "month"],
  ["fourteen years on a phone in quarters", "2011-01-01", "2024-12-31", 350, "quarter"],
  ["a century in years", "1925-01-01", "2024-12-31", 500, "year"],
  ["a millennium, however narrow, in years", "1025-01-01", "2024-12-31", 500, "year"],
];
for (const [name, from, to, width, slice] of WIDTHS) {
  test(`bars show ${name}`, () => assert.equal(chooseBars(days(from, to), width), slice));
}

test("bars begin on boundaries of the calendar and the outer ones end with the reach", () => {
  const reach = days("2019-12-01", "2020-03-31");
  assert.deepEqual(iso(edgesOf(reach, "month")), ["2019-12-01", "2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"]);
  assert.deepEqual(iso(edgesOf(reach, "quarter")), ["2019-12-01", "2020-01-01", "2020-04-01"]);
  assert.deepEqual(iso(edgesOf(reach, "year")), ["2019-12-01", "2020-01-01", "2020-04-01"]);
  assert.deepEqual(iso(edgesOf(days("2020-10-28", "2020-11-10"), "week")), ["2020-10-28", "2020-11-02", "2020-11-09", "2020-11-11"]);
});

test("a one-day strike counts once, a span in every bar it overlaps, and imprecise days are kept apart", () => {
  const strikes = strikesOf([{ start: 0 }, { start: 9 }, { start: 9 }, { start: 2, end: 6, known: "week" }, {}]);
  const bars = fillBars(strikes, Int32Array.of(0, 2, 4, 6, 8, 10), "count");
  assert.deepEqual([...bars.precise], [1, 0, 0, 0, 2]);
  assert.deepEqual([...bars.imprecise], [0, 1, 1, 1, 0]);
  assert.equal(bars.tallest, 4);
});

test("one day known to the month is imprecise, a raid of five days known to the day is not", () => {
  const strikes = withTolls([{ start: 0, known: "month" }, { start: 5, end: 9 }], [[1, 1], [2, 2]]);
  for (const [measure, precise, imprecise] of [["count", [0, 1], [1, 0]], ["killed_min", [0, 2], [1, 0]]]) {
    const bars = fillBars(strikes, Int32Array.of(0, 5, 10), measure);
    assert.deepEqual([[...bars.precise], [...bars.imprecise]], [precise, imprecise]);
  }
});

test("an empty month is an empty bar, not a bar left out", () => {
  const strikes = strikesOf([{ start: parseDay("2020-01-05") }, { start: parseDay("2020-03-31") }]);
  const edges = edgesOf(days("2020-01-01", "2020-03-31"), "month");
  assert.deepEqual(values(fillBars(strikes, edges, "count")), [1, 0, 1]);
});

test("bars sum to the dated rows, spans once per bar, as a look at every row finds", () => {
  const strikes = scattered(3000);
  const { day_start: start, day_end: end } = strikes.columns;
  const edges = edgesOf([14990, 20100], "month");
  const dated = strikes.rows - strikes.groups.undated;
  const looked = Array.from({ length: edges.length - 1 }, (_, bar) => {
    let count = 0;
    for (let row = 0; row < dated; row++) if (start[row] < edges[bar + 1] && end[row] >= edges[bar]) count++;
    return count;
  });
  assert.deepEqual(values(fillBars(strikes, edges, "count")), looked);
});

test("people killed in a strike of several days stand on its first bar alone", () => {
  const strikes = withTolls([{ start: 0 }, { start: 1, end: 9, known: "month" }], [[3, 5], [10, 20]]);
  const edges = Int32Array.of(0, 5, 10);
  assert.deepEqual(values(fillBars(strikes, edges, "killed_min")), [13, 0]);
  assert.deepEqual([...fillBars(strikes, edges, "killed_max").imprecise], [20, 0]);
});

test("a strike without a figure adds nothing, and an open upper bound is marked", () => {
  const strikes = withTolls([{ start: 0 }, { start: 1 }, { start: 6 }], [[-1, -1], [70, -1], [-1, 4]]);
  const edges = Int32Array.of(0, 5, 10);
  const most = fillBars(strikes, edges, "killed_max");
  assert.deepEqual([values(most), [...most.open], most.tallest], [[70, 4], [1, 0], 0]);
  const least = fillBars(strikes, edges, "killed_min");
  assert.deepEqual([values(least), [...least.reported], [...most.reported]], [[70, 0], [1, 0], [1, 1]]);
});

test("nobody killed, as reported, is a figure", () => {
  const strikes = withTolls([{ start: 0 }, { start: 6 }], [[-1, -1], [0, 0]]);
  const { reported, tallest } = fillBars(strikes, Int32Array.of(0, 5, 10), "killed_min");
  assert.deepEqual([[...reported], tallest], [[0, 1], 1]);
});

test("without any figure there is no tallest bar", () => {
  const strikes = withTolls([{ start: 0 }, { start: 1 }], [[-1, -1], [-1, -1]]);
  assert.equal(fillBars(strikes, Int32Array.of(0, 5), "killed_min").tallest, -1);
});

const LABELS = [
  ["years where they have room", "2013-01-01", "2017-12-31", 350, ["2013", "2014", "2015", "2016", "2017"]],
  ["the first year only if the next one is not close", "2013-11-01", "2016-12-31", 200, ["2014", "2015", "2016"]],
  ["every fifth year where many are close", "2011-01-01", "2024-12-31", 150, ["2011", "2015", "2020"]],
  ["quarters by their first month, and the year once", "2015-09-01", "2016-08-31", 350, ["Oct 2015", "2016", "Apr", "Jul"]],
];
for (const [name, from, to, width, texts] of LABELS) {
  test(`the bars are labelled with ${name}`, () => {
    assert.deepEqual(labelDates(days(from, to), width).map(({ text }) => text), texts);
  });
}

test("a year's label stands where the year begins", () => {
  const labels = labelDates(days("2013-06-01", "2017-12-31"), 600);
  assert.deepEqual(iso(labels.map(({ day }) => day)), ["2013-06-01", "2014-01-01", "2015-01-01", "2016-01-01", "2017-01-01"]);
});

test("a window without a strike lies in a run of empty bars, one with a strike in none", () => {
  const reach = days("2020-01-01", "2020-12-31");
  const edges = edgesOf(reach, "month");
  const strikes = strikesOf([
    { start: parseDay("2020-01-05"), end: parseDay("2020-01-05") },
    { start: parseDay("2020-06-20"), end: parseDay("2020-07-02") },
  ]);
  const filled = filledBars(strikes, edges);
  const run = (from, to) => emptyRun(filled, edges, days(from, to))?.map(isoOf) ?? null;
  assert.deepEqual(run("2020-03-01", "2020-03-31"), ["2020-02-01", "2020-05-31"]);
  assert.deepEqual(run("2020-12-01", "2020-12-31"), ["2020-08-01", "2020-12-31"]);
  assert.equal(run("2020-05-01", "2020-06-30"), null);
  assert.equal(run("2020-07-10", "2020-07-20"), null, "the bar that the span ends in");
});
