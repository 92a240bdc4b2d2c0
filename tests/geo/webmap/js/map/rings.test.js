"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { labelPointsOf } = require("../../../../../geo/webmap/static/map/rings.js");

/** How far a point is from the nearest of a thousand points along each side. */
function depthOf([x, y], flats) {
  let nearest = Infinity;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      for (let step = 0; step <= 1000; step++) {
        const at = step / 1000;
        nearest = Math.min(nearest, Math.hypot(
          x - flat[j] - at * (flat[i] - flat[j]), y - flat[j + 1] - at * (flat[i + 1] - flat[j + 1]),
        ));
      }
    }
  }
  return nearest;
}

const HOOK = [[0, 0, 0.6, 0, 0.6, 0.1, 0.2, 0.1, 0.2, 0.5, 0, 0.5]]; // an L, whose middle is none of it

test("the first point for a label is the deepest inside, and the others follow by their distance to it", () => {
  const [first, ...others] = labelPointsOf(HOOK);
  const deepest = Math.max(...[first, ...others].map((point) => depthOf(point, HOOK)));
  assert.ok(depthOf(first, HOOK) >= deepest - 1e-9);
  assert.ok(depthOf(first, HOOK) > 0.07, "in the corner of the L, not in a leg");
  const far = others.map(([x, y]) => Math.hypot(x - first[0], y - first[1]));
  assert.deepEqual(far, [...far].sort((a, b) => a - b));
});

test("an area too thin for any point of the grid has its middle", () => {
  assert.deepEqual(labelPointsOf([[0, 0, 1, 0, 0, 0]]), [[0.5, 0]]);
});
