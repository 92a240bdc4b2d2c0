"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { countNear, distanceKm, readNear, wordNear, writeNear } = require("../../../../../geo/webmap/static/data/nearness.js");
const { strikesOf } = require("../strikes_of.js");

test("distances are geodesic", () => {
  // By geographiclib: WGS 84.
  assert.ok(Math.abs(distanceKm([36.73, 34.84], [36.73, 34.84])) < 1e-9);
  assert.ok(Math.abs(distanceKm([0, 0], [1, 0]) - 111.319491) < 1e-5);
  assert.ok(Math.abs(distanceKm([0, 0], [0, 1]) - 110.574389) < 1e-5);
  assert.ok(Math.abs(distanceKm([179.9, 12], [-179.9, 10]) - 222.363) < 0.1);
  assert.equal(distanceKm([0, 0], [179.9, 0.1]) > 2000, true);
});

test("a circle is read and written alike, and one that cannot be is none", () => {
  assert.deepEqual(readNear("36.72, 34.83,5,Kafr, the lower"), { lon: 36.72, lat: 34.83, km: 5, name: "Kafr, the lower" });
  assert.equal(writeNear(readNear("36.720000,34.83,5.0")), "36.72,34.83,5");
  for (const wrong of ["36,34", "36,94,5", "36,34,0", "36,34,5000", "a,b,c", "36,,5"]) assert.equal(readNear(wrong), null, wrong);
  assert.equal(wordNear(readNear("-0.5,-1,0.25")), "within 0.25 km of 1°S, 0.5°W");
});

test("rows are sure, possible, not within or not judged", () => {
  const lon = 36.73;
  const x = lon / 360 + 0.5;
  const strikes = strikesOf([
    { start: 0, x, y: 0.4 }, { start: 1, x, y: 0.4 }, { start: 2, x: x + 0.01, y: 0.4 }, { start: 3, status: "area_only" },
  ]);
  strikes.columns.uncertainty_km = Float32Array.of(2, 9, 2, 30);
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * 0.4))) * 180) / Math.PI;
  assert.deepEqual(countNear(strikes, { lon, lat, km: 5 }, [0, 1, 2, 3]), { sure: 1, possible: 1, no: 1, notJudged: 1 });
});
