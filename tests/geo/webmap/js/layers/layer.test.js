"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { worldPixels } = require("../../../../../geo/webmap/static/data/mercator.js");
const { drawLayers } = require("../../../../../geo/webmap/static/layers/draw_layers.js");
const { countThere, featureAt, holdTogether, prepareLayer } = require("../../../../../geo/webmap/static/layers/layer.js");
const { Layers, wordDays } = require("../../../../../geo/webmap/static/layers/layers.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");

// A point, a line and an area with a hole near 10 E, 50 N; steps in 1/100,000 degrees.
const LAYER = prepareLayer({
  name: "Invented", colour: "#332288", credit: "nobody", metres: 0, names: ["point", "line", "area"], texts: [[], [], []],
  first: ["2015-01-01", null, "2016-01-01"], last: ["2015-12-31", "2015-06-30", null],
  drawn: {
    of: [0, 1, 2], kind: [0, 1, 2], parts: [[1], [2], [5, 5]],
    x: [[1000000], [1010000, 10000], [1000000, 20000, 0, -20000, 0, 5000, 10000, 0, -10000, 0]],
    y: [[5000000], [5010000, 0], [5000000, 0, 20000, 0, -20000, 5000, 0, 10000, 0, -10000]],
  },
});
const whole = (from, to) => [parseDay(from), parseDay(to)];

function frameAt(lon, lat, zoom = 9) {
  const world = worldPixels(zoom);
  const sine = Math.sin((lat * Math.PI) / 180);
  const [x, y] = [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
  return { zoom, world, left: x * world - 400, top: y * world - 300, width: 800, height: 600 };
}
const MIDDLE = { x: 400, y: 300 };

test("a feature is there in every window that one of its days is in", () => {
  assert.equal(countThere(LAYER, whole("2015-06-01", "2015-06-02")), 2);
  assert.equal(countThere(LAYER, whole("2015-12-31", "2016-01-01")), 2);
  assert.equal(countThere(LAYER, whole("2017-01-01", "2017-01-02")), 1);
  assert.equal(countThere(LAYER, whole("2014-01-01", "2018-01-02")), 3);
});

test("what is shown of several days is told as not held at once", () => {
  assert.equal(holdTogether(LAYER, whole("2015-06-01", "2015-06-02")), true);
  assert.equal(holdTogether(LAYER, whole("2017-01-01", "2018-01-02")), true); // the area alone
  assert.equal(holdTogether(LAYER, whole("2014-01-01", "2018-01-02")), false);
  const word = (from, to) => new Layers({ slider: { getRange: () => whole(from, to) } }).word(LAYER);
  assert.equal(word("2014-01-01", "2018-01-02"), "Invented (3, of different days: not all held at once)");
  assert.equal(word("2015-06-01", "2015-06-02"), "Invented (2 of 3 at this time)");
});

test("a click means a point or a line that is near, else the area around it, and only what is there", () => {
  const always = whole("2014-01-01", "2018-01-01");
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(10, 50), always), 0);
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(10.15, 50.1), always), 1);
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(10.02, 50.18, 12), always), 2);
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(10.08, 50.07, 12), always), null); // the hole
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(10, 50), whole("2014-01-01", "2014-02-01")), null);
  assert.equal(featureAt(LAYER, MIDDLE, frameAt(11, 50), always), null);
});

test("a feature of very many points, and one that reaches to the pole, are found as any other", () => {
  const of = (kind, parts, x, y) => prepareLayer({
    ...LAYER, names: [""], first: [null], last: [null], drawn: { of: [0], kind: [kind], parts: [parts], x: [x], y: [y] },
  });
  const many = Array(150_000).fill(0);
  const points = of(0, many.map(() => 1), [1000000, ...many.slice(1)], [5000000, ...many.slice(1)]);
  assert.equal(featureAt(points, MIDDLE, frameAt(10, 50), whole("2015-01-01", "2015-02-01")), 0);
  const pole = of(2, [5], [3000000, 1000000, 0, -1000000, 0], [3000000, 0, 6000000, 0, -6000000]);
  assert.ok(Number.isFinite(pole.drawn[0].box.top));
  assert.equal(featureAt(pole, MIDDLE, frameAt(35, 50), whole("2015-01-01", "2015-02-01")), 0);
});

function makeContext() {
  const done = [];
  const note = (name) => (...given) => done.push([name, ...given]);
  const names = ["beginPath", "moveTo", "lineTo", "closePath", "save", "restore", "clip", "setLineDash", "strokeRect"];
  return Object.assign(Object.fromEntries(names.map((name) => [name, () => {}])), {
    done, fillRect: note("square"), fill: note("area"), stroke: note("line"),
  });
}

test("what is drawn is there in the window, in view and switched on", () => {
  const kinds = (range, hidden = [], frame = frameAt(10.1, 50.1)) => {
    const context = makeContext();
    drawLayers(context, [LAYER], { frame, theme: { dark: false, halo: "white" }, range, hidden: new Set(hidden) });
    return [...new Set(context.done.map(([name]) => name))].sort();
  };
  assert.deepEqual(kinds(whole("2014-01-01", "2018-01-01")), ["area", "line", "square"]);
  assert.deepEqual(kinds(whole("2015-07-01", "2015-07-02")), ["square"]);
  assert.deepEqual(kinds(whole("2014-01-01", "2018-01-01"), [0]), []);
  assert.deepEqual(kinds(whole("2014-01-01", "2018-01-01"), [], frameAt(-60, 10)), []);
});

test("the days of a feature are said as far as they are known", () => {
  const [first, last] = whole("2015-01-01", "2015-12-31");
  const said = (at) => wordDays(LAYER.first[at], LAYER.last[at]);
  assert.deepEqual([0, 1, 2].map(said), ["1 January 2015 – 31 December 2015", "until 30 June 2015", "from 1 January 2016"]);
  assert.equal(wordDays(first, first), "1 January 2015");
  assert.ok(first < last);
});
