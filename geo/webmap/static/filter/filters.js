"use strict";
// Filters as a plain value with the query parts and the meaning of geo/strikes/filters.py's; the period is the slider's.

const { readNear, wordNear, writeNear } = require("../data/nearness.js");
const { say: plain } = require("../language/language.js");
const { splitWords, trim } = require("../terms/fold.js");
const { HOURS, WEEKDAYS } = require("./times.js");
const { NO_SOURCE, wordSource } = require("../data/sources.js");
const { NOT_REPORTED, STATUS_WORDS, capital, wordKind } = require("../terms/words.js");

const KINDS = ["airstrike", "drone", "missile", "shelling", "ied", "ground", "other"];
const TARGETS = [
  "armed_group", "military", "residential", "medical", "school", "religious", "market", "camp", "infrastructure",
  "vehicle", "other", "unknown",
];
const STATUSES = ["located", "area_only", "unlocated"];
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
function wordFilters(filters, nameOf, say = plain) {
  const word = (value, none) => (value === NOT_REPORTED ? say(none) : value);
  return [
    filters.kinds.map(wordKind).join(", "),
    filters.governorates.map((code) => word(nameOf(code), "governorate not reported")).join(", "),
    filters.districts.map((code) => word(nameOf(code), "district not reported")).join(", "),
    filters.actors.map((actor) => word(actor, "actor not reported")).join(", "),
    filters.sources.map((source) => wordSource(source === NOT_REPORTED ? NO_SOURCE : source)).join(", "),
    filters.targets.map((target) => word(target === NOT_REPORTED ? target : say(target.replaceAll("_", " ")), "target not reported")).join(", "),
    filters.weekdays.map((day) => word(day === NOT_REPORTED ? day : say(day), "weekday not reported")).map(capital).join(", "),
    filters.hours.map((hour) => (hour === NOT_REPORTED ? say("hour not reported") : say("{from}–{to}", { from: `${hour}:00`, to: `${hour}:59` }))).join(", "),
    filters.statuses.map((status) => say(STATUS_WORDS[status])).join(", "),
    filters.near ? wordNear(readNear(filters.near)) : "",
    filters.text ? say("text “{text}”", { text: filters.text }) : "",
  ].filter(Boolean).join("; ");
}

/** Whether filters ask for what only the texts of details say. */
function needsTexts({ governorates, districts, sources, targets, hours, text }) {
  return text !== "" || [governorates, districts, sources, targets, hours].some((chosen) => chosen.length > 0);
}

module.exports = {
  KINDS, NO_FILTERS, STATUSES, countFilters, findUnread, needsTexts, readFilters, settleFilters, wordFilters, writeFilters,
};
