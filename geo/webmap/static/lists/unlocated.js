"use strict";
// Lists of what has no point or no date: area only by governorate, unlocated by reason, undated.

const { textOf } = require("../data/payload.js");
const { say } = require("../language/language.js");
const { nameCountry } = require("../marks/country_badge.js");
const { LEVELS, sayingOf } = require("../terms/nouns.js");
const { wordUndated } = require("../terms/words.js");

function districtOf(strikes, { texts }, row, levels) {
  const { precision } = strikes.dictionaries;
  const known = precision[strikes.columns.precision[row] - 1];
  const name = textOf(texts.adm2_name, row) ?? (known === "district" ? textOf(texts.place_name, row) : null);
  const words = [LEVELS[1], sayingOf({}, { levels })(LEVELS[1])];
  const said = name === null || words.some((word) => name.toLowerCase().endsWith(word));
  return said ? name : say("{name} {area}", { name, area: words[1] });
}

/** Rows as [key, rows], sorted by key; those without one first. */
function groupBy(rows, keyOf) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  return [...groups].sort(([a], [b]) => (a === null ? -1 : b === null ? 1 : a.localeCompare(b)));
}

/** Rows of one area as parts of a list, by district where one is known: [heading, rows]. */
function partsByDistrict(strikes, texts, rows, levels = null) {
  const groups = groupBy(rows, (row) => districtOf(strikes, texts, row, levels));
  if (groups.length === 1 && groups[0][0] === null) return [["", rows]];
  return groups.map(([district, own]) => [district ?? sayingOf({}, { levels })("District not known"), own]);
}

/** area_only rows as parts of a list, by governorate and then district: [heading, rows]. */
function partsByArea(strikes, texts, rows, levels = null) {
  const governorateOf = (row) => textOf(texts.texts.adm1_name, row);
  return groupBy(rows, governorateOf).flatMap(([governorate, own]) =>
    groupBy(own, (row) => districtOf(strikes, texts, row, levels)).map(([district, part]) =>
      [[governorate ?? sayingOf({}, { levels })("Governorate not known"), district].filter(Boolean).join(", "), part]));
}

/** Unlocated rows as parts of a list: those known only to the country, and those that found no place. */
function partsByReason(strikes, rows) {
  const country = (strikes.dictionaries.precision ?? []).indexOf("country") + 1;
  const known = (row) => country > 0 && strikes.columns.precision[row] === country;
  const parts = [
    [say("Known only to the country"), rows.filter(known)],
    [say("Not placed"), rows.filter((row) => !known(row))],
  ];
  return parts.filter(([, own]) => own.length);
}

/** Undated rows of a location status; of every one without it. */
function undatedRows({ rows, groups, statuses, columns }, status = null) {
  const all = Array.from({ length: groups.undated }, (_, i) => rows - groups.undated + i);
  return status ? all.filter((row) => statuses[columns.status[row]] === status) : all;
}

/**
 * What a list of the totals line holds: { title, parts }, its rows those that the totals count; `whole` says
 * whether these are of the whole period, which alone has the undated.
 */
function fillList(name, { strikes, texts, reader, levels, whole }) {
  if (name === "undated") {
    const rows = undatedRows(strikes);
    return { title: say(whole ? "{count} {dateless}" : "{count} {dateless}, in no count of a period", { count: rows.length, dateless: wordUndated(strikes) }), parts: [["", rows]] };
  }
  const status = name === "areaOnly" ? "area_only" : "unlocated";
  const rows = [...reader.rowsOfStatus(status), ...(whole ? undatedRows(strikes, status) : [])];
  if (name === "areaOnly") {
    return { title: say("{count} known only to an area", { count: rows.length }), parts: partsByArea(strikes, texts, rows, levels) };
  }
  return { title: say("{count} not located", { count: rows.length }), parts: partsByReason(strikes, rows) };
}

function wordCountryOnly(baseMap, count) {
  return `${nameCountry(baseMap)}: ${say("{count} known only to the country", { count })}`;
}

module.exports = {
  fillList, partsByArea, partsByDistrict, partsByReason, undatedRows, wordCountryOnly,
};
