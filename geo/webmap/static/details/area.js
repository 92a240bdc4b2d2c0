"use strict";
// A governorate or a district as it is read: its strikes, by district and by place.

const { groupView, leadTo } = require("./group.js");
const { wordPlaceName } = require("./place.js");
const { number, say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { findArea, rowsIn } = require("../places/areas.js");
const { placesOf } = require("../places/index.js");
const { LEVELS } = require("../terms/nouns.js");
const { capital } = require("../terms/words.js");

const FIRST = 10; // entries at first
const MOST = 300; // entries in the page

function isLocated({ columns, statuses }, row) {
  return statuses[columns.status[row]] === "located";
}

/** How many rows have each key, most first, key 0 left out: [key, count]. */
function countKeys(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/**
 * A titled list of what some rows are counted by, each entry a button: null where it is empty. `entries` are
 * [count, words, act]; `rest` says what is in none of them, "" for nothing.
 */
function countedList(title, entries, { rest = "" } = {}) {
  if (!entries.length) return null;
  const list = make("ul", { name: "strike-counted" });
  const add = (some) => list.append(...some.map(([count, words, act]) =>
    make("li", { children: [leadTo(words, act), " ", make("span", { name: "strike-count", text: number(count) })] })));
  add(entries.slice(0, FIRST));
  const shown = Math.min(entries.length, MOST);
  const more = leadTo(say(shown === entries.length ? "Show all {count}" : "Show {count}", { count: shown }), () => {
    add(entries.slice(FIRST, MOST));
    more.hidden = true;
    list.children[FIRST].querySelector("button").focus();
  }, { name: "strike-action" });
  more.hidden = entries.length <= FIRST;
  const left = entries.length > MOST ? say("{count} more are found by the search.", { count: entries.length - MOST }) : "";
  const note = [rest, left].filter(Boolean).join(" ");
  return make("section", { children: [make("h4", { text: title }), list, more, ...(note ? [make("p", { name: "strike-reason", text: note })] : [])] });
}

/** The governorate that a district's rows lie in most; null for a governorate. */
function parentOf({ strikes, baseMap }, texts, { level }, rows) {
  if (level === 0 || !rows.length) return null;
  const { adm1_code: codes } = strikes.columns;
  const [[code]] = countKeys(rows, (row) => codes[row]).concat([[0]]);
  return code ? findArea(strikes, texts, baseMap, strikes.dictionaries.adm1_code[code - 1]) : null;
}

function districtEntries(host, texts, { level }, rows) {
  const { strikes, baseMap } = host;
  const { adm2_code: codes } = strikes.columns;
  if (level !== 0 || !codes) return [];
  return countKeys(rows, (row) => codes[row]).map(([code, count]) => {
    const area = findArea(strikes, texts, baseMap, strikes.dictionaries.adm2_code[code - 1]);
    return [count, area.name, () => host.visits.openArea(area.code)];
  });
}

/** The view of an area by its code; null where neither strikes nor the map know it. */
function areaView(host, texts, code) {
  const { strikes, baseMap, say } = host;
  const area = findArea(strikes, texts, baseMap, code);
  if (!area) return null;
  const rows = rowsIn(strikes, area);
  const places = placesOf(strikes, texts);
  const parent = parentOf(host, texts, area, rows);
  const leads = [make("span", { text: capital(say(LEVELS[area.level])) })];
  if (parent) leads.push(leadTo(parent.name, () => host.visits.openArea(parent.code)));
  if (area.box) leads.push(leadTo(say("Show on the map"), () => host.reader.flyToBox(area.box), { name: "strike-action" }));
  const parts = (shown) => {
    const byPlace = countKeys(shown, (row) => places.of[row]);
    const nameless = shown.filter((row) => !places.of[row] && isLocated(strikes, row)).length;
    const named = byPlace.reduce((sum, [, count]) => sum + count, 0);
    const placeEntries = byPlace.map(([place, count]) =>
      [count, wordPlaceName(places.at(place)), () => host.visits.openPlace(places.wordOf(place))]);
    const without = shown.length - named - nameless;
    const rest = [
      nameless ? say(["{count} strike has a point and no name of a place.", "{count} strikes have a point and no name of a place."], { count: nameless }) : "",
      without ? say(["{count} strike has no place, only the area.", "{count} strikes have no place, only the area."], { count: without }) : "",
    ];
    return [
      countedList(say("By district"), districtEntries(host, texts, area, shown)),
      countedList(say("By place"), placeEntries, { rest: rest.filter(Boolean).join(" ") }),
    ].filter(Boolean);
  };
  return groupView(host, texts, { title: area.name, titleArabic: area.nameArabic, rows, leads, foot: null, marked: false, facts: () => [], parts });
}

module.exports = { areaView };
