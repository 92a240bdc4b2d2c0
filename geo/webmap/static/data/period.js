"use strict";
// Which rows a window of days holds: one-day rows by binary search, longer spans one by one.

/** First index in sorted[low, high) whose value is not below `value`. */
function lowerBound(sorted, low, high, value) {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows that overlap some days: one-day rows first..last-1, and the longer spans one by one. */
class Rows {
  constructor(strikes, from, to) {
    const { one_day: oneDay } = strikes.groups;
    const { day_start: start } = strikes.columns;
    Object.assign(this, { strikes, from, to });
    this.first = lowerBound(start, 0, oneDay, from);
    this.last = lowerBound(start, 0, oneDay, to + 1);
  }

  /** The row numbers of the longer spans; found when first asked for. */
  get spans() {
    const found = [];
    const { one_day: oneDay, spans } = this.strikes.groups;
    for (let row = oneDay; row < oneDay + spans; row++) if (this.holdsSpan(row)) found.push(row);
    Object.defineProperty(this, "spans", { value: Int32Array.from(found) });
    return this.spans;
  }

  holdsSpan(row) {
    const { day_start: start, day_end: end } = this.strikes.columns;
    return start[row] <= this.to && end[row] >= this.from;
  }
}

/** The rows that overlap the days [from, to]. */
function findRows(strikes, from, to) {
  return new Rows(strikes, from, to);
}

/** Stretches of one-day rows to add (sign 1) and take away (sign -1); null where all is to do anew. */
function difference(before, { first, last }) {
  const apart = !before || first >= before.last || before.first >= last;
  const moved = apart ? Infinity : Math.abs(first - before.first) + Math.abs(last - before.last);
  if (moved >= last - first) return null;
  const parts = [];
  if (first < before.first) parts.push([first, before.first, 1]);
  if (first > before.first) parts.push([before.first, first, -1]);
  if (last > before.last) parts.push([before.last, last, 1]);
  if (last < before.last) parts.push([last, before.last, -1]);
  return parts;
}

/**
 * Calls tally(row, sign) for what must be added or taken away to come from the rows of one window
 * to those of another; clear() comes first where there is too little in common.
 */
function followRows(before, rows, { clear, tally }) {
  const parts = difference(before, rows);
  const { groups, columns } = rows.strikes;
  const { day_start: start, day_end: end } = columns;
  const [low, high] = [groups.one_day, groups.one_day + groups.spans];
  if (!parts) clear();
  for (const [from, to, sign] of parts ?? [[rows.first, rows.last, 1]]) {
    for (let row = from; row < to; row++) tally(row, sign);
  }
  const [from, to] = [rows.from, rows.to];
  const [fromBefore, toBefore] = parts ? [before.from, before.to] : [1, 0];
  const held = parts !== null;
  for (let row = low; row < high; row++) {
    const was = held && start[row] <= toBefore && end[row] >= fromBefore;
    const is = start[row] <= to && end[row] >= from;
    if (was !== is) tally(row, is ? 1 : -1);
  }
}

/** Every row of a window, one number each. */
function* eachRow({ first, last, spans }) {
  for (let row = first; row < last; row++) yield row;
  yield* spans;
}

const periods = new WeakMap(); // by strikes: asked for at every filter

/** First and last day of all dated rows; null where every row is undated. */
function wholePeriod(strikes) {
  if (!periods.has(strikes)) periods.set(strikes, findPeriod(strikes));
  return periods.get(strikes);
}

function findPeriod(strikes) {
  const dated = strikes.rows - strikes.groups.undated;
  if (!dated) return null;
  const { day_start: start, day_end: end } = strikes.columns;
  let [first, last] = [start[0], end[0]];
  for (let row = 1; row < dated; row++) {
    if (start[row] < first) first = start[row];
    if (end[row] > last) last = end[row];
  }
  return [first, last];
}

module.exports = { eachRow, findRows, followRows, lowerBound, wholePeriod };
