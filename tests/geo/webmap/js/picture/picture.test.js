"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wrapText } = require("../../../../../geo/webmap/static/picture/picture.js");

const measure = (text) => text.length;

test("text is cut into lines that fit, no word lost", () => {
  const text = "Strikes of the five reports, Idlib, Hama and Latakia";
  const lines = wrapText(text, 20, measure);
  assert.ok(lines.every((line) => line.length <= 20));
  assert.equal(lines.join(" "), text);
});

test("a word wider than the page is cut, not drawn over the edge", () => {
  const lines = wrapText(`see ${"x".repeat(55)} there`, 20, measure);
  assert.ok(lines.every((line) => line.length <= 20));
  assert.equal(lines.join("").replaceAll(" ", ""), `see${"x".repeat(55)}there`);
});

test("nothing is no line", () => assert.deepEqual(wrapText("  ", 20, measure), []));
