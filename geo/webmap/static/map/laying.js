"use strict";
// Where names lie in a view: each on ground that is its own, beside what others claim, or at sea with a line to its coast.

const { FONT } = require("../look/theme.js");
const { RIGHT_TO_LEFT } = require("./name_of.js");
const { holds } = require("./rings.js");

const FROM_POINT = 7; // CSS pixels between a town's point and its name
const OFF_COAST = [44, 100, 24]; // CSS pixels between a coast and a name at sea
const PLACES = 4; // that are kept of each distance
const COASTS = 40; // points of an outline that are tried
const TOWNS_APART = 8; // the zoom from which a town's name that has no side of its own ground is not written
const SHARES = Array.from({ length: 13 }, (_, i) => i / 12); // of a name's width; narrower ground may lie between two

function toUnitOf(frame) {
  return (x, y) => [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
}

/** Points along the upper and lower edge of a box of a frame, in unit web mercator. */
function edgePoints({ left, right, top, bottom }, frame) {
  const unit = toUnitOf(frame);
  return SHARES.flatMap((share) => [top, bottom].map((y) => unit(left + share * (right - left), y)));
}

function edgesOn(box, area, frame) {
  return edgePoints(box, frame).map(([x, y]) => holds(area, x, y));
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

/** The name of an area at the first of its points where it reaches onto no contested ground beside it; null for none. */
function layBeside(context, label, frame, language) {
  for (const point of [label.point, ...(label.others?.() ?? [])]) {
    const laid = layLabel(context, { ...label, point }, frame, language);
    if (laid && !label.beside.some((ground) => edgesOn(laid.box, ground, frame).some(Boolean))) return laid;
  }
  return null;
}

/** Points of the outlines of areas in a frame, in its CSS pixels. */
function coastsOf(areas, { world, left, top }) {
  return areas.flatMap(({ flats }) => flats.flatMap((flat) => {
    const every = 2 * Math.ceil(flat.length / 2 / COASTS);
    return Array.from({ length: Math.ceil(flat.length / every) }, (_, i) => [flat[i * every] * world - left, flat[i * every + 1] * world - top]);
  }));
}

/** A name at sea `gap` pixels off a point of a coast, left (-1) or right of it; null where that is no sea or out of view. */
function layOff(context, label, [x, y], { gap, side, frame, language }) {
  const unit = toUnitOf(frame);
  const isSea = (across) => !label.isLand(...unit(across, y));
  if (!isSea(x + side * 3) || !isSea(x + (side * gap) / 2)) return null;
  const laid = layLabel(context, { ...label, point: unit(x + side * (gap - FROM_POINT), y), dot: true, side }, frame, language);
  const box = laid && { ...laid.box, ...laid.words };
  if (!laid || !edgePoints(box, frame).every((point) => !label.isLand(...point))) return null;
  return { ...laid, box, dot: false, leader: [[x + side * (gap - 4), y], [x, y]] };
}

/**
 * A country's name at sea off the contested ground that it has, with `leader`, a line to its coast; null where there is no
 * room. `places` are all that were found, of which one is drawn that nothing covers.
 */
function layAtSea(context, label, frame, language) {
  const coasts = coastsOf(label.grounds, frame);
  const places = OFF_COAST.flatMap((gap) => {
    const found = [-1, 1].flatMap((side) => coasts.map((point) => layOff(context, label, point, { gap, side, frame, language }))).filter(Boolean);
    const every = Math.ceil(found.length / PLACES);
    return found.filter((_, i) => i % every === 0);
  });
  return places.length ? { ...places[0], places } : null;
}

/** Whether a town's name stays with the town: off contested ground that the town is not on, and from that onto no other land. */
function staysWithTown(label, laid, frame) {
  const points = edgePoints({ ...laid.box, ...laid.words }, frame);
  return label.grounds.every((ground) => {
    if (!holds(ground, ...label.point)) return !points.some(([x, y]) => holds(ground, x, y));
    return points.every(([x, y]) => holds(ground, x, y) || !label.isLand(x, y));
  });
}

/** A town's name right of its point, or left where it would run onto another's ground; where both do it is not written once there is room. */
function layTown(context, label, frame, language) {
  const sides = [1, -1].map((side) => layLabel(context, { ...label, side }, frame, language));
  const kept = sides.find((laid) => laid && staysWithTown(label, laid, frame));
  return kept ?? (frame.zoom < TOWNS_APART ? sides[0] : null);
}

/** How a name is laid, by the contested ground that it is on or beside. */
function layOne(context, label, frame, language) {
  if (label.within) return layWithin(context, label, frame, language) ?? (label.grounds ? layAtSea(context, label, frame, language) : null);
  if (label.dot && label.grounds?.length) return layTown(context, label, frame, language);
  return (label.beside ? layBeside : layLabel)(context, label, frame, language);
}

/**
 * Names of a frame in their places. Where a country's name has no room on its contested ground, nor at sea beside it,
 * those whom the ground's own name says have none either: neither of two is written alone over what both claim.
 * The names of such two say the ground in `party`.
 */
function layAll(context, candidates, frame, language) {
  const laid = candidates.map((label) => layOne(context, label, frame, language));
  const countries = candidates.filter(({ within, area }) => within && within !== area);
  const partyOf = ({ dot, area, within }) => {
    if (dot || !area || within === area) return null;
    const claimed = ({ within: { name } }) => name.includes(area.name) && headOf(name) !== area.name;
    return (within ?? countries.find(claimed)?.within)?.name ?? null;
  };
  const parties = candidates.map(partyOf);
  const without = new Set(parties.filter((party, i) => party && !laid[i]));
  return laid.map((label, i) => label && { ...label, party: parties[i] }).filter((label) => label && !without.has(label.party));
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
  const side = label.side ?? 1;
  const middle = label.dot ? x + side * (FROM_POINT + half) : x;
  const words = { left: middle - half - 2, right: middle + half + 2 };
  const box = { ...words, top: y - label.size * 0.6, bottom: y + label.size * 0.6 };
  if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) return null;
  if (label.dot && side > 0) box.left = x - 4;
  if (label.dot && side < 0) box.right = x + 4;
  return { text, x, y, middle, box, words, side, size: label.size, area: label.area, ...style, dot: label.dot, faint: Boolean(label.spread), water: Boolean(label.water) };
}

module.exports = { layAll };
