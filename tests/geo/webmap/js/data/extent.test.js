"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { boxOfStrikes, joinBoxes } = require("../../../../../geo/webmap/static/data/extent.js");

const EQUATOR_KM = 40075.017;

/** Strikes at points of a world of 2 ** 10 steps: [x, y, radius in km, status]. */
function strikesAt(...rows) {
  const column = (at) => rows.map((row) => row[at]);
  return {
    rows: rows.length, worldBits: 10, statuses: ["located", "area_only", "unlocated"],
    columns: { x: column(0), y: column(1), uncertainty_km: column(2), status: column(3) },
  };
}

test("the box holds each located strike, a lone one far off too, and none of the others", () => {
  const strikes = strikesAt([512, 512, 0, 0], [520, 500, NaN, 0], [100, 512, 0, 0], [1, 1, 0, 1], [900, 900, 0, 2]);
  assert.deepEqual(boxOfStrikes(strikes), { left: 100 / 1024, right: 520 / 1024, top: 500 / 1024, bottom: 512 / 1024 });
});

test("a radius is counted in, longer on the map the farther it lies from the equator", () => {
  const reachAt = (y) => {
    const { left, right } = boxOfStrikes(strikesAt([512, y, 100, 0]));
    return (right - left) / 2;
  };
  assert.ok(Math.abs(reachAt(512) - 100 / EQUATOR_KM) < 1e-12);
  const north = 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.PI / 6)) / (2 * Math.PI); // 60 degrees
  assert.ok(Math.abs(reachAt(north * 1024) - 200 / EQUATOR_KM) < 1e-9);
});

test("no point, no box; of two boxes one may be missing", () => {
  assert.equal(boxOfStrikes(strikesAt([1, 1, 0, 2])), null);
  const box = { left: 0, right: 0.2, top: 0.1, bottom: 0.3 };
  assert.equal(joinBoxes(null, box), box);
  assert.equal(joinBoxes(box, null), box);
  assert.deepEqual(joinBoxes(box, { left: 0.1, right: 0.4, top: 0, bottom: 0.2 }), { left: 0, right: 0.4, top: 0, bottom: 0.3 });
});
