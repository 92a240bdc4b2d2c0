"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { prepareBaseMap } = require("../../../../../geo/webmap/static/map/base_map.js");
const { contestedAt, contestedIn, wordContested } = require("../../../../../geo/webmap/static/map/contested.js");

const square = (west, south, properties) => ({
  type: "Feature", properties: { kind: "contested", ...properties },
  geometry: { type: "Polygon", coordinates: [[[west, south], [west + 1, south], [west + 1, south + 1], [west, south + 1], [west, south]]] },
});
const BASE = prepareBaseMap({
  features: [
    square(10, 10, { name: "Eastmark: claimed since 1990", name_ar: "الشرقية: يطالب بها", note: "The line is not drawn." }),
    square(20, 10, { name: "Westmark: claimed since 1990", note: "The line is not drawn." }),
    square(30, 10, { name: "Upvale, held by others" }),
    square(35, 10, { name: "Midvale, held by others" }),
    square(40, 10, { name: "Downvale, held by others", note: "Vale's by its own account." }),
  ],
});
const WORLD = 256 * 2 ** 6;
const frameAt = (lon, width) => {
  const left = ((lon + 180) / 360) * WORLD;
  const top = 0.4 * WORLD;
  return { zoom: 6, world: WORLD, left, top, width, height: 0.2 * WORLD };
};

test("only what a frame shows is said", () => {
  assert.deepEqual(contestedIn(BASE, frameAt(9, 200)).map(({ name }) => name), ["Eastmark: claimed since 1990"]);
  assert.deepEqual(contestedIn(BASE, frameAt(50, 200)), []);
});

test("parts of which the same is said are named together", () => {
  assert.deepEqual(wordContested(BASE.contested, "local"), [
    "Eastmark, Westmark: claimed since 1990. The line is not drawn.",
    "Upvale, held by others",
    "Midvale, held by others",
    "Downvale, held by others. Vale's by its own account.",
  ]);
  assert.equal(wordContested(BASE.contested.slice(0, 1), "ar")[0], "الشرقية: يطالب بها. The line is not drawn.");
});

test("the part under the pointer is found, and none beside it", () => {
  const frame = frameAt(9, 400);
  const { box } = BASE.contested[0];
  const point = { x: ((box.left + box.right) / 2) * WORLD - frame.left, y: ((box.top + box.bottom) / 2) * WORLD - frame.top };
  assert.equal(contestedAt(BASE, point, frame).name, "Eastmark: claimed since 1990");
  assert.equal(contestedAt(BASE, { x: point.x + 100, y: point.y }, frame), null);
});
