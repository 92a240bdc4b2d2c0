"use strict";
// A vector tile as a picture, light or dark, and the names that it has.

const { DRAWN, NAMED, lookUp, namesOf, weightOf } = require("./vector_schemas.js");
const { AREA, LINE, decodeTile } = require("./vector_tile.js");

const TILE = 256; // CSS pixels across
// The order in which all is drawn, with the width of lines in CSS pixels at zoom 10.
const ORDER = [
  ["land"], ["built"], ["green"], ["water"], ["stream", 0.9], ["building"], ["runway", 1.6], ["path", 0.4], ["minor", 0.6],
  ["rail", 0.7], ["major", 1.4], ["highway", 2.2], ["innerBorder", 0.8], ["border", 1.2],
];
const GROWTH = 1.3; // of widths, by zoom
const WIDTHS = [0.4, 12]; // CSS pixels
const DASHES = { innerBorder: [4, 3], path: [3, 2], rail: [5, 2] }; // CSS pixels
// Colours that theme.js has none for; quiet, so that strikes stand out.
const COLOURS = {
  light: {
    built: "#f1ece3", green: "#e7efdd", building: "#e2dbd0", runway: "#c9c4cf", path: "#d8d1c5", minor: "#d5cec2",
    rail: "#a7a8b1", major: "#bdb3a3", highway: "#9d8b72",
  },
  dark: {
    built: "#3b3e44", green: "#333d37", building: "#44484f", runway: "#5a5d68", path: "#484c53", minor: "#4d5159",
    rail: "#5d616d", major: "#686c74", highway: "#928a76",
  },
};

function colourOf(name, theme) {
  const own = { land: theme.home, water: theme.sea, stream: theme.river };
  return own[name] ?? theme[name] ?? COLOURS[theme.dark ? "dark" : "light"][name];
}

/** The middle corner of the longest part: where the number of a road stands. */
function middleOf(parts) {
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  const at = 2 * Math.floor(longest.length / 4);
  return [longest[at], longest[at + 1]];
}

function nameFeature({ kind, properties, parts }, layer, { schema, x, y, z }) {
  const style = lookUp(NAMED[schema], layer.name)?.(properties, kind);
  const names = style && parts.length ? namesOf(properties, style) : null;
  if (!names?.name) return [];
  const [across, down] = kind === LINE ? middleOf(parts) : parts[0];
  const point = [(x + across / layer.extent) / 2 ** z, (y + down / layer.extent) / 2 ** z]; // unit web mercator
  return [{ ...style, ...names, point, rank: weightOf(properties) }];
}

/**
 * A tile's bytes as what is drawn of it: { shapes, names }. shapes: by the name of ORDER [{ kind, parts, extent }];
 * names: as labels.js takes them, but for the text. Raises RangeError where they are no vector tile.
 */
function prepareTile(bytes, place) {
  const [shapes, names] = [{}, []];
  for (const layer of decodeTile(bytes)) {
    const drawn = lookUp(DRAWN[place.schema], layer.name);
    for (const feature of layer.features) {
      const name = drawn?.(feature.properties, feature.kind);
      if (name) (shapes[name] ??= []).push({ kind: feature.kind, parts: feature.parts, extent: layer.extent });
      names.push(...nameFeature(feature, layer, place));
    }
  }
  return { shapes, names };
}

function trace(context, { parts, extent }, { left, top, across }) {
  const unit = across / extent;
  for (const part of parts) {
    for (let i = 0; i < part.length; i += 2) {
      if (i) context.lineTo(part[i] * unit - left, part[i + 1] * unit - top);
      else context.moveTo(part[i] * unit - left, part[i + 1] * unit - top);
    }
  }
}

/**
 * Draws a tile, or the part of it that a deeper tile is. part: { left, top } of that part in the tile as it is drawn, and
 * how wide that is, `across`, in CSS pixels; `zoom` of the part. bare: whether land is what no feature says.
 */
function drawTile(context, { shapes }, { theme, zoom, part, bare }) {
  context.lineJoin = "round";
  context.lineCap = "round";
  if (bare) {
    context.fillStyle = colourOf("land", theme);
    context.fillRect(0, 0, TILE, TILE);
  }
  for (const [name, width = 0] of ORDER) {
    const here = shapes[name] ?? [];
    for (const areas of width ? [] : [here.filter(({ kind }) => kind === AREA)]) {
      context.fillStyle = colourOf(name, theme);
      context.beginPath();
      for (const area of areas) trace(context, area, part);
      context.fill(); // holes turn the other way
    }
    if (!width || !here.length) continue;
    context.strokeStyle = colourOf(name, theme);
    context.lineWidth = Math.max(WIDTHS[0], Math.min(WIDTHS[1], width * GROWTH ** (zoom - 10)));
    context.setLineDash(DASHES[name] ?? []);
    context.beginPath();
    for (const line of here) trace(context, line, part);
    context.stroke();
  }
  context.setLineDash([]);
}

module.exports = { TILE, drawTile, prepareTile };
