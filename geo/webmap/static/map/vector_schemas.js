"use strict";
// What features of vector tiles are to this map, in the schemas of Protomaps and of OpenMapTiles.

const { AREA, LINE, POINT } = require("./vector_tile.js");

/** What a table has for a word of a tile, which may be any: undefined for what the table does not say itself. */
const lookUp = (table, word) => (Object.hasOwn(table, word) ? table[word] : undefined);

const GREEN = new Set([
  "forest", "wood", "park", "nature_reserve", "national_park", "protected_area", "grass", "grassland", "meadow", "scrub",
  "orchard", "vineyard", "farmland", "farm", "garden", "cemetery", "wetland", "golf_course", "recreation_ground",
]);
const BUILT = new Set([
  "residential", "urban_area", "industrial", "commercial", "retail", "military", "suburb", "quarter", "neighbourhood",
  "railway", "school", "university", "hospital", "airfield", "aerodrome",
]);
const groundOf = (kind) => (GREEN.has(kind) && "green") || (BUILT.has(kind) && "built") || null;
const ifArea = (name) => (_, shape) => (shape === AREA ? name : null);
const waterOf = (_, shape) => ({ [AREA]: "water", [LINE]: "stream" })[shape] ?? null;

const PROTOMAPS_ROADS = {
  highway: "highway", major_road: "major", medium_road: "major", minor_road: "minor", other: "path", path: "path",
  rail: "rail", aeroway: "runway",
};
const OPEN_ROADS = {
  motorway: "highway", trunk: "highway", primary: "major", secondary: "major", tertiary: "minor", minor: "minor",
  service: "minor", busway: "minor", track: "path", path: "path", rail: "rail", transit: "rail",
};
const openGround = ({ class: kind }, shape) => (shape === AREA ? groundOf(kind) : null);
const byKind = ({ kind }, shape) => (shape === AREA ? groundOf(kind) : null);

// By schema and layer of the tiles: how a feature is drawn, null for not at all.
const DRAWN = {
  protomaps: {
    earth: ifArea("land"), landcover: byKind, landuse: byKind, natural: byKind, water: waterOf,
    buildings: ifArea("building"),
    roads: ({ kind }) => lookUp(PROTOMAPS_ROADS, kind) ?? null,
    transit: ({ kind }) => (kind === "rail" ? "rail" : null),
    boundaries: ({ kind }) => lookUp({ country: "border", region: "innerBorder" }, kind) ?? null,
  },
  openmaptiles: {
    landcover: openGround, landuse: openGround, park: ifArea("green"), water: waterOf, waterway: waterOf,
    building: ifArea("building"),
    transportation: ({ class: kind }) => lookUp(OPEN_ROADS, kind) ?? null,
    aeroway: ({ class: kind }, shape) => (kind === "runway" && shape === LINE ? "runway" : null),
    boundary: ({ admin_level: level, maritime }) => (maritime ? null : lookUp({ 2: "border", 4: "innerBorder" }, level) ?? null),
  },
};

// How names of places are written, the most wanted first: `order` before all else.
const PLACES = {
  country: { order: 0, size: 14, weight: 600, spread: true, country: true },
  city: { order: 1, size: 13, weight: 600, dot: true },
  region: { order: 3, size: 11, weight: 600, spread: true },
  town: { order: 4, size: 12, weight: 400, dot: true },
  suburb: { order: 5, size: 11, weight: 400, spread: true },
  village: { order: 6, size: 11, weight: 400, dot: true },
};
const ALIKE = {
  state: "region", province: "region", borough: "suburb", quarter: "suburb", neighbourhood: "suburb", macrohood: "suburb",
  hamlet: "village", isolated_dwelling: "village", farm: "village", allotments: "village",
};
const ROAD = { order: 2, size: 10, weight: 600, road: true };
const WATER = { order: 3, size: 11, weight: 400, water: true };
const CITY_RANK = 9; // of Protomaps' ranks of population: some 100,000 people
const TOWN_RANK = 6;

const styleOf = (kind) => lookUp(PLACES, lookUp(ALIKE, kind) ?? kind) ?? null;

function localityOf({ kind_detail: detail, population_rank: rank, "pmap:population_rank": older }) {
  if (styleOf(detail)) return detail;
  const known = rank ?? older ?? 0;
  return (known >= CITY_RANK && "city") || (known >= TOWN_RANK && "town") || "village";
}

const ifPoint = (style) => (properties, shape) => (shape === POINT ? style(properties) : null);
const numbered = ({ ref, shield_text: shield }) => (ref ?? shield ? ROAD : null);

// By schema and layer: how a feature's name is written, null for not at all.
const NAMED = {
  protomaps: {
    places: ifPoint((properties) => styleOf(properties.kind === "locality" ? localityOf(properties) : properties.kind)),
    roads: ({ kind, ...rest }) => (kind === "highway" || kind === "major_road" ? numbered(rest) : null),
    water: ifPoint(() => WATER),
  },
  openmaptiles: {
    place: ifPoint(({ class: kind }) => styleOf(kind)),
    transportation_name: ({ class: kind, ...rest }) => (["motorway", "trunk", "primary"].includes(kind) ? numbered(rest) : null),
    water_name: ifPoint(() => WATER),
  },
};

/** Names of a feature as name_of.js takes them: Latin, Arabic, and in the local script; a number that is a name is its figures. */
function namesOf(properties, style) {
  if (style.road) return { name: String(properties.ref ?? properties.shield_text).split(";")[0].trim() };
  const read = (...keys) => String(keys.map((key) => properties[key]).find((name) => name !== undefined && name !== null) ?? "");
  const local = read("name");
  const latin = read("name:en", "name_en", "name:latin");
  return { name: latin || local, name_ar: read("name:ar") || undefined, name_local: local || undefined };
}

/** The more people or importance, the lower; 0 where a tile has words in the place of figures. */
function weightOf({ population_rank: people, "pmap:population_rank": older, rank }) {
  return Number(rank ?? -(people ?? older ?? 0)) || 0;
}

module.exports = { DRAWN, NAMED, lookUp, namesOf, weightOf };
