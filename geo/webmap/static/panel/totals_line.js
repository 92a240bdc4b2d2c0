"use strict";
// The totals line: of what has no point or no date a quiet link opens the list.

const { partTotals } = require("../counting/totals.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");

const LISTS = [
  ["areaOnly", "List the strikes known only to a governorate or district"],
  ["unlocated", "List the strikes that are not located, with the reasons"],
  ["undated", "List the strikes without a date"],
];

/** How many strikes a list has: the undated are listed also where a period leaves them out of all counts. */
function countOf(totals, name) {
  return name === "undated" ? totals.undated + totals.leftOut : totals[name];
}

/** The totals line: { element, call(say), show(totals) }; a text is written only where it has changed. */
function makeTotalsLine(openListOf) {
  const lead = make("span", { text: "" });
  const buttons = LISTS.map(([name, title]) => {
    const button = make("button", { name: "strike-list-link", text: "" });
    button.title = say(title);
    button.addEventListener("click", () => button.getAttribute("aria-disabled") !== "true" && openListOf(name));
    return button;
  });
  const element = make("p", { name: "strike-totals", children: [lead, ...buttons.flatMap((button) => [" · ", button])] });
  const parts = [lead, ...buttons];
  const shown = parts.map(() => "");
  return {
    element,
    /** Says the buttons' titles as rows and areas are called. */
    call(say) {
      buttons.forEach((button, i) => (button.title = say(LISTS[i][1])));
    },
    show(totals) {
      partTotals(totals).forEach((text, i) => {
        if (shown[i] === text) return;
        shown[i] = text;
        parts[i].textContent = text;
        // A button that is disabled outright would lose the focus.
        if (i) parts[i].setAttribute("aria-disabled", String(countOf(totals, LISTS[i - 1][0]) === 0));
      });
    },
  };
}

module.exports = { makeTotalsLine };
