"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { sortRows } = require("../../../../../geo/webmap/static/lists/sorting.js");
const { itemsBetween, stack } = require("../../../../../geo/webmap/static/lists/virtual.js");
const { strikesOf } = require("../strikes_of.js");

test("items of known heights are found by where they are seen", () => {
  const tops = stack([30, 50, 50, 70]);
  assert.deepEqual(itemsBetween(tops, 0, 30), [0, 2]);
  assert.deepEqual(itemsBetween(tops, 31, 79), [1, 2]);
  assert.deepEqual(itemsBetween(tops, 130, 900), [3, 4]);
  assert.deepEqual(itemsBetween(tops, -500, 0), [0, 0]);
  assert.deepEqual(itemsBetween(tops, 200, 300), [0, 0]);
  assert.deepEqual(itemsBetween(stack([]), 0, 100), [0, 0]);
});

test("what is not reported comes last in any order, and a shared toll is its lead's", () => {
  const strikes = strikesOf([{ start: 1 }, { start: 2 }, { start: 3 }, { start: 4 }, {}]);
  Object.assign(strikes.columns, {
    killed_min: Int32Array.of(5, -1, 0, 9, -1), killed_max: Int32Array.of(5, 7, 0, 9, -1), kind: Uint8Array.of(2, 1, 0, 1, 2),
  });
  strikes.dictionaries.kind = ["drone", "airstrike"];
  const texts = {
    toll_lead: [null, null, null, 0, null],
    texts: { place_name: [[1, 0, 2, 0, 0], ["Zabadani", "Ariha"]], place_text: [[0, 1, 0, 0, 0], ["Mare"]] },
  };
  const sorted = (order) => sortRows(strikes, texts, [0, 1, 2, 3, 4], order);
  assert.deepEqual(sorted("date"), [0, 1, 2, 3, 4]);
  assert.deepEqual(sorted("newest"), [3, 2, 1, 0, 4]);
  assert.deepEqual(sorted("killed"), [1, 0, 2, 3, 4]);
  assert.deepEqual(sorted("place"), [2, 1, 0, 3, 4]);
  assert.deepEqual(sorted("kind"), [0, 4, 1, 3, 2]);
});
