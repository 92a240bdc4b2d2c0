"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { chooseRows, takeRows } = require("../../../../../geo/webmap/static/data/chosen.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { scattered } = require("../strikes_of.js");

const TEXTS = {
  ids: ["a", "b", "c", "d"],
  texts: { place_text: [[1, 0, 2, 1], ["Hama", "Homs"]] },
  counts: { injured_min: [5, -1, 3, -1] },
  toll_lead: [null, 0, 3, "elsewhere"],
  claim_rows: [0, 0, 2, 3],
  claims: { title: [[1, 2, 0, 3], ["one", "two", "three"]] },
};

test("a window of the chosen rows holds those that a window of all holds", () => {
  const strikes = scattered(500);
  const kept = Uint32Array.from({ length: 500 }, (_, row) => row).filter((row) => row % 3 !== 1);
  const chosen = takeRows(strikes, kept);
  assert.equal(chosen.rows, kept.length);
  const numbers = ({ first, last, spans }, of) =>
    [...Array(last - first).keys()].map((i) => of(first + i)).concat([...spans].map(of));
  const wanted = numbers(findRows(strikes, 16000, 17000), (row) => row).filter((row) => row % 3 !== 1);
  assert.deepEqual(numbers(findRows(chosen, 16000, 17000), (row) => kept[row]), wanted);
  assert.equal(chosen.groups.undated, kept.filter((row) => row >= 500 - strikes.groups.undated).length);
});

test("texts, claims and shared tolls follow the chosen rows", async () => {
  const strikes = { ...scattered(4), texts: async () => TEXTS };
  const texts = await takeRows(strikes, Uint32Array.of(1, 2, 3)).texts();
  assert.deepEqual(texts.ids, ["b", "c", "d"]);
  assert.deepEqual(texts.texts.place_text, [[0, 2, 1], ["Hama", "Homs"]]);
  assert.deepEqual(texts.counts.injured_min, [-1, 3, -1]);
  assert.deepEqual(texts.toll_lead, ["a", 2, "elsewhere"]);
  assert.deepEqual(texts.claim_rows, [1, 2]);
  assert.deepEqual(texts.claims.title, [[0, 3], ["one", "two", "three"]]);
});

test("no marks are all rows; the bits of Python choose the same rows", async () => {
  const strikes = scattered(20);
  assert.equal(await chooseRows(strikes, ""), strikes);
  const zipped = require("node:zlib").gzipSync(Uint8Array.of(0b00000101, 0, 0b1000)).toString("base64");
  const chosen = await chooseRows(strikes, zipped);
  assert.deepEqual([...chosen.columns.x], [0, 2, 19].map((row) => strikes.columns.x[row]));
});
