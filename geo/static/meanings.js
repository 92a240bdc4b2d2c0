"use strict";
// What marks mean, in words: the legend on the map and that of the saved picture say the same.

const { sizeOf } = require("./sources.js");

const COUNTED = {
  count: "strikes", killed_min: "people killed (lower bounds)", killed_max: "people killed (upper bounds)",
};
const PLACES = { areas: "governorate", density: "square" };
const PER_SOURCE = "“12 by 3”: strikes by sources (none given: one); darker: more for each";
const RANGES = {
  clusters: "one strike's toll: solid at least, dashed up to; a gap: no upper bound",
  areas: "killed: solid at least, dashed up to; an arrow: no upper bound",
};

/** What a shade stands for, where governorates or squares are shaded. */
function wordShade(modes) {
  const size = sizeOf(modes);
  return size === "per_source" ? PER_SOURCE : `darker: more ${COUNTED[size]} in the ${PLACES[modes.show]}`;
}

/** What the range of a toll looks like; null where none is drawn. */
function wordRangeMark(modes) {
  return sizeOf(modes).startsWith("killed") ? (RANGES[modes.show] ?? null) : null;
}

module.exports = { wordRangeMark, wordShade };
