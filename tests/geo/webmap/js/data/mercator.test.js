"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { kmToPixels, scaleBar, toDegrees, toUnit } = require("../../../../../geo/webmap/static/data/mercator.js");

test("degrees come back from web mercator", () => {
  for (const [lon, lat] of [[36.452, 36.049], [-179, -80], [0, 0]]) {
    const [backLon, backLat] = toDegrees(...toUnit(lon, lat));
    assert.ok(Math.abs(backLon - lon) < 1e-9 && Math.abs(backLat - lat) < 1e-9);
  }
});

test("north is up", () => assert.ok(toUnit(36, 37)[1] < toUnit(36, 33)[1]));

test("a degree of longitude on the equator takes 256 pixels in 360 at zoom 0", () => {
  assert.ok(Math.abs(kmToPixels(40075.017 / 360, 0, 0) - 256 / 360) < 1e-9);
});

test("the scale bar is a round length that fits", () => {
  for (let zoom = 2; zoom < 19; zoom++) {
    const { km, pixels, label } = scaleBar(35, zoom, 90);
    assert.ok(pixels <= 90 && pixels > 30, label);
    assert.match(label, /^[125]0* (km|m)$/);
    assert.ok(km > 0);
  }
});
