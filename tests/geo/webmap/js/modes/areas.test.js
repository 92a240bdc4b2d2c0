"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { areaKeys, countSources } = require("../../../../../geo/webmap/static/counting/areas.js");
const { eachRow, findRows } = require("../../../../../geo/webmap/static/data/period.js");
const { openSources } = require("../../../../../geo/webmap/static/data/sources.js");
const { assignSlots } = require("../../../../../geo/webmap/static/counting/clusters.js");
const districts = require("../../../../../geo/webmap/static/modes/districts.js");
const { settleModes } = require("../../../../../geo/webmap/static/modes/modes.js");
const areas = require("../../../../../geo/webmap/static/modes/areas.js");
const { randomFrom, scattered, strikesOf } = require("../strikes_of.js");

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
    const { shaded, beyond } = areas.place({ rows }, { strikes, baseMap, modes: { size: "per_source", told_by: "" } });
    const inAreas = [...eachRow(rows)].filter((row) => strikes.columns.status[row] !== 2).length;
    assert.equal(shaded.areas.reduce((sum, { count }) => sum + count, beyond?.count ?? 0), inAreas);
  }
});

test("where a toll is open or not reported, an area says so", () => {
  const strikes = strikesOf([{ start: 0, area: 1 }, { start: 1, area: 1 }]);
  const baseMap = { governorates: [{ code: "SY06" }] };
  const modes = { size: "killed_min", told_by: "" };
  for (const [least, most, text] of [[[-1, -1], [-1, -1], "–"], [[-1, 70], [12, -1], "70+"], [[-1, 5], [12, 7], "5–19"]]) {
    Object.assign(strikes.columns, { killed_min: Int32Array.from(least), killed_max: Int32Array.from(most) });
    const { shaded } = areas.place({ rows: findRows({ ...strikes }, 0, 9) }, { strikes: { ...strikes }, baseMap, modes });
    assert.deepEqual(shaded.areas.map((area) => area.text), [text]);
  }
});

test("a click in an area lists its rows, one outside of all lists none", () => {
  const flats = [Float64Array.of(0.1, 0.1, 0.3, 0.1, 0.3, 0.3, 0.1, 0.3)];
  const shaded = { areas: [{ area: { name: "Idlib", flats }, code: 2, count: 3 }], keys: [2, 1, 2] };
  const frame = { world: 1000, left: 50, top: 0 };
  const found = areas.find({ shaded }, { x: 150, y: 200 }, frame);
  assert.deepEqual([found.title, [0, 1, 2].filter(found.holds)], ["Idlib: 3 strikes", [0, 2]]);
  assert.equal(areas.find({ shaded }, { x: 30, y: 200 }, frame), null);
});

/** Three strikes in a district or on one, one on its governorate, one nowhere; the district of the first is not drawn. */
function inDistricts() {
  const rows = [
    { start: 0, area: 1 }, { start: 1, area: 2 }, { start: 2, area: 2, status: "area_only" },
    { start: 3, area: 2, status: "area_only" }, { start: 4, status: "unlocated" },
  ];
  const strikes = strikesOf(rows);
  strikes.dictionaries.adm2_code = ["SY0601", "SY0702"];
  strikes.columns.adm2_code = Uint8Array.of(1, 2, 2, 0, 0);
  const baseMap = { governorates: [], districts: [{ code: "SY0702", name: "Harim" }], levels: { one: ["oblast", "raion", "x"], many: [] } };
  return { strikes, baseMap };
}

test("districts hold what is located in them or known only to them; how many are known to one is said", () => {
  const { strikes, baseMap } = inDistricts();
  const { shaded, beyond, note } = districts.place({ rows: findRows(strikes, 0, 9) }, { strikes, baseMap, modes: { size: "count", told_by: "" } });
  assert.deepEqual(shaded.areas.map(({ area, count }) => [area.name, count]), [["Harim", 2]]);
  assert.deepEqual([beyond.name, beyond.count], ["In no raion of the map", 2]);
  assert.equal(note, "2 of 5 strikes in this period are known to a raion");
});

test("data without districts are shown by governorate where a link asks for districts", () => {
  const { strikes } = inDistricts();
  const asked = { show: "districts", size: "count" };
  assert.equal(settleModes(asked, strikes), asked);
  const sized = { ...asked, size: "killed_min" };
  assert.equal(settleModes(sized, strikes), sized);
  assert.deepEqual(settleModes(sized, { ...strikes, held: new Set(["killed_min"]) }), { ...sized, size: "count" }, "nothing is sized by what a release holds back");
  assert.deepEqual(settleModes(asked, strikesOf([{ start: 0 }])), { show: "areas", size: "count" });
});

test("a strike known only to a district has its badge there, one known only to the governorate on that", () => {
  const { strikes } = inDistricts();
  const slots = assignSlots(strikes, 6);
  assert.deepEqual(Array.from(slots.slotOf.slice(2), (slot) => slot - slots.cells), [slots.firsts + 1, 2, slots.areas]);
  assert.deepEqual([slots.firsts, slots.areas], [3, 5]);
});
