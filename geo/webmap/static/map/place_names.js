"use strict";
// The gazetteer's places as names of the quiet map: a grid finds those in view, the largest first.

const { toUnit } = require("../data/mercator.js");
const { RIGHT_TO_LEFT, nameOf } = require("./name_of.js");

const GRID = 2048; // cells around the equator: 128 CSS pixels wide at zoom 10
const FIRST_ZOOM = 9; // no name is written from farther away
const AS_ARABIC = 1; // in the table: the local name is the Arabic one
const MOST_TRIED = 60; // names that room is looked for in a view
// By the style of geo/land/named_map.py: 0 town, 1 site or quarter, 2 without a point of its own.
const STYLES = [
  { size: 11, weight: 400, style: "", dot: true },
  { size: 10, weight: 400, style: "italic", dot: false },
  { size: 11, weight: 400, style: "italic", dot: false },
];

const cellOf = (unit) => Math.floor(unit * GRID);

/** Places of geo/land/named_map.py, the most prominent first, found by cell: { places, cells }. */
function preparePlaces(table) {
  const { lon = [], lat, name, name_ar: arabic, name_local: local, zoom, style } = table?.columns ?? {};
  const cells = new Map();
  const places = lon.map((degrees, i) => {
    const point = toUnit(degrees, lat[i]);
    const key = cellOf(point[1]) * GRID + cellOf(point[0]);
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(i);
    return { name: name[i], name_ar: arabic[i], name_local: local?.[i] === AS_ARABIC ? arabic[i] : local?.[i], point, zoom: zoom[i], style: style[i] };
  });
  return { places, cells };
}

/** Ranks of the places whose cell a frame touches, the most prominent first. */
function* ranksInView({ cells }, { world, left, top, width, height }) {
  const [west, east] = [cellOf(left / world), cellOf((left + width) / world)];
  const [north, south] = [cellOf(top / world), cellOf((top + height) / world)];
  const lists = [];
  for (let down = north; down <= south; down++) {
    for (let across = west; across <= east; across++) {
      const list = cells.get(down * GRID + across);
      if (list) lists.push(list);
    }
  }
  yield* lists.flat().sort((a, b) => a - b);
}

function inside({ point: [x, y] }, { world, left, top, width, height }) {
  const [across, down] = [x * world - left, y * world - top];
  return across >= 0 && down >= 0 && across <= width && down <= height;
}

function labelOf(place, language) {
  const look = STYLES[place.style];
  const text = nameOf(place, language);
  return { ...look, text, point: place.point, style: RIGHT_TO_LEFT.test(text) ? "" : look.style };
}

/** Labels of the places in a frame, as labels.js takes them, at most MOST_TRIED. */
function findPlaceLabels(prepared, frame, language) {
  if (frame.zoom < FIRST_ZOOM || !prepared.places.length) return [];
  const labels = [];
  for (const rank of ranksInView(prepared, frame)) {
    const place = prepared.places[rank];
    if (frame.zoom < place.zoom || !inside(place, frame)) continue;
    labels.push(labelOf(place, language));
    if (labels.length === MOST_TRIED) break;
  }
  return labels;
}

module.exports = { findPlaceLabels, preparePlaces };
