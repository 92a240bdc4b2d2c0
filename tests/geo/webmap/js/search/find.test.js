"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { say } = require("../../../../../geo/webmap/static/language/language.js");
const { findAll } = require("../../../../../geo/webmap/static/search/find.js");
const { listOptions } = require("../../../../../geo/webmap/static/search/options.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { strikesOf } = require("../strikes_of.js");

const ROWS = [
  { day: "2015-09-30", name: "Talbiseh", arabic: "تلبيسة", said: "Talbisah", x: 0.6, area: 1 },
  { day: "2015-10-20", name: "Talbiseh", arabic: "تلبيسة", said: "Talbiseh", x: 0.6, area: 1, title: "Raids on Homs", target: "medical_facility" },
  { day: "2016-10-01", name: "Al-Talbiseh Gate", x: 0.61, area: 1, actor: 1 },
  { day: "2016-11-05", name: "Duwaylah", x: 0.62, area: 2 },
];

const BASE = { governorates: [{ code: "SY06", name: "Homs", name_ar: "حمص" }, { code: "SY07", name: "Idlib" }], districts: [] };

function openRows(rows) {
  const strikes = strikesOf(rows.map(({ day, until, ...row }) => ({ start: parseDay(day), end: parseDay(until) ?? parseDay(day), ...row })));
  Object.assign(strikes.dictionaries, { precision: ["settlement"], kind: ["airstrike"], actor: ["Russia"], attribution: [], event_status: [] });
  const all = (value) => new Int32Array(rows.length).fill(value);
  Object.assign(strikes.columns, {
    precision: all(1), kind: all(1), attribution: all(0), event_status: all(0), actor: Uint8Array.from(rows, ({ actor = 0 }) => actor), uncertainty_km: all(0),
    ...Object.fromEntries(["killed", "civilians_killed", "injured", "casualties"].flatMap((toll) => [[`${toll}_min`, all(-1)], [`${toll}_max`, all(-1)]])),
  });
  const column = (name) => {
    const words = [...new Set(rows.map((row) => row[name]).filter(Boolean))];
    return [Uint8Array.from(rows, (row) => words.indexOf(row[name]) + 1), words];
  };
  const texts = {
    ids: rows.map((_, i) => `s${i}`), toll_lead: rows.map(() => null),
    texts: { place_name: column("name"), place_name_ar: column("arabic"), place_text: column("said"), target_kind: column("target") },
    claim_rows: [1, 2, 2], claims: { title: [[1, 0, 0], ["Raids on Homs"]], outlet: [[0, 1, 2], ["SOHR", "Enab Baladi"]], claimant: [[0, 0, 1], ["SNHR"]] },
  };
  return { strikes, texts };
}

function findIn(text) {
  const { strikes, texts } = openRows(ROWS);
  return findAll({ strikes, baseMap: BASE }, texts, text);
}

const counts = ({ places }) => places.map(({ count }) => count);

test("a place is found by every spelling, in both scripts, the best fit first", () => {
  assert.deepEqual(counts(findIn("talbiseh")), [2, 1]);
  assert.deepEqual(counts(findIn("TALBISAH")), [2], "as one report has it");
  assert.deepEqual(counts(findIn("تلبيسه")), [2]);
  assert.deepEqual(counts(findIn("gate")), [1]);
});

test("a spelling that nobody reported is found by its consonants, after all others, and told", () => {
  const { places } = findIn("talbesa");
  assert.deepEqual(places.map(({ count, alike }) => [count, alike]), [[2, true]]);
  assert.deepEqual(findIn("hms").places, [], "too few consonants are no likeness");
});

test("a place is found in what asks for its surroundings, and an area with what it is called", () => {
  for (const asked of ["around Talbisah", "near talbisah", "within 5 km of Talbisah", "5 km from talbisah", "Within 2.5km of Talbisah"]) {
    assert.deepEqual(counts(findIn(asked)), [2], asked);
  }
  assert.deepEqual(counts(findIn("حول تلبيسة")), [2]);
  assert.deepEqual(counts(findIn("بالقرب من تلبيسة")), [2]);
  for (const asked of ["Homs Governorate", "homs province", "محافظة حمص", "province de Homs", "around Homs Governorate"]) {
    assert.deepEqual(findIn(asked).areas.map(({ code }) => code), ["SY06"], asked);
  }
  assert.deepEqual([findIn("near").places, findIn("governorate").areas], [[], []], "words that name nothing find nothing");
});

test("areas are found by their names, with the strikes known to lie in them", () => {
  assert.deepEqual(findIn("homs").areas.map(({ code, count }) => [code, count]), [["SY06", 3]]);
  assert.deepEqual(findIn("حمص").areas.map(({ code }) => code), ["SY06"]);
  assert.deepEqual(findIn("nowhere").areas, []);
});

test("strikes are found by all words that are said of them: place, actor, headline, kind, month, year, day", () => {
  const found = (text) => findIn(text).strikes;
  assert.deepEqual(found("talbiseh october 2015").rows, [1]);
  assert.deepEqual(found("raids").rows, [1]);
  assert.deepEqual(found("russia 2016").rows, [2]);
  assert.deepEqual(found("2016-11").rows, [3]);
  assert.deepEqual(found("2015-09-30").rows, [0]);
  assert.deepEqual(found("airstrike").rows, [3, 2, 1, 0], "the newest first");
  assert.equal(found("airstrike").count, 4);
  assert.deepEqual(found("talbiseh 2014").rows, []);
});

test("strikes are found by the outlets and claimants of their claims, and by the kind of what was hit", () => {
  const found = (text) => findIn(text).strikes;
  assert.deepEqual(found("sohr").rows, [2]);
  assert.deepEqual(found("enab baladi 2016").rows, [2]);
  assert.deepEqual(found("snhr").rows, [2]);
  assert.deepEqual(found("medical facility").rows, [1]);
  assert.deepEqual(found("medical snhr").rows, [], "each word of one strike");
});

test("less than two letters ask for nothing", () => {
  assert.deepEqual(findIn(" t ").strikes.rows, []);
});

const LONG = [...ROWS, { day: "2014-10-05", until: "2015-02-01", name: "At-Tall", x: 0.63, area: 1 }, { day: "2015-10-02", until: "2015-10-03", name: "Lost", area: 1, status: "unlocated" }];

/** What a search of the rows above and two longer ones offers, as [group, words, more]; `applied` are the periods that choosing all of it shows. */
function offered(typed) {
  const { strikes, texts } = openRows(LONG.slice().sort((a, b) => Boolean(a.until) - Boolean(b.until) || a.day.localeCompare(b.day)));
  const applied = [];
  const slider = { reach: [parseDay("2014-10-01"), parseDay("2016-11-30")], byHand: (act) => act(), apply: (days) => applied.push(days) };
  const host = {
    strikes, baseMap: BASE, slider, say, visits: { openPlace: async () => {}, openArea: async () => {} },
    reader: { flyTo() {}, flyToBox() {}, openStrike() {} },
  };
  const options = listOptions(host, texts, typed);
  for (const { act } of options) act();
  return { applied, found: options.map(({ group, words, more }) => [group, words, more]) };
}

test("strikes of a typed period are those that may have been in it, as the period counts them", () => {
  const { found, applied } = offered("October 2015");
  assert.deepEqual(found[0], ["Period", "October 2015", "2 strikes"]);
  assert.deepEqual(applied, [[parseDay("2015-10-01"), parseDay("2015-10-31")]]);
  assert.equal(found[1][0], "Strikes: the newest 2 of 2", "not one from October 2014 to February 2015");
  assert.equal(offered("january 2015").found[1][0], "Strikes: the newest 1 of 1");
});

test("words beside a period are searched within it, and the period alone says that it is without them", () => {
  const { found } = offered("Talbiseh October 2015");
  assert.deepEqual(found.map(([group]) => group), ["Places", "Places", "Strikes: the newest 1 of 1", "Period"]);
  assert.match(found[0][2], /1 strike in October 2015$/);
  assert.equal(found.at(-1)[2], "2 strikes · without “talbiseh”");
  assert.deepEqual(offered("Oktober 2015").found, [["Period", "2015", "4 strikes · without “oktober”"]], "no month: said");
});

test("a name that begins as words that lead to a place is found whole", () => {
  assert.deepEqual(offered("At-Tall in January 2015").found[0].slice(0, 2), ["Places", "At-Tall"]);
  assert.deepEqual(offered("around Talbiseh in October 2015").found[0].slice(0, 2), ["Places", "Talbiseh · تلبيسة"]);
});

test("a place beside a month without data is offered, with none in it, and leaves the period as it is", () => {
  const { applied, found } = offered("Talbiseh October 2030");
  assert.deepEqual(found.map(([group]) => group), ["Places", "Places"]);
  assert.match(found[0][2], /0 strikes in October 2030$/);
  assert.deepEqual(applied, []);
});

test("an area's count means the same with a period and without", () => {
  const homs = (typed) => offered(typed).found.find(([group]) => group === "Areas")[2];
  assert.equal(homs("homs"), "governorate · 4 strikes");
  assert.equal(homs("homs 2015"), "governorate · 3 strikes in 2015");
});
