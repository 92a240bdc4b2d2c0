"use strict";
// Clusters that follow time and filters, for any page: GeoJSON in, GeoJSON out. docs/clusters.md describes it.

const { FARTHEST, readFeatures } = require("./points.js");
const { assignSlots, groupCounts, makeClusters, makeSums, sumRows } = require("../counting/clusters.js");
const { countTotals, countUndated } = require("../counting/totals.js");
const { takeRows } = require("../data/chosen.js");
const { toDegrees, toUnit, worldPixels } = require("../data/mercator.js");
const { findRows, wholePeriod } = require("../data/period.js");
const { selectRows } = require("../data/select.js");
const { isoOf, parseDay } = require("../terms/calendar.js");

const DEEPEST = 18;
const GRIDS_KEPT = 4; // zooms whose grids stay in memory, each about 90 bytes a cell
const USUAL = { day: ({ date_start: day }) => day, lastDay: ({ date_end: day }) => day, group: ({ kind }) => kind };

/** A zoom that grids have: a whole number from 0 to DEEPEST. */
const zoomOf = (zoom) => Math.max(0, Math.min(DEEPEST, Math.round(zoom)));

function dayOf(iso) {
  const day = parseDay(iso);
  if (day === null) throw new RangeError(`"${iso}" is no day; give one such as "2015-10-26"`);
  return day;
}

/** Refuses a view that is none, of which nothing would be drawn, and all strikes said to lie outside. */
function checkView(box, zoom) {
  if (!Number.isFinite(zoom)) throw new RangeError(`"${zoom}" is no zoom; give a number`);
  if (!Array.isArray(box) || box.length !== 4 || !box.every(Number.isFinite)) throw new RangeError(`"${box}" is no box; give four degrees: [west, south, east, north]`);
  const [west, south, east, north] = box;
  if (west > east) throw new RangeError(`the box's west, ${west}, is east of its east, ${east}; over the date line ask twice, to 180 and from -180`);
  if (south > north) throw new RangeError(`the box's south, ${south}, is north of its north, ${north}`);
}

/** A latitude, or the last one on this side that web mercator shows. */
const shownLatitude = (lat) => Math.max(-FARTHEST, Math.min(FARTHEST, lat));

/** The frame of a box [west, south, east, north] in degrees at a zoom, in pixels of the world. */
function frameOf([west, south, east, north], zoom) {
  const world = worldPixels(zoom);
  const [left, top] = toUnit(west, shownLatitude(north)).map((unit) => unit * world);
  const [right, bottom] = toUnit(east, shownLatitude(south)).map((unit) => unit * world);
  return { zoom, world, left, top, width: right - left, height: bottom - top };
}

class StrikeClusters {
  /**
   * features: GeoJSON features, or a collection of them. options: functions of a feature's properties,
   *   day: its first day, ISO (date_start); lastDay: its last (date_end; where null the first);
   *   group: what is counted apart in every cluster (kind).
   * `problems` says which features have a date or a point that cannot be read, and why.
   */
  constructor(features, options = {}) {
    this.features = Array.isArray(features) ? features : features?.features;
    if (!Array.isArray(this.features)) throw new TypeError("give features, or a FeatureCollection");
    const { strikes, groups, problems } = readFeatures(this.features, { ...USUAL, ...options });
    Object.assign(this, { all: strikes, groups, problems, period: null });
    this.setFilter(null);
  }

  /** Counts only features whose properties `passes`; null for all. */
  setFilter(passes) {
    const { all, features } = this;
    const kept = [];
    for (let row = 0; passes && row < all.rows; row++) {
      const at = all.columns.feature[row];
      if (passes(features[at]?.properties ?? {}, at)) kept.push(row);
    }
    this.strikes = passes ? takeRows(all, Uint32Array.from(kept)) : all;
    this.undated = countUndated(this.strikes);
    this.grids = new Map();
  }

  /** Counts only features that overlap the days from..to, ISO, both included; null for all days. */
  setPeriod(from, to = from) {
    const period = from === null ? null : [dayOf(from), dayOf(to)];
    if (period && period[1] < period[0]) throw new RangeError(`the period ends, ${to}, before it begins, ${from}`);
    this.period = period;
  }

  /** First and last day of all dated features, ISO, both included; null where none is dated. */
  getWholePeriod() {
    return wholePeriod(this.all)?.map(isoOf) ?? null;
  }

