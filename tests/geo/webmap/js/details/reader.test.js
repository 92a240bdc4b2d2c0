"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { ListInView } = require("../../../../../geo/webmap/static/details/in_view.js");
const { Visits } = require("../../../../../geo/webmap/static/details/visits.js");
const { Reader } = require("../../../../../geo/webmap/static/details/reader.js");

/** A controller whose strikes are replaced by others while the texts of the first are read. */
function racing() {
  let arrive;
  const texts = new Promise((resolve) => (arrive = resolve));
  const acts = [];
  const host = {
    strikes: { texts: () => texts }, marks: {}, addressParts: {}, map: { getCenter: () => [0, 0] },
    emit: (name) => acts.push(name), redraw: () => acts.push("redraw"),
  };
  host.reader = new Reader(host);
  host.panel = { drawer: { offerSteps: () => {}, register: () => {}, open: () => acts.push("open") } };
  host.visits = new Visits(host);
  const replace = () => {
    host.strikes = { texts: () => texts };
    arrive({ ids: ["a", "b"] });
  };
  return { host, acts, replace };
}

const OPENINGS = {
  "a strike": (host) => host.reader.openStrike(1),
  "several rows": (host) => host.reader.openRows([0, 1], "2 strikes"),
  "a list of the totals": (host) => host.reader.openListOf("undated"),
  "the list in view": (host) => new ListInView(host).open(),
};

for (const [what, open] of Object.entries(OPENINGS)) {
  test(`a row number of strikes that are gone opens nothing: ${what}`, async () => {
    const { host, acts, replace } = racing();
    const opened = open(host);
    replace();
    await opened;
    assert.deepEqual(acts, []);
    assert.equal(host.selected, undefined);
  });
}
