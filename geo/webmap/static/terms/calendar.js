"use strict";
// Days since 1970-01-01 as integers, and windows of them that step along the calendar.

const { monthsSpoken, say, wordsSpoken } = require("../language/language.js");

const DAY_MS = 86400000;
const UNITS = ["day", "week", "month", "year"];

/** The day of an ISO date such as 2020-10-26; null where it is none. */
function parseDay(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
  if (!parts) return null;
  const day = makeDay(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return isoOf(day) === iso ? day : null;
}

function makeDay(year, month, date) {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, date);
  return Math.round(moment.getTime() / DAY_MS);
}

function partsOf(day) {
  const moment = new Date(day * DAY_MS);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
}

/** ISO date of a day. */
function isoOf(day) {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The parts of a day as the language writes them: some have an ordinal for the first. */
function wordsOf(day) {
  const { year, month, date } = partsOf(day);
  const months = monthsSpoken();
  const first = date === 1 ? wordsSpoken().first : null;
  return { day: first ?? String(date), month: months.ofDay[month], mon: months.short[month], alone: months.alone[month], year: String(year) };
}

/** A day in words: 26 October 2020, or 26 Oct 2020 where `short`. */
function wordDay(day, short = false) {
  return say(short ? "{day} {mon} {year}" : "{day} {month} {year}", wordsOf(day));
}

/** A day whose year is said elsewhere: 26 Oct. */
function wordDayOfYear(day) {
  return say("{day} {mon}", wordsOf(day));
}

/** The month of a day in words: October 2020, or Oct 2020 where `short`. */
function wordMonth(day, short = false) {
  return say(short ? "{mon} {year}" : "{alone} {year}", wordsOf(day));
}

/** The short name of the month of a day. */
function nameMonth(day) {
  return wordsOf(day).mon;
}

/** Two days or months in words, the first and the last of a span. */
function wordSpan(first, last) {
  return say("{first} – {last}", { first, last });
}

/** First day of the calendar unit that holds a day; weeks begin on Monday. */
function startOf(day, unit) {
  const { year, month } = partsOf(day);
  if (unit === "year") return makeDay(year, 0, 1);
  if (unit === "month") return makeDay(year, month, 1);
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  return day;
}

/** First day of the unit that stands `steps` units after the one that holds a day. */
function shift(day, unit, steps) {
  const first = startOf(day, unit);
  const { year, month } = partsOf(first);
  if (unit === "year") return makeDay(year + steps, 0, 1);
  if (unit === "month") return makeDay(year, month + steps, 1);
  return first + steps * (unit === "week" ? 7 : 1);
}

/** Last day of the calendar unit that holds a day. */
function endOf(day, unit) {
  return shift(day, unit, 1) - 1;
}

/**
 * The next window [from, to] along the calendar; direction is 1 or -1.
 * A window of whole units keeps its length in units; any other window first becomes the one
 * unit at its leading edge.
 */
function stepWindow([from, to], unit, direction) {
  const whole = startOf(from, unit) === from && endOf(to, unit) === to;
  if (!whole) {
    const edge = direction > 0 ? from : to;
    return [startOf(edge, unit), endOf(edge, unit)];
  }
  return [shift(from, unit, direction), shift(to + 1, unit, direction) - 1];
}

/**
 * Where one end of a window (0 the first day, 1 the last) comes to rest at the next boundary of
 * a calendar unit in a direction (1 or -1).
 */
function nextEdge(day, end, unit, direction) {
  if (end === 0) return direction > 0 ? shift(day, unit, 1) : startOf(day - 1, unit);
  return direction > 0 ? endOf(day + 1, unit) : startOf(day, unit) - 1;
}

/** Whole months around a span of days: what the slider reaches over. */
function aroundMonths(first, last) {
  return [startOf(first, "month"), endOf(last, "month")];
}

module.exports = {
  UNITS, aroundMonths, endOf, isoOf, nameMonth, nextEdge, parseDay, shift, startOf, stepWindow, wordDay, wordDayOfYear, wordMonth, wordSpan, wordsOf,
};
