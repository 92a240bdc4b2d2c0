"use strict";
// A map's own filters: which of the host's strikes are shown, kept in step with the filter box.

const { takeRows } = require("../data/chosen.js");
const { countNear, readNear, wordNear } = require("../data/nearness.js");
const { openSources } = require("../data/sources.js");
const { Unjudged } = require("../data/unjudged.js");
const { say } = require("../language/language.js");
const { afterRest } = require("../look/rest.js");
const { STRIKES, areaNames, sayingOf } = require("../terms/nouns.js");
const { Choices } = require("./choices.js");
const { makeFilterBox } = require("./filter_box.js");
const { NO_FILTERS, countFilters, needsTexts, settleFilters, wordFilters } = require("./filters.js");
const { keepRows } = require("./passing.js");
const { StepsBack, listenForUndo } = require("./steps_back.js");

/** The texts of strikes where filters ask for them, else null; with the sources where they are filtered by. */
async function readTexts(strikes, filters, opened) {
  if (!needsTexts(filters)) return null;
  if (filters.sources.length) await openSources(strikes, opened ?? strikes);
  return strikes.texts();
}

const OF_PERIOD = "Counts below: of the period shown.";

class Filtering {
  /** `host` is the map's controller. */
  constructor(host) {
    const { panel } = host;
    // `filters` and `all` are what was asked for last; what the rows on the map passed is in `passed`.
    Object.assign(this, { host, filters: settleFilters(NO_FILTERS), all: null, turn: 0, passed: new WeakMap(), back: new StepsBack() });
    panel.filter.hidden = false;
    this.box = makeFilterBox(host.frame.left, {
      opener: panel.filter,
      acts: {
        choose: (part) => this.set({ ...this.filters, ...part }),
        clear: () => this.set(NO_FILTERS),
        undo: () => this.undo(),
        opened: () => {
          if (!host.frame.hasRoomForTwo()) panel.drawer.close(); // one at a time
          this.offer();
        },
      },
    });
    afterRest(host, () => this.box.element.hidden || this.counted === String(this.period) || this.showBox());
    this.stopListening = listenForUndo(host.frame.element, () => this.undo());
  }

  get say() {
    return sayingOf(this.all ?? {}, this.host.baseMap);
  }

  get nameOf() {
    return areaNames(this.host.baseMap);
  }

  /** Those of the host's strikes that pass; the last call counts. */
  async take(strikes) {
    const turn = ++this.turn;
    const { filters } = this;
    if (strikes !== this.all) [this.all, this.choices] = [strikes, null];
    if (!countFilters(filters)) return this.note(strikes, filters, strikes);
    const texts = await readTexts(strikes, filters, this.host.opened);
    if (turn !== this.turn) return null;
    const kept = keepRows(strikes, texts, filters);
    const shown = kept.length === strikes.rows && !filters.near ? strikes : takeRows(strikes, kept);
    const unjudged = filters.near ? new Unjudged(strikes, keepRows(strikes, texts, { ...filters, near: "" })) : null;
    return this.note(shown, filters, strikes, this.judge(strikes, texts, filters), unjudged);
  }

  /** How surely the rows that pass all other filters lie within the circle, in words; "" without one. */
  judge(strikes, texts, filters) {
    if (!filters.near) return "";
    const near = readNear(filters.near);
    const { sure, possible, notJudged } = countNear(strikes, near, keepRows(strikes, texts, { ...filters, near: "" }));
    return say("{circle}: {sure} surely, {possible} possibly (their radius reaches in); {none} without a point are not judged", {
      circle: wordNear(near), sure, possible, none: notJudged,
    });
  }

  /** Notes that some strikes are those of `all` that pass the filters, with what judge() says of a circle and whom it cannot judge. */
  note(strikes, filters, all, judged = "", unjudged = null) {
    this.passed.set(strikes, { filters, all, judged, unjudged });
    return strikes;
  }

  /** What the strikes on the map passed, { filters, all }; other filters may be on their way. */
  get shown() {
    return this.passed.get(this.host.strikes) ?? { filters: NO_FILTERS, all: null };
  }

  /** Filters anew, in place: view and range stay. `came`: by a step of the browser's history. */
  set(filters, { came = false } = {}) {
    const settled = settleFilters(filters);
    this.back.note(this.filters, settled, { came });
    return this.show(settled);
  }

  /** Filters as before the last step; false where there is none. */
  undo() {
    const before = this.back.take();
    if (before) this.show(before);
    return before !== null;
  }

  async show(filters) {
    this.filters = filters;
    this.host.emit("filters", this.filters);
    if (!this.all) return; // the first strikes are still to come, and are filtered then
    const strikes = await this.take(this.all);
    const { host } = this;
    if (!strikes || host.destroyed) return;
    await host.showStrikes(strikes);
    if (host.destroyed) return;
    host.redraw();
    this.offer();
  }

  /** What can be chosen, counted; only for an open box, since it asks for the texts. */
  async offer() {
    const { box, all } = this;
    const closed = box.element.hidden || !all;
    if (closed || !this.choices) this.showBox();
    if (closed) return;
    const texts = await all.texts();
    if (all !== this.all || this.host.destroyed) return;
    this.choices ??= new Choices(all, texts, this.nameOf);
    this.showBox();
  }

  showBox() {
    const { box, choices, filters } = this;
    this.counted = String(this.period);
    const words = this.passing ?? this.say(STRIKES, { count: this.all?.rows ?? 0 });
    const counts = box.element.hidden ? null : choices?.count(filters, this.period);
    box.show(filters, counts, this.period && !box.element.hidden ? `${words}. ${say(OF_PERIOD)}` : words, this.say);
    box.offerUndo(this.back.before.length > 0);
  }

  /** The days that the slider shows, null for the whole period: what the box counts. */
  get period() {
    const { slider } = this.host;
    return slider.isWhole() ? null : slider.getRange();
  }

  /** "12 of 42 strikes pass the filters"; null where none is on. */
  get passing() {
    const { filters, all, judged } = this.shown;
    if (!countFilters(filters)) return null;
    return [this.say("{some} of {all} strikes pass the filters", { some: this.host.strikes.rows, all: all.rows }), judged].filter(Boolean).join("; ");
  }

  /** The filters as one phrase, "" for none. */
  get words() {
    return wordFilters(this.shown.filters, this.nameOf, this.say);
  }

  destroy() {
    this.stopListening();
    this.box.destroy();
  }
}

module.exports = { Filtering };
