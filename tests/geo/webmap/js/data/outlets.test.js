"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { nameByAddress, siteOf } = require("../../../../../geo/webmap/static/data/outlets.js");

const SITES = [
  ["https://www.paper.example/a", "paper.example"],
  ["https://archive.example/web/2015/http://own.example/b", "own.example"],
  ["javascript:alert(1)", null],
  ["ftp://paper.example/a", null],
  ["http://[paper", null],
];
for (const [address, site] of SITES) {
  test(`${address} is of ${site ?? "no site"}`, () => assert.equal(siteOf(address), site));
}

test("an outlet that an address names is said to be", () => {
  assert.equal(nameByAddress("https://paper.example/a"), "paper.example (by its address)");
  assert.equal(nameByAddress("javascript:alert(1)"), null);
  assert.equal(nameByAddress(null), null);
});
