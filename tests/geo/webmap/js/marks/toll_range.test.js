"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { drawRangeArc, drawRangeBar, rangeOf } = require("../../../../../geo/webmap/static/marks/toll_range.js");

const THEME = { text: "text", disc: "disc", discText: "discText" };

/** A drawing context that keeps what was stroked: arcs and lines, each with its dashes. */
function recorder() {
  const drawn = [];
  let [dashes, path] = [[], []];
  const context = {
    drawn, arrows: 0,
    setLineDash: (now) => (dashes = now),
    beginPath: () => (path = []),
    arc: (x, y, radius, from, to) => path.push({ radius, from, to }),
    moveTo: (x) => path.push({ left: x }),
    lineTo: (x) => (path.at(-1).right = x),
    stroke: () => drawn.push(...path.map((part) => ({ ...part, dashed: dashes.length > 0, colour: context.strokeStyle }))),
    closePath: () => {},
    fill: () => context.arrows++,
  };
  return context;
}

const strikes = (low, high) => ({ columns: { killed_min: [low], killed_max: [high] } });

test("a toll that is one number, or not reported, has no range", () => {
  assert.equal(rangeOf(strikes(5, 5), 0), null);
  assert.equal(rangeOf(strikes(-1, -1), 0), null);
});

test("a toll between two bounds has both, up to 12 begins at none, 70+ is open", () => {
  assert.deepEqual(rangeOf(strikes(70, 100), 0), { least: 70, most: 100, open: false });
  assert.deepEqual(rangeOf(strikes(-1, 12), 0), { least: 0, most: 12, open: false });
  assert.deepEqual(rangeOf(strikes(70, -1), 0), { least: 70, most: 70, open: true });
});

test("of an arc's whole turn the solid part is the lower bound's share of the upper one", () => {
  const context = recorder();
  drawRangeArc(context, { x: 0, y: 0, radius: 20, range: { least: 25, most: 100, open: false } }, THEME);
  const [sure, rest] = context.drawn;
  assert.ok(!sure.dashed && rest.dashed);
  assert.ok(Math.abs(sure.to - sure.from - Math.PI / 2) < 1e-9);
  assert.ok(Math.abs(rest.to - sure.from - 2 * Math.PI) < 1e-9, "the turn is full");
});

test("without an upper bound the arc's turn is not full", () => {
  const context = recorder();
  drawRangeArc(context, { x: 0, y: 0, radius: 20, range: { least: 70, most: 70, open: true } }, THEME);
  const [sure, rest] = context.drawn;
  assert.ok(rest.dashed && rest.to - sure.from < 2 * Math.PI - 0.3);
});

test("without a lower bound the whole arc is dashed", () => {
  const context = recorder();
  drawRangeArc(context, { x: 0, y: 0, radius: 20, range: { least: 0, most: 12, open: false } }, THEME);
  assert.deepEqual(context.drawn.map(({ dashed }) => dashed), [true]);
});

test("bars of governorates have one scale, and an arrow where the upper bound is open", () => {
  const lengths = (range) => {
    const context = recorder();
    drawRangeBar(context, { x: 100, y: 0, range, most: 200 }, THEME);
    const [sure, rest] = context.drawn.filter(({ colour }) => colour === "discText");
    return { sure: sure.right - sure.left, rest: rest ? rest.right - rest.left : 0, arrows: context.arrows };
  };
  assert.deepEqual(lengths({ least: 100, most: 200, open: false }), { sure: 32, rest: 32, arrows: 0 });
  assert.deepEqual(lengths({ least: 50, most: 50, open: true }), { sure: 16, rest: 0, arrows: 1 });
});
