"use strict";
const assert = require("node:assert/strict");
const { readFileSync, readdirSync } = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { MODES, describeModes, legendOf, modeOf, needsSources, sizeOf, sourceOf } = require("../../../../../geo/webmap/static/modes/modes.js");
const { KEPT, USUAL, WAYS } = require("../../../../../geo/webmap/static/modes/ways.js");
const { SYMBOLS } = require("../../../../../geo/webmap/static/picture/legend_block.js");
const { SIZES } = require("../../../../../geo/webmap/static/terms/sizes.js");

const STATIC = path.join(__dirname, "../../../../../geo/webmap/static/");
const SHARED = ["meanings.js", "modes.js", "ways.js"]; // of all modes; every other file is one

test("every file of the folder is a mode in the list, under its own name", () => {
  const files = readdirSync(path.join(STATIC, "modes")).filter((name) => !SHARED.includes(name));
  assert.deepEqual(MODES.map(({ name }) => `${name}.js`).sort(), files.sort());
});

for (const mode of MODES) {
  test(`${mode.name} is all that a mode is`, () => {
    for (const name of ["place", "legend", "word", "describe"]) assert.equal(typeof mode[name], "function", name);
    for (const name of ["bySource", "coloured", "areaBadges"]) assert.equal(typeof mode[name], "boolean", name);
    assert.ok(mode.drawBelow || mode.drawAbove, "it draws something");
    assert.ok(mode.sizes.length > 0 && mode.sizes.every((size) => SIZES[size]));
    assert.equal(WAYS.show.words[mode.name], mode.label);
  });

  test(`${mode.name} is explained in both legends, whatever it is sized by`, () => {
    const styles = readFileSync(path.join(STATIC, "panel/legend.css"), "utf-8");
    for (const size of mode.sizes) {
      const entries = mode.legend(size, { show: mode.name, size, told_by: "" });
      assert.ok(entries.length > 0);
      for (const { swatch, words } of entries) {
        assert.ok(SYMBOLS[swatch], `${swatch} has a symbol in the picture`);
        assert.ok(styles.includes(`.strike-${swatch}`), `${swatch} has a style in the legend on the map`);
        assert.ok(words.length > 5);
      }
    }
  });
}

test("a way to show that is not known is the usual one", () => {
  assert.equal(modeOf({ show: "fireworks" }).name, USUAL.show);
  assert.deepEqual([USUAL.colour, USUAL.size, USUAL.labels, USUAL.told_by], ["kind", "count", "en", ""]);
  assert.ok(KEPT.every((name) => WAYS[name]));
});

test("only areas of one source, or by the source, wait for the sources", () => {
  assert.equal(needsSources({ show: "areas", size: "count", told_by: "" }), false);
  assert.equal(needsSources({ show: "areas", size: "per_source", told_by: "" }), true);
  assert.equal(needsSources({ show: "areas", size: "count", told_by: "SOHR" }), true);
  assert.equal(needsSources({ show: "clusters", size: "per_source", told_by: "SOHR" }), false);
});

test("one source alone is counted only where a mode can, and says so", () => {
  assert.deepEqual(["areas", "clusters"].map((show) => sourceOf({ show, told_by: "SOHR" })), ["SOHR", ""]);
});

test("a size that a mode does not have is the number of strikes, in its legend too", () => {
  assert.equal(sizeOf({ show: "clusters", size: "per_source" }), "count");
  assert.equal(sizeOf({ show: "areas", size: "per_source" }), "per_source");
  const words = (show) => legendOf({ show, size: "per_source", told_by: "" })[0].words;
  assert.deepEqual(["clusters", "density"].map(words), ["several strikes, their number", "stronger: more strikes in the square"]);
});

test("marks are described by their own mode, the others say null", () => {
  const squares = { cells: [{ count: 2 }, { count: 1 }] };
  const described = describeModes({ clusters: [], squares });
  assert.deepEqual(described, { clusters: [], areas: null, without: 0, sourceNote: null, differences: null, squares: [2, 1] });
});
