"use strict";
// Which rows pass filters: a mark by row for each field, kept until its choice is another, so that a step marks one field anew.

const { listMarked, recode } = require("../data/chosen.js");
const { judgeNear, readNear } = require("../data/nearness.js");
const { NO_SOURCE, sourcesOf } = require("../data/sources.js");
const { fold, splitSeveral, splitWords } = require("../terms/fold.js");
const { NOT_REPORTED } = require("../terms/words.js");
const { HOURS, WEEKDAYS, hourCodes, weekdayCodes } = require("./times.js");

const SEARCHED = ["place_text", "place_text_ar", "place_name", "place_name_ar", "governorate_text", "adm1_name", "adm2_name", "adm3_name", "target"];
const GOVERNORATE = ["adm1_code", "adm1_name", "governorate_text"];
const DISTRICT = ["adm2_code", "adm2_name", "district_text"];
const foldedWords = new WeakMap(); // words of a column: the same, folded; each is searched at every letter
const knownAreas = new WeakMap(); // strikes: by column of codes the codes by name
const kept = new WeakMap(); // strikes: by field the last choice and its marks

function foldWords(words) {
  if (!foldedWords.has(words)) foldedWords.set(words, (words.toArray?.() ?? words).map(fold));
  return foldedWords.get(words);
}

/** A coded column, of the columns or the texts, as { codes, words }, folded words by code, null for code 0. */
function foldedOf({ columns, dictionaries, rows }, texts, name) {
  const coded = columns[name] ? [columns[name], dictionaries[name]] : texts.texts[name];
  return coded ? { codes: coded[0], words: [null, ...foldWords(coded[1])] } : { codes: new Uint8Array(rows), words: [null] };
}

/** The code that stands beside each name, folded; a name of several is its own: its words do not say which is meant. */
function namesToCodes({ rows }, code, name) {
  const first = new Map();
  const same = name.words.map((word, at) => first.get(word) ?? (first.set(word, at), at));
  const codeOf = new Uint32Array(name.words.length);
  const several = new Set();
  for (let row = 0; row < rows; row++) {
    const [beside, at] = [code.codes[row], same[name.codes[row]]];
    if (!beside || !name.codes[row]) continue;
    if (codeOf[at] && code.words[codeOf[at]] !== code.words[beside]) several.add(at);
    codeOf[at] = beside;
  }
  const nameOf = (at) => (several.has(at) ? name.words[at] : code.words[codeOf[at]]);
  return new Map([...codeOf.keys()].filter((at) => codeOf[at]).map((at) => [name.words[at], nameOf(at)]));
}

/** What rows say of their areas of a level: { code, name, said, known }, columns as foldedOf() has them. */
function readAreas(strikes, texts, columns) {
  const [code, name, said] = columns.map((column) => foldedOf(strikes, texts, column));
  if (!knownAreas.has(strikes)) knownAreas.set(strikes, {});
  const known = (knownAreas.get(strikes)[columns[0]] ??= namesToCodes(strikes, code, name));
  return { code, name, said, known };
}

/**
 * What each row says of its governorate, or district, folded: { code, name, stated, known }, functions of the
 * row. The words of a report count only where the row has neither code nor name; where they are
 * a known governorate's name, they are its code. `known` are the codes by name.
 */
function areasOf(strikes, texts, columns = GOVERNORATE) {
  const { known, ...read } = readAreas(strikes, texts, columns);
  const [code, name, words] = [read.code, read.name, read.said].map(({ codes, words: said }) => (row) => said[codes[row]]);
  const stated = (row) => {
    const said = code(row) === null && name(row) === null ? words(row) : null;
    return said === null ? null : (known.get(said) ?? said);
  };
  return { code, name, stated, known };
}

function markAreas(strikes, texts, chosen, columns) {
  const { code, name, said, known } = readAreas(strikes, texts, columns);
  const wanted = new Set(chosen.map(fold));
  const asStated = new Set([...wanted, ...[...wanted].map((word) => known.get(word) ?? word)]);
  const codes = new Set(known.values());
  const orUnknown = chosen.includes(NOT_REPORTED);
  const fits = ({ words }) => Uint8Array.from(words, (word) => Number(wanted.has(word)));
  const [byCode, byName] = [fits(code), fits(name)];
  const byWords = Uint8Array.from(said.words, (word) => {
    const stated = known.get(word) ?? word;
    return Number(asStated.has(stated) || (orUnknown && !codes.has(stated)));
  });
  const marks = new Uint8Array(strikes.rows);
  for (let row = 0; row < marks.length; row++) {
    const [at, called] = [code.codes[row], name.codes[row]];
    marks[row] = at || called ? byCode[at] | byName[called] : byWords[said.codes[row]];
  }
  return marks;
}

function markActors({ columns, dictionaries }, chosen) {
  const wanted = new Set(chosen.map(fold));
  const passes = dictionaries.actor.map((cell) => splitSeveral(cell).some((actor) => wanted.has(fold(actor))));
  return recode(columns.actor, [chosen.includes(NOT_REPORTED), ...passes]);
}

