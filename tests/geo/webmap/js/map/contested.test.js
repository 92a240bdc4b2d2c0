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

test("notes are Arabic where names are, or where it is the country's own language", () => {
  const part = { name: "Upvale, held by others", name_ar: "العليا", note: "Vale's.", note_ar: "للوادي." };
  assert.deepEqual(wordContested([part], "ar"), ["العليا. للوادي."]);
  assert.deepEqual(wordContested([part], "local", { language: "ar" }), ["العليا. للوادي."]);
  assert.deepEqual(wordContested([part], "local", {}), ["Upvale, held by others. Vale's."]);
  assert.deepEqual(wordContested([part], "en", { language: "ar" }), ["Upvale, held by others. Vale's."]);
});

test("a part whose box meets the view and whose land does not is not said", () => {
  const corner = prepareBaseMap({ features: [{
    type: "Feature", properties: { kind: "contested", name: "Farmark" },
    geometry: { type: "Polygon", coordinates: [[[0, 0], [20, 0], [20, 20], [0, 0]]] },
  }] });
  const [{ box }] = corner.contested;
  const width = ((box.right - box.left) * WORLD) / 4;
  const frame = { zoom: 6, world: WORLD, left: box.left * WORLD, top: box.top * WORLD, width, height: width };
  assert.deepEqual(contestedIn(corner, frame), []);
  assert.equal(contestedIn(corner, { ...frame, left: (box.right * WORLD) - width }).length, 1);
});

test("the part under the pointer is found, and none beside it", () => {
  const frame = frameAt(9, 400);
  const { box } = BASE.contested[0];
  const point = { x: ((box.left + box.right) / 2) * WORLD - frame.left, y: ((box.top + box.bottom) / 2) * WORLD - frame.top };
  assert.equal(contestedAt(BASE, point, frame).name, "Eastmark: claimed since 1990");
  assert.equal(contestedAt(BASE, { x: point.x + 100, y: point.y }, frame), null);
});
