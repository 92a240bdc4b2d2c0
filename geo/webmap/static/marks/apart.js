"use strict";
// How near the map must be for one strike's mark to be its own, or to hold nothing but what is at its place.

const { toDegrees, worldPixels } = require("../data/mercator.js");
const { eachRow } = require("../data/period.js");

const TOGETHER = 30; // metres; strikes closer together than this are at one place
const TOUCHING = 14; // CSS pixels; two single marks closer than this are one
const NEAR_ZOOM = 11; // where there are no marks that could come apart
const EQUATOR_M = 40075017;

/** The rows of a window at a located row's place, and how far the nearest other one lies, in metres. */
function findNeighbours({ columns, statuses, worldBits }, rows, row) {
  const located = statuses.indexOf("located");
  const { x, y, status } = columns;
  const [, lat] = toDegrees(x[row] / 2 ** worldBits, y[row] / 2 ** worldBits);
  const metres = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / 2 ** worldBits; // of one step
  const together = [];
  let nearest = Infinity;
  for (const other of eachRow(rows)) {
    if (status[other] !== located) continue;
    const away = Math.hypot(x[other] - x[row], y[other] - y[row]) * metres;
    if (away <= TOGETHER) together.push(other);
    else if (away < nearest) nearest = away;
  }
  return { together, nearest, metresAtZero: metres * 2 ** (worldBits - 8) };
}

function frameAround({ strikes, map }, row, zoom) {
  const world = worldPixels(zoom);
  const { x: width, y: height } = map.getSize();
  const scale = world / 2 ** strikes.worldBits;
  return {
    zoom, world, width, height, left: strikes.columns.x[row] * scale - width / 2, top: strikes.columns.y[row] * scale - height / 2,
  };
}

/** The count of the mark that holds a located row at a zoom. */
function countAt(host, row, zoom) {
  const { clusters, slots } = host.counter.step(frameAround(host, row, zoom), host.slider.getRange() ?? [0, -1], host);
  return clusters.find((cluster) => cluster.slots.includes(slots.slotOf[row]))?.count ?? 0;
}

/**
 * { zoom, together }: the least zoom, from the map's own on, at which a located row's mark holds no more
 * than what is at its place, and the window's rows there, the row among them. The map's farthest where none is.
 */
function findZoom(host, row) {
  const { map, marks, strikes } = host;
  const now = map.getZoom();
  const { together, nearest, metresAtZero } = findNeighbours(strikes, marks.rows, row);
  if (!marks.mode.coloured || !together.includes(row)) return { zoom: Math.max(now, NEAR_ZOOM), together: [row] };
  const farthest = map.getMaxZoom();
  // Below this zoom even the smallest marks of the two would touch.
  const least = nearest === Infinity ? 0 : Math.ceil(Math.log2((TOUCHING * metresAtZero) / nearest));
  let zoom = Math.min(farthest, Math.max(now, least));
  while (zoom < farthest && countAt(host, row, zoom) > together.length) zoom = Math.floor(zoom) + 1;
  return { zoom, together };
}

module.exports = { findZoom };
