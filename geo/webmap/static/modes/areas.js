"use strict";
// Governorates, or districts, shaded by what they hold, however precisely it is placed, of all sources or of one.

const { areaKeys, measureAreas, sumAreas } = require("../counting/areas.js");
const { wordSource } = require("../data/sources.js");
const { say } = require("../language/language.js");
const { writeHaloed } = require("../look/halo.js");
const { OPAQUE, boundsTo, classOf, inkOn, shadesOf, wordClasses } = require("../look/shades.js");
const { traceArea } = require("../map/base_map.js");
const { insideRings } = require("../map/rings.js");
const { LINE, WORD_FONT, placeAreaWords } = require("../marks/area_words.js");
const { drawLeader } = require("../marks/badges.js");
const { drawRangeBar } = require("../marks/toll_range.js");
const { rangeLegend, wordShade } = require("./meanings.js");
const { STRIKES, sayingOf } = require("../terms/nouns.js");
const { SIZES } = require("../terms/sizes.js");

const BAR = { width: 84, height: 12 }; // CSS pixels of a range's bar with its arrow
const BAR_DROP = 5; // CSS pixels from the words down to their bar
// A level: `beyond` is what the badge at the map's edge counts, `offered` whether the map has such areas,
// `fine` whether they are many and small: all outlined, named where there is room in them, and how many are known to one.
const GOVERNORATES = {
  column: "adm1_code", word: "governorate", words: "governorates", one: "a governorate", by: "difference by governorate", beyond: "In no area of the map", areasOf: ({ governorates }) => governorates,
  offered: () => true,
};
const PER_SOURCE = "“12 by 3”: strikes by sources (none given: one); stronger: more for each";
const RANGE = "–: no figure; bar: solid at least, dashed up to; an arrow: no upper bound";

/** Rows that the areas with some codes count, a function of the row. */
function holdsIn(keys, codes) {
  return (row) => codes.includes(keys[row]);
}

/** The rows of no drawn area, as a badge counts them; null where there are none. */
function placeBeyond(codes, { name, counts, keys, textOf }) {
  const count = codes.reduce((sum, code) => sum + counts[code], 0);
  if (!count) return null;
  return { name, noun: STRIKES, count, text: textOf(codes), holds: holdsIn(keys, codes) };
}

/**
 * Governorates with what they hold of a window, located and area_only alike, of one source or of
 * all: { areas, beyond, keys, noun, ofAll, note, bounds, known, reported }, each area { area, code, count, weight,
 * text, range }, its weight null where no figure is reported; `keys` are those of areaKeys, `note` is the
 * line on the chosen source, `bounds` those of the classes, `known` of the `reported` strikes are in the areas.
 */
function placeAreas(level, { rows }, { strikes, baseMap, modes: { size, told_by: source } }) {
  const { column, areasOf, beyond: name, fine, one } = level;
  const say = sayingOf(strikes, baseMap);
  const keyed = areaKeys(strikes, source, column);
  const { keys } = keyed;
  const sums = sumAreas(keyed, rows);
  const { counts } = sums;
  const { weightOf, textOf, rangeOf } = measureAreas(size, { strikes, rows, keyed, sums });
  const drawn = new Map(areasOf(baseMap).map((area) => [area.code, area]));
  const areaOf = (code) => drawn.get(strikes.dictionaries[column][code - 1]);
  const held = Array.from({ length: keyed.areas }, (_, code) => code).filter((code) => counts[code]);
  const areas = held.filter(areaOf).map((code) =>
    ({ area: areaOf(code), code, count: counts[code], weight: weightOf(code), text: textOf([code]), range: rangeOf(code) }));
  const beyond = placeBeyond(held.filter((code) => !areaOf(code)), { name: say(name), counts, keys, textOf });
  const all = counts.reduce((sum, part) => sum + part, 0);
  const reported = all - counts[keyed.areas + 1];
  const known = areas.reduce((sum, { count }) => sum + count, 0);
  const told = keyed.chosen && say("Told by {source}: {some} of {all} strikes in this period", { source: wordSource(keyed.chosen), some: reported, all });
  const share = fine && say("{some} of {all} strikes in this period are known to {area}", { some: known, all: reported, area: say(one) });
  const note = [told, share].filter(Boolean).join(". ") || null;
  const whole = size !== "per_source" || Boolean(keyed.chosen);
  const land = [...drawn.values()];
  const bounds = boundsTo(areas.reduce((top, { weight }) => Math.max(top, weight), 0), whole);
  return { areas, beyond, keys, noun: strikes.noun, land, fine, outlined: fine ? land : [], ofAll: !keyed.chosen, note, bounds, whole, known, reported };
}

/** Draws the outlines of areas, of those without a strike too. */
function outlineAreas(context, areas, frame, theme) {
  context.strokeStyle = theme.innerBorder;
  context.lineWidth = 0.6;
  for (const area of areas) {
    traceArea(context, area, frame);
    context.stroke();
  }
}

/** Fills areas by the class of their weight; one without a figure has its outline alone. */
function fillAreas(context, { areas, bounds }, frame, theme) {
  const colours = shadesOf(theme, bounds.length);
  for (const shaded of areas) {
    const { area, weight } = shaded;
    shaded.colour = weight === null ? null : colours[classOf(bounds, weight)];
    fillArea(context, shaded, frame, theme);
  }
}

