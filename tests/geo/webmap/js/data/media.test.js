"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { listMedia, splitAddresses } = require("../../../../../geo/webmap/static/data/media.js");

const claimOf = (cells) => (name) => cells[name] ?? null;

test("addresses are told apart though they hold a semicolon", () => {
  assert.deepEqual(splitAddresses("https://a.example/v;1; https://b.example/p"), ["https://a.example/v;1", "https://b.example/p"]);
  assert.deepEqual(splitAddresses("https://a.example/1;https://b.example/p"), ["https://a.example/1", "https://b.example/p"]);
  assert.deepEqual(splitAddresses(null), []);
});

test("copies, hashes and kinds belong to addresses in order, and to none where numbers differ", () => {
  const two = { media_url: "https://a.example/1; https://b.example/2", media_sha256: "aa;bb", media_kind: "video" };
  assert.deepEqual(listMedia(claimOf(two)), [
    { address: "https://a.example/1", archive: null, sha256: "aa", kind: "video" },
    { address: "https://b.example/2", archive: null, sha256: "bb", kind: "video" },
  ]);
  const odd = { media_url: "https://a.example/1; https://b.example/2", media_archive_url: "https://c.example/x" };
  assert.deepEqual(listMedia(claimOf(odd)).map(({ address, archive }) => [address, archive]), [
    ["https://a.example/1", null], ["https://b.example/2", null], [null, "https://c.example/x"],
  ]);
  assert.deepEqual(listMedia(claimOf({})), []);
});
