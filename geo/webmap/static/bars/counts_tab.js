"use strict";
// The tab of counts in the drawer: bars of what the map shows, in step with it; a click filters.

const { CountsView } = require("./counts_view.js");
const { readMarks } = require("../data/chosen.js");
const { passesOf } = require("../filter/passing.js");
const { afterRest } = require("../look/rest.js");
const { areaNames } = require("../terms/nouns.js");

/** What a map filters by itself: see filter/filtering.js. */
function scopeOfOwn(filtering, say) {
  const { all, filters } = filtering;
  let passes = null;
  return {
    strikes: all, say, nameOf: filtering.nameOf,
    passesOf: async (field) => {
      passes ??= all.texts().then((texts) => passesOf(all, texts, filters));
      return (await passes)(field);
    },
    chosenOf: (field) => filtering.filters[field] ?? [],
    choose: (field, values) => filtering.set({ ...filtering.filters, [field]: values }),
  };
}

/** Marks by row, 1 or 0, of the rows that a host's text marks; null where it marks all. */
async function marksOf(text, rows) {
  if (!text) return null;
  const marks = new Uint8Array(rows);
  for (const row of await readMarks(text, rows)) marks[row] = 1;
  return marks;
}

/**
 * What the page around a map filters. Its options are `rows`, the rows that pass, `rows_but`, by field those
 * that pass all filters but its own, and `chosen`, the values by field.
 */
function scopeOfPage({ emit, nameOf, opened, options }, say) {
  const { rows, rows_but: without = {}, chosen = {} } = options;
  const whole = marksOf(rows, opened.rows);
  return {
    strikes: opened, say, nameOf,
    passesOf: (field) => (field !== null && field in without ? marksOf(without[field], opened.rows) : whole),
    chosenOf: (field) => chosen[field] ?? [],
    choose: (field, values) => emit("choose", { field, values }),
  };
}

class CountsTab {
  /** `host` is the map's controller. */
  constructor(host) {
    Object.assign(this, { host, view: null, shown: null, settled: null });
    host.panel.drawer.register({
      name: "counts", label: "Counts",
      show: (body) => this.open(body),
      hide: () => this.hide(),
    });
    host.on("draw", () => this.follow());
    afterRest(host, () => this.view?.rest());
    host.on("filters", () => this.take()); // of a bar that all rows pass the strikes stay
  }

  open(body) {
    const { host } = this;
    this.view = new CountsView(this.makeScope());
    [this.shown, this.filters] = [host.strikes, host.filtering?.filters];
    body.replaceChildren(this.view.element);
    this.step();
    this.settled = this.view.refresh();
    host.emit("counts", true); // the page around the map has more to count then
  }

  hide() {
    this.view = null;
    this.host.emit("counts", false);
  }

  makeScope() {
    const { host } = this;
    const { filtering } = host;
    if (filtering?.all) return scopeOfOwn(filtering, host.say);
    const { baseMap, opened, options } = host;
    return scopeOfPage({ opened, options, emit: (...said) => host.emit(...said), nameOf: areaNames(baseMap) }, host.say);
  }

  /** At every drawing: the window's counts in the step; other strikes are counted anew after it. */
  follow() {
    if (!this.view || !this.host.marks) return;
    this.step();
    this.take();
  }

  /** Counts other strikes, or by other filters, anew. */
  take() {
    const { strikes, filtering } = this.host;
    if (!this.view || (this.shown === strikes && this.filters === filtering?.filters)) return;
    [this.shown, this.filters] = [strikes, filtering?.filters];
    this.view.scope = this.makeScope();
    this.settled = this.view.refresh(); // when bars stand for what is shown
  }

  step() {
    const { marks, slider } = this.host;
    if (!marks) return;
    this.view.show(slider.getRange() ?? [0, -1], { rows: marks.totals.rows, undated: slider.isWhole() });
  }
}

module.exports = { CountsTab };
