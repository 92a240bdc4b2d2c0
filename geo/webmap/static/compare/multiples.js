"use strict";
// Small multiples over the map: a grid of small maps or bars on one scale; a click opens one as a filter.

const { MOST_MAPS } = require("./grid.js");
const { planMultiples } = require("./plan.js");
const { drawSmallBars, drawSmallMap, frameFor } = require("./small.js");
const { makeSteps, makeTable } = require("./table.js");
const { say } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { activeIn, focusFirst } = require("../look/focus.js");
const { isOffered, modeOf } = require("../modes/modes.js");
const { WAYS } = require("../modes/ways.js");

const SMALL = { width: 180, height: 130 }; // CSS pixels of a small map

const said = (words) => ({ title: say(words), label: say(words) });

class Multiples {
  /** `host` is the map's controller. */
  constructor(host) {
    Object.assign(this, { host, plan: null, page: 0, seen: null, opener: null });
    this.choice = make("select");
    this.choice.setAttribute("aria-label", say("Small multiples"));
    this.choice.addEventListener("change", () => host.setMode("multiples", this.choice.value));
    this.title = make("h3", { text: "" });
    this.back = makeButton("‹", () => this.turn(-1), said("Earlier small maps"));
    this.ahead = makeButton("›", () => this.turn(1), said("Later small maps"));
    this.place = make("span", { name: "strike-small-place", text: "" });
    const close = makeButton("×", () => this.close(), said("Close the small multiples"));
    close.className = "strike-close";
    this.scale = make("ul", { name: "strike-small-scale" });
    this.notes = make("p", { name: "strike-bar-note", text: "" });
    this.grid = make("div", { name: "strike-small-grid" });
    this.table = make("details", { name: "strike-small-table" });
    this.element = make("section", { name: "strike-multiples", children: [
      make("div", { name: "strike-small-head", children: [this.title, this.choice, this.back, this.place, this.ahead, close] }),
      this.scale, this.notes, this.grid, this.table,
    ] });
    this.element.setAttribute("aria-label", say("Small multiples"));
    this.element.tabIndex = -1;
    this.element.hidden = true;
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
    host.container.parentElement.append(this.element);
  }

  close() {
    return this.host.setMode("multiples", "");
  }

  /** At every drawing: opens, closes, and counts anew where something that it shows has changed. */
  follow() {
    const { host, element } = this;
    const { strikes, modes, theme, slider, baseMap } = host;
    const kind = slider.reach ? modes.multiples : "";
    const opened = Boolean(kind) && element.hidden;
    if (!kind) {
      if (!element.hidden) this.hide();
      return;
    }
    const seen = [strikes, baseMap, theme, kind, modes.size, modes.told_by, modes.labels, modes.show, ...slider.range];
    if (this.seen?.every((value, i) => value === seen[i])) return;
    if (!this.seen || this.seen[3] !== kind) this.page = 0;
    this.seen = seen;
    this.plan = planMultiples(kind, host);
    if (opened) {
      this.opener = activeIn(host.container);
      element.hidden = false;
      host.container.inert = true; // the map lies under it
    }
    this.build();
    if (opened) element.focus({ preventScroll: true });
  }

  hide() {
    const { element, host } = this;
    const focused = element.contains(activeIn(host.container));
    [element.hidden, host.container.inert, this.seen] = [true, false, null];
    if (focused) focusFirst(this.opener, host.container);
  }

  turn(direction) {
    this.page += direction;
    this.build();
    this.element.scrollTop = 0;
  }

  get pages() {
    return Math.max(1, Math.ceil(this.plan.panels.length / MOST_MAPS));
  }

  build() {
    const { plan, host } = this;
    const { say } = host;
    this.page = Math.max(0, Math.min(this.page, this.pages - 1));
    const from = this.page * MOST_MAPS;
    const shown = plan.panels.slice(from, from + MOST_MAPS);
    this.title.textContent = plan.title;
    this.offer();
    [this.back.disabled, this.ahead.disabled] = [this.page === 0, this.page + 1 >= this.pages];
    for (const part of [this.back, this.ahead, this.place]) part.hidden = this.pages === 1;
    this.place.textContent = say("{first}–{last} of {all}", { first: from + 1, last: from + shown.length, all: plan.panels.length });
    this.scale.replaceChildren(...makeSteps(plan.scale));
    this.notes.textContent = [plan.coarser, ...plan.notes].filter(Boolean).join(" ");
    this.grid.replaceChildren(...shown.map((panel) => this.panelOf(panel)));
    this.table.replaceChildren(make("summary", { text: say("The same numbers as a table") }), makeTable(say(plan.title), plan.rows));
  }

  offer() {
    const { host } = this;
    const districts = isOffered(modeOf({ show: "districts" }), host.strikes, host.modes);
    const offered = Object.entries(WAYS.multiples.words).filter(([value]) => districts || value !== "district");
    this.choice.replaceChildren(...offered.map(([value, text]) => {
      const option = make("option", { text: host.say(value ? text : "none: back to the map") });
      option.value = value;
      return option;
    }));
    this.choice.value = host.modes.multiples;
  }

  panelOf(panel) {
    const { host } = this;
    const scale = host.surface.scale;
    const canvas = make("canvas");
    [canvas.width, canvas.height] = [SMALL.width * scale, SMALL.height * scale];
    canvas.setAttribute("aria-hidden", "true");
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    this.draw(context, panel);
    const made = make("button", { name: "strike-small", children: [
      make("strong", { text: panel.words }), canvas, make("span", { text: panel.count }),
      ...(panel.located ? [make("span", { name: "strike-small-located", text: panel.located })] : []),
    ] });
    made.setAttribute("aria-label", `${panel.label}. ${say(panel.area ? "Show this area alone" : "Show these days on the map")}`);
    made.addEventListener("click", () => this.choose(panel));
    return made;
  }

  draw(context, panel, size = SMALL) {
    const { plan, host: { theme, loading, baseMap } } = this;
    const { grid, bounds, most } = plan;
    if (panel.area) drawSmallBars(context, panel.cells, { periods: grid.periods, most, theme, ...size });
    else drawSmallMap(context, panel.period, { areas: grid.areas, contested: baseMap.contested, bounds, theme, frame: frameFor(loading.wholeBox, size) });
  }

  /** A period becomes the slider's window, an area the filter; the map is in front again. */
  async choose({ range, area }) {
    const { host } = this;
    const field = host.modes.multiples === "district" ? "districts" : "governorates";
    await this.close();
    if (range) host.slider.setRange(range);
    else if (host.filtering) await host.filtering.set({ ...host.filtering.filters, [field]: [area.code] });
    else host.emit("choose", { field, values: [area.code] });
  }

  destroy() {
    this.element.remove();
  }
}

module.exports = { Multiples, SMALL };
