"use strict";
// The legend of the saved picture: what the marks mean, each with its symbol, in rows as they fit.

const { isBackwards, number, say } = require("../language/language.js");
const { huesOf } = require("../look/shades.js");
const { FONT, shadeOf } = require("../look/theme.js");
const { drawBadges } = require("../marks/badges.js");
const { drawClusters, drawSingles } = require("../marks/circles.js");
const { drawSizes, sizesBox } = require("../marks/size_legend.js");
const { drawRangeArc, drawRangeBar } = require("../marks/toll_range.js");
const { legendOf, modeOf } = require("../modes/modes.js");

const ROW = 30; // CSS pixels
const EXAMPLE = { least: 2, most: 3, open: false }; // the toll whose range is drawn
const TEXT_FONT = `400 12px ${FONT}`;

function drawDashes(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

function drawShades(context, x, y, theme) {
  [0.1, 0.5, 1].forEach((part, i) => {
    context.fillStyle = shadeOf(theme, part);
    context.fillRect(x + i * 8, y - 6, 8, 12);
  });
}

function drawStep(context, [x, y], { theme }, colour) {
  if (colour) {
    context.fillStyle = colour;
    context.fillRect(x, y - 7, 22, 14);
  }
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.strokeRect(x, y - 7, 22, 14);
}

function drawChange(context, [x, y], { theme }) {
  ["fewer", "same", "more"].forEach((side, i) => {
    context.fillStyle = huesOf(theme, side, 1)[0];
    context.fillRect(x + i * 8, y - 6, 8, 12);
  });
}

// By swatch of a legend's entry: its width in CSS pixels, and its drawing from the left end x around
// the height y. style: { theme, colours, parts }, `parts` the counts by group of an example.
const SYMBOLS = {
  many: [26, (context, [x, y], style) => drawClusters(context, [circleAt(x + 13, y, style.parts)], style)],
  area: [40, (context, [x, y], { theme }) =>
    drawBadges(context, [{ left: x, right: x + 40, top: y - 11, bottom: y + 11, text: "n" }], theme)],
  imprecise: [14, (context, [x, y], style) =>
    drawSingles(context, [{ ...dotAt(x + 7, y, style.parts), impreciseGroups: style.parts }], style)],
  radius: [18, (context, [x, y], { theme }) => drawDashes(context, x + 9, y, theme)],
  shade: [24, (context, [x, y], { theme }) => drawShades(context, x, y, theme)],
  change: [24, drawChange],
  range: [22, (context, [x, y], { theme }) => drawRangeArc(context, { x: x + 11, y, radius: 7, range: EXAMPLE }, theme)],
  bar: [72, (context, [x, y], { theme }) =>
    drawRangeBar(context, { x: x + 34, y, range: EXAMPLE, most: EXAMPLE.most }, theme)],
};

function circleAt(x, y, groups) {
  return { x, y, radius: 12, count: groups.reduce((sum, part) => sum + part, 0), groups, text: "n" };
}

function dotAt(x, y, groups) {
  return { x, y, radius: 5, groups };
}

/** An entry { width, height, draw(x, middle) }: a symbol, where it has one, and its words. */
function makeEntry(context, { text, symbolWidth = 0, symbolHeight = 0, symbol = () => {} }, theme) {
  context.font = TEXT_FONT;
  const width = symbolWidth + 6 + context.measureText(text).width + 18;
  const backwards = isBackwards();
  return {
    height: Math.max(ROW, symbolHeight + 6), width,
    draw(x, middle) {
      symbol(backwards ? x + width - symbolWidth : x, middle);
      context.font = TEXT_FONT;
      context.textAlign = backwards ? "right" : "left";
      context.textBaseline = "middle";
      context.fillStyle = theme.text;
      context.fillText(text, backwards ? x + width - symbolWidth - 6 : x + symbolWidth + 6, middle);
    },
  };
}

/** The colours of the groups with their counts, and what is in none of the marks. */
function groupEntries(context, { theme, groups, shown, undated, dateless = say("undated") }) {
  const style = { theme, colours: groups.colours };
  const entries = groups.names.flatMap((name, group) => {
    if (!shown[group]) return [];
    const only = shown.map((_, i) => (i === group ? 1 : 0));
    const symbol = (x, middle) => drawSingles(context, [dotAt(x + 7, middle, only)], style);
    return makeEntry(context, { text: `${name} (${number(shown[group])})`, symbolWidth: 14, symbol }, theme);
  });
  const without = say("{dateless}, not drawn ({count})", { dateless, count: undated });
  return undated ? [...entries, makeEntry(context, { text: without }, theme)] : entries;
}

/** What sizes and colours stand for: the circles stand before the words that say of what they are. */
function noteEntries(context, { sizes, notes = [] }, theme) {
  if (!sizes?.length) return notes.map((text) => makeEntry(context, { text }, theme));
  const { width, height } = sizesBox(sizes);
  const symbol = (x, middle) => drawSizes(context, [x, middle], sizes, theme);
  return notes.map((text, i) => makeEntry(context, i ? { text } : { text, symbolWidth: width, symbolHeight: height, symbol }, theme));
}

function legendEntries(context, picture) {
  const { theme, groups, shown, modes } = picture;
  const parts = shown.some(Boolean) ? shown : shown.map((_, i) => (i ? 0 : 1));
  const style = { theme, colours: groups.colours, parts };
  const meanings = (picture.symbols === false ? [] : legendOf(modes)).map(({ swatch, words, longer = words }) => {
    const [symbolWidth, draw] = SYMBOLS[swatch];
    return makeEntry(context, { text: picture.say(longer), symbolWidth, symbol: (x, y) => draw(context, [x, y], style) }, theme);
  });
  const steps = (picture.scale?.steps ?? []).map(({ colour, words }) =>
    makeEntry(context, { text: words, symbolWidth: 22, symbol: (x, y) => drawStep(context, [x, y], style, colour) }, theme));
  const notes = noteEntries(context, picture.scale ?? {}, theme);
  const layers = (picture.layers ?? []).map(({ text, draw }) =>
    makeEntry(context, { text, symbolWidth: 24, symbol: (x, y) => draw(context, [x, y]) }, theme));
  return [...(picture.symbols !== false && modeOf(modes).coloured ? groupEntries(context, picture) : []), ...meanings, ...steps, ...layers, ...notes];
}

/** The legend in rows of a width, from the left edge `left`: { height, draw(top) }. */
function legendBlock(context, picture, { left, width }) {
  const rows = [[]];
  let used = 0;
  for (const entry of legendEntries(context, picture)) {
    if (used + entry.width > width && rows.at(-1).length) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1).push([used, entry]);
    used += entry.width;
  }
  const heights = rows.map((row) => Math.max(ROW, ...row.map(([, { height }]) => height)));
  return {
    height: heights.reduce((sum, height) => sum + height, 4),
    draw(top) {
      rows.forEach((row, i) => {
        for (const [x, entry] of row) entry.draw(isBackwards() ? left + width - x - entry.width : left + x, top + heights[i] / 2);
        top += heights[i];
      });
    },
  };
}

module.exports = { SYMBOLS, legendBlock };
