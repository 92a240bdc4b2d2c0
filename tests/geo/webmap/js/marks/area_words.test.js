"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { insideRings } = require("../../../../../geo/webmap/static/map/rings.js");
const { placeAreaWords } = require("../../../../../geo/webmap/static/marks/area_words.js");
const { LabelPositions } = require("../../../../../geo/webmap/static/marks/label_positions.js");

const FRAME = { zoom: 8, world: 1000, left: 0, top: 0, width: 1000, height: 600 };
const context = { measureText: (text) => ({ width: text.length * 7 }) };

/** A square of unit web mercator with points for its words. */
function square(name, left, top, side) {
  const [right, bottom] = [left + side, top + side];
  const at = (share) => [left + side * share, top + side * share];
  return {
    name, code: name, box: { left, top, right, bottom }, labelPoint: at(0.5), labelPoints: [0.5, 0.3, 0.7].map(at),
    flats: [Float64Array.of(left, top, right, top, right, bottom, left, bottom)],
  };
}

function place(areas, { boxes = [], land = areas, ...given } = {}) {
  const shaded = areas.map((area) => ({ area, text: "134", range: null }));
  return placeAreaWords(context, shaded, {
    frame: FRAME, boxes, positions: new LabelPositions(), land, language: "en", bar: { width: 84, height: 12 }, ...given,
  });
}

test("the number stands with the name: on one line, on two where the area is narrow, else beside it with a line", () => {
  const [large, narrow, small] = [square("Idlib", 0.1, 0.1, 0.2), square("Idlib", 0.4, 0.1, 0.06), square("Idlib", 0.6, 0.1, 0.02)];
  const words = [large, narrow, small].map((area) => place([area]).placed[0]);
  assert.deepEqual(words.map(({ lines }) => lines), [["Idlib \u2068134\u2069"], ["Idlib", "\u2068134\u2069"], ["Idlib \u2068134\u2069"]], "a text of its own way: first strong letters decide");
  assert.deepEqual(words.map(({ leader }) => leader === null), [true, true, false]);
  const [x, y] = words[2].leader;
  assert.ok(insideRings(x / 1000, y / 1000, small.flats));
});

test("no words lie on a neighbour or on other words; where there is no room they are left out and counted", () => {
  const block = [0, 1, 2, 3, 4, 5].flatMap((i) => [0, 1, 2, 3, 4, 5].map((j) => square(`A${i}${j}`, 0.3 + i * 0.03, 0.2 + j * 0.03, 0.03)));
  const { placed, wordless } = place(block);
  assert.ok(placed.length > 4 && wordless > 2, "the outer ones have room beside the block, the inner ones none");
  assert.equal(placed.length + wordless, 36);
  for (const { left, right, top, bottom, leader } of placed) {
    assert.ok(leader);
    assert.ok(right <= 300 || left >= 480 || bottom <= 200 || top >= 380, "beside all areas");
  }
  for (const [i, one] of placed.entries()) {
    for (const other of placed.slice(i + 1)) {
      assert.ok(one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top);
    }
  }
});

test("districts too small for words have none, and words keep their place while it is free", () => {
  const small = square("Harim", 0.6, 0.1, 0.02);
  assert.deepEqual(place([small], { led: false }), { placed: [], wordless: 1 });
  const [large, positions] = [square("Idlib", 0.1, 0.1, 0.2), new LabelPositions()];
  const [first] = place([large], { positions }).placed;
  const moved = place([large], { positions, frame: { ...FRAME, left: 40 } }).placed[0];
  assert.equal(moved.left, first.left - 40);
  const taken = place([large], { positions, boxes: [{ left: 190, right: 210, top: 190, bottom: 210 }] }).placed[0];
  assert.notEqual(taken.top, first.top);
});
