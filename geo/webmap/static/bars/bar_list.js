"use strict";
// The bars of one dimension: a button a key, of which a click filters; steps change numbers and widths alone.

const { make } = require("../look/elements.js");
const { wordToll } = require("../terms/words.js");

const FIRST = 8; // bars shown before "show all"; keys in a fixed order are shown at once
const MISSING = -1; // a bound that is not given
const MOST_TIED = 3; // names that are told of those with equal numbers
const number = (count) => count.toLocaleString("en");

/** People as a range: "12", "5–19", "70+", "up to 12"; "–" where no row gives a figure. */
function wordPeople({ least, most, bounded, open }) {
  if (most === null) return "–";
  return open ? wordToll(least, MISSING) : wordToll(bounded ? least : MISSING, most);
}

function barOf({ label, unknown }, choose) {
  const name = make("span", { name: "strike-bar-name", text: label });
  const [most, least] = ["most", "least"].map((bound) => make("span", { name: `strike-bar-${bound}` }));
  const track = make("span", { name: "strike-bar-track", children: [most, least] });
  track.setAttribute("aria-hidden", "true");
  const count = make("span", { name: "strike-bar-count", text: "" });
  const element = make(choose ? "button" : "div", { name: "strike-bar-row", children: [name, count, track] });
  if (unknown) element.classList.add("strike-bar-unknown");
  if (choose) {
    element.addEventListener("click", choose);
  }
  let shown = "";
  return {
    element,
    /** Shows a key's sums, its bar as a share of `full`. */
    show({ text, title, low, high }) {
      const now = [text, title, low, high].join();
      if (now === shown) return;
      shown = now;
      count.textContent = text;
      element.title = title;
      most.style.transform = `scaleX(${high})`;
      least.style.transform = `scaleX(${low})`;
      element.classList.toggle("strike-bar-empty", high === 0);
    },
    press: (pressed) => choose && element.setAttribute("aria-pressed", String(pressed)),
  };
}

/** What a bar says of sums: its number, what a screen reader and a pointer are told, and its lengths as shares of `full`. */
function describeBar(sums, { full, measure, say, label }) {
  if (measure === "strikes") {
    const text = number(sums.rows);
    return { text, title: `${label}: ${say(`${text} strikes`)}`, low: sums.rows / full, high: sums.rows / full };
  }
  const range = wordPeople(sums);
  const rests = `${number(sums.given)} of ${number(sums.rows)}`;
  const of = say(`${rests} strikes give a figure`);
  const people = range === "–" ? "people killed not reported" : `${range} killed, as reported`;
  const text = sums.rows ? `${range} (${rests})` : range;
  return { text, title: `${label}: ${people}; ${of}`, low: (sums.least ?? 0) / full, high: (sums.most ?? 0) / full };
}

/** Which key has the most killed for sure, by the lower bound, in words; all of them where several have as many. */
function wordMost(counted, options) {
  let [most, names] = [0, []];
  options.forEach(({ label }, key) => {
    const least = counted.at(key).least ?? 0;
    if (least > most) [most, names] = [least, []];
    if (least && least === most) names.push(label);
  });
  if (!names.length) return "";
  const told = names.slice(0, MOST_TIED).join(", ") + (names.length > MOST_TIED ? ` and ${number(names.length - MOST_TIED)} more` : "");
  return names.length > 1 ? `Most killed, at least ${number(most)} each: ${told}` : `Most killed, at least ${number(most)}: ${told}`;
}

/**
 * The bars of a dimension: { element, show(counted, { measure, say }), press(isChosen), openAll(), opened,
 * valueOf(element), focusOn(value) }: what the bar of an element filters by, undefined for others. `order` are keys, `choose(option)` is called by a click, null where the dimension filters nothing.
 */
function makeBarList({ fixed, options }, order, { title, choose }) {
  const first = fixed || order.length <= FIRST + 1 ? order.length : FIRST;
  const list = make("ul", { name: "strike-bar-list" });
  const more = make("button", { name: "strike-more", text: `Show all ${number(order.length)}` });
  const lead = make("p", { name: "strike-bar-note", text: "" });
  const element = make("section", { name: "strike-bar-section", children: [make("h4", { text: title }), lead, list, more] });
  const bars = new Map();
  let [last, pressed] = [null, () => false];
  const add = (keys) => {
    for (const key of keys) {
      const bar = barOf(options[key], choose && (() => choose(options[key])));
      bar.press(pressed(options[key]));
      bars.set(key, bar);
      list.append(make("li", { children: [bar.element] }));
    }
    more.hidden = bars.size >= order.length;
  };
  const show = (counted, given) => {
    last = [counted, given];
    const { full } = counted;
    const most = given.measure === "killed" ? wordMost(counted, options) : "";
    if (lead.textContent !== most) lead.textContent = most;
    lead.hidden = !most;
    for (const [key, bar] of bars) bar.show(describeBar(counted.at(key), { ...given, full, label: options[key].label }));
  };
  const openAll = () => {
    add(order.slice(bars.size));
    if (last) show(...last);
  };
  more.addEventListener("click", () => {
    openAll();
    list.children[first]?.querySelector("button")?.focus();
  });
  add(order.slice(0, first));
  const barOfValue = (value) => [...bars].find(([key]) => options[key].value === value)?.[1];
  return {
    element, openAll, show,
    valueOf: (sought) => options[[...bars].find(([, bar]) => bar.element === sought)?.[0]]?.value,
    focusOn(value) {
      if (!barOfValue(value)) openAll();
      barOfValue(value)?.element.focus({ preventScroll: true });
    },
    get opened() {
      return bars.size > first;
    },
    press(isChosen) {
      pressed = isChosen;
      for (const [key, bar] of bars) bar.press(isChosen(options[key]));
    },
  };
}

module.exports = { describeBar, makeBarList, wordMost, wordPeople };