/** Every word stands somewhere in the row's texts. */
function markText(strikes, texts, text) {
  const searched = [...SEARCHED, "actor"].map((name) => foldedOf(strikes, texts, name));
  const parts = splitWords(fold(text)).map((part) => {
    const holding = searched.map(({ codes, words }) => [codes, words.map((word) => word?.includes(part) ?? false)]);
    return joinMarks(strikes.rows, holding.filter(([, holds]) => holds.some(Boolean)).map(([codes, holds]) => recode(codes, holds)));
  });
  return meetMarks(parts) ?? new Uint8Array(strikes.rows).fill(1);
}

function markWords(codes, words, chosen) {
  return recode(codes, [chosen.includes(NOT_REPORTED), ...words.map((word) => chosen.includes(word))]);
}

function markTargets({ rows }, { texts: { target_kind: kinds } }, chosen) {
  if (!kinds) return new Uint8Array(rows).fill(Number(chosen.includes(NOT_REPORTED)));
  return markWords(kinds[0], kinds[1].toArray?.() ?? kinds[1], chosen);
}

/** Which rows one of the sources reports; sourcesOf() must be open. */
function markSources(strikes, chosen) {
  const { codes, names, offsets } = sourcesOf(strikes);
  const wanted = names.map((name) => chosen.includes(name === NO_SOURCE ? NOT_REPORTED : name) || chosen.includes(name));
  const byCode = Uint8Array.from(wanted, Number);
  const marks = new Uint8Array(strikes.rows);
  for (let row = 0; row < marks.length; row++) {
    for (let at = offsets[row]; at < offsets[row + 1]; at++) marks[row] |= byCode[codes[at]];
  }
  return marks;
}

/** Whose point with its radius lies within the circle or touches it. */
function markNear(strikes, near) {
  const judge = judgeNear(strikes, readNear(near));
  return Uint8Array.from({ length: strikes.rows }, (_, row) => Number(["sure", "possible"].includes(judge(row))));
}

const MARK = {
  kinds: ({ columns, dictionaries }, _, chosen) => markWords(columns.kind, dictionaries.kind, chosen),
  statuses: ({ columns, statuses }, _, chosen) => recode(columns.status, statuses.map((status) => chosen.includes(status))),
  governorates: (strikes, texts, chosen) => markAreas(strikes, texts, chosen, GOVERNORATE),
  districts: (strikes, texts, chosen) => markAreas(strikes, texts, chosen, DISTRICT),
  actors: (strikes, _, chosen) => markActors(strikes, chosen),
  near: (strikes, _, chosen) => markNear(strikes, chosen),
  sources: (strikes, _, chosen) => markSources(strikes, chosen),
  targets: markTargets,
  weekdays: (strikes, _, chosen) => markWords(weekdayCodes(strikes), WEEKDAYS, chosen),
  hours: (strikes, texts, chosen) => markWords(hourCodes(strikes, texts), HOURS, chosen),
  text: markText,
};

/** 1 where one of several marks by row is 1. */
function joinMarks(rows, several) {
  const joined = new Uint8Array(rows);
  for (const marks of several) for (let row = 0; row < rows; row++) joined[row] |= marks[row];
  return joined;
}

/** 1 where all of several marks by row are 1; null where there are none. */
function meetMarks([first, ...others]) {
  if (!first || !others.length) return first ?? null;
  const met = first.slice();
  for (const marks of others) for (let row = 0; row < met.length; row++) met[row] &= marks[row];
  return met;
}

/** The marks of each field that filters, by field; the same as before where its choice is. */
function marksOf(strikes, texts, filters) {
  if (!kept.has(strikes)) kept.set(strikes, {});
  const last = kept.get(strikes);
  const on = Object.keys(MARK).filter((field) => filters[field].length);
  return Object.fromEntries(on.map((field) => {
    const asked = JSON.stringify(filters[field]);
    if (last[field]?.asked !== asked) last[field] = { asked, marks: MARK[field](strikes, texts, filters[field]) };
    return [field, last[field].marks];
  }));
}

/**
 * What passes all filters but one field's own: a function of the field that marks it by row, 1 or 0; null where
 * all rows pass. `texts` may be null where needsTexts() says so.
 */
function passesOf(strikes, texts, filters) {
  const marks = marksOf(strikes, texts, filters);
  const without = (left) => meetMarks(Object.keys(marks).filter((field) => field !== left).map((field) => marks[field]));
  let whole;
  return (field) => (field in marks ? without(field) : (whole ??= [without(null)])[0]);
}

/** Rows that pass, rising; `texts` may be null where needsTexts() says so. */
function keepRows(strikes, texts, filters) {
  const passes = passesOf(strikes, texts, filters)(null);
  return passes ? listMarked(passes) : Uint32Array.from({ length: strikes.rows }, (_, row) => row);
}

module.exports = { DISTRICT, GOVERNORATE, areasOf, foldWords, keepRows, passesOf };
