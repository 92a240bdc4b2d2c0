"use strict";
// What a spiderfied cluster says: its list's heading, the line under it, and a mark that is pointed at.

const { callRows } = require("../terms/nouns.js");
const { describe, plural } = require("../terms/words.js");

const number = (count) => count.toLocaleString("en");
const same = (rows, others) => rows.length === others.length && rows.every((row) => others.includes(row));

/** The heading of a list of rows, called by a noun, at one place, of which `spiderfied` are fanned out (null: none). */
function wordHeading(listed, spiderfied, noun) {
  const title = callRows(`${plural(listed.length, "strike", "strikes")} at this place`, noun);
  if (!spiderfied) return title;
  return same(listed, spiderfied) ? `${title}, fanned out` : `${title} when clicked, now ${number(spiderfied.length)} fanned out`;
}

/** A mark in few words: date and kind. */
function wordCaption(strikes, texts, row) {
  const { datesShort, kind } = describe(strikes, texts, row);
  return `${datesShort} · ${kind}`;
}

module.exports = { wordCaption, wordHeading };
