"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { say } = require("../../../../../geo/webmap/static/language/language.js");
const { sayingOf } = require("../../../../../geo/webmap/static/terms/nouns.js");
const { describeBar, firstOf, titleBar, wordMost, wordPeople } = require("../../../../../geo/webmap/static/bars/bar_list.js");
const { CountsView } = require("../../../../../geo/webmap/static/bars/counts_view.js");
const { Counted, orderKeys } = require("../../../../../geo/webmap/static/bars/sums.js");
const { strikesOf } = require("../strikes_of.js");


/** Five strikes of two areas and one without: tolls 5–9, at least 70, none; up to 4; none. */
function tolled() {
  const strikes = strikesOf([1, 2, 3, 4, 5].map((start, i) => ({ start, area: [1, 1, 1, 2, 0][i] })));
  strikes.columns.killed_min = Int32Array.of(5, 70, -1, -1, -1);
  strikes.columns.killed_max = Int32Array.of(9, -1, -1, 4, -1);
  return strikes;
}

const AREAS = {
  fixed: false,
  options: [
    { value: "not reported", label: "not reported", unknown: true }, { value: "SY06", label: "Latakia", unknown: false },
    { value: "SY07", label: "Idlib", unknown: false },
  ],
};

function counted(measure, days) {
  const strikes = tolled();
  const keyed = { codes: strikes.columns.adm1_code, size: 3 };
  return new Counted(strikes, { ...AREAS, keyed }, { measure }).count(days);
}

test("people killed are a range of what rows give, and never a nought of what they do not", () => {
  const whole = counted("killed", [1, 5]);
  assert.equal(wordPeople(whole.at(1)), "75+");
  assert.equal(wordPeople(whole.at(2)), "up to 4");
  assert.equal(wordPeople(whole.at(0)), "–");
  assert.equal(wordPeople(counted("killed", [1, 1]).at(1)), "5–9");
  const bar = describeBar(whole.at(1), { full: whole.full, measure: "killed" });
  assert.deepEqual(bar, { text: "75+ (2 of 3)", low: 0.949, high: 1 }, "75 of 79");
  const title = titleBar(whole.at(1), { measure: "killed", say, label: "Latakia", strikes: {} });
  assert.equal(title, "Latakia: 75+ killed, as reported; 2 of 3 strikes give a figure");
  const none = describeBar(whole.at(0), { full: whole.full, measure: "killed" });
  assert.deepEqual([none.text, none.high], ["– (0 of 1)", 0]);
});

test("bars of people killed stand by the lower bound, and who has the most says so, ties too", () => {
  const strikes = tolled();
  const keyed = { codes: strikes.columns.adm1_code, size: 3 };
  strikes.columns.killed_min = Int32Array.of(1, -1, -1, 5, -1);
  strikes.columns.killed_max = Int32Array.of(90, -1, -1, 5, -1);
  const sums = () => new Counted(strikes, { ...AREAS, keyed }, { measure: "killed" });
  const order = (days) => sums().orderOf(sums().count(days));
  assert.deepEqual(order([1, 5]), [2, 1, 0], "5 for sure before 1 to 90");
  assert.deepEqual(order([1, 2]), [1, 2, 0], "of the window");
  assert.equal(wordMost(sums().count([1, 5]), AREAS.options), "Most killed, at least 5: Idlib");
  assert.equal(wordMost(sums().count([1, 2]), AREAS.options), "Most killed, at least 1: Latakia", "of the window");
  strikes.columns.killed_min[0] = 5;
  assert.equal(wordMost(sums().count([1, 5]), AREAS.options), "Most killed, at least 5 each: Latakia, Idlib");
  assert.equal(wordMost(sums().count([5, 5]), AREAS.options), "", "no figure is no nought");
});

test("bars of strikes are counted for the window, and the longest is full", () => {
  const two = counted("strikes", [3, 4]);
  assert.deepEqual([0, 1, 2].map((key) => two.at(key).rows), [0, 1, 1]);
  assert.equal(counted("strikes", [1, 5]).full, 3);
});

test("most first, what is unknown last, and a fixed order stays", () => {
  assert.deepEqual(orderKeys(AREAS, (key) => [9, 1, 2][key]), [2, 1, 0]);
  assert.deepEqual(orderKeys({ ...AREAS, fixed: true }, (key) => [9, 1, 2][key]), [1, 2, 0]);
});

test("what the data say is never called otherwise, as our words are", () => {
  const asEvents = sayingOf({ noun: "event" });
  const title = titleBar({ rows: 3 }, { measure: "strikes", say: asEvents, label: "Monitor of strikes" });
  assert.equal(title, "Monitor of strikes: 3 events");
});

test("what counts nothing is no bar, but for what is chosen, which can be let go", () => {
  const strikes = strikesOf([{ start: 1, area: 1 }]);
  const dimension = { ...AREAS, keyed: { codes: strikes.columns.adm1_code, size: 3 } };
  const order = (counted) => counted.orderOf(counted.count([1, 5]));
  assert.deepEqual(order(new Counted(strikes, dimension, { measure: "strikes" })), [1]);
  const isChosen = ({ value }) => value === "SY07";
  assert.deepEqual(order(new Counted(strikes, dimension, { measure: "strikes" }, isChosen)), [1, 2]);
});

test("a fixed order of which nothing is known is one bar of what is not reported, unless one of it is chosen", () => {
  const strikes = tolled();
  const keyed = { codes: Uint8Array.of(0, 0, 0, 0, 0), size: 3 };
  const keysOf = (codes, isChosen) => {
    const sums = new Counted(strikes, { ...AREAS, fixed: true, keyed: { ...keyed, codes } }, { measure: "killed" }, isChosen);
    return sums.orderOf(sums.count([1, 5]));
  };
  assert.deepEqual(keysOf(keyed.codes), [0]);
  assert.deepEqual(keysOf(keyed.codes, ({ value }) => value === "SY06"), [1, 2, 0]);
  assert.deepEqual(keysOf(Uint8Array.of(0, 0, 0, 2, 0)), [1, 2, 0]); // a nought beside what is known
});

test("a pressed bar stays among the first, in the order of all", () => {
  const keys = [0, 1, 2, 3, 4];
  assert.deepEqual(firstOf(keys, 3, () => false), [0, 1, 2]);
  assert.deepEqual(firstOf(keys, 3, (key) => key === 4), [0, 1, 4]);
  assert.deepEqual(firstOf(keys, 1, (key) => key > 2), [3, 4], "all that are pressed");
});

/** Whether a view at rest puts its bars in order, on a screen that can hover or not, while ":hover" is on them. */
function arranges(context, { hovers }) {
  globalThis.matchMedia = () => ({ matches: hovers });
  context.after(() => delete globalThis.matchMedia);
  let arranged = false;
  const list = { arrange: () => (arranged = true) };
  const view = { window: [[1, 2], {}], tell() {}, box: { matches: () => true }, findFocused: () => null, lists: [{ sums: { count: () => null, orderOf: () => [] }, list }] };
  CountsView.prototype.rest.call(view);
  return arranged;
}

test("bars under a pointer keep their order, and those that a finger tapped do not", (context) => {
  assert.equal(arranges(context, { hovers: true }), false);
  assert.equal(arranges(context, { hovers: false }), true);
});
