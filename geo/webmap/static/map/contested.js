"use strict";
// Contested land, which the base map hatches: what of it a view shows, and what is said of it.

const { inFrame, insideRings } = require("./base_map.js");
const { nameOf } = require("./name_of.js");

const DRAWN = "Hatched, contested; drawn as the source says, which is no endorsement.";

/** The contested parts that a frame shows. */
function contestedIn({ contested }, frame) {
  return contested.filter((area) => inFrame(area, frame));
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

/** What is said of contested parts, a text each; those of which the same is said are named together. */
function wordContested(areas, language) {
  const groups = new Map();
  for (const area of areas) {
    const { head, rest } = splitName(nameOf(area, language === "ar" ? "ar" : "en"));
    const note = area.note ? `. ${area.note}` : "";
    const said = rest ? `: ${rest}${note}` : `${head}${note}`;
    groups.set(said, [...(groups.get(said) ?? []), head]);
  }
  return [...groups].map(([said, heads]) => (said.startsWith(": ") ? `${heads.join(", ")}${said}` : said));
}

module.exports = { DRAWN, contestedAt, contestedIn, wordContested };
