"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Counter } = require("../../../../../geo/webmap/static/counting/counter.js");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");
const { drawClusters } = require("../../../../../geo/webmap/static/marks/circles.js");
const { drawSizes, sizesBox } = require("../../../../../geo/webmap/static/marks/size_legend.js");
const { modeOf, scaleOf } = require("../../../../../geo/webmap/static/modes/modes.js");
const { strikesOf } = require("../strikes_of.js");

const THEME = THEMES.light;
const MODES = { show: "clusters", size: "count" };
const FRAME = { zoom: 7, world: 256 * 2 ** 7, width: 1200, height: 800, left: 0.6 * 256 * 2 ** 7 - 300, top: 0.39 * 256 * 2 ** 7 - 300 };

/** Towns of so many strikes each, 100 CSS pixels apart at zoom 7; the days of a town are 1 to its number. */
function towns(...numbers) {
  const step = 100 / FRAME.world;
  const strikes = strikesOf(numbers.flatMap((many, town) =>
    Array.from({ length: many }, (_, day) => ({ start: day + 1, x: 0.6 + town * step, y: 0.39 }))));
  strikes.columns.killed_min = strikes.columns.killed_max = new Int32Array(strikes.rows).fill(-1);
  return strikes;
}

function stepOf(strikes, days = [1, 1000]) {
  const mode = modeOf(MODES);
  const counter = new Counter(strikes, { names: ["all"], colours: ["#d55e00"], groupOf: new Uint8Array(strikes.rows) });
  return counter.step(FRAME, days, { mode, modes: MODES, baseMap: null, selected: null });
}

const scale = (marks) => scaleOf(marks, { modes: MODES, theme: THEME, say: (words) => words });

function radiiDrawn(draw) {
  const radii = [];
  const context = new Proxy({ arc: (x, y, radius) => radii.push(radius) }, { get: (own, name) => own[name] ?? (() => {}) });
  draw(context);
  return radii;
}

test("a legend's circle is as large as the map draws that number, to 2 of 100, at all sizes", () => {
  for (const most of [5, 20, 100, 500, 1000]) {
    const { sizes } = scale(stepOf(towns(most, 1)));
    const drawn = radiiDrawn((context) => drawSizes(context, [0, 40], sizes, THEME));
    assert.equal(drawn.length, sizes.length);
    sizes.forEach(({ weight }, i) => {
      const marks = stepOf(towns(most, weight));
      const [circle] = marks.clusters.filter(({ count }) => count === weight);
      const onMap = Math.max(...radiiDrawn((context) => drawClusters(context, [circle], { theme: THEME, colours: ["#d55e00"] })));
      assert.ok(Math.abs(drawn[i] / onMap - 1) < 0.02, `${weight} of ${most}: ${drawn[i]}, ${onMap}`);
    });
  }
});

test("a number has one size at every step of the slider, and a wider window no other scale", () => {
  const strikes = towns(200, 9);
  const [early, whole] = [stepOf(strikes, [1, 9]), stepOf(strikes)];
  assert.equal(early.clusters.length, 2);
  assert.equal(early.sized.scale, whole.sized.scale);
  assert.equal(early.clusters[0].radius, early.clusters[1].radius); // 9 each
});

test("the smallest that is seen is told where it stands for several", () => {
  assert.deepEqual(scale(stepOf(towns(9, 1))).notes, ["a circle's area: strikes, in this view"]);
  assert.match(scale(stepOf(towns(1000, 1))).notes[0], /; the smallest: 1 to 11$/);
});

test("two maps side by side have the scale of the larger number", () => {
  const [one, other] = [stepOf(towns(1000, 50)), stepOf(towns(50, 3))];
  modeOf(MODES).share(one, other);
  const of50 = (marks) => marks.clusters.find(({ count }) => count === 50).radius;
  assert.equal(of50(one), of50(other));
  assert.equal(one.sized.most, 1000);
});

test("the drawn sizes keep to their box, their numbers apart", () => {
  for (const sizes of [[{ weight: 1, radius: 6 }], [{ weight: 20, radius: 18 }, { weight: 5, radius: 9 }, { weight: 1, radius: 4 }]]) {
    const { width, height } = sizesBox(sizes);
    const at = [];
    const context = new Proxy({ fillText: (text, x, y) => at.push([x, y]) }, { get: (own, name) => own[name] ?? (() => {}) });
    drawSizes(context, [0, height / 2], sizes, THEME);
    at.forEach(([x, y], i) => {
      assert.ok(x < width && y > 0 && y < height);
      if (i) assert.ok(y - at[i - 1][1] >= 11);
    });
  }
});
