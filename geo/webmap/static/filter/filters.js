"use strict";
// Filters as a plain value with the query parts and the meaning of geo/strikes/filters.py's; the period is the slider's.

const { judgeNear, readNear, wordNear, writeNear } = require("../data/nearness.js");
const { fold, splitSeveral, splitWords, trim } = require("../terms/fold.js");
const { HOURS, WEEKDAYS, hourCodes, weekdayCodes } = require("./times.js");
const { NO_SOURCE, reportedBy, sourcesOf } = require("../data/sources.js");
const { NOT_REPORTED, STATUS_WORDS, capital, wordKind } = require("../terms/words.js");

const KINDS = ["airstrike", "drone", "missile", "shelling", "ied", "ground", "other"];
const TARGETS = [
  "armed_group", "military", "residential", "medical", "school", "religious", "market", "camp", "infrastructure",
  "vehicle", "other", "unknown",
];
const STATUSES = ["located", "area_only", "unlocated"];
const SEARCHED = ["place_text", "place_text_ar", "place_name", "place_name_ar", "governorate_text", "adm1_name", "adm2_name", "adm3_name", "target"];
const GOVERNORATE = ["adm1_code", "adm1_name", "governorate_text"];
const DISTRICT = ["adm2_code", "adm2_name", "district_text"];
// Part of a query to field; closed words may be joined by commas.
const FIELD_OF_PART = {
  governorate: "governorates", district: "districts", kind: "kinds", actor: "actors", source: "sources", target: "targets",
  weekday: "weekdays", hour: "hours", status: "statuses", near: "near", q: "text",
};
const ONCE = ["near", "q"];
const orNone = (words) => [...words, NOT_REPORTED];
const WORDS_OF_PART = {
  kind: KINDS, target: orNone(TARGETS), weekday: orNone(WEEKDAYS), hour: orNone(HOURS), status: STATUSES,
};
// `only` and `since` are Python's alone: the rows of a page are chosen before they get here.
const CLOSED = { ...WORDS_OF_PART, only: ["strikes"] };
const foldedWords = new WeakMap(); // words of a column: the same, folded; each is searched at every letter
const NO_FILTERS = Object.freeze({
  kinds: [], governorates: [], districts: [], actors: [], sources: [], targets: [], weekdays: [], hours: [], statuses: [], near: "", text: "",
});

/** The filters in one form: trimmed, sorted, once each; all the words of a closed field are no filter. */
function settleFilters(filters) {
  const { kinds, governorates, districts, actors, sources, targets, weekdays, hours, statuses, near, text } = { ...NO_FILTERS, ...filters };
  const open = (values) => [...new Set(values.map(trim).filter(Boolean))].sort();
  const closed = (values, words) => {
    const chosen = words.filter((word) => values.some((value) => trim(value) === word));
    return chosen.length === words.length ? [] : chosen;
  };
  const circle = near && readNear(near);
  return {
    near: circle ? writeNear(circle) : "",
    kinds: closed(kinds, KINDS), governorates: open(governorates), districts: open(districts), actors: open(actors),
    sources: open(sources), targets: closed(targets, WORDS_OF_PART.target),
    weekdays: closed(weekdays, WORDS_OF_PART.weekday), hours: closed(hours, WORDS_OF_PART.hour),
    statuses: closed(statuses, STATUSES), text: splitWords(text).join(" "),
  };
}

/** Reads the parts of an address, URLSearchParams; what they do not know counts as not said. */
function readFilters(parts) {
  const fields = {};
  for (const [part, field] of Object.entries(FIELD_OF_PART)) {
    const values = parts.getAll(part);
    if (ONCE.includes(part)) fields[field] = values[0] ?? "";
    else fields[field] = WORDS_OF_PART[part] ? values.flatMap((value) => value.split(",")) : values;
  }
  return settleFilters(fields);
}

/** The parts of an address that name a kind, status or circle that there is not, as it has them. */
function findUnread(parts) {
  const circles = parts.getAll("near").filter((near) => !readNear(near)).map((near) => `near=${near}`);
  const words = Object.entries(CLOSED).flatMap(([part, words]) => {
    const isKnown = (value) => value.split(",").every((word) => words.includes(trim(word)));
    return parts.getAll(part).filter((value) => !isKnown(value)).map((value) => `${part}=${value}`);
  });
  return [...words, ...circles];
}

