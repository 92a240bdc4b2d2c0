"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { eachRow, findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { placeAreas } = require("../../../../../geo/webmap/static/marks/shades.js");
const {
  NO_SOURCE, areaKeys, countSources, indexSources, listSources, needsSources, openSources, sizeOf,
} = require("../../../../../geo/webmap/static/data/sources.js");
const { randomFrom, scattered, strikesOf } = require("../strikes_of.js");

const TEXTS = {
  claim_rows: [0, 0, 0, 1, 3],
  claims: { claimant: [[1, 1, 0, 2, 0], ["SOHR", "A witness"]], outlet: [[1, 0, 1, 1, 0], ["A Paper"]] },
};

function toldStrikes() {
  const rows = [{ start: 1, area: 1 }, { start: 2, area: 1 }, { start: 3, area: 2 }, { start: 4, area: 2, status: "unlocated" }];
  return { ...strikesOf(rows), texts: async () => TEXTS };
}

test("a source is the claimant, else the outlet, and counts once for a strike", () => {
  const { names, strikes, offsets, codes } = indexSources(4, TEXTS);
  const reported = [0, 1, 2, 3].map((row) => [...codes.slice(offsets[row], offsets[row + 1])].map((code) => names[code]));
  assert.deepEqual(reported, [["SOHR", "A Paper"], ["A witness"], [NO_SOURCE], [NO_SOURCE]]);
  assert.deepEqual(Object.fromEntries(names.map((name, i) => [name, strikes[i]])),
    { [NO_SOURCE]: 2, SOHR: 1, "A Paper": 1, "A witness": 1 });
});

test("areas count distinct sources, and what is not located or not reported has keys of its own", async () => {
  const strikes = toldStrikes();
  await openSources(strikes);
  const all = areaKeys(strikes, "");
  assert.deepEqual([...all.keys], [1, 1, 2, all.areas]);
  assert.deepEqual([...countSources(strikes, all, findRows(strikes, 1, 4))], [0, 3, 1, 1, 0]);
  const some = areaKeys(strikes, "SOHR");
  assert.deepEqual([...some.keys], [1, some.areas + 1, some.areas + 1, some.areas + 1]);
  assert.equal(areaKeys(strikes, "Nobody").chosen, "");
});

test("a source that a filter leaves without a strike stays chosen, and reports none", async () => {
  const all = toldStrikes();
  const few = { ...toldStrikes(), texts: async () => ({ claim_rows: [], claims: {} }) };
  const sources = await openSources(few, all);
  assert.equal(areaKeys(few, "SOHR").chosen, "SOHR");
  assert.deepEqual(listSources(sources, "SOHR"), [[NO_SOURCE, 4], ["SOHR", 0]]);
});

test("only areas of one source, or by the source, wait for the sources", () => {
  assert.equal(needsSources({ show: "areas", size: "count", told_by: "" }), false);
  assert.equal(needsSources({ show: "areas", size: "per_source", told_by: "" }), true);
  assert.equal(needsSources({ show: "areas", size: "count", told_by: "SOHR" }), true);
  assert.equal(needsSources({ show: "clusters", size: "per_source", told_by: "SOHR" }), false);
  assert.equal(sizeOf({ show: "clusters", size: "per_source" }), "count");
});

test("areas and sources followed from window to window are those counted anew", async () => {
  const strikes = scattered(1500);
  const random = randomFrom(9);
  const claimRows = Array.from({ length: 4000 }, () => Math.floor(random() * 1500)).sort((a, b) => a - b);
  const texts = {
    claim_rows: claimRows,
    claims: { claimant: [claimRows.map(() => Math.floor(random() * 6)), ["A", "B", "C", "D", "E"]] },
  };
  Object.assign(strikes, { texts: async () => texts });
  await openSources(strikes);
  const followed = areaKeys(strikes, "");
  const baseMap = { governorates: [{ code: "SY06", name: "Latakia" }, { code: "SY07", name: "Idlib" }] };
  for (let i = 0; i < 60; i++) {
    const from = 15000 + Math.floor(random() * 4500);
    const rows = findRows(strikes, from, from + Math.floor(random() * 900));
    assert.deepEqual(countSources(strikes, followed, rows), countSources(strikes, { ...followed }, rows));
    const { areas, beyond } = placeAreas({ strikes, rows, baseMap, size: "per_source", source: "" });
    const inAreas = [...eachRow(rows)].filter((row) => strikes.columns.status[row] !== 2).length;
    assert.equal(areas.reduce((sum, { count }) => sum + count, beyond?.count ?? 0), inAreas);
  }
});
