"use strict";
// The detailed ground: hill shading, rivers and lakes under borders and strikes, and their names.

const { boundsOf, toUnit } = require("../data/mercator.js");
const { RIGHT_TO_LEFT, nameOf } = require("./name_of.js");

const PARTS_OF_DEGREE = 1000; // of geo/land/ground/waters.py: a step is about 110 m
const TILES_ACROSS = 32; // of geo/land/ground/relief.py: the world in web mercator
const TILE_PIXELS = 256;
const NEUTRAL = 128; // of 255: neither light nor shade
const LAST_ZOOM = 11; // lines are true to about 1 km, 20 pixels here: nearer they would lie
const RELIEF_FADES = [7.5, 9.5]; // zoom: whole up to the first, where a pixel of it is 6 across; gone from the second
// By rank, 1 first: the zoom from which a water is drawn, and from which it is named.
const FIRST_ZOOM = { river: [3, 5, 6, 7], lake: [3, 5, 6, 7.5] };
const POLE = 85.06; // degrees of latitude at which the square of web mercator ends
const NAMED_LATER = 1; // zoom steps
const WIDTHS = [1.6, 1.3, 1, 0.8]; // CSS pixels at zoom 7, by rank

/** Lines from their corners' steps, so many a degree, each flat in unit web mercator; `parts` has their lengths. */
function unpackParts(parts, x, y, perDegree = PARTS_OF_DEGREE) {
  let [at, lon, lat] = [0, 0, 0];
  return parts.map((corners) => {
    const flat = new Float64Array(corners * 2);
    for (let i = 0; i < corners; i++, at++) {
      [lon, lat] = [lon + x[at], lat + y[at]];
      flat.set(toUnit(lon / perDegree, Math.max(-POLE, Math.min(POLE, lat / perDegree))), i * 2);
    }
    return flat;
  });
}

/** Waters of geo/land/ground/waters.py, equally long columns, in unit web mercator. */
function prepareWaters({ rank = [], name, name_ar: arabic, name_local: local, parts, x, y }, kind) {
  return rank.map((of, i) => {
    const flats = unpackParts(parts[i], x[i], y[i]);
    const names = { name: name[i], name_ar: arabic[i], name_local: local[i] };
    return { kind, rank: of, ...names, flats, box: boundsOf(flats) };
  });
}

/** The ground of geo/land/ground/lay.py, without its pictures: { rivers, lakes, relief: null, credit }. */
function prepareGround(ground) {
  return {
    rivers: prepareWaters(ground.rivers, "river"),
    lakes: prepareWaters(ground.lakes, "lake"),
    relief: null,
    credit: ground.credit,
  };
}

async function openTile({ x, y, image }) {
  const picture = new Image();
  picture.src = `data:image/webp;base64,${image}`;
  await picture.decode();
  return { x, y, picture };
}

/** Grey to light and shade that can lie over any colour: white above the middle, black below it. */
function turnToShade(context, { width, height }) {
  const image = context.getImageData(0, 0, width, height);
  const pixels = new Uint32Array(image.data.buffer); // least byte first: alpha, blue, green, red
  for (let i = 0; i < pixels.length; i++) {
    const grey = (pixels[i] & 255) - NEUTRAL;
    pixels[i] = grey < 0 ? (-2 * grey - 1) << 24 : ((2 * grey) << 24) | 0xffffff;
  }
  context.putImageData(image, 0, 0);
}

/** One canvas of all tiles of hill shading with its box; null without any. */
async function openRelief(tiles) {
  if (!tiles?.length) return null;
  const opened = await Promise.all(tiles.map(openTile));
  const [columns, rows] = [opened.map(({ x }) => x), opened.map(({ y }) => y)];
  const [left, top] = [Math.min(...columns), Math.min(...rows)];
  const canvas = document.createElement("canvas");
  canvas.width = (Math.max(...columns) + 1 - left) * TILE_PIXELS;
  canvas.height = (Math.max(...rows) + 1 - top) * TILE_PIXELS;
  const context = canvas.getContext("2d");
  context.fillStyle = `rgb(${NEUTRAL}, ${NEUTRAL}, ${NEUTRAL})`;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const { x, y, picture } of opened) {
    context.drawImage(picture, (x - left) * TILE_PIXELS, (y - top) * TILE_PIXELS);
  }
  turnToShade(context, canvas);
  return { canvas, left: left / TILES_ACROSS, top: top / TILES_ACROSS };
}

