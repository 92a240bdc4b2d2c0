"use strict";
// Two other ways to show the same rows: governorates shaded by their sum, and a density of squares.

const { makeTolls, sumTolls, wordRange } = require("../counting/tolls.js");
const { followRows } = require("../data/period.js");
const { areaKeys, countSources, wordSourceNote } = require("../data/sources.js");
const { writeHaloed } = require("../look/halo.js");
const { FONT } = require("../look/theme.js");
const { insideRings, traceArea } = require("../map/base_map.js");
const { drawLeader } = require("./badges.js");
const { drawRangeBar } = require("./toll_range.js");

const sumsKept = new WeakMap(); // areaKeys' result: what the last window held
const NUMBER_FONT = `600 13px ${FONT}`;
const NUMBER_HEIGHT = 18; // CSS pixels
const [BAR_WIDTH, BAR_HEIGHT] = [84, 12]; // CSS pixels of a range's bar with its arrow
const BAR_DROP = 14; // CSS pixels from a governorate's number down to its bar

/** The colour for a share (0-1) of the most. */
function shadeOf(theme, share) {
  const [light, full] = theme.shade;
  const mixed = light.map((part, i) => Math.round(part + (full[i] - part) * Math.sqrt(share)));
  return `rgb(${mixed.join(", ")})`;
}

/** The sums of a governorate as toll_range.js takes them; null where they are one number. */
function rangeOfSums(low, high, code) {
  const [least, most, open] = [low.people[code], high.people[code], high.open[code] > 0];
  return least === most && !open ? null : { least, most, open };
}

/** Rows of a window by key: { rows, counts, tolls }; from the window before only the difference is counted. */
function sumAreas(keyed, rows) {
  if (!sumsKept.has(keyed)) sumsKept.set(keyed, { rows: null, counts: new Uint32Array(keyed.size), tolls: new Map() });
  const sums = sumsKept.get(keyed);
  const { counts } = sums;
  followRows(sums.rows, rows, {
    clear: () => counts.fill(0),
    tally: (row, sign) => (counts[keyed.keys[row]] += sign),
  });
  sums.rows = rows;
  return sums;
}

function tollsOf({ tolls }, bound, size) {
  if (!tolls.has(bound)) tolls.set(bound, makeTolls(bound, size));
  return tolls.get(bound);
}

/** { weightOf(code), textOf(codes), rangeOf(code) } of a size, for sums by key. */
function measureAreas(size, { strikes, rows, keyed, sums }) {
  const { counts } = sums;
  if (size === "killed_min" || size === "killed_max") {
    const [low, high] = ["killed_min", "killed_max"].map((bound) =>
      sumTolls(strikes, keyed.keys, rows, tollsOf(sums, bound, keyed.size)));
    const { people, reported } = size === "killed_max" ? high : low;
    return {
      weightOf: (code) => (reported[code] ? people[code] : null),
      textOf: (codes) => wordRange(low, high, codes),
      rangeOf: (code) => rangeOfSums(low, high, code),
    };
  }
  const sourceCounts = size === "per_source" && !keyed.chosen ? countSources(strikes, keyed, rows) : null;
  const countOf = (codes) => codes.reduce((sum, code) => sum + counts[code], 0);
  const rangeOf = () => null;
  if (!sourceCounts) return { weightOf: (code) => counts[code], textOf: (codes) => countOf(codes).toLocaleString("en"), rangeOf };
  return {
    rangeOf,
    weightOf: (code) => counts[code] / sourceCounts[code],
    textOf: (codes) => (codes.length > 1 ? countOf(codes).toLocaleString("en")
      : `${counts[codes[0]].toLocaleString("en")} by ${sourceCounts[codes[0]].toLocaleString("en")}`),
  };
}

/**
 * Governorates with what they hold of a window, located and area_only alike, of one source
 * or of all: { areas, beyond, keys, note }, each area { area, code, count, weight, text, range }, its weight null where no figure is reported. `beyond`
 * are the rows of no drawn area, { codes, count, text }, null where there are none; `keys` are
 * those of sources.js; `note` is the line on the chosen source.
 */
