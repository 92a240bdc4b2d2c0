"use strict";
// The orders of a list: by date, people killed, place or kind; what is not reported comes last.

const { textOf } = require("../data/payload.js");

const ORDERS = {
  date: "oldest first", newest: "newest first", killed: "most killed first", place: "place", kind: "kind",
};
const byName = new Intl.Collator("en").compare;

/** Rows that have a key sorted by it, those whose key is null after them; equal ones by date. */
function sortBy(rows, keyOf, compare) {
  const keyed = rows.map((row, at) => ({ row, at, key: keyOf(row) }));
  return keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.at - b.at;
    return compare(a.key, b.key) || a.at - b.at;
  }).map(({ row }) => row);
}

/** Rows in one of ORDERS; they come by date, undated ones last. */
function sortRows(strikes, texts, rows, order) {
  const { columns, dictionaries, groups } = strikes;
  const dated = strikes.rows - groups.undated;
  if (order === "newest") return sortBy(rows, (row) => (row < dated ? columns.day_start[row] : null), (a, b) => b - a);
  if (order === "killed") {
    const killed = (row) => Math.max(columns.killed_min[row], columns.killed_max[row]);
    return sortBy(rows, (row) => (killed(row) < 0 || texts.toll_lead[row] !== null ? null : killed(row)), (a, b) => b - a);
  }
  if (order === "place") {
    const name = (row) => textOf(texts.texts.place_name, row) ?? textOf(texts.texts.place_text, row);
    return sortBy(rows, name, byName);
  }
  if (order === "kind") return sortBy(rows, (row) => dictionaries.kind[columns.kind[row] - 1] ?? null, byName);
  return rows;
}

module.exports = { ORDERS, sortRows };
