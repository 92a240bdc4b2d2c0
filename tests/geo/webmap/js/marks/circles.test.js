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

test("a strike whose day is known is drawn full, one of an imprecise day hollow, in no colour of a group", () => {
  const { context, painted } = recordingContext();
  const known = { x: 10, y: 0, radius: 6, groups: [1, 0], impreciseGroups: null };
  const imprecise = { x: 50, y: 0, radius: 6, groups: [1, 0], impreciseGroups: [1, 0] };
  const other = { x: 90, y: 0, radius: 6, groups: [0, 1], impreciseGroups: null };
  drawSingles(context, [known, imprecise, other], STYLE);
  const colours = Object.fromEntries(inColours(painted).flatMap(({ colour, opacity, arcs }) =>
    arcs.map(({ x }) => [x, [colour, opacity]])));
  assert.deepEqual(colours, { 10: [COLOURS[0], 1], 50: [COLOURS[0], 1], 90: [COLOURS[1], 1] });
  const holes = painted.filter(({ colour, arcs }) => colour === STYLE.theme.disc && arcs.length === 1);
  assert.deepEqual(holes.map(({ arcs }) => arcs[0].x), [50]);
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
