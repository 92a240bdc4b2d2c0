"use strict";
// Where words about an area stand: in it, or beside it with a line, and on no other mark.
// Badges and the numbers of a map of shaded areas find their positions in the same way.

const { FONT } = require("../look/theme.js");

const HEIGHT = 22; // CSS pixels
const SLACK = 40; // square pixels that a badge may come to cover before it moves: two of its height
const GAPS = [12, 26, 42, 60, 80]; // CSS pixels from an area's middle to what stands beside it
const TEXT_ROOM = 32; // CSS pixels of a badge's width that are not its text
const BADGE_FONT = `600 12px ${FONT}`;

/** size: { width, height } in CSS pixels. */
function badgeBox(x, y, { width, height }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(box, other) {
  const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  if (across <= 0) return 0;
  const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return down > 0 ? across * down : 0;
}

/** A point of unit web mercator in a frame, in CSS pixels from its corner. */
function place([x, y], frame) {
  return [x * frame.world - frame.left, y * frame.world - frame.top];
}

/** How far a box is from a point; 0 inside. */
function distanceTo({ left, right, top, bottom }, [x, y]) {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

/** What a badge would hide or lose, in square pixels: other marks, and what a frame cuts off. */
function lossOf(box, boxes, edge) {
  let loss = edge ? (box.right - box.left) * (box.bottom - box.top) - overlap(box, edge) : 0;
  for (const other of boxes) loss += overlap(box, other);
  return loss;
}

/** The frame as a box, where some of a badge on its area would be in it, which it must not cut; any other may stand outside. */
function edgeAround(area, size, { width, height, ...frame }) {
  const edge = { left: 0, top: 0, right: width, bottom: height };
  const isSeen = (point) => overlap(badgeBox(...place(point, frame), size), edge) > 0;
  return isSeen(area.labelPoint) || area.labelPoints.some(isSeen) ? edge : null;
}

const clamp = (value, most) => Math.max(0, Math.min(most, value));

/** Boxes around an area, as near to its edge as a badge can stand without lying on its middle; with an `edge` around what is nearest of that to the frame. */
function* boxesBeside(area, size, frame, edge = null) {
  const middle = place(area.labelPoint, frame);
  const [x, y] = edge ? [clamp(middle[0], edge.right), clamp(middle[1], edge.bottom)] : middle;
  for (const gap of GAPS) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn / 16) * 2 * Math.PI;
      yield badgeBox(x + Math.cos(angle) * (gap + size.width / 2), y + Math.sin(angle) * (gap + size.height), size);
    }
  }
}

/** The point of an area that a line from a badge goes to: near it, and on no other mark. */
function leaderEnd(box, points, boxes) {
  const free = points.filter(([x, y]) => !boxes.some((other) =>
    x > other.left && x < other.right && y > other.top && y < other.bottom));
  const [first, ...rest] = free.length ? free : points;
  const nearest = (best, point) => (distanceTo(box, point) < distanceTo(box, best) ? point : best);
  return rest.reduce(nearest, first);
}

/**
 * Where a badge covers nothing: in the area, the middle first, else beside it, nearest first, with
 * a line to it; where all is full, where it covers least. `loss` is what it covers there.
 */
function bestPosition(area, size, frame, boxes) {
  const edge = edgeAround(area, size, frame);
  for (const point of area.labelPoints) {
    const box = badgeBox(...place(point, frame), size);
    const loss = lossOf(box, boxes, edge);
    if (loss < 1) return { ...box, leader: null, loss };
  }
  const points = area.labelPoints.map((point) => place(point, frame));
  let [best, least] = [null, [Infinity, Infinity]];
  for (const box of boxesBeside(area, size, frame, edge)) {
    const loss = Math.floor(lossOf(box, boxes, edge));
    if (loss > least[0]) continue;
    const away = points.reduce((shortest, point) => Math.min(shortest, distanceTo(box, point)), Infinity);
    if (loss < least[0] || away < least[1]) [best, least] = [box, [loss, away]];
  }
  return { ...best, leader: leaderEnd(best, points, boxes), loss: least[0] };
}

/**
 * The badge's position of the step before, while the view is the same and it covers no more there than
 * it did: a badge that stays is easier to follow, and a search at every step is slow.
 */
function keptPosition(kept, size, { view, boxes, edge }) {
  if (kept?.view !== view) return null;
  const middle = (kept.left + kept.right) / 2;
  const box = badgeBox(middle, (kept.top + kept.bottom) / 2, size);
  return lossOf(box, boxes, edge) <= Math.max(SLACK, kept.loss) ? { ...kept, ...box } : null;
}

/** Where badges stood, and how wide their words are. */
class LabelPositions {
  constructor() {
    this.byCode = new Map();
    this.widths = new Map();
  }

  /** Width of a badge with some words; each part is measured once, numbers for all names. */
  widthOf(context, ...parts) {
    return parts.reduce((sum, part) => sum + this.measure(context, part), TEXT_ROOM);
  }

  measure(context, text) {
    return this.measureIn(context, BADGE_FONT, text);
  }

  measureIn(context, font, text) {
    const key = `${font} ${text}`;
    if (!this.widths.has(key)) {
      if (this.widths.size > 5000) this.widths.clear();
      context.font = font;
      this.widths.set(key, context.measureText(text).width);
    }
    return this.widths.get(key);
  }

  /** A position of that size; `name` tells apart what else stands on the same area. */
  find(area, { width, height = HEIGHT, name = "" }, frame, boxes) {
    const key = name + area.code;
    const view = [frame.zoom, frame.left, frame.top, frame.width, frame.height].join();
    const size = { width, height };
    const edge = edgeAround(area, size, frame);
    const position = keptPosition(this.byCode.get(key), size, { view, boxes, edge }) ?? bestPosition(area, size, frame, boxes);
    this.byCode.set(key, { ...position, view });
    return position;
  }
}

module.exports = { BADGE_FONT, HEIGHT, LabelPositions, badgeBox, boxesBeside, leaderEnd, lossOf };
