"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { StepsBack, listenForUndo } = require("../../../../../geo/webmap/static/filter/steps_back.js");
const { NO_FILTERS, settleFilters } = require("../../../../../geo/webmap/static/filter/filters.js");

const filters = (kinds = [], text = "") => ({ kinds, text });

test("letters of one word are one step, a word after a kind is another", () => {
  const back = new StepsBack();
  const steps = [filters(), filters(["drone"]), filters(["drone"], "t"), filters(["drone"], "ta"), filters(["drone"], "tal")];
  steps.slice(1).forEach((now, i) => back.note(steps[i], now));
  assert.deepEqual([back.take(), back.take(), back.take()], [filters(["drone"]), filters(), null]);
});

test("the browser's Back takes the step away that it went back over, and a filter that changes nothing is none", () => {
  const back = new StepsBack();
  back.note(filters(), filters(["drone"]));
  back.note(filters(["drone"]), filters(["drone"]));
  back.note(filters(["drone"]), filters(["missile"]));
  back.note(filters(["missile"]), filters(["drone"]), { came: true });
  assert.deepEqual([back.take(), back.take()], [filters(), null]);
});

test("the order of fields makes no other filter: Back to none ends the step, and clearing nothing is none", () => {
  const back = new StepsBack();
  const [none, drones] = [settleFilters(NO_FILTERS), settleFilters({ kinds: ["drone"] })];
  back.note(NO_FILTERS, none);
  assert.equal(back.before.length, 0);
  back.note(NO_FILTERS, drones);
  back.note(drones, none, { came: true });
  assert.equal(back.take(), null);
  back.note(settleFilters({ actors: ["one,other"] }), settleFilters({ actors: ["one", "other"] }));
  assert.equal(back.before.length, 1, "a comma in a name parts nothing");
});

test("Ctrl or Command and Z undo, but not where a hand writes, and the browser keeps its own where nothing is undone", () => {
  const listeners = {};
  const element = { addEventListener: (name, heard) => (listeners[name] = heard), removeEventListener: (name) => delete listeners[name] };
  let [undone, there] = [0, true];
  const stop = listenForUndo(element, () => (there && undone++, there));
  const press = (more, target = { matches: () => false }) => {
    let prevented = false;
    listeners.keydown({ key: "z", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, target, preventDefault: () => (prevented = true), ...more });
    return prevented;
  };
  assert.deepEqual([press({ ctrlKey: true }), press({ metaKey: true, key: "Z" }), press({}), press({ ctrlKey: true, shiftKey: true })], [true, true, false, false]);
  assert.equal(press({ ctrlKey: true }, { matches: () => true }), false);
  assert.deepEqual(["я", "ئ", "ž"].map((key) => press({ ctrlKey: true, key, code: "KeyZ" })), [true, true, true], "layouts without a Z");
  assert.equal(press({ ctrlKey: true, key: "w", code: "KeyZ" }), false, "where Z is elsewhere");
  assert.equal(press({ ctrlKey: true, key: "z", code: "KeyY" }), true, "it is there");
  assert.equal(press({ ctrlKey: true, key: undefined }), false, "filled in by the browser");
  there = false;
  assert.equal(press({ ctrlKey: true }), false);
  assert.equal(undone, 6);
  stop();
  assert.deepEqual(listeners, {});
});
