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

/**
 * The rows that overlap the days [from, to]: { first, last, spans }, one-day rows
 * first..last-1 and the row numbers of the longer spans.
 */
function findRows(strikes, from, to) {
  const { one_day: oneDay, spans } = strikes.groups;
  const { day_start: start, day_end: end } = strikes.columns;
  const overlapping = [];
  for (let row = oneDay; row < oneDay + spans && start[row] <= to; row++) {
    if (end[row] >= from) overlapping.push(row);
  }
  return {
    first: lowerBound(start, 0, oneDay, from),
    last: lowerBound(start, 0, oneDay, to + 1),
    spans: Int32Array.from(overlapping),
  };
}

/** Every row of a window, one number each. */
function* eachRow({ first, last, spans }) {
  for (let row = first; row < last; row++) yield row;
  yield* spans;
}

/** First and last day of all dated rows; null where every row is undated. */
function wholePeriod(strikes) {
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

/** Dated rows that overlap each of `bins` equal slices of the days [from, to]. */
function countByTime(strikes, [from, to], bins) {
  const counts = new Uint32Array(bins);
  const { day_start: start, day_end: end } = strikes.columns;
  const perDay = bins / (to + 1 - from);
  const { one_day: oneDay, spans } = strikes.groups;
  for (let row = 0; row < oneDay; row++) counts[Math.floor((start[row] - from) * perDay)]++;
  for (let row = oneDay; row < oneDay + spans; row++) {
    const last = Math.min(bins - 1, Math.floor((end[row] - from) * perDay));
    for (let bin = Math.floor((start[row] - from) * perDay); bin <= last; bin++) counts[bin]++;
  }
  return counts;
}

module.exports = { countByTime, eachRow, findRows, lowerBound, wholePeriod };
