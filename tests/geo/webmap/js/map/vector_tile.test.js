"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { AREA, LINE, POINT, decodeTile } = require("../../../../../geo/webmap/static/map/vector_tile.js");
const { drawTile, prepareTile } = require("../../../../../geo/webmap/static/map/vector_ground.js");
const { VectorTiles, makeVectorLayer } = require("../../../../../geo/webmap/static/map/vector_layer.js");

// Tile 6/38/25 as GDAL 3.12 writes it: an area with a hole, a road from south to north, and Aleppo.
const TILE_FILE = path.join(__dirname, "../../../../support/gdals_tile.txt");
const GDALS = Buffer.from(fs.readFileSync(TILE_FILE, "utf8"), "base64");
const PLACE = { schema: "protomaps", x: 38, y: 25, z: 6 };
const ALEPPO = [(37.16 + 180) / 360, 0.5 - Math.asinh(Math.tan((36.2 * Math.PI) / 180)) / (2 * Math.PI)];
const LIGHT = { dark: false, home: "land", sea: "sea", river: "river", border: "border", innerBorder: "inner" };

test("features of a tile have their kind, properties and corners, holes with areas", () => {
  const [earth, roads, places] = decodeTile(GDALS);
  assert.deepEqual([earth.name, roads.name, places.name, earth.extent], ["earth", "roads", "places", 4096]);
  const [area] = earth.features;
  assert.equal(area.kind, AREA);
  assert.deepEqual(area.properties, { kind: "earth", min_zoom: 2, share: 0.5, below: -3 });
  assert.deepEqual(area.parts.map((part) => part.length), [10, 10]);
  assert.deepEqual(area.parts[0].slice(0, 2), area.parts[0].slice(-2), "closed");
  const [road] = roads.features;
  assert.deepEqual([road.kind, road.parts[0].length, road.properties.bridge], [LINE, 6, true]);
  const [{ kind, parts: [[x, y]] }] = places.features;
  assert.equal(kind, POINT);
  assert.ok(Math.abs((38 + x / 4096) / 64 - ALEPPO[0]) < 1e-5 && Math.abs((25 + y / 4096) / 64 - ALEPPO[1]) < 1e-5);
});

const TOO_LONG = Buffer.alloc(202, 0xff).fill(1, 200); // a number of 201 bytes, and one more

test("bytes that are cut short or none of a vector tile are refused", () => {
  for (const bytes of [GDALS.subarray(0, 100), Buffer.from([0x1a, 0x7f]), Buffer.from([0x0b]), Buffer.from([0xff]), TOO_LONG]) {
    assert.throws(() => decodeTile(bytes), RangeError);
  }
  assert.deepEqual(decodeTile(Buffer.alloc(0)), []);
});

/** A context that notes what is filled and stroked, in what colour and how far from the corner it begins. */
function makeContext() {
  const done = [];
  let first = null;
  return {
    done, fillRect() { done.push(`all ${this.fillStyle}`); }, beginPath() { first = null; }, lineTo() {}, setLineDash() {},
    moveTo(x, y) { first ??= [Math.round(x), Math.round(y)]; },
    fill() { if (first) done.push(`fill ${this.fillStyle} ${first}`); },
    stroke() { done.push(`stroke ${this.strokeStyle} ${first} ${this.lineWidth.toFixed(1)}`); },
  };
}

test("a tile is drawn in the theme's colours, and larger where a deeper one is asked for", () => {
  const ready = prepareTile(GDALS, PLACE);
  const [whole, deeper] = [makeContext(), makeContext()];
  drawTile(whole, ready, { theme: LIGHT, zoom: 6, part: { across: 256, left: 0, top: 0 }, bare: false });
  assert.deepEqual(whole.done, ["fill land 102,145", "stroke #9d8b72 116,172 0.8"]);
  const part = { across: 1024, left: 256, top: 512 };
  drawTile(deeper, ready, { theme: { ...LIGHT, dark: true }, zoom: 8, part, bare: true });
  assert.deepEqual(deeper.done, ["all land", "fill land 154,68", "stroke #928a76 208,177 1.3"]);
});

