"use strict";
// What marks mean, in words that modes share: an entry of a legend is { swatch, words, longer },
// `longer` what a saved picture has room for.

const { SIZES } = require("../terms/sizes.js");

const AREA_ONLY = { swatch: "area", words: "place known only to its area", longer: "place known only to its governorate" };

/** What a shade stands for, where governorates or squares are shaded. */
function wordShade(size, place) {
  return `stronger: more ${SIZES[size].counted} in the ${place}`;
}

/** What the number in a circle is: radiusOf grows with its logarithm, so that the size alone would mislead. */
function wordCircle(size) {
  const counted = size === "count" ? "several strikes" : `${SIZES[size].counted}; –: not reported`;
  return `${counted}; the number counts, not the size`;
}

/** The entry of a toll's range, where people are counted. */
function rangeLegend(size, entry) {
  return SIZES[size].measure === "count" ? [] : [entry];
}

module.exports = { AREA_ONLY, rangeLegend, wordCircle, wordShade };
