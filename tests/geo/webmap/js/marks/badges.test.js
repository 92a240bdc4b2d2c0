"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { placeBadges } = require("../../../../../geo/webmap/static/marks/badges.js");
const { LabelPositions } = require("../../../../../geo/webmap/static/marks/label_positions.js");

const FRAME = { world: 1000, left: 0, top: 0, width: 400, height: 300 };
const CONTEXT = { font: "", measureText: (text) => ({ width: text.length * 7 }) };

/** An area of a grid of points around its middle; lengths in pixels of FRAME. */
function areaAt(code, name, { x, y, half }) {
  const labelPoints = [[x / 1000, y / 1000]];
  for (let across = -half; across <= half; across += half / 2) {
    for (let down = -half; down <= half; down += half / 2) labelPoints.push([(x + across) / 1000, (y + down) / 1000]);
  }
  return { code, name, labelPoint: labelPoints[0], labelPoints };
}

function badgeOf(area, boxes, { count = 2, positions, frame = FRAME } = {}) {
  const [badge] = placeBadges(CONTEXT, {
    strikes: { dictionaries: { adm1_code: [area.code] } },
    slots: { cells: 0, areas: 2 }, sums: { count: [0, count] }, tolls: null, bound: "count",
    baseMap: { governorates: [area] }, frame, boxes, positions,
  });
  return badge;
}

const touches = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

test("a badge says its governorate's name, however narrow the governorate", () => {
  for (const half of [4, 20, 100]) {
    assert.equal(badgeOf(areaAt("SY07", "Idlib", { x: 200, y: 150, half }), []).text, "Idlib: 2");
  }
});

test("a badge with room in its governorate stands there, without a line", () => {
  const badge = badgeOf(areaAt("SY07", "Idlib", { x: 200, y: 150, half: 80 }), []);
  assert.equal(badge.leader, null);
  assert.ok(touches(badge, { left: 120, right: 280, top: 70, bottom: 230 }));
});

test("a badge that a cluster crowds out stands beside it, and its line ends in the governorate, off the cluster", () => {
  const cluster = { left: 175, right: 225, top: 125, bottom: 175 };
  const badge = badgeOf(areaAt("SY07", "Idlib", { x: 200, y: 150, half: 30 }), [cluster]);
  assert.ok(!touches(badge, cluster));
  const [x, y] = badge.leader;
  assert.ok(x >= 170 && x <= 230 && y >= 120 && y <= 180, "in the governorate");
  assert.ok(!(x > cluster.left && x < cluster.right && y > cluster.top && y < cluster.bottom));
});

test("a badge of a governorate at the map's edge is not cut off", () => {
  const cluster = { left: 0, right: 40, top: 125, bottom: 175 };
  const badge = badgeOf(areaAt("SY06", "Latakia", { x: 15, y: 150, half: 12 }), [cluster]);
  assert.ok(badge.left >= 0 && badge.right <= FRAME.width && badge.top >= 0 && badge.bottom <= FRAME.height);
});

test("a badge whose governorate's middle lies beyond the edge is whole or not there at all", () => {
  for (const x of [-200, -60, -40, -20, -5, 5, 395, 405, 430, 600]) {
    for (const half of [12, 60, 190]) {
      const { left, right } = badgeOf(areaAt("SY06", "Latakia", { x, y: 150, half }), []);
      const isWhole = left >= 0 && right <= FRAME.width;
      assert.ok(isWhole || right <= 0 || left >= FRAME.width, `${x}, ${half}: ${left} to ${right}`);
    }
  }
});

test("a badge stays where it stood while nothing more comes to lie under it", () => {
  const area = areaAt("SY07", "Idlib", { x: 200, y: 150, half: 80 });
  const positions = new LabelPositions();
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
  const cluster = { left: 175, right: 225, top: 125, bottom: 175 };
  const beside = badgeOf(area, [cluster], { positions });
  const after = badgeOf(area, [], { positions, count: 2000 });
  assert.deepEqual(middle(after), middle(beside), "the cluster has gone, its badge has not moved");
  assert.equal(after.text, "Idlib: 2,000");
  const crowded = badgeOf(area, [beside], { positions });
  assert.ok(!touches(crowded, beside), "a mark on its position moves it");
  const panned = badgeOf(area, [], { positions, frame: { ...FRAME, left: 10 } });
  assert.deepEqual(middle(panned), [190, 150], "another view is another search");
});
