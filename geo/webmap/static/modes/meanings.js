"use strict";
// What marks mean, in words that modes share: an entry of a legend is { swatch, words, longer },
// `longer` what a saved picture has room for.

const { SIZES } = require("../terms/sizes.js");

const AREA_ONLY = { swatch: "area", words: "place known only to its area", longer: "place known only to its governorate" };

/** What a shade stands for, where governorates or squares are shaded. */
function wordShade(size, place) {
  return `stronger: more ${SIZES[size].counted} in the ${place}`;
}

/** What the number of a circle is. */
function wordCircle(size) {
  return size === "count" ? "several strikes, their number" : `${SIZES[size].counted}; –: not reported`;
}

/** What the size of a circle is, and where it says less: the smallest stands for up to `least`. */
function wordSize(size, least) {
  const words = `a circle's area: ${SIZES[size].counted}, in this view`;
  if (least <= 1) return words;
  const some = least.toLocaleString("en");
  return `${words}; the smallest: ${SIZES[size].measure === "count" ? `1 to ${some}` : `up to ${some}, or not reported`}`;
}

/** The entry of a toll's range, where people are counted. */
function rangeLegend(size, entry) {
  return SIZES[size].measure === "count" ? [] : [entry];
}

module.exports = { AREA_ONLY, rangeLegend, wordCircle, wordShade, wordSize };
