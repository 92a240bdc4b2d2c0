"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { findAll } = require("../../../../../geo/webmap/static/search/find.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { strikesOf } = require("../strikes_of.js");

const ROWS = [
  { day: "2015-09-30", name: "Talbiseh", arabic: "تلبيسة", said: "Talbisah", x: 0.6, area: 1 },
  { day: "2015-10-20", name: "Talbiseh", arabic: "تلبيسة", said: "Talbiseh", x: 0.6, area: 1, title: "Raids on Homs" },
  { day: "2016-10-01", name: "Al-Talbiseh Gate", x: 0.61, area: 1, actor: 1 },
  { day: "2016-11-05", name: "Duwaylah", x: 0.62, area: 2 },
];

function findIn(text, baseMap = { governorates: [{ code: "SY06", name: "Homs", name_ar: "حمص" }, { code: "SY07", name: "Idlib" }], districts: [] }) {
  const strikes = strikesOf(ROWS.map(({ day, ...row }) => ({ start: parseDay(day), ...row })));
  Object.assign(strikes.dictionaries, { precision: ["settlement"], kind: ["airstrike"], actor: ["Russia"] });
  Object.assign(strikes.columns, {
    precision: new Uint8Array(4).fill(1), kind: new Uint8Array(4).fill(1), actor: Uint8Array.from(ROWS, ({ actor = 0 }) => actor),
  });
  const column = (name) => {
    const words = [...new Set(ROWS.map((row) => row[name]).filter(Boolean))];
    return [Uint8Array.from(ROWS, (row) => words.indexOf(row[name]) + 1), words];
  };
  const texts = {
    ids: ROWS.map((_, i) => `s${i}`),
    texts: { place_name: column("name"), place_name_ar: column("arabic"), place_text: column("said") },
    claim_rows: [1], claims: { title: [[1], ["Raids on Homs"]] },
  };
  return findAll({ strikes, baseMap }, texts, text);
}

const counts = ({ places }) => places.map(({ count }) => count);

test("a place is found by every spelling, in both scripts, the best fit first", () => {
  assert.deepEqual(counts(findIn("talbiseh")), [2, 1]);
  assert.deepEqual(counts(findIn("TALBISAH")), [2], "as one report has it");
  assert.deepEqual(counts(findIn("تلبيسه")), [2]);
  assert.deepEqual(counts(findIn("gate")), [1]);
});

test("a spelling that nobody reported is found by its consonants, after all others, and told", () => {
  const { places } = findIn("talbesa");
  assert.deepEqual(places.map(({ count, alike }) => [count, alike]), [[2, true]]);
  assert.deepEqual(findIn("hms").places, [], "too few consonants are no likeness");
});

test("areas are found by their names, with the strikes known to lie in them", () => {
  assert.deepEqual(findIn("homs").areas.map(({ code, count }) => [code, count]), [["SY06", 3]]);
  assert.deepEqual(findIn("حمص").areas.map(({ code }) => code), ["SY06"]);
  assert.deepEqual(findIn("nowhere").areas, []);
});

test("strikes are found by all words that are said of them: place, actor, headline, kind, month, year, day", () => {
  const found = (text) => findIn(text).strikes;
  assert.deepEqual(found("talbiseh october 2015").rows, [1]);
  assert.deepEqual(found("raids").rows, [1]);
  assert.deepEqual(found("russia 2016").rows, [2]);
  assert.deepEqual(found("2016-11").rows, [3]);
  assert.deepEqual(found("2015-09-30").rows, [0]);
  assert.deepEqual(found("airstrike").rows, [3, 2, 1, 0], "the newest first");
  assert.equal(found("airstrike").count, 4);
  assert.deepEqual(found("talbiseh 2014").rows, []);
});

test("less than two letters ask for nothing", () => {
  assert.deepEqual(findIn(" t ").strikes.rows, []);
});
