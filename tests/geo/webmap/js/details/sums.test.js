"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordWithin } = require("../../../../../geo/webmap/static/details/circle.js");
const { wordCount } = require("../../../../../geo/webmap/static/details/group.js");
const { wordSpellings } = require("../../../../../geo/webmap/static/details/place.js");
const { chooseUnit, makeTimeline, wordTimeline } = require("../../../../../geo/webmap/static/details/timeline.js");
const { sumPeople, wordSum } = require("../../../../../geo/webmap/static/details/tolls.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { strikesOf } = require("../strikes_of.js");

const say = (phrase) => phrase;
const sum = (pairs) => sumPeople(pairs.map((_, i) => i), pairs.map(([low]) => low), pairs.map(([, high]) => high));

test("people are a range with how many strikes report them; what is not reported is no zero", () => {
  assert.equal(wordSum("killed", sum([[2, 3], [-1, -1], [4, 4]]), { say }), "Killed 6–7, reported for 2 of 3 strikes");
  assert.equal(wordSum("killed", sum([[5, -1], [1, 2]]), { say }), "Killed 6+, reported for 2 of 2 strikes");
  assert.equal(wordSum("killed", sum([[-1, 9], [1, 2]]), { say }), "Killed up to 11, reported for 2 of 2 strikes");
  assert.equal(wordSum("injured", sum([[-1, -1]]), { say }), "Injured not reported");
  assert.equal(wordSum("killed", sum([[0, 0]]), { say, elsewhere: 1 }), "Killed 0, reported for 1 of 1 strike; 1 toll stands with another strike");
});

test("a count says how many of how many, and the undated in it", () => {
  assert.equal(wordCount(3, 12, 0), "3 strikes in the period shown, of 12 of all dates");
  assert.equal(wordCount(1, 1, 1), "1 strike in the period shown; 1 of them undated");
});

test("spellings are told as reported, the commonest first, and how many more there are", () => {
  const words = Array.from({ length: 14 }, (_, i) => `Name ${String(i).padStart(2, "0")}`);
  const texts = { texts: { place_text: [[1, 1, ...words.slice(1).map((_, i) => i + 2)], words] } };
  const said = wordSpellings(Array.from({ length: 15 }, (_, i) => i), texts);
  assert.ok(said.startsWith("Name 00 (2), Name 01 (1), "));
  assert.ok(said.endsWith("Name 11 (1), 2 more spellings"));
});

test("surely, possibly and not judged are told of a circle", () => {
  assert.equal(wordWithin({ sure: 1, possible: 1, no: 3, notJudged: 1 }), "1 strike surely, 1 possibly (its radius reaches in); 1 without a point is not judged");
});

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
