"use strict";
// Districts shaded by what they hold, where the map has districts; how many strikes are known to one.

const { makeAreaMode } = require("./areas.js");

const DISTRICTS = {
  column: "adm2_code", word: "district", words: "districts", one: "a district", by: "difference by district", beyond: "In no district of the map", areasOf: ({ districts }) => districts,
  offered: ({ columns }) => Boolean(columns.adm2_code),
  fine: true,
};

module.exports = { ...makeAreaMode("districts", DISTRICTS), DISTRICTS };
