"use strict";
// What the size of a circle stands for: nested circles with their numbers, on the scale of the view.

const { legendSizes, mostAtLeast } = require("../counting/circle_sizes.js");
const { number, say } = require("../language/language.js");
const { FONT } = require("../look/theme.js");

const LINE = 13; // CSS pixels from one number to the next
const LEADER = 8; // CSS pixels from the largest circle to the numbers
const NUMBERS = 46; // CSS pixels that the numbers take
const EDGE = 1.5; // CSS pixels

/** The sizes of a view's circles: { sizes: [{ weight, radius }], least }, least what the smallest stands for at most. */
function sizesOf(most, scale) {
  return { sizes: legendSizes(most, scale), least: mostAtLeast(scale) };
}

/** The room that the drawn sizes take: { width, height } in CSS pixels. */
function sizesBox(sizes) {
  const { radius } = sizes[0];
  return { width: 2 * (radius + EDGE) + LEADER + NUMBERS, height: Math.max(2 * (radius + EDGE), sizes.length * LINE) };
}

/** The heights of the numbers under each other, each as near to its circle's top as the others let it. */
function heightsOf(tops, bottom) {
  const heights = [];
  tops.forEach((top, i) => heights.push(i ? Math.max(top, heights[i - 1] + LINE) : top));
  for (let i = heights.length - 1, room = bottom - LINE / 2; i >= 0; i--, room -= LINE) heights[i] = Math.min(heights[i], room);
  return heights;
}

/** Circles on one ground, the largest with its left end at x and all around the height y. */
function drawSizes(context, [x, y], sizes, theme) {
  const { height } = sizesBox(sizes);
  const { radius: largest } = sizes[0];
  const [middle, ground] = [x + EDGE + largest, y + height / 2 - EDGE];
  const heights = heightsOf(sizes.map(({ radius }) => Math.max(ground - 2 * radius, y - height / 2 + LINE / 2)), y + height / 2);
  Object.assign(context, { textAlign: "left", textBaseline: "middle", font: `400 11px ${FONT}` });
  sizes.forEach(({ weight, radius }, i) => {
    context.beginPath();
    context.arc(middle, ground - radius, radius, 0, 2 * Math.PI);
    Object.assign(context, { fillStyle: theme.disc, strokeStyle: theme.quiet, lineWidth: EDGE });
    context.fill();
    context.stroke();
    const right = middle + largest + LEADER;
    context.beginPath();
    context.moveTo(middle, ground - 2 * radius);
    context.lineTo(right - 3, heights[i]);
    context.lineWidth = 0.8;
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(number(weight), right, heights[i]);
  });
}

/** The sizes in words, for those who do not see them. */
function wordSizes(sizes) {
  return say("circles of {numbers}", { numbers: sizes.map(({ weight }) => number(weight)).join(", ") });
}

module.exports = { drawSizes, sizesBox, sizesOf, wordSizes };
