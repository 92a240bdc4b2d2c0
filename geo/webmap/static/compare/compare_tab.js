"use strict";
// The tab in the drawer that chooses what is compared, and says both sides in a table for every reader.

const { wordSource } = require("../data/sources.js");
const { number, say, signed } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { joinAreas } = require("../modes/difference.js");
const { DISTRICTS } = require("../modes/districts.js");
const { GOVERNORATES } = require("../modes/areas.js");
const { isOffered, modeOf, sourceOf } = require("../modes/modes.js");
const { WAYS } = require("../modes/ways.js");
const { nameOf } = require("../map/name_of.js");
const { SIZES } = require("../terms/sizes.js");
const { capital, wordNone } = require("../terms/words.js");
const { sumSide } = require("./sums.js");
const { makeTable } = require("./table.js");

const HINT = "A is what the map is compared with, B what it shows. Keep what is shown as A, then move the slider or change the filters; or compare with days before.";
const WHOLE = "Choose a shorter period with the slider first: before all of the data there is nothing.";
const LEVELS = { difference: GOVERNORATES, district_difference: DISTRICTS };

function choice(label, words, act) {
  const select = make("select");
  select.setAttribute("aria-label", say(label));
  select.addEventListener("change", () => act(select.value));
  const element = make("label", { name: "strike-mode", children: [make("span", { text: say(label) }), select] });
  return {
    element, select,
    /** Offers [value, text] pairs, one of them chosen. */
    offer(offered, chosen) {
      select.replaceChildren(...offered.map(([value, text]) => {
        const option = make("option", { text });
        option.value = value;
        return option;
      }));
      select.value = chosen;
    },
  };
}

/** A difference in words: "+18", "−4", "0"; "no figure" where one of the two gives none. */
function wordChange(change) {
  return change === null ? say("no figure in one") : signed(change);
}

class CompareTab {
  /** `comparing` is compare.js's. */
  constructor(comparing) {
    const { host } = comparing;
    Object.assign(this, { comparing, host, open: false, said: "" });
    this.acts = {
      keep: makeButton(say("Keep what is shown as A"), () => comparing.keep()),
      before: makeButton(say("A: the period before"), () => comparing.choose("before")),
      year_before: makeButton(say("A: a year before"), () => comparing.choose("year_before")),
      stop: makeButton(say("Stop comparing"), () => comparing.choose("")),
    };
    this.view = choice("Shown as", {}, (value) => this.showAs(value));
    this.multiples = choice("Small multiples", {}, (value) => host.setMode("multiples", value));
    this.sides = make("div", { name: "strike-sides" });
    this.status = make("p", { name: "strike-bar-note", text: "" });
    this.status.setAttribute("role", "status");
    this.element = make("section", { name: "strike-compare", children: [
      make("h4", { text: say("Compare") }), make("p", { name: "strike-bar-note", text: host.say(HINT) }),
      make("div", { name: "strike-compare-acts", children: Object.values(this.acts) }),
      this.view.element, this.status, this.sides,
      make("h4", { text: say("Side by side in small") }),
      make("p", { name: "strike-bar-note", text: say("A small map for each month, quarter or year, or bars over time for each area; all on one scale.") }),
      this.multiples.element,
    ] });
    host.panel.drawer.register({
      name: "compare", label: "Compare",
      show: (body) => {
        this.open = true;
        this.said = "";
        body.replaceChildren(this.element);
        this.step();
      },
      hide: () => (this.open = false),
    });
  }

  showAs(value) {
    const { host } = this;
    const show = value === "beside" ? (this.before ?? "areas") : value;
    if (!host.mode.name.endsWith("difference")) this.before = host.modes.show;
    return host.setMode("show", show);
  }

  /** At every drawing: the numbers of both sides, where the tab is in front. */
  step() {
    const { host, comparing } = this;
    if (!this.open || !host.marks) return;
    const { compared } = comparing;
    this.offer(compared);
    const rows = compared ? this.tables(compared) : [];
    const warned = comparing.warnings.join(" ");
    const now = JSON.stringify([rows, warned]);
    if (now === this.said) return;
    this.said = now;
    this.status.textContent = warned;
    this.sides.replaceChildren(...rows.map(([caption, lines]) => makeTable(caption, lines)));
  }

