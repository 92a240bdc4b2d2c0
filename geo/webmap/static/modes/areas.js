"use strict";
// Governorates, or districts, shaded by what they hold, however precisely it is placed, of all sources or of one.

const { areaKeys, measureAreas, sumAreas } = require("../counting/areas.js");
const { writeHaloed } = require("../look/halo.js");
const { FONT, shadeOf } = require("../look/theme.js");
const { insideRings, traceArea } = require("../map/base_map.js");
const { drawLeader } = require("../marks/badges.js");
const { drawRangeBar } = require("../marks/toll_range.js");
const { rangeLegend, wordShade } = require("./meanings.js");
const { callRows, sayingOf } = require("../terms/nouns.js");
const { plural } = require("../terms/words.js");

const NUMBER_FONT = `600 13px ${FONT}`;
const NUMBER_HEIGHT = 18; // CSS pixels
const [BAR_WIDTH, BAR_HEIGHT] = [84, 12]; // CSS pixels of a range's bar with its arrow
const BAR_DROP = 14; // CSS pixels from a governorate's number down to its bar
// A level: `beyond` is what the badge at the map's edge counts, `offered` whether the map has such areas,
// `fine` whether they are many and small: all outlined, numbered where there is room, and how many are known to one.
const GOVERNORATES = {
  column: "adm1_code", word: "governorate", beyond: "In no area of the map", areasOf: ({ governorates }) => governorates,
  offered: () => true,
};
const PER_SOURCE = "“12 by 3”: strikes by sources (none given: one); stronger: more for each";
const RANGE = "–: no figure; bar: solid at least, dashed up to; an arrow: no upper bound";

/** Rows that the areas with some codes count, a function of the row. */
function holdsIn(keys, codes) {
  return (row) => codes.includes(keys[row]);
}

/** "Told by SOHR: 12 of 42 strikes in this period". */
function wordSourceNote({ chosen, reported, all, noun }) {
  const number = (count) => count.toLocaleString("en");
  return `Told by ${chosen}: ${number(reported)} of ${number(all)} ${callRows("strikes", noun)} in this period`;
}

/** "30 of 42 strikes in this period are known to a district". */
function wordKnown({ known, reported, word }) {
  const number = (count) => count.toLocaleString("en");
  return `${number(known)} of ${number(reported)} strikes in this period are known to a ${word}`;
}

/** The rows of no drawn area, as a badge counts them; null where there are none. */
function placeBeyond(codes, { name, counts, keys, textOf }) {
  const count = codes.reduce((sum, code) => sum + counts[code], 0);
  if (!count) return null;
  return { name, noun: "strikes", count, text: textOf(codes), holds: holdsIn(keys, codes) };
}

/**
 * Governorates with what they hold of a window, located and area_only alike, of one source or of
 * all: { areas, beyond, keys, noun, note }, each area { area, code, count, weight, text, range }, its
 * weight null where no figure is reported; `keys` are those of areaKeys, `note` is the line on the
 * chosen source.
 */
function placeAreas(level, { rows }, { strikes, baseMap, modes: { size, told_by: source } }) {
  const { column, areasOf, beyond: name, fine, word } = level;
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
  const told = keyed.chosen && wordSourceNote({ chosen: keyed.chosen, reported, all, noun: strikes.noun });
  const share = fine && say(wordKnown({ known, reported, word }));
  const note = [told, share].filter(Boolean).join(". ") || null;
  return { areas, beyond, keys, noun: strikes.noun, outlined: fine ? [...drawn.values()] : [], note };
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

/** Whether an area on the screen is as large as the words that stand in it. */
function holdsWords({ box }, { width, height }, { world }) {
  return (box.right - box.left) * world >= width && (box.bottom - box.top) * world >= height;
}

function fillAreas(context, areas, frame, theme) {
  const most = areas.reduce((top, { weight }) => Math.max(top, weight), 0) || 1;
  for (const { area, weight } of areas) {
    traceArea(context, area, frame);
    context.globalAlpha = 0.85;
    context.fillStyle = shadeOf(theme, weight / most);
    if (weight !== null) context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = theme.border;
    context.lineWidth = 0.8;
    context.stroke();
  }
}

/** Small governorates choose first: a large one has room for its number elsewhere in it. */
function smallFirst(areas) {
  const sizeOf = ({ area: { box } }) => (box.right - box.left) * (box.bottom - box.top);
  return [...areas].sort((a, b) => sizeOf(a) - sizeOf(b));
}

function drawNumber(context, { x, y, text, leader, ...box }, theme) {
  if (leader) drawLeader(context, { ...box, leader }, theme);
  writeHaloed(context, text, { x, y, font: NUMBER_FONT }, { halo: theme.disc, text: theme.discText });
}

/** Fills the governorates and writes their sums, none on another; takes the boxes of the words. */
function drawAreas(context, { areas, outlined }, { frame, theme, boxes, positions }) {
  outlineAreas(context, outlined, frame, theme);
  fillAreas(context, areas, frame, theme);
  const most = areas.reduce((top, { range }) => Math.max(top, range ? range.most : 0), 0) || 1;
  context.font = NUMBER_FONT;
  const placed = smallFirst(areas).flatMap(({ area, text, range }) => {
    const width = Math.max(context.measureText(text).width + 8, range ? BAR_WIDTH : 0);
    const size = { width, height: NUMBER_HEIGHT + (range ? BAR_HEIGHT : 0), name: "number " };
    if (outlined.length && !holdsWords(area, size, frame)) return [];
    const position = positions.find(area, size, frame, boxes);
    boxes.push(position);
    return [{ ...position, text, range, x: (position.left + position.right) / 2, y: position.top + NUMBER_HEIGHT / 2 }];
  });
  for (const number of placed) {
    drawNumber(context, number, theme);
    const { x, y, range } = number;
    if (range) drawRangeBar(context, { x, y: y + BAR_DROP, range, most }, theme);
  }
}

/** The area at a point of the frame with its rows, as the reader lists them; null where none is. */
function findArea({ areas, keys, noun }, { x, y }, frame) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  const found = areas.find(({ area }) => insideRings(unitX, unitY, area.flats));
  if (!found) return null;
  const title = `${found.area.name}: ${callRows(plural(found.count, "strike", "strikes"), noun)}`;
  return { title, holds: holdsIn(keys, [found.code]), at: { x, y } };
}

/** A way to show areas of a level, a mode of modes.js. */
function makeAreaMode(name, level) {
  return {
    name,
    label: `${level.word}s`,
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
      ...(level.fine ? [{ swatch: "shade", words: "without a number: too small for one here; a click says it" }] : []),
    ],
    word: ({ shaded }) => `${plural(shaded.areas.length, level.word, `${level.word}s`)} shaded`,
    describe: ({ shaded, beyond, note }) => ({
      areas: shaded?.areas.map(({ area, count, text }) => ({ name: area.name, count, text })) ?? null,
      without: beyond?.count ?? 0,
      sourceNote: note ?? null,
    }),
  };
}

module.exports = { ...makeAreaMode("areas", GOVERNORATES), makeAreaMode };
