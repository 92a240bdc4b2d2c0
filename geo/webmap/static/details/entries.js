"use strict";
// What can be read in the drawer, as entries of visits.js: a strike, lists.

const { strikeContent } = require("./strike.js");
const { listContent } = require("../lists/list.js");
const { fillList } = require("../lists/unlocated.js");

const rowsKept = new WeakMap(); // opened texts: their rows by id

/** The row of an id among opened texts; undefined where it is not there. */
function rowOf(texts, id) {
  if (!rowsKept.has(texts)) rowsKept.set(texts, new Map(texts.ids.map((own, row) => [own, row])));
  return rowsKept.get(texts).get(id);
}

/** One strike, by its id. */
function strikeEntry(host, id) {
  return {
    said: `strike:${id}`,
    build(texts) {
      const row = rowOf(texts, id);
      if (row === undefined) return null;
      const approach = () => host.reader.approach(row);
      return { row, rows: [row], content: strikeContent(host.strikes, texts, row, { say: host.say, approach }) };
    },
  };
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
      const { strikes, reader, baseMap: { levels } } = host;
      return listView(host, texts, fillList(name, { strikes, texts, reader, levels }));
    },
  };
}

module.exports = { rowOf, rowsEntry, strikeEntry, totalsEntry };
