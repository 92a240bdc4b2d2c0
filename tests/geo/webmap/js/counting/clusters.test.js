"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { assignSlots, groupCounts, impreciseCounts, makeClusters, makeSums, mergeTouching, sumRows } = require("../../../../../geo/webmap/static/counting/clusters.js");
const { reachOf } = require("../../../../../geo/webmap/static/counting/circle_sizes.js");
const { makeTolls, sumTolls } = require("../../../../../geo/webmap/static/counting/tolls.js");
const { countTotals, countUndated, wordTotals } = require("../../../../../geo/webmap/static/counting/totals.js");
const { worldPixels } = require("../../../../../geo/webmap/static/data/mercator.js");
const { eachRow, findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { randomFrom, scattered, strikesOf } = require("../strikes_of.js");

function sumAll(strikes, zoom, from = -1e6, to = 1e6) {
  const slots = assignSlots(strikes, zoom);
  const groupOf = new Uint8Array(strikes.rows).map((_, row) => row % 2);
  const rows = findRows(strikes, from, to);
  return { slots, rows, sums: sumRows(strikes, slots, rows, groupOf, makeSums(slots, 2)) };
}

function frameAt(zoom, { x = 0.608, y = 0.397, width = 1280, height = 800 } = {}) {
  const world = worldPixels(zoom);
  return { zoom, world, left: x * world - width / 2, top: y * world - height / 2, width, height };
}

test("rows in one cell share a slot, rows of different cells do not, at every zoom", () => {
  const strikes = scattered(3000);
  for (const zoom of [0, 5, 8, 13, 18]) {
    const { slotOf, cells } = assignSlots(strikes, zoom);
    const cellOf = new Map();
    const shift = strikes.worldBits - 8 - zoom + 6;
    for (let row = 0; row < strikes.rows; row++) {
      if (strikes.columns.status[row]) continue;
      const cell = `${strikes.columns.x[row] >>> shift},${strikes.columns.y[row] >>> shift}`;
      if (!cellOf.has(cell)) cellOf.set(cell, slotOf[row]);
      assert.equal(cellOf.get(cell), slotOf[row]);
    }
    assert.equal(cellOf.size, cells);
    assert.equal(new Set(cellOf.values()).size, cells);
  }
});

test("clusters and what lies outside hold every located row, on any window, view and zoom", () => {
  const strikes = scattered(4000);
  const random = randomFrom(11);
  const undated = countUndated(strikes);
  for (let i = 0; i < 60; i++) {
    const zoom = 4 + random() * 12;
    const from = 15000 + Math.floor(random() * 5000);
    const to = from + Math.floor(random() * 2000);
    const { slots, rows, sums } = sumAll(strikes, Math.round(zoom), from, to);
    const frame = frameAt(zoom, { x: 0.6 + random() * 0.016, y: 0.391 + random() * 0.012, width: 390 });
    const { clusters, outside } = makeClusters(strikes, { slots, sums }, frame);
    const totals = countTotals(strikes, slots, sums, undated);
    const clustered = clusters.reduce((sum, { count }) => sum + count, 0);
    const inWindow = [...eachRow(rows)];
    const withStatus = (status) =>
      inWindow.filter((row) => strikes.statuses[strikes.columns.status[row]] === status).length;
    assert.equal(clustered + outside, withStatus("located"));
    assert.equal(totals.dated.located, withStatus("located"));
    assert.equal(totals.dated.areaOnly, withStatus("area_only"));
    assert.equal(totals.dated.unlocated, withStatus("unlocated"));
    assert.equal(totals.rows, inWindow.length + strikes.groups.undated);
    assert.equal(totals.rows, totals.located + totals.areaOnly + totals.unlocated);
  }
});

test("a window that is dragged, grown or thrown far counts as one that is counted anew", () => {
  const strikes = scattered(4000);
  const random = randomFrom(5);
  const slots = assignSlots(strikes, 8);
  const groupOf = new Uint8Array(strikes.rows).map((_, row) => row % 2);
  const moved = makeSums(slots, 2);
  let [from, to] = [16000, 18000];
  for (let i = 0; i < 200; i++) {
    const far = random() < 0.1;
    from = far ? 15000 + Math.floor(random() * 5000) : from + Math.floor(random() * 60) - 30;
    to = far ? from + Math.floor(random() * 3000) : Math.max(from, to + Math.floor(random() * 60) - 30);
    const rows = findRows(strikes, from, to);
    sumRows(strikes, slots, rows, groupOf, moved);
    const anew = sumRows(strikes, slots, rows, groupOf, makeSums(slots, 2));
    assert.equal(moved.size, [...eachRow(rows)].length);
    for (const name of ["count", "sumX", "sumY", "sumRow", "byGroup", "impreciseByGroup", "groupTotals"]) assert.deepEqual(moved[name], anew[name]);
  }
});

test("a slot of one row says which", () => {
  const strikes = strikesOf([{ start: 1, x: 0.6, y: 0.39 }, { start: 5, x: 0.61, y: 0.4 }]);
  const { slots, sums } = sumAll(strikes, 8, 5, 5);
  assert.equal(sums.sumRow[slots.slotOf[1]], 1);
});

test("the colour groups of a cluster add up to its count", () => {
  const strikes = scattered(500);
  const { slots, sums } = sumAll(strikes, 7);
  for (const cluster of makeClusters(strikes, { slots, sums }, frameAt(7)).clusters) {
    assert.equal(groupCounts(cluster, sums).reduce((sum, count) => sum + count, 0), cluster.count);
  }
});

test("of a cluster those whose day is not known are counted by group, and are all of them", () => {
  const strikes = scattered(2000);
  const impreciseWords = ["week", "month", "year"].map((word) => strikes.dictionaries.date_precision.indexOf(word) + 1);
  const { slots, rows, sums } = sumAll(strikes, 7, 16000, 16400);
  const { clusters } = makeClusters(strikes, { slots, sums }, frameAt(7));
  let imprecise = 0;
  for (const cluster of clusters) {
    const counts = impreciseCounts(cluster, slots, sums) ?? [0, 0];
    groupCounts(cluster, sums).forEach((count, group) => assert.ok(counts[group] <= count));
    imprecise += counts[0] + counts[1];
  }
  const { status, date_precision: known } = strikes.columns;
  assert.equal(imprecise, [...eachRow(rows)].filter((row) => status[row] === 0 && impreciseWords.includes(known[row])).length);
  assert.ok(imprecise > 0);
});

test("the cells in a view are found anew when it moves", () => {
  const strikes = scattered(1000);
  const { slots, sums } = sumAll(strikes, 9);
  const seen = (frame) => {
    const { clusters, outside } = makeClusters(strikes, { slots, sums }, frame);
    const inside = clusters.reduce((sum, { count }) => sum + count, 0);
    assert.equal(inside + outside, sums.size - sums.count.subarray(slots.cells).reduce((sum, count) => sum + count, 0));
    return inside;
  };
  assert.notEqual(seen(frameAt(9)), seen(frameAt(9, { x: 0.602 })));
});

test("no two clusters touch", () => {
  const strikes = scattered(3000);
  for (const zoom of [5, 6.5, 8, 10]) {
    const { slots, sums } = sumAll(strikes, Math.round(zoom));
    const { clusters } = makeClusters(strikes, { slots, sums }, frameAt(zoom));
    clusters.forEach((one, i) => {
      for (const other of clusters.slice(i + 1)) {
        assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= one.reach + other.reach);
      }
    });
  }
});

