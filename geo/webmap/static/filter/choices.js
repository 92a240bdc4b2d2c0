"use strict";
// What strikes offer to filter by: kinds, governorates, districts, actors and statuses, with their counts.

const { textOf } = require("../data/payload.js");
const { eachRow, findRows } = require("../data/period.js");
const { KINDS, STATUSES } = require("./filters.js");
const { DISTRICT, GOVERNORATE, areasOf, passesOf } = require("./passing.js");
const { say } = require("../language/language.js");
const { fold, splitSeveral } = require("../terms/fold.js");
const { NOT_REPORTED, STATUS_WORDS, capital, wordKind, wordNone } = require("../terms/words.js");

/** Options by value as they come: { options, at(value, label), sort() }. */
class Options {
  constructor() {
    this.byKey = new Map();
  }

  /** The option of a value, made where it is new. */
  at(value, label = value) {
    const key = fold(value);
    if (!this.byKey.has(key)) this.byKey.set(key, { value, label, count: 0 });
    return this.byKey.get(key);
  }

  /** By label, what is not reported last. */
  get sorted() {
    const last = (option) => (option.value === NOT_REPORTED ? 1 : 0);
    return [...this.byKey.values()].sort((a, b) => last(a) - last(b) || a.label.localeCompare(b.label, "en"));
  }
}

function offerWords(codes, words, { order, labelOf }) {
  const options = order.filter((word) => words.includes(word))
    .map((word) => ({ value: word, label: labelOf(word), count: 0 }));
  const byCode = words.map((word) => options.filter(({ value }) => value === word));
  return { options, of: (row) => byCode[codes[row]] ?? [] };
}

function offerActors(strikes) {
  const { columns, dictionaries } = strikes;
  const options = new Options();
  const offered = [null, ...dictionaries.actor].map((cell) =>
    () => (cell === null ? [options.at(NOT_REPORTED, wordNone(strikes, "actor"))] : [...new Set(splitSeveral(cell).map((actor) => options.at(actor)))]));
  const byCode = [];
  for (const code of columns.actor) byCode[code] ??= offered[code]();
  return { options: options.sorted, of: (row) => byCode[columns.actor[row]] };
}

/** The areas of a level, columns [code, name, stated]; none where the map has no such codes. */
function offerAreas(strikes, texts, { nameOf, columns: [codeColumn, nameColumn, ...others] }) {
  const { columns, dictionaries, rows } = strikes;
  if (!columns[codeColumn]) return { options: [], of: () => [] };
  const { code, name, stated, known } = areasOf(strikes, texts, [codeColumn, nameColumn, ...others]);
  const nameIn = (row) => textOf(texts.texts[nameColumn], row);
  const spelled = new Map(dictionaries[codeColumn].map((word) => [fold(word), word]));
  const codes = new Set(known.values());
  const options = new Options();
  const ofCode = (folded, row) => {
    const word = spelled.get(folded);
    return options.at(word, nameOf(word) === word ? (nameIn(row) ?? word) : nameOf(word));
  };
  const several = new Set(); // names of several codes that rows without a code have
  const ofSeveral = (folded, text) => several.add(folded) && options.at(text);
  const ofName = (row) => {
    const meant = known.get(name(row));
    if (meant === undefined) return options.at(nameIn(row));
    if (!spelled.has(meant)) return ofSeveral(meant, nameIn(row));
    return Object.assign(ofCode(meant, row), { value: nameIn(row) }); // by name it means rows with and without the code
  };
  const byRow = Array.from({ length: rows }, (_, row) => {
    if (columns[codeColumn][row]) return ofCode(code(row), row);
    if (name(row) !== null) return ofName(row);
    if (!codes.has(stated(row))) return options.at(NOT_REPORTED, wordNone(strikes, codeColumn));
    return spelled.has(stated(row)) ? ofCode(stated(row), row) : ofSeveral(stated(row), textOf(texts.texts[others[0]], row));
  });
  // Chosen by such a name, the rows of its codes pass too.
  const offered = byRow.map((option, row) => (several.has(name(row)) ? [...new Set([option, options.at(nameIn(row))])] : [option]));
  return { options: options.sorted, of: (row) => offered[row] };
}

class Choices {
  /** `texts` are the strikes' opened texts; `nameOf` gives a governorate's name for its code. */
  constructor(strikes, texts, nameOf) {
    const { columns, dictionaries, statuses } = strikes;
    Object.assign(this, { strikes, texts });
    this.fields = {
      kinds: offerWords(columns.kind, [null, ...dictionaries.kind], {
        order: KINDS, labelOf: (kind) => capital(wordKind(kind)),
      }),
      governorates: offerAreas(strikes, texts, { nameOf, columns: GOVERNORATE }),
      districts: offerAreas(strikes, texts, { nameOf, columns: DISTRICT }),
      actors: offerActors(strikes),
      statuses: offerWords(columns.status, statuses, {
        order: STATUSES, labelOf: (status) => capital(say(STATUS_WORDS[status])),
      }),
    };
  }

  /**
   * The options of each field, [{ value, label, count }]: rows that the filters of the other fields let
   * through, of the days [from, to], or of all dates with the undated where `days` is null.
   */
  count(filters, days = null) {
    const passing = passesOf(this.strikes, this.texts, filters);
    const rows = days ? [...eachRow(findRows(this.strikes, ...days))] : Uint32Array.from({ length: this.strikes.rows }, (_, row) => row);
    return Object.fromEntries(Object.entries(this.fields).map(([field, { options, of }]) => {
      const passes = passing(field);
      for (const option of options) option.count = 0;
      for (const row of rows) if (!passes || passes[row]) for (const option of of(row)) option.count++;
      return [field, options];
    }));
  }
}

/** Whether a chosen value, such as a link's, means an option: by value or by name. */
function means(value, option) {
  const folded = fold(value);
  return folded === fold(option.value) || folded === fold(option.label);
}

module.exports = { Choices, means };
