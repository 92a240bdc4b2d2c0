"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Trail } = require("../../../../../geo/webmap/static/details/trail.js");

const entry = (said) => ({ said });

test("back and forward walk what was added, and a new step drops what lay ahead", () => {
  const trail = new Trail();
  assert.equal(trail.walk(-1), null);
  ["a", "b", "c"].forEach((said) => trail.add(entry(said)));
  assert.equal(trail.walk(-1).said, "b");
  assert.equal(trail.walk(-1).said, "a");
  assert.ok(!trail.leads(-1));
  assert.equal(trail.walk(1).said, "b");
  trail.add(entry("d"));
  assert.deepEqual(trail.entries.map(({ said }) => said), ["a", "b", "d"]);
  assert.ok(!trail.leads(1));
});

test("what stands beside the place is gone to, as the browser's own Back does it", () => {
  const trail = new Trail();
  ["a", "b", "c"].forEach((said) => trail.add(entry(said)));
  trail.add(entry("b"), true);
  assert.equal(trail.at, 1);
  assert.equal(trail.entries.length, 3);
  trail.add(entry("c"), true);
  assert.equal(trail.at, 2);
  trail.add(entry("c"));
  assert.equal(trail.at, 2, "what is read again is no step");
  trail.add(entry("b"));
  assert.deepEqual(trail.entries.map(({ said }) => said), ["a", "b", "c", "b"], "a hand goes on");
});

test("lists that no address can say are steps of their own", () => {
  const trail = new Trail();
  trail.add(entry(""));
  trail.add(entry(""));
  assert.equal(trail.entries.length, 2);
});

test("an entry that is no more is taken out, and the way goes on past it", () => {
  const trail = new Trail();
  ["a", "b", "c"].forEach((said) => trail.add(entry(said)));
  trail.walk(-1);
  trail.drop(-1);
  assert.equal(trail.walk(-1).said, "a");
  assert.deepEqual(trail.entries.map(({ said }) => said), ["a", "c"]);
  trail.walk(1);
  trail.drop(1);
  assert.equal(trail.current.said, "a");
});
