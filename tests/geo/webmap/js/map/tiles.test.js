"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { makeOwnLayer } = require("../../../../../geo/webmap/static/map/tiles.js");

test("own tiles are pictures of the page itself, none where the page carries none", () => {
  globalThis.Image = class {};
  globalThis.document = { createElement: (name) => ({ name }) };
  const L = { GridLayer: { extend: (methods) => class { constructor(options) { Object.assign(this, methods, { options }); } } } };
  const layer = makeOwnLayer(L, { kind: "image/png", least: 6, most: 9, tiles: { "6/38/25": "AAAA" } });
  assert.equal(layer.createTile({ x: 38, y: 25, z: 6 }).src, "data:image/png;base64,AAAA");
  assert.deepEqual(layer.createTile({ x: 39, y: 25, z: 6 }), { name: "div" });
  assert.deepEqual([layer.options.minNativeZoom, layer.options.maxNativeZoom], [6, 9]);
});
