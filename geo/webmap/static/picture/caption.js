"use strict";
// What the saved picture says beside the map: everything a reader needs who has only the picture.

const { wordTotals } = require("../counting/totals.js");
const { textOf } = require("../data/payload.js");
const { eachRow, wholePeriod } = require("../data/period.js");
const { say } = require("../language/language.js");
const { drawBaseMap } = require("../map/base_map.js");
const { DRAWN, contestedIn, wordContested } = require("../map/contested.js");
const { drawMarkLayer, withoutTiles } = require("../marks/mark_layer.js");
const { scaleOf } = require("../modes/modes.js");
const { wordDay, wordSpan } = require("../terms/calendar.js");
const { areHeld, wordUndated } = require("../terms/words.js");

const MOST_SOURCES = 60; // lines of the picture's source list
const BOUNDARY_LINE = "Boundaries and names imply no endorsement.";

const asSentence = (line) => line.replace(/[^.]$/, "$&.");

/** The lines that stand under every map. */
function creditLines(baseMap) {
  const layers = (baseMap.packedLayers ?? []).filter(({ credit }) => credit).map(({ name, of, credit }) => `${of || name}: ${credit}`);
  return [say(BOUNDARY_LINE), baseMap.credit, baseMap.ground?.credit, ...layers].filter(Boolean).map(asSentence);
}

/** What the picture says of the contested land on it. */
function contestedLines(baseMap, frame, language) {
  const said = wordContested(contestedIn(baseMap, frame), language, baseMap.country);
  return said.length ? [...said.map((text) => text.replace(/[^.]$/, "$&.")), say(DRAWN)] : [];
}

function wordPeriod({ slider, strikes, say }) {
  const range = slider.getRange();
  if (!range) return say(areHeld(strikes, "date_start") ? "Days held back" : "No dated strikes");
  const [from, to] = slider.isWhole() ? (wholePeriod(strikes) ?? range) : range;
  return wordSpan(wordDay(from), wordDay(to));
}

/** One line for each publication behind some rows: outlet, title, day. */
function wordSources(texts, rows) {
  const lines = new Set();
  texts.claim_rows.forEach((row, i) => {
    if (!rows.has(row)) return;
    const of = (name) => textOf(texts.claims[name], i);
    const named = [of("outlet"), of("title")].filter(Boolean);
    const who = named.length ? named : [of("claimant")].filter(Boolean);
    lines.add([...who, of("published")].filter(Boolean).join(", ") || say("source not named"));
  });
  return [...lines];
}

function shortenSources(lines) {
  const more = lines.length - MOST_SOURCES;
  return more > 0 ? [...lines.slice(0, MOST_SOURCES), say("and {count} more", { count: more })] : lines;
}

/** The lines of the sources of the rows that some marks count; the host's own where it gives some. */
function sourceLines({ marks, options, strikes }, texts) {
  if (options.sources?.length) return options.sources;
  const rows = new Set(eachRow(marks.rows));
  for (let row = strikes.rows - marks.totals.undated; row < strikes.rows; row++) rows.add(row);
  return wordSources(texts, rows);
}

/** Of the dated rows in the window: { seen, located, badged, areaOnly }, as they stand in a frame. */
function countInView({ marks, reader }, { width, height }) {
  const { located, areaOnly } = marks.totals.dated;
  const inFrame = ({ left, right, top, bottom }) => right > 0 && left < width && bottom > 0 && top < height;
  const box = { left: 0, top: 0, right: width, bottom: height };
  const seen = reader.rowsInBox(box).length; // not from circles: those at the edge hold rows beyond it
  const badged = marks.badges.filter(inFrame).reduce((sum, { count }) => sum + count, 0);
  return { seen, located, badged, areaOnly: marks.mode.areaBadges ? areaOnly : 0 };
}

/** What lies outside the frame is said: "17 of 24 located and dated are in this view". */
function wordView({ seen, located, badged, areaOnly }) {
  const badges = areaOnly ? say(", {some} of {all} known only to an area and dated", { some: badged, all: areaOnly }) : "";
  return say("In this view: {some} of {all} located and dated", { some: seen, all: located }) + badges;
}

/** The host's filters and the map's own as one phrase. */
function joinFilters(words, own, all) {
  return own && (!words || words === all) ? own : [words, own].filter(Boolean).join("; ");
}

/** What drawPicture needs, of a map's controller as it stands, with its strikes' texts. */
function describePicture(host, texts) {
  const { baseMap, groups, marks, modes, options, strikes, theme } = host;
  const frame = host.getFrame();
  const asOf = options.data_as_of ? [say("Data as of {day}.", { day: options.data_as_of })] : [];
  return {
    frame, theme, groups, modes, say: host.say,
    shown: host.countGroups(),
    scale: scaleOf(marks, host),
    undated: marks.totals.undated, dateless: wordUndated(strikes),
    layers: host.layers.entries(),
    lat: host.map.getCenter().lat,
    drawMap(context) {
      drawBaseMap(context, baseMap, frame, theme);
      host.layers.drawInto(context, frame);
      drawMarkLayer(context, frame, marks, { host: withoutTiles(host) });
    },
    words: {
      title: options.title,
      period: wordPeriod(host),
      filters: joinFilters(say(options.filters_in_words ?? ""), host.filtering?.words, host.say("all strikes")),
      counted: host.notes,
      totals: wordTotals(marks.totals),
      view: wordView(countInView(host, frame)),
      sources: shortenSources(sourceLines(host, texts)),
      notes: [...(options.notes ?? []), ...asOf, ...contestedLines(baseMap, frame, modes.labels), ...creditLines(baseMap)],
    },
  };
}

module.exports = { countInView, creditLines, describePicture, shortenSources, sourceLines, wordPeriod, wordView };
