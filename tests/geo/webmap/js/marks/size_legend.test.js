"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { say } = require("../../../../../geo/webmap/static/language/language.js");
const { Counter } = require("../../../../../geo/webmap/static/counting/counter.js");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");
const { boxesOf, drawClusters, hitMark } = require("../../../../../geo/webmap/static/marks/circles.js");
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

function stepOf(strikes, days = [1, 1000], frame = FRAME) {
  const mode = modeOf(MODES);
  const counter = new Counter(strikes, { names: ["all"], colours: ["#d55e00"], groupOf: new Uint8Array(strikes.rows) });
  return counter.step(frame, days, { mode, modes: MODES, baseMap: null, selected: null });
}

const scale = (marks) => scaleOf(marks, { modes: MODES, theme: THEME, say });

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
  const { wordSize } = require("../../../../../geo/webmap/static/modes/meanings.js");
  assert.match(wordSize("killed_min", 5), /; the smallest: up to 5, or not reported$/);
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

test("a heavy circle beyond the view covers none of it, one that reaches in is on the view's scale", () => {
  const strikes = towns(3, 0, 10000); // 200 CSS pixels apart
  for (const beyond of [10, 27, 31, 40, 60, 120]) {
    const frame = { ...FRAME, width: 500 - beyond };
    const { clusters, sized: { most, scale: shown } } = stepOf(strikes, [1, 10000], frame);
    assert.equal(most, beyond < 28 ? 10000 : 3, "in this view");
    const [heavy, few] = [10000, 3].map((many) => clusters.find(({ count }) => count === many));
    assert.ok(heavy.radius <= 28.001, `${beyond}: ${heavy.radius}`);
    assert.ok(Math.abs(few.radius - Math.max(3, shown * Math.sqrt(3))) < 1e-9, "in proportion");
    if (beyond < 28) assert.ok(Math.abs(heavy.radius - shown * 100) < 1e-9, "in proportion");
    else {
      const [box] = boxesOf([{ ...heavy, numberBox: null }]);
      assert.ok(box.left >= frame.width, "no name is kept away");
      assert.equal(hitMark({ clusters, badges: [] }, 20, 300), null);
      assert.equal(hitMark({ clusters, badges: [] }, few.x, few.y), few);
    }
  }
});