function placeAreas({ strikes, rows, baseMap, size, source }) {
  const keyed = areaKeys(strikes, source);
  const sums = sumAreas(keyed, rows);
  const { counts } = sums;
  const { weightOf, textOf, rangeOf } = measureAreas(size, { strikes, rows, keyed, sums });
  const areaOf = (code) => baseMap.governorates.find((area) => area.code === strikes.dictionaries.adm1_code[code - 1]);
  const held = Array.from({ length: keyed.areas }, (_, code) => code).filter((code) => counts[code]);
  const areas = held.filter(areaOf).map((code) =>
    ({ area: areaOf(code), code, count: counts[code], weight: weightOf(code), text: textOf([code]), range: rangeOf(code) }));
  const codes = held.filter((code) => !areaOf(code));
  const count = codes.reduce((sum, code) => sum + counts[code], 0);
  const all = counts.reduce((sum, part) => sum + part, 0);
  const reported = all - counts[keyed.areas + 1];
  const note = keyed.chosen ? wordSourceNote({ chosen: keyed.chosen, reported, all }) : null;
  return { areas, beyond: count ? { codes, count, text: textOf(codes) } : null, keys: keyed.keys, note };
}

function fillAreas(context, areas, frame, theme) {
  const most = areas.reduce((top, { weight }) => Math.max(top, weight), 0) || 1;
  for (const { area, weight } of areas) {
    traceArea(context, area, frame);
    context.globalAlpha = 0.85;
    context.fillStyle = shadeOf(theme, weight / most);
    if (weight !== null) context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.border;
    context.lineWidth = 0.8;
    context.stroke();
  }
}

/** Small governorates choose first: a large one has room for its number elsewhere in it. */
function smallFirst(areas) {
  const sizeOf = ({ area: { box } }) => (box.right - box.left) * (box.bottom - box.top);
  return [...areas].sort((a, b) => sizeOf(a) - sizeOf(b));
}

function drawNumber(context, { x, y, text, leader, ...box }, theme) {
  if (leader) drawLeader(context, { ...box, leader }, theme);
  writeHaloed(context, text, { x, y, font: NUMBER_FONT }, { halo: theme.disc, text: theme.discText });
}

/** Fills the governorates and writes their sums, none on another; takes the boxes of the words. */
function drawAreas(context, { areas }, { frame, theme, boxes, positions }) {
  fillAreas(context, areas, frame, theme);
  const most = areas.reduce((top, { range }) => Math.max(top, range ? range.most : 0), 0) || 1;
  context.font = NUMBER_FONT;
  const placed = smallFirst(areas).map(({ area, text, range }) => {
    const width = Math.max(context.measureText(text).width + 8, range ? BAR_WIDTH : 0);
    const size = { width, height: NUMBER_HEIGHT + (range ? BAR_HEIGHT : 0), name: "number " };
    const position = positions.find(area, size, frame, boxes);
    boxes.push(position);
    return { ...position, text, range, x: (position.left + position.right) / 2, y: position.top + NUMBER_HEIGHT / 2 };
  });
  for (const number of placed) {
    drawNumber(context, number, theme);
    const { x, y, range } = number;
    if (range) drawRangeBar(context, { x, y: y + BAR_DROP, range, most }, theme);
  }
}

/** The area at a point of the frame, or null. */
function hitArea({ areas }, frame, x, y) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  return areas.find(({ area }) => insideRings(unitX, unitY, area.flats)) ?? null;
}

/**
 * Squares of a finer grid that hold located rows: { cells, size in CSS pixels, outside }, the last
 * what lies outside the frame.
 */
function placeSquares(strikes, { slots, sums, tolls }, frame) {
  const size = frame.world / 2 ** (slots.zoom + 2); // four 64-pixel cells to a tile of 256
  const weights = tolls ? tolls.people : sums.count;
  const cells = [];
  let outside = 0;
  for (let cell = 0; cell < slots.cells; cell++) {
    if (!sums.count[cell]) continue;
    const left = slots.cellX[cell] * size - frame.left;
    const top = slots.cellY[cell] * size - frame.top;
    if (left < -size || top < -size || left > frame.width || top > frame.height) {
      outside += sums.count[cell];
      continue;
    }
    cells.push({ left, top, right: left + size, bottom: top + size, cell, count: sums.count[cell], weight: tolls && !tolls.reported[cell] ? null : weights[cell] });
  }
  return { cells, size, outside };
}

function drawSquares(context, { cells, size }, theme) {
  const most = cells.reduce((top, { weight }) => Math.max(top, weight), 1);
  for (const { left, top, weight } of cells) {
    context.globalAlpha = weight === null ? 0.25 : 0.8;
    context.fillStyle = weight === null ? theme.quiet : shadeOf(theme, weight / most);
    context.fillRect(left, top, size - 0.5, size - 0.5);
  }
  context.globalAlpha = 1;
}

module.exports = { drawAreas, drawSquares, hitArea, placeAreas, placeSquares, shadeOf };
