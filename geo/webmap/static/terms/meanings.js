"use strict";
// What marks mean, in words: the legend on the map and that of the saved picture say the same.

const { sizeOf } = require("../data/sources.js");

const COUNTED = {
  count: "strikes", per_source: "strikes", killed_min: "people killed (lower bounds)", killed_max: "people killed (upper bounds)",
};
const PLACES = { areas: "governorate", density: "square" };
const PER_SOURCE = "“12 by 3”: strikes by sources (none given: one); stronger: more for each";
const RANGES = {
  clusters: "one strike's toll: solid at least, dashed up to; a gap: no upper bound",
  areas: "–: no figure; bar: solid at least, dashed up to; an arrow: no upper bound",
};

/** What a shade stands for, where governorates or squares are shaded. */
function wordShade(modes) {
  const size = sizeOf(modes);
  if (size === "per_source" && !modes.told_by) return PER_SOURCE;
  const unreported = modes.show === "density" && size !== "count" ? "; grey: no figure" : "";
  return `stronger: more ${COUNTED[size]} in the ${PLACES[modes.show]}${unreported}`;
}

/** What the number in a circle is, where circles are sized by people. */
function wordCircle(modes) {
  const size = sizeOf(modes);
  return size === "count" ? "strikes close together" : `${COUNTED[size]}; –: not reported`;
}

/** What the range of a toll looks like; null where none is drawn. */
function wordRangeMark(modes) {
  return sizeOf(modes).startsWith("killed") ? (RANGES[modes.show] ?? null) : null;
}

module.exports = { wordCircle, wordRangeMark, wordShade };
