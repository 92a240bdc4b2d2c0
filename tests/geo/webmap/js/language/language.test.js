"use strict";
const assert = require("node:assert/strict");
const fs = require("node:fs");
const path = require("node:path");
const test = require("node:test");
const { number, say, speak } = require("../../../../../geo/webmap/static/language/language.js");
const { parseDay, wordDay, wordMonth } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { sayingOf } = require("../../../../../geo/webmap/static/terms/nouns.js");
const { wordDatesShort, wordToll } = require("../../../../../geo/webmap/static/terms/words.js");

const HOME = path.join(__dirname, "../../../../../geo/webmap");
const CODES = ["ar", "uk", "es", "fr"];
const WORDS = Object.fromEntries(CODES.map((code) => [code, JSON.parse(fs.readFileSync(path.join(HOME, "words", `${code}.json`), "utf8"))]));
const PHRASES = Object.keys(WORDS.ar.phrases);
const FREE = ["count", "area", "areas", "place"]; // what a form of a plural, or a language without articles, may leave out
const namesIn = (text) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

/** Speaks a language while something is asserted. */
function within(code, assertAll) {
  speak(WORDS[code]);
  try {
    assertAll();
  } finally {
    speak();
  }
}

test("all languages have the same phrases, none of them empty or English with letters of another script", () => {
  for (const code of CODES) {
    assert.deepEqual(Object.keys(WORDS[code].phrases).sort(), [...PHRASES].sort(), code);
    for (const [phrase, said] of Object.entries(WORDS[code].phrases)) {
      const forms = typeof said === "string" ? [said] : Object.values(said);
      assert.ok(forms.every((form) => form.length > 0), `${code}: ${phrase}`);
      const bare = phrase.replace(/\{\w+\}|OpenStreetMap|GeoNames|OCHA|CC BY|IGO|\bA\b|\bB\b/g, "");
      const script = { ar: /[\u0600-\u06ff]/, uk: /[\u0400-\u04ff]/ }[code];
      if (script && /[a-z]{2}/.test(bare) && !forms.includes("{none}")) assert.match(forms.join(), script, `${code}: ${phrase}`);
    }
  }
});

test("what is known only to an area is not said to be known to a district, in the app neither", () => {
  for (const code of CODES) {
    const { phrases } = WORDS[code];
    const po = fs.readFileSync(path.join(HOME, `../../strikemap/languages/${code}.po`), "utf8");
    const [, app] = po.match(/msgid "known only to an area"\nmsgstr "(.*)"/);
    for (const level of ["governorate", "district"]) {
      const stem = phrases[level].slice(0, 4);
      for (const said of [app, phrases["known only to an area"], phrases["In no area of the map"]]) assert.ok(!said.includes(stem), `${code}: ${said}`);
    }
  }
});

test("a phrase has the same values in every language, and each plural form that the language asks for", () => {
  for (const code of CODES) {
    const { pluralCategories } = new Intl.PluralRules(WORDS[code].locale).resolvedOptions();
    for (const [phrase, said] of Object.entries(WORDS[code].phrases)) {
      const wanted = namesIn(phrase);
      if (typeof said !== "string") assert.deepEqual(Object.keys(said).sort(), [...pluralCategories].sort(), `${code}: ${phrase}`);
      for (const form of typeof said === "string" ? [said] : Object.values(said)) {
        const held = namesIn(form);
        assert.ok([...held].every((name) => wanted.has(name)), `${code}: ${form}`);
        assert.ok([...wanted].every((name) => held.has(name) || FREE.includes(name)), `${code}: ${form}`);
      }
    }
  }
});

