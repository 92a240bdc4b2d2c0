"use strict";
// Counting a window's rows for a view: grids by zoom, kept while they serve, and the marks on them.

const { assignSlots, makeSums, sumRows } = require("../counting/clusters.js");
const { makeTolls, sumTolls } = require("../counting/tolls.js");
const { countTotals, countUndated } = require("../counting/totals.js");
const { findRows } = require("../data/period.js");
const { measureOf } = require("../data/sources.js");
const { placeClusters } = require("./circles.js");
const { placeAreas, placeSquares } = require("./shades.js");

const SLOTS_KEPT = 1e6; // grids stay in memory up to this many slots, each of about 70 bytes
const FINER = 2; // zooms by which the squares of the density are finer than the clusters' cells

class Counter {
  /** `groups` are the colour groups of look/colour_groups.js. */
  constructor(strikes, groups) {
    this.strikes = strikes;
    this.undated = countUndated(strikes);
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
      this.slotsByZoom.set(zoom, { slots, sums: makeSums(slots, this.groups.names.length) });
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
   * view: { modes, baseMap, selected }, selected a row number or null.
   */
  step(frame, [from, to], { modes, baseMap, selected }) {
    const { strikes, groups } = this;
    const { show, told_by: source } = modes;
    const bound = measureOf(modes);
    const grid = this.getSlots(Math.round(frame.zoom) + (show === "density" ? FINER : 0));
    const { slots, sums } = grid;
    const rows = findRows(strikes, from, to);
    sumRows(strikes, slots, rows, groups.groupOf, sums);
    const tolls = bound === "count" ? null : sumTolls(strikes, slots.slotOf, rows, tollsOf(grid, bound));
    const marks = { rows, slots, sums, tolls, bound, clusters: [], badges: [], outside: 0 };
    marks.totals = countTotals(strikes, slots, sums, this.undated);
    if (show === "areas") marks.shaded = placeAreas({ strikes, rows, baseMap, size: modes.size, source });
    else if (show === "density") {
      marks.squares = placeSquares(strikes, marks, frame);
      marks.outside = marks.squares.outside;
    } else Object.assign(marks, placeClusters(strikes, marks, frame));
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

/** Counts and marks as drawn: for tests, and for pages that show the same numbers. */
function describeMarks({ clusters, badges, countryOnly, labels, totals, outside, shaded, squares }) {
  return {
    totals, outside,
    clusters: clusters.map(({ x, y, count, radius, row, text }) => ({ x, y, count, radius, row, text })),
    badges: badges.map(({ left, top, right, bottom, count, name }) => ({ left, top, right, bottom, count, name })),
    labels: labels.map(({ text, middle, y, font }) => ({ text, x: middle, y, font })),
    countryOnly: countryOnly ?? null, // counted in totals.unlocated
    areas: shaded?.areas.map(({ area, count, text }) => ({ name: area.name, count, text })) ?? null,
    without: shaded?.beyond?.count ?? 0,
    sourceNote: shaded?.note ?? null,
    squares: squares?.cells.map(({ count }) => count) ?? null,
  };
}

module.exports = { Counter, countGroups, describeMarks };
