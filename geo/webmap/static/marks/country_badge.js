"use strict";
// Strikes known only to the country: unlocated ones, counted on a badge of the screen, never of a place.

const { wordKilled } = require("../counting/tolls.js");
const { lowerBound } = require("../data/period.js");
const { number, say } = require("../language/language.js");

const EDGE = 10; // CSS pixels from the map's upper edge, or from the title that stands there
const LEFT = 54; // CSS pixels; beside the zoom buttons
const RIGHT = 220; // CSS pixels; the width of an open legend
const SEARCH = { right: 208, height: 36 }; // CSS pixels; the search at the upper left
const NARROW = 520; // CSS pixels; on a narrower map the title stands at the left
const HEIGHT = 22; // CSS pixels; that of an area's badge
const found = new WeakMap(); // by strikes: the pass over all rows is made once

/** Rows that are unlocated because only the country is known, rising. */
function findCountryOnly(strikes) {
  if (found.has(strikes)) return found.get(strikes);
  const { status, precision } = strikes.columns;
  const country = (strikes.dictionaries.precision ?? []).indexOf("country") + 1;
  const unlocated = strikes.statuses.indexOf("unlocated");
  const rows = [];
  for (let row = 0; country && row < strikes.rows; row++) {
    if (status[row] === unlocated && precision[row] === country) rows.push(row);
  }
  found.set(strikes, Int32Array.from(rows));
  return found.get(strikes);
}

/** Of a window's unlocated rows those known only to the country: one-day rows, then spans. */
function countryOnlyIn(strikes, { first, last, from, to }) {
  const all = findCountryOnly(strikes);
  if (!all.length) return all;
  const { one_day: oneDay, spans } = strikes.groups;
  const { day_start: start, day_end: end } = strikes.columns;
  const at = (row) => lowerBound(all, 0, all.length, row);
  const single = all.subarray(at(first), at(last));
  const long = [];
  for (let i = at(oneDay); i < all.length && all[i] < oneDay + spans; i++) {
    if (start[all[i]] <= to && end[all[i]] >= from) long.push(all[i]);
  }
  return long.length ? Int32Array.from([...single, ...long]) : single;
}

function nameCountry({ country }) {
  return country?.name ?? say("Whole country");
}

/**
 * The badge of a window's rows known only to the country, as drawBadges takes it, or null; its place
 * is of the screen. `top` is where the title over the map ends, 0 without one. The rows are counted
 * among the unlocated and nowhere else: this badge is no further term of the sum.
 */
function placeCountryBadge(context, { strikes, rows, bound, baseMap, frame, top, positions }) {
  const ofUnlocated = countryOnlyIn(strikes, rows);
  if (!ofUnlocated.length) return null;
  const counted = bound === "count" ? number(ofUnlocated.length) : wordKilled(strikes, ofUnlocated, bound);
  const name = nameCountry(baseMap);
  const text = say("{name} (country only): {counted}", { name, counted });
  const width = positions.widthOf(context, text);
  const farthest = Math.max(LEFT, Math.min((frame.width - width) / 2, frame.width - RIGHT - width));
  const left = frame.width > NARROW ? farthest : LEFT;
  const upper = (top ? top + EDGE / 2 : EDGE) + (left < SEARCH.right ? SEARCH.height : 0);
  return { left, right: left + width, top: upper, bottom: upper + HEIGHT, text, name, count: ofUnlocated.length };
}

/** Where the title ends, in CSS pixels; read anew only where the title or the map's width changed. */
function titleEnd(host, { width }) {
  const { title } = host.panel;
  const key = [width, title.hidden, title.textContent].join();
  if (host.titleEnd?.key !== key) host.titleEnd = { key, end: title.hidden ? 0 : title.offsetTop + title.offsetHeight };
  return host.titleEnd.end;
}

module.exports = { countryOnlyIn, nameCountry, placeCountryBadge, titleEnd };
