"use strict";

const assert = require("node:assert/strict");
const { beforeEach, mock, test } = require("node:test");
const { LEAVING_MS, PRESSING_MS, REST_MS, makeOutbox } = require("../../../../../geo/webmap/static/host/outbox.js");

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
});

/** An outbox, what it said, and its page. */
function open(page = new EventTarget()) {
  const said = [];
  return { outbox: makeOutbox({ say: (told) => said.push(told) }, page), page, said };
}

/** A click on a link of that make, or beside every link. */
function press(page, link = {}, keys = {}, type = "click") {
  const made = { matches: (words) => words === "a[href]", hasAttribute: (name) => name in link, getAttribute: () => "/places", ...link };
  const event = Object.assign(new Event(type), { button: 0, ...keys });
  event.composedPath = () => (link ? [{}, made, page] : [{}, page]);
  page.dispatchEvent(event);
}

test("the last value of each name is said in one piece, once the hand rests", () => {
  const { outbox, said } = open();
  outbox.send("view", 1);
  mock.timers.tick(REST_MS - 1);
  outbox.send("view", 2);
  outbox.send("range", 3);
  mock.timers.tick(REST_MS - 1);
  assert.deepEqual(said, []);
  mock.timers.tick(1);
  assert.deepEqual(said, [{ view: 2, range: 3 }]);
});

test("what was told before is told along: Python keeps the last word alone", () => {
  const { outbox, said } = open();
  outbox.send("selection", ["a"]);
  mock.timers.tick(REST_MS);
  outbox.send("view", 1);
  mock.timers.tick(REST_MS);
  assert.deepEqual(said.at(-1), { selection: ["a"], view: 1 });
});

test("nothing is said of a page whose visitor pressed another's link, and all of one that stays", () => {
  const { outbox, page, said } = open();
  outbox.send("view", 1);
  press(page);
  mock.timers.tick(LEAVING_MS - 1);
  outbox.send("range", 2);
  assert.deepEqual(said, []);
  mock.timers.tick(REST_MS + 1);
  assert.deepEqual(said, [{ view: 1, range: 2 }]);
});

test("nor of one that is left by the browser's own way back", () => {
  const { outbox, page, said } = open();
  outbox.send("view", 1);
  page.dispatchEvent(new Event("popstate"));
  mock.timers.tick(REST_MS);
  assert.deepEqual(said, []);
  outbox.stop();
  mock.timers.tick(LEAVING_MS);
  assert.deepEqual(said, []);
});

test("a step of the same page's history leaves nothing", () => {
  const { outbox: staying, page, said } = open(Object.assign(new EventTarget(), { location: { pathname: "/" } }));
  staying.send("view", 1);
  page.dispatchEvent(new Event("popstate"));
  mock.timers.tick(REST_MS);
  assert.deepEqual(said, [{ view: 1 }]);
  staying.send("view", 2);
  page.location = { pathname: "/briefing" };
  page.dispatchEvent(new Event("popstate"));
  mock.timers.tick(REST_MS);
  assert.deepEqual(said, [{ view: 1 }]);
  staying.stop();
});

test("a button that goes down on a link already counts, for as long as a press takes", () => {
  const { outbox, page, said } = open();
  outbox.send("view", 1);
  press(page, {}, {}, "pointerdown");
  mock.timers.tick(PRESSING_MS - 1);
  assert.deepEqual(said, []);
  mock.timers.tick(1);
  assert.deepEqual(said, [{ view: 1 }]);
});

for (const [what, link, keys] of [
  ["beside a link", null, {}],
  ["on a source, which opens elsewhere", { target: "_blank" }, {}],
  ["on a download", { download: "" }, {}],
  ["on one of the map's own buttons", { getAttribute: () => "#" }, {}],
  ["for a new tab", {}, { ctrlKey: true }],
  ["of the other button", {}, { button: 1 }],
]) {
  test(`a click ${what} leaves no page`, () => {
    const { outbox, page, said } = open();
    outbox.send("view", 1);
    press(page, link, keys);
    mock.timers.tick(REST_MS);
    assert.deepEqual(said, [{ view: 1 }]);
  });
}
