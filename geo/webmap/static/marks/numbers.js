"use strict";
// The numbers of circles: inside where there is room, else at the side that is clearest.

const { FONT } = require("../look/theme.js");

const SMALL = `600 11px ${FONT}`; // of numbers that are wide for their circle, or beside it
const USUAL = `600 12px ${FONT}`;
const DIGIT = 6.6; // CSS pixels: a figure of the small font
const HEIGHT = 12; // CSS pixels: a line of it
const BESIDE = 3; // CSS pixels between a circle and its number
const RANGE = 4; // CSS pixels more around a circle with the arc of its toll
const INSIDE = [0, 9, 10, 13, 16, 20]; // CSS pixels: the least radius with room for so many letters
const NEAR = 128; // CSS pixels: no circle farther off, nor its number, meets a number
const HALO = 3; // CSS pixels; half of it shows around a number that stands on the map

function isRoomy({ radius, text }) {
  return radius >= (INSIDE[text.length] ?? INSIDE.at(-1) + 4 * (text.length - INSIDE.length + 1));
}

/** Whether a number is told: a dot without one is one strike, or one person; nobody and "not reported" are said beside it. */
function isNumbered({ plain, weight }) {
  return !plain || weight < 1;
}

/** Where a number of a width may stand, the likeliest first: { left, right, top, bottom }. */
function sidesOf({ x, y, radius, range }, width) {
  const away = radius + BESIDE + (range ? RANGE : 0);
  const box = (left, top) => ({ left, right: left + width, top, bottom: top + HEIGHT });
  return [
    box(x + away, y - HEIGHT / 2), box(x - away - width, y - HEIGHT / 2),
    box(x - width / 2, y + away - 1), box(x - width / 2, y - away + 1 - HEIGHT),
  ];
}

/** Square pixels that two boxes share. */
function overlap(one, other) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
}

function boxOf({ x, y, radius }) {
  return { left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1 };
}

/** What of a box lies beyond a frame, in square pixels. */
function lost(box, { width, height }) {
  return (box.right - box.left) * HEIGHT - overlap(box, { left: 0, right: width, top: 0, bottom: height });
}

/** Circles by squares of NEAR pixels: a function that calls see(other) for all in the nine squares around one. */
function nearness(clusters) {
  const squares = new Map();
  const keyOf = (across, down) => across * 1e4 + down;
  const squareOf = (at) => Math.floor(at / NEAR);
  for (const cluster of clusters) {
    const key = keyOf(squareOf(cluster.x), squareOf(cluster.y));
    if (squares.has(key)) squares.get(key).push(cluster);
    else squares.set(key, [cluster]);
  }
  return (cluster, see) => {
    const [across, down] = [squareOf(cluster.x), squareOf(cluster.y)];
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) squares.get(keyOf(across + i, down + j))?.forEach(see);
    }
  };
}

/** The side of a circle where its number covers least of the frame's edge, of others and of their numbers. */
function clearestSide(cluster, eachNear, frame) {
  const sides = sidesOf(cluster, cluster.text.length * DIGIT + 2);
  const losses = sides.map((side) => lost(side, frame));
  eachNear(cluster, (other) => {
    if (other === cluster) return;
    const box = boxOf(other);
    for (let i = 0; i < sides.length; i++) {
      losses[i] += overlap(sides[i], box) + (other.numberBox ? overlap(sides[i], other.numberBox) : 0);
    }
  });
  return sides[losses.indexOf(Math.min(...losses))];
}

/** Gives each circle whose number has no room inside the box beside it, as `numberBox`. */
function placeNumbers(clusters, frame) {
  for (const cluster of clusters) cluster.numberBox = null;
  const beside = clusters.filter((cluster) => isNumbered(cluster) && !isRoomy(cluster));
  if (!beside.length) return;
  const eachNear = nearness(clusters);
  for (const cluster of beside) cluster.numberBox = clearestSide(cluster, eachNear, frame);
}

/** To change a font costs as much as forty numbers: all but those too wide for their circle have one. */
function drawNumbers(context, clusters, theme) {
  const isWide = ({ radius, text }) => text.length > 4 || (text.length > 2 && radius < 18);
  const [beside, inside] = [clusters.filter(({ numberBox }) => numberBox), clusters.filter(({ numberBox }) => !numberBox)];
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = theme.discText;
  for (const [font, those] of [[USUAL, inside.filter((cluster) => !isWide(cluster))], [SMALL, inside.filter(isWide)]]) {
    if (those.length) context.font = font;
    for (const { text, x, y } of those) context.fillText(text, x, y + 0.5);
  }
  if (beside.length) drawBeside(context, beside, theme);
}

function drawBeside(context, clusters, theme) {
  Object.assign(context, { font: SMALL, strokeStyle: theme.halo, lineWidth: HALO, lineJoin: "round", fillStyle: theme.text });
  const middle = ({ left, right, top }) => [(left + right) / 2, top + HEIGHT / 2 + 0.5];
  for (const { text, numberBox } of clusters) context.strokeText(text, ...middle(numberBox));
  for (const { text, numberBox } of clusters) context.fillText(text, ...middle(numberBox));
}

module.exports = { boxOf, drawNumbers, isNumbered, placeNumbers };
