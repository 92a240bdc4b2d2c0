"use strict";
// The totals line with a tray each for what has no point or no date: a quiet link opens its list.

const { make } = require("./popups.js");
const { nameCountry } = require("./country.js");
const { textOf } = require("./payload.js");
const { partTotals } = require("./totals.js");

const TRAYS = [
  ["areaOnly", "List the strikes known only to a governorate or district"],
  ["unlocated", "List the strikes that are not located, with the reasons"],
  ["undated", "List the strikes without a date"],
];
const number = (count) => count.toLocaleString("en");

/** The totals line: { element, show(totals) }; a text is written only where it has changed. */
function makeTotalsLine(openTray) {
  const lead = make("span", { text: "" });
  const buttons = TRAYS.map(([name, title]) => {
    const button = make("button", { name: "strike-tray", text: "" });
    button.type = "button";
    button.title = title;
    button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && openTray(name));
    return button;
  });
  const element = make("p", { name: "strike-totals", children: [lead, ...buttons.flatMap((button) => [" · ", button])] });
  const parts = [lead, ...buttons];
  const shown = parts.map(() => "");
  return {
    element,
    show(totals) {
      partTotals(totals).forEach((text, i) => {
        if (shown[i] === text) return;
        shown[i] = text;
        parts[i].textContent = text;
        // A button that is disabled outright would lose the focus.
        if (i) parts[i].setAttribute("aria-disabled", String(totals[TRAYS[i - 1][0]] === 0));
      });
    },
  };
}

function districtOf(strikes, { texts }, row) {
  const { precision } = strikes.dictionaries;
  const known = precision[strikes.columns.precision[row] - 1];
  const name = textOf(texts.adm2_name, row) ?? (known === "district" ? textOf(texts.place_name, row) : null);
  return name === null || /district$/i.test(name) ? name : `${name} district`;
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
function partsByDistrict(strikes, texts, rows) {
  const groups = groupBy(rows, (row) => districtOf(strikes, texts, row));
  if (groups.length === 1 && groups[0][0] === null) return [["", rows]];
  return groups.map(([district, own]) => [district ?? "District not known", own]);
}

/** area_only rows as parts of a list, by governorate and then district: [heading, rows]. */
function partsByArea(strikes, texts, rows) {
  const governorateOf = (row) => textOf(texts.texts.adm1_name, row);
  return groupBy(rows, governorateOf).flatMap(([governorate, own]) =>
    groupBy(own, (row) => districtOf(strikes, texts, row)).map(([district, part]) =>
      [[governorate ?? "Governorate not known", district].filter(Boolean).join(", "), part]));
}

/** Unlocated rows as parts of a list: those known only to the country, and those that found no place. */
function partsByReason(strikes, rows) {
  const country = (strikes.dictionaries.precision ?? []).indexOf("country") + 1;
  const known = (row) => country > 0 && strikes.columns.precision[row] === country;
  const parts = [
    ["Known only to the country", rows.filter(known)],
    ["Not placed", rows.filter((row) => !known(row))],
  ];
  return parts.filter(([, own]) => own.length);
}

/** Undated rows of a location status; of every one without it. */
function undatedRows({ rows, groups, statuses, columns }, status = null) {
  const all = Array.from({ length: groups.undated }, (_, i) => rows - groups.undated + i);
  return status ? all.filter((row) => statuses[columns.status[row]] === status) : all;
}

/** What a tray's list holds: { title, parts }, its rows those that the totals count. */
function fillTray(name, { strikes, texts, reader }) {
  if (name === "undated") {
    const rows = undatedRows(strikes);
    return { title: `${number(rows.length)} undated`, parts: [["", rows]] };
  }
  const status = name === "areaOnly" ? "area_only" : "unlocated";
  const rows = [...reader.rowsOfStatus(status), ...undatedRows(strikes, status)];
  if (name === "areaOnly") {
    return { title: `${number(rows.length)} known only to an area`, parts: partsByArea(strikes, texts, rows) };
  }
  return { title: `${number(rows.length)} not located`, parts: partsByReason(strikes, rows) };
}

function wordCountryOnly(baseMap, count) {
  return `${nameCountry(baseMap)}: ${number(count)} known only to the country`;
}

module.exports = {
  fillTray, makeTotalsLine, partsByArea, partsByDistrict, partsByReason, undatedRows, wordCountryOnly,
};
