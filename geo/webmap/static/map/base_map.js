"use strict";
// The quiet base map: sea, land, borders and names, drawn from the payload's own polygons.

const { boundsOf, toUnit } = require("../data/mercator.js");
const { drawGround, groundLabels } = require("./ground.js");
const { nameOf } = require("./name_of.js");
const { findPlaceLabels, preparePlaces } = require("./place_names.js");

const TOWN_CREDIT = "Places: GeoNames (CC BY 4.0), OCHA (CC BY 3.0 IGO)";
const MOST_POINTS = 60;
const COUNTRY_ZOOM = 8; // up to which countries are named
const RANK_ZOOM = { 1: 5, 2: 6, 3: 8 }; // the zoom from which towns of a rank are named

function rings(geometry) {
  if (geometry.type === "Polygon") return geometry.coordinates;
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

function projectRing(ring) {
  const flat = new Float64Array(ring.length * 2);
  ring.forEach(([lon, lat], i) => flat.set(toUnit(lon, lat), i * 2));
  return flat;
}

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

function prepareArea({ geometry, properties }, labelled) {
  const flats = rings(geometry).map(projectRing);
  const labelPoints = labelled ? labelPointsOf(flats) : [];
  const labelPoint = properties.label ? toUnit(...properties.label) : (labelPoints[0] ?? null);
  return { ...properties, flats, box: boundsOf(flats), labelPoint, labelPoints };
}

/** A district: points for its labels are looked for only once it has one. */
function prepareDistrict(feature) {
  const area = prepareArea(feature, false);
  let points = null;
  return Object.defineProperties(area, {
    labelPoints: { get: () => (points ??= labelPointsOf(area.flats)) },
    labelPoint: { get: () => area.labelPoints[0] },
  });
}

/** Features with their names in the main script of their country, where they have another. */
function nameLocally({ features = [], local_names: local = [] }) {
  return features.map((feature, i) =>
    ({ ...feature, properties: { ...feature.properties, name_local: local[i] || undefined } }));
}

/** The box of unit web mercator of sides in degrees. */
function boxOf([west, south, east, north]) {
  const [[left, top], [right, bottom]] = [toUnit(west, north), toUnit(east, south)];
  return { left, top, right, bottom };
}

/**
 * The base map of geo/land/base_map.py as the painter needs it, in unit web mercator. Features say
 * their `kind`: neighbour, governorate, district, contested (polygons) or town (points with a rank from 1).
 */
function prepareBaseMap(geojson) {
  const named = nameLocally(geojson ?? {});
  const of = (kind) => named.filter(({ properties }) => properties.kind === kind);
  const towns = of("town").map(({ geometry, properties }) => ({
    ...properties, point: toUnit(...geometry.coordinates),
  }));
  return {
    box: geojson?.bbox ? boxOf(geojson.bbox) : null,
    home: geojson?.bounds ? boxOf(geojson.bounds) : null,
    neighbours: of("neighbour").map((feature) => prepareArea(feature, false)),
    governorates: of("governorate").map((feature) => prepareArea(feature, true)),
    districts: of("district").map(prepareDistrict),
    contested: [...of("contested"), ...(geojson?.contested_around ?? [])].map((feature) => prepareArea(feature, true)),
    towns: towns.sort((a, b) => a.rank - b.rank),
    homes: (geojson?.homes ?? []).map((facts) => ({ ...facts, labelPoint: toUnit(...facts.label) })),
    places: preparePlaces(geojson?.places),
    country: geojson?.country ?? {}, // { name, name_ar, language: "ar" }, where they are known
    unopened: geojson?.ground ?? null, // the ground as geo/land/ground/lay.py has it
    ground: null, // once it is opened and shown
    tiles: geojson?.tiles ?? null, // of geo/land/tiles/bundle.py
    thumbnails: geojson?.thumbnails ?? {}, // of geo/export/thumbnails.py
    packedLayers: geojson?.layers ?? null, // a person's own, of geo/layers/pack.py
    levels: geojson?.levels ?? null, // { one, many }: the words for levels 1 to 3
    credit: [geojson?.credit, geojson?.places?.credit || (towns.length ? TOWN_CREDIT : "")].filter(Boolean).join(". "),
  };
}

/** Traces an area; with an `edge` box only its lines, without those that the box has cut. */
function traceArea(context, area, frame, edge = null) {
  const onEdge = (i, j, flat) =>
    edge && ((flat[i] === flat[j] && (near(flat[i], edge.left) || near(flat[i], edge.right))) ||
      (flat[i + 1] === flat[j + 1] && (near(flat[i + 1], edge.top) || near(flat[i + 1], edge.bottom))));
  context.beginPath();
  for (const flat of area.flats) {
    for (let i = 0; i < flat.length; i += 2) {
      const [x, y] = [flat[i] * frame.world - frame.left, flat[i + 1] * frame.world - frame.top];
      if (i && !onEdge(i, i - 2, flat)) context.lineTo(x, y);
      else context.moveTo(x, y);
    }
    if (!edge) context.closePath();
  }
}

function near(one, other) {
  return Math.abs(one - other) < 1e-6;
}

function inFrame({ box }, { world, left, top, width, height }) {
  return (
    box.right * world > left && box.left * world < left + width &&
    box.bottom * world > top && box.top * world < top + height
  );
}

/** Hatches an area; the lines stay with the land. */
function hatch(context, area, frame, colour) {
  context.save();
  traceArea(context, area, frame);
  context.clip();
  context.beginPath();
  const spacing = 7; // CSS pixels between the lines
  const turn = (frame.left + frame.top) % spacing; // lines stay with the land while it is dragged
  for (let at = -turn - frame.height; at < frame.width + frame.height; at += spacing) {
    context.moveTo(at, 0);
    context.lineTo(at - frame.height, frame.height);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** Relief and waters reach as far as the map, and not beyond its edge. */
function drawGroundWithin(context, { box, ground }, frame, theme) {
  const { world, left, top } = frame;
  context.save();
  if (box) {
    context.beginPath();
    context.rect(box.left * world - left, box.top * world - top, (box.right - box.left) * world, (box.bottom - box.top) * world);
    context.clip();
  }
  drawGround(context, ground, frame, theme);
  context.restore();
}

/**
 * Draws sea, land and borders. `frame` is the view in CSS pixels: { zoom, world, left, top,
 * width, height }, `world` the width of the whole world, left and top the view's corner in it.
 */
function drawBaseMap(context, baseMap, frame, theme) {
  const { world, left, top, width, height } = frame;
  const { box } = baseMap;
  context.fillStyle = theme.beyond;
  context.fillRect(0, 0, width, height);
  context.fillStyle = theme.sea;
  if (box) {
    const [x, y] = [box.left * world - left, box.top * world - top];
    const [right, bottom] = [box.right * world - left, box.bottom * world - top];
    context.fillRect(x, y, right - x, bottom - y);
  }
  const paint = (areas, { fill = null, stroke = null, lineWidth = 1, edge = null }) => {
    for (const area of areas) {
      if (!inFrame(area, frame)) continue;
      traceArea(context, area, frame, edge);
      if (fill) {
        context.fillStyle = fill;
        context.fill();
      }
      if (stroke) {
        context.strokeStyle = stroke;
        context.lineWidth = lineWidth;
        context.stroke();
      }
    }
  };
  context.lineJoin = "round";
  paint(baseMap.neighbours, { fill: theme.abroad });
  paint(baseMap.governorates, { fill: theme.home, stroke: theme.innerBorder });
  if (baseMap.ground) drawGroundWithin(context, baseMap, frame, theme);
  paint(baseMap.neighbours, { stroke: theme.border, lineWidth: 1.2, edge: box ?? {} });
  for (const area of baseMap.contested) {
    if (!inFrame(area, frame)) continue;
    hatch(context, area, frame, theme.hatch);
    traceArea(context, area, frame);
    context.setLineDash([5, 4]);
    context.strokeStyle = theme.border;
    context.lineWidth = 1.2;
    context.stroke();
    context.setLineDash([]);
  }
}

/** Names that may be written in a frame, the most wanted first. */
function labelCandidates(baseMap, frame, language) {
  const { zoom } = frame;
  const areaLabel = (area, size) => ({
    text: nameOf(area, language), point: area.labelPoint, size, weight: 600, spread: true, area,
  });
  const towns = baseMap.towns
    .filter((town) => zoom >= (RANK_ZOOM[town.rank] ?? 9) + (town.home ? 0 : 1))
    .map((town) => ({
      text: nameOf(town, language), point: town.point, size: town.rank === 1 ? 13 : 12,
      weight: town.rank === 1 ? 600 : 400, dot: true,
    }));
  // A country whose middle is contested is named on that ground alone, as contested ground is.
  const contestedAround = ({ labelPoint }) => baseMap.contested.find(({ flats }) => insideRings(...labelPoint, flats)) ?? null;
  const isClaimant = ({ name }) => baseMap.contested.some((ground) => ground.name.includes(name));
  const named = zoom <= COUNTRY_ZOOM; // of two who claim a ground neither is written alone as long as countries are named
  const contestedBeside = ({ labelPoint }) => baseMap.contested.filter(({ flats }) => !insideRings(...labelPoint, flats));
  const homes = baseMap.homes.map((home) => ({ ...areaLabel(home, 14), within: contestedAround(home) }))
    .filter(({ within, area }) => zoom < 7 || (named && (within || isClaimant(area))));
  const neighbours = named ? baseMap.neighbours.filter(({ labelPoint }) => labelPoint) : [];
  const countries = neighbours.map((area) => ({ ...areaLabel(area, 13), within: contestedAround(area) }));
  const governorates = zoom >= 7 ? baseMap.governorates.map((area) => ({ ...areaLabel(area, 11), beside: contestedBeside(area) })) : [];
  const contested = zoom >= 8 ? baseMap.contested.map((area) => ({ ...areaLabel(area, 11), within: area })) : [];
  return [...homes, ...towns.filter(({ weight }) => weight === 600), ...countries,
    ...towns.filter(({ weight }) => weight !== 600), ...contested, ...governorates,
    ...groundLabels(baseMap.ground, frame, language), ...findPlaceLabels(baseMap.places, frame, language)]
    .filter(({ point }) => point);
}

module.exports = { boxOf, drawBaseMap, hatch, inFrame, insideRings, labelCandidates, nameOf, prepareBaseMap, traceArea };
