"use strict";
// Sums of a window by key, from sums kept at every few hundred rows: the whole period costs what a step does.

const { listMarked, takeAt } = require("../data/chosen.js");
const { lowerBound } = require("../data/period.js");
const { peopleKilled } = require("./tolls.js");

const BLOCK = 512; // rows between two kept sums
const MOST_KEPT = 4e6; // numbers kept for one order of rows; more keys, and the blocks are longer

/** What a row adds to sums of strikes: itself. */
const COUNTED = { width: 1, make: (size) => new Int32Array(size), add: (sums, at, row, sign) => (sums[at] += sign) };

/** The places of people killed in the sums of a key, after its rows. */
const KILLED = { least: 1, most: 2, reported: 3, reportedLeast: 4, open: 5 };

/** What a row adds to sums of people killed: a function of the strikes. */
function killedOf({ columns: { killed_min: low, killed_max: high } }) {
  return {
    width: 6,
    make: (size) => new Float64Array(size),
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

/** One strike a row, of one key: the loops that most bars need. */
function countSingle({ codes }, order) {
  return (sums, low, high, sign) => {
    if (order) for (let i = low; i < high; i++) sums[codes[order[i]]] += sign;
    else for (let row = low; row < high; row++) sums[codes[row]] += sign;
  };
}

/** Rows of any measure and of several keys, one or those that stand at codes[offsets[row]...]. */
function countAny({ codes, offsets }, order, { width, add }) {
  return (sums, low, high, sign) => {
    for (let i = low; i < high; i++) {
      const row = order ? order[i] : i;
      const [from, to] = offsets ? [offsets[row], offsets[row + 1]] : [row, row + 1];
      for (let at = from; at < to; at++) add(sums, codes[at] * width, row, sign);
    }
  };
}

/** A function of sums, low, high and sign that adds the rows at low..high-1 of an order, null for that of their numbers. */
function counterOf({ keyed, measure }, order) {
  return measure === COUNTED && !keyed.offsets ? countSingle(keyed, order) : countAny(keyed, order, measure);
}

/** Sums of the first rows of a stretch, places of an order from `first` on, for any number of them. */
class Running {
  constructor(given, { order, first, count }) {
    const size = given.keyed.size * given.measure.width;
    const tally = counterOf(given, order);
    const block = Math.max(BLOCK, Math.ceil((count * size) / MOST_KEPT));
    Object.assign(this, { tally, block, count, first, size, kept: given.measure.make((Math.floor(count / block) + 1) * size) });
    const sums = given.measure.make(size);
    for (let i = 1, at = size; i * block <= count; i++, at += size) {
      tally(sums, first + (i - 1) * block, first + i * block, 1);
      this.kept.set(sums, at);
    }
  }

  /** Adds the sums of the first `count` rows to `sums`, or takes them away: from the kept sums that are nearest. */
  addTo(sums, count, sign) {
    const { block, first, kept, size, tally } = this;
    const near = Math.min(Math.round(count / block), Math.floor(this.count / block));
    for (let i = 0, at = near * size; i < size; i++, at++) sums[i] += sign * kept[at];
    tally(sums, first + near * block, first + count, sign);
    tally(sums, first + count, first + near * block, -sign);
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

const stretchesKept = new WeakMap(); // marks, or strikes where all rows pass: the stretches of rows

/**
 * The rows that pass as stretches for sums: { single, begun, ended, undated }, each { order, first, count },
 * with `starts` of the single ones and of those begun, `ends` of those ended, by which a day is found.
 */
function stretchesOf(strikes, passes) {
  const key = passes ?? strikes;
  if (!stretchesKept.has(key)) stretchesKept.set(key, makeStretches(strikes, passes));
  return stretchesKept.get(key);
}

function makeStretches(strikes, passes) {
  const { one_day: single, spans, undated } = strikes.groups;
  const { day_start: start } = strikes.columns;
  const ends = endsOf(strikes);
  if (!passes) {
    return {
      single: { order: null, first: 0, count: single, days: start }, begun: { order: null, first: single, count: spans, days: start },
      ended: { order: ends.order, first: 0, count: spans, days: ends.days }, undated: { order: null, first: single + spans, count: undated },
    };
  }
  const order = listMarked(passes);
  const [dated, all] = [lowerBound(order, 0, order.length, single), lowerBound(order, 0, order.length, single + spans)];
  const [starts, ended] = [takeAt(start, order.subarray(0, all)), ends.order.filter((row) => passes[row])];
  return {
    single: { order, first: 0, count: dated, days: starts }, begun: { order, first: dated, count: all - dated, days: starts },
    ended: { order: ended, first: 0, count: ended.length, days: takeAt(strikes.columns.day_end, ended) },
    undated: { order, first: all, count: order.length - all },
  };
}

/** How many rows of a stretch stand before a day. */
const countBefore = ({ days, first, count }, day) => lowerBound(days, first, first + count, day) - first;

/**
 * Sums of strikes by key for any window of days. `keyed` is { codes, size }, codes a key below `size`
 * for each row, or { codes, offsets, size } where a row has several; `passes` marks the rows that
 * count (null: all), and measure is "strikes" or "killed".
 */
class Tallies {
  constructor(strikes, keyed, { passes = null, measure = "strikes" } = {}) {
    const kind = measure === "killed" ? killedOf(strikes) : COUNTED;
    const given = { keyed, measure: kind };
    const stretches = stretchesOf(strikes, passes);
    Object.assign(this, { strikes, stretches, width: kind.width, size: keyed.size });
    [this.single, this.begun, this.ended] = [stretches.single, stretches.begun, stretches.ended].map((one) => new Running(given, one));
    this.undated = kind.make(keyed.size * kind.width);
    const { order, first, count } = stretches.undated;
    counterOf(given, order)(this.undated, first, first + count, 1);
    this.sums = kind.make(keyed.size * kind.width);
  }

  /** The sums of the rows that overlap the days [from, to], `width` numbers a key; with the undated where asked for. */
  count([from, to], { undated = false } = {}) {
    const { stretches, sums } = this;
    if (undated) sums.set(this.undated);
    else sums.fill(0);
    this.single.addTo(sums, countBefore(stretches.single, to + 1), 1);
    this.single.addTo(sums, countBefore(stretches.single, from), -1);
    this.begun.addTo(sums, countBefore(stretches.begun, to + 1), 1);
    this.ended.addTo(sums, countBefore(stretches.ended, from), -1);
    return sums;
  }
}

module.exports = { KILLED, Tallies, killedOf };
