"use strict";
// Shades by class: the bounds of classes as whole numbers, their colours in both themes, and letters that can be read on them.

const { number, say } = require("../language/language.js");

const OPAQUE = 0.85; // of a filled area, over the land
const CLASSES = 5;
const HUES = { // of differences: few and many on either side, kept apart by most colour-blind eyes
  light: { fewer: [[209, 229, 240], [5, 80, 150]], more: [[253, 219, 184], [150, 60, 5]], same: [226, 226, 226] },
  dark: { fewer: [[38, 62, 84], [120, 190, 250]], more: [[80, 54, 28], [255, 178, 102]], same: [84, 86, 90] },
};

const round = (value) => Math.round(value * 10) / 10;

function roundDown(value, whole) {
  if (whole && value < 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const rounded = Math.round(value / power) * power;
  return whole ? Math.round(rounded) : Number(rounded.toPrecision(1));
}

/**
 * Upper bounds of classes up to `most`, rising, the last `most` itself; narrow at the low end, where
 * most areas lie. Whole numbers, but where a share is counted, such as strikes for each source.
 */
function boundsTo(most, whole = true) {
  if (!(most > 0)) return [0];
  if (whole && most <= CLASSES) return Array.from({ length: most }, (_, i) => i + 1);
  const inner = Array.from({ length: CLASSES - 1 }, (_, i) => roundDown(most * ((i + 1) / CLASSES) ** 2, whole));
  return [...new Set([...inner.filter((bound) => bound < most), most])];
}

/** The class of a value, from 0. */
function classOf(bounds, value) {
  const at = bounds.findIndex((bound) => value <= bound);
  return at < 0 ? bounds.length - 1 : at;
}

/** The classes in words: "1–5", "6–20"; from nought where `least` is; shares as "over 0.2 to 1". */
function wordClasses(bounds, { least = 1, whole = true } = {}) {
  return bounds.map((bound, i) => {
    if (!whole) return i ? say("over {low} to {high}", { low: round(bounds[i - 1]), high: round(bound) }) : say("up to {high}", { high: round(bound) });
    const from = i ? bounds[i - 1] + 1 : Math.min(least, bound);
    return from === bound ? number(bound) : say("{low}–{high}", { low: from, high: bound });
  });
}

function mix([light, full], share) {
  return light.map((part, i) => Math.round(part + (full[i] - part) * share));
}

const rgb = (parts) => `rgb(${parts.join(", ")})`;

/** The colours of some classes, palest first. */
function shadesOf({ shade }, count) {
  return Array.from({ length: count }, (_, i) => rgb(mix(shade, (i + 1) / count)));
}

/** The colours of differences on one side, "fewer" or "more", in some classes; and of none at all, "same". */
function huesOf({ dark }, side, count) {
  const hues = HUES[dark ? "dark" : "light"];
  if (side === "same") return [rgb(hues.same)];
  return Array.from({ length: count }, (_, i) => rgb(mix(hues[side], (i + 1) / count)));
}

function partsOf(colour) {
  if (!colour.startsWith("#")) return colour.match(/\d+/g).slice(0, 3).map(Number);
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Relative luminance, as WCAG 2 has it. */
function luminance(parts) {
  const [red, green, blue] = parts.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, 1 to 21, as WCAG 2 has it. */
function contrast(one, other) {
  const [low, high] = [one, other].map((colour) => luminance(partsOf(colour))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A fill of an area as it looks over the land. */
function overLand(colour, { home }) {
  return rgb(mix([partsOf(home), partsOf(colour)], OPAQUE));
}

/** { text, halo } for words on an area of some colour: black or white letters, whichever are read better. */
function inkOn(colour, theme) {
  const seen = overLand(colour, theme);
  const text = contrast("#000000", seen) >= contrast("#ffffff", seen) ? "#000000" : "#ffffff";
  return { text, halo: seen };
}

module.exports = { OPAQUE, boundsTo, classOf, contrast, huesOf, inkOn, overLand, shadesOf, wordClasses };
