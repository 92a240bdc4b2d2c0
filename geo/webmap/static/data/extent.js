"use strict";
// How far strikes reach on the world: their points with the radius that holds each true place.

const EQUATOR_KM = 40075.017;

/**
 * The box { left, top, right, bottom } of all located strikes with their radii, in unit web mercator; null
 * where there is none. A lone strike far off counts as every other.
 */
function boxOfStrikes({ columns, rows, statuses, worldBits }) {
  const located = statuses.indexOf("located");
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const steps = 2 ** worldBits;
  const { status, uncertainty_km: radii } = columns;
  for (let row = 0; row < rows; row++) {
    if (status[row] !== located) continue;
    const [x, y] = [columns.x[row] / steps, columns.y[row] / steps];
    // A km on the ground is 1 / cos(latitude) km on the map, which is cosh(pi (1 - 2y)).
    const reach = radii[row] > 0 ? (radii[row] * Math.cosh(Math.PI * (1 - 2 * y))) / EQUATOR_KM : 0;
    if (x - reach < box.left) box.left = x - reach;
    if (x + reach > box.right) box.right = x + reach;
    if (y - reach < box.top) box.top = y - reach;
    if (y + reach > box.bottom) box.bottom = y + reach;
  }
  return box.left <= box.right ? box : null;
}

/** The box around two, either of which may be null. */
function joinBoxes(one, other) {
  if (!one || !other) return one ?? other;
  return {
    left: Math.min(one.left, other.left), right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom),
  };
}

module.exports = { boxOfStrikes, joinBoxes };
