"use strict";
// GeoJSON features of anybody's as strikes in the shape that counting takes: no payload, no page of ours.

const { toUnit } = require("../data/mercator.js");
const { parseDay } = require("../terms/calendar.js");

const WORLD_BITS = 26; // x and y count 2 ** 26 steps around the equator, 0.6 m each
const STATUSES = ["located", "unlocated"];
const FARTHEST = 85.05; // degrees of latitude; where web mercator ends
const MOST_GROUPS = 255; // a group is a byte

/** Degrees [lon, lat] of a feature's point; null where it has none on the web's maps. */
function pointOf(feature) {
  const { type, coordinates } = feature?.geometry ?? {};
  if (type !== "Point" || !Array.isArray(coordinates)) return null;
  const [lon, lat] = coordinates;
  const fits = Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lon) <= 180 && Math.abs(lat) <= FARTHEST;
  return fits ? [lon, lat] : null;
}

/** First and last day of a feature, with a reason where they cannot be read; null for undated. */
function daysOf(properties, { day, lastDay }) {
  const said = day(properties) ?? "";
  if (said === "") return { days: null };
  const until = lastDay(properties) || said;
  const [start, end] = [said, until].map(parseDay);
  if (start === null || end === null) return { days: null, reason: `"${start === null ? said : until}" is no day such as 2015-10-26` };
  if (end < start) return { days: null, reason: `the last day, ${until}, is before the first, ${said}` };
  return { days: [start, end] };
}

/** One-day features by their day, then longer spans, then the undated: the order that a window of days is found in. */
function orderOf(days) {
  const group = (at) => (days[at] === null ? 2 : Number(days[at][0] !== days[at][1]));
  const order = Array.from(days.keys());
  return order.sort((a, b) => group(a) - group(b) || (days[a] ? days[a][0] - days[b][0] : 0) || a - b);
}

/** Each feature's group as a number, and the groups' names as they first occur. */
function groupFeatures(features, group) {
  const numbers = new Map();
  const codes = features.map((feature) => {
    const name = String(group(feature?.properties ?? {}) ?? "");
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name);
  });
  if (numbers.size > MOST_GROUPS) throw new RangeError(`${numbers.size} groups; at most ${MOST_GROUPS} can be counted apart`);
  return { codes, names: [...numbers.keys()] };
}

/**
 * { strikes, groups, problems } of features: `strikes` as openPayload gives them, with two columns more, `feature`,
 * the number of the feature behind each row, and `group`, that of its group in `groups`; `problems` [{ feature,
 * reason }] of dates that cannot be read and points that no map of the web shows; these features are counted as
 * undated, or not located.
 */
function readFeatures(features, options) {
  const problems = [];
  const days = features.map((feature, at) => {
    const { days: read, reason } = daysOf(feature?.properties ?? {}, options);
    if (reason) problems.push({ feature: at, reason });
    return read;
  });
  const order = orderOf(days);
  const rows = order.length;
  const [x, y, status] = [new Uint32Array(rows), new Uint32Array(rows), new Uint8Array(rows)];
  const [start, end] = [new Int32Array(rows), new Int32Array(rows)];
  const steps = 2 ** WORLD_BITS;
  order.forEach((at, row) => {
    const point = pointOf(features[at]);
    if (features[at]?.geometry && !point) problems.push({ feature: at, reason: "its geometry is no point in degrees" });
    if (days[at]) [start[row], end[row]] = days[at];
    status[row] = point ? 0 : 1;
    if (point) [x[row], y[row]] = toUnit(...point).map((unit) => Math.min(steps - 1, Math.floor(unit * steps)));
  });
  const dated = days.filter(Boolean);
  const oneDay = dated.filter(([first, last]) => first === last).length;
  const { codes, names } = groupFeatures(features, options.group);
  const strikes = {
    rows,
    statuses: STATUSES,
    worldBits: WORLD_BITS,
    groups: { one_day: oneDay, spans: dated.length - oneDay, undated: rows - dated.length },
    columns: {
      x, y, status, day_start: start, day_end: end, group: Uint8Array.from(order, (at) => codes[at]),
      feature: Uint32Array.from(order), adm1_code: new Uint8Array(rows), date_precision: new Uint8Array(rows),
    },
    dictionaries: { adm1_code: [], date_precision: [] },
  };
  return { strikes, groups: names, problems };
}

module.exports = { FARTHEST, readFeatures };