test("names come in the way chosen, each once, with the numbers of roads", () => {
  const vector = new VectorTiles({ schema: "protomaps", least: 6, most: 6, tiles: { "6/38/25": "held" } });
  vector.opened.set("6/38/25", prepareTile(GDALS, PLACE));
  const frame = { zoom: 7, world: 2 ** 15, left: 19456, top: 12800, width: 600, height: 500 };
  const texts = (language) => vector.candidates(frame, language).map(({ text }) => text);
  assert.deepEqual(texts("en"), ["Aleppo", "M5"]);
  assert.deepEqual(texts("ar"), ["حلب", "M5"]);
  assert.deepEqual(texts("both"), ["Aleppo · حلب", "M5"]);
  const [aleppo] = vector.candidates(frame, "en");
  assert.ok(aleppo.dot && Math.abs(aleppo.point[0] - ALEPPO[0]) < 1e-5);
  vector.opened.set("6/38/26", vector.opened.get("6/38/25"));
  vector.tiles["6/38/26"] = "its neighbour, with the same name at its edge";
  assert.deepEqual(texts("en"), ["Aleppo", "M5"]);
  assert.deepEqual(vector.candidates({ ...frame, left: 0 }, "en"), [], "elsewhere");
});

test("names that are no texts and words that no schema has stop nothing", () => {
  const { DRAWN, NAMED, namesOf, weightOf } = require("../../../../../geo/webmap/static/map/vector_schemas.js");
  assert.deepEqual(namesOf({ name: 77, "name:ar": true }, {}), { name: "77", name_ar: "true", name_local: "77" });
  assert.deepEqual(namesOf({ name: "حلب", "name:en": null }, {}), { name: "حلب", name_ar: undefined, name_local: "حلب" });
  assert.equal(namesOf({}, {}).name, "");
  for (const kind of ["constructor", "toString", "__proto__"]) {
    const { places } = NAMED.protomaps;
    assert.deepEqual([places({ kind }, POINT), places({ kind: "locality", kind_detail: kind }, POINT).order], [null, 6], kind);
    assert.deepEqual([DRAWN.protomaps.roads({ kind }, LINE), DRAWN.openmaptiles.transportation({ class: kind }, LINE)], [null, null], kind);
    assert.deepEqual([DRAWN.protomaps.boundaries({ kind }, LINE), DRAWN.openmaptiles.boundary({ admin_level: kind }, LINE)], [null, null], kind);
  }
  assert.deepEqual([weightOf({ rank: "high" }), weightOf({ rank: 3 }), weightOf({ population_rank: 9 })], [0, 3, -9]);
  const named = Buffer.from(GDALS);
  Buffer.from("earth").copy(named, named.indexOf("roads")); // a road among land: not drawn
  assert.deepEqual(Object.keys(prepareTile(named, PLACE).shapes), ["land"]);
});