test("moving the view by a few pixels leaves the clusters in its middle as they were", () => {
  const strikes = scattered(3000);
  const { slots, sums } = sumAll(strikes, 9);
  const middle = ({ clusters }) => clusters
    .filter(({ x, y }) => Math.abs(x - 0.608 * worldPixels(9)) < 300 && Math.abs(y - 0.397 * worldPixels(9)) < 150)
    .map(({ x, y, count }) => [x.toFixed(3), y.toFixed(3), count].join()).sort();
  const frame = frameAt(9);
  const moved = { ...frame, left: frame.left + 37, top: frame.top - 21 };
  assert.deepEqual(middle(makeClusters(strikes, { slots, sums }, moved)), middle(makeClusters(strikes, { slots, sums }, frame)));
});

test("two strikes merge where their circles would stand less than 2 pixels apart", () => {
  const dots = (apart) => [0, 12 + apart].map((x, slot) =>
    ({ x, y: 0, count: 1, weight: 1, reach: reachOf(1), slots: [slot] })); // 6 pixels each
  assert.deepEqual([1, 1.9, 2, 3, 15].map((apart) => mergeTouching(dots(apart)).length), [1, 1, 2, 2, 2]);
});

test("a merged cluster stands at the mean of its rows", () => {
  const [merged] = mergeTouching([
    { x: 0, y: 0, count: 3, weight: 3, reach: reachOf(3), slots: [0] },
    { x: 8, y: 4, count: 1, weight: 1, reach: reachOf(1), slots: [1] },
  ]);
  assert.deepEqual([merged.x, merged.y, merged.count, merged.slots], [2, 1, 4, [0, 1]]);
});

test("area_only rows are counted on their area, never in a cell", () => {
  const strikes = strikesOf([{ start: 1, status: "area_only", area: 2 }, { start: 1 }, { start: 2, status: "unlocated" }]);
  const { slots, sums } = sumAll(strikes, 7);
  assert.equal(slots.cells, 1);
  assert.equal(sums.count[slots.cells + 2], 1);
  assert.equal(sums.count[slots.unlocated], 1);
});

test("undated rows are in the totals of the whole period, and left out of any other window", () => {
  const strikes = strikesOf([{ start: 5 }, {}, { status: "area_only", area: 1 }, { status: "unlocated" }]);
  const { slots, sums } = sumAll(strikes, 7, 100, 200);
  const totals = countTotals(strikes, slots, sums, countUndated(strikes));
  assert.equal(wordTotals(totals), "1 of 3 located · 1 known only to an area · 1 not located · 3 of 3 undated");
  const held = Object.assign(Object.create(strikes), { held: new Set(["date_start"]) });
  assert.match(wordTotals(countTotals(held, slots, sums, countUndated(held))), / · 3 of 3 with days held back$/);
  const ofPeriod = countTotals(strikes, slots, sums, null);
  assert.equal(wordTotals(ofPeriod), "0 of 0 located · 0 known only to an area · 0 not located · 3 undated left out");
});

test("people followed from window to window are those summed anew", () => {
  const strikes = scattered(3000);
  const random = randomFrom(3);
  const low = Int32Array.from({ length: 3000 }, () => Math.floor(random() * 9) - 1);
  const high = low.map((least) => (random() < 0.3 ? -1 : least + 2));
  Object.assign(strikes.columns, { killed_min: low, killed_max: high });
  const slots = assignSlots(strikes, 7);
  for (const bound of ["killed_min", "killed_max"]) {
    const followed = makeTolls(bound, slots.size);
    for (let day = 15000; day < 19000; day += 311) {
      const rows = findRows(strikes, day, day + 900);
      const anew = sumTolls(strikes, slots.slotOf, rows, makeTolls(bound, slots.size));
      const { people, reported, open } = sumTolls(strikes, slots.slotOf, rows, followed);
      assert.deepEqual([people, reported, open], [anew.people, anew.reported, anew.open]);
    }
  }
});
