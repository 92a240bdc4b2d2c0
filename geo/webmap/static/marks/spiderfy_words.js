"use strict";
// What a spiderfied cluster says: its list's heading, the line under it, and a mark that is pointed at.

const { sayingOf } = require("../terms/nouns.js");
const { describe } = require("../terms/words.js");

const same = (rows, others) => rows.length === others.length && rows.every((row) => others.includes(row));

/** The heading of a list of rows, called by a noun, at one place, of which `spiderfied` are fanned out (null: none). */
function wordHeading(listed, spiderfied, noun) {
  const say = sayingOf({ noun });
  const count = listed.length;
  if (!spiderfied) return say(["{count} strike at this place", "{count} strikes at this place"], { count });
  if (same(listed, spiderfied)) return say(["{count} strike at this place, fanned out", "{count} strikes at this place, fanned out"], { count });
  return say(["{count} strike at this place when clicked, now {now} fanned out", "{count} strikes at this place when clicked, now {now} fanned out"], { count, now: spiderfied.length });
}

/** A mark in few words: date and kind. */
function wordCaption(strikes, texts, row) {
  const { datesShort, kind } = describe(strikes, texts, row);
  return `${datesShort} · ${kind}`;
}

module.exports = { wordCaption, wordHeading };
