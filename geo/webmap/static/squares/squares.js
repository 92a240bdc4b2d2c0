"use strict";
// Squares of a grid with the strikes that they hold: where they stand in a frame, and what is hit.

const { radiusOf, scaleFor } = require("../counting/circle_sizes.js");
const { shorten } = require("../counting/tolls.js");
const { toUnit } = require("../data/mercator.js");

const LEAST_SIDE = 8; // CSS pixels: a smaller square is left from the view of an earlier zoom
const INSET = 0.92; // of half a square: no circle meets that of the next
const COARSE_INSET = 3; // CSS pixels that a dashed square keeps from the lines of the others

/** The box of a square { west, south, east, north } in CSS pixels of a frame. */
function boxIn({ west, south, east, north }, frame) {
  const [[x, y], [right, bottom]] = [toUnit(west, north), toUnit(east, south)];
  const at = (unit, start) => unit * frame.world - start;
  return { left: at(x, frame.left), top: at(y, frame.top), right: at(right, frame.left), bottom: at(bottom, frame.top) };
}

const isSeen = ({ left, top, right, bottom }, { width, height }) => right > 0 && bottom > 0 && left < width && top < height;

/**
 * The squares of a frame, with `x`, `y` and `radius` of the circle of those that are no coarse ones: areas in
 * proportion to their rows on one scale, that of the most rows among them, none larger than its square.
 */
function placeSquares(squares, frame) {
  const seen = squares.map((square) => ({ ...square, ...boxIn(square, frame) })).filter((square) => isSeen(square, frame));
  const fine = seen.filter(({ coarse }) => !coarse);
  const scale = scaleFor(Math.max(1, ...fine.map(({ rows }) => rows)));
  for (const square of fine) {
    const { left, right, top, bottom, rows } = square;
    const room = (INSET * Math.min(right - left, bottom - top)) / 2;
    const text = shorten(rows);
    Object.assign(square, { x: (left + right) / 2, y: (top + bottom) / 2, radius: Math.min(room, radiusOf(rows, scale)), text, plain: false, weight: rows });
  }
  const coarse = seen.filter((square) => square.coarse && square.right - square.left > LEAST_SIDE)
    .map((square) => ({ ...square, left: square.left + COARSE_INSET, top: square.top + COARSE_INSET,
      right: square.right - COARSE_INSET, bottom: square.bottom - COARSE_INSET }));
  return { fine, coarse };
}

const holds = ({ left, right, top, bottom }, { x, y }) => x >= left && x <= right && y >= top && y <= bottom;

/** What a click meets: a badge before a circle, then the square that it is in; null for nothing. */
function findHit({ badges, fine }, spot) {
  const badge = badges.toReversed().find((box) => holds(box, spot));
  return badge ?? fine.find((box) => holds(box, spot)) ?? null;
}

module.exports = { boxIn, findHit, placeSquares };
