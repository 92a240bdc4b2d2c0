"use strict";
// A person's layer as geo/layers/pack.py has it, ready to be drawn and clicked, in unit web mercator.

const { boundsOf } = require("../data/mercator.js");
const { unpackParts } = require("../map/ground.js");
const { insideRings } = require("../map/rings.js");
const { parseDay } = require("../terms/calendar.js");

const PARTS_OF_DEGREE = 100000; // of geo/layers/pack.py
const POINT = 0;
const AREA = 2;
const REACH = 9; // CSS pixels from a point or a line that still mean it
const ALWAYS = 2 ** 30; // a day beyond every calendar

function unpackDrawn({ of, kind, parts, x, y }) {
  return of.map((feature, i) => {
    const flats = unpackParts(parts[i], x[i], y[i], PARTS_OF_DEGREE);
    return { feature, kind: kind[i], flats, box: boundsOf(flats) };
  });
}

/** A layer ready to be drawn: { name, colour, credit, metres, names, texts, first, last, drawn }, days as numbers. */
function prepareLayer(packed) {
  const days = (isos, missing) => Int32Array.from(isos, (iso) => parseDay(iso) ?? missing);
  return {
    ...packed, drawn: unpackDrawn(packed.drawn),
    first: days(packed.first, -ALWAYS), last: days(packed.last, ALWAYS),
  };
}

/** Which features are there on some day of a window [from, to]: a function of their number. */
function thereIn({ first, last }, [from, to]) {
  return (feature) => first[feature] <= to && last[feature] >= from;
}

/** How many features of a layer are there in a window. */
function countThere(layer, range) {
  const there = thereIn(layer, range);
  return layer.names.reduce((count, _, feature) => count + there(feature), 0);
}

/** Whether all features that are there in a window are there on one day of it: else some of them never held together. */
function holdTogether(layer, range) {
  const there = thereIn(layer, range);
  let [begun, ended] = range;
  layer.names.forEach((_, feature) => {
    if (!there(feature)) return;
    begun = Math.max(begun, layer.first[feature]);
    ended = Math.min(ended, layer.last[feature]);
  });
  return begun <= ended;
}

/** Distance in CSS pixels of a point from a line, or from the nearest of some points. */
function distanceTo(flat, [x, y], { world }, kind) {
  let nearest = Infinity;
  for (let i = 0; i < flat.length; i += 2) {
    const j = kind === POINT ? i : Math.max(0, i - 2);
    const [dx, dy] = [flat[i] - flat[j], flat[i + 1] - flat[j + 1]];
    const along = dx || dy ? ((x - flat[j]) * dx + (y - flat[j + 1]) * dy) / (dx * dx + dy * dy) : 0;
    const at = Math.max(0, Math.min(1, along));
    nearest = Math.min(nearest, Math.hypot(x - flat[j] - at * dx, y - flat[j + 1] - at * dy));
  }
  return nearest * world;
}

/** The feature of a layer at a point of a frame, points and lines before areas; null where none is. */
function featureAt(layer, { x, y }, frame, range) {
  const there = thereIn(layer, range);
  const place = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  const reach = REACH / frame.world;
  const around = ({ box }) => place[0] >= box.left - reach && place[0] <= box.right + reach && place[1] >= box.top - reach && place[1] <= box.bottom + reach;
  let [found, nearest] = [null, REACH];
  for (const item of layer.drawn) {
    if (!there(item.feature) || !around(item)) continue;
    if (item.kind === AREA) {
      if (found === null && insideRings(...place, item.flats)) found = item.feature;
      continue;
    }
    const away = item.flats.reduce((least, flat) => Math.min(least, distanceTo(flat, place, frame, item.kind)), Infinity);
    if (away <= nearest) [found, nearest] = [item.feature, away];
  }
  return found;
}

module.exports = { ALWAYS, AREA, POINT, countThere, featureAt, holdTogether, prepareLayer, thereIn };
