"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { keyOf } = require("../../../../../geo/webmap/static/look/keys.js");

test("a key is its letter, and of a layout with other letters that of its place", () => {
  assert.equal(keyOf({ key: "W", code: "KeyZ" }), "w", "where letters have other places");
  assert.deepEqual([["ц", "KeyW"], ["ص", "KeyW"], ["ь", "KeyM"]].map(([key, code]) => keyOf({ key, code })), ["w", "w", "m"]);
  assert.equal(keyOf({ key: "ظ", code: "Slash" }), "/");
  assert.equal(keyOf({ key: ".", code: "Slash" }), "/", "Russian, Ukrainian");
  assert.equal(keyOf({ key: ".", code: "Period" }), ".");
  assert.equal(keyOf({ key: "/", code: "Digit7" }), "/");
  assert.equal(keyOf({}), "", "a browser that fills in a field says no key");
});
