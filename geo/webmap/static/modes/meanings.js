"use strict";
// What marks mean, in words that modes share: an entry of a legend is { swatch, words, longer },
// `longer` what a saved picture has room for.

const { say } = require("../language/language.js");
const { SIZES } = require("../terms/sizes.js");

const AREA_ONLY = { swatch: "area", words: "place known only to its area", longer: "place known only to its governorate" };

/** What a shade stands for, where governorates or squares are shaded. */
function wordShade(size, place) {
  return say("stronger: more {counted} in the {place}", { counted: say(SIZES[size].counted), place: say(place) });
}

/** What the number of a circle is. */
function wordCircle(size) {
  return size === "count" ? "several strikes, their number" : say("{counted}; –: not reported", { counted: say(SIZES[size].counted) });
}

/** What the size of a circle is, and where it says less: the smallest stands for up to `least`. */
function wordSize(size, least, saying = say) {
  const words = saying("a circle's area: {counted}, in this view", { counted: saying(SIZES[size].counted) });
  if (least <= 1) return words;
  return `${words}; ${say(SIZES[size].measure === "count" ? "the smallest: 1 to {least}" : "the smallest: up to {least}, or not reported", { least })}`;
}

/** The entry of a toll's range, where people are counted. */
function rangeLegend(size, entry) {
  return SIZES[size].measure === "count" ? [] : [entry];
}

module.exports = { AREA_ONLY, rangeLegend, wordCircle, wordShade, wordSize };