/** Adds the parts that say something to URLSearchParams. */
function writeFilters(filters, parts) {
  for (const [part, field] of Object.entries(FIELD_OF_PART)) {
    const value = filters[field];
    if (!value.length) continue;
    const values = ONCE.includes(part) ? [value] : WORDS_OF_PART[part] ? [value.join()] : value;
    for (const one of values) parts.append(part, one);
  }
}

/** How many fields filter. */
function countFilters(filters) {
  return Object.values(filters).filter((value) => value.length).length;
}

/** The filters as one phrase, "" for none; `nameOf` names an area by its code, `say` says what areas are called. */
function wordFilters(filters, nameOf, say = (phrase) => phrase) {
  const word = (value, what) => (value === NOT_REPORTED ? `${what} not reported` : value);
  return [
    filters.kinds.map(wordKind).join(", "),
    filters.governorates.map((code) => word(nameOf(code), say("governorate"))).join(", "),
    filters.districts.map((code) => word(nameOf(code), say("district"))).join(", "),
    filters.actors.map((actor) => word(actor, "actor")).join(", "),
    filters.sources.map((source) => (source === NOT_REPORTED ? NO_SOURCE : source)).join(", "),
    filters.targets.map((target) => word(target.replaceAll("_", " "), "target")).join(", "),
    filters.weekdays.map((day) => word(day, "weekday")).map(capital).join(", "),
    filters.hours.map((hour) => (hour === NOT_REPORTED ? "hour not reported" : `${hour}:00–${hour}:59`)).join(", "),
    filters.statuses.map((status) => STATUS_WORDS[status]).join(", "),
    filters.near ? wordNear(readNear(filters.near)) : "",
    filters.text ? `text “${filters.text}”` : "",
  ].filter(Boolean).join("; ");
}

/** Whether filters ask for what only the texts of details say. */
function needsTexts({ governorates, districts, sources, targets, hours, text }) {
  return text !== "" || [governorates, districts, sources, targets, hours].some((chosen) => chosen.length > 0);
}

/** The value of a row's code, a function of the row. */
function byCode(codes, values) {
  return (row) => values[codes[row]];
}

/** A coded column, of the columns or the texts, as [codes, folded words]; null where it has no word. */
function foldedOf({ columns, dictionaries }, texts, name) {
  const coded = columns[name] ? [columns[name], dictionaries[name]] : texts.texts[name];
  return coded ? [coded[0], foldWords(coded[1])] : null;
}

function foldWords(words) {
  if (!foldedWords.has(words)) foldedWords.set(words, (words.toArray?.() ?? words).map(fold));
  return foldedWords.get(words);
}

/**
 * What each row says of its governorate, or district, folded: { code, name, stated, known }, functions of the
 * row. The words of a report count only where the row has neither code nor name; where they are
 * a known governorate's name, they are its code. `known` are the codes by name.
 */
function areasOf(strikes, texts, columns = GOVERNORATE) {
  const [code, name, text] = columns.map((column) => {
    const [codes, words] = foldedOf(strikes, texts, column) ?? [null, []];
    return codes ? byCode(codes, [null, ...words]) : () => null;
  });
  const known = new Map();
  for (let row = 0; row < strikes.rows; row++) {
    if (code(row) !== null && name(row) !== null) known.set(name(row), code(row));
  }
  const stated = (row) => {
    const said = code(row) === null && name(row) === null ? text(row) : null;
    return said === null ? null : (known.get(said) ?? said);
  };
  return { code, name, stated, known };
}

function inAreas(strikes, texts, chosen, columns) {
  const { code, name, stated, known } = areasOf(strikes, texts, columns);
  const wanted = new Set(chosen.map(fold));
  const asStated = new Set([...wanted, ...[...wanted].map((word) => known.get(word) ?? word)]);
  const codes = new Set(known.values());
  const unknown = (row) => code(row) === null && name(row) === null && !codes.has(stated(row));
  const orUnknown = chosen.includes(NOT_REPORTED) ? unknown : () => false;
  return (row) => wanted.has(code(row)) || wanted.has(name(row)) || asStated.has(stated(row)) || orUnknown(row);
}

