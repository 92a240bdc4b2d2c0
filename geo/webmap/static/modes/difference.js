"use strict";
// The difference of two choices of strikes by governorate, or district: "12 → 30", where a map compares.

const { GOVERNORATES, fillArea, outlineAreas, placeAreas, wordLevel, writeAreas } = require("./areas.js");
const { say } = require("../language/language.js");
const { boundsTo, classOf, huesOf, wordClasses } = require("../look/shades.js");
const { insideRings } = require("../map/rings.js");
const { STRIKES, sayingOf } = require("../terms/nouns.js");
const { SIZES } = require("../terms/sizes.js");

const CHANGE = "{before} → {after}"; // each language has its arrow point the way it is read
const NONE = "–"; // no figure, or no strikes of which one could be given

/** Ways to show with a size that two choices can be compared by: people killed, or strikes. */
function sizedFor(modes) {
  return modes.size in SIZES && modes.size.startsWith("killed") ? modes : { ...modes, size: "count" };
}

/**
 * Two choices of strikes by area: { areas, bounds, a, b }, each area { area, a, b, change, text }, a and b its part
 * of placeAreas or null where it holds no strikes. `change` is null where one of the two gives no figure: people
 * killed are not 0 where nothing is reported. Areas with no strikes in both are not there. a, b: { strikes, rows }.
 */
function joinAreas(level, { a, b }, { baseMap, modes }) {
  const sized = sizedFor(modes);
  const [before, after] = [a, b].map(({ strikes, rows }) => placeAreas(level, { rows }, { strikes, baseMap, modes: sized }));
  const counted = sized.size === "count";
  const [inA, inB] = [before, after].map(({ areas }) => new Map(areas.map((placed) => [placed.area, placed])));
  const weightOf = (placed) => (placed ? placed.weight : counted ? 0 : null);
  const textOf = (placed) => (placed ? placed.text : counted ? "0" : NONE);
  const areas = before.land.filter((area) => inA.has(area) || inB.has(area)).map((area) => {
    const [one, other] = [inA.get(area) ?? null, inB.get(area) ?? null];
    const weights = [one, other].map(weightOf);
    const change = weights.includes(null) ? null : weights[1] - weights[0];
    return { area, a: one, b: other, change, range: null, texts: [textOf(one), textOf(other)], text: say(CHANGE, { before: textOf(one), after: textOf(other) }) };
  });
  const most = areas.reduce((top, { change }) => Math.max(top, Math.abs(change ?? 0)), 0);
  return { areas, bounds: most ? boundsTo(most) : [], before, after, land: before.land, fine: before.fine };
}

function colourOf(change, bounds, theme) {
  if (change === null) return null;
  if (!change) return huesOf(theme, "same")[0];
  return huesOf(theme, change < 0 ? "fewer" : "more", bounds.length)[classOf(bounds, Math.abs(change))];
}

function drawDifference(context, differing, around) {
  const { frame, theme } = around;
  outlineAreas(context, differing.land, frame, theme);
  for (const part of differing.areas) {
    part.colour = colourOf(part.change, differing.bounds, theme);
    fillArea(context, part, frame, theme);
  }
  writeAreas(context, differing, around);
}

/** "A: 120 of 134 strikes with a date are in these governorates; 14 in none of them, or not located". */
function wordSide(name, { known, reported }, { words }, say) {
  const held = say("{side}: {some} of {all} strikes with a date are in these {areas}", { side: name, some: known, all: reported, areas: say(words) });
  return reported > known ? `${held}; ${say("{count} in none, or not located", { count: reported - known })}` : held;
}

function scaleOf({ areas, bounds, before, after, wordless }, { theme, say, level }) {
  const [fewer, more] = [["fewer", "{number} fewer in B"], ["more", "{number} more in B"]].map(([side, phrase]) => {
    const colours = huesOf(theme, side, bounds.length);
    return wordClasses(bounds).map((words, i) => ({ colour: colours[i], words: say(phrase, { number: words }) }));
  });
  const figures = areas.some(({ change }) => change === null) ? [{ colour: null, words: say("–: no figure in one of the two, not shaded") }] : [];
  return {
    steps: [
      ...fewer.reverse(), { colour: huesOf(theme, "same")[0], words: say("as many in both") }, ...more, ...figures,
      { colour: theme.home, words: say("none in both: not shaded") },
    ],
    notes: [wordSide("A", before, level, say), wordSide("B", after, level, say),
      ...(wordless ? [say("{count} {areas} here without words, for which there is no room", { count: wordless, areas: wordLevel(level, wordless, say) })] : [])],
  };
}

/** The area at a point of the frame with its rows of B, as the reader lists them; null where B has none there. */
function findArea({ areas, after }, { x, y }, frame) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  const found = areas.find(({ area, b }) => b && insideRings(unitX, unitY, area.flats));
  if (!found) return null;
  const say = sayingOf({ noun: after.noun });
  return {
    title: say("{name}: {words}", { name: found.area.name, words: say("{held} in B, {other} in A", { held: say(STRIKES, { count: found.b.count }), other: found.a?.count ?? 0 }) }),
    holds: (row) => after.keys[row] === found.b.code, at: { x, y },
  };
}

/** A way to show the difference by areas of a level, a mode of modes.js. */
function makeDifferenceMode(name, level) {
  return {
    name,
    label: level.fine ? "district difference" : "difference",
    offered: (strikes, modes) => Boolean(modes?.compare) && level.offered(strikes),
    sizes: ["count", "killed_min", "killed_max"],
    bySource: true,
    coloured: false,
    areaBadges: false,
    finer: 0,
    place({ rows }, { strikes, baseMap, modes, compared }) {
      const b = { strikes, rows };
      const joined = joinAreas(level, { a: compared ?? b, b }, { baseMap, modes });
      return { differing: compared ? joined : { ...joined, areas: [] } }; // until side A is there
    },
    drawBelow: (context, { differing }, around) => drawDifference(context, differing, around),
    find: ({ differing }, point, frame) => findArea(differing, point, frame),
    legend: (size) => [
      { swatch: "change", words: say("{counted} in A → in B, by {area}; blue: fewer in B, orange: more", { counted: say(SIZES[size].counted), area: say(level.word) }) },
    ],
    scale: ({ differing }, given) => scaleOf(differing, { ...given, level }),
    named: ({ differing }) => differing.named,
    word: ({ differing }) => say("{count} {areas} with what they hold in A and in B", { count: differing.areas.length, areas: wordLevel(level, differing.areas.length, say) }),
    describe: ({ differing }) => ({
      differences: differing?.areas.map(({ area, change, text }) => ({ name: area.name, change, text })) ?? null,
    }),
  };
}

module.exports = { ...makeDifferenceMode("difference", GOVERNORATES), joinAreas, makeDifferenceMode };
