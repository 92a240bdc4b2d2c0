"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { toDegrees, worldPixels } = require("../../../../../geo/webmap/static/data/mercator.js");
const { drawGround, groundLabels, prepareGround } = require("../../../../../geo/webmap/static/map/ground.js");

const THEME = { river: "river", sea: "sea", relief: 1 };
// Two rivers and a lake near 10 E, 50 N; steps in 1/1,000 degrees.
const GROUND = prepareGround({
  rivers: {
    rank: [1, 4], name: ["Longwater", ""], name_ar: ["الطويل", ""], name_local: ["", ""],
    parts: [[2, 2], [2]], x: [[9000, 1000, 100, 900], [9900, 200]], y: [[50000, 0, 0, 0], [50100, 0]],
  },
  lakes: {
    rank: [2], name: ["Roundmere"], name_ar: [""], name_local: ["Rundsee"],
    parts: [[4]], x: [[10000, 200, 0, -200]], y: [[50000, 0, 200, -200]],
  },
  credit: "Waters: made up",
});

function frameAt(zoom, lon = 10, lat = 50) {
  const world = worldPixels(zoom);
  const sine = Math.sin((lat * Math.PI) / 180);
  const [x, y] = [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  return { zoom, world, left: x * world - 400, top: y * world - 300, width: 800, height: 600 };
}

/** A context that notes strokes and fills by the colour that they have, and where lines begin. */
function makeContext() {
  const done = [];
  const starts = [];
  return {
    done, starts,
    beginPath() {}, lineTo() {}, save() {}, restore() {}, drawImage() { done.push("relief"); },
    moveTo(x, y) { starts.push([Math.round(x), Math.round(y)]); },
    stroke() { done.push(`stroke ${this.strokeStyle}`); },
    fill() { done.push(`fill ${this.fillStyle}`); },
  };
}

test("lines are unpacked from steps that run on from part to part", () => {
  const [river] = GROUND.rivers;
  const ends = river.flats.map((flat) => [0, 2].map((i) => toDegrees(flat[i], flat[i + 1]).map((side) => Number(side.toFixed(3)))));
  assert.deepEqual(ends, [[[9, 50], [10, 50]], [[10.1, 50], [11, 50]]]);
});

test("waters are drawn from the zoom of their rank, and none nearer than they are true", () => {
  const drawnAt = (zoom) => {
    const context = makeContext();
    drawGround(context, GROUND, frameAt(zoom), THEME);
    return context.done;
  };
  assert.deepEqual(drawnAt(2), []);
  assert.deepEqual(drawnAt(4), ["stroke river"]);
  assert.deepEqual(drawnAt(5), ["stroke river", "fill sea", "stroke river"]);
  assert.deepEqual(drawnAt(8), ["stroke river", "stroke river", "fill sea", "stroke river"]);
  assert.deepEqual(drawnAt(12), []);
});

test("a water is drawn where it lies, and one out of the frame not at all", () => {
  const context = makeContext();
  drawGround(context, GROUND, frameAt(8), THEME);
  assert.deepEqual(context.starts[0], [400 - Math.round(worldPixels(8) / 360), 300]);
  const elsewhere = makeContext();
  drawGround(elsewhere, GROUND, frameAt(8, 40), THEME);
  assert.deepEqual(elsewhere.done, []);
});

test("hill shading fades where it would be blurred", () => {
  const ground = { ...GROUND, relief: { canvas: { width: 256, height: 256 }, left: 0.5, top: 0.3 } };
  const shadedAt = (zoom) => {
    const context = makeContext();
    drawGround(context, ground, frameAt(zoom), THEME);
    return context.done.includes("relief") && context.globalAlpha;
  };
  assert.equal(shadedAt(6), 1);
  assert.equal(shadedAt(8.5), 0.5);
  assert.equal(shadedAt(9.5), false);
});

test("waters are named in the way chosen, a little nearer than they are drawn, each once", () => {
  const namesAt = (zoom, language) => groundLabels(GROUND, frameAt(zoom), language).map(({ text }) => text);
  assert.deepEqual(namesAt(3, "en"), []);
  assert.deepEqual(namesAt(4, "en"), ["Longwater"]);
  assert.deepEqual(namesAt(8, "en"), ["Roundmere", "Longwater"]);
  assert.deepEqual(namesAt(8, "ar"), ["Roundmere", "الطويل"]);
  assert.deepEqual(namesAt(8, "local"), ["Rundsee", "Longwater"]);
  assert.deepEqual(namesAt(12, "en"), []);
  assert.deepEqual(groundLabels(null, frameAt(8), "en"), []);
});

test("Arabic names of waters are not slanted", () => {
  const [lake, river] = groundLabels(GROUND, frameAt(8), "ar");
  assert.equal(lake.style, "italic");
  assert.equal(river.style, "");
});
