"use strict";
// Places that strikes name: located rows of one name at one point, numbered once for all strikes shown.

const { areasOf } = require("./areas.js");
const { toDegrees } = require("../data/mercator.js");
const { textOf } = require("../data/payload.js");
const { fold } = require("../terms/fold.js");

const NAMES = ["place_name", "place_text", "place_text_ar"]; // as matched, else as reported
const AT_ONCE = 1e5; // rows; of a million the places take a second to make
const cached = new WeakMap(); // opened texts: their places

/** The numbers of words, equal ones folded alike, by the codes of each column of names. */
function numberNames({ texts }) {
  const numbers = new Map();
  const byColumn = NAMES.map((name) => {
    const coded = texts[name];
    if (!coded) return null;
    const words = coded[1].toArray?.() ?? coded[1];
    const of = words.map((word) => {
      const folded = fold(word);
      if (!numbers.has(folded)) numbers.set(folded, numbers.size + 1);
      return numbers.get(folded);
    });
    return { codes: coded[0], of };
  }).filter(Boolean);
  return (row) => {
    for (const { codes, of } of byColumn) if (codes[row] > 0) return of[codes[row] - 1];
    return 0;
  };
}

/** Numbers for keys as they come, from 1 on. */
function numbering() {
  const numbers = new Map();
  return (key) => {
    let found = numbers.get(key);
    if (found === undefined) numbers.set(key, (found = numbers.size + 1));
    return found;
  };
}

/**
 * A function of the row: a number that tells apart where equal names lie. A name that was matched lies
 * at its point. A point that the source gives is one of many in a place: there the area tells namesakes apart.
 */
function siteOf({ columns, dictionaries, worldBits }, texts) {
  const { x, y, adm1_code: first, adm2_code: second, precision } = columns;
  const method = texts.texts.match_method;
  const given = (method?.[1].toArray?.() ?? method?.[1] ?? []).indexOf("given") + 1;
  const near = (dictionaries.precision ?? []).indexOf("near") + 1;
  const seconds = (dictionaries.adm2_code?.length ?? 0) + 1;
  const [atPoint, inArea] = [numbering(), numbering()];
  return (row) => {
    const beside = near > 0 && precision[row] === near ? 1 : 0;
    const area = given > 0 && method[0][row] === given;
    const site = area ? inArea(first[row] * seconds + (second?.[row] ?? 0)) : atPoint(x[row] * 2 ** worldBits + y[row]);
    return site * 4 + (area ? 2 : 0) + beside;
  };
}

/** Rows of each number, one after the other, rising: { offsets, rows }; number n has rows[offsets[n]..offsets[n + 1]). */
function packRows(numbers, count) {
  const offsets = new Uint32Array(count + 2);
  for (const number of numbers) if (number) offsets[number + 1]++;
  for (let number = 1; number <= count + 1; number++) offsets[number] += offsets[number - 1];
  const next = offsets.slice();
  const rows = new Uint32Array(offsets[count + 1]);
  numbers.forEach((number, row) => {
    if (number) rows[next[number]++] = row;
  });
  return { offsets, rows };
}

class Places {
  constructor(strikes, texts) {
    const { columns, rows, statuses } = strikes;
    const located = statuses.indexOf("located");
    const [nameOf, site, numberOf] = [numberNames(texts), siteOf(strikes, texts), numbering()];
    Object.assign(this, { strikes, texts, of: new Uint32Array(rows), count: 0 });
    const sites = 2 ** 29; // more than there can be
    for (let row = 0; row < rows; row++) {
      const name = columns.status[row] === located ? nameOf(row) : 0;
      if (name) this.of[row] = numberOf(name * sites + site(row));
      if (this.of[row] > this.count) this.count = this.of[row];
    }
    this.packed = packRows(this.of, this.count);
    this.numbers = null;
  }

  /** Rows of a place of all dates, rising. */
  rowsOf(number) {
    const { offsets, rows } = this.packed;
    return rows.subarray(offsets[number], offsets[number + 1]);
  }

  sizeOf(number) {
    const { offsets } = this.packed;
    return offsets[number + 1] - offsets[number];
  }

  /** { number, name, nameArabic, near, rows, point }; near: strikes said to be near the place that has the name. */
  at(number) {
    const { strikes, texts } = this;
    const { columns, dictionaries, worldBits } = strikes;
    const rows = this.rowsOf(number);
    const [row] = rows;
    const text = (name) => textOf(texts.texts[name], row);
    const precision = dictionaries.precision?.[columns.precision[row] - 1];
    return {
      number, rows, near: precision === "near",
      name: text("place_name") ?? text("place_text") ?? text("place_text_ar"),
      nameArabic: text("place_name_ar"),
      point: toDegrees(columns.x[row] / 2 ** worldBits, columns.y[row] / 2 ** worldBits), // [lon, lat]
      given: text("match_method") === "given",
      areas: areasOf(strikes, row),
    };
  }

  /** What the address says of a place: a point, or for points of a source's own the areas, and its name. */
  wordOf(number) {
    const { name, near, point, given, areas } = this.at(number);
    const where = given ? areas : point.map((degrees) => degrees.toFixed(6));
    return [...where, near ? "near" : "at", name].join();
  }

  /** The number of what wordOf() said; undefined where the strikes shown have it not. */
  find(word) {
    if (!this.numbers) {
      this.numbers = new Map();
      for (let number = 1; number <= this.count; number++) this.numbers.set(this.wordOf(number), number);
    }
    return this.numbers.get(word);
  }
}

/** The places of strikes, made when first asked for. */
function placesOf(strikes, texts) {
  if (!cached.has(texts)) cached.set(texts, new Places(strikes, texts));
  return cached.get(texts);
}

/** The places of strikes where they are made already, or few enough to be made unnoticed; else null. */
function placesAtHand(strikes, texts) {
  return cached.has(texts) || strikes.rows <= AT_ONCE ? placesOf(strikes, texts) : null;
}

module.exports = { placesAtHand, placesOf };
