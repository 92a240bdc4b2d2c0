"use strict";
// Free text to what it may mean among the strikes shown: places by every spelling, areas by name, strikes by what is said of them.

const { foldWords } = require("../filter/passing.js");
const { say } = require("../language/language.js");
const { placesOf } = require("../places/index.js");
const { parseDay, isoOf, startOf, shift } = require("../terms/calendar.js");
const { fold, splitWords } = require("../terms/fold.js");
const { wordKind } = require("../terms/words.js");

const MOST = { places: 6, areas: 3, strikes: 6 };
const PLACE_NAMES = ["place_name", "place_name_ar", "place_text", "place_text_ar"];
const SAID = [...PLACE_NAMES, "adm1_name", "adm2_name", "governorate_text", "target", "munition", "weapon", "note"];
const CLAIMED = ["title", "outlet", "claimant"]; // of claims
const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
];
const [ALIKE, INSIDE, BEGINS, EXACT] = [1, 2, 3, 4]; // how well a name fits, 0 not at all
const LEAST_TYPED = 2; // letters
const LEAST_BONES = 3; // consonants; fewer are alike in too many names
// What is said around a name when a person asks for its surroundings or its area; folded.
const AROUND = /^(?:(?:within|inside|less than) +)?(?:\d+(?:[.,]\d+)? *(?:km|كم) +)?(?:around|near|close to|next to|of|from|حول|قرب|بالقرب من|من|alrededor de|cerca de|autour de|pres de|навколо|біля|поблизу) +(?=\S)/;
const KIND_OF_AREA = /^(?:محافظه|قضاء|منطقه|provincia de|gobernacion de|gouvernorat de|province de|province of) +(?=\S)|(?<=\S) +(?:governorate|province|district|region|oblast|raion|область|раион)$/g;
const bonesKept = new Map();

/** Consonants of a Latin name without its article: "Talbiseh" and "Talbisah" are alike in them. */
function bonesOf(folded) {
  if (!bonesKept.has(folded)) {
    const bones = folded.replace(/^(al|ar|as|at|ad|an|az|ash|el) +/, "").replace(/[aeiouy\W_]/g, "").replace(/(.)\1+/g, "$1").replace(/h$/, "");
    bonesKept.set(folded, /[a-z]/.test(bones) && bones.length >= LEAST_BONES ? bones : null);
  }
  return bonesKept.get(folded);
}

/** How well a folded name fits folded words that were typed, 0 to 4. */
function fitOf(name, typed) {
  if (name === typed) return EXACT;
  if (name.startsWith(typed)) return BEGINS;
  if (name.includes(typed)) return INSIDE;
  const bones = bonesOf(typed);
  return bones && bones === bonesOf(name) ? ALIKE : 0;
}

/** The fit of each word of a coded column, by its code; null for a column that there is not. */
function fitsOf(coded, typed) {
  if (!coded) return null;
  return { codes: coded[0], fits: Uint8Array.from([0, ...foldWords(coded[1]).map((word) => fitOf(word, typed))]) };
}

/** Places with the best fit of their names first, then those with the most strikes: [{ number, count }]. */
function findPlaces(strikes, texts, typed) {
  const places = placesOf(strikes, texts);
  const columns = PLACE_NAMES.map((name) => fitsOf(texts.texts[name], typed)).filter((column) => column?.fits.some(Boolean));
  const best = new Uint8Array(places.count + 1);
  for (const { codes, fits } of columns) {
    for (let row = 0; row < strikes.rows; row++) {
      const fit = fits[codes[row]];
      if (fit > best[places.of[row]]) best[places.of[row]] = fit;
    }
  }
  const found = [];
  for (let number = 1; number <= places.count; number++) if (best[number]) found.push(number);
  return found.sort((a, b) => best[b] - best[a] || places.sizeOf(b) - places.sizeOf(a) || a - b)
    .slice(0, MOST.places).map((number) => ({ number, count: places.sizeOf(number), alike: best[number] === ALIKE }));
}

/** Governorates and districts by any of their names: [{ code, name, count }]. */
function findAreas({ columns, dictionaries, rows }, baseMap, typed) {
  const found = [];
  for (const [column, drawn] of [["adm1_code", baseMap.governorates], ["adm2_code", baseMap.districts]]) {
    if (!columns[column]) continue;
    const fits = new Map((drawn ?? []).map((area) =>
      [area.code, Math.max(...[area.name, area.name_ar, area.name_local].filter(Boolean).map((name) => fitOf(fold(name), typed)))]));
    if (![...fits.values()].some(Boolean)) continue;
    const counts = new Uint32Array(dictionaries[column].length + 1);
    for (let row = 0; row < rows; row++) counts[columns[column][row]]++;
    dictionaries[column].forEach((code, i) => {
      const fit = fits.get(code);
      if (fit && counts[i + 1]) found.push({ code, fit, count: counts[i + 1], level: column === "adm1_code" ? 0 : 1 });
    });
  }
  return found.sort((a, b) => b.fit - a.fit || a.level - b.level || b.count - a.count).slice(0, MOST.areas);
}

/** The days that a word may mean: a day, a month or a year as [first, last]; null for any other word; a month alone is of any year. */
function daysOf(word) {
  const day = parseDay(word);
  if (day !== null) return [day, day];
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?$/.exec(word) ?? [];
  const first = year && parseDay(`${year}-${month ?? "01"}-01`);
  if (!first && first !== 0) return null;
  return [first, shift(first, month ? "month" : "year", 1) - 1];
}

