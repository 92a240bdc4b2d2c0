"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { makeGroups } = require("../../../../../geo/webmap/static/look/colour_groups.js");

function withColumn(column, words, codes) {
  return { dictionaries: { [column]: words }, columns: { [column]: Uint8Array.from(codes) } };
}

test("kinds keep their colours whatever is filtered", () => {
  const colourOf = (strikes, row) => {
    const { colours, groupOf } = makeGroups(strikes, "kind");
    return colours[groupOf[row]];
  };
  assert.equal(
    colourOf(withColumn("kind", ["drone"], [1]), 0),
    colourOf(withColumn("kind", ["airstrike", "drone"], [1, 2]), 1),
  );
});

test("the most frequent actors get colours, the rest are other, null is not reported", () => {
  const words = ["a", "b", "c", "d", "e", "f", "g"];
  const { names, groupOf } = makeGroups(withColumn("actor", words, [7, 7, 1, 2, 3, 4, 5, 6, 0]), "actor");
  assert.deepEqual(names, ["G", "A", "B", "C", "D", "E", "Other", "Not reported"]);
  assert.deepEqual([...groupOf], [0, 0, 1, 2, 3, 4, 5, 6, 7]);
});

test("an actor keeps its colour whatever is filtered", () => {
  const all = withColumn("actor", ["a", "b", "c"], [1, 1, 2, 2, 2, 3]);
  const some = withColumn("actor", ["a", "b", "c"], [3, 1, 1]);
  const { colours, groupOf, names } = makeGroups(some, "actor", all);
  const whole = makeGroups(all, "actor");
  assert.deepEqual([colours[groupOf[1]], names[groupOf[1]]], [whole.colours[whole.groupOf[0]], "A"]);
  assert.deepEqual(names, whole.names);
});

test("actors who are named together are one group in whatever order", () => {
  const words = ["Russia", "Russia;Syria", " Syria; Russia"];
  const { names, groupOf } = makeGroups(withColumn("actor", words, [1, 2, 3]), "actor");
  assert.deepEqual(names, ["Russia + Syria", "Russia", "Other", "Not reported"]);
  assert.deepEqual([...groupOf], [1, 0, 0]);
});

test("no two groups of a column share a colour", () => {
  for (const column of ["kind", "attribution", "event_status"]) {
    const { colours, names } = makeGroups(withColumn(column, [], []), column);
    const own = names.map((name, i) => colours[i]).filter((_, i) => names[i] !== "Other");
    assert.equal(new Set(own).size, own.length);
  }
});
