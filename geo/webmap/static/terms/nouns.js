"use strict";
// What rows and areas are called: strikes, or events or rows where the data say so (`noun` of the
// payload); governorates, or as their country calls them (`levels` of the base map).

const { fill, find, speaksArabic, wordsSpoken } = require("../language/language.js");

const LEVELS = ["governorate", "district", "subdistrict"];
const AREA = /\b(an? )?(governorate|district|subdistrict)(s?)\b/gi;
const IN_ENGLISH = /\b(?:sub)?district|\bgovernorate|\{areas?\}/i;
const WORD = /[\p{L}\p{M}’']+(?:-[\p{L}\p{M}’']+)*/gu;
const STRIKES = ["{count} strike", "{count} strikes"];

const large = (word) => word[0].toUpperCase() + word.slice(1);

/** A phrase with its words exchanged as a table by words in small letters has them. */
function exchange(phrase, table) {
  return table ? phrase.replace(WORD, (word) => {
    const other = table[word.toLowerCase()];
    return other ? (word[0] === word[0].toLowerCase() ? other : large(other)) : word;
  }) : phrase;
}

/** A phrase of ours, never one of the data, with its "strikes" called by a noun. */
function callRows(phrase, noun = "strike") {
  const { nouns } = wordsSpoken();
  if (noun === "strike" || nouns) return exchange(phrase, nouns?.[noun]);
  return phrase.replace(/\bstrike(?=s?\b)/g, noun).replace(/\bStrike(?=s?\b)/g, large(noun));
}

// What a level is called whose own word a language does not have: no level of another country.
const UNNAMED = ["area", "sector", "subdistrict"];

/** The words of the language for governorates and districts by those for the levels of a country. */
function tableOf(areas, { one = LEVELS }) {
  const tables = one.map((word, level) => (word === LEVELS[level] && !areas[word] ? {} : areas[word] ?? areas[UNNAMED[level]]));
  return Object.assign({}, ...tables); // at once: a district of the first level is none of the second
}

/** Whether a phrase is on levels of areas, by its English; one that is said by now may be. */
function isOnAreas(phrase) {
  const many = Array.isArray(phrase) ? phrase[1] : phrase;
  return IN_ENGLISH.test(many) || !Object.hasOwn(wordsSpoken().phrases, many);
}

/** A phrase of ours with its governorates and districts called by levels { one, many }, words by level; `said` is its English. */
function callAreas(phrase, levels = null, said = phrase) {
  const { areas } = wordsSpoken();
  if (areas) return levels && isOnAreas(said) ? exchange(phrase, tableOf(areas, levels)) : phrase;
  if (!levels) return phrase;
  return phrase.replace(AREA, (_, article, word, ending) => {
    const called = (ending ? levels.many : levels.one)[LEVELS.indexOf(word.toLowerCase())];
    const said = word[0] === word[0].toUpperCase() ? large(called) : called;
    if (!article) return said;
    return `${article[0]}${/^[aeiou]/i.test(said) ? "n" : ""} ${said}`;
  });
}

/** A function that says phrases of ours, with values for their {names}, as the data and the base map call rows and areas. */
function sayingOf({ noun } = {}, { levels } = {}) {
  return (phrase, values = {}) => fill(callAreas(callRows(find(phrase, values), noun), levels, phrase), values);
}

/** A function that names the areas of a base map by their code; a code that it does not have stands for itself. */
function areaNames({ districts = [], governorates }) {
  const names = new Map([...districts, ...governorates].map(({ code, name, name_ar: arabic }) => [code, (speaksArabic() && arabic) || name]));
  return (code) => names.get(code) ?? code;
}

module.exports = { LEVELS, STRIKES, areaNames, callAreas, callRows, sayingOf };