/** Promises the ground with its hill shading; without a picture that opens, waters alone. */
async function openGround(ground) {
  if (!ground) return null;
  const relief = await openRelief(ground.relief).catch(() => null);
  return { ...prepareGround(ground), relief };
}

function inView({ box }, { world, left, top, width, height }) {
  return (
    box.right * world > left && box.left * world < left + width &&
    box.bottom * world > top && box.top * world < top + height
  );
}

function drawRelief(context, { canvas, left, top }, frame, theme) {
  const [whole, gone] = RELIEF_FADES;
  const strength = Math.min(1, (gone - frame.zoom) / (gone - whole)) * theme.relief;
  if (strength <= 0) return;
  const pixel = frame.world / (TILES_ACROSS * TILE_PIXELS); // CSS pixels to one of the canvas
  context.save();
  context.globalAlpha = strength;
  context.imageSmoothingQuality = "high"; // cubic: what is usual leaves a grid of steps
  context.drawImage(
    canvas, left * frame.world - frame.left, top * frame.world - frame.top, canvas.width * pixel, canvas.height * pixel,
  );
  context.restore();
}

function trace(context, { flats }, { world, left, top }) {
  for (const flat of flats) {
    for (let i = 0; i < flat.length; i += 2) {
      const [x, y] = [flat[i] * world - left, flat[i + 1] * world - top];
      if (i) context.lineTo(x, y);
      else context.moveTo(x, y);
    }
  }
}

const seen = (waters, frame, later = 0) =>
  waters.filter((water) => frame.zoom >= FIRST_ZOOM[water.kind][water.rank - 1] + later && inView(water, frame));

/** Draws hill shading, rivers and lakes; `ground` as openGround has it. */
function drawGround(context, ground, frame, theme) {
  if (ground.relief) drawRelief(context, ground.relief, frame, theme);
  if (frame.zoom > LAST_ZOOM) return;
  const growth = 1 + Math.max(0, frame.zoom - 7) * 0.25;
  context.strokeStyle = theme.river;
  for (const river of seen(ground.rivers, frame)) {
    context.beginPath();
    trace(context, river, frame);
    context.lineWidth = WIDTHS[river.rank - 1] * growth;
    context.stroke();
  }
  context.fillStyle = theme.sea;
  context.lineWidth = 0.7;
  for (const lake of seen(ground.lakes, frame)) {
    context.beginPath();
    trace(context, lake, frame);
    context.fill("evenodd");
    context.stroke();
  }
}

/** The corner of a line nearest to the middle of a frame, far enough from its sides to be named; null without. */
function middlePoint({ flats }, { world, left, top, width, height }) {
  let [nearest, point] = [Infinity, null];
  for (const flat of flats) {
    for (let i = 0; i < flat.length; i += 2) {
      const across = (flat[i] * world - left) / width - 0.5;
      const down = (flat[i + 1] * world - top) / height - 0.5;
      const distance = across * across + down * down;
      if (distance < nearest && Math.abs(across) < 0.45 && Math.abs(down) < 0.45) {
        [nearest, point] = [distance, [flat[i], flat[i + 1]]];
      }
    }
  }
  return point;
}

function labelOf(water, frame, language) {
  const { left, top, right, bottom } = water.box;
  const point = water.kind === "lake" ? [(left + right) / 2, (top + bottom) / 2] : middlePoint(water, frame);
  const text = nameOf(water, language);
  return { text, point, size: 11, weight: 400, style: RIGHT_TO_LEFT.test(text) ? "" : "italic", water: true };
}

/** Names of the waters in a frame, as labels.js takes them, the most important first, each once. */
function groundLabels(ground, frame, language) {
  if (!ground || frame.zoom > LAST_ZOOM) return [];
  const waters = [...seen(ground.lakes, frame, NAMED_LATER), ...seen(ground.rivers, frame, NAMED_LATER)];
  const named = new Map();
  for (const water of waters) {
    if (!water.name || named.has(water.name)) continue;
    const label = labelOf(water, frame, language);
    if (label.point) named.set(water.name, label);
  }
  return [...named.values()];
}

module.exports = { drawGround, groundLabels, openGround, prepareGround, unpackParts };