/** Fills an area with its colour, where it has one, and draws its border. */
function fillArea(context, { area, colour }, frame, theme) {
  traceArea(context, area, frame);
  if (colour) {
    context.globalAlpha = OPAQUE;
    context.fillStyle = colour;
    context.fill();
    context.globalAlpha = 1;
  }
  context.strokeStyle = theme.border;
  context.lineWidth = 0.8;
  context.stroke();
}

function writeWords(context, { left, right, top, lines, leader, colour, ...box }, theme) {
  if (leader) drawLeader(context, { left, right, top, leader, ...box }, theme);
  const ink = leader || !colour ? { halo: theme.halo, text: theme.discText } : inkOn(colour, theme);
  lines.forEach((line, i) => writeHaloed(context, line, { x: (left + right) / 2, y: top + (i + 0.5) * LINE, font: WORD_FONT }, ink));
}

/** Fills the governorates and writes their names with their sums, none on another; takes the boxes of the words. */
function drawAreas(context, shaded, around) {
  outlineAreas(context, shaded.outlined, around.frame, around.theme);
  fillAreas(context, shaded, around.frame, around.theme);
  writeAreas(context, shaded, around);
}

/** Writes the words of areas that are filled; `named` becomes the areas that have theirs. */
function writeAreas(context, shaded, { frame, theme, boxes, positions, language }) {
  const { areas, land, fine } = shaded;
  const most = shaded.mostPeople ?? mostPeople(areas);
  const { placed, wordless } = placeAreaWords(context, areas, { frame, boxes, positions, land, language, led: !fine, bar: BAR });
  for (const words of placed) writeWords(context, words, theme);
  for (const { range, left, right, top, lines } of placed) {
    if (range) drawRangeBar(context, { x: (left + right) / 2, y: top + lines.length * LINE + BAR_DROP, range, most }, theme);
  }
  shaded.named = new Set(placed.map(({ area }) => area));
  shaded.wordless = wordless;
}

/** The most people that a bar of some areas stands for. */
function mostPeople(areas) {
  return areas.reduce((top, { range }) => Math.max(top, range ? range.most : 0), 0) || 1;
}

/** What some areas of a level are called, after their number. */
function wordLevel({ word, words }, count, say) {
  return say(count === 1 ? word : words, { count });
}

/** The scale of a legend: each class with its colour, and how many strikes stand in the areas. */
function scaleOf({ bounds, whole, known, reported, areas, wordless }, { theme, size, say, level }) {
  const words = wordClasses(bounds, { least: SIZES[size].measure === "count" ? 1 : 0, whole });
  const some = areas.some(({ weight }) => weight !== null);
  return {
    steps: some ? shadesOf(theme, bounds.length).map((colour, i) => ({ colour, words: words[i] })) : [],
    notes: [say("{some} of {all} strikes with a date in the period are in these {areas}", { some: known, all: reported, areas: say(level.words) }),
      ...(reported > known ? [say("{count} are in no {area} of the map, or not located", { count: reported - known, area: say(level.word) })] : []),
      ...(wordless ? [say("{count} {areas} here without words, for which there is no room; a click says them", { count: wordless, areas: wordLevel(level, wordless, say) })] : [])],
  };
}

/** The area at a point of the frame with its rows, as the reader lists them; null where none is. */
function findArea({ areas, keys, noun, ofAll }, { x, y }, frame) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  const found = areas.find(({ area }) => insideRings(unitX, unitY, area.flats));
  if (!found) return null;
  const title = `${found.area.name}: ${sayingOf({ noun })(STRIKES, { count: found.count })}`;
  return { title, holds: holdsIn(keys, [found.code]), area: ofAll ? found.area.code : null };
}

/** A way to show areas of a level, a mode of modes.js. */
function makeAreaMode(name, level) {
  return {
    name,
    label: level.words,
    offered: level.offered,
    sizes: ["count", "killed_min", "killed_max", "per_source"],
    bySource: true,
    coloured: false,
    areaBadges: false,
    finer: 0,
    place(step, given) {
      const { beyond, note, ...shaded } = placeAreas(level, step, given);
      return { shaded, beyond, note };
    },
    drawBelow: (context, { shaded }, around) => drawAreas(context, shaded, around),
    find: ({ shaded }, point, frame) => findArea(shaded, point, frame),
    legend: (size, modes) => [
      { swatch: "shade", words: size === "per_source" && !modes.told_by ? PER_SOURCE : wordShade(size, level.word) },
      ...rangeLegend(size, { swatch: "bar", words: RANGE }),
    ],
    scale: ({ shaded }, given) => scaleOf(shaded, { ...given, level }),
    named: ({ shaded }) => shaded.named,
    share({ shaded }, { shaded: other }) {
      const most = [...shaded.areas, ...other.areas].reduce((top, { weight }) => Math.max(top, weight), 0);
      shaded.bounds = other.bounds = boundsTo(most, shaded.whole);
      shaded.mostPeople = other.mostPeople = mostPeople([...shaded.areas, ...other.areas]);
    },
    word: ({ shaded }) => say("{count} {areas} shaded", { count: shaded.areas.length, areas: wordLevel(level, shaded.areas.length, say) }),
    describe: ({ shaded, beyond, note }) => ({
      areas: shaded?.areas.map(({ area, count, text }) => ({ name: area.name, count, text })) ?? null,
      without: beyond?.count ?? 0,
      sourceNote: note ?? null,
    }),
  };
}

module.exports = {
  ...makeAreaMode("areas", GOVERNORATES), GOVERNORATES, fillArea, makeAreaMode, outlineAreas, placeAreas, wordLevel, writeAreas,
};
