"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { legendSizes, mostAtLeast, radiusOf, reachOf, scaleFor } = require("../../../../../geo/webmap/static/counting/circle_sizes.js");

const MOSTS = [1, 2, 5, 29, 83, 180, 5000, 36000, 1e6];

test("a circle's area is in proportion to what it stands for, from the smallest that is seen up to the most", () => {
  for (const most of MOSTS) {
    const scale = scaleFor(most);
    for (const weight of MOSTS.filter((each) => each <= most && each > mostAtLeast(scale))) {
      const [area, share] = [radiusOf(weight, scale) ** 2 / radiusOf(most, scale) ** 2, weight / most];
      assert.ok(Math.abs(area / share - 1) < 0.02, `${weight} of ${most}`);
    }
  }
});

test("83 strikes look like less than half of 180, and no size is met twice", () => {
  const scale = scaleFor(36000);
  assert.ok(radiusOf(36000, scale) > 20 * radiusOf(83, scale) || radiusOf(83, scale) === radiusOf(1, scale));
  const radii = [180, 1000, 5000, 36000].map((weight) => radiusOf(weight, scaleFor(36000)));
  assert.ok(radii.every((radius, i) => !i || radius >= radii[i - 1]));
  assert.ok(radiusOf(83, scaleFor(180)) ** 2 < 0.5 * radiusOf(180, scaleFor(180)) ** 2);
});

test("no circle is larger than its reach, so that none touches another", () => {
  for (const most of MOSTS) {
    for (const weight of MOSTS.filter((each) => each <= most)) {
      assert.ok(radiusOf(weight, scaleFor(most)) <= reachOf(weight) + 1e-9, `${weight} of ${most}`);
    }
  }
});

test("the legend's circles have the radius of the map's, their numbers are round, and none is among the smallest", () => {
  for (const most of [...MOSTS, 7, 42, 333, 99999]) {
    const scale = scaleFor(most);
    const sizes = legendSizes(most, scale);
    assert.ok(sizes.length >= 1 && sizes.length <= 3);
    assert.ok(sizes[0].weight <= most && sizes[0].weight * 2.5 >= most);
    for (const { weight, radius } of sizes) {
      assert.match(String(weight), /^[125]0*$/);
      assert.ok(Math.abs(radius / radiusOf(weight, scale) - 1) < 0.02);
      assert.ok(weight >= mostAtLeast(scale) || sizes.length === 1);
    }
  }
  assert.deepEqual(legendSizes(5000, scaleFor(5000)).map(({ weight }) => weight), [5000, 1000, 200]);
  assert.deepEqual(legendSizes(1, scaleFor(1)).map(({ weight }) => weight), [1]);
  assert.deepEqual(legendSizes(0, scaleFor(0)).map(({ weight }) => weight), [1]);
});
