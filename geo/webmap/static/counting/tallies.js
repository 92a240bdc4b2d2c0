"use strict";
// Sums of a window by key, from sums kept at every few thousand rows: the whole period costs what a step does.

const { lowerBound } = require("../data/period.js");
const { peopleKilled } = require("./tolls.js");

const BLOCK = 4096; // rows between two kept sums
const MOST_KEPT = 4e6; // numbers kept for one order of rows; more keys, and the blocks are longer

/** What a row adds to sums of strikes: itself. */
const COUNTED = { width: 1, add: (sums, at, row, sign) => (sums[at] += sign) };

/** The places of people killed in the sums of a key, after its rows. */
const KILLED = { least: 1, most: 2, reported: 3, reportedLeast: 4, open: 5 };

/** What a row adds to sums of people killed: a function of the strikes. */
function killedOf({ columns: { killed_min: low, killed_max: high } }) {
  return {
    width: 6,
    add(sums, at, row, sign) {
      sums[at] += sign;
      const most = peopleKilled(low[row], high[row], "killed_max");
      if (most < 0) return; // not reported
      sums[at + KILLED.reported] += sign;
      sums[at + KILLED.most] += sign * most;
      if (high[row] < 0) sums[at + KILLED.open] += sign;
      if (low[row] < 0) return;
      sums[at + KILLED.reportedLeast] += sign;
      sums[at + KILLED.least] += sign * low[row];
    },
  };
}

/** Adds a row of some keys to sums: one key a row, or those that stand at codes[offsets[row]...]. */
function adderOf({ codes, offsets, size }, { width, add }) {
  if (!offsets) return (sums, row, sign) => add(sums, codes[row] * width, row, sign);
  return (sums, row, sign) => {
    for (let at = offsets[row]; at < offsets[row + 1]; at++) add(sums, codes[at] * width, row, sign);
  };
}

/** Sums of the first rows of an order, for any number of them; the order is that of `rowAt`. */
class Running {
  constructor(count, { rowAt, passes, keyed, measure }) {
    const size = keyed.size * measure.width;
    const add = adderOf(keyed, measure);
    const block = Math.max(BLOCK, Math.ceil((count * size) / MOST_KEPT));
    Object.assign(this, { rowAt, passes, add, block, size });
    this.kept = new Float64Array((Math.floor(count / block) + 1) * size);
    const sums = new Float64Array(size);
    for (let i = 0, next = block, at = size; i < count; i++) {
      const row = rowAt(i);
      if (!passes || passes[row]) add(sums, row, 1);
      if (i + 1 < next) continue;
      this.kept.set(sums, at);
      [next, at] = [next + block, at + size];
    }
  }

  /** Adds the sums of the first `count` rows to `sums`, or takes them away. */
  addTo(sums, count, sign) {
    const from = Math.floor(count / this.block);
    const kept = from * this.size;
    for (let i = 0; i < this.size; i++) sums[i] += sign * this.kept[kept + i];
    for (let i = from * this.block; i < count; i++) {
      const row = this.rowAt(i);
      if (!this.passes || this.passes[row]) this.add(sums, row, sign);
    }
  }
}

function byEnd(strikes, low, high) {
  const { day_end: end } = strikes.columns;
  return Uint32Array.from({ length: high - low }, (_, i) => low + i).sort((a, b) => end[a] - end[b] || a - b);
}

/** The longer spans of strikes by their last day, made once for all sums over them. */
const endsKept = new WeakMap();

function endsOf(strikes) {
  if (!endsKept.has(strikes)) {
    const { one_day: low, spans } = strikes.groups;
    const order = byEnd(strikes, low, low + spans);
    endsKept.set(strikes, { order, days: Int32Array.from(order, (row) => strikes.columns.day_end[row]) });
  }
  return endsKept.get(strikes);
}

/**
 * Sums of strikes by key for any window of days. `keyed` is { codes, size }, codes a key below `size`
 * for each row, or { codes, offsets, size } where a row has several; `passes` marks the rows that
 * count (null: all), and measure is "strikes" or "killed".
 */
class Tallies {
  constructor(strikes, keyed, { passes = null, measure = "strikes" } = {}) {
    const { one_day: single, spans, undated } = strikes.groups;
    const kind = measure === "killed" ? killedOf(strikes) : COUNTED;
    const given = { passes, keyed, measure: kind };
    const ends = endsOf(strikes);
    Object.assign(this, { strikes, width: kind.width, size: keyed.size, ends: ends.days });
    this.single = new Running(single, { ...given, rowAt: (i) => i });
    this.begun = new Running(spans, { ...given, rowAt: (i) => single + i });
    this.ended = new Running(spans, { ...given, rowAt: (i) => ends.order[i] });
    this.undated = new Float64Array(keyed.size * kind.width);
    new Running(undated, { ...given, rowAt: (i) => single + spans + i }).addTo(this.undated, undated, 1);
    this.sums = new Float64Array(keyed.size * kind.width);
  }

  /** The sums of the rows that overlap the days [from, to], `width` numbers a key; with the undated where asked for. */
  count([from, to], { undated = false } = {}) {
    const { day_start: start } = this.strikes.columns;
    const { one_day: single, spans } = this.strikes.groups;
    const { sums } = this;
    if (undated) sums.set(this.undated);
    else sums.fill(0);
    this.single.addTo(sums, lowerBound(start, 0, single, to + 1), 1);
    this.single.addTo(sums, lowerBound(start, 0, single, from), -1);
    this.begun.addTo(sums, lowerBound(start, single, single + spans, to + 1) - single, 1);
    this.ended.addTo(sums, lowerBound(this.ends, 0, spans, from), -1);
    return sums;
  }
}

module.exports = { KILLED, Tallies, killedOf };
