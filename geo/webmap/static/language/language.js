"use strict";
// The language of the page: our phrases by their English, numbers, and names of months. Its words come with the
// options, of geo/webmap/words; a page has one language, and English where none was given.

const ENGLISH = { code: "en", locale: "en", direction: "ltr", phrases: {} };
const FORMS = {
  ofDay: { day: "numeric", month: "long" }, short: { day: "numeric", month: "short" }, alone: { month: "long", year: "numeric" },
};
const MAIN = /[A-Za-z\u0400-\u04ff]|\d-\d|\d:\d/; // what runs from left to right: letters, dates and hours in digits
let spoken;

/** The names of the twelve months as FORMS have them: in some languages another case after a day. */
function monthsOf(locale) {
  return Object.fromEntries(Object.entries(FORMS).map(([name, form]) => {
    const format = new Intl.DateTimeFormat(locale, { ...form, timeZone: "UTC" });
    const nameOf = (_, month) => format.formatToParts(Date.UTC(2001, month, 1)).find(({ type }) => type === "month").value;
    return [name, Array.from({ length: 12 }, nameOf)];
  }));
}

/**
 * Takes the words of a language, of which geo/webmap/languages.py says what they are; English without.
 */
function speak(given) {
  const words = given ?? ENGLISH;
  if (spoken?.words === words) return;
  spoken = {
    words, months: monthsOf(words.locale), plurals: new Intl.PluralRules(words.locale),
    numbers: new Intl.NumberFormat("en", { maximumFractionDigits: 3, useGrouping: words.grouping ?? "always" }), marks: { ",": words.thousands ?? ",", ".": words.decimal ?? "." },
  };
}

/** The words of the language as speak() took them. */
const wordsSpoken = () => spoken.words;

const isBackwards = () => spoken.words.direction === "rtl";

/** A number with its thousands parted, as the language writes it; digits are the western ones in every language. */
function number(value) {
  return spoken.numbers.format(value).replace(/[,.]/g, (mark) => spoken.marks[mark]);
}

/** A difference: "+18", "−4", "0"; its sign stays before it where words run backwards, "18+" being at least 18. */
function signed(change) {
  const said = change < 0 ? `−${number(-change)}` : change ? `+${number(change)}` : "0";
  return isBackwards() ? `\u2066${said}\u2069` : said;
}

/** A part of a phrase: what runs the other way than the phrase is kept apart from what stands around it. */
function partOf(value) {
  if (typeof value === "number") return number(value);
  return isBackwards() && MAIN.test(value) ? `\u2068${value}\u2069` : value;
}

/** A phrase as the language has it, its parts still in braces: [one, many] where English has a singular; `count` among the values chooses. */
function find(phrase, { count }) {
  const [one, many] = Array.isArray(phrase) ? phrase : [phrase, phrase];
  const said = spoken.words.phrases[many] ?? (count === 1 ? one : many);
  return typeof said === "string" ? said : (said[spoken.plurals.select(count)] ?? said.other);
}

/** A phrase with its values in the place of {names}. */
function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => (values[name] === undefined ? whole : partOf(values[name])));
}

/** A phrase of ours in the language of the page; a text that is none of them stays. */
const say = (phrase, values = {}) => fill(find(phrase, values), values);

speak();

/** The names of the months: { ofDay, short, alone }. */
const monthsSpoken = () => spoken.months;

/** Whether Arabic names of places are read before those in Latin letters. */
const speaksArabic = () => spoken.words.code === "ar";

module.exports = { fill, find, isBackwards, monthsSpoken, number, say, signed, speak, speaksArabic, wordsSpoken };