function byActors({ columns, dictionaries }, chosen) {
  const wanted = new Set(chosen.map(fold));
  const passes = dictionaries.actor.map((cell) => splitSeveral(cell).some((actor) => wanted.has(fold(actor))));
  return byCode(columns.actor, [chosen.includes(NOT_REPORTED), ...passes]);
}

/** Every word stands somewhere in the row's texts. */
function holdsText(strikes, texts, text) {
  const folded = [...SEARCHED, "actor"].map((name) => foldedOf(strikes, texts, name)).filter(Boolean);
  const tests = splitWords(fold(text)).map((part) => {
    const holds = folded.map(([codes, words]) => byCode(codes, [false, ...words.map((word) => word.includes(part))]));
    return (row) => holds.some((hold) => hold(row));
  });
  return (row) => tests.every((test) => test(row));
}

function inWords(codes, words, chosen) {
  return byCode(codes, [chosen.includes(NOT_REPORTED), ...words.map((word) => chosen.includes(word))]);
}

function inTargets({ texts: { target_kind: kinds } }, chosen) {
  if (!kinds) return () => chosen.includes(NOT_REPORTED);
  return inWords(kinds[0], kinds[1].toArray?.() ?? kinds[1], chosen);
}

/** Which rows one of the sources reports; sourcesOf() must be open. */
function bySources(strikes, chosen) {
  const sources = sourcesOf(strikes);
  const tests = chosen.map((name) => reportedBy(sources, name === NOT_REPORTED ? NO_SOURCE : name)).filter(Boolean);
  return (row) => tests.some((test) => test(row));
}

/** Whether a row's point with its radius lies within the circle or touches it. */
function isWithin(strikes, near) {
  const judge = judgeNear(strikes, readNear(near));
  return (row) => ["sure", "possible"].includes(judge(row));
}

/** The test of each field that filters, by field: functions of the row. */
function testsOf(strikes, texts, filters) {
  const { columns, dictionaries, statuses } = strikes;
  const make = {
    kinds: (chosen) => inWords(columns.kind, dictionaries.kind, chosen),
    statuses: (chosen) => byCode(columns.status, statuses.map((status) => chosen.includes(status))),
    governorates: (chosen) => inAreas(strikes, texts, chosen, GOVERNORATE),
    districts: (chosen) => inAreas(strikes, texts, chosen, DISTRICT),
    actors: (chosen) => byActors(strikes, chosen),
    near: (chosen) => isWithin(strikes, chosen),
    sources: (chosen) => bySources(strikes, chosen),
    targets: (chosen) => inTargets(texts, chosen),
    weekdays: (chosen) => inWords(weekdayCodes(strikes), WEEKDAYS, chosen),
    hours: (chosen) => inWords(hourCodes(strikes, texts), HOURS, chosen),
    text: (chosen) => holdsText(strikes, texts, chosen),
  };
  const on = Object.keys(make).filter((field) => filters[field].length);
  return Object.fromEntries(on.map((field) => [field, make[field](filters[field])]));
}

function rowsThat(rows, tests) {
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (tests.every((test) => test(row))) kept[count++] = row;
  }
  return kept.slice(0, count);
}

/**
 * What passes all filters but one field's own: a function of the field that marks it by row, 1 or 0; null where
 * all rows pass. `texts` may be null where needsTexts() says so.
 */
function passesOf(strikes, texts, filters) {
  const tests = testsOf(strikes, texts, filters);
  const marks = (left) => {
    const others = Object.keys(tests).filter((field) => field !== left).map((field) => tests[field]);
    if (!others.length) return null;
    return Uint8Array.from({ length: strikes.rows }, (_, row) => Number(others.every((test) => test(row))));
  };
  let whole;
  return (field) => (field in tests ? marks(field) : (whole ??= [marks(null)])[0]);
}

/** Rows that pass, rising; `texts` may be null where needsTexts() says so. */
function keepRows(strikes, texts, filters) {
  return rowsThat(strikes.rows, Object.values(testsOf(strikes, texts, filters)));
}

module.exports = {
  DISTRICT, GOVERNORATE, KINDS, NO_FILTERS, STATUSES, areasOf, passesOf, countFilters, findUnread, foldWords, keepRows, needsTexts, readFilters, settleFilters, testsOf,
  wordFilters, writeFilters,
};
