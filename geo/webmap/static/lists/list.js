"use strict";
// Lists of strikes: every entry a button that chooses its strike; only what is seen is in the page.

const { number, say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { describe, wordPlace, wordTollShort } = require("../terms/words.js");
const { ORDERS, sortRows } = require("./sorting.js");
const { VirtualList } = require("./virtual.js");

const HEIGHTS = { heading: 30, entry: 48, reason: 68 }; // CSS pixels, as lists.css has them

function listEntry(strike, choose) {
  const button = make("button", {
    name: "strike-entry",
    children: [
      make("span", { text: wordPlace(strike) }),
      make("small", {
        text: [strike.datesShort, strike.kind, wordTollShort(strike)].join(" · "),
      }),
    ],
  });
  button.title = wordPlace(strike);
  button.dataset.row = strike.row;
  button.addEventListener("click", () => choose(strike.row));
  const entry = make("li", { children: [button] });
  if (strike.status !== "located" && strike.matchReason) {
    const reason = make("p", { name: "strike-reason", text: strike.matchReason });
    reason.title = strike.matchReason;
    entry.append(reason);
  }
  return entry;
}

function sortMenu(order, act) {
  const menu = document.createElement("select");
  menu.setAttribute("aria-label", say("Sort the list"));
  for (const [value, label] of Object.entries(ORDERS)) menu.append(new Option(say(label), value, false, value === order));
  menu.addEventListener("change", () => act(menu.value));
  return make("label", { name: "strike-sort", children: [say("Sorted: "), menu] });
}

/** A list of strikes in parts, sortable: { element, show(strikes, texts, parts) }, parts [heading, rows, all] where these are some of `all`. */
class StrikeList {
  constructor(choose) {
    this.order = "date";
    this.virtual = new VirtualList((item) => item.row === undefined
      ? make("li", { name: "strike-part", children: [make("h4", { text: item.heading })] })
      : listEntry(describe(this.strikes, this.texts, item.row), choose));
    this.menu = sortMenu(this.order, (order) => {
      this.order = order;
      this.fill();
    });
    this.rest = make("p", { name: "strike-reason", text: "" });
    this.element = make("div", { name: "strike-listed", children: [this.menu, this.virtual.element, this.rest] });
  }

  show(strikes, texts, parts) {
    Object.assign(this, { strikes, texts, parts });
    this.menu.hidden = parts.every(([, rows]) => rows.length < 2);
    this.fill();
  }

  /** Gives the focus to a row's entry; false where it is not listed. */
  focusRow(row) {
    this.virtual.attach(this.element.closest(".strike-drawer-body"));
    return this.virtual.focusRow(row);
  }

  fill() {
    const { strikes, texts } = this;
    const reasons = texts.texts.match_reason;
    const located = strikes.statuses.indexOf("located");
    const heightOf = (row) =>
      strikes.columns.status[row] !== located && reasons?.[0][row] > 0 ? HEIGHTS.reason : HEIGHTS.entry;
    const items = this.parts.flatMap(([heading, rows, all = rows.length]) => {
      const counted = rows.length < all ? say("{some} of {all}", { some: rows.length, all }) : number(rows.length);
      const head = heading ? [{ heading: say("{name}: {words}", { name: heading, words: counted }), height: HEIGHTS.heading }] : [];
      const entries = sortRows(strikes, texts, rows, this.order).map((row) => ({ row, height: heightOf(row) }));
      return [...head, ...entries];
    });
    this.virtual.show(items);
    const { left } = this.virtual;
    this.rest.textContent = left ? say("{count} more are not listed: choose fewer by filters or the period.", { count: left }) : "";
    this.rest.hidden = !left;
  }
}

/** A titled list of strikes: { content, list }, the second a StrikeList. */
function listContent(strikes, texts, { title, parts, choose }) {
  const list = new StrikeList(choose);
  list.show(strikes, texts, parts);
  return { list, content: make("section", { name: "strike-read", children: [make("h3", { text: title }), list.element] }) };
}

module.exports = { StrikeList, listContent };
