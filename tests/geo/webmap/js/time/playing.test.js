"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { isoOf, parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { edgeWindow, makePlayer, nextWindow } = require("../../../../../geo/webmap/static/time/playing.js");

const days = (from, to) => [parseDay(from), parseDay(to)];
const iso = (window) => window?.map(isoOf) ?? null;
const REACH = days("2015-09-01", "2020-02-29");
const time = (from, to, unit = "month", growing = false) => ({ reach: REACH, range: days(from, to), unit, growing });

const STEPS = [
  ["the whole period becomes its first month", time("2015-09-01", "2020-02-29"), 1, ["2015-09-01", "2015-09-30"]],
  ["the whole period, back, becomes its last month", time("2015-09-01", "2020-02-29"), -1, ["2020-02-01", "2020-02-29"]],
  ["three months keep their length over a short one", time("2019-11-01", "2020-01-31"), 1, ["2019-12-01", "2020-02-29"]],
  ["past the end there is no step", time("2020-02-01", "2020-02-29"), 1, null],
  ["before the start there is no step", time("2015-09-01", "2015-09-30"), -1, null],
  ["a growing window keeps its first day", time("2015-09-01", "2015-09-30", "month", true), 1, ["2015-09-01", "2015-10-31"]],
  ["a growing window ends with the reach", time("2019-05-10", "2019-12-31", "year", true), 1, ["2019-05-10", "2020-02-29"]],
  ["a growing window shrinks back", time("2015-09-01", "2015-11-30", "month", true), -1, ["2015-09-01", "2015-10-31"]],
  ["the whole period begins to grow at its first year", time("2015-09-01", "2020-02-29", "year", true), 1, ["2015-09-01", "2015-12-31"]],
];
for (const [name, from, direction, to] of STEPS) {
  test(name, () => assert.deepEqual(iso(nextWindow(from, direction)), to));
}

test("a window goes to either end of the reach as long as it is", () => {
  assert.deepEqual(iso(edgeWindow(time("2017-01-01", "2017-02-28"), -1)), ["2015-09-01", "2015-10-31"]);
  assert.deepEqual(iso(edgeWindow(time("2017-01-01", "2017-02-28"), 1)), ["2020-01-01", "2020-02-29"]);
  assert.deepEqual(iso(edgeWindow(time("2017-01-03", "2017-01-12"), 1)), ["2020-02-20", "2020-02-29"]);
  assert.deepEqual(iso(edgeWindow(time("2017-01-03", "2017-01-12"), -1)), ["2015-09-01", "2015-09-10"]);
});

/** A player of so many steps on a clock of the test's own; said has what it said, in order. */
function playerOf(context, { steps, hidden = () => false, isEmpty = () => false }) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  globalThis.document = { get hidden() { return hidden(); } };
  const said = [];
  let made = 0;
  const player = makePlayer({
    start: () => said.push("start"), step: () => made < steps && Boolean(++made),
    speed: () => 1, isEmpty, shown: (playing) => said.push(playing),
  });
  const pass = (frames) => {
    for (let frame = 0; frame < frames; frame++) context.mock.timers.tick(700);
  };
  return { player, said, made: () => made, pass, tick: (ms) => context.mock.timers.tick(ms) };
}

test("playing makes a step at a time and stops at the end", (context) => {
  const { player, said, made, pass } = playerOf(context, { steps: 3 });
  player.toggle();
  pass(1);
  assert.equal(made(), 1);
  pass(9);
  assert.equal(made(), 3);
  assert.deepEqual(said, ["start", true, false]);
});

test("a hidden page makes no steps, and none have piled up when it is seen again", (context) => {
  let hidden = true;
  const { player, made, pass } = playerOf(context, { steps: 99, hidden: () => hidden });
  player.toggle();
  pass(20);
  assert.equal(made(), 0);
  hidden = false;
  pass(1);
  assert.equal(made(), 1);
});

test("a halted player leaves no timer behind", (context) => {
  const { player, said, made, pass } = playerOf(context, { steps: 99 });
  player.toggle();
  player.halt();
  pass(10);
  assert.equal(made(), 0);
  player.halt();
  assert.deepEqual(said, ["start", true, false]);
});

test("what holds no strike is passed eight times as fast", (context) => {
  let made = null;
  const told = playerOf(context, { steps: 99, isEmpty: () => made() < 4 });
  ({ made } = told);
  told.player.toggle();
  for (let step = 0; step < 4; step++) told.tick(700 / 8);
  assert.equal(made(), 4);
  told.tick(699);
  assert.equal(made(), 4, "the step after them has its full beat");
  told.tick(1);
  assert.equal(made(), 5);
});
