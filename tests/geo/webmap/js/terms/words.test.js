"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { wordDates, wordDatesShort, wordNone, wordPeopleKilled, wordPlace, wordRadius, wordToll, wordTollShort, wordUndated } = require("../../../../../geo/webmap/static/terms/words.js");

const TOLLS = [
  [-1, -1, "not reported"], [0, 0, "0"], [5, 5, "5"], [70, 100, "70–100"], [160, -1, "160+"],
  [-1, 12, "up to 12"], [1000, 2500, "1,000–2,500"],
];
for (const [low, high, words] of TOLLS) {
  test(`a toll of ${low} to ${high} reads "${words}"`, () => assert.equal(wordToll(low, high), words));
}

test("dates say how sharply they are known", () => {
  const [first, last] = [parseDay("2015-09-01"), parseDay("2015-09-30")];
  assert.equal(wordDates(last, last, "day"), "30 September 2015");
  assert.equal(wordDates(first, last, "month"), "1 September 2015 – 30 September 2015 (known to the month)");
  assert.equal(wordDates(null, null, "unknown"), "undated");
});

test("what a release holds back is not called unreported", () => {
  const held = { held: new Set(["killed_min", "place_text"]) };
  assert.equal(wordNone(held, "killed_min"), "held back");
  assert.equal(wordNone(held, "injured_min"), "not reported");
  assert.equal(wordNone({}, "killed_min"), "not reported");
  assert.equal(wordToll(-1, -1, wordNone(held, "killed_min")), "held back");
  const none = (column) => wordNone(held, column);
  const tolls = { killed: "held back", civilians: "not reported", injured: "not reported", casualties: "not reported" };
  assert.equal(wordTollShort({ tolls, tollLead: null, none }), "toll held back");
  assert.equal(wordTollShort({ tolls: { ...tolls, injured: "3" }, tollLead: null, none }), "3 injured");
  assert.equal(wordPlace({ placeName: null, placeText: null, areas: null, none }), "place held back");
  assert.deepEqual([held, {}].map((strikes) => wordPeopleKilled(strikes, "–")), ["people killed held back", "people killed not reported"]);
  assert.equal(wordPeopleKilled({}, "5–19"), "5–19 killed, as reported");
  assert.deepEqual([held, { held: new Set(["date_start"]) }].map(wordUndated), ["undated", "with days held back"]);
});

test("a radius is given in km, and none where none is known", () => {
  assert.equal(wordRadius(2), "within about 2 km");
  assert.equal(wordRadius(0.5), "within about 0.5 km");
  assert.equal(wordRadius(-1), null);
});

test("a strike is called by its matched place, else as reported, else by its area", () => {
  assert.equal(wordPlace({ placeName: "Duwaylah", placeText: "Dweila" }), "Duwaylah");
  assert.equal(wordPlace({ placeName: null, placeText: "Several towns" }), "Several towns");
  assert.equal(wordPlace({ placeName: null, placeText: null, areas: "Idlib" }), "Idlib");
});

test("a list says the toll in few words, a shared toll not twice", () => {
  const tolls = { killed: "not reported", civilians: "not reported", injured: "3", casualties: "160+" };
  assert.equal(wordTollShort({ tolls, tollLead: null }), "160+ killed or injured");
  assert.equal(wordTollShort({ tolls: { ...tolls, civilians: "5–7" }, tollLead: null }), "5–7 civilians killed");
  assert.equal(wordTollShort({ tolls: { ...tolls, civilians: "5", killed: "8" }, tollLead: null }), "8 killed");
  assert.equal(wordTollShort({ tolls, tollLead: 4 }), "toll counted with another strike");
});

const SHORT_DATES = [
  ["2020-10-26", "2020-10-26", "day", "26 Oct 2020"],
  ["2020-07-13", "2020-07-19", "week", "13–19 Jul 2020"],
  ["2020-07-27", "2020-08-02", "week", "27 Jul – 2 Aug 2020"],
  ["2018-12-31", "2019-01-06", "week", "31 Dec 2018 – 6 Jan 2019"],
  ["2020-07-01", "2020-07-31", "month", "Jul 2020"],
  ["2020-07-14", "2020-07-31", "month", "14–31 Jul 2020"],
  ["2019-12-01", "2020-03-31", "month", "Dec 2019 – Mar 2020"],
  ["2020-07-01", "2020-07-31", "day", "1–31 Jul 2020"],
  ["2016-01-01", "2016-12-31", "year", "2016"],
  ["2016-01-01", "2017-12-31", "year", "2016 – 2017"],
  ["2020-07-14", "2020-07-14", "month", "month of 14 Jul 2020"],
];
for (const [start, end, precision, words] of SHORT_DATES) {
  test(`a list calls ${start} to ${end}, known to the ${precision}, "${words}"`, () =>
    assert.equal(wordDatesShort(parseDay(start), parseDay(end), precision), words));
}

test("a list calls a strike without a date undated", () =>
  assert.equal(wordDatesShort(null, null, "unknown"), "undated"));
