"use strict";
// What a map is compared with, its side A, as a value that stands in an address: the period before, the
// same days a year before, or a choice of period and filters that was kept.

const { findUnread, readFilters, settleFilters, writeFilters } = require("../filter/filters.js");
const { say } = require("../language/language.js");
const { endOf, isoOf, parseDay, shift, startOf } = require("../terms/calendar.js");

const FOLLOWING = ["before", "year_before"]; // days that move with those of side B
const ALL = "all"; // a kept choice of every day and every strike
const KNOWN = [
  "from", "to", "only", "governorate", "district", "kind", "actor", "source", "target", "weekday", "hour", "status", "near", "q",
];

/** A choice that was kept, as a value: its days [from, to], null for all, and its filters as a query. */
function writeKept(range, query) {
  const parts = new URLSearchParams(range ? { from: isoOf(range[0]), to: isoOf(range[1]) } : {});
  for (const [name, value] of new URLSearchParams(query)) parts.append(name, value);
  return String(parts) || ALL;
}

/** The query of filters of filter/filters.js. */
function queryOf(filters) {
  const parts = new URLSearchParams();
  writeFilters(settleFilters(filters), parts);
  return String(parts);
}

/**
 * What a value says: { follows } of FOLLOWING, or { range, filters, onlyStrikes, query, unread, besides }, `range` null
 * for all days, `onlyStrikes` whether rows that are no strikes are left out, `unread` the parts that this map cannot choose
 * by, `besides` what `filters` do not hold, in words; null where it says nothing.
 */
function readSide(value) {
  if (!value) return null;
  if (FOLLOWING.includes(value)) return { follows: value };
  const parts = new URLSearchParams(value === ALL ? "" : value);
  const days = ["from", "to"].map((name) => parts.get(name));
  const read = days.map(parseDay);
  const range = read.includes(null) || read[0] > read[1] ? null : read;
  const faulty = days.some((day) => day !== null) && !range ? days.filter((day) => day !== null) : [];
  const others = [...parts.keys()].filter((name) => !KNOWN.includes(name));
  for (const name of ["from", "to"]) parts.delete(name);
  const onlyStrikes = parts.get("only") === "strikes";
  const besides = [...(onlyStrikes ? [say("no rows that are no strikes")] : []), ...others.map((name) => `${name}=${parts.get(name)}`)];
  const unread = [...faulty, ...others, ...findUnread(parts)];
  return { range, filters: readFilters(parts), onlyStrikes, query: String(parts), unread, besides };
}

function isWholeMonths([from, to]) {
  return startOf(from, "month") === from && endOf(to, "month") === to;
}

function monthsIn([from, to]) {
  const [first, last] = [from, to].map((day) => isoOf(day).split("-").map(Number));
  return (last[0] - first[0]) * 12 + last[1] - first[1] + 1;
}

/** The same day a year before; 28 February for the 29th. */
function yearBefore(day) {
  const [year, rest] = [Number(isoOf(day).slice(0, 4)) - 1, isoOf(day).slice(4)];
  const iso = String(year).padStart(4, "0");
  return parseDay(`${iso}${rest}`) ?? parseDay(`${iso}-02-28`);
}

/** The days that side A has where B has [from, to]: as many whole months before whole months, else as many days. */
function rangeBefore([from, to], follows) {
  if (follows === "year_before") {
    const last = isWholeMonths([from, to]) ? endOf(yearBefore(startOf(to, "month")), "month") : yearBefore(to);
    return [yearBefore(from), last];
  }
  if (isWholeMonths([from, to])) return [shift(from, "month", -monthsIn([from, to])), from - 1];
  return [from - (to - from + 1), from - 1];
}

module.exports = { queryOf, rangeBefore, readSide, writeKept };