  getGrid(zoom) {
    const { strikes, grids } = this;
    if (!grids.has(zoom)) {
      const slots = assignSlots(strikes, zoom);
      if (grids.size >= GRIDS_KEPT) grids.delete(grids.keys().next().value);
      grids.set(zoom, { slots, sums: makeSums(slots, this.groups.length) });
    }
    return grids.get(zoom);
  }

  /**
   * { clusters, totals } of a box [west, south, east, north] in degrees at a zoom.
   * clusters: GeoJSON points at the middle of what they stand for, `properties` { cluster: true, count,
   *   groups: { name: count }, reach }, reach in CSS pixels; one strike alone is its own feature.
   *   A little around the box is counted along, so that circles do not change as the map is moved. A RangeError
   *   for a box or a zoom that is no number, and for a box over the date line, west > east: ask for its two halves.
   * totals: { rows, located, unlocated, undated, leftOut, drawn, outside } of the period and the filter: undated
   *   are counted for all days alone, else left out, and never drawn; drawn are located and dated, in and around
   *   the box, outside those farther out.
   */
  getClusters(box, zoom) {
    checkView(box, zoom);
    const { strikes } = this;
    const { slots, sums } = this.getGrid(zoomOf(zoom));
    const [from, to] = this.period ?? wholePeriod(strikes) ?? [0, -1];
    const rows = findRows(strikes, from, to);
    sumRows(strikes, slots, rows, strikes.columns.group, sums);
    const frame = frameOf(box, zoom);
    const { clusters, outside } = makeClusters(strikes, { slots, sums }, frame);
    const counted = countTotals(strikes, slots, sums, this.period ? null : this.undated);
    const { rows: all, located, unlocated, undated, leftOut, dated } = counted;
    return {
      clusters: clusters.map((cluster) => this.toFeature(cluster, { slots, sums, rows, frame })),
      totals: { rows: all, located, unlocated, undated, leftOut, drawn: dated.located - outside, outside },
    };
  }

  toFeature(cluster, { slots, sums, rows, frame }) {
    if (cluster.count === 1) return this.features[this.strikes.columns.feature[sums.sumRow[cluster.slots.find((slot) => sums.count[slot])]]];
    const counts = groupCounts(cluster, sums);
    const feature = {
      type: "Feature",
      geometry: { type: "Point", coordinates: toDegrees(cluster.x / frame.world, cluster.y / frame.world) },
      properties: {
        cluster: true,
        count: cluster.count,
        groups: Object.fromEntries(this.groups.map((name, group) => [name, counts[group]]).filter(([, count]) => count)),
        reach: cluster.reach,
      },
    };
    const wanted = new Set(cluster.slots);
    const { strikes } = this;
    const held = () => selectRows(strikes, rows, (row) => wanted.has(slots.slotOf[row]));
    members.set(feature, { strikes, held, zoom: slots.zoom });
    return feature;
  }

  /** The features that a cluster of getClusters stands for, by date, whatever was chosen since. */
  getLeaves(cluster) {
    return leavesOf(cluster).rows.map((row) => this.features[leavesOf(cluster).strikes.columns.feature[row]]);
  }

  /** The smallest zoom at which a cluster comes apart; null where all of it is at one place. */
  getExpansionZoom(cluster) {
    const { strikes, rows, zoom } = leavesOf(cluster);
    const own = takeRows(strikes, Uint32Array.from(rows).sort());
    for (let deeper = zoom + 1; deeper <= DEEPEST; deeper++) {
      const slots = assignSlots(own, deeper);
      const [from, to] = wholePeriod(own);
      const sums = sumRows(own, slots, findRows(own, from, to), own.columns.group, makeSums(slots, this.groups.length));
      const world = worldPixels(deeper);
      const { clusters } = makeClusters(own, { slots, sums }, { world, left: 0, top: 0, width: world, height: world });
      if (clusters.length > 1) return deeper;
    }
    return null;
  }
}

const members = new WeakMap(); // by a cluster's feature: what it stands for, found when first asked for

function leavesOf(cluster) {
  const known = members.get(cluster);
  if (!known) throw new TypeError("that is no cluster of getClusters");
  known.rows ??= known.held();
  return known;
}

module.exports = { StrikeClusters };