// No words of a page: names of events, keys, fonts and geometries, what a search reads, errors that no reader sees.
const TECHNICAL = [
  /^(zoomstart resize|move resize viewreset zoomend|noopener noreferrer|use strict)$/, /^(Enter|Escape|Tab|End|Home|Slash|Key|Arrow\w+|Page\w+)$/,
  /^(Multi)?Polygon$/, /^(Roboto|Noto.*|DejaVu.*|Segoe UI|"[A-Z].*")$/, /^https?:/, /rgba?\(|^strike|^\.strike|leaflet|^#|^input|^var\(|^\(|^image\//,
  /^ \(by its address\)$/, /(في|від|à)( |$)/, /^of de من$/, /\d+px|^ ?px ?$/, /^\{[xyz]\}$/, /^select, /, /^translate/,
];
const READS_AS_WORDS = /[A-Za-z]{2,}[,:;]? [A-Za-z(“{]|^[A-Z][a-z]+$|\{\w+\}|^ ?[a-z]+ $/;

/** A line without what stands in ${} of its templates, each of which may hold others. */
function bareOf(line) {
  const before = line.replace(/\$\{[^{}`]*(\{[^{}`]*\}[^{}`]*)*\}/g, "");
  return before === line ? line : bareOf(before);
}

/** The texts of a script: strings, and templates without their values. */
function* textsIn(source) {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^ *\/\/.*$|(?<=[;,{[(]) \/\/ .*$/gm, "");
  for (const line of code.split("\n")) {
    if (/new (Range|Type)?Error\(|require\(|console\./.test(line)) continue;
    for (const [, text] of line.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) yield [text, line];
    for (const [, text] of bareOf(line).matchAll(/`([^`]*)`/g)) yield [text, line];
  }
}

test("every text of the scripts that reads as words is a phrase of the languages, and every phrase stands in a script", () => {
  const files = fs.readdirSync(path.join(HOME, "static"), { recursive: true })
    .filter((name) => name.endsWith(".js") && !/^(alone|language)\/|^host\/(streamlit|picker|page)/.test(name));
  const known = new Set(PHRASES);
  const unsaid = [];
  const there = new Set();
  const one = (text) => text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
  for (const file of files) {
    const source = fs.readFileSync(path.join(HOME, "static", file), "utf8");
    for (const [raw, line] of textsIn(source)) {
      const text = one(raw);
      there.add(text);
      const singular = /\["[^"]+", "[^"]+"\]/.test(line) && line.includes(`["${text}", "`);
      if (!READS_AS_WORDS.test(text) || known.has(text) || singular || TECHNICAL.some((form) => form.test(text))) continue;
      unsaid.push(`${file}: ${text}`);
    }
  }
  assert.deepEqual(unsaid, [], "say() them, and add them to geo/webmap/words");
  const coded = ["armed group"]; // a word of the data, there with an underline
  assert.deepEqual(PHRASES.filter((phrase) => !there.has(phrase) && !coded.includes(phrase) && !isData(phrase)), []);
});

/** A word of a closed vocabulary of the data, which no script has to name. */
function isData(phrase) {
  const schema = fs.readFileSync(path.join(HOME, "../strikes/schema.py"), "utf8");
  return schema.includes(`"${phrase}"`);
}

test("numbers are written with the language's marks and western digits", () => {
  assert.equal(number(1234567), "1,234,567");
  const [narrow, hard] = ["\u202f", "\u00a0"];
  within("fr", () => assert.deepEqual([number(1234), number(0.5)], [`1${narrow}234`, "0,5"]));
  within("es", () => assert.deepEqual([number(1234), number(12345)], ["1234", `12${narrow}345`]));
  within("uk", () => assert.equal(number(12345), `12${hard}345`));
  within("ar", () => assert.equal(number(12345), "12,345"));
});

test("days, months and spans are those of the language", () => {
  const [first, late] = [parseDay("2015-10-01"), parseDay("2015-10-26")];
  within("uk", () => assert.deepEqual([wordDay(late), wordMonth(late), wordDay(late, true)], ["26 жовтня 2015", "жовтень 2015", "26 жовт. 2015"]));
  within("es", () => assert.deepEqual([wordDay(late), wordMonth(late)], ["26 de octubre de 2015", "octubre de 2015"]));
  within("fr", () => assert.deepEqual([wordDay(first), wordDatesShort(first, late, "week")], ["1er octobre 2015", "1er–26 oct. 2015"]));
  within("ar", () => assert.equal(wordDay(late), "26 تشرين الأول 2015"));
});

test("a number has the form of its noun that the language asks for, and rows and areas their own names", () => {
  const strikes = ["{count} strike", "{count} strikes"];
  const all = (code, counts) => {
    let said = [];
    within(code, () => (said = counts.map((count) => sayingOf()(strikes, { count }))));
    return said;
  };
  assert.deepEqual(all("ar", [1, 2, 5, 11, 100]), ["ضربة واحدة", "ضربتان", "5 ضربات", "11 ضربة", "100 ضربة"]);
  assert.deepEqual(all("uk", [1, 3, 5, 21]), ["1 удар", "3 удари", "5 ударів", "21 удар"]);
  assert.deepEqual(all("fr", [0, 1, 2]), ["0 frappe", "1 frappe", "2 frappes"]);
  const ukraine = { levels: { one: ["oblast", "raion", "hromada"], many: ["oblasts", "raions", "hromadas"] } };
  within("uk", () => assert.equal(sayingOf({ noun: "event" })(strikes, { count: 3 }), "3 події"));
  within("es", () => assert.deepEqual([sayingOf()("by governorate"), sayingOf({}, ukraine)("by governorate")], ["por gobernación", "por provincia"]));
  within("ar", () => assert.equal(sayingOf({}, ukraine)("governorate"), "مقاطعة"));
});

test("areas are called by no level of another country, and a district of the first level is none of the second", () => {
  const say = (one, phrase) => sayingOf({}, { levels: { one, many: one.map((word) => `${word}s`) } })(phrase);
  const [sudan, libya] = [["state", "locality", "unit"], ["district", "municipality", "subdistrict"]];
  const syria = ["governorate", "district", "subdistrict"];
  const both = (code, one) => {
    let said = [];
    within(code, () => (said = ["by governorate", "by district"].map((phrase) => say(one, phrase))));
    return said;
  };
  for (const code of ["ar", "uk", "es", "fr"]) {
    const [first, second] = both(code, libya);
    assert.notEqual(first, second);
    const own = both(code, syria);
    for (const said of [first, second]) assert.ok(!own.includes(said), `${code}: ${said}`);
  }
  assert.deepEqual(both("es", sudan), ["por zona", "por sector"]);
  assert.deepEqual(both("ar", sudan), ["حسب الولاية", "حسب الدائرة"]);
  assert.deepEqual(both("uk", ["oblast", "raion", "hromada"]), ["за областями", "за районами"]);
  within("es", () => assert.equal(say(sudan, "más en cada gobernación"), "más en cada zona", "what is said by now"));
  within("ar", () => assert.equal(say(libya, "residential"), "منطقة سكنية", "no phrase on levels"));
});

test("what a source wrote stays as it is, apart from the phrase around it where that runs the other way", () => {
  within("ar", () => {
    assert.equal(say("text “{text}”", { text: "strike {count}" }), "نص «\u2068strike {count}\u2069»");
    assert.equal(say("Data as of {day}.", { day: "2020-10-27" }), "البيانات حتى \u20682020-10-27\u2069.");
    assert.equal(say("A report of no phrase of ours"), "A report of no phrase of ours");
    assert.equal(wordToll(5, 19), "من 5 إلى 19");
  });
  within("fr", () => assert.equal(wordToll(-1, -1), "non communiqué"));
  assert.equal(wordToll(-1, -1), "not reported");
});
