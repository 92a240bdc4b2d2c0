"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { sayingOf } = require("../../../../../geo/webmap/static/terms/nouns.js");

const { Choices } = require("../../../../../geo/webmap/static/filter/choices.js");
const { NO_FILTERS, readFilters, wordFilters, writeFilters } = require("../../../../../geo/webmap/static/filter/filters.js");
const { keepRows } = require("../../../../../geo/webmap/static/filter/passing.js");
const { strikesOf } = require("../strikes_of.js");

/** Three rows: two in districts of one code each, one that only its report says to be in Harim. */
function inDistricts() {
  const strikes = strikesOf([{ start: 0, area: 2 }, { start: 1, area: 1 }, { start: 2, area: 2 }]);
  Object.assign(strikes.columns, { adm2_code: Uint8Array.of(1, 2, 0), kind: new Uint8Array(3), actor: new Uint8Array(3) });
  Object.assign(strikes.dictionaries, { adm2_code: ["SY0702", "SY0601"], kind: [], actor: [] });
  const words = (list) => ({ at: (i) => list[i], toArray: () => list });
  const texts = { texts: {
    adm1_name: [[1, 2, 1], words(["Idlib", "Latakia"])],
    adm2_name: [[1, 2, 0], words(["Harim", "Haffa"])],
    district_text: [[0, 0, 1], words(["Harim"])],
  } };
  return { strikes, texts };
}

test("districts are chosen by code, name or report, as in Python", () => {
  const { strikes, texts } = inDistricts();
  const keep = (...districts) => Array.from(keepRows(strikes, texts, { ...NO_FILTERS, districts }));
  assert.deepEqual(keep("SY0702"), [0, 2]);
  assert.deepEqual(keep("harim"), [0, 2]);
  assert.deepEqual(keep("SY0601"), [1]);
  assert.deepEqual(keep("Elsewhere"), []);
});

test("an address says districts after governorates, and a phrase says them by name", () => {
  const parts = new URLSearchParams();
  const filters = { ...NO_FILTERS, governorates: ["SY07"], districts: ["SY0702", "not reported"] };
  writeFilters(filters, parts);
  assert.equal(String(parts), "governorate=SY07&district=SY0702&district=not+reported");
  assert.deepEqual(readFilters(parts), filters);
  const nameOf = (code) => ({ SY0702: "Harim" })[code] ?? code;
  const say = sayingOf({}, { levels: { one: ["oblast", "raion"], many: ["oblasts", "raions"] } });
  assert.equal(wordFilters(filters, nameOf, say), "SY07; Harim, raion not reported");
});

test("districts are offered with their counts, and none where the map draws none", () => {
  const { strikes, texts } = inDistricts();
  const nameOf = (code) => ({ SY0702: "Harim", SY0601: "Haffa" })[code] ?? code;
  const offered = new Choices(strikes, texts, nameOf).count(NO_FILTERS).districts;
  assert.deepEqual(offered.map(({ label, count }) => [label, count]), [["Haffa", 1], ["Harim", 2]]);
  const first = new Choices(strikes, texts, nameOf).count(NO_FILTERS, [0, 1]).districts;
  assert.deepEqual(first.map(({ label, count }) => [label, count]), [["Haffa", 1], ["Harim", 1]], "of the days shown");
  delete strikes.columns.adm2_code;
  assert.deepEqual(new Choices(strikes, texts, nameOf).count(NO_FILTERS).districts, []);
});

test("a name of two districts is neither of them, and offered beside both", () => {
  const { strikes, texts } = inDistricts();
  const words = (list) => ({ at: (i) => list[i], toArray: () => list });
  Object.assign(texts.texts, { adm2_name: [[1, 1, 0], words(["Wihda"])], district_text: [[0, 0, 1], words(["wihda"])] });
  const keep = (...districts) => Array.from(keepRows(strikes, texts, { ...NO_FILTERS, districts }));
  assert.deepEqual([keep("SY0702"), keep("SY0601"), keep("Wihda"), keep("not reported")], [[0], [1], [0, 1, 2], []]);
  const offered = new Choices(strikes, texts, (code) => code).count(NO_FILTERS).districts;
  assert.deepEqual(offered.map(({ value, count }) => [value, count]).sort(), [["SY0601", 1], ["SY0702", 1], ["wihda", 3]]);
});
