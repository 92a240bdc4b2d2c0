"use strict";
// A month, a year or a day that a search says: "October 2015", "oct 2015", "2015-10", "10/2015", «تشرين الأول 2015», alone or beside a place.

const { parseDay, shift, wordDay } = require("../terms/calendar.js");
const { fold, splitWords } = require("../terms/fold.js");

const LANGUAGES = ["en", "ar", "ar-SY"]; // whose names of months are read: Arabic has two sets of them
const LEAST = 3; // letters of a name that is not whole
const WAYS = [
  /^(?<rest>.*?)(?<iso>\d{4}-\d{2}-\d{2})$/u,
  /^(?<rest>.*?)(?<year>\d{4})-(?<month>\d{1,2})$/u,
  /^(?<rest>.*?)(?<month>\d{1,2})\/(?<year>\d{4})$/u,
];
const BETWEEN = /(^| )(in|around|near|at|during|of|في|خلال|قرب|حول)$/u;
const two = (number) => String(number).padStart(2, "0");

function monthNames() {
  const names = LANGUAGES.map((language) => {
    const { format } = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, month) => fold(format(Date.UTC(2001, month, 1))));
  });
  return names.flatMap((months) => months.map((name, at) => [name, at + 1]));
}

let names = null; // made when first asked for

/** The number of a month, by its name or the beginning of one, folded; 0 for any other word. */
function monthOf(word) {
  names ??= monthNames();
  const whole = names.find(([name]) => name === word);
  const begun = word.length >= LEAST && names.find(([name]) => name.startsWith(word.replace(/\.$/, "")));
  return (whole ?? begun ?? [null, 0])[1] ?? 0;
}

/** "october 2015" at the end of some words: [words before, month, year]; of two words where a month has two. */
function nameAtEnd(words) {
  const year = /^\d{4}$/.exec(words.at(-1) ?? "")?.[0];
  if (!year) return null;
  for (const many of [2, 1]) {
    if (words.length <= many) continue;
    const month = monthOf(words.slice(-1 - many, -1).join(" "));
    if (month) return [words.slice(0, -1 - many), month, year];
  }
  return [words.slice(0, -1), 0, year];
}

function numbersAtEnd(text) {
  const { iso, month, rest, year } = WAYS.map((way) => way.exec(text)?.groups).find(Boolean) ?? {};
  if (iso) return { rest, first: parseDay(iso), unit: "day" };
  return year ? { rest, first: parseDay(`${year}-${two(Number(month))}-01`), unit: "month" } : null;
}

function wordsAtEnd(text) {
  const [before, month, year] = nameAtEnd(splitWords(text)) ?? [];
  if (!year) return null;
  return { rest: before.join(" "), first: parseDay(`${year}-${two(month || 1)}-01`), unit: month ? "month" : "year" };
}

/** Without the words that lead to a time or a place: "around Talbiseh in" is "Talbiseh". */
function bareOf(rest) {
  const words = splitWords(fold(rest));
  while (words.length && BETWEEN.test(words.at(-1))) words.pop();
  while (words.length && BETWEEN.test(words[0])) words.shift();
  return words.join(" ");
}

/**
 * The period at the end of what is typed, with what stands before it: { rest, days: [first, last], words }; null
 * where it says none. Digits may be of any script.
 */
function readMonth(typed) {
  const text = typed.replace(/\p{Nd}/gu, digitOf).trim();
  const found = numbersAtEnd(text) ?? wordsAtEnd(fold(text));
  if (!found || found.first === null) return null;
  const { first, unit } = found;
  const words = { day: wordDay(first), month: wordDay(first).replace(/^\d+ /, ""), year: wordDay(first).slice(-4) }[unit];
  return { rest: bareOf(found.rest), days: [first, shift(first, unit, 1) - 1], words };
}

/** The value of a decimal digit: those of a script stand in a row of ten from its nought on. */
function digitOf(digit) {
  let nought = digit.codePointAt(0);
  while (digit.codePointAt(0) - nought < 9 && /\p{Nd}/u.test(String.fromCodePoint(nought - 1))) nought--;
  return String(digit.codePointAt(0) - nought);
}

module.exports = { readMonth };
