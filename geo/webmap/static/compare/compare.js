"use strict";
// Comparing: another choice of strikes, A, beside what the map shows, B; in step with it.

const { Counter } = require("../counting/counter.js");
const { findRows } = require("../data/period.js");
const { takeRows } = require("../data/chosen.js");
const { openSources } = require("../data/sources.js");
const { countFilters, needsTexts, wordFilters } = require("../filter/filters.js");
const { keepRows } = require("../filter/passing.js");
const { say } = require("../language/language.js");
const { makeGroups } = require("../look/colour_groups.js");
const { needsSources, scaleOf } = require("../modes/modes.js");
const { wordDay, wordSpan } = require("../terms/calendar.js");
const { areaNames } = require("../terms/nouns.js");
const { isWhole } = require("../time/playing.js");
const { Pane } = require("./pane.js");
const { Multiples } = require("./multiples.js");
const { CompareTab } = require("./compare_tab.js");
const { picture } = require("./compare_picture.js");
const { queryOf, rangeBefore, readSide, writeKept } = require("./side.js");

class Comparing {
  /** `host` is the map's controller. */
  constructor(host) {
    // `kept` are the strikes of choices that were kept here, by their values; `twins` those of B once more.
    Object.assign(this, { host, value: "", side: null, strikes: null, marks: null, steps: [], turn: 0, kept: new Map(), twins: new WeakMap() });
    this.pane = new Pane(this);
    this.multiples = new Multiples(host);
    this.tab = new CompareTab(this);
    host.on("draw", () => {
      const others = this.side && this.texts !== host.opened.texts; // data that were changed elsewhere
      if ((host.modes.compare ?? "") !== this.value || others) this.settled = this.follow();
      this.pane.show(this.isBeside);
      this.tab.step();
      this.multiples.follow();
    });
    host.cleanups.push(() => this.pane.destroy(), () => this.multiples.destroy());
  }

  /** Side A is what is shown now. */
  keep() {
    const { host } = this;
    const value = writeKept(host.slider.isWhole() ? null : host.slider.getRange(), this.query);
    this.keptOf(value); // those of other data are let go
    this.kept.set(value, host.strikes);
    return this.choose(value);
  }

  /** Side A by its value, "" to compare no more; by district or side by side as before. */
  choose(value) {
    return this.host.setMode("compare", value);
  }

  /** The filters of what is shown, as a query. */
  get query() {
    const { filtering, options } = this.host;
    return filtering ? queryOf(filtering.shown.filters) : String(new URLSearchParams(options.query ?? ""));
  }

  /** Takes the value that the ways to show have: finds its strikes, then draws. */
  async follow() {
    const { host } = this;
    const value = host.modes.compare ?? "";
    const turn = ++this.turn;
    [this.value, this.strikes, this.failed] = [value, null, ""];
    this.side = readSide(value);
    const known = this.keptOf(value);
    if (this.side && !this.side.follows) {
      const strikes = known ?? (await this.findStrikes(this.side));
      if (strikes && needsSources(host.modes)) await openSources(strikes, host.opened);
      if (turn !== this.turn || host.destroyed) return;
      this.strikes = strikes && this.twinOf(strikes);
    }
    host.redraw();
  }

  /** The strikes of a choice that was kept of the data that are open; of others it is found anew. */
  keptOf(value) {
    const { texts } = this.host.opened; // the same as long as the data are
    if (this.texts !== texts) this.kept.clear();
    this.texts = texts;
    return this.kept.get(value);
  }

  /** The strikes of a choice that an address asks for; null where this map cannot choose so. */
  async findStrikes({ filters, onlyStrikes, unread }) {
    const { host } = this;
    if (unread.length) {
      this.failed = say("A cannot be shown: this map does not read {parts}.", { parts: unread.join(", ") });
      return null;
    }
    const all = host.filtering?.all ?? host.opened;
    if (!countFilters(filters) && !onlyStrikes) return all;
    if (filters.sources.length) await openSources(all, host.opened);
    const texts = needsTexts(filters) || onlyStrikes ? await all.texts() : null;
    const rows = keepRows(all, texts, filters);
    const noStrike = onlyStrikes && texts.texts.not_strike;
    return takeRows(all, noStrike ? rows.filter((row) => !noStrike[0][row]) : rows);
  }

  /** The same strikes with sums of their own, so that A and B are each followed from step to step. */
  twinOf(strikes) {
    if (!this.twins.has(strikes)) this.twins.set(strikes, { ...strikes });
    return this.twins.get(strikes);
  }

