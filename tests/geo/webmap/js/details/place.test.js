"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordSpellings } = require("../../../../../geo/webmap/static/details/place.js");

test("spellings are told as reported, the commonest first, and how many more there are", () => {
  const words = Array.from({ length: 14 }, (_, i) => `Name ${String(i).padStart(2, "0")}`);
  const texts = { texts: { place_text: [[1, 1, ...words.slice(1).map((_, i) => i + 2)], words] } };
  const said = wordSpellings(Array.from({ length: 15 }, (_, i) => i), texts);
  assert.ok(said.startsWith("Name 00 (2), Name 01 (1), "));
  assert.ok(said.endsWith("Name 11 (1), 2 more spellings"));
});
