"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { areaKeys, countSources } = require("../../../../../geo/webmap/static/counting/areas.js");
const { findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { openSources } = require("../../../../../geo/webmap/static/data/sources.js");
const { claimedStrikes } = require("../strikes_of.js");

test("areas count distinct sources, and what is not located or not reported has keys of its own", async () => {
  const strikes = claimedStrikes();
  await openSources(strikes);
  const all = areaKeys(strikes, "");
  assert.deepEqual([...all.keys], [1, 1, 2, all.areas]);
  assert.deepEqual([...countSources(strikes, all, findRows(strikes, 1, 4))], [0, 3, 1, 1, 0]);
  const some = areaKeys(strikes, "SOHR");
  assert.deepEqual([...some.keys], [1, some.areas + 1, some.areas + 1, some.areas + 1]);
  assert.equal(areaKeys(strikes, "Nobody").chosen, "");
});

test("a source that a filter leaves without a strike stays chosen", async () => {
  const few = { ...claimedStrikes(), texts: async () => ({ claim_rows: [], claims: {} }) };
  await openSources(few, claimedStrikes());
  assert.equal(areaKeys(few, "SOHR").chosen, "SOHR");
});
