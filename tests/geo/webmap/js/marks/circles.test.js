"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");
const { drawClusters, drawSingles } = require("../../../../../geo/webmap/static/marks/circles.js");

const COLOURS = ["#d55e00", "#0072b2"];
const STYLE = { theme: THEMES.light, colours: COLOURS };

/** A context that keeps what is filled and stroked: { act, colour, opacity, arcs }. */
function recordingContext() {
  const painted = [];
  let arcs = [];
  const keep = (act, colour) => painted.push({ act, colour, opacity: context.globalAlpha, arcs });
  const context = {
    globalAlpha: 1,
    beginPath: () => (arcs = []),
    arc: (x, y, radius, from, to) => arcs.push({ x, radius, from, to }),
    moveTo() {}, fillText() {},
    fill: () => keep("fill", context.fillStyle),
    stroke: () => keep("stroke", context.strokeStyle),
  };
  return { context, painted };
}

const inColours = (painted) => painted.filter(({ colour }) => COLOURS.includes(colour));

test("a strike whose day is known is drawn in full colour, one of an imprecise day pale", () => {
  const { context, painted } = recordingContext();
  const known = { x: 10, y: 0, radius: 6, groups: [1, 0], impreciseGroups: null };
  const imprecise = { x: 50, y: 0, radius: 6, groups: [1, 0], impreciseGroups: [1, 0] };
  const other = { x: 90, y: 0, radius: 6, groups: [0, 1], impreciseGroups: null };
  drawSingles(context, [known, imprecise, other], STYLE);
  const opacities = Object.fromEntries(inColours(painted).flatMap(({ colour, opacity, arcs }) =>
    arcs.map(({ x }) => [x, [colour, opacity]])));
  assert.deepEqual(opacities[10], [COLOURS[0], 1]);
  assert.deepEqual(opacities[90], [COLOURS[1], 1]);
  assert.equal(opacities[50][0], COLOURS[0]);
  assert.ok(opacities[50][1] > 0.2 && opacities[50][1] < 0.6, "pale, and still seen");
  assert.equal(context.globalAlpha, 1, "what is drawn next is not pale");
});

test("of a circle's ring the part of imprecise days is pale, and each part as long as its share", () => {
  const { context, painted } = recordingContext();
  const cluster = { x: 0, y: 0, radius: 12, count: 4, groups: [3, 1], impreciseGroups: [1, 0], text: "4" };
  drawClusters(context, [cluster], STYLE);
  const parts = inColours(painted).map(({ colour, opacity, arcs: [{ from, to }] }) =>
    [colour, opacity === 1, Math.round((100 * (to - from)) / (2 * Math.PI))]);
  assert.deepEqual(parts, [[COLOURS[0], true, 50], [COLOURS[0], false, 25], [COLOURS[1], true, 25]]);
  assert.equal(context.globalAlpha, 1);
});
