"use strict";
// How dates, places and tolls read: null is "not reported", a min without a max is open.

const { textOf } = require("../data/payload.js");
const { endOf, isoOf, startOf, wordDay, wordDayOfYear, wordMonth, wordSpan, wordsOf } = require("./calendar.js");
const { number, say, speaksArabic } = require("../language/language.js");

const NOT_REPORTED = "not reported";
const HELD = "held back"; // by a release: of columns that options.held names
const KIND_WORDS = { ied: "IED", ground: "ground attack", other: "other attack" };
const STATUS_WORDS = { located: "located", area_only: "known only to an area", unlocated: "not located" };
const PRECISION_WORDS = {
  near: "near the place", area: "an area", unknown: "unknown", country: "country only",
  governorate: "governorate only", district: "district only", subdistrict: "subdistrict only",
};
const KNOWN_TO = { week: "{span} (known to the week)", month: "{span} (known to the month)", year: "{span} (known to the year)" };
const ABOUT = { week: "week of {day}", month: "month of {day}", year: "year of {day}" };

/** What is said where a cell of a column is empty. */
function wordNone(strikes, column) {
  return say(areHeld(strikes, column) ? HELD : NOT_REPORTED);
}

/** Whether a release holds back all of some columns. */
function areHeld(strikes, ...columns) {
  return columns.every((column) => Boolean(strikes.held?.has(column)));
}

/** What strikes without a day are called. */
function wordUndated(strikes) {
  return say(areHeld(strikes, "date_start") ? "with days held back" : "undated");
}

/** People killed in words, "–" for none: "5–19 killed", "people killed not reported". */
function wordPeopleKilled(strikes, killed) {
  return killed === "–" ? say("people killed {none}", { none: wordNone(strikes, "killed_min") }) : say("{killed} killed, as reported", { killed });
}

/** Whether a toll's words are a figure. */
function isTold(words) {
  return words !== say(NOT_REPORTED) && words !== say(HELD);
}

/** A toll as a range: "5", "70–100", "160+", "up to 12" or `none`; -1 stands for null. */
function wordToll(low, high, none = say(NOT_REPORTED)) {
  if (low < 0 && high < 0) return none;
  if (high < 0) return say("{low}+", { low });
  if (low < 0) return say("up to {high}", { high });
  return low === high ? number(low) : say("{low}–{high}", { low, high });
}

/** Days of a strike with their precision: "26 October 2020", "1–30 September 2015 (month)". */
function wordDates(start, end, precision) {
  if (start === null) return say("undated");
  const span = start === end ? wordDay(start) : wordSpan(wordDay(start), wordDay(end));
  return KNOWN_TO[precision] ? say(KNOWN_TO[precision], { span }) : span;
}

/** A part of a span without what its end says too: "14", "14 Jul" or "14 Jul 2020". */
function wordFirstDay(start, end) {
  const [first, last] = [wordsOf(start), wordsOf(end)];
  if (first.year !== last.year) return wordDay(start, true);
  return first.month !== last.month ? wordDayOfYear(start) : first.day;
}

/**
 * Days of a strike for a list, no sharper than they are known: "26 Oct 2020", "14–20 Jul 2020",
 * "Jul 2020", "Dec 2019 – Mar 2020", "2016"; whole months and years only where no day is known.
 */
function wordDatesShort(start, end, precision) {
  if (start === null) return say("undated");
  const loose = precision === "month" || precision === "year";
  const whole = (unit) => loose && startOf(start, unit) === start && endOf(end, unit) === end;
  const month = (day) => wordMonth(day, true);
  const year = (day) => isoOf(day).slice(0, 4);
  const joined = (first, last) => (first === last ? first : wordSpan(first, last));
  if (whole("year")) return joined(year(start), year(end));
  if (whole("month")) return joined(month(start), month(end));
  if (start === end) return loose || precision === "week" ? say(ABOUT[precision], { day: wordDay(start, true) }) : wordDay(start, true);
  const first = wordFirstDay(start, end);
  return first.includes(" ") ? wordSpan(first, wordDay(end, true)) : `${first}–${wordDay(end, true)}`;
}

