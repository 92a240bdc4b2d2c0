"use strict";
// Counting by grid cells that are anchored to the world, and merging those that touch.

const { reachOf } = require("./circle_sizes.js");
const { impreciseRows } = require("../data/imprecise_days.js");
const { followRows } = require("../data/period.js");

const CELL_BITS = 6; // a cell is 2 ** 6 = 64 CSS pixels wide
const TILE_BITS = 8; // the world is 2 ** 8 = 256 CSS pixels wide at zoom 0
const GAP = 2; // CSS pixels kept clear between the reaches of two circles

/**
 * Gives every row a slot at a zoom: located rows their cell's, area_only rows their
 * district's or governorate's, the others the last one. One pass then counts them all.
 * { slotOf, cells, firsts, areas, unlocated, size, cellX, cellY }: of `areas` slots after the cells
 * `firsts` are of governorates, the others of districts.
 */
function assignSlots(strikes, zoom) {
  const shift = strikes.worldBits - TILE_BITS - zoom + CELL_BITS;
  const { x, y, status, adm1_code: area, adm2_code: district } = strikes.columns;
  const located = strikes.statuses.indexOf("located");
  const areaOnly = strikes.statuses.indexOf("area_only");
  const slotOf = new Int32Array(strikes.rows);
  let table = new Int32Array(1024).fill(-1); // open addressing; doubled when half full
  let [cellX, cellY] = [new Int32Array(512), new Int32Array(512)];
  let cells = 0;

  const place = (across, down) =>
    ((Math.imul(across, 0x9e3779b1) ^ Math.imul(down, 0x85ebca6b)) >>> 0) & (table.length - 1);
  const grow = () => {
    table = new Int32Array(table.length * 2).fill(-1);
    const [wideX, wideY] = [new Int32Array(cells * 2), new Int32Array(cells * 2)];
    wideX.set(cellX.subarray(0, cells));
    wideY.set(cellY.subarray(0, cells));
    [cellX, cellY] = [wideX, wideY];
    for (let cell = 0; cell < cells; cell++) {
      let at = place(cellX[cell], cellY[cell]);
      while (table[at] >= 0) at = (at + 1) & (table.length - 1);
      table[at] = cell;
    }
  };

  for (let row = 0; row < strikes.rows; row++) {
    if (status[row] !== located) continue;
    const across = x[row] >>> shift;
    const down = y[row] >>> shift;
    let at = place(across, down);
    while (table[at] >= 0 && (cellX[table[at]] !== across || cellY[table[at]] !== down)) {
      at = (at + 1) & (table.length - 1);
    }
    if (table[at] < 0) {
      if (cells === cellX.length) {
        grow();
        at = place(across, down);
        while (table[at] >= 0) at = (at + 1) & (table.length - 1);
      }
      cellX[cells] = across;
      cellY[cells] = down;
      table[at] = cells++;
    }
    slotOf[row] = table[at];
  }

  const firsts = strikes.dictionaries.adm1_code.length + 1; // code 0: no governorate
  const areas = firsts + (strikes.dictionaries.adm2_code?.length ?? 0);
  const unlocated = cells + areas;
  for (let row = 0; row < strikes.rows; row++) {
    if (status[row] === areaOnly) slotOf[row] = cells + (district?.[row] ? firsts + district[row] - 1 : area[row]);
    else if (status[row] !== located) slotOf[row] = unlocated;
  }
  const size = unlocated + 1;
  return { zoom, slotOf, cells, firsts, areas, unlocated, size, cellX, cellY, ...markImprecise(strikes, slotOf, size) };
}

/**
 * Numbers the slots that hold strikes whose day is not known, as few do: `impreciseOf` gives a
 * slot's number, -1 where it holds none, `imprecise` how many there are.
 */
function markImprecise(strikes, slotOf, size) {
  const isImprecise = impreciseRows(strikes);
  const impreciseOf = new Int32Array(size).fill(-1);
  let imprecise = 0;
  for (let row = 0; row < strikes.rows; row++) {
    if (isImprecise[row] && impreciseOf[slotOf[row]] < 0) impreciseOf[slotOf[row]] = imprecise++;
  }
  return { impreciseOf, imprecise };
}

/** The cells that lie in a rectangle of cells, its edges included; kept for the next step. */
function cellsInside(slots, bounds) {
  const [left, right, top, bottom] = bounds;
  const key = bounds.join();
  if (slots.inside?.key !== key) {
    const { cellX, cellY, cells } = slots;
    const found = [];
    for (let cell = 0; cell < cells; cell++) {
      const [across, down] = [cellX[cell], cellY[cell]];
      if (across >= left && across <= right && down >= top && down <= bottom) found.push(cell);
    }
    slots.inside = { key, found };
  }
  return slots.inside.found;
}

/** Counts of a window's rows by status: { located, areaOnly, unlocated }. */
function countStatuses(slots, sums) {
  const unlocated = sums.count[slots.unlocated];
  let areaOnly = 0;
  for (let slot = slots.cells; slot < slots.unlocated; slot++) areaOnly += sums.count[slot];
  return { located: sums.size - areaOnly - unlocated, areaOnly, unlocated };
}

/** Empty sums for the slots of one zoom, with `groups` colour groups. */
function makeSums(slots, groups) {
  return {
    groups,
    rows: null,
    size: 0, // rows of the window
    count: new Uint32Array(slots.size),
    sumX: new Float64Array(slots.size),
    sumY: new Float64Array(slots.size),
    sumRow: new Float64Array(slots.size), // of one row it is that row's number
    byGroup: new Uint32Array(slots.size * groups),
    impreciseByGroup: new Uint32Array(slots.imprecise * groups), // by the numbers of slots.impreciseOf
    groupTotals: new Uint32Array(groups),
  };
}

