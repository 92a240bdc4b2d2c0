"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { areasOf, findArea, rowsIn } = require("../../../../../geo/webmap/static/places/areas.js");
const { placesOf } = require("../../../../../geo/webmap/static/places/index.js");
const { strikesOf } = require("../strikes_of.js");

/** Strikes with texts: each row { name, said, method, near } beside what strikesOf takes. */
function named(rows) {
  const strikes = strikesOf(rows.map((row, i) => ({ start: i, ...row })));
  strikes.dictionaries.precision = ["near", "settlement"];
  strikes.columns.precision = Uint8Array.from(rows, ({ near }) => (near ? 1 : 2));
  const column = (of) => {
    const words = [...new Set(rows.map(of).filter(Boolean))];
    return [Uint8Array.from(rows, (row) => words.indexOf(of(row)) + 1), words];
  };
  const texts = {
    ids: rows.map((_, i) => `s${i}`),
    texts: {
      place_name: column(({ name }) => name), place_text: column(({ said }) => said),
      match_method: column(({ method = "exact" }) => method),
    },
  };
  return { strikes, texts };
}

const grouped = (rows) => {
  const { strikes, texts } = named(rows);
  return Array.from(placesOf(strikes, texts).of);
};

test("a place is a name at a point: its spellings are one, namesakes elsewhere are not", () => {
  assert.deepEqual(grouped([
    { name: "Talbiseh", said: "Talbisah", x: 0.6, y: 0.4 },
    { name: "Talbiseh", said: "Talbiseh", x: 0.6, y: 0.4 },
    { name: "Babila", x: 0.6, y: 0.4 },
    { name: "Talbiseh", x: 0.7, y: 0.4 },
  ]), [1, 1, 2, 3]);
});

test("what is near a place is not in it, and what has no point is in none", () => {
  assert.deepEqual(grouped([
    { name: "Ariha", x: 0.6, y: 0.4 }, { name: "Ariha", x: 0.6, y: 0.4, near: true },
    { name: "Ariha", status: "area_only" }, { x: 0.6, y: 0.4 },
  ]), [1, 2, 0, 0]);
});

test("points of a source's own are one place where name and area are the same", () => {
  const own = { method: "given" };
  assert.deepEqual(grouped([
    { said: "Raqqa", x: 0.6, y: 0.4, area: 1, ...own }, { said: "RAQQA", x: 0.61, y: 0.4, area: 1, ...own },
    { said: "Raqqa", x: 0.6, y: 0.4, area: 2, ...own },
  ]), [1, 1, 2]);
});

test("what the address says of a place finds it again, in other strikes too", () => {
  const rows = [{ name: "Duwaylah", x: 0.6, y: 0.4 }, { name: "Duwaylah", x: 0.6, y: 0.4, near: true }, { said: "Raqqa, the city", x: 0.61, y: 0.4, area: 1, method: "given" }];
  const one = named(rows);
  const first = placesOf(one.strikes, one.texts);
  const other = named([...rows].reverse());
  const second = placesOf(other.strikes, other.texts);
  for (let number = 1; number <= 3; number++) {
    const found = second.find(first.wordOf(number));
    assert.equal(second.at(found).name, first.at(number).name);
    assert.equal(second.at(found).near, first.at(number).near);
    assert.deepEqual(Array.from(first.rowsOf(number)), [number - 1]);
  }
  assert.equal(second.find("1,2,at,Nowhere"), undefined);
  assert.match(first.wordOf(3), /^SY06,,at,Raqqa, the city$/);
});

test("an area holds what is located or known to it, and no row that is not located", () => {
  const { strikes, texts } = named([
    { area: 1, x: 0.6, y: 0.4 }, { area: 1, status: "area_only" }, { area: 1, status: "unlocated" }, { area: 2 },
  ]);
  const area = findArea(strikes, texts, { governorates: [{ code: "SY06", name: "Latakia", name_ar: "اللاذقية" }] }, "SY06");
  assert.deepEqual([area.name, area.nameArabic, area.level], ["Latakia", "اللاذقية", 0]);
  assert.deepEqual(Array.from(rowsIn(strikes, area)), [0, 1]);
  assert.deepEqual(areasOf(strikes, 3), ["SY07", ""]);
  assert.equal(findArea(strikes, texts, { governorates: [] }, "XX"), null);
});
