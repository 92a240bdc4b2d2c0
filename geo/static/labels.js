"use strict";
// Names on the ground: laid out once for a view, drawn at every step where no mark stands.

const { labelCandidates } = require("./basemap.js");
const { FONT } = require("./theme.js");

/** A name's place in a frame, with the box it needs; null where it would be cut off. */
function layLabel(context, label, frame, language) {
  const { world, left, top, width, height } = frame;
  const [x, y] = [label.seat[0] * world - left, label.seat[1] * world - top];
  if (label.dot && (x < 0 || y < 0 || x > width || y > height)) return null;
  const spaced = label.spread && language !== "ar"; // Arabic letters join
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
  return { text, x, y, middle, box, ...style, dot: label.dot, faint: Boolean(label.spread) };
}

/** The names of a view, kept on the base map until it changes. */
function layLabels(context, baseMap, frame, language) {
  const { zoom, left, top, width, height } = frame;
  const key = [zoom, left, top, width, height, language].join();
  if (baseMap.laid?.key !== key) {
    const labels = labelCandidates(baseMap, frame, language)
      .map((label) => layLabel(context, label, frame, language)).filter(Boolean);
    context.letterSpacing = "0px";
    baseMap.laid = { key, labels };
  }
  return baseMap.laid.labels;
}

function overlaps(box, other) {
  return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
}

function drawLabel(context, { text, x, y, middle, dot, faint }, theme) {
  context.strokeText(text, middle, y);
  context.fillStyle = faint ? theme.faintLabel : theme.label;
  context.fillText(text, middle, y);
  if (!dot) return;
  context.beginPath();
  context.arc(x, y, 2.5, 0, 2 * Math.PI);
  context.fillStyle = theme.town;
  context.fill();
}

/** Draws the names that do not touch a taken box { left, top, right, bottom }, and takes theirs. */
function drawLabels(context, baseMap, frame, { theme, boxes, language = "en" }) {
  const labels = layLabels(context, baseMap, frame, language);
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.strokeStyle = theme.halo;
  let style = null;
  for (const label of labels) {
    if (boxes.some((other) => overlaps(label.box, other))) continue;
    if (style?.font !== label.font) context.font = label.font;
    if (style?.spacing !== label.spacing) context.letterSpacing = label.spacing;
    style = label;
    drawLabel(context, label, theme);
    boxes.push(label.box);
  }
  context.letterSpacing = "0px";
}

module.exports = { drawLabels };
