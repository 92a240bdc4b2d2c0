"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const fs = require("node:fs");
const path = require("node:path");
const { say, signed, speak } = require("../../../../../geo/webmap/static/language/language.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");
const difference = require("../../../../../geo/webmap/static/modes/difference.js");
const { GOVERNORATES } = require("../../../../../geo/webmap/static/modes/areas.js");
const { settleModes } = require("../../../../../geo/webmap/static/modes/modes.js");
const { strikesOf } = require("../strikes_of.js");

const baseMap = { governorates: [{ code: "SY06", name: "Latakia" }, { code: "SY07", name: "Idlib" }, { code: "SY08", name: "Hasakah" }] };

/** Days 0-9 are side A, 10-19 side B: Latakia 2 and 1 strikes, Idlib none and 1. */
function joined(size) {
  const strikes = strikesOf([{ start: 1, area: 1 }, { start: 2, area: 1 }, { start: 11, area: 1 }, { start: 12, area: 2 }, { start: 13, status: "unlocated" }]);
  Object.assign(strikes.columns, { killed_min: Int32Array.of(3, -1, 9, -1, 4), killed_max: Int32Array.of(5, -1, 9, -1, 4) });
  const sides = { a: { strikes: { ...strikes }, rows: findRows(strikes, 0, 9) }, b: { strikes, rows: findRows(strikes, 10, 19) } };
  return { strikes, sides, found: difference.joinAreas(GOVERNORATES, sides, { baseMap, modes: { size, told_by: "" } }) };
}

test("a difference says n and n, and areas with nothing in both are not there", () => {
  const { found } = joined("count");
  assert.deepEqual(found.areas.map(({ area, text, change }) => [area.name, text, change]), [["Latakia", "2 → 1", -1], ["Idlib", "0 → 1", 1]]);
  assert.deepEqual([found.before.known, found.before.reported, found.after.known, found.after.reported], [2, 2, 2, 3]);
  assert.deepEqual(joined("per_source").found.areas.map(({ text }) => text), ["2 → 1", "0 → 1"]);
});

test("people killed are not 0 where nothing is reported: there is no difference, and no colour", () => {
  const { found } = joined("killed_max");
  assert.deepEqual(found.areas.map(({ text, change }) => [text, change]), [["3–5 → 9", 4], ["– → –", null]]);
});

test("in Arabic the arrow goes the way the words go, and a sign stands before its number", () => {
  speak(JSON.parse(fs.readFileSync(path.join(__dirname, "../../../../../geo/webmap/words/ar.json"), "utf8")));
  try {
    assert.deepEqual(joined("killed_max").found.areas.map(({ text }) => text), ["\u2067من 3 إلى 5 ← 9\u2069", "\u2067– ← –\u2069"]);
    assert.deepEqual([signed(15), signed(-7), signed(0)], ["\u2066+15\u2069", "\u2066−7\u2069", "\u20660\u2069"]);
  } finally {
    speak();
  }
  assert.deepEqual([signed(1500), signed(-7), signed(0)], ["+1,500", "−7", "0"]);
});

test("the scale says both sides in numbers, and how many of how many are in the areas", () => {
  const { strikes, sides: { a, b } } = joined("count");
  const modes = { show: "difference", size: "count", told_by: "", compare: "before" };
  const marks = difference.place({ rows: b.rows }, { strikes, baseMap, modes, compared: a });
  const { steps, notes } = difference.scale(marks, { theme: THEMES.light, size: "count", say });
  assert.deepEqual(steps.map(({ words }) => words), ["1 fewer in B", "as many in both", "1 more in B", "none in both: not shaded"]);
  assert.equal(steps.at(-1).colour, THEMES.light.home);
  assert.match(notes[1], /^B: 2 of 3 strikes with a date are in these governorates; 1 in none, or not located$/);
  assert.deepEqual(difference.place({ rows: b.rows }, { strikes, baseMap, modes, compared: null }).differing.areas, []);
});

test("without something to compare with there is no difference to show", () => {
  const strikes = strikesOf([{ start: 1 }]);
  assert.equal(settleModes({ show: "difference", size: "count", compare: "" }, strikes).show, "areas");
  assert.equal(settleModes({ show: "difference", size: "count", compare: "before" }, strikes).show, "difference");
  assert.equal(settleModes({ show: "district_difference", size: "count", compare: "before" }, strikes).show, "areas");
});
