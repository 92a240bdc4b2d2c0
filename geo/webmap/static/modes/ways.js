"use strict";
// The ways to show that a visitor chooses: by name, as the legend labels them, with the words of
// their values. The first value of each is the usual one; `aside` are chosen elsewhere than in the legend.

const { COLOUR_BY } = require("../look/colour_groups.js");
const { MODES } = require("./modes.js");
const { SIZES } = require("../terms/sizes.js");

const labelsOf = (named) => Object.fromEntries(named.map(([name, { label }]) => [name, label]));

const WAYS = {
  show: { label: "Show", words: labelsOf(MODES.map((mode) => [mode.name, mode])) },
  colour: { label: "Colour", words: COLOUR_BY },
  size: { label: "Size", words: labelsOf(Object.entries(SIZES)) },
  told_by: { label: "Told by", words: { "": "all sources" }, open: true }, // and any source's name
  labels: { label: "Names", words: { en: "English", ar: "العربية", local: "local script", both: "English and local" } },
  compare: { label: "Compare with", words: { "": "nothing" }, open: true, aside: true }, // and what compare/side.js writes
  multiples: {
    label: "Small multiples", aside: true, words: {
      "": "none", auto: "by time, as many as fit", month: "by month", quarter: "by quarter", year: "by year",
      area: "by governorate", district: "by district",
    },
  },
  base_layer: { label: "Base map", words: { ground: "rivers and relief", quiet: "plain", own: "own tiles", online: "OpenStreetMap" } },
};

// In an address, in its order. Online tiles are none of them: a link must not send requests.
const KEPT = ["show", "colour", "size", "labels", "told_by", "compare", "multiples"];

const USUAL = Object.fromEntries(Object.entries(WAYS).map(([name, { words }]) => [name, Object.keys(words)[0]]));

module.exports = { KEPT, USUAL, WAYS };
