"use strict";
// Some rows of the opened payload as strikes of their own: a filter sends bits, no columns.

const { inflate, toBytes } = require("./payload.js");

/** The rows that the bits of geo/webmap/payload/encode.py's mark_rows choose, in their order. */
async function readMarks(base64, rows) {
  const bits = new Uint8Array(await inflate(toBytes(base64)));
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (bits[row >> 3] & (1 << (row & 7))) kept[count++] = row;
  }
  return kept.slice(0, count);
}

const listed = new WeakMap(); // marks by row: the rows that they mark

/** The rows that are marked 1, rising. */
function listMarked(marks) {
  if (!listed.has(marks)) {
    const rows = new Uint32Array(marks.length);
    let count = 0;
    for (let row = 0; row < rows.length; row++) {
      rows[count] = row; // written over by the next where this one is not marked
      count += marks[row];
    }
    listed.set(marks, rows.slice(0, count));
  }
  return listed.get(marks);
}

/** The values of a column at some rows. */
function takeAt(values, kept) {
  const taken = new values.constructor(kept.length);
  for (let i = 0; i < kept.length; i++) taken[i] = values[kept[i]];
  return taken;
}

/** What a table of fewer than 256 values gives for each code; from() with a function takes ten times as long. */
function recode(codes, table) {
  const out = new Uint8Array(codes.length);
  for (let row = 0; row < out.length; row++) out[row] = table[codes[row]];
  return out;
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

/** Numbers of the claims of kept rows; `places` holds each row's new number, -1 for none. */
function findClaims(claimRows, places) {
  const found = [];
  claimRows.forEach((row, i) => {
    if (places[row] >= 0) found.push(i);
  });
  return found;
}

function takeTexts(texts, kept) {
  const places = new Int32Array(texts.ids.length).fill(-1);
  kept.forEach((row, i) => {
    places[row] = i;
  });
  const claims = findClaims(texts.claim_rows, places);
  const placeOf = (lead) => (places[lead] >= 0 ? places[lead] : texts.ids[lead]);
  const takeCoded = (coded, rows) => mapValues(coded, ([codes, words]) => [takeAt(codes, rows), words]);
  return {
    ids: takeAt(texts.ids, kept),
    texts: takeCoded(texts.texts, kept),
    counts: mapValues(texts.counts, (counts) => takeAt(counts, kept)),
    toll_lead: takeAt(texts.toll_lead, kept).map((lead) => (typeof lead === "number" ? placeOf(lead) : lead)),
    claim_rows: takeAt(texts.claim_rows, claims).map((row) => places[row]),
    claims: takeCoded(texts.claims, claims),
  };
}

/** Strikes of the kept rows alone, in the shape of openPayload; `kept` rises. */
function takeRows(strikes, kept) {
  const { one_day: oneDay, spans } = strikes.groups;
  const below = (limit) => kept.reduce((count, row) => count + (row < limit ? 1 : 0), 0);
  const [dated, single] = [below(oneDay + spans), below(oneDay)];
  let texts = null;
  return {
    ...strikes,
    rows: kept.length,
    groups: { one_day: single, spans: dated - single, undated: kept.length - dated },
    columns: mapValues(strikes.columns, (values) => takeAt(values, kept)),
    texts: () => (texts ??= strikes.texts().then((all) => takeTexts(all, kept))),
  };
}

/** The strikes that `marks` chooses; all of them where it is empty. */
async function chooseRows(strikes, marks) {
  return marks ? takeRows(strikes, await readMarks(marks, strikes.rows)) : strikes;
}

module.exports = { chooseRows, listMarked, readMarks, recode, takeAt, takeRows };
