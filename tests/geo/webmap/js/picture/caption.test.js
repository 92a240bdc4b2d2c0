"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { assignSlots, makeClusters, makeSums, sumRows } = require("../../../../../geo/webmap/static/counting/clusters.js");
const { worldPixels } = require("../../../../../geo/webmap/static/data/mercator.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { Reader } = require("../../../../../geo/webmap/static/details/reader.js");
const { modeOf } = require("../../../../../geo/webmap/static/modes/modes.js");
const { countInView, wordView } = require("../../../../../geo/webmap/static/picture/caption.js");
const { strikesOf } = require("../strikes_of.js");

test("a strike 100 pixels beyond the frame is not in view, though a circle around it is placed", () => {
  const world = worldPixels(8);
  const strikes = strikesOf([{ start: 1, x: 0.6, y: 0.39 }, { start: 1, x: 0.6 + 500 / world, y: 0.39 }]);
  const frame = { zoom: 8, world, left: 0.6 * world - 400, top: 0.39 * world - 300, width: 800, height: 600 };
  const rows = findRows(strikes, 0, 9);
  const slots = assignSlots(strikes, 8);
  const sums = sumRows(strikes, slots, rows, new Uint8Array(2), makeSums(slots, 1));
  const { clusters, outside } = makeClusters(strikes, { slots, sums }, frame);
  assert.deepEqual([clusters.length, outside], [2, 0]);
  const marks = { totals: { dated: { located: 2, areaOnly: 0 } }, badges: [], outside, mode: modeOf({ show: "clusters" }) };
  const reader = new Reader({ strikes, rows, getFrame: () => frame });
  assert.equal(countInView({ marks, reader }, frame).seen, 1);
});

test("a picture says how much of what is counted lies in its frame", () => {
  assert.equal(
    wordView({ seen: 17, located: 24, badged: 0, areaOnly: 3 }),
    "In this view: 17 of 24 located and dated, 0 of 3 known only to an area and dated",
  );
  assert.equal(
    wordView({ seen: 1200, located: 1200, badged: 0, areaOnly: 0 }),
    "In this view: 1,200 of 1,200 located and dated",
  );
});
