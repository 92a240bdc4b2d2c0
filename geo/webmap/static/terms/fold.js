"use strict";
// Spellings that mean the same made one, as geo/strikes/filters.py's _fold does it.

// Alef forms, alef maqsura, taa marbuta; hyphens and apostrophes that transliterations differ in.
const ALIKE = {
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "-": " ", "\u2010": " ", "\u2011": " ",
  "\u2013": " ", "'": "", "’": "", "‘": "", "`": "", "ʿ": "", "ʾ": "",
};
const ALIKE_LETTERS = new RegExp(`[${Object.keys(ALIKE).map((letter) => `\\u{${letter.codePointAt(0).toString(16)}}`).join("")}]`, "gu");
const CASELESS = { "ß": "ss", "ς": "σ" }; // letters that have no other lower case, yet fold
const BLANK = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"; // Python's
const EDGES = new RegExp(`^[${BLANK}]+|[${BLANK}]+$`, "g");
const GAPS = new RegExp(`[${BLANK}]+`, "g");
const LOWEST = "\u0334"; // a mark of combining class 1: any of a higher class changes places with it

/** A mark that is not nothing's own: its combining class is not 0. Classes show in the order only. */
function isCombining(mark) {
  const pairs = [`${mark}${LOWEST}`, `\u0345${mark}`]; // U+0345 has the highest class, 240
  return pairs.some((pair) => pair.normalize("NFD") !== pair);
}

function fold(text) {
  const alike = text.replace(ALIKE_LETTERS, (letter) => ALIKE[letter]);
  const bare = alike.normalize("NFKD").replace(/\p{M}/gu, (mark) => (isCombining(mark) ? "" : mark));
  return bare.toLowerCase().replace(/[ßς]/g, (letter) => CASELESS[letter]);
}

function trim(text) {
  return text.replace(EDGES, "");
}

/** The words of a text, apart at any blank. */
function splitWords(text) {
  return trim(text).split(GAPS).filter(Boolean);
}

/** The parts of a cell that may hold several values joined by ";". */
function splitSeveral(cell) {
  return cell.split(";").map(trim).filter(Boolean);
}

module.exports = { fold, splitSeveral, splitWords, trim };
