"use strict";
// Clusters and single strikes: where they stand, how they are drawn, what was hit.

const { radiusOf, scaleFor } = require("../counting/circle_sizes.js");
const { groupCounts, impreciseCounts, makeClusters } = require("../counting/clusters.js");
const { shorten, wordPeople } = require("../counting/tolls.js");
const { mostSeen } = require("../counting/whole.js");
const { kmToPixels, toDegrees } = require("../data/mercator.js");
const { boxOf, drawNumbers, isNumbered, placeNumbers } = require("./numbers.js");
const { drawRangeArc, rangeOf } = require("./toll_range.js");

const RING = 4; // CSS pixels; width of the ring of colours; a circle too small for a ring is full of them
const WITH_RING = 9; // CSS pixels; the least radius with one
const PALE = 0.45; // opacity of the part of a ring that is dated only to a week, month or year
const HOLLOW = 3; // CSS pixels; width of a dot's edge where its day is not known, at most
const MOST_EDGE = 0.45; // of its radius
const TOUCH_RADIUS = 14; // CSS pixels; smallest target for a finger
const TURN = 2 * Math.PI;

/**
 * Sizes circles by a scale, and gives them the places of their numbers. The scale is that of what a frame shows, where no
 * circle fills more than its reach; one so far outside that it shows nothing does not come in by its size.
 */
function sizeClusters(clusters, scale, frame) {
  for (const cluster of clusters) cluster.radius = Math.min(cluster.reach, radiusOf(cluster.weight, scale));
  placeNumbers(clusters, frame);
}

/**
 * The clusters of a frame with x and y from its corner; `outside` counts what is farther off, `sized`
 * has their scale and the most that one of them stands for, in this window or in the whole period.
 * step: { slots, sums, tolls, bound, whole }; tolls is null where circles are sized by strikes, whole
 * that of counting/whole.js.
 */
function placeClusters(strikes, step, frame) {
  const { slots, sums, tolls, bound, whole } = step;
  const { clusters, outside } = makeClusters(strikes, step, frame);
  const most = Math.max(whole.mostIn(frame, bound), mostSeen(clusters, frame));
  for (const cluster of clusters) {
    cluster.groups = groupCounts(cluster, sums);
    cluster.impreciseGroups = impreciseCounts(cluster, slots, sums);
    cluster.row = cluster.count === 1 ? sums.sumRow[cluster.slots[0]] : null;
    cluster.text = tolls ? wordPeople(tolls, cluster.slots, bound) : shorten(cluster.count);
    cluster.plain = cluster.count === 1 && cluster.weight <= 1;
    cluster.range = tolls && cluster.row !== null ? rangeOf(strikes, cluster.row) : null;
    cluster.x -= frame.left;
    cluster.y -= frame.top;
  }
  const sized = { most, scale: scaleFor(most), frame };
  sizeClusters(clusters, sized.scale, frame);
  return { clusters, outside, sized };
}

function traceCircles(context, circles, wider = () => 0) {
  context.beginPath();
  for (const { x, y, radius } of circles) {
    const traced = radius + wider(radius);
    context.moveTo(x + traced, y);
    context.arc(x, y, traced, 0, TURN);
  }
}

/** A cluster's ring as arcs [cluster, from, to] in `arcs`: of a group first the sharp, then the pale. */
function cutRing(cluster, arcs) {
  const { groups, impreciseGroups, count } = cluster;
  let angle = -TURN / 4;
  groups.forEach((part, group) => {
    if (!part) return;
    const pale = impreciseGroups ? impreciseGroups[group] : 0;
    [part - pale, pale].forEach((some, i) => {
      if (!some) return;
      const end = angle + (some / count) * TURN;
      arcs[2 * group + i].push([cluster, angle, end]);
      angle = end;
    });
  });
}

/** One act a colour, however many rings: a step draws a hundred of them. drawPart(part) adds to the path. */
function drawParts(context, clusters, colours, { drawPart, act }) {
  const arcs = Array.from({ length: 2 * colours.length }, () => []);
  for (const cluster of clusters) cutRing(cluster, arcs);
  arcs.forEach((parts, at) => {
    if (!parts.length) return;
    context.beginPath();
    parts.forEach(drawPart);
    context.fillStyle = context.strokeStyle = colours[at >> 1];
    context.globalAlpha = at % 2 ? PALE : 1;
    context[act]();
  });
  context.globalAlpha = 1;
}

function drawRings(context, clusters, colours) {
  const drawPart = ([{ x, y, radius }, from, to]) => {
    const middle = radius - RING / 2;
    context.moveTo(x + middle * Math.cos(from), y + middle * Math.sin(from));
    context.arc(x, y, middle, from, to);
  };
  context.lineWidth = RING;
  drawParts(context, clusters, colours, { drawPart, act: "stroke" });
}

