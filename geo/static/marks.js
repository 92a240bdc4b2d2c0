"use strict";
// Clusters, single strikes and area badges: where they stand, how they are drawn, what was hit.

const { groupCounts, makeClusters, shorten, wordPeople } = require("./clusters.js");
const { kmToPixels, toDegrees } = require("./mercator.js");
const { FONT } = require("./theme.js");

const BADGE_HEIGHT = 22; // CSS pixels
const TOUCH_RADIUS = 14; // CSS pixels; smallest target for a finger

/**
 * The clusters of a frame with x and y from its corner; `outside` counts what is farther off.
 * step: { slots, sums, tolls, bound }; tolls is null where circles are sized by strikes.
 */
function placeClusters(strikes, step, frame) {
  const { sums, tolls, bound } = step;
  const { clusters, outside } = makeClusters(strikes, step, frame);
  for (const cluster of clusters) {
    cluster.groups = groupCounts(cluster, sums);
    cluster.row = cluster.count === 1 ? sums.sumRow[cluster.slots[0]] : null;
    cluster.text = tolls ? wordPeople(tolls, cluster.slots, bound) : shorten(cluster.count);
    cluster.plain = cluster.count === 1 && cluster.weight <= 1;
    cluster.x -= frame.left;
    cluster.y -= frame.top;
  }
  return { clusters, outside };
}

function badgeBox(x, y, width) {
  const half = BADGE_HEIGHT / 2;
  return { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half };
}

function overlap(box, other) {
  const across = Math.min(box.right, other.right) - Math.max(box.left, other.left);
  const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
  return across > 0 && down > 0 ? across * down : 0;
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
  const cut = edge ? (box.right - box.left) * BADGE_HEIGHT - overlap(box, edge) : 0;
  return boxes.reduce((sum, other) => sum + overlap(box, other), cut);
}

/** The frame as a box, where an area's middle is in it; a badge of any other may stand outside. */
function edgeAround(area, frame) {
  const [x, y] = place(area.seat, frame);
  const { width, height } = frame;
  return x > 0 && x < width && y > 0 && y < height ? { left: 0, top: 0, right: width, bottom: height } : null;
}

