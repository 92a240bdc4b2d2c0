"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { say } = require("../../../../../geo/webmap/static/language/language.js");
const { sumPeople, wordSum } = require("../../../../../geo/webmap/static/details/tolls.js");

const sum = (pairs) => sumPeople(pairs.map((_, i) => i), pairs.map(([low]) => low), pairs.map(([, high]) => high));

test("people are a range with how many strikes report them; what is not reported is no zero", () => {
  assert.equal(wordSum("killed", sum([[2, 3], [-1, -1], [4, 4]]), { say }), "Killed 6–7, reported for 2 of 3 strikes");
  assert.equal(wordSum("killed", sum([[5, -1], [1, 2]]), { say }), "Killed 6+, reported for 2 of 2 strikes");
  assert.equal(wordSum("killed", sum([[-1, 9], [1, 2]]), { say }), "Killed 1–11, reported for 2 of 2 strikes");
  assert.equal(wordSum("injured", sum([[-1, -1]]), { say }), "Injured not reported");
  assert.equal(wordSum("killed", sum([[0, 0]]), { say, elsewhere: 1 }), "Killed 0, reported for 1 of 1 strike; 1 toll stands with another strike");
});
