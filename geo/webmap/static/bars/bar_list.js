"use strict";
// The bars of one dimension: a button a key, of which a click filters; steps change numbers and widths alone.

const { number, say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { STRIKES } = require("../terms/nouns.js");
const { wordPeopleKilled, wordToll } = require("../terms/words.js");

const FIRST = 8; // bars shown before "show all"; keys in a fixed order are shown at once
const MISSING = -1; // a bound that is not given
const MOST_TIED = 3; // names that are told of those with equal numbers

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
  const text = document.createTextNode("");
  const count = make("span", { name: "strike-bar-count", text: "" });
  count.append(text);
  const element = make(choose ? "button" : "div", { name: "strike-bar-row", children: [name, count, track] });
  if (unknown) element.classList.add("strike-bar-unknown");
  if (choose) element.addEventListener("click", choose);
  const shown = { text: "", low: 0, high: 0 };
  const stretch = (part, name, share) => {
    if (share !== shown[name]) part.style.transform = `scaleX(${(shown[name] = share)})`;
  };
  element.classList.add("strike-bar-empty");
  return {
    element, item: make("li", { children: [element] }),
    /** Shows a key's sums, its bar as a share of `full`: what is as before is not written to the page. */
    show({ text: now, low, high }) {
      if (now !== shown.text) text.data = shown.text = now;
      if ((high === 0) !== (shown.high === 0)) element.classList.toggle("strike-bar-empty", high === 0);
      stretch(least, "low", low);
      stretch(most, "high", high);
    },
    tell(title) {
      if (element.title !== title) element.title = title;
    },
    press: (pressed) => choose && element.setAttribute("aria-pressed", String(pressed)),
  };
}

/** A length as a share of the longest, to a thousandth: what is finer nobody sees. */
const share = (value, full) => Math.round((value / full) * 1000) / 1000;

/** What a bar shows of sums: its number, and its lengths as shares of `full`. */
function describeBar(sums, { full, measure }) {
  if (measure === "strikes") return { text: number(sums.rows), low: share(sums.rows, full), high: share(sums.rows, full) };
  const range = wordPeople(sums);
  const text = sums.rows ? say("{range} ({some} of {all})", { range, some: sums.given, all: sums.rows }) : range;
  return { text, low: share(sums.least ?? 0, full), high: share(sums.most ?? 0, full) };
}

/** What a pointer and a screen reader are told of a bar's sums. */
function titleBar(sums, { measure, say, label, strikes }) {
  if (measure === "strikes") return say("{name}: {words}", { name: label, words: say(STRIKES, { count: sums.rows }) });
  const range = wordPeople(sums);
  return `${label}: ${wordPeopleKilled(strikes, range)}; ${say("{some} of {all} strikes give a figure", { some: sums.given, all: sums.rows })}`;
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
  const first = names.slice(0, MOST_TIED).join(", ");
  const told = names.length > MOST_TIED ? say("{names} and {count} more", { names: first, count: names.length - MOST_TIED }) : first;
  return say(names.length > 1 ? "Most killed, at least {most} each: {names}" : "Most killed, at least {most}: {names}", { most, names: told });
}

/** The first `many` keys of an order, those that are pressed among them wherever they stand: what is out of sight cannot be let go. */
function firstOf(order, many, isPressed) {
  let free = many - order.filter(isPressed).length;
  return order.filter((key) => isPressed(key) || free-- > 0);
}

/**
 * The bars of a dimension: { element, show(counted, { measure, strikes }), tell(say), arrange(order), press(isChosen),
 * openAll(), opened, valueOf(element), focusOn(value) }. valueOf: what the bar of an element filters by, undefined for others; `order` are
 * keys; `choose(option)` is called by a click, null where the dimension filters nothing.
 */
function makeBarList({ fixed, options }, order, { title, choose }) {
  const first = fixed || order.length <= FIRST + 1 ? order.length : FIRST;
  const list = make("ul", { name: "strike-bar-list" });
  const more = make("button", { name: "strike-more", text: say("Show all {count}", { count: order.length }) });
  const lead = make("p", { name: "strike-bar-note", text: "" });
  const element = make("section", { name: "strike-bar-section", children: [make("h4", { text: title }), lead, list, more] });
  const bars = new Map(); // by key; a bar that has been made is kept, shown or not
  let [shown, opened, last, pressed] = [[], false, null, () => false];
  const barAt = (key) => {
    if (!bars.has(key)) {
      const bar = barOf(options[key], choose && (() => choose(options[key])));
      bar.press(pressed(options[key]));
      bars.set(key, bar);
    }
    return bars.get(key);
  };
  const show = (counted, given) => {
    last = [counted, given];
    const { full } = counted;
    const most = given.measure === "killed" ? wordMost(counted, options) : "";
    if (lead.textContent !== most) lead.textContent = most;
    lead.hidden = !most;
    for (const key of shown) barAt(key).show(describeBar(counted.at(key), { ...given, full }));
  };
  const tell = (say) => {
    const [counted, { measure, strikes }] = last;
    for (const key of shown) barAt(key).tell(titleBar(counted.at(key), { measure, strikes, say, label: options[key].label }));
  };
  const arrange = (keys) => {
    order = keys;
    const now = opened ? order : firstOf(order, first, (key) => pressed(options[key]));
    more.hidden = now.length >= order.length;
    if (now.join() === shown.join()) return;
    shown = now;
    list.replaceChildren(...shown.map((key) => barAt(key).item));
    if (last) show(...last);
  };
  const openAll = () => {
    opened = true;
    arrange(order);
  };
  more.addEventListener("click", () => {
    openAll();
    list.children[first]?.querySelector("button")?.focus();
  });
  arrange(order);
  const barOfValue = (value) => shown.filter((key) => options[key].value === value).map(barAt)[0];
  return {
    element, arrange, openAll, show, tell,
    valueOf: (sought) => options[shown.find((key) => barAt(key).element === sought)]?.value,
    focusOn(value) {
      if (!barOfValue(value)) openAll();
      barOfValue(value)?.element.focus({ preventScroll: true });
    },
    get opened() {
      return opened;
    },
    press(isChosen) {
      pressed = isChosen;
      for (const [key, bar] of bars) bar.press(isChosen(options[key]));
      arrange(order);
    },
  };
}

module.exports = { describeBar, firstOf, makeBarList, titleBar, wordMost, wordPeople };
