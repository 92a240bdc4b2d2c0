"use strict";
// Contested land, which the base map hatches: what of it a view shows, and what is said of it.

const { inFrame } = require("./base_map.js");
const { nameOf } = require("./name_of.js");
const { insideRings } = require("./rings.js");

const DRAWN = "Hatched, disputed land; drawn as the source says, which is no endorsement.";

/** Whether some of an area lies in a frame: a corner of its outline, or a corner of the frame in it. */
function isShown(area, frame) {
  if (!inFrame(area, frame)) return false;
  const [left, top] = [frame.left / frame.world, frame.top / frame.world];
  const [right, bottom] = [left + frame.width / frame.world, top + frame.height / frame.world];
  const holds = (x, y) => x >= left && x <= right && y >= top && y <= bottom;
  for (const ring of area.flats) {
    for (let i = 0; i < ring.length; i += 2) if (holds(ring[i], ring[i + 1])) return true;
  }
  return [[left, top], [right, top], [left, bottom], [right, bottom]].some(([x, y]) => insideRings(x, y, area.flats));
}

/** The contested parts that a frame shows, which the base map hatches. */
function contestedIn({ contested }, frame) {
  return contested.filter((area) => isShown(area, frame));
}

/** The contested part at a point of a frame, in CSS pixels from its corner; null where none is. */
function contestedAt({ contested }, { x, y }, frame) {
  const [unitX, unitY] = [(x + frame.left) / frame.world, (y + frame.top) / frame.world];
  return contested.find(({ flats }) => insideRings(unitX, unitY, flats)) ?? null;
}

/** "Donetsk: claimed by Russia": what stands before the colon, and what after it. */
function splitName(name) {
  const [, head, rest] = /^([^:]+):\s+(.+)$/.exec(name) ?? [null, name, ""];
  return { head, rest };
}

/**
 * What is said of contested parts, a text each; those of which the same is said are named together.
 * In Arabic where names are, or are those of countries whose own language it is.
 */
function wordContested(areas, language, { language: own } = {}) {
  const groups = new Map();
  const spoken = language === "ar" || (language === "local" && own === "ar") ? "ar" : "en";
  for (const area of areas) {
    const { head, rest } = splitName(nameOf(area, spoken));
    const told = spoken === "ar" ? area.note_ar || area.note : area.note;
    const note = told ? `. ${told}` : "";
    const said = rest ? `: ${rest}${note}` : `${head}${note}`;
    groups.set(said, [...(groups.get(said) ?? []), head]);
  }
  return [...groups].map(([said, heads]) => (said.startsWith(": ") ? `${heads.join(", ")}${said}` : said));
}

module.exports = { DRAWN, contestedAt, contestedIn, wordContested };
