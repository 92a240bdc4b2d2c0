"use strict";
// What the saved picture says beside the map: everything a reader needs who has only the picture.

const { drawBaseMap } = require("./basemap.js");
const { wordDay } = require("./calendar.js");
const { textOf } = require("./payload.js");
const { eachRow, wholePeriod } = require("./period.js");
const { wordTotals } = require("./totals.js");

const MOST_SOURCES = 60; // lines of the picture's source list
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

/** One line for each publication behind some rows: outlet, title, day. */
function wordSources(texts, rows) {
  const lines = new Set();
  texts.claim_rows.forEach((row, i) => {
    if (!rows.has(row)) return;
    const of = (name) => textOf(texts.claims[name], i);
    const named = [of("outlet"), of("title")].filter(Boolean);
    const told = named.length ? named : [of("claimant")].filter(Boolean);
    lines.add([...told, of("published")].filter(Boolean).join(", ") || "source not named");
  });
  return [...lines];
}

function shortenSources(lines) {
  const more = lines.length - MOST_SOURCES;
  return more > 0 ? [...lines.slice(0, MOST_SOURCES), `and ${more.toLocaleString("en")} more`] : lines;
}

function sourcesOf({ marks, options, strikes }, texts) {
  if (options.sources?.length) return options.sources;
  const rows = new Set(eachRow(marks.rows));
  for (let row = strikes.rows - strikes.groups.undated; row < strikes.rows; row++) rows.add(row);
  return wordSources(texts, rows);
}

/** What drawPicture needs, of a map's controller as it stands, with its strikes' texts. */
function describePicture(host, texts) {
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
      sources: shortenSources(sourcesOf(host, texts)),
      notes: [...asOf, ...creditLines(baseMap)],
    },
  };
}

module.exports = { creditLines, describePicture };
