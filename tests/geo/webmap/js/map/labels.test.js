"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { labelCandidates, prepareBaseMap } = require("../../../../../geo/webmap/static/map/base_map.js");
const { toUnit } = require("../../../../../geo/webmap/static/data/mercator.js");
const { nameStruck, takeRoom } = require("../../../../../geo/webmap/static/map/labels.js");
const { layAll } = require("../../../../../geo/webmap/static/map/laying.js");

const FRAME = { width: 400, height: 300 };
const label = (text, x, y, more = {}) => {
  const middle = x + 7 + 20;
  return { text, x, y, middle, size: 12, dot: true, side: 1, words: { left: middle - 22, right: middle + 22 }, box: { left: x - 4, right: middle + 22, top: y - 7, bottom: y + 7 }, ...more };
};
const boxOf = ({ x, y, radius }) => ({ left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1 });

test("a town under a mark is named beside it, and the highest of several towns under one mark alone", () => {
  const mark = { x: 100, y: 100, radius: 12 };
  const boxes = [boxOf(mark)];
  const found = nameStruck([label("Aleppo", 103, 101), label("Suburb", 97, 99), label("Afrin", 300, 50)], [mark], boxes, FRAME);
  assert.deepEqual(found.map(({ label: { text } }) => text), ["Aleppo"]);
  const [{ beside }] = found;
  assert.equal(beside.dot, false); // its point is where the mark is
  assert.ok(beside.box.left > mark.x + mark.radius);
  assert.equal(beside.y, mark.y);
  assert.ok(boxes.includes(beside.box)); // no later name lies on it
});

test("where the right is taken the name goes left, and where both are it is not written", () => {
  const [mark, right] = [{ x: 100, y: 100, radius: 8 }, { x: 130, y: 100, radius: 8 }];
  const towns = [label("Idlib", 100, 100)];
  const [{ beside }] = nameStruck(towns, [mark, right], [boxOf(mark), boxOf(right)], FRAME);
  assert.ok(beside.box.right < mark.x - mark.radius);
  const left = { x: 70, y: 100, radius: 8 };
  assert.deepEqual(nameStruck(towns, [mark], [mark, right, left].map(boxOf), FRAME), []);
});

test("names of areas and waters are never beside a mark", () => {
  const mark = { x: 100, y: 100, radius: 8 };
  assert.deepEqual(nameStruck([label("IDLIB", 100, 100, { dot: false })], [mark], [boxOf(mark)], FRAME), []);
});

/** Contested ground of `half` pixels around the middle of a frame of 400 pixels, with the names around it. */
function laidOn(half, name = "West Bank, occupied by Israel") {
  const at = (x, y) => [x / 400, y / 400];
  const side = [at(200 - half, 200 - half), at(200 + half, 200 - half), at(200 + half, 200 + half), at(200 - half, 200 + half)];
  const ground = { name, flats: [Float64Array.from(side.flat())], box: { left: side[0][0], top: side[0][1], right: side[2][0], bottom: side[2][1] } };
  const named = (text, area, more = {}) => ({ text, area, point: at(200, 200), size: 12, weight: 600, spread: true, ...more });
  const frame = { world: 400, left: 0, top: 0, width: 400, height: 400 };
  const context = { measureText: (text) => ({ width: text.length * 7 }) };
  const candidates = [
    named("Palestine", { name: "Palestine" }, { within: ground }), named("Israel", { name: "Israel" }), named("Jordan", { name: "Jordan" }),
    named(name, ground, { within: ground }),
  ];
  return layAll(context, candidates, frame, "en").map(({ text }) => text);
}

test("a name stands on contested ground where it has room there, whole or its head, and on nobody's else", () => {
  assert.deepEqual(laidOn(150), ["PALESTINE", "ISRAEL", "JORDAN", "WEST BANK, OCCUPIED BY ISRAEL"]);
  assert.deepEqual(laidOn(50), ["PALESTINE", "ISRAEL", "JORDAN", "WEST BANK"]);
  assert.deepEqual(laidOn(20), ["JORDAN"], "neither of two alone over what both claim");
});

/** A map of Upland, whose middle Lowland holds, and the names laid on it at a zoom: the ground is 0.4 degrees wide, a province lies west of it. */
function laidAt(zoom, home = "Upland", letter = 16) {
  const square = (kind, name, [west, south, east, north], more = {}) => ({
    type: "Feature", properties: { kind, name, ...more },
    geometry: { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] },
  });
  const other = home === "Upland" ? "Lowland" : "Upland";
  const labels = { Upland: [10, 10], Lowland: [9, 9] };
  const baseMap = prepareBaseMap({
    features: [
      square("neighbour", other, [8, 8, 9.8, 10], { label: labels[other] }), square("neighbour", "Farland", [12, 8, 14, 12], { label: [13, 10] }),
      square("governorate", "The West", [9.3, 9.75, 9.8, 10.25]), square("governorate", "Middle", [9.8, 9.8, 10.2, 10.2]),
      square("contested", "Middle, held by Lowland", [9.8, 9.8, 10.2, 10.2]),
    ],
    homes: [{ name: home, label: labels[home] }],
  });
  const world = 256 * 2 ** zoom;
  const [x, y] = toUnit(10, 10);
  const frame = { zoom, world, left: x * world - 1000, top: y * world - 1000, width: 2000, height: 2000 };
  const context = { measureText: (text) => ({ width: text.length * letter }) };
  return layAll(context, labelCandidates(baseMap, frame, "en"), frame, "en").map(({ text }) => text);
}