function clearSums(sums) {
  sums.size = 0;
  for (const name of ["count", "sumX", "sumY", "sumRow", "byGroup", "impreciseByGroup", "groupTotals"]) sums[name].fill(0);
}

/**
 * Brings the sums of a zoom to a window's rows; groupOf gives each row's colour group. From a
 * window that overlaps the one before only the difference is counted: all sums are of integers
 * and stay exact.
 */
function sumRows(strikes, slots, rows, groupOf, sums) {
  const { count, sumX, sumY, sumRow, byGroup, impreciseByGroup, groupTotals, groups } = sums;
  const { slotOf, impreciseOf } = slots;
  const { x, y } = strikes.columns;
  const isImprecise = impreciseRows(strikes);
  followRows(sums.rows, rows, {
    clear: () => clearSums(sums),
    tally(row, sign) {
      const slot = slotOf[row];
      const group = groupOf[row];
      sums.size += sign;
      count[slot] += sign;
      sumX[slot] += sign * x[row];
      sumY[slot] += sign * y[row];
      sumRow[slot] += sign * row;
      byGroup[slot * groups + group] += sign;
      groupTotals[group] += sign;
      if (isImprecise[row]) impreciseByGroup[impreciseOf[slot] * groups + group] += sign;
    },
  });
  sums.rows = rows;
  return sums;
}

/** Reach of a circle for several strikes: room for a number, however few people it stands for. */
function reachFor(count, weight) {
  return count > 1 ? Math.max(10, reachOf(weight)) : reachOf(weight);
}

function mergeInto(cluster, other) {
  const total = cluster.count + other.count;
  cluster.x = (cluster.x * cluster.count + other.x * other.count) / total;
  cluster.y = (cluster.y * cluster.count + other.y * other.count) / total;
  cluster.count = total;
  cluster.weight += other.weight;
  cluster.reach = reachFor(total, cluster.weight);
  cluster.slots.push(...other.slots);
}

function touching(one, other) {
  const reach = one.reach + other.reach + GAP;
  const [across, down] = [one.x - other.x, one.y - other.y];
  return across * across + down * down < reach * reach;
}

/** Merges, largest first, every circle into the first larger one whose reach touches its own. */
function mergeTouching(candidates) {
  const ordered = candidates.sort((a, b) =>
    b.weight - a.weight || b.count - a.count || a.slots[0] - b.slots[0]);
  const kept = [];
  for (const candidate of ordered) {
    const host = kept.find((cluster) => touching(cluster, candidate));
    if (host) mergeInto(host, candidate);
    else kept.push(candidate);
  }
  return kept.length === candidates.length ? kept : mergeTouching(kept);
}

/**
 * The clusters in and around a frame, and how many located rows lie farther out. The frame is
 * { world, left, top, width, height } in CSS pixels, `world` the width of the whole world; the
 * clusters' x and y are world pixels too. Their weight is the people of `tolls` where given, else
 * the number of strikes; what comes within their `reach` is counted into them.
 */
function makeClusters(strikes, { slots, sums, tolls = null }, frame) {
  const weights = tolls ? tolls.people : sums.count;
  const pixelsPerStep = frame.world / 2 ** strikes.worldBits;
  const cellPixels = frame.world / 2 ** (TILE_BITS + slots.zoom - CELL_BITS);
  const margin = 2; // cells around the frame that merge as if they were seen
  const cellAt = (pixels) => Math.floor(pixels / cellPixels);
  const [left, right] = [cellAt(frame.left) - margin, cellAt(frame.left + frame.width) + margin];
  const [top, bottom] = [cellAt(frame.top) - margin, cellAt(frame.top + frame.height) + margin];
  const candidates = [];
  let outside = countStatuses(slots, sums).located;
  for (const cell of cellsInside(slots, [left, right, top, bottom])) {
    const count = sums.count[cell];
    if (!count) continue;
    outside -= count;
    candidates.push({
      x: (sums.sumX[cell] / count) * pixelsPerStep,
      y: (sums.sumY[cell] / count) * pixelsPerStep,
      count,
      weight: weights[cell],
      reach: reachFor(count, weights[cell]),
      slots: [cell],
    });
  }
  return { clusters: mergeTouching(candidates), outside };
}

function addGroups(counts, table, number, groups) {
  for (let group = 0; group < groups; group++) counts[group] += table[number * groups + group];
}

/** Rows per colour group of a cluster. */
function groupCounts(cluster, sums) {
  const counts = new Array(sums.groups).fill(0);
  for (const slot of cluster.slots) addGroups(counts, sums.byGroup, slot, sums.groups);
  return counts;
}

/** Of those the rows whose day is not known; null where there are none. */
function impreciseCounts(cluster, slots, sums) {
  const held = cluster.slots.filter((slot) => slots.impreciseOf[slot] >= 0);
  if (!held.length) return null;
  const counts = new Array(sums.groups).fill(0);
  for (const slot of held) addGroups(counts, sums.impreciseByGroup, slots.impreciseOf[slot], sums.groups);
  return counts.some(Boolean) ? counts : null;
}

module.exports = {
  assignSlots, countStatuses, groupCounts, makeClusters, makeSums, mergeTouching, sumRows, impreciseCounts,
};
