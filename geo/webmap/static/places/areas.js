"use strict";
// Governorates and districts by their codes: names, the rows that are known to lie in them.

const { textOf } = require("../data/payload.js");
const { speaksArabic } = require("../language/language.js");

const LEVELS = [["adm1_code", "adm1_name"], ["adm2_code", "adm2_name"]];

/** { code, level, name, nameArabic, box }, level 0 a governorate; null where the strikes and the map know no such code. */
function findArea(strikes, texts, baseMap, code) {
  const level = LEVELS.findIndex(([column]) => strikes.dictionaries[column]?.includes(code));
  if (level < 0) return null;
  const drawn = [baseMap.governorates, baseMap.districts][level]?.find((area) => area.code === code);
  return {
    code, level, name: (speaksArabic() && drawn?.name_ar) || (drawn?.name ?? nameIn(strikes, texts, level, code) ?? code),
    nameArabic: drawn?.name_ar ?? null, box: drawn?.box ?? null,
  };
}

function nameIn(strikes, texts, level, code) {
  const [column, name] = LEVELS[level];
  const wanted = strikes.dictionaries[column].indexOf(code) + 1;
  const row = strikes.columns[column].indexOf(wanted);
  return row < 0 ? null : textOf(texts.texts[name], row);
}

/** The rows that are known to lie in an area, located or not sharper than it, rising; as areas are shaded. */
function rowsIn(strikes, { code, level }) {
  const [column] = LEVELS[level];
  const wanted = strikes.dictionaries[column].indexOf(code) + 1;
  const unlocated = strikes.statuses.indexOf("unlocated");
  const { [column]: codes, status } = strikes.columns;
  const rows = [];
  for (let row = 0; row < strikes.rows; row++) if (codes[row] === wanted && status[row] !== unlocated) rows.push(row);
  return Uint32Array.from(rows);
}

/** Codes of a row's governorate and district, "" where it has none. */
function areasOf({ columns, dictionaries }, row) {
  return LEVELS.map(([column]) => dictionaries[column]?.[(columns[column]?.[row] ?? 0) - 1] ?? "");
}

module.exports = { areasOf, findArea, rowsIn };
