"use strict";
// Density: squares of a grid finer than the clusters' cells, stronger where they hold more.

const { kmToPixels, toDegrees } = require("../data/mercator.js");
const { say } = require("../language/language.js");
const { boundsTo, classOf, shadesOf, wordClasses } = require("../look/shades.js");
const { AREA_ONLY } = require("./meanings.js");
const { sayingOf } = require("../terms/nouns.js");
const { SIZES } = require("../terms/sizes.js");

/**
 * Squares that hold located rows: { cells, size in CSS pixels, km, bounds, outside }, `bounds` those of
 * their classes, the last what lies outside the frame.
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
  const [, lat] = toDegrees(0, (frame.top + frame.height / 2) / frame.world);
  const bounds = boundsTo(cells.reduce((top, { weight }) => Math.max(top, weight), 0));
  const seen = cells.reduce((sum, { count }) => sum + count, 0);
  return { cells, size, km: size / kmToPixels(1, lat, frame.zoom), bounds, seen, outside };
}

/** "12 km", "1.5 km", "300 m": no sharper than a reader can see. */
function wordKm(km) {
  if (km < 1) return say("{m} m", { m: Math.round(km * 10) * 100 || 100 });
  return say("{km} km", { km: km < 10 ? Math.round(km * 10) / 10 : Math.round(km) });
}

/** The scale of the legend: classes, how large a square is on the ground, and what lies in none. */
function scaleOf({ bounds, cells, km, seen, outside }, { theme, size, say }) {
  const some = cells.some(({ weight }) => weight !== null);
  const words = wordClasses(bounds, { least: SIZES[size].measure === "count" ? 1 : 0 });
  return {
    steps: some ? shadesOf(theme, bounds.length).map((colour, i) => ({ colour, words: words[i] })) : [],
    notes: [
      say("a square is about {width} wide in the middle of this view", { width: wordKm(km) }),
      say("{some} of {all} located and dated strikes are in these squares", { some: seen, all: seen + outside }),
    ],
  };
}

function drawSquares(context, { cells, size, bounds }, theme) {
  const colours = shadesOf(theme, bounds.length);
  for (const { left, top, weight } of cells) {
    context.globalAlpha = weight === null ? 0.25 : 0.8;
    context.fillStyle = weight === null ? theme.quiet : colours[classOf(bounds, weight)];
    context.fillRect(left, top, size - 0.5, size - 0.5);
  }
  context.globalAlpha = 1;
}

/** The square at a point of the frame with its rows, as the reader lists them; null where none is. */
function findSquare({ squares, slots, noun }, { x, y }) {
  const found = squares.cells.find(({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom);
  if (!found) return null;
  const { cell, count } = found;
  return {
    title: sayingOf({ noun })(["{count} strike in this square", "{count} strikes in this square"], { count }),
    holds: (row) => slots.slotOf[row] === cell,
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
    { swatch: "shade", words: say(size === "count" ? "stronger: more strikes in the square" : "stronger: more {counted} in the square; grey: no figure", { counted: say(SIZES[size].counted) }) },
    AREA_ONLY,
  ],
  share({ squares }, { squares: other }) {
    squares.bounds = other.bounds = boundsTo(Math.max(squares.bounds.at(-1), other.bounds.at(-1)));
  },
  scale: ({ squares }, given) => scaleOf(squares, given),
  word: ({ squares }) => say(["{count} square of density", "{count} squares of density"], { count: squares.cells.length }),
  describe: ({ squares }) => ({ squares: squares?.cells.map(({ count }) => count) ?? null }),
};
