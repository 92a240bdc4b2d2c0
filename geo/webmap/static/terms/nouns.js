"use strict";
// What rows and areas are called: strikes, or events or rows where the data say so (`noun` of the
// payload); governorates, or as their country calls them (`levels` of the base map).

const LEVELS = ["governorate", "district", "subdistrict"];
const AREA = /\b(an? )?(governorate|district|subdistrict)(s?)\b/gi;

const large = (word) => word[0].toUpperCase() + word.slice(1);

/** A phrase of ours, never one of the data, with its "strikes" called by a noun. */
function callRows(phrase, noun = "strike") {
  if (noun === "strike") return phrase;
  return phrase.replace(/\bstrike(?=s?\b)/g, noun).replace(/\bStrike(?=s?\b)/g, large(noun));
}

/** A phrase of ours with its governorates and districts called by levels { one, many }, words by level. */
function callAreas(phrase, levels = null) {
  if (!levels) return phrase;
  return phrase.replace(AREA, (_, article, word, ending) => {
    const called = (ending ? levels.many : levels.one)[LEVELS.indexOf(word.toLowerCase())];
    const said = word[0] === word[0].toUpperCase() ? large(called) : called;
    if (!article) return said;
    return `${article[0]}${/^[aeiou]/i.test(said) ? "n" : ""} ${said}`;
  });
}

/** A function that says phrases of ours as the data and the base map call rows and areas. */
function sayingOf({ noun } = {}, { levels } = {}) {
  return (phrase) => callAreas(callRows(phrase, noun), levels);
}

/** A function that names the areas of a base map by their code; a code that it does not have stands for itself. */
function areaNames({ districts = [], governorates }) {
  const names = new Map([...districts, ...governorates].map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

module.exports = { LEVELS, areaNames, callAreas, callRows, sayingOf };