/** Whether a row has a word, as typed, among all that is said of it; a function of the row. */
function holdsWord(strikes, texts, typed) {
  const word = splitWords(fold(typed)).join(" ");
  const { columns, dictionaries, groups } = strikes;
  const tests = [];
  const test = (codes, words, holds) => {
    const marks = Uint8Array.from([0, ...words.map((one) => (holds(one) ? 1 : 0))]);
    if (marks.some(Boolean)) tests.push((row) => marks[codes[row]] === 1);
  };
  const includes = (folded) => folded.includes(word);
  for (const name of SAID) if (texts.texts[name]) test(texts.texts[name][0], foldWords(texts.texts[name][1]), includes);
  test(columns.kind, dictionaries.kind.map((kind) => fold(wordKind(kind))), includes);
  test(columns.actor, foldWords(dictionaries.actor), includes);
  const targets = texts.texts.target_kind;
  if (targets) test(targets[0], Array.from(targets[1].toArray?.() ?? targets[1], (kind) => fold(say(kind.replaceAll("_", " ")))), includes);
  const claimed = fitsOfClaims(texts, includes);
  if (claimed) tests.push((row) => claimed[row] === 1);
  const days = daysOf(typed);
  const dated = strikes.rows - groups.undated;
  if (days) tests.push((row) => row < dated && columns.day_start[row] <= days[1] && columns.day_end[row] >= days[0]);
  const month = word.length > 2 ? MONTHS.findIndex((name) => name.startsWith(word)) : -1;
  if (month >= 0) tests.push((row) => row < dated && inMonth(columns.day_start[row], columns.day_end[row], month));
  return (row) => tests.some((holds) => holds(row));
}

function inMonth(start, end, month) {
  for (let day = startOf(start, "month"); day <= end; day = shift(day, "month", 1)) {
    if (Number(isoOf(day).slice(5, 7)) === month + 1) return true;
    if (day > start + 366) return true; // longer than a year: every month is in it
  }
  return false;
}

/** Marks by row whose claims have a headline or an outlet that holds a word; null where none does. */
function fitsOfClaims({ claims, claim_rows: rows, ids }, includes) {
  let marked = null;
  for (const [codes, words] of CLAIMED.map((name) => claims[name]).filter(Boolean)) {
    const marks = Uint8Array.from([0, ...foldWords(words).map((one) => (includes(one) ? 1 : 0))]);
    if (!marks.some(Boolean)) continue;
    marked ??= new Uint8Array(ids.length);
    rows.forEach((row, i) => marks[codes[i]] && (marked[row] = 1));
  }
  return marked;
}

/** Whether a row may have been in the days [from, to]; a function of the row. */
function overlaps({ columns: { day_start: start, day_end: end }, groups, rows }, [from, to]) {
  return (row) => row < rows - groups.undated && start[row] <= to && end[row] >= from;
}

/** Strikes of which every typed word is said, in `days` where there are some: { rows, count }, `rows` the newest of `count`, newest first. */
function findStrikes(strikes, texts, text, days = null) {
  const tests = splitWords(text).map((word) => holdsWord(strikes, texts, word));
  if (days) tests.push(overlaps(strikes, days));
  const { day_start: start } = strikes.columns;
  const dated = strikes.rows - strikes.groups.undated;
  const dayOf = (row) => (row < dated ? start[row] : -Infinity);
  const newest = [];
  let count = 0;
  for (let row = 0; row < strikes.rows; row++) {
    if (!tests.every((holds) => holds(row))) continue;
    count++;
    if (newest.length === MOST.strikes && dayOf(row) <= dayOf(newest.at(-1))) continue;
    newest.push(row);
    newest.sort((a, b) => dayOf(b) - dayOf(a) || a - b);
    newest.length = Math.min(newest.length, MOST.strikes);
  }
  return { count, rows: newest };
}

/** A folded text without what is said around its name: "around Talbiseh", "Homs Governorate". */
const nameIn = (typed) => typed.replace(AROUND, "").replace(KIND_OF_AREA, "");

/** Places and areas of some readings of what is typed, those of the first before others: { places, areas }. */
function findNamed({ strikes, baseMap }, texts, readings) {
  const folded = readings.map((text) => splitWords(fold(text)).join(" "));
  // As it was typed comes first: a name itself may begin so.
  const typed = [...new Set([...folded, ...folded.map(nameIn)])].filter((text) => text.length >= LEAST_TYPED);
  const [places, areas] = [new Map(), new Map()];
  for (const text of typed) {
    for (const place of findPlaces(strikes, texts, text)) if (!places.has(place.number)) places.set(place.number, place);
    for (const area of findAreas(strikes, baseMap, text)) if (!areas.has(area.code)) areas.set(area.code, area);
  }
  return { places: [...places.values()].slice(0, MOST.places), areas: [...areas.values()].slice(0, MOST.areas) };
}

/** What some text may mean: { places, areas, strikes }; nothing for less than two letters. `period` is of months.js, null for none. */
function findAll(host, texts, text, period = null) {
  const { said, rest, days } = period ?? { said: text, rest: text };
  const nothing = !days && splitWords(fold(text)).join(" ").length < LEAST_TYPED;
  const strikes = nothing ? { rows: [], count: 0 } : findStrikes(host.strikes, texts, rest, days);
  return { ...findNamed(host, texts, [...new Set([said, rest])]), strikes };
}

module.exports = { findAll, overlaps };
