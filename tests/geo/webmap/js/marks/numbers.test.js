"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { boxOf, placeNumbers } = require("../../../../../geo/webmap/static/marks/numbers.js");

const FRAME = { width: 800, height: 600 };
const circle = (x, y, radius, text, more = {}) => ({ x, y, radius, text, count: Number(text), ...more });
const share = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

test("a number stands in its circle where there is room, else beside it, a dot of one has none", () => {
  const dot = (x, text, weight) => circle(x, 100, 4, text, { plain: true, weight });
  const circles = [circle(100, 100, 20, "250"), circle(300, 100, 5, "12"), dot(500, "1", 1), dot(550, "–", 0), dot(600, "≥0", 0)];
  placeNumbers(circles, FRAME);
  assert.deepEqual(circles.map(({ numberBox }) => Boolean(numberBox)), [false, true, false, true, true], "a toll of none is said, and so is one not reported");
  assert.ok(circles[1].numberBox.left > 305);
});

test("a number goes to the side where no circle, no other number and no edge is", () => {
  const circles = [circle(300, 100, 5, "12"), circle(325, 100, 6, "13"), circle(795, 300, 5, "14"), circle(300, 122, 5, "15")];
  placeNumbers(circles, FRAME);
  const boxes = circles.map(({ numberBox }) => numberBox);
  boxes.forEach((box, i) => {
    assert.ok(box.right <= 800 && circles.every((other) => other === circles[i] || !share(box, boxOf(other))));
    boxes.slice(i + 1).forEach((other) => assert.ok(!share(box, other)));
  });
});

test("what had a number beside it has none there once its circle has room", () => {
  const one = circle(300, 100, 5, "12");
  placeNumbers([one], FRAME);
  one.radius = 15;
  placeNumbers([one], FRAME);
  assert.equal(one.numberBox, null);
});
