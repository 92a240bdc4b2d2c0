"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");

const { NO_FILTERS } = require("../../../../../geo/webmap/static/filter/filters.js");
const { readAddress, writeAddress } = require("../../../../../geo/webmap/static/host/address.js");

test("what is written is read back", () => {
  const state = {
    period: ["2015-09-01", "2015-09-30"], view: { lon: 38.1, lat: 35.25, zoom: 7.5 },
    modes: { show: "areas", labels: "ar", size: "per_source", told_by: "A, B & \"C\"" },
    filters: {
      ...NO_FILTERS, kinds: ["airstrike", "drone"], governorates: ["SY07", "not reported"], districts: ["SY0702"], actors: ["A;B", "Russia"],
      statuses: ["located"], near: "36.7,34.8,5,Talbisah, Homs", text: "كفر زيتا",
    },
    data: "0123abcd",
  };
  assert.deepEqual(readAddress(writeAddress(state)), { ...state, unread: [] });
});

test("an address without parts asks for nothing", () => {
  assert.deepEqual(readAddress(""), { period: null, view: null, modes: {}, filters: null, data: null, unread: [] });
});

test("what cannot be is not asked for, and no link asks for online tiles", () => {
  const bad = "#from=2016-01-01&to=2015-01-01&at=999,35,7&show=fireworks&colour=junk&ground=online";
  const unread = ["from=2016-01-01", "to=2015-01-01"];
  assert.deepEqual(readAddress(bad), { period: null, view: null, modes: {}, filters: null, data: null, unread });
});

test("of a period with one end the other is the data's own, and a day that is none asks for nothing", () => {
  const periodOf = (hash) => readAddress(hash).period;
  assert.deepEqual(periodOf("#from=2016-02-29"), ["2016-02-29", null]);
  assert.deepEqual(periodOf("#to=2016-02-29"), [null, "2016-02-29"]);
  for (const hash of ["#from=2020-02-31&to=2020-03-05", "#from=2020-02-01&to=2020-02-31", "#from=", "#to=soon"]) {
    assert.equal(periodOf(hash), null);
  }
});

test("the query of the app says the same after #; words it does not know are not asked for", () => {
  const query = "kind=drone,airstrike,tank&status=nowhere&governorate=SY07&governorate=Hama&actor=US&q=+tell++rifaat";
  const state = { ...NO_FILTERS, kinds: ["airstrike", "drone"], governorates: ["Hama", "SY07"], districts: [], actors: ["US"], statuses: [], text: "tell rifaat" };
  assert.deepEqual(readAddress(`#${query}`).filters, state);
});

test("all kinds are no filter", () => {
  assert.equal(readAddress("#kind=airstrike,drone,missile,shelling,ied,ground,other").filters, null);
});

test("what cannot be read is named as the link has it; the rows that only the page's maker chooses are no fault", () => {
  const unreadOf = (hash) => readAddress(hash).unread;
  assert.deepEqual(unreadOf("#kind=airstrike,tank&status=located&status=nowhere&q=x"), ["kind=airstrike,tank", "status=nowhere"]);
  assert.deepEqual(unreadOf("#from=soon"), ["from=soon"]);
  assert.deepEqual(unreadOf("#only=strikes&kind=drone&from=2015-09-30"), []);
  assert.deepEqual(unreadOf("#only=protests"), ["only=protests"]);
});