/** Boxes around an area, as near to its edge as a badge can stand without lying on its middle. */
function* boxesBeside(area, width, frame) {
  const [x, y] = place(area.seat, frame);
  for (const gap of [12, 26, 42, 60, 80]) {
    for (let turn = 0; turn < 16; turn++) {
      const angle = (turn / 16) * 2 * Math.PI;
      yield badgeBox(x + Math.cos(angle) * (gap + width / 2), y + Math.sin(angle) * (gap + BADGE_HEIGHT), width);
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
 * a line to it; where all is full, where it covers least.
 */
function bestSeat(area, width, frame, boxes) {
  const edge = edgeAround(area, frame);
  for (const seat of area.seats) {
    const box = badgeBox(...place(seat, frame), width);
    if (lossOf(box, boxes, edge) < 1) return { ...box, leader: null };
  }
  const points = area.seats.map((seat) => place(seat, frame));
  let [best, least] = [null, [Infinity, Infinity]];
  for (const box of boxesBeside(area, width, frame)) {
    const loss = Math.floor(lossOf(box, boxes, edge));
    if (loss > least[0]) continue;
    const away = points.reduce((shortest, point) => Math.min(shortest, distanceTo(box, point)), Infinity);
    if (loss < least[0] || away < least[1]) [best, least] = [box, [loss, away]];
  }
  return { ...best, leader: leaderEnd(best, points, boxes) };
}

/**
 * Badges for the governorates that hold area_only strikes, each inside its own area and clear
 * of `boxes` where there is room, else beside it with a line into it.
 */
function placeBadges(context, { strikes, slots, sums, tolls, bound, baseMap, frame, boxes }) {
  const badges = [];
  context.font = `600 12px ${FONT}`;
  for (let code = 0; code < slots.areas; code++) {
    const count = sums.count[slots.cells + code];
    const area = baseMap.governorates.find(
      (governorate) => governorate.code === strikes.dictionaries.adm1_code[code - 1],
    );
    if (!count || !area) continue;
    const slot = slots.cells + code;
    const number = tolls ? wordPeople(tolls, [slot], bound) : count.toLocaleString("en");
    const text = `${area.name}: ${number}`;
    const box = bestSeat(area, context.measureText(text).width + 32, frame, boxes);
    boxes.push(box);
    badges.push({ ...box, text, count, slot, name: area.name });
  }
  return badges;
}

function drawRing(context, { x, y, radius, count, groups }, { theme, colours }) {
  let angle = -Math.PI / 2;
  groups.forEach((part, group) => {
    if (!part) return;
    const next = angle + (part / count) * 2 * Math.PI;
    context.beginPath();
    context.moveTo(x, y);
    context.arc(x, y, radius, angle, next);
    context.closePath();
    context.fillStyle = colours[group];
    context.fill();
    angle = next;
  });
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = theme.discEdge;
  context.lineWidth = 1;
  context.stroke();
  context.beginPath();
  context.arc(x, y, radius - 4, 0, 2 * Math.PI);
  context.fillStyle = theme.disc;
  context.fill();
}

/** style: { theme, colours }, colours those of the groups. */
function drawCluster(context, cluster, style) {
  drawRing(context, cluster, style);
  const narrow = cluster.radius < 15 || cluster.text.length > 4;
  const size = narrow ? 11 : cluster.radius < 22 ? 12 : 13;
  context.font = `600 ${size}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = style.theme.discText;
  context.fillText(cluster.text, cluster.x, cluster.y + 0.5);
}

function drawSingle(context, { x, y, radius, groups, vague }, { theme, colours }) {
  context.globalAlpha = vague ? 0.5 : 1;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colours[groups.findIndex(Boolean)];
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = theme.disc;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.arc(x, y, radius + 1, 0, 2 * Math.PI);
  context.strokeStyle = theme.discEdge;
  context.lineWidth = 0.8;
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
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = theme.dark ? "rgba(255,255,255,0.06)" : "rgba(30,40,60,0.05)";
  context.fill();
  context.setLineDash([4, 4]);
  context.strokeStyle = selected ? theme.accent : theme.quiet;
  context.lineWidth = selected ? 1.6 : 1;
  context.stroke();
  context.setLineDash([]);
}

function drawLeader(context, { left, top, right, bottom, leader }, theme) {
  if (!leader) return;
  context.beginPath();
  context.moveTo((left + right) / 2, (top + bottom) / 2);
  context.lineTo(...leader);
  context.strokeStyle = theme.badgeEdge;
  context.lineWidth = 1.4;
  context.stroke();
  context.beginPath();
  context.arc(...leader, 3, 0, 2 * Math.PI);
  context.fillStyle = theme.badgeEdge;
  context.fill();
}

function drawBadge(context, badge, theme) {
  const { left, top, right, bottom, text } = badge;
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.fillStyle = theme.badge;
  context.fill();
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.badgeEdge;
  context.lineWidth = 1.4;
  context.stroke();
  context.setLineDash([]);
  context.beginPath(); // three bars: an area, not a point
  for (let i = 0; i < 3; i++) context.rect(left + 7, top + 6 + i * 4, 10, 2);
  context.fillStyle = theme.badgeEdge;
  context.fill();
  context.font = `600 12px ${FONT}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = theme.badgeText;
  context.fillText(text, left + 23, (top + bottom) / 2 + 0.5);
}

/** Draws what was placed, small over large, so that nothing hides. */
function drawMarks(context, marks, { strikes, frame, theme, colours }) {
  const { clusters, badges } = marks;
  const style = { theme, colours };
  for (const cluster of clusters) {
    if (cluster.count === 1) drawUncertainty(context, cluster, { strikes, frame, theme });
  }
  for (const cluster of clusters) {
    if (cluster.plain) drawSingle(context, cluster, style);
    else drawCluster(context, cluster, style);
  }
  for (const badge of badges) drawLeader(context, badge, theme);
  for (const badge of badges) drawBadge(context, badge, theme);
}

/** Boxes that names must keep clear of. */
function boxesOf(clusters) {
  return clusters.map(({ x, y, radius }) => ({
    left: x - radius - 1, right: x + radius + 1, top: y - radius - 1, bottom: y + radius + 1,
  }));
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

module.exports = { boxesOf, drawMarks, hitMark, placeBadges, placeClusters, drawBadge, drawCluster, drawSingle };
