"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { readMonth } = require("../../../../../geo/webmap/static/search/months.js");
const { isoOf } = require("../../../../../geo/webmap/static/terms/calendar.js");

const read = (text) => {
  const found = readMonth(text);
  return found && [found.rest, ...found.days.map(isoOf), found.words];
};
const OCTOBER = ["2015-10-01", "2015-10-31", "October 2015"];

test("a month is read in words and numbers, of several languages and any digits", () => {
  for (const text of ["October 2015", "oct 2015", "Oct. 2015", "2015-10", "10/2015", "تشرين الأول 2015", "أكتوبر ٢٠١٥", "in October 2015", "October, 2015", "في تشرين الأول/أكتوبر 2015"]) {
    assert.deepEqual(read(text), ["", ...OCTOBER], text);
  }
  assert.deepEqual(read("2015"), ["", "2015-01-01", "2015-12-31", "2015"]);
  assert.deepEqual(read("2015-10-05"), ["", "2015-10-05", "2015-10-05", "5 October 2015"]);
});

test("of Ukrainian, Russian and French names every case is read, and the word for a year goes", () => {
  for (const text of ["жовтень 2015", "у жовтні 2015", "жовтня 2015 року", "октябрь 2015", "в октябре 2015 г.", "octobre 2015", "Octubre 2015"]) {
    assert.deepEqual(read(text), ["", ...OCTOBER], text);
  }
  for (const [text, month] of [["в мае 2022", "May 2022"], ["у лютому 2022", "February 2022"], ["у листопаді 2022", "November 2022"], ["août 2022", "August 2022"]]) {
    assert.equal(read(text)[3], month, text);
  }
});

test("a day in words or numbers is that day alone", () => {
  const days = [
    "5 October 2015", "5 Oct. 2015", "5th of October 2015", "October 5, 2015", "October 5 2015", "٥ تشرين الأول ٢٠١٥", "٥ من تشرين الأول 2015",
    "5 октября 2015", "5 жовтня 2015 року", "05.10.2015", "2015/10/5", "2015-10-05",
  ];
  for (const text of days) assert.deepEqual(read(text), ["", "2015-10-05", "2015-10-05", "5 October 2015"], text);
  assert.deepEqual(read("Talbiseh, 15 October 2015"), ["talbiseh", "2015-10-15", "2015-10-15", "15 October 2015"]);
  for (const text of ["30/10/2015", "10/30/2015"]) assert.equal(read(text)[3], "30 October 2015", text);
});

test("what may be two times, or is a part of one, is none", () => {
  const unsure = [
    "05/10/2015", "10/5/2015", "30/02/2015", "30 February 2015", "112/2015", "October 2015 to March 2016", "October-November 2015", "2014-2015",
    "10-15 October 2015", "October 10-15, 2015", "October to November 2015", "since October 2015", "في الخامس من تشرين الأول 2015",
    "تشرين الأول/تشرين الثاني 2015", "2015-10-01/2015-10-05", "2015-10-01 to 2015-10-05", "до жовтня 2015",
  ];
  for (const text of unsure) assert.equal(read(text), null, text);
});

test("half a month's name that two have is left to the places", () => {
  for (const [text, rest] of [["حي تشرين 2017", "حي تشرين"], ["سد تشرين 2016", "سد تشرين"], ["كانون 2015", "كانون"], ["jui 2015", "jui"], ["Oktober 2015", "oktober"]]) {
    assert.deepEqual([read(text)[0], read(text)[3]], [rest, text.slice(-4)], text);
  }
  assert.equal(read("تشرين الث 2015")[3], "November 2015");
});

test("what leads to a place is kept beside the place without it: it may be of its name", () => {
  const { rest, said } = readMonth("At-Tall in October 2015");
  assert.deepEqual([said, rest], ["at tall", "tall"]);
});

test("a place may stand before it", () => {
  for (const text of ["Talbiseh October 2015", "around Talbiseh in October 2015", "talbiseh 2015-10"]) {
    assert.deepEqual(read(text), ["talbiseh", ...OCTOBER], text);
  }
  assert.deepEqual(read("تلبيسة في تشرين الأول 2015"), ["تلبيسه", ...OCTOBER]);
  assert.deepEqual(read("Deir ez-Zor 2016").slice(0, 2), ["deir ez zor", "2016-01-01"]);
});

test("what says no year is no period", () => {
  for (const text of ["October", "Talbiseh", "", "13/2015", "2015-13", "Route 66", "155 mm", "Block 1200"]) assert.equal(read(text), null, text);
});
