"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { parseDay } = require("../../geo/static/calendar.js");
const { wordDates, wordPlace, wordRadius, wordToll, wordTollShort } = require("../../geo/static/words.js");

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
  assert.equal(wordTollShort({ tolls, tollLead: 4 }), "toll counted with another strike");
});
