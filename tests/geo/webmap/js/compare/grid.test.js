"use strict";
const assert = require("node:assert/strict");
const test = require("node:test");
const { chooseUnit, countGrid, mostOf, periodsOf } = require("../../../../../geo/webmap/static/compare/grid.js");
const { GOVERNORATES } = require("../../../../../geo/webmap/static/modes/areas.js");
const { parseDay } = require("../../../../../geo/webmap/static/terms/calendar.js");
const { scattered, strikesOf } = require("../strikes_of.js");

const BASE = { governorates: [{ code: "SY06" }, { code: "SY07" }, { code: "SY08" }] };
const days = (...isos) => isos.map(parseDay);

test("a grid counts each strike in every period that it overlaps, as a window there does", () => {
  const strikes = scattered(3000);
  Object.assign(strikes.columns, { killed_min: new Int32Array(3000).fill(-1), killed_max: new Int32Array(3000).fill(-1) });
  const { day_start: start, day_end: end, adm1_code: area, status } = strikes.columns;
  for (const unit of ["month", "quarter", "year"]) {
    const range = [15200, 17000];
    const grid = countGrid(strikes, BASE, { level: GOVERNORATES, size: "count", told_by: "", unit, range });
    for (const { range: [from, to], cells, total, located, beyond } of grid.periods) {
      const held = Array.from({ length: strikes.rows - strikes.groups.undated }, (_, row) => row).filter((row) => start[row] <= to && end[row] >= from);
      const known = (code) => held.filter((row) => area[row] === code && status[row] !== 2).length;
      assert.deepEqual([total.rows, located], [held.length, held.filter((row) => status[row] === 0).length]);
      assert.deepEqual(cells.map(({ rows }) => rows), [known(1), known(2), 0]);
      assert.equal(beyond, held.length - known(1) - known(2));
    }
    assert.equal(mostOf(grid), Math.max(...grid.periods.flatMap(({ cells }) => cells.map(({ rows }) => rows))));
  }
});

test("people killed are a range, and no figure is no nought", () => {
  const strikes = strikesOf([{ start: 17000, area: 1 }, { start: 17001, area: 1 }, { start: 17002, area: 2 }, { start: 17003, area: 2 }]);
  Object.assign(strikes.columns, { killed_min: Int32Array.of(5, 0, -1, -1), killed_max: Int32Array.of(9, 0, -1, -1) });
  const given = { level: GOVERNORATES, told_by: "", unit: "year", range: [17000, 17003] };
  const grid = countGrid(strikes, BASE, { ...given, size: "killed_max" });
  assert.deepEqual(grid.periods[0].cells.map(({ text, weight, rows }) => [text, weight, rows]), [["5–9", 9, 2], ["–", null, 2], ["–", null, 0]]);
  const upTo = strikesOf([{ start: 17000, area: 1 }]);
  Object.assign(upTo.columns, { killed_min: Int32Array.of(-1), killed_max: Int32Array.of(12) });
  const [cell] = countGrid(upTo, BASE, { ...given, size: "killed_min" }).periods[0].cells;
  assert.equal(cell.weight, null, "up to 12 says no least");
});

test("the finest unit whose maps fit, and periods named as long as they are", () => {
  assert.deepEqual([18, 40, 200].map((months) => chooseUnit([15000, 15000 + months * 30], 24)), ["month", "quarter", "year"]);
  const words = (unit, ...isos) => periodsOf(days(...isos), unit).map((period) => period.words);
  assert.deepEqual(words("month", "2015-12-01", "2016-02-10"), ["Dec 2015", "Jan 2016", "1 Feb 2016 – 10 Feb 2016"]);
  assert.deepEqual(words("quarter", "2016-01-01", "2016-06-30"), ["Jan – Mar 2016", "Apr – Jun 2016"]);
  assert.deepEqual(words("year", "2015-10-01", "2016-12-31"), ["1 Oct 2015 – 31 Dec 2015", "2016"]);
});
