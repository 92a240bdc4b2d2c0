"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { boundsTo, classOf, contrast, huesOf, inkOn, overLand, shadesOf, wordClasses } = require("../../../../../geo/webmap/static/look/shades.js");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");

test("classes are whole numbers that rise to the most and hold every value once", () => {
  for (let most = 1; most < 3000; most++) {
    const bounds = boundsTo(most);
    assert.equal(bounds.at(-1), most);
    assert.ok(bounds.every((bound, i) => Number.isInteger(bound) && bound > (bounds[i - 1] ?? 0)), String(bounds));
    assert.ok(bounds.length <= 5);
  }
  assert.deepEqual(boundsTo(596), [20, 100, 200, 400, 596]);
  assert.deepEqual(wordClasses([20, 100, 596]), ["1–20", "21–100", "101–596"]);
  assert.deepEqual(wordClasses(boundsTo(3)), ["1", "2", "3"]);
  assert.deepEqual([1, 20, 21, 596].map((value) => classOf([20, 100, 596], value)), [0, 0, 1, 2]);
});

test("a toll of nought has a class, and shares have bounds that are said as what they are", () => {
  assert.deepEqual(wordClasses(boundsTo(0), { least: 0 }), ["0"]);
  assert.deepEqual(wordClasses([20, 100], { least: 0 }), ["0–20", "21–100"]);
  assert.deepEqual(wordClasses(boundsTo(4, false), { whole: false }).slice(0, 2), ["up to 0.2", "over 0.2 to 0.6"]);
});

test("words are read on every colour of both themes", () => {
  for (const theme of [THEMES.light, THEMES.dark]) {
    const hues = ["fewer", "more", "same"].flatMap((side) => [1, 2, 5].flatMap((count) => huesOf(theme, side, count)));
    for (const colour of [...[1, 2, 3, 4, 5].flatMap((count) => shadesOf(theme, count)), ...hues]) {
      const { text, halo } = inkOn(colour, theme);
      assert.ok(contrast(text, overLand(colour, theme)) >= 4.5, `${text} on ${colour}`);
      assert.equal(halo, overLand(colour, theme));
    }
    assert.ok(contrast(theme.discText, theme.home) >= 4.5);
  }
});
