"use strict";
// The point that is picked: its numbers, and how near it is looked at.

const LEAST_KM = 0.1;
const MOST_KM = 500;
const DIGITS = 5; // of degrees: about a metre
const NEAREST_ZOOM = 13;
const WIDE_KM = 60; // half the width that the map shows of a point at NEAREST_ZOOM - 5

/** A radius in km within the limits, to two digits that count. */
function clampRadius(km) {
  return Math.min(MOST_KM, Math.max(LEAST_KM, Number(km.toPrecision(2))));
}

/** { lon, lat, radius_km } of what a hand points at. */
function roundPoint({ lat, lng }, radius) {
  return { lon: Number(lng.toFixed(DIGITS)), lat: Number(lat.toFixed(DIGITS)), radius_km: clampRadius(radius) };
}

/** The zoom at which a circle of a radius in km fills about a fifth of a small map. */
function zoomFor(km) {
  if (!(km > 0)) return NEAREST_ZOOM - 4;
  const steps = Math.log2(WIDE_KM / (km * 5));
  return Math.max(3, Math.min(NEAREST_ZOOM, Math.round(NEAREST_ZOOM - 5 + steps)));
}

/** The mark that is hit, or null: marks have x and y in CSS pixels. */
function nearestMark(marks, { x, y }, reach) {
  const hits = marks.map((mark) => ({ mark, far: Math.hypot(mark.x - x, mark.y - y) }));
  const [first] = hits.filter(({ far }) => far <= reach).sort((a, b) => a.far - b.far);
  return first?.mark ?? null;
}

module.exports = { clampRadius, nearestMark, roundPoint, zoomFor };
