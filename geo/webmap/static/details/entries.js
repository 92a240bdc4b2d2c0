"use strict";
// What can be read in the drawer, as entries of visits.js: a strike, a place, an area, lists.

const { areaView } = require("./area.js");
const { placeView } = require("./place.js");
const { strikeContent } = require("./strike.js");
const { listContent } = require("../lists/list.js");
const { fillList } = require("../lists/unlocated.js");
const { areasOf, findArea } = require("../places/areas.js");
const { placesAtHand, placesOf } = require("../places/index.js");

const rowsKept = new WeakMap(); // opened texts: their rows by id

/** The row of an id among opened texts; undefined where it is not there. */
function rowOf(texts, id) {
  if (!rowsKept.has(texts)) rowsKept.set(texts, new Map(texts.ids.map((own, row) => [own, row])));
  return rowsKept.get(texts).get(id);
}

/**
 * What a strike's place and areas lead to: { place: { count, act }, areas: [[name, act]] }, place null where it has none,
 * its count null where the places are still to be made.
 */
function leadsOf(host, texts, row) {
  const { strikes, baseMap, visits } = host;
  const located = strikes.statuses[strikes.columns.status[row]] === "located";
  const known = located ? placesAtHand(strikes, texts) : null;
  const isPlaced = located && (known ? known.of[row] > 0 : true);
  const act = () => {
    const places = placesOf(strikes, texts);
    if (places.of[row]) visits.openPlace(places.wordOf(places.of[row]));
  };
  const areas = areasOf(strikes, row).map((code) => code && findArea(strikes, texts, baseMap, code)).filter(Boolean);
  return {
    place: isPlaced ? { count: known && known.sizeOf(known.of[row]), act } : null,
    areas: areas.reverse().map(({ name, code }) => [name, () => visits.openArea(code)]),
  };
}

/** One strike, by its id. */
function strikeEntry(host, id) {
  return {
    said: `strike:${id}`,
    build(texts) {
      const row = rowOf(texts, id);
      if (row === undefined) return null;
      const approach = () => host.reader.approach(row);
      const back = host.backTo?.id === id ? host.backTo.act : null; // to the row of a table that led here
      const correct = host.options.mends ? () => host.emit("correct", id) : null; // the page around leads to its form
      const leads = { ...leadsOf(host, texts, row), back, correct };
      return { row, rows: [row], content: strikeContent(host.strikes, texts, row, { say: host.say, approach, leads, thumbnails: host.baseMap.thumbnails }) };
    },
  };
}

/** A place, by what places/index.js says of it for the address. */
function placeEntry(host, word) {
  return {
    said: `place:${word}`,
    build(texts) {
      const places = placesOf(host.strikes, texts);
      const number = places.find(word);
      return number === undefined ? null : placeView(host, texts, places.at(number));
    },
  };
}

/** A governorate or a district, by its code. */
function areaEntry(host, code) {
  return { said: `area:${code}`, build: (texts) => areaView(host, texts, code) };
}

/** What a list shows, built for an entry; a strike that is chosen in it is gone to. */
function listView(host, texts, { title, parts }) {
  const choose = (row) => host.reader.openStrike(row, { closely: true });
  const { content, list } = listContent(host.strikes, texts, { title, parts, choose });
  return { content, rows: parts.flatMap(([, rows]) => rows), returnTo: (row) => list.focusRow(row) };
}

/** Rows of the strikes that are shown now, in parts [heading, rows]; gone with these strikes. */
function rowsEntry(host, { title, parts }) {
  const { strikes } = host;
  return { said: "", build: (texts) => (strikes === host.strikes ? listView(host, texts, { title, parts }) : null) };
}

/** The list of what the totals count as areaOnly, unlocated or undated. */
function totalsEntry(host, name) {
  return {
    said: `list:${name}`,
    build(texts) {
      const { strikes, reader, slider, baseMap: { levels } } = host;
      return listView(host, texts, fillList(name, { strikes, texts, reader, levels, whole: slider.isWhole() }));
    },
  };
}

const LISTS = ["areaOnly", "unlocated", "undated"];

/** The entry that an address says; null where it says none. */
function readEntry(host, said) {
  const [, kind, rest] = /^(strike|place|area|list):(.+)$/s.exec(said) ?? [];
  if (kind === "strike") return strikeEntry(host, rest);
  if (kind === "place") return placeEntry(host, rest);
  if (kind === "area") return areaEntry(host, rest);
  if (kind === "list" && rest === "view") return host.inView.entry;
  return kind === "list" && LISTS.includes(rest) ? totalsEntry(host, rest) : null;
}

module.exports = { areaEntry, placeEntry, readEntry, rowOf, rowsEntry, strikeEntry, totalsEntry };
