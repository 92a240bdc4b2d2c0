"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { StrikeClusters } = require("../../../../../geo/webmap/static/alone/strike_clusters.js");
const { randomFrom } = require("../strikes_of.js");

const WORLD = [-180, -85, 180, 85];
const AT = [36.6, 35.9];

function strike([lon, lat], start, { end = null, kind = "airstrike", name = "" } = {}) {
  const properties = { date_start: start, date_end: end, kind, name };
  return { type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties };
}

/** Strikes of 400 days in a part of Syria, each tenth of several days, from a repeatable chance. */
function manyStrikes(count) {
  const random = randomFrom(7);
  return Array.from({ length: count }, (_, at) => {
    const day = Math.floor(random() * 400);
    const iso = (days) => new Date(Date.UTC(2015, 0, 1 + days)).toISOString().slice(0, 10);
    const end = at % 10 ? null : iso(day + Math.floor(random() * 30));
    return strike([36 + random() * 3, 34 + random() * 2], iso(day), { end, kind: ["airstrike", "drone"][at % 2] });
  });
}

const overlaps = ({ properties: { date_start: start, date_end: end } }, from, to) => start <= to && (end ?? start) >= from;

test("circles hold exactly the strikes of the period and the filter, at every zoom, step after step", () => {
  const features = manyStrikes(2000);
  const clusters = new StrikeClusters({ type: "FeatureCollection", features });
  for (const [from, to, kind] of [
    ["2015-01-01", "2015-03-31", null], ["2015-02-01", "2015-04-30", null], ["2015-02-01", "2015-04-30", "drone"], ["2015-12-24", "2015-12-24", "drone"],
  ]) {
    clusters.setPeriod(from, to);
    clusters.setFilter(kind && ((properties) => properties.kind === kind));
    const wanted = features.filter((feature) => overlaps(feature, from, to) && (!kind || feature.properties.kind === kind));
    for (const zoom of [2, 6, 9.5]) {
      const { clusters: drawn, totals } = clusters.getClusters(WORLD, zoom);
      const leaves = drawn.flatMap((one) => (one.properties.cluster ? clusters.getLeaves(one) : [one]));
      assert.deepEqual(new Set(leaves), new Set(wanted));
      assert.equal(leaves.length, wanted.length, "none twice");
      assert.deepEqual([totals.rows, totals.located, totals.drawn, totals.outside], [wanted.length, wanted.length, wanted.length, 0]);
      for (const one of drawn.filter(({ properties }) => properties.cluster)) {
        const held = clusters.getLeaves(one);
        assert.equal(held.length, one.properties.count);
        for (const [name, count] of Object.entries(one.properties.groups)) {
          assert.equal(held.filter(({ properties }) => properties.kind === name).length, count);
        }
      }
    }
  }
});

test("what lies farther out than the box is counted, not drawn", () => {
  const clusters = new StrikeClusters([strike(AT, "2015-10-01"), strike([47, 15], "2015-10-02")]);
  const { clusters: drawn, totals } = clusters.getClusters([36, 35, 37, 36], 9);
  assert.equal(drawn.length, 1);
  assert.deepEqual([totals.located, totals.drawn, totals.outside], [2, 1, 1]);
});

test("a box of the whole world to its poles draws all of it", () => {
  const clusters = new StrikeClusters([strike(AT, "2015-10-01"), strike([179, -85], "2015-10-02"), strike([-180, 85.05], "2015-10-02")]);
  for (const box of [[-180, -90, 180, 90], WORLD]) {
    const { totals } = clusters.getClusters(box, 3);
    assert.deepEqual([totals.located, totals.drawn, totals.outside], [3, 3, 0]);
  }
});