function wordKind(kind) {
  return kind === null ? kind : say(KIND_WORDS[kind] ?? kind);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "within about 2 km"; null where no radius is known. */
function wordRadius(km) {
  if (!(km > 0)) return null;
  const rounded = km >= 10 ? Math.round(km) : Math.round(km * 10) / 10;
  return say("within about {km} km", { km: rounded });
}

/**
 * Everything the payload says of one row, as texts (null: not there) and numbers (-1: null).
 * `texts` is what the payload's texts() promised.
 */
function describe(strikes, texts, row) {
  const { columns, dictionaries, groups, rows, statuses } = strikes;
  const coded = (name) => dictionaries[name][columns[name][row] - 1] ?? null;
  const text = (name) => textOf(texts.texts[name], row);
  const dated = row < rows - groups.undated;
  const days = dated ? [columns.day_start[row], columns.day_end[row]] : [null, null];
  const count = (name) => (columns[name] ?? texts.counts[name])[row];
  const none = (name) => wordNone(strikes, name);
  const toll = (name) => wordToll(count(`${name}_min`), count(`${name}_max`), none(`${name}_min`));
  const daysHeld = areHeld(strikes, "date_start") && say("days held back");
  return {
    row,
    none,
    id: texts.ids[row],
    kind: wordKind(coded("kind")),
    placeText: text("place_text"),
    placeTextArabic: text("place_text_ar"),
    subdistrictText: text("subdistrict_text"),
    districtText: text("district_text"),
    governorateText: text("governorate_text"),
    countryText: text("country_text"),
    notStrike: text("not_strike"),
    standsFor: text("stands_for"),
    note: text("note"),
    notRead: text("reading_note"),
    corrected: text("corrected"),
    sourceCodes: text("source_codes"),
    placeName: text("place_name"),
    placeNameArabic: text("place_name_ar"),
    matchMethod: text("match_method"),
    matchReason: text("match_reason"),
    status: statuses[columns.status[row]],
    precision: PRECISION_WORDS[coded("precision")] ?? coded("precision"),
    radius: wordRadius(columns.uncertainty_km[row]),
    areas: [text("adm3_name"), text("adm2_name"), text("adm1_name")].filter(Boolean).join(", ") || null,
    areaNote: text("adm_note"),
    dates: daysHeld || wordDates(...days, coded("date_precision")),
    datesShort: daysHeld || wordDatesShort(...days, coded("date_precision")),
    time: text("time_local"),
    actor: coded("actor")?.split(";").map((name) => name.trim()).join(", ") ?? null,
    attribution: coded("attribution"),
    eventStatus: coded("event_status"),
    munition: text("munition"),
    weapon: text("weapon"),
    target: text("target"),
    outcome: text("outcome"),
    tolls: {
      killed: toll("killed"), civilians: toll("civilians_killed"),
      injured: toll("injured"), casualties: toll("casualties"),
    },
    tollLead: texts.toll_lead[row],
  };
}

/** The place a reader looks for: as matched, else as reported, else the area. */
function wordPlace(strike) {
  return (speaksArabic() && strike.placeNameArabic) || (strike.placeName ?? strike.placeText ?? strike.areas ?? say("place {none}", { none: strike.none("place_text") }));
}

/** One line for a list: the strike's toll in a few words. */
function wordTollShort({ tolls, tollLead, none }) {
  if (tollLead !== null) return say("toll counted with another strike");
  if (isTold(tolls.killed)) return say("{toll} killed", { toll: tolls.killed });
  if (isTold(tolls.civilians)) return say("{toll} civilians killed", { toll: tolls.civilians });
  if (isTold(tolls.casualties)) return say("{toll} killed or injured", { toll: tolls.casualties });
  if (isTold(tolls.injured)) return say("{toll} injured", { toll: tolls.injured });
  return say("toll {none}", { none: none("killed_min") });
}

module.exports = {
  NOT_REPORTED, STATUS_WORDS, areHeld, capital, describe, isTold, wordDates, wordDatesShort, wordKind, wordNone, wordPeopleKilled, wordPlace,
  wordRadius, wordToll, wordTollShort, wordUndated,
};
