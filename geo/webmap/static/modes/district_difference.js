"use strict";
// The difference of two choices of strikes by district, where the map has districts.

const { makeDifferenceMode } = require("./difference.js");
const { DISTRICTS } = require("./districts.js");

module.exports = makeDifferenceMode("district_difference", DISTRICTS);
