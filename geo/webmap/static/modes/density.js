"use strict";
// Density: squares of a grid finer than the clusters' cells, stronger where they hold more.

const { shadeOf } = require("../look/theme.js");
const { AREA_ONLY, wordShade } = require("./meanings.js");
const { callRows } = require("../terms/nouns.js");
const { plural } = require("../terms/words.js");

/**
 * Squares that hold located rows: { cells, size in CSS pixels, outside }, the last what lies
 * outside the frame.
 */
function placeSquares({ slots, sums, tolls }, frame) {
  const size = frame.world / 2 ** (slots.zoom + 2); // four 64-pixel cells to a tile of 256
  const weights = tolls ? tolls.people : sums.count;
  const cells = [];
  let outside = 0;
  for (let cell = 0; cell < slots.cells; cell++) {
    const count = sums.count[cell];
    if (!count) continue;
    const left = slots.cellX[cell] * size - frame.left;
    const top = slots.cellY[cell] * size - frame.top;
    if (left < -size || top < -size || left > frame.width || top > frame.height) {
      outside += count;
      continue;
    }
    const weight = tolls && !tolls.reported[cell] ? null : weights[cell];
    cells.push({ left, top, right: left + size, bottom: top + size, cell, count, weight });
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

/** The square at a point of the frame with its rows, as the reader lists them; null where none is. */
function findSquare({ squares, slots, noun }, { x, y }) {
  const found = squares.cells.find(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
  if (!found) return null;
  const { cell, left, right, top, bottom, count } = found;
  return {
    title: callRows(`${plural(count, "strike", "strikes")} in this square`, noun),
    holds: (row) => slots.slotOf[row] === cell,
    at: { x: (left + right) / 2, y: (top + bottom) / 2 },
  };
}

module.exports = {
  name: "density",
  label: "density",
  sizes: ["count", "killed_min", "killed_max"],
  bySource: false,
  coloured: false,
  areaBadges: true,
  finer: 2,
  place(step, { strikes, frame }) {
    const squares = placeSquares(step, frame);
    return { squares, noun: strikes.noun, outside: squares.outside };
  },
  drawBelow: (context, { squares }, { theme }) => drawSquares(context, squares, theme),
  find: findSquare,
  legend: (size) => [
    { swatch: "shade", words: wordShade(size, "square") + (size === "count" ? "" : "; grey: no figure") },
    AREA_ONLY,
  ],
  word: ({ squares }) => plural(squares.cells.length, "square of density", "squares of density"),
  describe: ({ squares }) => ({ squares: squares?.cells.map(({ count }) => count) ?? null }),
};
