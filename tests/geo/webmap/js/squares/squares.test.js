"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { boxIn, findHit, placeSquares } = require("../../../../../geo/webmap/static/squares/squares.js");

const { SquaresMap } = require("../../../../../geo/webmap/static/squares/squares_map.js");

const frame = { world: 256 * 2 ** 6, left: 9000, top: 6000, width: 1000, height: 800 };
const side = 1.40625; // degrees: level 6
const square = (x, y, rest) => ({ west: x * side, south: y * side, east: (x + 1) * side, north: (y + 1) * side, coarse: false, rows: 1, ...rest });

test("a square is a quarter of a tile wide at its zoom, and its north is up", () => {
  const { left, right, top, bottom } = boxIn(square(26, 25), frame);
  assert.equal(Math.round(right - left), 64);
  assert.ok(bottom > top);
});

test("circles are in proportion on one scale and stay in their squares", () => {
  const { fine } = placeSquares([square(26, 25, { rows: 40000 }), square(27, 25, { rows: 10000 }), square(28, 25, { rows: 3 })], frame);
  const [most, quarter, few] = fine;
  assert.ok(most.radius <= (most.right - most.left) / 2);
  assert.ok(Math.abs(most.radius / quarter.radius - 2) < 0.01);
  assert.ok(few.radius >= 3 && few.radius < 4);
  assert.deepEqual(fine.map(({ text }) => text), ["40k", "10k", "3"]);
});

test("what is out of the frame is not drawn, and what is less exact has no circle", () => {
  const { fine, coarse } = placeSquares([square(-9, 25), square(26, 25, { coarse: true, rows: 5 })], frame);
  assert.equal(fine.length, 0);
  assert.deepEqual([coarse.length, coarse[0].radius], [1, undefined]);
});

test("a click meets a badge first, then the square that it is in, and nothing else", () => {
  const { fine } = placeSquares([square(26, 25, { key: "6/26/25" })], frame);
  const { x, y, right } = fine[0];
  const badge = { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5, key: "SY07", area: true };
  assert.equal(findHit({ badges: [badge], fine }, { x, y }).key, "SY07");
  assert.equal(findHit({ badges: [badge], fine }, { x: x + 20, y }).key, "6/26/25");
  assert.equal(findHit({ badges: [badge], fine }, { x: right + 300, y }), null);
});

test("the badge of an area has the name that the page's language has for it", () => {
  const map = Object.assign(Object.create(SquaresMap.prototype), {
    options: { areas: [{ key: "SY07", name: "Idlib", rows: 3 }], words: {}, labels: "ar" },
    positions: { widthOf: () => 80, find: () => ({}) },
    baseMap: { governorates: [{ code: "SY07", name: "Idlib", name_ar: "إدلب" }] },
  });
  assert.equal(map.placeAreas(null, frame, [])[0].text, "إدلب: 3");
});

test("the badge of areas that the map lacks hands over all that it counts", () => {
  const told = [];
  const map = Object.assign(Object.create(SquaresMap.prototype), {
    options: { areas: [{ key: "XX01", name: "Nowhere", rows: 3 }, { key: null, name: "", rows: 2 }], words: { no_area: "Area not on the map" } },
    positions: { widthOf: () => 80 },
    baseMap: { governorates: [] },
    listeners: { picked: (picked) => told.push(picked) },
  });
  const [badge, ...others] = map.placeAreas(null, frame, []);
  assert.deepEqual([badge.text, others], ["Area not on the map: 5", []]);
  map.drawn = { badges: [badge], fine: [] };
  map.pick({ x: badge.left + 1, y: badge.top + 1 });
  assert.deepEqual(told, [{ keys: ["XX01", null], area: true }]);
});
