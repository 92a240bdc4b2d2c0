"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { clampRadius, nearestMark, roundPoint, zoomFor } = require("../../../../../geo/webmap/static/picker/point.js");

test("a radius keeps to its limits and to two digits", () => {
  assert.deepEqual([0, 0.04, 1.234, 47.6, 9000].map(clampRadius), [0.1, 0.1, 1.2, 48, 500]);
});

test("a point is told to about a metre", () => {
  assert.deepEqual(roundPoint({ lat: 35.1234567, lng: 36.7654321 }, 2), { lon: 36.76543, lat: 35.12346, radius_km: 2 });
});

test("a wide circle is looked at from farther off", () => {
  const zooms = [0.1, 1, 10, 100].map(zoomFor);
  assert.deepEqual([...zooms].sort((a, b) => b - a), zooms);
  assert.ok(zooms[0] > zooms[3]);
  assert.equal(zoomFor(0), 9);
});

test("the nearest mark within reach is hit", () => {
  const marks = [{ x: 0, y: 0, number: 1 }, { x: 10, y: 0, number: 2 }];
  assert.equal(nearestMark(marks, { x: 7, y: 0 }, 12).number, 2);
  assert.equal(nearestMark(marks, { x: 40, y: 0 }, 12), null);
});
