"use strict";
// How large circles are: the area in proportion to what a circle stands for, on one scale for a view.

const SINGLE = 6; // CSS pixels: radius of one strike, or one person, where no circle of the view has many
const LEAST = 3; // CSS pixels: the smallest radius that is seen; the legend says what it stands for at most
const LARGEST_REACH = 28; // CSS pixels; under half a cell, so that only neighbours can touch
const APART = 4; // a legend's next circle stands for at most its fourth: half the radius

/** CSS pixels around a circle's middle that it keeps: what comes nearer is counted into it. */
function reachOf(weight) {
  return weight <= 1 ? SINGLE : Math.min(LARGEST_REACH, 10 + 2.4 * Math.log2(weight));
}

/**
 * The radius in CSS pixels of one strike, or person, in a view whose largest circle stands for
 * `most`. That circle fills its reach and no more, so that no circle does.
 */
function scaleFor(most) {
  return most <= 1 ? SINGLE : Math.min(SINGLE, reachOf(most) / Math.sqrt(most));
}

/** The radius in CSS pixels of what stands for a weight, strikes or people, on a scale. */
function radiusOf(weight, scale) {
  return Math.max(LEAST, scale * Math.sqrt(weight));
}

/** The most that still has the smallest circle; 1 where that is of one alone. */
function mostAtLeast(scale) {
  return Math.max(1, Math.floor((LEAST / scale) ** 2));
}

/** The largest of 1, 2, 5, 10, 20, 50 ... that is no more than a number from 1 on. */
function roundBelow(weight) {
  const power = 10 ** Math.floor(Math.log10(weight) + 1e-9);
  return [5, 2, 1].find((digit) => digit * power <= weight) * power;
}

/** Three circles at most for a legend, largest first: [{ weight, radius }], round numbers up to `most`. */
function legendSizes(most, scale) {
  const sizes = [];
  const least = mostAtLeast(scale);
  for (let weight = roundBelow(Math.max(1, most)); sizes.length < 3; weight = roundBelow(weight / APART)) {
    if (sizes.length && weight < least) break;
    sizes.push({ weight, radius: radiusOf(weight, scale) });
    if (weight < APART) break;
  }
  return sizes;
}

module.exports = { LARGEST_REACH, legendSizes, mostAtLeast, radiusOf, reachOf, scaleFor };
