"use strict";
// The whole period by grid cell: what circles are scaled by, so that a step of the slider changes no scale.

const { LARGEST_REACH } = require("./circle_sizes.js");
const { makeClusters } = require("./clusters.js");
const { makeTolls, sumTolls } = require("./tolls.js");
const { findRows } = require("../data/period.js");


/** All dated rows by slot, of what clusters need: { size, count, sumX, sumY }. */
function sumWhole(strikes, { slotOf, size }) {
  const { x, y } = strikes.columns;
  const dated = strikes.rows - strikes.groups.undated;
  const whole = { size: dated, count: new Uint32Array(size), sumX: new Float64Array(size), sumY: new Float64Array(size) };
  for (let row = 0; row < dated; row++) {
    const slot = slotOf[row];
    whole.count[slot]++;
    whole.sumX[slot] += x[row];
    whole.sumY[slot] += y[row];
  }
  return whole;
}

/** The most that a circle stands for, of those that reach into a frame; x and y are world pixels. */
function mostSeen(clusters, { left, top, width, height }) {
  const inside = (at, length) => at >= -LARGEST_REACH && at <= length + LARGEST_REACH;
  return clusters.reduce(
    (most, { x, y, weight }) => (weight > most && inside(x - left, width) && inside(y - top, height) ? weight : most), 0,
  );
}

/** The whole period of one grid: the most that a circle of it stands for in a frame, by strikes or by people. */
class Whole {
  constructor(strikes, slots) {
    Object.assign(this, { strikes, slots, sums: sumWhole(strikes, slots), tolls: {}, known: null });
  }

  tollsOf(bound) {
    const { strikes, slots, tolls } = this;
    if (bound === "count") return null;
    return (tolls[bound] ??= sumTolls(strikes, slots.slotOf, findRows(strikes, -Infinity, Infinity), makeTolls(bound, slots.size)));
  }

  /** Counted anew where the frame is another. */
  mostIn(frame, bound) {
    const key = [bound, frame.world, frame.left, frame.top, frame.width, frame.height].join();
    if (this.known?.key !== key) {
      const { strikes, slots, sums } = this;
      const { clusters } = makeClusters(strikes, { slots, sums, tolls: this.tollsOf(bound) }, frame);
      this.known = { key, most: mostSeen(clusters, frame) };
    }
    return this.known.most;
  }
}

module.exports = { Whole, mostSeen };