  /** First and last day of side A; those of the data where it is of all days. */
  get range() {
    const { host, side } = this;
    const shown = host.slider.getRange();
    if (!shown || !side) return null;
    return side.follows ? rangeBefore(shown, side.follows) : (side.range ?? host.slider.reach);
  }

  /** Side A as the modes take it, { strikes, rows }; null where nothing is compared. */
  get compared() {
    const { host, side, range } = this;
    if (!side || !range || (host.modes.compare ?? "") !== this.value) return null;
    const strikes = side.follows ? this.twinOf(host.strikes) : this.strikes;
    return strikes && { strikes, rows: findRows(strikes, ...range), range, undated: isWhole({ reach: host.slider.reach, range }) };
  }

  /** Whether two maps are side by side: not where one map shows the difference, or small maps lie over it. */
  get isBeside() {
    return Boolean(this.marks) && !this.host.modes.multiples;
  }

  /** At every drawing, before it: side A counted, on one scale with B's marks. */
  match(marks, frame) {
    const { host, compared } = this;
    [this.marks, this.steps] = [null, []];
    if (!compared || marks.mode.name.endsWith("difference")) return;
    const { modes, mode, baseMap } = host;
    this.marks = this.counterOf(compared.strikes).step(frame, compared.range, { mode, modes, baseMap, selected: null, undated: compared.undated });
    mode.share?.(marks, this.marks);
    this.steps = scaleOf(this.marks, host)?.steps ?? [];
  }

  counterOf(strikes) {
    const { host } = this;
    const { colour } = host.modes;
    if (this.counter?.strikes !== strikes || this.counter.colour !== colour) {
      this.counter = Object.assign(new Counter(strikes, makeGroups(strikes, colour, host.opened)), { colour });
    }
    return this.counter;
  }

  /** The legend's scale, its lines said of either side. */
  scale(scale) {
    if (!scale || !this.marks) return scale;
    const { notes } = scaleOf(this.marks, this.host);
    return { ...scale, notes: notes.map((words, i) => (words === scale.notes[i] ? words : `A: ${words}`))
      .concat(scale.notes.flatMap((words, i) => (words === notes[i] ? [] : [`B: ${words}`]))) };
  }

  /** What a side is, in words: its days, and its filters where the two differ in them. */
  wordSide(name) {
    const { host, side, query } = this;
    const range = name === "A" ? this.range : host.slider.getRange();
    const days = range ? say("{span} ({count} days)", { span: wordSpan(...range.map((day) => wordDay(day, true))), count: range[1] - range[0] + 1 }) : say("no dates");
    if (!side || side.follows || side.query === query) return say("{name}: {words}", { name, words: days });
    const { filters, besides } = name === "A" ? side : readSide(query || "all");
    const words = [wordFilters(filters, this.nameOf, host.say), ...besides].filter(Boolean).join("; ");
    return `${say("{name}: {words}", { name, words: days })}; ${words || host.say("all strikes")}`;
  }

  get nameOf() {
    return areaNames(this.host.baseMap);
  }

  /** What a reader must know who compares the two, a sentence each. */
  get warnings() {
    const { host, range, side, compared, failed } = this;
    if (!compared) return [failed].filter(Boolean);
    const shown = host.slider.getRange();
    const { days, reach } = host.slider;
    const [first, last] = days ?? reach;
    const isReach = ([from, to]) => from === reach[0] && to === reach[1]; // all of the data, by whole months
    const beyond = [["A", range], ["B", shown]].filter(([, side]) => !isReach(side) && (side[0] < first || side[1] > last)).map(([name]) => name);
    const lengths = [range, shown].map(([from, to]) => to - from + 1);
    const sameFilters = side.follows || side.query === this.query;
    return [
      lengths[0] !== lengths[1] && say("A has {count} days, B has {other}.", { count: lengths[0], other: lengths[1] }),
      beyond.length > 0 &&
        host.say(beyond.length > 1 ? "A and B reach beyond the strikes of these data ({span}): none there means that none is recorded here." : "{side} reaches beyond the strikes of these data ({span}): none there means that none is recorded here.", { side: beyond[0], span: wordSpan(wordDay(first, true), wordDay(last, true)) }),
      sameFilters && range[0] <= shown[1] && range[1] >= shown[0] && host.say("A and B overlap: strikes of the days that both have are in both."),
    ].filter(Boolean);
  }

  /** What the saved picture shows: both maps where two are side by side, the small maps where they lie over it. */
  picture(described) {
    return picture(this, described);
  }
}

module.exports = { Comparing };
