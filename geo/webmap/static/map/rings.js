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

function distanceToRings(x, y, flats) {
  let nearest = Infinity;
  for (const flat of flats) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const [dx, dy] = [flat[i] - flat[j], flat[i + 1] - flat[j + 1]];
      const along = dx || dy ? ((x - flat[j]) * dx + (y - flat[j + 1]) * dy) / (dx * dx + dy * dy) : 0;
      const at = Math.max(0, Math.min(1, along));
      const [across, down] = [x - flat[j] - at * dx, y - flat[j + 1] - at * dy];
      nearest = Math.min(nearest, across * across + down * down);
    }
  }
  return Math.sqrt(nearest);
}

/** Points of a grid of 24 by 24 inside a polygon, the deepest inside first: points for its labels. */
function labelPointsOf(flats) {
  const { left, top, right, bottom } = boundsOf(flats);
  const inside = [];
  for (let i = 0.5; i < 24; i++) {
    for (let j = 0.5; j < 24; j++) {
      const x = left + ((right - left) * i) / 24;
      const y = top + ((bottom - top) * j) / 24;
      if (insideRings(x, y, flats)) inside.push([x, y, distanceToRings(x, y, flats)]);
    }
  }
  if (!inside.length) return [[(left + right) / 2, (top + bottom) / 2]];
  const [first] = inside.sort((a, b) => b[2] - a[2]);
  const fromFirst = ([x, y]) => (x - first[0]) ** 2 + (y - first[1]) ** 2;
  const every = Math.ceil(inside.length / MOST_POINTS); // each is tried at every step
  return inside.sort((a, b) => fromFirst(a) - fromFirst(b))
    .filter((_, i) => i % every === 0).map(([x, y]) => [x, y]);
}

module.exports = { holds, insideRings, labelPointsOf, within };
