"use strict";
// Names with numbers on shaded areas: in the area, on one line or two, else beside all areas with a
// line to it, else left out; never on another area or another mark.

const { nameOf } = require("../map/name_of.js");
const { inFrame } = require("../map/base_map.js");
const { FONT } = require("../look/theme.js");
const { insideRings } = require("../map/rings.js");
const { boxesBeside, leaderEnd, lossOf } = require("./label_positions.js");

const LINE = 16; // CSS pixels
const ROOM = 6; // CSS pixels of width around words
const WORD_FONT = `600 12px ${FONT}`;
const LONGEST = 110; // CSS pixels of a line from words to their area
const ISOLATE = ["\u2068", "\u2069"]; // numbers go from left to right beside an Arabic name too, "5–19", and words their own way, "3 على الأقل"
const ACROSS = [0, -1, 1, -0.5, 0.5]; // of half a box: where it is tried to lie in an area
const cached = new WeakMap(); // by the positions of a map: where words stood, by area and layout

/** Points of a box, its middle and corners first. */
function* pointsOf({ left, right, top, bottom }) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  for (const down of ACROSS.slice(0, 3)) {
    for (const across of ACROSS) yield [x + (across * (right - left)) / 2, y + (down * (bottom - top)) / 2];
  }
}

function toUnits([x, y], { world, left, top }) {
  return [(x + left) / world, (y + top) / world];
}

function liesIn(box, { flats }, frame) {
  for (const point of pointsOf(box)) if (!insideRings(...toUnits(point, frame), flats)) return false;
  return true;
}

/** Whether a box touches any of some areas. */
function touches(box, areas, frame) {
  const [left, top] = toUnits([box.left, box.top], frame);
  const [right, bottom] = toUnits([box.right, box.bottom], frame);
  return areas.some((area) => {
    const { box: around, flats } = area;
    if (around.right < left || around.left > right || around.bottom < top || around.top > bottom) return false;
    for (const point of pointsOf(box)) if (insideRings(...toUnits(point, frame), flats)) return true;
    return false;
  });
}

function boxAround([x, y], { width, height }) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function isFree(box, boxes, { width, height }) {
  return box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height && lossOf(box, boxes, null) < 1;
}

/** A box of a size in the area and free, or null; found again at once while zoom and size stay. */
function findInside(area, size, frame, { boxes, store }) {
  const place = ([x, y]) => boxAround([x * frame.world - frame.left, y * frame.world - frame.top], size);
  const key = [area.code, frame.zoom, Math.ceil(size.width / 8), size.height].join();
  const before = store.get(key);
  if (before === null) return null; // it lies in the area nowhere
  if (before && isFree(place(before), boxes, frame)) return place(before);
  const wide = { width: Math.ceil(size.width / 8) * 8, height: size.height };
  let fits = false;
  for (const point of area.labelPoints) {
    const box = place(point);
    const lies = liesIn(boxAround([(box.left + box.right) / 2, (box.top + box.bottom) / 2], wide), area, frame);
    fits ||= lies;
    if (!lies || !isFree(box, boxes, frame)) continue;
    store.set(key, point);
    return box;
  }
  if (!fits) store.set(key, null);
  return null;
}

const middleOf = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];

/** Whether two lines, [[x, y], [x, y]] each, cross. */
function cross([a, b], [c, d]) {
  const side = ([x, y], [x1, y1], [x2, y2]) => Math.sign((x1 - x) * (y2 - y) - (y1 - y) * (x2 - x));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Whether the line of words beside an area can be followed: short, and across no other words or line. */
function isClear(box, placed) {
  const line = [middleOf(box), box.leader];
  if (Math.hypot(line[0][0] - line[1][0], line[0][1] - line[1][1]) > LONGEST + (box.right - box.left) / 2) return false;
  return placed.every((other) => {
    const { left, right, top, bottom, leader } = other;
    const diagonals = [[[left, top], [right, bottom]], [[right, top], [left, bottom]]];
    return !diagonals.some((diagonal) => cross(line, diagonal)) && !(leader && cross(line, [middleOf(other), leader]));
  });
}

/** A box beside all areas, nearest first, with the point of the area that a line goes to; or null. */
function findBeside(area, size, frame, { boxes, land, placed }) {
  const points = area.labelPoints.map(([x, y]) => [x * frame.world - frame.left, y * frame.world - frame.top]);
  const [x, y] = points[0];
  if (x < 0 || y < 0 || x > frame.width || y > frame.height) return null;
  for (const box of boxesBeside(area, size, frame)) {
    if (!isFree(box, boxes, frame) || touches(box, land, frame)) continue;
    const beside = { ...box, leader: leaderEnd(box, points, boxes) };
    if (isClear(beside, placed)) return beside;
  }
  return null;
}

/** Small areas choose first: a large one has room for its words elsewhere in it. */
function smallFirst(areas) {
  const sizeOf = ({ area: { box } }) => (box.right - box.left) * (box.bottom - box.top);
  return [...areas].sort((a, b) => sizeOf(a) - sizeOf(b));
}

/**
 * Places the words of shaded areas, { area, text, range }, `range` where a bar of `bar` CSS pixels { width,
 * height } stands under them: { placed, wordless }, those that found a place, each with its box, `lines` and `leader` (null in
 * the area), and how many in the frame did not. `land` are all areas, which words beside one keep clear of; `led` whether words may stand there at all.
 */
function placeAreaWords(context, areas, { frame, boxes, positions, land, language, led = true, bar }) {
  if (!cached.has(positions)) cached.set(positions, new Map());
  const store = cached.get(positions);
  if (store.size > 3000) store.clear();
  context.font = WORD_FONT;
  const placed = [];
  let wordless = 0;
  for (const shaded of smallFirst(areas)) {
    const { area, text, range } = shaded;
    if (!inFrame(area, frame)) continue;
    const [name, said] = [nameOf(area, language), ISOLATE.join(text)];
    const widthOf = (words) => Math.max(positions.measureIn(context, WORD_FONT, words) + ROOM, range ? bar.width : 0);
    const layouts = [[`${name} ${said}`], [name, said]].map((lines) => ({
      lines, width: Math.max(...lines.map(widthOf)), height: lines.length * LINE + (range ? bar.height : 0),
    }));
    let found = null;
    for (const { lines, ...size } of layouts) {
      const box = findInside(area, size, frame, { boxes, store });
      if (box) found = { ...shaded, ...box, lines, leader: null };
      if (found) break;
    }
    if (!found && led) {
      const { lines, ...size } = layouts[0];
      const beside = findBeside(area, size, frame, { boxes, land, placed });
      if (beside) found = { ...shaded, ...beside, lines };
    }
    if (!found) wordless++;
    if (!found) continue;
    boxes.push({ left: found.left, right: found.right, top: found.top, bottom: found.bottom });
    placed.push(found);
  }
  return { placed, wordless };
}

module.exports = { LINE, WORD_FONT, placeAreaWords };
