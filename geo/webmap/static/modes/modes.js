"use strict";
// The modes, ways to show the same rows, one file each: the legend on the map, that of the saved
// picture, the address, the counting and the drawing walk this list. A mode is
//   name, label: as the address has it, and as the legend offers it;
//   offered(strikes, modes): whether these data can be shown so; always, where it is missing;
//   sizes: those of terms/sizes.js that it can be sized by;
//   bySource: whether it can count one source alone, and strikes per source;
//   coloured: whether its marks have the colours of the groups;
//   areaBadges: whether badges stand for what is known only to an area (else it is in the marks);
//   finer: zooms by which its grid is finer than the clusters' cells;
//   place(step, { strikes, baseMap, modes, frame, compared }): its own part of the marks of a step, where it
//     applies `outside` (located rows out of the frame), `beyond` (a badge at the map's edge: { name,
//     noun, count, text, holds(row) }) and `note` (a line under the totals);
//   drawBelow, drawAbove(context, marks, { strikes, frame, theme, colours, boxes, positions }): what is
//     drawn under the names, and over them; either may be missing; `language` is that of names;
//   find(marks, { x, y }, frame): what a click opens, { title, holds(row), area }, `area` the code where it is all of one; may be missing;
//   legend(size, modes): entries of modes/meanings.js;
//   scale(marks, { theme, size, say }): what colours and sizes stand for in numbers, { steps: [{ colour, words }], sizes: [{ weight, radius }], notes }; may be missing, as may sizes;
//   share(marks, others): gives the marks of two maps side by side one scale; may be missing;
//   named(marks): the areas whose names are drawn with their numbers, a set; may be missing;
//   word(marks, frame): what is drawn, for screen readers;
//   describe(marks): what getState() says, null where another mode is shown.

const { SIZES } = require("../terms/sizes.js");
const { areHeld } = require("../terms/words.js");

const MODES = [
  require("./clusters.js"), require("./areas.js"), require("./districts.js"), require("./density.js"),
  require("./difference.js"), require("./district_difference.js"),
];

/** The mode that some ways to show ask for; the first where there is none of that name. */
function modeOf({ show }) {
  return MODES.find(({ name }) => name === show) ?? MODES[0];
}

/** Whether some data can be shown in a mode, as the other ways to show are. */
function isOffered(mode, strikes, modes) {
  return mode.offered?.(strikes, modes) ?? true;
}

/** Whether marks can be sized so in some ways to show: not by numbers of people that a release holds back. */
function isSizeOffered(size, strikes, modes) {
  return modeOf(modes).sizes.includes(size) && !areHeld(strikes, SIZES[size].measure);
}

/** Ways to show as some data can be shown: by governorate where they have no districts, or nothing is compared. */
function settleModes(modes, strikes) {
  const sized = areHeld(strikes, SIZES[modes.size]?.measure) ? { ...modes, size: "count" } : modes;
  return isOffered(modeOf(sized), strikes, sized) ? sized : { ...sized, show: "areas" };
}

/** What the marks of some ways to show are sized by: their size, where their mode has it. */
function sizeOf(modes) {
  return modeOf(modes).sizes.includes(modes.size) ? modes.size : "count";
}

/** Whether some ways to show cannot be drawn without the sources. */
function needsSources(modes) {
  return modeOf(modes).bySource && (modes.size === "per_source" || Boolean(modes.told_by));
}

/** The source that some ways to show count alone, "" for all: only some modes can. */
function sourceOf(modes) {
  return modeOf(modes).bySource ? modes.told_by : "";
}

/** What the legend explains of some ways to show. */
function legendOf(modes) {
  return modeOf(modes).legend(sizeOf(modes), modes);
}

/** What the colours and sizes of some marks stand for in numbers, null where they stand for none: see `scale` above. */
function scaleOf(marks, { modes, theme, say }) {
  return marks.mode.scale?.(marks, { theme, say, size: sizeOf(modes) }) ?? null;
}

/** What all modes say of the marks of a step. */
function describeModes(marks) {
  return Object.assign({}, ...MODES.map((mode) => mode.describe(marks)));
}

module.exports = { MODES, describeModes, isOffered, isSizeOffered, legendOf, modeOf, needsSources, scaleOf, settleModes, sizeOf, sourceOf };
