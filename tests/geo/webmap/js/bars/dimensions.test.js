"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { listDimensions } = require("../../../../../geo/webmap/static/bars/dimensions.js");
const { CLAIMED, strikesOf } = require("../strikes_of.js");

const names = { SY06: "Latakia", SY07: "Idlib" };

/** Thursday 1 January 1970 is day 0: a Thursday, a Sunday, a day within a week, an undated one. */
function strikes() {
  const made = strikesOf([
    { start: 0, area: 1 }, { start: 3, area: 2 }, { start: 4, area: 2, known: "week" }, { status: "unlocated" },
  ]);
  Object.assign(made.dictionaries, { kind: ["drone", "missile"], actor: ["Russia; Syria", "Syria"] });
  Object.assign(made.columns, { kind: Uint8Array.of(1, 1, 2, 2), actor: Uint8Array.of(1, 2, 0, 2) });
  const texts = { ...CLAIMED, texts: { time_local: [Uint8Array.of(1, 2, 0, 3), ["02:15", "02:40", "night"]] } };
  return Object.assign(made, { texts: async () => texts });
}

/** What each row counts as in a dimension, in the words of its options. */
function read({ keyed: { codes, offsets }, options }, row) {
  const keys = offsets ? [...codes.slice(offsets[row], offsets[row + 1])] : [codes[row]];
  return keys.map((key) => options[key].label);
}

test("every row is counted by what it says, an actor each, and a day or an hour only where it is known", async () => {
  const made = await listDimensions(strikes(), { nameOf: (code) => names[code] ?? code });
  const all = (name) => [0, 1, 2, 3].map((row) => read(made.find((dimension) => dimension.name === name), row));
  assert.deepEqual(all("governorates"), [["Latakia"], ["Idlib"], ["Idlib"], ["not reported"]]);
  assert.deepEqual(all("kinds"), [["Drone"], ["Drone"], ["Missile"], ["Missile"]]);
  assert.deepEqual(all("actors"), [["Russia", "Syria"], ["Syria"], ["not reported"], ["Syria"]]);
  assert.deepEqual(all("weekdays"), [["Thursday"], ["Sunday"], ["not reported"], ["not reported"]]);
  assert.deepEqual(all("hours"), [["02:00–02:59"], ["02:00–02:59"], ["not reported"], ["not reported"]]);
  assert.deepEqual(all("sources"), [["SOHR", "A Paper"], ["A witness"], ["no source given"], ["no source given"]]);
});

test("what a release holds back is not called unreported, and filters as before", async () => {
  const held = Object.assign(strikes(), { held: new Set(["time_local", "actor"]) });
  const made = await listDimensions(held, { nameOf: (code) => names[code] ?? code });
  const unknown = (name) => made.find((dimension) => dimension.name === name).options.find((option) => option.unknown);
  assert.deepEqual(unknown("hours"), { value: "not reported", label: "held back", unknown: true });
  assert.deepEqual(["actors", "governorates", "weekdays"].map((name) => unknown(name).label), ["held back", "not reported", "not reported"]);
});

test("what no row says anything of is no dimension", async () => {
  const made = await listDimensions(strikes(), { nameOf: (code) => code });
  const found = made.map(({ name }) => name);
  assert.ok(!found.includes("targets") && !found.includes("districts"), found.join());
});
