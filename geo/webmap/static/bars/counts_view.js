"use strict";
// Counts in bars by area, kind, actor and more: they follow the window in the step, and a click filters.

const { listDimensions } = require("./dimensions.js");
const { makeBarList } = require("./bar_list.js");
const { Counted } = require("./sums.js");
const { means } = require("../filter/choices.js");
const { make } = require("../look/elements.js");
const { activeIn } = require("../look/focus.js");
const { areHeld } = require("../terms/words.js");

const HINT = "A click on a bar filters; its own group is then counted without that filter.";
const MEASURES = { strikes: "Strikes", killed: "People killed, as reported" };

/** Whether a pointer that can hover rests on an element; a finger that tapped it is gone, though it keeps ":hover". */
const isUnderHand = (element) => matchMedia("(hover: hover)").matches && element.matches(":hover");

/** A choice of what bars count: { element, value }. */
function measureChoice(changed, say) {
  const select = make("select", {
    children: Object.entries(MEASURES).map(([value, text]) => {
      const option = make("option", { text: say(text) });
      option.value = value;
      return option;
    }),
  });
  select.setAttribute("aria-label", say("What bars count"));
  select.addEventListener("change", changed);
  return select;
}

/**
 * Bars in an element of their own, made when they are first shown. `scope` says what is counted:
 *   strikes: those of which filters choose, all of them; all: those of the payload;
 *   nameOf(code): the name of an area; say: of terms/nouns.js;
 *   passesOf(field): promises marks by row of what passes all filters but that field's own, null for all;
 *   chosenOf(field): its chosen values; choose(field, values).
 */
class CountsView {
  constructor(scope) {
    this.scope = scope;
    this.turn = 0;
    this.lists = [];
    this.measure = measureChoice(() => this.refresh(), scope.say);
    this.head = make("p", { name: "strike-bar-note", text: "" });
    this.box = make("div", { name: "strike-bar-box" });
    this.element = make("section", { name: "strike-bars", children: [
      make("label", { name: "strike-mode", children: [make("span", { text: scope.say("Count") }), this.measure] }), this.head, this.box,
    ] });
    this.box.addEventListener("pointerleave", () => this.rest());
    // New bars take the focus from the old ones: by then they are shown and have it.
    this.box.addEventListener("focusout", ({ relatedTarget }) => this.box.contains(relatedTarget) || queueMicrotask(() => this.rest()));
  }

  /** Takes strikes, filters or words anew; the last call counts. */
  async refresh() {
    const turn = ++this.turn;
    const { scope } = this;
    const { strikes } = scope;
    if (strikes !== this.counted) {
      const dimensions = await listDimensions(strikes, scope);
      if (turn !== this.turn) return;
      [this.counted, this.dimensions] = [strikes, dimensions];
    }
    const held = areHeld(strikes, "killed_min", "killed_max"); // by a release: no bar could show one
    const [, killed] = this.measure.options;
    killed.hidden = killed.disabled = held;
    if (held) this.measure.value = "strikes";
    const measure = this.measure.value;
    const passes = await Promise.all(this.dimensions.map(({ field }) => scope.passesOf(field)));
    if (turn !== this.turn) return;
    const [before, focused] = [this.lists, this.findFocused()];
    this.counting = measure;
    this.lists = this.dimensions.map((dimension, i) => this.countOne(dimension, passes[i]));
    this.box.replaceChildren(...this.lists.map(({ list }) => list.element));
    for (const { name } of before.filter(({ list }) => list.opened)) this.lists.find((made) => made.name === name)?.list.openAll();
    if (this.window) this.show(...this.window);
    this.tell();
    if (focused) this.lists.find(({ name }) => name === focused.name)?.list.focusOn(focused.value);
  }

  /** The bar that has the keyboard's focus, which new bars must not lose: { name, value }; null for none. */
  findFocused() {
    const active = this.box.isConnected ? activeIn(this.box) : null;
    for (const { name, list } of active ? this.lists : []) {
      const value = list.valueOf(active);
      if (value !== undefined) return { name, value };
    }
    return null;
  }

  countOne(dimension, passes) {
    const { scope } = this;
    const { field, label, name } = dimension;
    const chosen = field ? scope.chosenOf(field) : [];
    const isChosen = (option) => chosen.some((value) => means(value, option));
    const sums = new Counted(scope.strikes, dimension, { passes, measure: this.counting }, isChosen);
    const choose = field && ((option) => this.toggle(field, option));
    const counted = this.window ? sums.count(...this.window) : sums.count([-Infinity, Infinity], { undated: true });
    const list = makeBarList(dimension, sums.orderOf(counted), { title: scope.say(label), choose });
    list.press(isChosen);
    return { name, sums, list };
  }

  toggle(field, option) {
    const chosen = this.scope.chosenOf(field);
    const others = chosen.filter((value) => !means(value, option));
    this.scope.choose(field, others.length < chosen.length ? others : [...chosen, option.value]);
  }

  /** Shows the days [from, to], `rows` rows on the map; with the undated where these are the whole period. */
  show(days, { rows, undated }) {
    this.window = [days, { rows, undated }];
    const given = { measure: this.counting, strikes: this.counted };
    for (const { sums, list } of this.lists) list.show(sums.count(days, { undated }), given);
    const text = `${this.scope.say(["{count} strike in the period shown.", "{count} strikes in the period shown."], { count: rows })} ${this.scope.say(HINT)}`;
    if (this.head.textContent !== text) this.head.textContent = text;
  }

  /** After a step: what the pointer is told, and the bars in the order of what they show, but not under a hand. */
  rest() {
    if (!this.window) return;
    this.tell();
    if (isUnderHand(this.box) || this.findFocused()) return;
    for (const { sums, list } of this.lists) list.arrange(sums.orderOf(sums.count(...this.window)));
  }

  tell() {
    for (const { list } of this.window ? this.lists : []) list.tell(this.scope.say);
  }
}

module.exports = { CountsView };
