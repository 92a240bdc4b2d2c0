"use strict";
// The names of countries, each on ground of its own: which are written, and what of contested ground they must keep to or off.

const { nameOf } = require("./name_of.js");
const { insideRings, labelPointsOf } = require("./rings.js");

const COUNTRY_ZOOM = 8; // up to which countries are named; of two who claim a ground neither alone
const HOME_ZOOM = 7; // up to which those are named that the strikes lie in

/** An area's name as labels.js takes it. */
function labelOf(area, language, size) {
  return { text: nameOf(area, language), point: area.labelPoint, size, weight: 600, spread: true, area };
}

/** The contested grounds that an area's name must keep off: those on which it does not stand. */
function contestedBeside({ contested }, { labelPoint }) {
  return contested.filter(({ flats }) => !insideRings(...labelPoint, flats));
}

/** A country whose middle is contested is named on that ground alone, or at sea off it; who claims it, off contested ground. */
function labelCountry(baseMap, area, { language, size, isLand }) {
  const { contested } = baseMap;
  const within = contested.find(({ flats }) => insideRings(...area.labelPoint, flats)) ?? null;
  const label = { ...labelOf(area, language, size), within };
  if (within) return { ...label, isLand, grounds: contested.filter(({ name }) => area.contested?.includes(name)) };
  if (!contested.some((ground) => ground.name.includes(area.name))) return label;
  const others = () => (area.others ??= area.flats ? labelPointsOf(area.flats) : []);
  return { ...label, beside: contestedBeside(baseMap, area), others };
}

/** Labels of the countries that strikes lie in, and of their neighbours: { homes, neighbours }. */
function findCountryLabels(baseMap, { zoom }, { language, isLand }) {
  const named = zoom <= COUNTRY_ZOOM;
  const label = (size) => (area) => labelCountry(baseMap, area, { language, size, isLand });
  const homes = baseMap.homes.map(label(14)).filter(({ within, beside }) => zoom < HOME_ZOOM || (named && (within || beside)));
  const neighbours = (named ? baseMap.neighbours : []).filter(({ labelPoint }) => labelPoint).map(label(13));
  return { homes, neighbours };
}

module.exports = { contestedBeside, findCountryLabels, labelOf };
