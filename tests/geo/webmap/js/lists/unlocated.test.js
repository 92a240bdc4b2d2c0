"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { selectRows } = require("../../../../../geo/webmap/static/data/select.js");
const { partsByArea, partsByDistrict, partsByReason } = require("../../../../../geo/webmap/static/lists/unlocated.js");
const { countryOnlyIn, placeCountryBadge } = require("../../../../../geo/webmap/static/marks/country_badge.js");
const { LabelPositions } = require("../../../../../geo/webmap/static/marks/label_positions.js");
const { scattered, strikesOf } = require("../strikes_of.js");

const PRECISIONS = ["country", "district", "governorate", "unknown"];

/** Strikes with texts from rows { precision, governorate, district, place } beside those of strikesOf. */
function withTexts(rows) {
  const strikes = strikesOf(rows);
  strikes.dictionaries.precision = PRECISIONS;
  const ordered = [...rows].sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
  strikes.columns.precision = Uint8Array.from(ordered, ({ precision }) => PRECISIONS.indexOf(precision) + 1);
  for (const name of ["killed_min", "killed_max"]) {
    strikes.columns[name] = Int32Array.from(ordered, (row) => row[name] ?? -1);
  }
  const coded = (of) => {
    const words = [...new Set(ordered.map(of).filter(Boolean))];
    return [ordered.map((row) => words.indexOf(of(row)) + 1), words];
  };
  const texts = {
    texts: {
      adm1_name: coded(({ governorate }) => governorate), adm2_name: coded(({ district }) => district),
      place_name: coded(({ place }) => place),
    },
  };
  return { strikes, texts };
}

const IDLIB = { status: "area_only", governorate: "Idlib", precision: "governorate" };
const AREAS = withTexts([
  { start: 1, ...IDLIB },
  { start: 2, ...IDLIB, precision: "district", district: "Jisr al-Shughur" },
  { start: 3, status: "area_only", governorate: "Aleppo", precision: "district", place: "Afrin district" },
  { start: 4, ...IDLIB, precision: "district", district: "Jisr al-Shughur" },
  { start: 5, status: "area_only", precision: "governorate" },
]);

test("area only strikes are grouped by governorate, then by district where it is known", () => {
  assert.deepEqual(partsByArea(AREAS.strikes, AREAS.texts, [0, 1, 2, 3, 4]), [
    ["Governorate not known", [4]],
    ["Aleppo, Afrin district", [2]],
    ["Idlib", [0]],
    ["Idlib, Jisr al-Shughur district", [1, 3]],
  ]);
});

test("a badge's list is split by district, and not split where none is known", () => {
  assert.deepEqual(partsByDistrict(AREAS.strikes, AREAS.texts, [0, 1, 3]), [
    ["District not known", [0]], ["Jisr al-Shughur district", [1, 3]],
  ]);
  assert.deepEqual(partsByDistrict(AREAS.strikes, AREAS.texts, [0]), [["", [0]]]);
});

test("lists of areas say districts as their country does", () => {
  const levels = { one: ["oblast", "raion", "hromada"], many: ["oblasts", "raions", "hromadas"] };
  assert.deepEqual(partsByArea(AREAS.strikes, AREAS.texts, [0, 1, 2, 4], levels), [
    ["Oblast not known", [4]], ["Aleppo, Afrin district", [2]], ["Idlib", [0]], ["Idlib, Jisr al-Shughur raion", [1]],
  ]);
  assert.equal(partsByDistrict(AREAS.strikes, AREAS.texts, [0, 1], levels)[0][0], "Raion not known");
});

const NOWHERE = { status: "unlocated", precision: "unknown" };
const COUNTRY = { status: "unlocated", precision: "country" };
const PLACELESS = withTexts([
  { start: 10, ...COUNTRY, killed_min: 5, killed_max: 7 },
  { start: 20, ...NOWHERE },
  { start: 30, ...COUNTRY, killed_min: 3 },
  { start: 40, status: "located", precision: "country" },
  { ...COUNTRY },
]);

test("the unlocated have two parts: those known only to the country, and those not placed", () => {
  assert.deepEqual(partsByReason(PLACELESS.strikes, [0, 1, 2, 4]), [
    ["Known only to the country", [0, 2, 4]], ["Not placed", [1]],
  ]);
});

test("the country's badge counts the window's unlocated ones alone, spans among them", () => {
  const { strikes } = PLACELESS;
  const inWindow = (from, to) => Array.from(countryOnlyIn(strikes, findRows(strikes, from, to)));
  assert.deepEqual(inWindow(0, 100), [0, 2]);
  assert.deepEqual(inWindow(11, 40), [2]);
  assert.deepEqual(inWindow(31, 40), []);
  const { strikes: long } = withTexts([{ start: 10, end: 30, ...COUNTRY }, { start: 10, end: 30, ...NOWHERE }]);
  assert.deepEqual(Array.from(countryOnlyIn(long, findRows(long, 25, 40))), [0]);
  assert.equal(countryOnlyIn(long, findRows(long, 31, 40)).length, 0);
});

function badgeOf(bound, frame = { width: 1280 }, top = 0) {
  const { strikes } = PLACELESS;
  const context = { font: "", measureText: (text) => ({ width: text.length * 7 }) };
  const positions = new LabelPositions();
  const baseMap = { country: { name: "Syria" } };
  return placeCountryBadge(context, { strikes, rows: findRows(strikes, 0, 100), bound, baseMap, frame, top, positions });
}

test("the badge names the country as the base map does, and its people with an open bound", () => {
  assert.equal(badgeOf("count").text, "Syria (country only): 2");
  assert.equal(badgeOf("killed_min").text, "Syria (country only): ≥8");
  assert.equal(badgeOf("killed_max").text, "Syria (country only): 10+");
});

test("the badge stands at the screen's upper edge, under a title, and never beyond the sides", () => {
  assert.equal(badgeOf("count").top, 10);
  assert.ok(badgeOf("count", { width: 1280 }, 40).top > 40);
  for (const width of [320, 390, 560, 1280]) {
    const { left, right } = badgeOf("count", { width });
    assert.ok(left >= 54 && right <= width);
  }
});

test("one pass finds a window's rows by date, one-day rows and spans alike", () => {
  const strikes = scattered(3000);
  const { day_start: start, day_end: end, status } = strikes.columns;
  const rows = selectRows(strikes, findRows(strikes, 16000, 18500), (row) => status[row] === 0);
  const wanted = Array.from({ length: strikes.rows - strikes.groups.undated }, (_, row) => row)
    .filter((row) => status[row] === 0 && start[row] <= 18500 && end[row] >= 16000)
    .sort((a, b) => start[a] - start[b] || a - b);
  assert.deepEqual(rows, wanted);
});
