"use strict";
// Two other ways to show the same rows: governorates shaded by their sum, and a density of squares.

const { makeTolls, shorten, sumTolls } = require("./clusters.js");
const { insideRings, traceArea } = require("./basemap.js");
const { eachRow } = require("./period.js");
const { FONT } = require("./theme.js");

/** The colour for a share (0-1) of the most. */
function shadeOf(theme, share) {
  const [light, full] = theme.shade;
  const mixed = light.map((part, i) => Math.round(part + (full[i] - part) * Math.sqrt(share)));
  return `rgb(${mixed.join(", ")})`;
}

function wordRange(low, high, area) {
  if (!low.told[area]) return "–";
  const [least, most] = [low.people[area], high.people[area]];
  if (low.open[area]) return `${shorten(least)}+`;
  return least === most ? shorten(least) : `${shorten(least)}–${shorten(most)}`;
}

/**
 * Governorates with what they hold of a window, located and area_only alike: { areas, without },
 * each area { area, code, count, weight, text }; `without` counts the rows of no drawn area.
 */
function placeAreas({ strikes, rows, baseMap, size }) {
  const { adm1_code: areaOf, status } = strikes.columns;
  const counts = new Uint32Array(strikes.dictionaries.adm1_code.length + 1);
  const unlocated = strikes.statuses.indexOf("unlocated");
  let placed = 0;
  for (const row of eachRow(rows)) {
    if (status[row] === unlocated) continue;
    counts[areaOf[row]]++;
    placed++;
  }
  const bySize = (bound) => sumTolls(strikes, areaOf, rows, makeTolls(bound, counts.length));
  const [low, high] = size === "count" ? [] : [bySize("killed_min"), bySize("killed_max")];
  const areas = baseMap.governorates.flatMap((area) => {
    const code = strikes.dictionaries.adm1_code.indexOf(area.code) + 1;
    const count = code ? counts[code] : 0;
    if (!count) return [];
    const weight = size === "count" ? count : (size === "killed_max" ? high : low).people[code];
    const text = size === "count" ? count.toLocaleString("en") : wordRange(low, high, code);
    return [{ area, code, count, weight, text }];
  });
  return { areas, without: placed - areas.reduce((sum, { count }) => sum + count, 0) };
}

/** Fills the governorates and writes their sums; takes the boxes of the words. */
function drawAreas(context, { areas }, { frame, theme, boxes }) {
  const most = areas.reduce((top, { weight }) => Math.max(top, weight), 1);
  for (const { area, weight } of areas) {
    traceArea(context, area, frame);
    context.globalAlpha = 0.85;
    context.fillStyle = shadeOf(theme, weight / most);
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.border;
    context.lineWidth = 0.8;
    context.stroke();
  }
  context.font = `600 13px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { area, text } of areas) {
    const [x, y] = [area.seat[0] * frame.world - frame.left, area.seat[1] * frame.world - frame.top];
    const half = context.measureText(text).width / 2 + 4;
    context.strokeStyle = theme.disc;
    context.lineWidth = 4;
    context.strokeText(text, x, y);
    context.fillStyle = theme.discText;
    context.fillText(text, x, y);
    boxes.push({ left: x - half, right: x + half, top: y - 9, bottom: y + 9 });
  }
}

/** The area at a point of the frame, or null. */
function hitArea({ areas }, frame, x, y) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  return areas.find(({ area }) => insideRings(unitX, unitY, area.flats)) ?? null;
}

/** Squares of a finer grid that hold located rows: { cells, size in CSS pixels }. */
function placeSquares(strikes, { slots, sums, tolls }, frame) {
  const size = frame.world / 2 ** (slots.zoom + 2); // four 64-pixel cells to a tile of 256
  const weights = tolls ? tolls.people : sums.count;
  const cells = [];
  for (let cell = 0; cell < slots.cells; cell++) {
    if (!sums.count[cell]) continue;
    const left = slots.cellX[cell] * size - frame.left;
    const top = slots.cellY[cell] * size - frame.top;
    if (left < -size || top < -size || left > frame.width || top > frame.height) continue;
    cells.push({ left, top, right: left + size, bottom: top + size, cell, count: sums.count[cell], weight: weights[cell] });
  }
  return { cells, size };
}

function drawSquares(context, { cells, size }, theme) {
  const most = cells.reduce((top, { weight }) => Math.max(top, weight), 1);
  context.globalAlpha = 0.8;
  for (const { left, top, weight } of cells) {
    context.fillStyle = shadeOf(theme, weight / most);
    context.fillRect(left, top, size - 0.5, size - 0.5);
  }
  context.globalAlpha = 1;
}

module.exports = { drawAreas, drawSquares, hitArea, placeAreas, placeSquares, shadeOf };
