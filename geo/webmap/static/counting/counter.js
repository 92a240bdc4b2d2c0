"use strict";
// Counting a window's rows for a view: grids by zoom, kept while they serve, and the marks that a mode makes of them.

const { assignSlots, makeSums, sumRows } = require("./clusters.js");
const { KilledInWindow } = require("./killed.js");
const { makeTolls, sumTolls } = require("./tolls.js");
const { countTotals, countUndated } = require("./totals.js");
const { Whole } = require("./whole.js");
const { findRows } = require("../data/period.js");
const { measureOf } = require("../terms/sizes.js");

const SLOTS_KEPT = 1e6; // grids stay in memory up to this many slots, each of about 90 bytes

class Counter {
  /** `groups` are the colour groups of look/colour_groups.js. */
  constructor(strikes, groups) {
    this.strikes = strikes;
    this.undated = countUndated(strikes);
    this.killed = new KilledInWindow(strikes);
    this.setGroups(groups);
  }

  setGroups(groups) {
    this.groups = groups;
    this.slotsByZoom = new Map();
  }

  getSlots(zoom) {
    if (!this.slotsByZoom.has(zoom)) {
      const slots = assignSlots(this.strikes, zoom);
      this.makeRoom(slots.size);
      this.slotsByZoom.set(zoom, { slots, sums: makeSums(slots, this.groups.names.length), whole: new Whole(this.strikes, slots) });
    }
    return this.slotsByZoom.get(zoom);
  }

  /** Lets the grids go that were made first, until one more fits. */
  makeRoom(size) {
    let kept = [...this.slotsByZoom.values()].reduce((sum, { slots }) => sum + slots.size, 0);
    for (const [zoom, { slots }] of this.slotsByZoom) {
      if (kept + size <= SLOTS_KEPT) return;
      this.slotsByZoom.delete(zoom);
      kept -= slots.size;
    }
  }

  /**
   * The marks of the days [from, to] in a frame, with `rows`, those of the window, and totals.
   * view: { mode, modes, baseMap, selected, compared, undated }, mode one of modes/, selected a row number or
   * null, compared { strikes, rows } of another choice of strikes, or null; undated whether the days are the
   * whole period, of which alone the undated are.
   */
  step(frame, [from, to], { mode, modes, baseMap, selected, compared = null, undated = false }) {
    const { strikes, groups } = this;
    const bound = measureOf(modes);
    const grid = this.getSlots(Math.round(frame.zoom) + mode.finer);
    const { slots, sums, whole } = grid;
    const rows = findRows(strikes, from, to);
    sumRows(strikes, slots, rows, groups.groupOf, sums);
    const tolls = bound === "count" ? null : sumTolls(strikes, slots.slotOf, rows, tollsOf(grid, bound));
    const marks = { mode, rows, slots, sums, tolls, bound, whole, clusters: [], badges: [], outside: 0 };
    marks.totals = countTotals(strikes, slots, sums, undated ? this.undated : null);
    marks.totals.killed = this.killed.sum(rows, { undated });
    Object.assign(marks, mode.place(marks, { strikes, baseMap, modes, frame, compared }));
    for (const cluster of marks.clusters) {
      cluster.selected = cluster.row !== null && cluster.row === selected;
    }
    return marks;
  }
}

function tollsOf(grid, bound) {
  if (grid.tolls?.bound !== bound) grid.tolls = makeTolls(bound, grid.slots.size);
  return grid.tolls;
}

/** Rows of the window in each colour group, wherever they are. */
function countGroups({ sums }) {
  return Array.from(sums.groupTotals);
}

module.exports = { Counter, countGroups };
