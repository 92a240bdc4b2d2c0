"use strict";
// Names on the base map: laid out once for a view, drawn at every step where no mark stands.

const { labelCandidates } = require("./base_map.js");
const { layAll } = require("./laying.js");

const TOWN = 2; // CSS pixels; a mark so near a town's point lies on it
const BESIDE = 4; // CSS pixels between a mark and the name beside it
const HALO = 3; // CSS pixels; width of the line around letters
const SPRITE_WIDTH = 2048; // pixels of the screen

/** The names of a view, kept on the base map, or on the vector tiles in its place, until it changes. */
function layLabels(context, baseMap, frame, language) {
  const { zoom, left, top, width, height } = frame;
  const key = [zoom, left, top, width, height, language].join();
  if (baseMap.laid?.key !== key) {
    const labels = layAll(context, baseMap.candidates?.(frame, language) ?? labelCandidates(baseMap, frame, language), frame, language);
    context.letterSpacing = "0px";
    baseMap.laid = { key, labels };
  }
  return baseMap.laid;
}

function overlaps(box, other) {
  return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
}

/** Sets up a context for names; the style of each comes on top. */
function setStyle(context, theme) {
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = HALO;
  context.strokeStyle = theme.halo;
}

function colourOf({ faint, water }, theme) {
  if (water) return theme.waterLabel;
  return faint ? theme.faintLabel : theme.label;
}

function drawLabel(context, label, theme) {
  const { text, x, y, middle, font, spacing, dot } = label;
  [context.font, context.letterSpacing] = [font, spacing];
  context.strokeText(text, middle, y);
  context.fillStyle = colourOf(label, theme);
  context.fillText(text, middle, y);
  if (!dot) return;
  context.beginPath();
  context.arc(x, y, 2.5, 0, 2 * Math.PI);
  context.fillStyle = theme.town;
  context.fill();
}

/** The line from a name at sea to the coast of the land that it names. */
function drawLeader(context, [from, to], theme) {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.strokeStyle = theme.faintLabel;
  context.lineWidth = 1;
  context.stroke();
}

/** Gives every name a cell of a sprite in rows of SPRITE_WIDTH; returns the sprite's height. */
function cutCells(labels, scale) {
  let [x, y, tallest] = [0, 0, 0];
  for (const label of labels) {
    const { left, right, top, bottom } = label.box;
    const [width, height] = [right - left, bottom - top].map((length) => Math.ceil((length + 2 * HALO) * scale));
    if (x && x + width > SPRITE_WIDTH) [x, y, tallest] = [0, y + tallest, 0];
    label.cell = { x, y, width, height };
    x += width;
    tallest = Math.max(tallest, height);
  }
  return y + tallest;
}

/**
 * All names of a view drawn once, side by side: to copy a drawing is several times quicker than to
 * write a text, and a step writes dozens. Cells are in pixels of the screen, `scale` to a CSS pixel.
 */
function drawSprite(labels, theme, scale) {
  const sprite = document.createElement("canvas");
  sprite.height = Math.max(1, cutCells(labels, scale));
  sprite.width = Math.max(1, ...labels.map(({ cell }) => cell.x + cell.width));
  const context = sprite.getContext("2d");
  setStyle(context, theme);
  for (const label of labels) {
    const { cell, box } = label;
    context.setTransform(scale, 0, 0, scale, cell.x + (HALO - box.left) * scale, cell.y + (HALO - box.top) * scale);
    drawLabel(context, label, theme);
  }
  return sprite;
}

/** The sprite of a view's names, kept with them until theme or screen change. */
function spriteOf(laid, theme, scale) {
  if (laid.theme !== theme || laid.scale !== scale) {
    Object.assign(laid, { theme, scale, sprite: drawSprite(laid.labels, theme, scale) });
  }
  return laid.sprite;
}

function copyLabel(context, sprite, { box, cell }, scale) {
  const [left, top] = [box.left, box.top].map((edge) => Math.round((edge - HALO) * scale) / scale);
  context.drawImage(sprite, cell.x, cell.y, cell.width, cell.height, left, top, cell.width / scale, cell.height / scale);
}

/** The mark that stands on a town's point, so that its name would lie on it; undefined where none does. */
function markOn({ dot, x, y }, marks) {
  return dot ? marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) <= mark.radius + TOWN) : undefined;
}

/** A town's name beside the mark on its point, on the side where it was laid, else the other; null where neither is free. */
function nameBeside(label, mark, boxes, { width }) {
  const { words, middle, size } = label;
  const half = words.right - 2 - middle;
  for (const side of [label.side, -label.side]) {
    const at = mark.x + side * (mark.radius + BESIDE + half);
    const moved = { left: at - half - 2, right: at + half + 2, top: mark.y - size * 0.6, bottom: mark.y + size * 0.6 };
    if (moved.left < 0 || moved.right > width || boxes.some((other) => overlaps(moved, other))) continue;
    return { ...label, middle: at, y: mark.y, box: moved, dot: false };
  }
  return null;
}

/** Names of the towns that a mark stands on, one a mark: they come before all others. */
function nameStruck(labels, marks, boxes, frame) {
  const named = new Map();
  for (const label of labels) {
    const mark = markOn(label, marks);
    if (!mark || named.has(mark)) continue;
    const beside = nameBeside(label, mark, boxes, frame);
    if (!beside) continue;
    boxes.push(beside.box);
    named.set(mark, { label, beside });
  }
  return [...named.values()];
}

/**
 * Those of some names that touch no taken box, which take theirs; of two who claim a ground none is left alone:
 * where one has no room all names find theirs anew without those two.
 */
function takeRoom(labels, boxes) {
  const seen = [];
  const taken = [...boxes];
  const covered = new Set();
  for (const label of labels) {
    const place = (label.places ?? [label]).find(({ box }) => !taken.some((other) => overlaps(box, other)));
    if (!place && label.party) covered.add(label.party);
    if (!place) continue;
    taken.push(place.box);
    seen.push(label.places ? { ...place, party: label.party } : label);
  }
  if (covered.size) return takeRoom(labels.filter(({ party }) => !covered.has(party)), boxes);
  boxes.push(...seen.map(({ box }) => box));
  return seen;
}

/**
 * Draws the names that do not touch a taken box { left, top, right, bottom }, and takes theirs; `without` are
 * areas that have their names already, `marks` the circles { x, y, radius } that strikes have: a town under
 * one of them is named beside it, before all others.
 * With a `scale`, screen pixels to a CSS pixel, from a sprite for that screen; else as texts.
 * Returns those drawn.
 */
function drawLabels(context, baseMap, frame, { theme, boxes, language = "en", scale = null, without = null, marks = [] }) {
  const laid = layLabels(context, baseMap, frame, language);
  const struck = nameStruck(laid.labels, marks, boxes, frame);
  const moved = new Set(struck.map(({ label }) => label));
  const seen = takeRoom(laid.labels.filter((label) => !moved.has(label) && !without?.has(label.area)), boxes);
  for (const { leader } of seen) if (leader) drawLeader(context, leader, theme);
  const isCopied = ({ leader }) => scale && !leader; // the others are few: written as texts
  if (scale) {
    const sprite = spriteOf(laid, theme, scale);
    for (const label of seen.filter(isCopied)) copyLabel(context, sprite, label, scale);
  }
  setStyle(context, theme);
  const beside = struck.map((one) => one.beside);
  for (const label of [...beside, ...seen.filter((one) => !isCopied(one))]) drawLabel(context, label, theme);
  context.letterSpacing = "0px";
  return [...beside, ...seen];
}

module.exports = { drawLabels, nameStruck, takeRoom };
