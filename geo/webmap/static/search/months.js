"use strict";
// A month, a year or a day that a search says: "October 2015", "5 Oct 2015", "2015-10", "10/2015", «تشرين الأول 2015», alone or beside a place.

const { isoOf, parseDay, shift, wordDay, wordMonth } = require("../terms/calendar.js");
const { fold, splitWords } = require("../terms/fold.js");

const LANGUAGES = ["en", "ar", "ar-SY", "uk", "ru", "fr", "es"]; // whose names of months are read: Arabic has two sets of them
const FORMS = [{ month: "long" }, { day: "numeric", month: "long" }]; // a month alone and after a day: two cases in Slavic languages
const CASES = [[/[ая]$/u, "е"], [/[ая]$/u, "і"], [/ого$/u, "ому"]]; // after "в" and "у"
const LEAST = 3; // letters of a name that is not whole
const WAYS = [
  /^(?<rest>.*?)(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})$/u,
  /^(?<rest>.*?)(?<day>\d{1,2})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<year>\d{4})$/u,
  /^(?<rest>.*?)(?<year>\d{4})-(?<month>\d{1,2})$/u,
  /^(?<rest>.*?)(?<month>\d{1,2})\/(?<year>\d{4})$/u,
];
const YEAR = /^(?:19|20)\d{2}$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th|er|го)?$/u;
const AFTER_YEAR = /(\d{4})\s*(?:року|році|рік|р|года|году|год|г|م)?[.,،]*$/iu; // "of the year"
const wordSet = (words) => new Set(splitWords(fold(words)));
const BETWEEN = wordSet("in around near at during of في خلال قرب حول в во у около біля під под en à");
const OF_MONTH = wordSet("of de من");
// Before a time these make another one of it: "since", "October to", "the fifth of".
const JOINS = wordSet("to until till through since before after from and or по до с з от від после після и та і و حتى إلى من منذ بعد قبل au et hasta desde y");

const clean = (word = "") => word.replace(/[.,،]+$/u, "");
const dateOf = (year, month, day = 1) => parseDay([year, ...[month, day].map((number) => String(Number(number)).padStart(2, "0"))].join("-"));

function monthNames() {
  return LANGUAGES.flatMap((language) => FORMS.flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { ...form, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => {
      const { value } = format.formatToParts(Date.UTC(2001, month, 1)).find(({ type }) => type === "month");
      return [value, ...CASES.map(([ending, other]) => value.replace(ending, other))].map((name) => [fold(name), month + 1]);
    }).flat();
  }));
}

let names = null; // made when first asked for

/** The number of a month, by its name or a beginning that no other month has, folded; 0 for any other word. */
function monthOf(word) {
  names ??= monthNames();
  const whole = names.find(([name]) => name === word);
  if (whole || word.length < LEAST) return whole?.[1] ?? 0;
  const begun = new Set(names.filter(([name]) => name.startsWith(word)).map(([, month]) => month));
  return begun.size === 1 ? [...begun][0] : 0;
}

/** The month that some words end with, and the words before it: [words, month], month 0 for none. */
function monthAtEnd(words) {
  for (const many of [2, 1]) {
    const month = words.length >= many ? monthOf(words.slice(-many).map(clean).join(" ")) : 0;
    if (month) return [words.slice(0, -many), month];
  }
  return [words, 0];
}

/** The same without further names of that month: «تشرين الأول/أكتوبر». */
function oneMonthAtEnd(words) {
  let [before, month] = monthAtEnd(words);
  for (let next = monthAtEnd(before); month && next[1] === month; next = monthAtEnd(before)) [before] = next;
  return [before, month];
}

const dayAtEnd = (words) => DAY.exec(clean(words.at(-1)))?.[1];

/** "5 October 2015", "October 5, 2015", "October 2015" or "2015" at the end of folded words. */
function wordsAtEnd(words) {
  const [before, year] = [words.slice(0, -1), words.at(-1)];
  if (!YEAR.test(year ?? "")) return null;
  const [ahead, named] = dayAtEnd(before) ? oneMonthAtEnd(before.slice(0, -1)) : [];
  if (named) return { rest: ahead, first: dateOf(year, named, dayAtEnd(before)), unit: "day" };
  const [rest, month] = oneMonthAtEnd(before);
  if (!month) return { rest, first: dateOf(year, 1), unit: "year" };
  const dated = OF_MONTH.has(rest.at(-1)) ? rest.slice(0, -1) : rest;
  const day = dayAtEnd(dated);
  return day ? { rest: dated.slice(0, -1), first: dateOf(year, month, day), unit: "day" } : { rest, first: dateOf(year, month), unit: "month" };
}

/** A day of numbers; null where it may be two: 5/10/2015 is in May for some, in October for others. */
function dayOf({ day, mark, month, year }) {
  const [one, other] = [dateOf(year, month, day), dateOf(year, day, month)];
  if (!mark || mark === "." || one === other) return one;
  return one !== null && other !== null ? null : one ?? other;
}

function numbersAtEnd(text) {
  const found = WAYS.map((way) => way.exec(text)?.groups).find(Boolean);
  if (!found) return null;
  const rest = splitWords(fold(found.rest));
  return found.day ? { rest, first: dayOf(found), unit: "day" } : { rest, first: dateOf(found.year, found.month), unit: "month" };
}

/** Words without those that lead to the time after them: "around Talbiseh in" is "around Talbiseh". */
function sayBefore(words) {
  const said = [...words];
  while (BETWEEN.has(clean(said.at(-1)))) said.pop();
  return said.length ? [...said.slice(0, -1), clean(said.at(-1))] : said;
}

/** Whether words end in a part of a time, so that what follows is not the whole of it: "October to", "12/". */
const endsInTime = (words) => JOINS.has(words.at(-1)) || /[\d/]$/.test(words.at(-1) ?? "") || monthAtEnd(words)[1] > 0;

/**
 * The period at the end of what is typed: { said, rest, days: [first, last], words }, `said` being what stands before
 * it, `rest` the same without "in" or "around" in front; null where it says none, or more than one. Digits may be of any script.
 */
function readMonth(typed) {
  const text = typed.replace(/\p{Nd}/gu, digitOf).trim().replace(AFTER_YEAR, "$1");
  const found = numbersAtEnd(text) ?? wordsAtEnd(splitWords(fold(text.replace(/(?<=\p{L})\/(?=\p{L})/gu, " "))));
  if (!found || found.first === null) return null;
  const said = sayBefore(found.rest);
  if (endsInTime(said)) return null;
  const { first, unit } = found;
  const lead = said.findIndex((word) => !BETWEEN.has(word));
  const words = { day: wordDay(first), month: wordMonth(first), year: isoOf(first).slice(0, 4) }[unit];
  return { said: said.join(" "), rest: said.slice(Math.max(0, lead)).join(" "), days: [first, shift(first, unit, 1) - 1], words };
}

/** The value of a decimal digit: those of a script stand in a row of ten from its nought on. */
function digitOf(digit) {
  let nought = digit.codePointAt(0);
  while (digit.codePointAt(0) - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--;
  return String(digit.codePointAt(0) - nought);
}

module.exports = { readMonth };
