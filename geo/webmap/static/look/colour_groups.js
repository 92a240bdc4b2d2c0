"use strict";
// Colour groups: the words of one column, each with a colour, and every row's group.

const { recode } = require("../data/chosen.js");
const { say } = require("../language/language.js");
const { capital, wordKind, wordNone } = require("../terms/words.js");

// Okabe and Ito's palette, which most colour-blind eyes keep apart.
const PALETTE = ["#d55e00", "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9"];
const OTHER = "#8c9299";
const UNKNOWN = "#b9bec4";

// Closed vocabularies of geo/strikes/schema.py keep their colours whatever is filtered.
const FIXED = {
  kind: {
    airstrike: "#d55e00", drone: "#0072b2", missile: "#cc79a7", shelling: "#e69f00",
    ied: "#009e73", ground: "#56b4e9", other: OTHER,
  },
  attribution: {
    alleged: "#e69f00", claimed: "#0072b2", confirmed: "#009e73", contested: "#d55e00",
  },
  event_status: { reported: "#0072b2", contested: "#e69f00", denied: "#d55e00" },
};
const COLOUR_BY = { kind: "kind", actor: "actor", attribution: "attribution", event_status: "event status" };

/** The names in a cell of actors, in one order: who are named together are one group in whatever order. */
function keyOf(word) {
  const names = new Set(word.split(";").map((name) => name.trim()).filter(Boolean));
  return [...names].sort().join(" + ");
}

/** [key, rows] of every group that rows of a column are of. */
function countKeys(strikes, column) {
  const counts = new Uint32Array(strikes.dictionaries[column].length + 1);
  for (const code of strikes.columns[column]) counts[code]++;
  const byKey = new Map();
  strikes.dictionaries[column].forEach((word, i) => {
    byKey.set(keyOf(word), (byKey.get(keyOf(word)) ?? 0) + counts[i + 1]);
  });
  return [...byKey];
}

/** The words that get a colour of their own: the closed vocabulary, or the most frequent of `strikes`. */
function chooseWords(strikes, column) {
  if (FIXED[column]) return Object.entries(FIXED[column]);
  return countKeys(strikes, column)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, PALETTE.length)
    .map(([word], i) => [word, PALETTE[i]]);
}

/**
 * { names, colours, groupOf }: the groups of a column, the last two "other" and "not reported".
 * `all` are the strikes that some are shown of: a word keeps its colour whatever is filtered.
 */
function makeGroups(strikes, column, all = strikes) {
  const chosen = chooseWords(all, column);
  const words = chosen.map(([word]) => word);
  const [other, unknown] = [words.length, words.length + 1];
  const groupOfCode = [unknown, ...strikes.dictionaries[column].map((word) =>
    (words.includes(keyOf(word)) ? words.indexOf(keyOf(word)) : other))];
  const nameOf = (word) => capital(column === "kind" ? wordKind(word) : FIXED[column] ? say(word) : word);
  return {
    column,
    names: [...words.map(nameOf), say("Other"), capital(wordNone(strikes, column))],
    colours: [...chosen.map(([, colour]) => colour), OTHER, UNKNOWN],
    groupOf: recode(strikes.columns[column], groupOfCode),
  };
}

module.exports = { COLOUR_BY, makeGroups };
