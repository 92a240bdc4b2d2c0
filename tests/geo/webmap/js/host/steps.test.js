"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");

const { makeSteps } = require("../../../../../geo/webmap/static/host/steps.js");

/** A page with a history, and the steps of a map whose address has one part, `said`. */
function open({ pushes = true, show } = {}) {
  const entries = ["http://here/map#a=0"];
  let at = 0;
  const page = new EventTarget();
  const go = (url) => new URL(url, entries[at]).href;
  page.location = {
    get href() { return entries[at]; },
    get pathname() { return new URL(entries[at]).pathname; },
  };
  page.history = {
    pushState: (state, title, url) => (entries.splice(at + 1, Infinity, go(url)), at++),
    replaceState: (state, title, url) => (entries[at] = go(url)),
  };
  const map = { said: "0", shown: [] };
  const steps = makeSteps({
    compose: () => new URLSearchParams({ a: map.said }), urlOf: (parts) => `#${parts}`, page, pushes,
    show: show ?? (async () => map.shown.push((map.said = entries[at].split("=")[1]))),
  });
  const move = async (by) => {
    at += by;
    page.dispatchEvent(new Event("popstate"));
    await new Promise((done) => setImmediate(done));
  };
  const leaveFor = (url) => (entries[at] = url);
  return { steps, map, move, leaveFor, entries: () => entries.map((entry) => entry.split("/map")[1] ?? entry) };
}

test("what a person did is a step, what a hand goes on with is none", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { steps, map, entries } = open();
  map.said = "1";
  steps.rest();
  assert.deepEqual(entries(), ["#a=0"], "the hand has not rested yet");
  t.mock.timers.tick(300);
  assert.deepEqual(entries(), ["#a=1"]);
  map.said = "2";
  steps.step();
  assert.deepEqual(entries(), ["#a=1", "#a=2"]);
  steps.step();
  assert.deepEqual(entries(), ["#a=1", "#a=2"], "nothing has changed");
  map.said = "3";
  steps.go();
  assert.deepEqual(entries(), ["#a=1", "#a=3"]);
});

test("a step is left as it was seen last, though the hand had not rested", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { steps, map, entries } = open();
  map.said = "moved";
  steps.rest();
  map.said = "filtered";
  steps.step();
  t.mock.timers.tick(1000);
  assert.deepEqual(entries(), ["#a=moved", "#a=filtered"]);
});

test("Back and Forward show what their steps say, and what is shown so is no step", async () => {
  const { steps, map, move, entries } = open();
  for (const said of ["1", "2"]) {
    map.said = said;
    steps.step();
  }
  await move(-1);
  await move(-1);
  await move(2);
  assert.deepEqual(map.shown, ["1", "0", "2"]);
  assert.deepEqual(entries(), ["#a=0", "#a=1", "#a=2"]);
  steps.stop();
  await move(-1);
  assert.equal(map.shown.length, 3);
});

test("of two steps back in a row the last one is shown, and the first hears that it is not", async () => {
  const heard = [];
  let end;
  const { steps, map, move, entries } = open({
    show: (isCurrent) => new Promise((done) => {
      end ??= done; // the first one takes longer
      if (end !== done) done();
      map.said = "0";
      heard.push(isCurrent);
    }),
  });
  for (const said of ["1", "2"]) {
    map.said = said;
    steps.step();
  }
  await move(-1);
  await move(-1);
  assert.deepEqual(heard.map((isCurrent) => isCurrent()), [false, true]);
  end();
  map.said = "3";
  steps.step();
  assert.deepEqual(entries(), ["#a=0", "#a=3"]);
  steps.stop();
});

test("in a frame nothing is a step: Back is the page's around it", () => {
  const { steps, map, entries } = open({ pushes: false });
  map.said = "1";
  steps.step();
  assert.deepEqual(entries(), ["#a=1"]);
});

test("another page's step is not shown here", async () => {
  const { map, move, leaveFor } = open();
  leaveFor("http://here/briefing");
  await move(0);
  assert.deepEqual(map.shown, []);
});
