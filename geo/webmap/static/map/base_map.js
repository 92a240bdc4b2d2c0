"use strict";
// The quiet base map: sea, land, borders and names, drawn from the payload's own polygons.

const { boundsOf, toUnit } = require("../data/mercator.js");
const { contestedBeside, findCountryLabels, labelOf } = require("./country_names.js");
const { drawGround, groundLabels } = require("./ground.js");
const { nameOf } = require("./name_of.js");
const { findPlaceLabels, preparePlaces } = require("./place_names.js");
const { holds, labelPointsOf, within } = require("./rings.js");
const { say } = require("../language/language.js");

const TOWN_CREDIT = "Places: GeoNames (CC BY 4.0), OCHA (CC BY 3.0 IGO)";
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

function prepareArea({ geometry, properties }) {
  const flats = rings(geometry).map(projectRing);
  const labelPoint = properties.label ? toUnit(...properties.label) : null;
  return { ...properties, flats, box: boundsOf(flats), labelPoint, labelPoints: [] };
}

/** An area with points for its labels, which are looked for only once it has one. */
function prepareLabelled(feature) {
  const area = prepareArea(feature);
  const { labelPoint } = area;
  let points = null;
  return Object.defineProperties(area, {
    labelPoints: { get: () => (points ??= labelPointsOf(area.flats)) },
    labelPoint: { get: () => labelPoint ?? area.labelPoints[0] },
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
    neighbours: of("neighbour").map(prepareArea),
    governorates: of("governorate").map(prepareLabelled),
    districts: of("district").map(prepareLabelled),
    contested: [...of("contested"), ...(geojson?.contested_around ?? [])].map(prepareLabelled),
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
    credit: [geojson?.credit, geojson?.places?.credit || (towns.length ? say(TOWN_CREDIT) : "")].filter(Boolean).join(". "),
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

/** A function that says whether a point of unit web mercator is land, or beyond the map. */
function landOf(baseMap) {
  const land = [...baseMap.neighbours, ...baseMap.governorates, ...baseMap.contested];
  return (x, y) => (baseMap.box && !within(baseMap.box, x, y)) || land.some((area) => holds(area, x, y));
}

function findTownLabels(baseMap, frame, language) {
  const [isLand, grounds] = [landOf(baseMap), baseMap.contested.filter((area) => inFrame(area, frame))];
  return baseMap.towns
    .filter((town) => frame.zoom >= (RANK_ZOOM[town.rank] ?? 9) + (town.home ? 0 : 1))
    .map((town) => ({
      text: nameOf(town, language), point: town.point, size: town.rank === 1 ? 13 : 12,
      weight: town.rank === 1 ? 600 : 400, dot: true, grounds, isLand,
    }));
}

/** The names of the countries that may be written in a frame, on any ground: { homes, neighbours }. */
function countriesIn(baseMap, frame, language) {
  return findCountryLabels(baseMap, frame, { language, isLand: landOf(baseMap) });
}

/** Names that may be written in a frame, the most wanted first. */
function labelCandidates(baseMap, frame, language) {
  const { zoom } = frame;
  const towns = findTownLabels(baseMap, frame, language);
  const { homes, neighbours } = countriesIn(baseMap, frame, language);
  const named = (area) => labelOf(area, language, 11);
  const governorates = zoom >= 7 ? baseMap.governorates.map((area) => ({ ...named(area), beside: contestedBeside(baseMap, area) })) : [];
  const contested = zoom >= 8 ? baseMap.contested.map((area) => ({ ...named(area), within: area })) : [];
  return [...homes, ...towns.filter(({ weight }) => weight === 600), ...neighbours,
    ...towns.filter(({ weight }) => weight !== 600), ...contested, ...governorates,
    ...groundLabels(baseMap.ground, frame, language), ...findPlaceLabels(baseMap.places, frame, language)]
    .filter(({ point }) => point);
}

module.exports = { boxOf, countriesIn, drawBaseMap, hatch, inFrame, labelCandidates, nameOf, prepareBaseMap, traceArea };