/** Circles too small for a ring: each colour's part is a sector. */
function drawSectors(context, clusters, colours) {
  const drawPart = ([{ x, y, radius }, from, to]) => {
    context.moveTo(x, y);
    context.arc(x, y, radius, from, to);
  };
  drawParts(context, clusters, colours, { drawPart, act: "fill" });
}

/** style: { theme, colours }, colours those of the groups. */
function drawClusters(context, clusters, { theme, colours }) {
  traceCircles(context, clusters);
  context.fillStyle = theme.disc;
  context.fill();
  context.strokeStyle = theme.discEdge;
  context.lineWidth = 2; // the ring covers the inner half of it
  context.stroke();
  const hasRing = ({ radius }) => radius >= WITH_RING;
  drawRings(context, clusters.filter(hasRing), colours);
  drawSectors(context, clusters.filter((cluster) => !hasRing(cluster)), colours);
  for (const cluster of clusters) if (cluster.range) drawRangeArc(context, cluster, theme);
  drawNumbers(context, clusters, theme);
}

/** Single strikes as dots; hollow where the day is not known: no colour of a group is that. */
function drawSingles(context, singles, { theme, colours }) {
  const dots = new Map();
  for (const single of singles) {
    const group = single.groups.findIndex(Boolean);
    const key = 2 * group + (single.impreciseGroups ? 1 : 0);
    if (!dots.has(key)) dots.set(key, []);
    dots.get(key).push(single);
  }
  traceCircles(context, singles, () => 1);
  context.strokeStyle = theme.discEdge;
  context.lineWidth = 0.8;
  context.stroke();
  traceCircles(context, singles);
  context.fillStyle = theme.disc;
  context.fill();
  for (const [key, alike] of dots) {
    traceCircles(context, alike);
    context.fillStyle = colours[key >> 1];
    context.fill();
    if (key % 2 === 0) continue;
    traceCircles(context, alike, (radius) => -Math.min(HOLLOW, MOST_EDGE * radius));
    context.fillStyle = theme.disc;
    context.fill();
  }
  traceCircles(context, singles);
  context.strokeStyle = theme.disc;
  context.lineWidth = 1.5;
  context.stroke();
}

function drawUncertainty(context, { x, y, row, selected }, { strikes, frame, theme }) {
  const km = strikes.columns.uncertainty_km[row];
  const [, lat] = toDegrees((x + frame.left) / frame.world, (y + frame.top) / frame.world);
  const radius = kmToPixels(km, lat, frame.zoom);
  const precision = strikes.dictionaries.precision[strikes.columns.precision[row] - 1];
  const loose = precision === "near" || precision === "area";
  if (radius < 12 || radius > 4000 || !(selected || loose || frame.zoom >= 11)) return;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  context.fillStyle = theme.dark ? "rgba(255,255,255,0.06)" : "rgba(30,40,60,0.05)";
  context.fill();
  context.setLineDash([4, 4]);
  context.strokeStyle = selected ? theme.accent : theme.quiet;
  context.lineWidth = selected ? 1.6 : 1;
  context.stroke();
  context.setLineDash([]);
}

/** Draws what was placed; no two circles touch, so none hides another: see counting/circle_sizes.js. */
function drawCircles(context, clusters, { strikes, frame, theme, colours }) {
  const style = { theme, colours };
  for (const cluster of clusters) {
    if (cluster.count === 1) drawUncertainty(context, cluster, { strikes, frame, theme });
  }
  drawClusters(context, clusters.filter(({ plain }) => !plain), style);
  const singles = clusters.filter(({ plain }) => plain);
  drawSingles(context, singles, style);
  drawNumbers(context, singles.filter(isNumbered), style.theme);
}

/** Boxes that names must keep clear of. */
function boxesOf(clusters) {
  return clusters.flatMap((cluster) => (cluster.numberBox ? [boxOf(cluster), cluster.numberBox] : [boxOf(cluster)]));
}

/** The badge or cluster at a point of the frame, or null. */
function hitMark({ clusters, badges }, x, y) {
  const badge = badges.find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
  if (badge) return badge;
  let [nearest, best] = [null, Infinity];
  for (const cluster of clusters) {
    const distance = Math.hypot(cluster.x - x, cluster.y - y);
    if (distance <= Math.max(cluster.radius, TOUCH_RADIUS) && distance - cluster.radius < best) {
      [nearest, best] = [cluster, distance - cluster.radius];
    }
  }
  return nearest;
}

module.exports = { boxesOf, drawCircles, drawClusters, drawSingles, drawUncertainty, hitMark, placeClusters, sizeClusters };