test("as long as countries are named neither of two is named alone over what both claim, on the map of either", () => {
  for (const home of ["Upland", "Lowland"]) {
    for (const zoom of [6, 6.9, 7, 7.9]) {
      const names = laidAt(zoom, home);
      assert.ok(names.includes("FARLAND"), zoom);
      assert.deepEqual(names.filter((name) => ["UPLAND", "LOWLAND"].includes(name)), [], `${home} ${zoom}`);
    }
    const both = laidAt(8, home, 8).filter((name) => ["UPLAND", "LOWLAND"].includes(name));
    assert.deepEqual(both.sort(), ["LOWLAND", "UPLAND"], `both where there is room, ${home}`);
  }
});

test("an area's name stays off contested ground beside it, and that of the ground itself on it", () => {
  assert.deepEqual(laidAt(7.5).filter((name) => name !== "FARLAND"), ["MIDDLE"]);
  assert.ok(laidAt(9.5).includes("THE WEST"), "where it has room");
});

/** A map of Coastland, which holds a strip by the sea that the ground's name says is Stripland's, whose name stands on a hill inland; the sea is in the west. */
function laidByTheSea(towns = [], { zoom = 8, hill = [10.9, 10.4, 11.0, 10.5] } = {}) {
  const square = (kind, name, [west, south, east, north], more = {}) => ({
    type: "Feature", properties: { kind, name, ...more },
    geometry: { type: "Polygon", coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] },
  });
  const [strip, held] = ["The Strip, occupied land", "The Hill, held by Coastland"];
  const middle = [(hill[0] + hill[2]) / 2, (hill[1] + hill[3]) / 2];
  const baseMap = prepareBaseMap({
    features: [
      square("governorate", "South", [10, 9, 12, 11]), square("neighbour", "Stripland", hill, { label: middle, contested: [strip, held] }),
      square("contested", strip, [10, 10, 10.1, 10.2]), square("contested", held, hill),
      ...towns.map(([name, lon, lat]) => ({ type: "Feature", properties: { kind: "town", name, rank: 2, home: true }, geometry: { type: "Point", coordinates: [lon, lat] } })),
    ],
    homes: [{ name: "Coastland", label: [11.2, 9.5] }],
  });
  const world = 256 * 2 ** zoom;
  const [x, y] = toUnit(10.5, 10);
  const frame = { zoom, world, left: x * world - 500, top: y * world - 400, width: 1000, height: 800 };
  const context = { measureText: (text) => ({ width: text.length * 8 }) };
  const labels = layAll(context, labelCandidates(baseMap, frame, "en"), frame, "en");
  return { labels, frame, of: (text) => labels.find((one) => one.text === text), at: (lon, lat) => toUnit(lon, lat).map((part, i) => part * world - [frame.left, frame.top][i]) };
}

test("a country without room on its contested ground is named at sea, with a line to its coast, and then so is the other", () => {
  const { of, at } = laidByTheSea();
  const [{ box, leader, party }, other] = [of("STRIPLAND"), of("COASTLAND")];
  const [coast] = at(10, 10);
  assert.ok(box.right < coast, "at sea");
  assert.ok(leader[0][0] >= box.right && Math.abs(leader[1][0] - coast) < 1, "from the name to the coast");
  assert.equal(other.party, party);
  assert.ok(other.box.left > at(10.1, 10)[0], "on its own ground");
});

test("of two who claim a ground none is left alone where a mark covers the other in all its places", () => {
  const { labels, of } = laidByTheSea();
  const drawn = (boxes) => takeRoom(labels, boxes).map(({ text }) => text).filter((text) => text.endsWith("LAND"));
  assert.deepEqual(drawn([]).sort(), ["COASTLAND", "STRIPLAND"]);
  const { places } = of("STRIPLAND");
  assert.ok(places.length > 1);
  assert.deepEqual(drawn([places[0].box]).sort(), ["COASTLAND", "STRIPLAND"], "another place is free");
  assert.deepEqual(drawn(places.map(({ box }) => box)), []);
  assert.deepEqual(drawn([of("COASTLAND").box]), []);
});

test("a name that goes with its other leaves its room to what lies under it", () => {
  const box = (left) => ({ left, right: left + 50, top: 0, bottom: 10 });
  const labels = [
    { text: "ONE", party: "p", box: box(0) }, { text: "OTHER", party: "p", box: box(200) }, { text: "Town", box: box(20) },
  ];
  const names = (boxes) => takeRoom(labels, boxes).map(({ text }) => text);
  assert.deepEqual(names([]), ["ONE", "OTHER"]);
  const boxes = [box(210)];
  assert.deepEqual(names(boxes), ["Town"]);
  assert.deepEqual(boxes, [box(210), box(20)]);
});

test("a town's name does not run onto another's ground: left of its point, or not at all where there is room for none", () => {
  const { of } = laidByTheSea([["Shore", 10.05, 10.1], ["Near the Strip", 10.15, 10.05], ["Inland", 11.5, 10.5]]);
  assert.equal(of("Inland").side, 1);
  assert.equal(of("Shore").side, -1, "into the sea, not over the border of the strip");
  const { box } = of("Near the Strip");
  assert.ok(box.right > box.left && of("Near the Strip").side === 1);
  const walled = laidByTheSea([["West of a hill", 10.85, 10.45]]);
  assert.equal(walled.of("West of a hill").side, -1);
  const between = laidByTheSea([["Between the strip and the hill", 10.3, 10.15]], { hill: [10.4, 10, 10.9, 10.5] });
  assert.equal(between.of("Between the strip and the hill"), undefined);
  const far = laidByTheSea([["Between the strip and the hill", 10.3, 10.15]], { hill: [10.4, 10, 10.9, 10.5], zoom: 7 });
  assert.equal(far.of("Between the strip and the hill").side, 1, "from farther away a point says enough");
});
