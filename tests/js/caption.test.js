"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { wordView } = require("../../geo/static/caption.js");

test("a picture says how much of what is counted lies in its frame", () => {
  assert.equal(
    wordView({ seen: 17, located: 24, badged: 0, areaOnly: 3 }),
    "In this view: 17 of 24 located and dated, 0 of 3 area only",
  );
  assert.equal(
    wordView({ seen: 1200, located: 1200, badged: 0, areaOnly: 0 }),
    "In this view: 1,200 of 1,200 located and dated",
  );
});
