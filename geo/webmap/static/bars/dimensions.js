"use strict";
// What strikes can be counted by: for each dimension the keys of every row and what the keys are called.

const { NO_SOURCE, openSources, wordSource } = require("../data/sources.js");
const { Choices } = require("../filter/choices.js");
const { HOURS, WEEKDAYS, hourCodes, weekdayCodes } = require("../filter/times.js");
const { say } = require("../language/language.js");
const { NOT_REPORTED, capital, wordNone } = require("../terms/words.js");

/** Keys of rows, `keysOf(row)` lists a row's: { codes, size } where every row has one, else with `offsets`. */
function packKeys(rows, size, keysOf) {
  const offsets = new Uint32Array(rows + 1);
  const codes = [];
  let single = true;
  for (let row = 0; row < rows; row++) {
    const keys = keysOf(row);
    single &&= keys.length === 1;
    for (const key of keys) codes.push(key);
    offsets[row + 1] = codes.length;
  }
  const packed = Uint32Array.from(codes);
  return single ? { codes: packed, size } : { codes: packed, offsets, size };
}

/** A dimension of the filter box: its options are the keys, and choosing one filters by its value. */
function fromOptions(strikes, { options, of }) {
  const places = new Map(options.map((option, key) => [option, key]));
  const keyed = packKeys(strikes.rows, options.length, (row) => of(row).map((option) => places.get(option)));
  return { keyed, options: options.map(({ value, label }) => ({ value, label })) };
}

/** A coded column, code 0 where it says nothing, which is called `none`. */
function fromCodes(codes, words, { none, wordOf = (word) => word }) {
  const options = [{ value: NOT_REPORTED, label: none }, ...words.map((word) => ({ value: word, label: wordOf(word) }))];
  return { keyed: { codes, size: options.length }, options };
}

const wordHour = (hour) => say("{from}–{to}", { from: `${hour}:00`, to: `${hour}:59` });

function byTarget(texts, none) {
  const kinds = texts.texts.target_kind;
  return kinds ? fromCodes(kinds[0], kinds[1].toArray?.() ?? kinds[1], { none, wordOf: (word) => capital(say(word.replaceAll("_", " "))) }) : null;
}

function bySource({ names, offsets, codes }) {
  return { keyed: { codes, offsets, size: names.length }, options: names.map((name) => ({ value: name, label: wordSource(name) })) };
}

const isUnknown = ({ value }) => value === NOT_REPORTED || value === NO_SOURCE;

/**
 * The dimensions of strikes: { name, label, field, keyed, options, fixed }. `field` is that of the filters
 * which choosing one of them sets, null where none does; options stand at their keys, { value, label, unknown };
 * fixed: shown in the order of their keys, not by count. One that no row says anything of is left out.
 */
async function listDimensions(strikes, { nameOf, all = strikes }) {
  const [texts, sources] = [await strikes.texts(), await openSources(strikes, all)];
  const { fields } = new Choices(strikes, texts, nameOf);
  const none = (column) => wordNone(strikes, column);
  const choice = (field) => fromOptions(strikes, fields[field]);
  const made = [
    { name: "governorates", label: "Governorate", field: "governorates", ...choice("governorates") },
    { name: "districts", label: "District", field: "districts", ...choice("districts") },
    { name: "kinds", label: "Kind", field: "kinds", ...choice("kinds") },
    { name: "actors", label: "Actor, as alleged", field: "actors", ...choice("actors") },
    { name: "sources", label: "Source", field: "sources", ...bySource(sources) },
    { name: "targets", label: "Target", field: "targets", ...byTarget(texts, none("target_kind")) },
    { name: "weekdays", label: "Weekday", field: "weekdays", fixed: true, ...fromCodes(weekdayCodes(strikes), WEEKDAYS, { none: none("date_start"), wordOf: (day) => capital(say(day)) }) },
    { name: "hours", label: "Hour, local time", field: "hours", fixed: true, ...fromCodes(hourCodes(strikes, texts), HOURS, { none: none("time_local"), wordOf: wordHour }) },
  ];
  return made.filter(({ options }) => options?.some((option) => !isUnknown(option))).map((dimension) => ({
    fixed: false, ...dimension,
    options: dimension.options.map((option) => ({ ...option, unknown: isUnknown(option) })),
  })).filter(({ keyed, options }) => isSaid(keyed, options));
}

/** Whether any row says something by these keys. */
function isSaid({ codes }, options) {
  const known = options.map(({ unknown }) => !unknown);
  return codes.some((key) => known[key]);
}

module.exports = { listDimensions };
