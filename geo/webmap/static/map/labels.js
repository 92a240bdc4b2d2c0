"use strict";
// Names on the base map: laid out once for a view, drawn at every step where no mark stands.

const { FONT } = require("../look/theme.js");
const { insideRings, labelCandidates } = require("./base_map.js");
const { RIGHT_TO_LEFT } = require("./name_of.js");

const TOWN = 2; // CSS pixels; a mark so near a town's point lies on it
const BESIDE = 4; // CSS pixels between a mark and the name beside it
const HALO = 3; // CSS pixels; width of the line around letters
const SPRITE_WIDTH = 2048; // pixels of the screen

/** Whether each of some points along the upper and lower edge of a box of a frame lies on an area: ten booleans. */
function edgesOn({ left, right, top, bottom }, { flats }, frame) {
  const unit = (x, y) => [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  return [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [top, bottom].map((y) => insideRings(...unit(left + share * (right - left), y), flats)));
}

/** "Golan, occupied by Israel": what stands before the comma or the colon; the legend says the rest. */
const headOf = (text) => text.split(/[,:،]/)[0];

/** A name on contested ground: whole where that has room for it, else its head, else not at all. */
function layWithin(context, label, frame, language) {
  for (const text of new Set([label.text, headOf(label.text)])) {
    const laid = layLabel(context, { ...label, text }, frame, language);
    if (laid && edgesOn(laid.box, label.within, frame).every(Boolean)) return laid;
  }
  return null;
}

/** The name of an area that reaches onto no contested ground beside it; null for one that does. */
function layBeside(context, label, frame, language) {
  const laid = layLabel(context, label, frame, language);
  return laid && label.beside.some((ground) => edgesOn(laid.box, ground, frame).some(Boolean)) ? null : laid;
}

/** How a name is laid, by the contested ground that it is on or beside. */
function layOne(context, label, frame, language) {
  if (label.within) return layWithin(context, label, frame, language);
  return (label.beside ? layBeside : layLabel)(context, label, frame, language);
}

/**
 * Names of a frame in their places. Where a country's name has no room on its contested ground, those whom the ground's
 * own name says beside it have none either: neither of two is written alone over what both claim.
 */
function layAll(context, candidates, frame, language) {
  const laid = candidates.map((label) => layOne(context, label, frame, language));
  const without = candidates.filter(({ within, area }, i) => within && within !== area && !laid[i]).map(({ within }) => within.name);
  const isBeside = (own) => without.some((name) => name.includes(own) && headOf(name) !== own);
  const isRival = (i) => !candidates[i].dot && candidates[i].area && isBeside(candidates[i].area.name);
  return laid.filter((label, i) => label && !isRival(i));
}

/** A name's place in a frame, with the box it needs; null where it would be cut off. */
function layLabel(context, label, frame, language) {
  const { world, left, top, width, height } = frame;
  const [x, y] = [label.point[0] * world - left, label.point[1] * world - top];
  if (label.dot && (x < 0 || y < 0 || x > width || y > height)) return null;
  const spaced = label.spread && language !== "ar" && !RIGHT_TO_LEFT.test(label.text);
  const text = spaced ? label.text.toUpperCase() : label.text;
  const style = { font: `${label.style ?? ""} ${label.weight} ${label.size}px ${FONT}`.trim(), spacing: spaced ? "1px" : "0px" };
  [context.font, context.letterSpacing] = [style.font, style.spacing];
  const half = context.measureText(text).width / 2;
  const middle = label.dot ? x + 7 + half : x;
  const box = {
    left: middle - half - 2, right: middle + half + 2, top: y - label.size * 0.6, bottom: y + label.size * 0.6,
  };
  if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return null;
  if (label.dot) box.left = x - 4;
  return { text, x, y, middle, box, size: label.size, area: label.area, ...style, dot: label.dot, faint: Boolean(label.spread), water: Boolean(label.water) };
}

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

/** A town's name beside the mark on its point, right of it, else left; null where neither is free. */
function nameBeside(label, mark, boxes, { width }) {
  const { box, middle, size } = label;
  const half = box.right - 2 - middle;
  for (const side of [1, -1]) {
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
  const seen = [];
  for (const label of laid.labels) {
    if (moved.has(label) || without?.has(label.area) || boxes.some((other) => overlaps(label.box, other))) continue;
    boxes.push(label.box);
    seen.push(label);
  }
  if (scale) {
    const sprite = spriteOf(laid, theme, scale);
    for (const label of seen) copyLabel(context, sprite, label, scale);
  }
  setStyle(context, theme);
  const beside = struck.map((one) => one.beside); // few: written as texts
  for (const label of scale ? beside : [...beside, ...seen]) drawLabel(context, label, theme);
  context.letterSpacing = "0px";
  return [...beside, ...seen];
}

module.exports = { drawLabels, layAll, nameStruck };
