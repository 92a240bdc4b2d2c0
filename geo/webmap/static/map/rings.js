"use strict";
// Outlines as rings of flat numbers in unit web mercator: what they hold, and where in them a name stands.

const { boundsOf } = require("../data/mercator.js");

const MOST_POINTS = 60;

function insideRings(x, y, flats) {
  let inside = false;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const crosses = flat[i + 1] > y !== flat[j + 1] > y;
      if (crosses && x < ((flat[j] - flat[i]) * (y - flat[i + 1])) / (flat[j + 1] - flat[i + 1]) + flat[i]) {
        inside = !inside;
      }
    }
  }
  return inside;
}

const within = ({ left, right, top, bottom }, x, y) => x >= left && x <= right && y >= top && y <= bottom;

/** Whether an area holds a point of unit web mercator. */
function holds({ box, flats }, x, y) {
  return within(box, x, y) && insideRings(x, y, flats);
}

/** The square of a point's distance to the rings; where it is at most `least`, only some number that is too. */
function depthInRings(x, y, flats, least) {
  let nearest = Infinity;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const dx = flat[i] - flat[j];
      const dy = flat[i + 1] - flat[j + 1];
      const along = dx || dy ? ((x - flat[j]) * dx + (y - flat[j + 1]) * dy) / (dx * dx + dy * dy) : 0;
      const at = Math.max(0, Math.min(1, along));
      const across = x - flat[j] - at * dx;
      const down = y - flat[j + 1] - at * dy;
      nearest = Math.min(nearest, across * across + down * down);
      if (nearest <= least) return nearest;
    }
  }
  return nearest;
}

/** Points of a grid of 24 by 24 inside a polygon, the deepest inside first: points for its labels. */
function labelPointsOf(flats) {
  const { left, top, right, bottom } = boundsOf(flats);
  const inside = [];
  let [first, deepest] = [null, -1];
  for (let i = 0.5; i < 24; i++) {
    for (let j = 0.5; j < 24; j++) {
      const x = left + ((right - left) * i) / 24;
      const y = top + ((bottom - top) * j) / 24;
      if (!insideRings(x, y, flats)) continue;
      inside.push([x, y]);
      const depth = depthInRings(x, y, flats, deepest);
      if (depth > deepest) [first, deepest] = [[x, y], depth];
    }
  }
  if (!inside.length) return [[(left + right) / 2, (top + bottom) / 2]];
  const fromFirst = ([x, y]) => (x - first[0]) ** 2 + (y - first[1]) ** 2;
  const every = Math.ceil(inside.length / MOST_POINTS); // each is tried at every step
  return inside.sort((a, b) => fromFirst(a) - fromFirst(b)).filter((_, i) => i % every === 0);
}

module.exports = { holds, insideRings, labelPointsOf, within };
