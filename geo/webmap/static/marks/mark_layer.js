"use strict";
// The mark layer, all that stands on the base layer: drawn in order, so that nothing covers a mark, and found by a point.

const { drawLabels } = require("../map/labels.js");
const { drawBadges, edgeBadge, placeBadges } = require("./badges.js");
const { boxesOf, drawUncertainty, hitMark } = require("./circles.js");
const { placeCountryBadge, titleEnd } = require("./country_badge.js");
const { drawRing } = require("./read_ring.js");

/** The badges of areas, where the mode has them, and the one at the edge of what it could not place. */
function badgesOf(context, { marks, boxes, frame }, { strikes, baseMap, modes, labelPositions: positions }) {
  const around = { frame, boxes, positions };
  const { mode, beyond } = marks;
  const badges = mode.areaBadges ? placeBadges(context, { ...marks, ...around, strikes, baseMap, language: modes.labels }) : [];
  return beyond ? [...badges, edgeBadge(context, beyond, around)] : badges;
}

/** The chosen strike at its true point, where it is located, in the window and no mark is its own; else null. */
function placeChosen({ rows: { from, to }, clusters }, { strikes, selected: row }, { world, left, top }) {
  const { columns, groups, rows, statuses, worldBits } = strikes;
  if (row === null || row >= rows - groups.undated || statuses[columns.status[row]] !== "located") return null;
  if (columns.day_start[row] > to || columns.day_end[row] < from) return null;
  if (clusters.some((cluster) => cluster.row === row)) return null;
  const scale = world / 2 ** worldBits;
  return { x: columns.x[row] * scale - left, y: columns.y[row] * scale - top, row, selected: true };
}

/** A map's controller as it is where no tiles lie under the marks: the map's own ground and names are drawn. */
function withoutTiles(host) {
  return Object.create(host, { tiles: { value: {} } });
}

/** Draws a frame's marks; `host` is the map's controller, `scale` that of a screen, null for a picture. */
function drawMarkLayer(context, frame, marks, { host, scale = null }) {
  const { strikes, theme, baseMap, modes, labelPositions: positions, spiderfier } = host;
  const { mode } = marks;
  const boxes = [...host.panel.coverBoxes(), ...boxesOf(marks.clusters)];
  const around = { strikes, frame, theme, colours: host.groups.colours, boxes, positions, language: modes.labels };
  mode.drawBelow?.(context, marks, around);
  marks.countryOnly = placeCountryBadge(context, { ...marks, strikes, baseMap, frame, top: titleEnd(host, frame), positions });
  if (marks.countryOnly) boxes.push(marks.countryOnly);
  marks.badges = badgesOf(context, { marks, boxes, frame }, host);
  spiderfier.takeBoxes(context, boxes, frame);
  const named = { theme, boxes, language: modes.labels, scale, without: mode.named?.(marks), marks: marks.clusters };
  const written = host.tiles.layer ? host.tiles.names : baseMap; // tiles that are pictures have their own
  marks.labels = written ? drawLabels(context, written, frame, named) : [];
  const chosen = placeChosen(marks, host, frame);
  if (chosen) drawUncertainty(context, chosen, { strikes, frame, theme });
  mode.drawAbove?.(context, spiderfier.without(marks), around);
  drawBadges(context, marks.badges, theme);
  if (marks.countryOnly) drawBadges(context, [marks.countryOnly], theme);
  drawRing(context, spiderfier.without(marks), host, spiderfier.shows(host.selected) ? null : chosen);
  spiderfier.draw(context, frame);
}

/** What opens the mark at a point of the map of controller `host`, { x, y } in CSS pixels from its corner; null where none is. */
function findOpener(host, { x, y }) {
  const { marks, reader, spiderfier } = host;
  if (!marks) return null;
  const spiderfied = spiderfier.hit(x, y);
  if (spiderfied !== null) return () => reader.openStrike(spiderfied);
  const holds = ({ left, right, top, bottom }) => x >= left && x < right && y >= top && y < bottom;
  const { countryOnly } = marks;
  if (countryOnly && holds(countryOnly)) return () => reader.openCountryOnly(countryOnly);
  const mark = hitMark(marks, x, y);
  if (mark?.slot !== undefined) return () => reader.openArea(mark);
  if (mark) return () => (mark.count === 1 ? reader.openStrike(mark.row) : reader.openCluster(mark));
  const found = marks.mode.find?.(marks, { x, y }, host.getFrame());
  return found ? () => reader.openFound(found) : null;
}

module.exports = { drawMarkLayer, findOpener, placeChosen, withoutTiles };
