"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { readAddress, writeAddress } = require("../../geo/static/address.js");

test("what is written is read back", () => {
  const told = {
    period: ["2015-09-01", "2015-09-30"], view: { lon: 38.1, lat: 35.25, zoom: 7.5 },
    modes: { show: "areas", labels: "ar" }, data: "0123abcd",
  };
  assert.deepEqual(readAddress(writeAddress(told)), told);
});

test("an address without parts asks for nothing", () => {
  assert.deepEqual(readAddress(""), { period: null, view: null, modes: {}, data: null });
});

test("what cannot be is not asked for, and no link asks for online tiles", () => {
  const bad = "#from=2016-01-01&to=2015-01-01&at=999,35,7&show=fireworks&colour=junk&ground=online";
  assert.deepEqual(readAddress(bad), { period: null, view: null, modes: {}, data: null });
});