test("a box or a zoom that is none is refused, not answered with no strikes; so is what is no features", () => {
  const clusters = new StrikeClusters([strike([179, 0], "2015-10-01"), strike([-179, 0], "2015-10-02")]);
  const refused = (box, zoom, words) => assert.throws(() => clusters.getClusters(box, zoom), (error) => error instanceof RangeError && words.test(error.message));
  refused([170, -10, -170, 10], 4, /over the date line ask twice, to 180 and from -180/);
  refused([170, 10, 180, -10], 4, /south, 10, is north of/);
  for (const box of [undefined, [170, -10, 180], [170, -10, NaN, 10], [-Infinity, -10, Infinity, 10]]) refused(box, 4, /four degrees/);
  for (const zoom of [NaN, undefined, Infinity]) refused(WORLD, zoom, /no zoom/);
  const halves = [[170, -10, 180, 10], [-180, -10, -170, 10]].map((box) => clusters.getClusters(box, 4).totals.drawn);
  assert.deepEqual(halves, [1, 1]);
  for (const none of [{}, null, undefined, strike(AT, "2015-10-01"), "[]"]) {
    assert.throws(() => new StrikeClusters(none), /^TypeError: give features, or a FeatureCollection$/);
  }
});

test("without a point, without a day, or with ones that cannot be read: counted, never drawn at a guess, and told", () => {
  const clusters = new StrikeClusters([
    strike(AT, "2015-10-01"), { type: "Feature", geometry: null, properties: { date_start: "2015-10-01" } },
    strike(AT, ""), strike(AT, "1.10.2015"), strike(AT, "2015-10-05", { end: "2015-10-01" }), strike([236, 35], "2015-10-01"),
    { type: "Feature", geometry: { type: "Polygon", coordinates: [] }, properties: { date_start: "2015-10-01" } }, null,
  ]);
  assert.deepEqual(clusters.problems.map(({ feature }) => feature).sort(), [3, 4, 5, 6]);
  assert.match(clusters.problems.find(({ feature }) => feature === 3).reason, /"1.10.2015" is no day such as/);
  const { clusters: drawn, totals } = clusters.getClusters(WORLD, 4);
  assert.deepEqual(drawn, [clusters.features[0]]);
  assert.deepEqual(totals, { rows: 8, located: 4, unlocated: 4, undated: 4, leftOut: 0, drawn: 1, outside: 0 });
  clusters.setPeriod("2015-10-01");
  assert.deepEqual(clusters.getClusters(WORLD, 4).totals, { rows: 4, located: 1, unlocated: 3, undated: 0, leftOut: 4, drawn: 1, outside: 0 });
});

test("a cluster comes apart at its expansion zoom and not before; one place never does", () => {
  const near = [strike(AT, "2015-10-01"), strike([AT[0] + 0.02, AT[1]], "2015-10-02")];
  const clusters = new StrikeClusters(near);
  const [circle] = clusters.getClusters(WORLD, 3).clusters;
  const zoom = clusters.getExpansionZoom(circle);
  assert.equal(clusters.getClusters(WORLD, zoom).clusters.length, 2);
  assert.equal(clusters.getClusters(WORLD, zoom - 1).clusters.length, 1);
  const same = new StrikeClusters([strike(AT, "2015-10-01"), strike(AT, "2015-10-02")]);
  assert.equal(same.getExpansionZoom(same.getClusters(WORLD, 3).clusters[0]), null);
  assert.throws(() => same.getLeaves(near[0]), TypeError);
});

test("columns of other names, no strikes at all, and periods that are none", () => {
  const own = [{ type: "Feature", geometry: { type: "Point", coordinates: AT }, properties: { when: "2015-10-01", by: "A" } }];
  const clusters = new StrikeClusters([...own, ...own], { day: ({ when }) => when, lastDay: () => null, group: ({ by }) => by });
  assert.deepEqual(clusters.getClusters(WORLD, 3).clusters[0].properties.groups, { A: 2 });
  assert.deepEqual(clusters.getWholePeriod(), ["2015-10-01", "2015-10-01"]);
  const none = new StrikeClusters([]);
  assert.deepEqual(none.getClusters(WORLD, 3), { clusters: [], totals: { rows: 0, located: 0, unlocated: 0, undated: 0, leftOut: 0, drawn: 0, outside: 0 } });
  assert.equal(none.getWholePeriod(), null);
  assert.throws(() => clusters.setPeriod("October"), /"October" is no day/);
  assert.throws(() => clusters.setPeriod("2015-10-02", "2015-10-01"), /before it begins/);
});