  offer(compared) {
    const { host, acts, comparing } = this;
    const whole = host.slider.isWhole();
    for (const name of ["before", "year_before"]) {
      acts[name].disabled = whole;
      acts[name].title = whole ? say(WHOLE) : "";
      acts[name].setAttribute("aria-pressed", String(comparing.value === name));
    }
    acts.stop.hidden = !host.modes.compare;
    this.view.element.hidden = !compared;
    const { name } = host.mode;
    const ways = [["beside", say("two maps side by side")], ...Object.keys(LEVELS)
      .filter((show) => isOffered(modeOf({ show }), host.strikes, host.modes)).map((show) => [show, host.say(LEVELS[show].by)])];
    const districts = isOffered(modeOf({ show: "districts" }), host.strikes, host.modes);
    const small = Object.entries(WAYS.multiples.words).filter(([value]) => districts || value !== "district").map(([value, text]) => [value, host.say(text)]);
    const now = JSON.stringify([ways, small, name, host.modes.multiples]);
    if (now === this.offered) return;
    this.offered = now;
    this.view.offer(ways, Object.hasOwn(LEVELS, name) ? name : "beside");
    this.multiples.offer(small, host.modes.multiples ?? "");
  }

  /** The tables of both sides as texts: totals, then areas with the largest differences first. */
  tables(compared) {
    const { host, comparing } = this;
    const { say, strikes, modes, baseMap, marks } = host;
    const whole = { undated: host.slider.isWhole() };
    const sides = [sumSide(compared.strikes, compared.range, compared), sumSide(strikes, host.slider.getRange(), whole)];
    const totals = [
      ["", ...["A", "B"].map((side) => comparing.wordSide(side))],
      [say("Strikes"), ...sides.map(({ rows }) => number(rows))],
      [say("Located"), ...sides.map(({ located, rows }) => say("{some} of {all}", { some: located, all: rows }))],
      [say("Undated"), ...sides.map(({ undated, leftOut }) => (leftOut ? say("{count} left out", { count: leftOut }) : number(undated)))],
      [say("Killed, as reported"), ...sides.map(({ killed }) => (killed === "–" ? wordNone(strikes, "killed_min") : killed))],
      [say("that give a figure"), ...sides.map(({ given, rows }) => say("{some} of {all}", { some: given, all: rows }))],
    ];
    const level = LEVELS[marks.mode.name] ?? (marks.mode.name === "districts" ? DISTRICTS : GOVERNORATES);
    const told_by = sourceOf(modes);
    const joined = joinAreas(level, { a: compared, b: { strikes, rows: marks.rows } }, { baseMap, modes: { ...modes, told_by } });
    const { counted } = SIZES[modes.size.startsWith("killed") ? modes.size : "count"];
    const sorted = [...joined.areas].sort((x, y) => Math.abs(y.change ?? 0) - Math.abs(x.change ?? 0));
    const beyond = [joined.before, joined.after].map(({ known, reported }) => reported - known);
    const none = joined.land.length - joined.areas.length;
    const lines = [
      [capital(say(level.word)), "A", "B", say("B less A")],
      ...sorted.map(({ area, texts, change }) => [nameOf(area, modes.labels), ...texts, wordChange(change)]),
      ...(none ? [[say("{count} other {areas}", { count: none, areas: say(level.words, { count: none }) }), say("none"), say("none"), say("none in both")]] : []),
    ];
    const outside = [[say("Dated, in no {area} of the map or not located", { area: say(level.word) }), ...beyond.map(number)]];
    return [[say("Both sides"), [...totals, ...outside]], [capital(say(told_by ? "{counted} by {area}; undated are in none; only strikes told by {source}" : "{counted} by {area}; undated are in none", { counted: say(counted), area: say(level.word), source: told_by && wordSource(told_by) })), lines]];
  }
}

module.exports = { CompareTab };
