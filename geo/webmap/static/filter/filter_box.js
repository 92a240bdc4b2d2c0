"use strict";
// The filter box over the map: check boxes with counts, a search, and what they let through.

const { means } = require("./choices.js");
const { countFilters } = require("./filters.js");
const { number, say } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { activeIn } = require("../look/focus.js");
const { fold } = require("../terms/fold.js");

const REST_MS = 250; // the hand rests before what it types is searched
const SEARCH = "Search place, actor or target";
const MANY = 12; // options; more of them can be searched
const FIELDS = [
  { field: "kinds", label: "Kind" },
  { field: "governorates", label: "Governorate", folds: true },
  { field: "districts", label: "District", folds: true },
  { field: "actors", label: "Actor, as alleged", folds: true },
  { field: "statuses", label: "Location" },
];

function input(type, label) {
  const made = document.createElement("input");
  made.type = type;
  made.setAttribute("aria-label", label);
  made.autocomplete = "off";
  return made;
}

/** One option: { row, box, show(checked, count) }. */
function optionRow({ label }, toggle) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => toggle(box.checked));
  const count = make("span", { name: "strike-count", text: "" });
  const row = make("label", { name: "strike-option", children: [box, make("span", { text: label }), " ", count] });
  return {
    row,
    show(checked, rows) {
      box.checked = checked;
      count.textContent = number(rows);
      row.classList.toggle("strike-none", rows === 0 && !checked);
    },
  };
}

/** A field's options: { element, call(say), show(options, chosen) }; `choose(values)` takes what is chosen then. */
function optionGroup({ label, folds }, choose) {
  const list = make("div", { name: "strike-options" });
  const find = input("search", say("Find in {group}", { group: label }));
  find.placeholder = say("Find");
  const chosenWords = make("span", { name: "strike-chosen", text: say("all") });
  const heading = make(folds ? "b" : "legend", { text: label });
  const set = make("fieldset", { children: [...(folds ? [] : [heading]), find, list] });
  const element = folds
    ? make("details", { children: [make("summary", { children: [heading, " ", chosenWords] }), set] })
    : set;
  let [drawn, entries, values] = ["", [], []];
  const toggle = (option, checked) => {
    const others = values.filter((value) => !means(value, option));
    choose(checked ? [...others, option.value] : others);
  };
  const narrow = () => {
    const sought = fold(find.value);
    entries.forEach(([option, { row }]) => (row.hidden = !fold(option.label).includes(sought)));
  };
  find.addEventListener("input", narrow);
  const call = (say) => {
    heading.textContent = say(label);
    find.setAttribute("aria-label", say("Find in {group}", { group: say(label) }));
    if (folds) set.setAttribute("aria-label", say(label));
  };
  call(say);
  return {
    element, call,
    show(known, chosen) {
      values = chosen;
      const strange = chosen.filter((value) => !known.some((option) => means(value, option)));
      const options = [...known, ...strange.map((value) => ({ value, label: value, count: 0 }))];
      element.hidden = !options.length;
      const now = JSON.stringify(options.map(({ value, label }) => [value, label]));
      if (now !== drawn) {
        drawn = now;
        entries = options.map((option) => [option, optionRow(option, (checked) => toggle(option, checked))]);
        list.replaceChildren(...entries.map(([, { row }]) => row));
        find.hidden = options.length <= MANY;
        narrow();
      }
      const isChosen = (option) => chosen.some((value) => means(value, option));
      options.forEach((option, i) => entries[i][1].show(isChosen(option), option.count));
      chosenWords.textContent = options.filter(isChosen).map((option) => option.label).join(", ") || say("all");
    },
  };
}

/** The search: { element, show(text) }; a rest of the hand, or Enter, searches. */
function searchField(search) {
  const field = input("search", say(SEARCH));
  field.placeholder = say(SEARCH);
  let timer = null;
  const send = () => {
    clearTimeout(timer);
    timer = null;
    search(field.value);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, REST_MS);
  });
  field.addEventListener("keydown", (event) => event.key === "Enter" && send());
  return {
    element: field,
    show(text) {
      if (timer === null && activeIn(field) !== field) field.value = text;
    },
    clear() {
      clearTimeout(timer);
      timer = null;
      field.value = "";
    },
    /** Searches what was typed last, now. */
    flush: () => timer !== null && send(),
    stop: () => clearTimeout(timer),
  };
}

/**
 * Puts a closed filter box into the frame's left side, opened by `opener`, a button. acts: { choose(part of
 * the filters), clear(), undo(), opened() }. { element, show(filters, choices, words, say), offerUndo(there), shut(), destroy() }, `say` that of terms/nouns.js.
 */
function makeFilterBox(container, { opener, acts }) {
  const search = searchField((text) => acts.choose({ text }));
  const groups = FIELDS.map((part) => [part.field, optionGroup(part, (values) => acts.choose({ [part.field]: values }))]);
  const passing = make("p", { name: "strike-passing", text: "" });
  const clear = makeButton(say("Clear"), () => (search.clear(), acts.clear()), { name: "strike-clear", label: say("Clear all filters") });
  const undo = makeButton(say("Undo"), () => (search.clear(), acts.undo()), {
    name: "strike-undo", label: say("Undo the last filter"), title: say("Filter as before (Ctrl+Z)"),
  });
  const close = makeButton("×", () => shutByHand(), { name: "strike-close", label: say("Close the filters") });
  const body = make("div", {
    name: "strike-filters-body",
    children: [
      search.element, ...groups.map(([, { element }]) => element),
      make("p", { name: "strike-hint", text: say("Nothing ticked lets everything through. Counts are of all dates.") }),
    ],
  });
  const foot = make("div", { name: "strike-filters-foot", children: [passing, undo, clear] });
  const head = make("div", { name: "strike-filters-head", children: [make("h3", { text: say("Filter") }), close] });
  const element = make("section", { name: "strike-filters", children: [head, body, foot] });
  element.setAttribute("aria-label", say("Filters"));
  element.tabIndex = -1;
  element.hidden = true;
  container.append(element);
  const mark = () => opener.setAttribute("aria-expanded", String(!element.hidden));
  const shut = () => {
    element.hidden = true;
    mark();
    search.flush();
  };
  const open = () => {
    element.hidden = false;
    acts.opened();
    mark();
    element.focus({ preventScroll: true });
  };
  const shutByHand = () => {
    shut();
    opener.focus({ preventScroll: true });
  };
  const toggle = () => (element.hidden ? open() : shut());
  opener.addEventListener("click", toggle);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // a search field would empty itself
    shutByHand();
  });
  mark();
  return {
    element, shut,
    show(filters, choices, words, say) {
      for (const [, group] of groups) group.call(say);
      const on = countFilters(filters);
      opener.textContent = on ? say("Filter ({on})", { on }) : say("Filter");
      search.show(filters.text);
      passing.textContent = words;
      clear.setAttribute("aria-disabled", String(!on)); // it keeps the focus
      if (choices) for (const [field, group] of groups) group.show(choices[field], filters[field]);
    },
    offerUndo: (there) => undo.setAttribute("aria-disabled", String(!there)), // it keeps the focus
    destroy() {
      search.stop();
      opener.removeEventListener("click", toggle);
      element.remove();
    },
  };
}

module.exports = { makeFilterBox };
