"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { THEMES } = require("../../../../../geo/webmap/static/look/theme.js");
const { Spiderfier } = require("../../../../../geo/webmap/static/marks/spiderfier.js");
const { MOST_SPIDERFIED, boxesOfSpider, drawSpider, layLegs, legOf } = require("../../../../../geo/webmap/static/marks/spiderfy_drawing.js");
const { wordHeading } = require("../../../../../geo/webmap/static/marks/spiderfy_words.js");

const COUNTS = Array.from({ length: MOST_SPIDERFIED - 1 }, (_, i) => i + 2);

test("every mark of a spiderfied cluster stands off the true point, all equally far", () => {
  for (const count of COUNTS) {
    const away = layLegs(count).map(([x, y]) => Math.hypot(x, y));
    assert.equal(away.length, count);
    assert.ok(away.every((length) => Math.abs(length - legOf(count)) < 1e-9 && length >= 36 - 1e-9));
  }
});

test("a finger meets one mark of any spiderfied cluster", () => {
  for (const count of COUNTS) {
    const marks = layLegs(count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < i; j++) {
        assert.ok(Math.hypot(marks[i][0] - marks[j][0], marks[i][1] - marks[j][1]) >= 2 * 14);
      }
    }
  }
});

test("two strikes stand side by side, more of them clockwise from the top", () => {
  const [left, right] = layLegs(2);
  assert.ok(left[0] < 0 && right[0] > 0 && Math.abs(left[1]) < 1e-9);
  const [first, second] = layLegs(5);
  assert.ok(Math.abs(first[0]) < 1e-9 && first[1] < 0 && second[0] > 0);
});

test("a spiderfied cluster takes the room that its marks and the line under it need", () => {
  const context = { font: "", measureText: (text) => ({ width: text.length * 7 }) };
  const [circle, line] = boxesOfSpider(context, { x: 200, y: 100, count: 5, words: "5 strikes at this place, fanned out" });
  for (const [x, y] of layLegs(5)) {
    assert.ok(200 + x - 7 >= circle.left && 200 + x + 7 <= circle.right);
    assert.ok(100 + y - 7 >= circle.top && 100 + y + 7 <= circle.bottom);
  }
  assert.ok(line.right - line.left > 35 * 7 && line.bottom > circle.bottom);
});

test("a leg goes from the true point to every mark, and a mark of an imprecise day is hollow", () => {
  const lines = [];
  const fills = [];
  const context = new Proxy({ globalAlpha: 1 }, {
    get: (target, name) => target[name] ?? ((...at) => {
      if (name === "lineTo") lines.push(at.join());
      if (name === "fill") fills.push(target.fillStyle);
    }),
  });
  const marks = layLegs(2).map(([x, y], i) => ({ x: 50 + x, y: 50 + y, colour: `c${i}`, imprecise: i === 1, picked: false, words: "" }));
  drawSpider(context, { x: 50, y: 50, marks, words: "2 strikes at this place, fanned out" }, THEMES.light);
  for (const { x, y } of marks) assert.ok(lines.includes(`${x},${y}`));
  const hole = THEMES.light.disc;
  const after = (colour) => fills[fills.indexOf(colour) + 1];
  assert.deepEqual([after("c0") === hole, after("c1") === hole], [false, true]);
});

test("the heading says what is fanned out of what was clicked", () => {
  assert.equal(wordHeading([1, 2], [1, 2]), "2 strikes at this place, fanned out");
  assert.equal(wordHeading([1, 2, 3], [1, 2]), "3 strikes at this place when clicked, now 2 fanned out");
  assert.equal(wordHeading([1, 2], null), "2 strikes at this place");
});

/** A spiderfied cluster of rows 0 to 2 of one place, all in slot 0. */
function spiderfiedRows() {
  const presses = [];
  const container = { addEventListener: (_, listener) => presses.push(listener), removeEventListener() {} };
  const columns = { day_start: [10, 20, 30], day_end: [10, 20, 30] };
  const host = { container, cleanups: [], strikes: { columns }, reader: { movePopup() {} }, redraw() {} };
  const spiderfier = new Spiderfier(host);
  const rows = [0, 1, 2];
  spiderfier.open = { point: [0, 0], near: rows, rows, listed: rows, zoom: 12, heading: {}, cluster: null };
  return { spiderfier, press: presses[0] };
}

const FRAME = { zoom: 12, world: 2 ** 20, left: 0, top: 0 };
const stepOf = (count, days) => ({
  clusters: [{ x: 0, y: 0, slots: [0], count }], slots: { slotOf: [0, 0, 0] }, rows: { from: days[0], to: days[1] },
});
const settled = () => new Promise(setImmediate);

test("a spiderfied cluster loses the rows that the window leaves out", async () => {
  const { spiderfier } = spiderfiedRows();
  spiderfier.follow(stepOf(2, [15, 40]), FRAME);
  await settled();
  assert.deepEqual(spiderfier.open.rows, [1, 2]);
});

test("a spiderfied cluster that does not hold all that its cluster counts hides nothing and closes", async () => {
  const { spiderfier } = spiderfiedRows();
  const marks = stepOf(4, [10, 40]);
  spiderfier.follow(marks, FRAME);
  assert.equal(spiderfier.without(marks), marks);
  assert.equal(spiderfier.hit(0, 0), null);
  await settled();
  assert.equal(spiderfier.open, null);
});

test("Escape closes a spiderfied cluster, but not from a field or where it was taken", () => {
  const pressed = (within, taken = false) => {
    const { spiderfier, press } = spiderfiedRows();
    const target = { closest: (selector) => (selector.split(", ").includes(within) ? {} : null) };
    press({ key: "Escape", defaultPrevented: taken, target });
    return spiderfier.open === null;
  };
  assert.ok(pressed("body"));
  for (const within of ["select", "input:not([type=range])"]) assert.ok(!pressed(within), within);
  assert.ok(!pressed("body", true));
});