/** Tiles side by side, of one row, each with a name of its own. */
async function rowOfTiles(count) {
  const bytes = await new Response(new Blob([GDALS]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
  const tile = Buffer.from(bytes).toString("base64");
  return new VectorTiles({ schema: "protomaps", least: 9, most: 9, tiles: Object.fromEntries(Array.from({ length: count }, (_, x) => [`9/${x}/0`, tile])) });
}

test("all tiles of a view stay open, however many a screen shows, and one that was let go of is opened again", async () => {
  const vector = await rowOfTiles(400);
  const frame = (left, tiles) => ({ zoom: 9, world: 2 ** 17, left: left * 256, top: 0, width: tiles * 256 - 1, height: 255 });
  const settle = () => Promise.all([...vector.opened.values()]);
  for (let x = 0; x < 200; x++) vector.open({ x, y: 0, z: 9 });
  await settle();
  vector.within(frame(0, 200));
  await settle();
  assert.equal(vector.within(frame(0, 200)).length, 200);
  assert.equal(vector.within(frame(199, 1)).length, 1, "a view within it");
  for (let x = 200; x < 400; x++) {
    vector.open({ x, y: 0, z: 9 });
    vector.open({ x: 199, y: 0, z: 9 }); // still shown
  }
  assert.ok(vector.opened.get("9/199/0").names, "what is used stays");
  assert.ok(vector.opened.size < 200);
});

test("of many points of one name in a tile each is found once, without a look at all others", () => {
  const vector = new VectorTiles({ schema: "protomaps", least: 6, most: 6, tiles: { "6/38/25": "held" } });
  let looks = 0;
  const names = Array.from({ length: 20000 }, (_, i) => ({
    name: "School", order: 6, rank: 0, point: { 0: 0.6 + 4e-6 * (i % 100), 1: 0.4 + 4e-6 * Math.floor(i / 200), [Symbol.iterator]: function* () { assert.ok(++looks < 200000, "too many looks"); yield this[0]; yield this[1]; } },
  }));
  vector.opened.set("6/38/25", { shapes: {}, names });
  const frame = { zoom: 7, world: 2 ** 15, left: 19456, top: 12800, width: 600, height: 500 };
  assert.equal(vector.candidates(frame, "en").length, 10000);
});

const OPEN_MAP_TILES = [
  ["transportation", { class: "trunk" }, LINE, "highway"], ["transportation", { class: "ferry" }, LINE, undefined],
  ["boundary", { admin_level: 2, maritime: 0 }, LINE, "border"], ["boundary", { admin_level: 2, maritime: 1 }, LINE, undefined],
  ["water", { class: "lake" }, AREA, "water"], ["waterway", { class: "river" }, LINE, "stream"],
  ["landcover", { class: "wood" }, AREA, "green"], ["landuse", { class: "military" }, AREA, "built"],
  ["aeroway", { class: "runway" }, LINE, "runway"], ["poi", { class: "shop" }, POINT, undefined],
];

test("the layers of OpenMapTiles are known too", () => {
  const { DRAWN, NAMED } = require("../../../../../geo/webmap/static/map/vector_schemas.js");
  for (const [layer, properties, kind, drawn] of OPEN_MAP_TILES) {
    assert.equal(DRAWN.openmaptiles[layer]?.(properties, kind) ?? undefined, drawn, `${layer} ${properties.class}`);
  }
  const { place, transportation_name: road } = NAMED.openmaptiles;
  assert.deepEqual([place({ class: "hamlet" }, POINT).order, place({ class: "city" }, POINT).order], [6, 1]);
  assert.equal(place({ class: "continent" }, POINT), null);
  assert.deepEqual([road({ class: "trunk", ref: "M4" }).road, road({ class: "trunk" }), road({ class: "minor", ref: "7" })], [true, null, null]);
});

test("a tile is opened from the page, nearer than the page goes too, and a damaged one is empty", async () => {
  const packed = Buffer.from(await new Response(new Blob([GDALS]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
  let redrawn = 0;
  const tiles = { "6/38/25": packed.toString("base64"), "6/39/25": "AAAA" };
  const vector = new VectorTiles({ schema: "protomaps", least: 6, most: 6, tiles }, () => redrawn++);
  assert.deepEqual(vector.find({ x: 38 * 4 + 3, y: 25 * 4, z: 8 }), { x: 38, y: 25, z: 6 });
  assert.equal(vector.find({ x: 0, y: 0, z: 6 }), null);
  assert.deepEqual(await vector.open({ x: 39, y: 25, z: 6 }), { shapes: {}, names: [] });
  assert.equal(redrawn, 0);
  assert.equal((await vector.open({ x: 38, y: 25, z: 6 })).names.length, 2);
  assert.equal(redrawn, 1);
  const context = { ...makeContext(), setTransform() {} };
  globalThis.document = { createElement: (name) => ({ name, getContext: () => context }) };
  const L = { GridLayer: { extend: (methods) => class { constructor(options) { Object.assign(this, methods, { options }); } } } };
  const layer = makeVectorLayer(L, vector, LIGHT, { zIndex: 7 });
  const made = (coords) => new Promise((resolve) => layer.createTile(coords, (error, tile) => resolve(tile)));
  assert.equal((await made({ x: 38 * 4, y: 25 * 4, z: 8 })).width, 256);
  assert.equal(context.done.length, 2);
  assert.equal((await made({ x: 0, y: 0, z: 8 })).name, "div");
  assert.deepEqual(layer.options, { minNativeZoom: 6, zIndex: 7 });
});

test("countries are named by the base map, which knows the rules of contested ground, and not by the tiles", async () => {
  const names = [
    { name: "Claimland", point: [0.6, 0.4], order: 0, rank: 0, country: true }, { name: "Town", point: [0.6, 0.4], order: 1, rank: 0, dot: true },
  ];
  const textsOf = (countries) => {
    const vector = new VectorTiles({ schema: "protomaps", least: 0, most: 0, tiles: { "0/0/0": "held" } }, () => {}, countries);
    vector.opened.set("0/0/0", { shapes: {}, names });
    return vector.candidates({ zoom: 5, world: 256, left: 0, top: 0, width: 256, height: 256 }, "en").map(({ text }) => text);
  };
  assert.deepEqual(textsOf(() => [{ text: "Ours" }]), ["Ours", "Town"]);
  assert.deepEqual(textsOf(() => []), ["Town"], "where none may be written");
});
