"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { NO_SOURCE, indexSources, listSources, openSources, reportedBy } = require("../../../../../geo/webmap/static/data/sources.js");
const { CLAIMED, claimedStrikes } = require("../strikes_of.js");

test("a source is the claimant, else the outlet, and counts once for a strike", () => {
  const { names, strikes, offsets, codes } = indexSources(4, CLAIMED);
  const reported = [0, 1, 2, 3].map((row) => [...codes.slice(offsets[row], offsets[row + 1])].map((code) => names[code]));
  assert.deepEqual(reported, [["SOHR", "A Paper"], ["A witness"], [NO_SOURCE], [NO_SOURCE]]);
  assert.deepEqual(Object.fromEntries(names.map((name, i) => [name, strikes[i]])),
    { [NO_SOURCE]: 2, SOHR: 1, "A Paper": 1, "A witness": 1 });
});

test("a source that a filter leaves without a strike stays chosen, and reports none", async () => {
  const all = claimedStrikes();
  const few = { ...claimedStrikes(), texts: async () => ({ claim_rows: [], claims: {} }) };
  const sources = await openSources(few, all);
  assert.equal(reportedBy(sources, "SOHR")(0), false);
  assert.deepEqual(listSources(sources, "SOHR"), [[NO_SOURCE, 4], ["SOHR", 0]]);
});

test("a source that nothing names is called by the site of its address", () => {
  const url = [[1, 1, 1, 2, 0], ["https://a.example/1", "https://b.example/2"]];
  const claims = { claim_rows: [0, 1], claims: { claimant: [[0, 1], ["SOHR"]], url } };
  const { names, strikes } = indexSources(2, claims);
  assert.deepEqual(names.map((name, i) => [name, strikes[i]]),
    [[NO_SOURCE, 0], ["a.example (by its address)", 1], ["SOHR", 1]]);
});
