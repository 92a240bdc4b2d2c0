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

/** A dimension counted for any window; its `order` is that of the whole period, so that no bar moves at a step. */
class Counted {
  /** given: { passes, measure } of counting/tallies.js; options that `isChosen` are bars also where they count nothing. */
  constructor(strikes, dimension, given, isChosen = () => false) {
    this.tallies = new Tallies(strikes, dimension.keyed, given);
    const { at } = this.count([-Infinity, Infinity], { undated: true });
    const whole = dimension.options.map((_, key) => at(key));
    const people = given.measure === "killed";
    // By people killed for sure; what may have been, then rows, decide between equal ones.
    const valueOf = ({ least, most, rows }) => (people ? (least ?? 0) + (most ?? 0) / 1e9 + rows / 1e18 : rows);
    this.order = orderKeys(dimension, (key) => valueOf(whole[key]))
      .filter((key) => whole[key].rows || dimension.fixed || isChosen(dimension.options[key]));
  }

  /** What the keys hold in the days [from, to]: { at(key), full }, until the next call. */
  count(days, options) {
    const { width } = this.tallies;
    const sums = this.tallies.count(days, options);
    return { at: (key) => readSums(sums, width, key), full: findFull(sums, width) };
  }
}

module.exports = { Counted, orderKeys };
