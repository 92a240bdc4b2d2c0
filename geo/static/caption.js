"use strict";
// What the saved picture says beside the map: everything a reader needs who has only the picture.

const { drawBaseMap } = require("./basemap.js");
const { wordDay } = require("./calendar.js");
const { wholePeriod } = require("./period.js");
const { wordTotals } = require("./totals.js");

const BOUNDARY_LINE = "Boundaries and names imply no endorsement.";

/** The lines that stand under every map. */
function creditLines(baseMap) {
  return [BOUNDARY_LINE, baseMap.credit].filter(Boolean);
}

function wordPeriod({ slider, strikes }) {
  const range = slider.getRange();
  if (!range) return "No dated strikes";
  const [from, to] = slider.isWhole() ? (wholePeriod(strikes) ?? range) : range;
  return `${wordDay(from)} – ${wordDay(to)}`;
}

/** What drawPicture needs, of a map's controller as it stands. */
function describePicture(host) {
  const { baseMap, groups, marks, modes, options, theme } = host;
  const frame = host.getFrame();
  const asOf = options.data_as_of ? [`Data as of ${options.data_as_of}.`] : [];
  return {
    frame, theme, groups, modes,
    shown: host.countGroups(),
    lat: host.map.getCenter().lat,
    drawMap(context) {
      drawBaseMap(context, baseMap, frame, theme);
      host.drawSky(context, frame, marks);
    },
    words: {
      title: options.title,
      period: wordPeriod(host),
      filters: options.filters_in_words,
      totals: wordTotals(marks.totals),
      sources: options.sources ?? [],
      notes: [...asOf, ...creditLines(baseMap)],
    },
  };
}

module.exports = { creditLines, describePicture };
