"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { Filtering } = require("../../../../../geo/webmap/static/filter/filtering.js");
const { NO_FILTERS, settleFilters } = require("../../../../../geo/webmap/static/filter/filters.js");
const { StepsBack } = require("../../../../../geo/webmap/static/filter/steps_back.js");
const { strikesOf } = require("../strikes_of.js");

/** A filtering without a page: its box, closed or open, notes what it is shown. */
function makeFiltering({ open = false } = {}) {
  const emitted = [];
  const host = {
    strikes: null, baseMap: { governorates: [] }, emit: (name) => emitted.push(name), redraw() {}, slider: { isWhole: () => true },
    showStrikes: async (strikes) => (host.strikes = strikes),
  };
  const shown = [];
  const box = { element: { hidden: !open }, show: (...what) => shown.push(what), offerUndo() {} };
  const filtering = Object.assign(Object.create(Filtering.prototype), {
    host, box, filters: NO_FILTERS, all: null, turn: 0, passed: new WeakMap(), back: new StepsBack(),
  });
  return { filtering, host, emitted, shown };
}

/** Two drones and a missile; `arrive()` lets their texts be read. */
function makeStrikes() {
  const strikes = strikesOf([{ start: 1 }, { start: 2 }, { start: 3 }]);
  Object.assign(strikes.dictionaries, { kind: ["drone", "missile"], actor: [] });
  Object.assign(strikes.columns, { kind: Uint8Array.of(1, 1, 2), actor: new Uint8Array(3) });
  let arrive;
  const texts = new Promise((resolve) => (arrive = () => resolve({ ids: ["a", "b", "c"], texts: {}, claim_rows: [] })));
  strikes.texts = () => texts;
  return { strikes, arrive };
}

async function show({ filtering, host }, strikes) {
  await host.showStrikes(await filtering.take(strikes));
}

test("totals and words are those of the filters that the shown rows passed, not of those asked for", async () => {
  const made = makeFiltering();
  const { filtering } = made;
  const { strikes, arrive } = makeStrikes();
  await show(made, strikes);
  assert.equal(filtering.passing, null);
  await filtering.set({ kinds: ["drone"] });
  assert.deepEqual([filtering.passing, filtering.words], ["2 of 3 strikes pass the filters", "drone"]);
  const asked = filtering.set({ text: "nowhere" });
  assert.deepEqual([filtering.passing, filtering.words], ["2 of 3 strikes pass the filters", "drone"]);
  arrive();
  await asked;
  assert.deepEqual([filtering.passing, filtering.words], ["0 of 3 strikes pass the filters", "text “nowhere”"]);
});

test("filters set before the first strikes come wait for them", async () => {
  const made = makeFiltering();
  const { strikes, arrive } = makeStrikes();
  arrive();
  await made.filtering.set({ text: "nowhere" });
  assert.deepEqual(made.emitted, ["filters"]);
  await show(made, strikes);
  assert.equal(made.host.strikes.rows, 0);
});

test("an open box is counted once for each change, a closed one only given its filters", async () => {
  const { filtering, host, shown } = makeFiltering({ open: true });
  const { strikes, arrive } = makeStrikes();
  arrive();
  host.strikes = await filtering.take(strikes);
  let counted = 0;
  filtering.choices = { count: () => ++counted };
  await filtering.offer();
  assert.deepEqual([counted, shown.length], [1, 1]);
  assert.equal(shown[0][2], "3 strikes");
  host.slider = { isWhole: () => false, getRange: () => [1, 2] };
  filtering.showBox();
  assert.equal(shown.pop()[2], "3 strikes. Counts below: of the period shown.");
  host.slider = { isWhole: () => true };
  counted = 1;
  filtering.box.element.hidden = true;
  filtering.filters = settleFilters({ kinds: ["drone"] });
  await filtering.offer();
  assert.deepEqual([counted, shown.length, shown[1][1]], [1, 2, null]);
});

test("the last filter is undone, step by step, until there is none", async () => {
  const made = makeFiltering();
  const { filtering, host } = made;
  const { strikes, arrive } = makeStrikes();
  arrive();
  await show(made, strikes);
  await filtering.set({ kinds: ["drone"] });
  await filtering.set({ kinds: ["drone", "missile"] });
  assert.equal(filtering.undo(), true);
  await new Promise(setImmediate);
  assert.deepEqual([filtering.filters.kinds, host.strikes.rows], [["drone"], 2]);
  assert.equal(filtering.undo(), true);
  await new Promise(setImmediate);
  assert.deepEqual([filtering.filters, host.strikes.rows], [settleFilters(NO_FILTERS), 3]);
  assert.equal(filtering.undo(), false);
});
