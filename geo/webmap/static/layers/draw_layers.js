"use strict";
// Own layers on the map: areas tinted and hatched, lines, points as squares. Each layer has a pattern of
// its own beside its colour, so that they are told apart without colours too.

const { inFrame, traceArea } = require("../map/base_map.js");
const { AREA, POINT, thereIn } = require("./layer.js");

const DASHES = [[], [7, 4], [2, 3], [10, 3, 2, 3], [5, 2], [12, 5]]; // CSS pixels, by the layer's number
const HATCHES = [1, -1]; // the way lines fall, by the layer's number
const SPACING = 9; // CSS pixels between lines of a hatch
const TINT = 0.16; // of the colour, over the ground
const SQUARE = 4; // CSS pixels from the middle of a point's mark to its side
const WORLD = { left: 0, top: -1, right: 1, bottom: 2 }; // areas are cut at 180 degrees: no outline of theirs
const LIGHTER = 0.45; // of white in a colour on a dark map

/** A layer's colour for a theme. */
function shadeFor(colour, { dark }) {
  if (!dark) return colour;
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(part + (255 - part) * LIGHTER)).join(", ")})`;
}

function hatch(context, item, frame, { colour, slope }) {
  context.save();
  traceArea(context, item, frame);
  context.clip("evenodd");
  context.globalAlpha = 0.45;
  context.beginPath();
  const turn = (frame.left + slope * frame.top) % SPACING; // lines stay with the land while it is dragged
  for (let at = -turn - frame.height; at < frame.width + frame.height; at += SPACING) {
    context.moveTo(at, slope > 0 ? 0 : frame.height);
    context.lineTo(at - frame.height, slope > 0 ? frame.height : 0);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

function drawArea(context, item, frame, style) {
  traceArea(context, item, frame);
  context.globalAlpha = TINT;
  context.fillStyle = style.colour;
  context.fill("evenodd");
  context.globalAlpha = 1;
  hatch(context, item, frame, style);
  traceArea(context, item, frame, WORLD);
  context.setLineDash(style.dash);
  context.lineWidth = 1.6;
  context.strokeStyle = style.colour;
  context.stroke();
}

function drawLine(context, { flats }, { world, left, top }, { colour, dash, halo }) {
  context.beginPath();
  for (const flat of flats) {
    for (let i = 0; i < flat.length; i += 2) {
      const [x, y] = [flat[i] * world - left, flat[i + 1] * world - top];
      if (i) context.lineTo(x, y);
      else context.moveTo(x, y);
    }
  }
  context.setLineDash([]);
  context.lineWidth = 4.5;
  context.strokeStyle = halo;
  context.stroke();
  context.setLineDash(dash);
  context.lineWidth = 2.2;
  context.strokeStyle = colour;
  context.stroke();
}

/** A point's mark: a square, which no strike is. */
function drawSquare(context, x, y, { colour, halo }) {
  context.fillStyle = colour;
  context.fillRect(x - SQUARE, y - SQUARE, 2 * SQUARE, 2 * SQUARE);
  context.setLineDash([]);
  context.lineWidth = 1.4;
  context.strokeStyle = halo;
  context.strokeRect(x - SQUARE, y - SQUARE, 2 * SQUARE, 2 * SQUARE);
}

function drawPoints(context, { flats }, { world, left, top }, style) {
  for (const flat of flats) {
    for (let i = 0; i < flat.length; i += 2) drawSquare(context, flat[i] * world - left, flat[i + 1] * world - top, style);
  }
}

/** How the layer of a number is drawn. */
function styleOf({ colour }, number, theme) {
  return {
    colour: shadeFor(colour, theme), dash: DASHES[number % DASHES.length], slope: HATCHES[number % HATCHES.length], halo: theme.halo,
  };
}

/** What a layer's features are, of which the legend shows one: 2 where it has areas, else 1 for lines, else 0. */
function kindOf({ drawn }) {
  return drawn.reduce((most, { kind }) => Math.max(most, kind), POINT);
}

/** Draws the layers that are switched on, the first one lowest: of each areas, lines, points. */
function drawLayers(context, layers, { frame, theme, range, hidden }) {
  context.lineJoin = "round";
  const near = { ...frame, left: frame.left - SQUARE, top: frame.top - SQUARE, width: frame.width + 2 * SQUARE, height: frame.height + 2 * SQUARE };
  layers.forEach((layer, number) => {
    if (hidden.has(number)) return;
    const [there, style] = [thereIn(layer, range), styleOf(layer, number, theme)];
    for (const [kind, draw] of [[AREA, drawArea], [1, drawLine], [POINT, drawPoints]]) {
      for (const item of layer.drawn) {
        if (item.kind === kind && there(item.feature) && inFrame(item, near)) draw(context, item, frame, style);
      }
    }
  });
  context.setLineDash([]);
}

/** The legend's sample of a layer, in a box of CSS pixels with its left middle at (x, y). */
function drawSample(context, [x, y], layer, { number, theme, width = 22 }) {
  const style = styleOf(layer, number, theme);
  const frame = { world: 1, left: 0, top: 0, width: x + width, height: y + 6 };
  const line = (corners) => ({ flats: [Float64Array.from(corners)] });
  const [right, top, bottom] = [x + width, y - 5, y + 5];
  context.save();
  const kind = kindOf(layer);
  if (kind === AREA) drawArea(context, line([x + 1, top, right - 1, top, right - 1, bottom, x + 1, bottom]), frame, style);
  else if (kind === POINT) drawSquare(context, x + width / 2, y, style);
  else drawLine(context, line([x, y, right, y]), frame, style);
  context.restore();
}

module.exports = { drawLayers, drawSample };
