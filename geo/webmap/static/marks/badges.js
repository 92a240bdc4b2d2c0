"use strict";
// Badges of what is known only to an area: they say its name and stand in it, or beside it with a line.

const { wordPeople } = require("../counting/tolls.js");
const { number, say } = require("../language/language.js");
const { nameOf } = require("../map/base_map.js");
const { BADGE_FONT, HEIGHT, LabelPositions, badgeBox, lossOf } = require("./label_positions.js");

const EDGE = 10; // CSS pixels from the map's left edge
const UNDER_ZOOM = 96; // CSS pixels from the top; where little stands
const BESIDE_ZOOM = 54; // CSS pixels from the left; on a low map

/**
 * The badge at the map's edge for rows of areas that the map does not have, clear of `boxes` where
 * there is room down the edge. counted: { name, count, text } and its rows, { slots } or { holds(row), noun }.
 */
function edgeBadge(context, counted, { frame, boxes, positions }) {
  const words = [`${counted.name}: `, counted.text];
  const [text, width] = [words.join(""), positions.widthOf(context, ...words)];
  const down = [];
  for (const [left, first] of [[EDGE, UNDER_ZOOM], [BESIDE_ZOOM, EDGE]]) {
    for (let top = first; !down.length || top < frame.height - HEIGHT - EDGE; top += HEIGHT + 4) {
      down.push(badgeBox(left + width / 2, top + HEIGHT / 2, { width, height: HEIGHT }));
    }
  }
  const box = down.find((place) => lossOf(place, boxes, null) < 1) ?? down[0];
  const badge = { ...counted, ...box, text, slot: null, leader: null };
  boxes.push(badge);
  return badge;
}

/** One badge for the area_only strikes of all governorates that the map does not have; none, or one. */
function placeBeyond(context, slots, { sums, tolls, bound, ...around }) {
  if (!slots.length) return [];
  const count = slots.reduce((sum, slot) => sum + sums.count[slot], 0);
  const text = tolls ? wordPeople(tolls, slots, bound) : number(count);
  return [edgeBadge(context, { name: say("Area not on the map"), count, text, slots }, around)];
}

/**
 * Badges for the governorates and districts that hold area_only strikes, each inside its own area and clear
 * of `boxes` where there is room, else beside it with a line into it; at the map's edge one for all
 * those that the map does not have. Takes their boxes.
 */
function placeBadges(context, { strikes, slots, sums, tolls, bound, baseMap, frame, boxes, positions = new LabelPositions(), language = "en" }) {
  const { adm1_code: firsts, adm2_code: seconds } = strikes.dictionaries;
  const areaOf = (slot) => {
    const at = slot - slots.cells;
    if (at >= slots.firsts) return baseMap.districts.find(({ code }) => code === seconds[at - slots.firsts]);
    return baseMap.governorates.find(({ code }) => code === firsts[at - 1]);
  };
  const held = Array.from({ length: slots.areas }, (_, code) => slots.cells + code).filter((slot) => sums.count[slot]);
  const beyond = held.filter((slot) => !areaOf(slot));
  const badges = placeBeyond(context, beyond, { sums, tolls, bound, frame, boxes, positions });
  for (const slot of held) {
    const area = areaOf(slot);
    const count = sums.count[slot];
    if (!area) continue;
    const words = [`${nameOf(area, language)}: `, tolls ? wordPeople(tolls, [slot], bound) : number(count)];
    const [text, width] = [words.join(""), positions.widthOf(context, ...words)];
    const { left, right, top, bottom, leader } = positions.find(area, { width }, frame, boxes);
    const badge = { left, right, top, bottom, leader, text, count, slot, name: area.name };
    boxes.push(badge);
    badges.push(badge);
  }
  return badges;
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

function drawBoxes(context, badges, theme) {
  context.beginPath();
  for (const { left, top, right, bottom } of badges) context.rect(left, top, right - left, bottom - top);
  context.fillStyle = theme.badge;
  context.fill();
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.badgeEdge;
  context.lineWidth = 1.4;
  context.stroke();
  context.setLineDash([]);
}

/** Lines first, so that none lies on another badge. */
function drawBadges(context, badges, theme) {
  if (!badges.length) return;
  for (const badge of badges) drawLeader(context, badge, theme);
  drawBoxes(context, badges, theme);
  context.beginPath(); // three bars: an area, not a point
  for (const { left, top } of badges) for (let i = 0; i < 3; i++) context.rect(left + 7, top + 6 + i * 4, 10, 2);
  context.fillStyle = theme.badgeEdge;
  context.fill();
  context.font = BADGE_FONT;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = theme.badgeText;
  for (const { left, top, bottom, text } of badges) context.fillText(text, left + 23, (top + bottom) / 2 + 0.5);
}

module.exports = { drawBadges, drawLeader, edgeBadge, placeBadges };
