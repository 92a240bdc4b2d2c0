"use strict";
// How a spiderfied cluster is laid out and drawn: marks on a circle, thin legs, and the true point they belong to.

const { writeHaloed } = require("../look/halo.js");
const { FONT } = require("../look/theme.js");

const MOST_SPIDERFIED = 12; // more would be a wheel, and are listed only
const RADIUS = 7; // CSS pixels of a mark
const HOLLOW = 3.5; // CSS pixels; width of its edge where its day is not known
const SPACING = 30; // CSS pixels between the middles of neighbours: a finger meets one of them
const SHORTEST = 36; // CSS pixels of a leg
const WORDS_FONT = `600 11px ${FONT}`;
const CAPTION = 20; // CSS pixels for the line under the marks

/** Length of the legs of so many marks, in CSS pixels. */
function legOf(count) {
  return Math.max(SHORTEST, SPACING / (2 * Math.sin(Math.PI / count)));
}

/** CSS pixels that a spiderfied cluster takes to each side of its place. */
function roomOf(count) {
  return legOf(count) + RADIUS + CAPTION;
}

/** Where the marks stand from their place, in CSS pixels: clockwise from the top, two side by side. */
function layLegs(count) {
  const leg = legOf(count);
  const first = count === 2 ? Math.PI : -Math.PI / 2;
  return Array.from({ length: count }, (_, i) => {
    const angle = first + (i / count) * 2 * Math.PI;
    return [leg * Math.cos(angle), leg * Math.sin(angle)];
  });
}

function disc(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawMark(context, { x, y, colour, imprecise, picked }, theme) {
  disc(context, x, y, RADIUS);
  context.fillStyle = colour;
  context.fill();
  if (imprecise) {
    disc(context, x, y, RADIUS - HOLLOW);
    context.fillStyle = theme.disc;
    context.fill();
    disc(context, x, y, RADIUS);
  }
  context.strokeStyle = picked ? theme.accent : theme.discEdge;
  context.lineWidth = picked ? 3 : 1;
  context.stroke();
}

/** The true point: a ring with a cross, unlike any strike's mark. */
function drawPoint(context, x, y, theme) {
  disc(context, x, y, 6);
  context.fillStyle = theme.page;
  context.fill();
  context.moveTo(x - 6, y);
  context.lineTo(x + 6, y);
  context.moveTo(x, y - 6);
  context.lineTo(x, y + 6);
  context.strokeStyle = theme.text;
  context.lineWidth = 1.4;
  context.stroke();
}

function drawWords(context, text, place, theme) {
  writeHaloed(context, text, { ...place, font: WORDS_FONT }, { halo: theme.page, text: theme.text });
}

/** Boxes that a spiderfied cluster and the line under it take of the map. */
function boxesOfSpider(context, { x, y, count, words }) {
  const reach = legOf(count) + RADIUS + 6;
  context.font = WORDS_FONT;
  const half = context.measureText(words).width / 2 + 4;
  const foot = y + legOf(count) + RADIUS + CAPTION;
  return [
    { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach },
    { left: x - half, right: x + half, top: foot - CAPTION, bottom: foot },
  ];
}

/** Draws a spiderfied cluster { x, y, marks, words }, marks { x, y, colour, imprecise, picked, words }. */
function drawSpider(context, { x, y, marks, words }, theme) {
  const leg = legOf(marks.length);
  context.globalAlpha = 0.82; // what lies beneath stays to be seen
  disc(context, x, y, leg + RADIUS + 6);
  context.fillStyle = theme.page;
  context.fill();
  context.globalAlpha = 1;
  context.beginPath();
  for (const mark of marks) {
    context.moveTo(x, y);
    context.lineTo(mark.x, mark.y);
  }
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.stroke();
  drawPoint(context, x, y, theme);
  for (const mark of marks) drawMark(context, mark, theme);
  drawWords(context, words, { x, y: y + leg + RADIUS + CAPTION / 2, align: "center" }, theme);
  for (const mark of marks.filter((one) => one.words)) {
    const aside = mark.x < x - 1 ? -1 : 1;
    const place = { x: mark.x + aside * (RADIUS + 6), y: mark.y, align: aside < 0 ? "right" : "left" };
    drawWords(context, mark.words, place, theme);
  }
}

module.exports = { MOST_SPIDERFIED, boxesOfSpider, drawSpider, layLegs, legOf, roomOf };
