"use strict";
// The sums of a dimension in a window, by key: what its bars show, and in which order they stand.

const { KILLED, Tallies } = require("../counting/tallies.js");

/**
 * What a key holds: { rows, given, least, most, bounded, open }; people are null where no row gives a figure.
 * bounded: whether some figure has a lower bound; open: whether one has no upper one.
 */
function readSums(sums, width, key) {
  const at = key * width;
  const rows = sums[at];
  if (width === 1) return { rows };
  const given = sums[at + KILLED.reported];
  if (!given) return { rows, given, least: null, most: null };
  return {
    rows, given, least: sums[at + KILLED.least], most: sums[at + KILLED.most],
    bounded: sums[at + KILLED.reportedLeast] > 0, open: sums[at + KILLED.open] > 0,
  };
}

/** The most that a key holds, of rows or of people, at least 1. */
function findFull(sums, width) {
  const place = width === 1 ? 0 : KILLED.most;
  let full = 1;
  for (let at = place; at < sums.length; at += width) if (sums[at] > full) full = sums[at];
  return full;
}

/** The order of bars: as they are listed where the dimension says so, else most first; what is unknown last. */
function orderKeys({ fixed, options }, valueOf) {
  const keys = options.map((_, key) => key);
  if (!fixed) keys.sort((a, b) => valueOf(b) - valueOf(a) || options[a].label.localeCompare(options[b].label, "en"));
  return [...keys.filter((key) => !options[key].unknown), ...keys.filter((key) => options[key].unknown)];
}

const unfiltered = new WeakMap(); // dimension: the sums of all rows by measure, to which filters come back

function talliesOf(strikes, dimension, given) {
  if (given.passes) return new Tallies(strikes, dimension.keyed, given);
  if (!unfiltered.has(dimension)) unfiltered.set(dimension, {});
  return (unfiltered.get(dimension)[given.measure] ??= new Tallies(strikes, dimension.keyed, given));
}

/** A dimension counted for any window; its `keys` are those that the whole period holds. */
class Counted {
  /** given: { passes, measure } of counting/tallies.js; options that `isChosen` are bars also where they count nothing. */
  constructor(strikes, dimension, given, isChosen = () => false) {
    Object.assign(this, { dimension, people: given.measure === "killed" });
    this.tallies = talliesOf(strikes, dimension, given);
    const { at } = this.count([-Infinity, Infinity], { undated: true });
    const { fixed, options } = dimension;
    const all = options.map((_, key) => key);
    const keys = all.filter((key) => at(key).rows || isChosen(options[key]));
    // Hours or weekdays of which none is known would be two dozen bars of nothing.
    this.keys = new Set(fixed && keys.some((key) => !options[key].unknown) ? all : keys);
  }

  /** What the keys hold in the days [from, to]: { at(key), full }, until the next call. */
  count(days, options) {
    const { width } = this.tallies;
    const sums = this.tallies.count(days, options);
    return { at: (key) => readSums(sums, width, key), full: findFull(sums, width) };
  }

  /** The order of the bars of what was counted. */
  orderOf({ at }) {
    // By people killed for sure; what may have been, then rows, decide between equal ones.
    const valueOf = ({ least, most, rows }) => (this.people ? (least ?? 0) + (most ?? 0) / 1e9 + rows / 1e18 : rows);
    return orderKeys(this.dimension, (key) => valueOf(at(key))).filter((key) => this.keys.has(key));
  }
}

module.exports = { Counted, orderKeys };
