"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { toUnit, worldPixels } = require("../../../../../geo/webmap/static/data/mercator.js");
const { nameOf } = require("../../../../../geo/webmap/static/map/name_of.js");
const { findPlaceLabels, preparePlaces } = require("../../../../../geo/webmap/static/map/place_names.js");

const PLACES = [
  ["Aleppo", "حلب", 37.16, 36.2, 9, 0],
  ["Jabal al-Zawiya", "جبل الزاوية", 37.1, 36.15, 10, 2],
  ["Tafas", "", 37.2, 36.18, 11, 0],
  ["Al-Shaar", "الشعار", 37.18, 36.21, 12, 1],
  ["Daraa", "درعا", 36.1, 32.62, 9, 0],
];

function prepare(rows) {
  const column = (i) => rows.map((row) => row[i]);
  return preparePlaces({
    columns: { name: column(0), name_ar: column(1), lon: column(2), lat: column(3), zoom: column(4), style: column(5) },
  });
}

function frameAt(zoom, [lon, lat] = [37.16, 36.2], [width, height] = [1280, 800]) {
  const world = worldPixels(zoom);
  const [x, y] = toUnit(lon, lat).map((unit) => unit * world);
  return { zoom, world, left: x - width / 2, top: y - height / 2, width, height };
}

const namesAt = (zoom, language = "en") =>
  findPlaceLabels(prepare(PLACES), frameAt(zoom), language).map(({ text }) => text);

test("the closer the view, the more places are named, the most prominent first", () => {
  assert.deepEqual(namesAt(8), []);
  assert.deepEqual(namesAt(9), ["Aleppo"]);
  assert.deepEqual(namesAt(10), ["Aleppo", "Jabal al-Zawiya"]);
  assert.deepEqual(namesAt(11), ["Aleppo", "Jabal al-Zawiya", "Tafas"]);
  assert.deepEqual(namesAt(12), ["Aleppo", "Jabal al-Zawiya", "Tafas", "Al-Shaar"]);
});

test("a name is Arabic where asked for and there is one, and Arabic is not slanted", () => {
  assert.deepEqual(namesAt(12, "ar"), ["حلب", "جبل الزاوية", "Tafas", "الشعار"]);
  const labels = findPlaceLabels(prepare(PLACES), frameAt(12), "ar");
  assert.ok(labels.every(({ style }) => style === ""));
});

test("a name is in its country's own script, alone or beside the English one", () => {
  const named = { name: "Kharkiv", name_ar: "خاركيف", name_local: "Харків" };
  assert.deepEqual(["en", "ar", "local", "both"].map((language) => nameOf(named, language)),
    ["Kharkiv", "خاركيف", "Харків", "Kharkiv · Харків"]);
  const plain = { name: "Bamako", name_ar: "" };
  assert.deepEqual(["en", "ar", "local", "both"].map((language) => nameOf(plain, language)), Array(4).fill("Bamako"));
});

test("a local name that is the Arabic one is not said twice in the table", () => {
  const columns = { lon: [36, 36], lat: [50, 35], name: ["Izium", "Homs"], name_ar: ["", "حمص"], name_local: ["Ізюм", 1], zoom: [9, 9], style: [0, 0] };
  assert.deepEqual(preparePlaces({ columns }).places.map(({ name_local: local }) => local), ["Ізюм", "حمص"]);
});

test("only a town has a dot; a quarter, a site and a mountain have none", () => {
  const dots = findPlaceLabels(prepare(PLACES), frameAt(12), "en").map(({ dot }) => dot);
  assert.deepEqual(dots, [true, false, true, false]);
});

test("of thousands of places in view no more than sixty are tried, the most prominent", () => {
  const many = Array.from({ length: 5000 }, (_, i) => [`${i}`, "", 37 + (i % 70) / 200, 36 + Math.floor(i / 70) / 400, 9, 0]);
  const prepared = prepare(many);
  const labels = findPlaceLabels(prepared, frameAt(11), "en");
  assert.equal(labels.length, 60);
  const ranks = labels.map(({ text }) => Number(text));
  assert.deepEqual(ranks, [...ranks].sort((a, b) => a - b));
});

test("the grid finds what a look at every place finds", () => {
  const many = Array.from({ length: 900 }, (_, i) => [`${i}`, "", 36 + (i % 30) / 11, 34 + Math.floor(i / 30) / 13, 9 + (i % 4), 0]);
  for (const frame of [frameAt(9.5, [36.9, 35.1], [390, 300]), frameAt(12, [36, 34]), frameAt(10, [38.6, 36.2])]) {
    const found = findPlaceLabels(prepare(many), frame, "en").map(({ text }) => text);
    const seen = many.filter(([, , lon, lat, zoom]) => {
      const [x, y] = toUnit(lon, lat).map((unit) => unit * frame.world);
      const [across, down] = [x - frame.left, y - frame.top];
      return frame.zoom >= zoom && across >= 0 && down >= 0 && across <= frame.width && down <= frame.height;
    });
    assert.deepEqual(found, seen.slice(0, 60).map(([name]) => name));
  }
});

test("a base map without places names none", () => {
  assert.deepEqual(findPlaceLabels(preparePlaces(undefined), frameAt(12), "en"), []);
});
