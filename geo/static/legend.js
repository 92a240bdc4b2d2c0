"use strict";
// The legend on the map: colours with their counts in the window, and what the shapes mean.

const { make } = require("./popups.js");
const { GROUPS, GROUP_COLOURS } = require("./theme.js");
const { capital, wordKind } = require("./words.js");

const SHAPES = [
  ["strike-many", "strikes close together"],
  ["strike-area", "known only to the area"],
  ["strike-vague", "date known to week or month"],
  ["strike-radius", "holds the place, 9 in 10"],
];

function entry(swatchName, text) {
  const swatch = make("span", { name: `strike-swatch ${swatchName}` });
  swatch.setAttribute("aria-hidden", "true");
  return { item: make("li", { children: [swatch, make("span", { text })] }), swatch };
}

/** A legend that folds: { element, show(counts) }, counts by colour group. */
function makeLegend(open) {
  const kinds = make("ul");
  const shapes = make("ul", { children: SHAPES.map(([name, text]) => entry(name, text).item) });
  const element = make("details", {
    name: "strike-legend",
    children: [make("summary", { text: "Legend" }), kinds, shapes],
  });
  element.open = open;
  let shown = "";
  return {
    element,
    show(counts) {
      if (shown === counts.join()) return;
      shown = counts.join();
      kinds.replaceChildren(...GROUPS.flatMap((kind, group) => {
        if (!counts[group]) return [];
        const { item, swatch } = entry("", `${capital(wordKind(kind))} ${counts[group].toLocaleString("en")}`);
        swatch.style.background = GROUP_COLOURS[kind];
        return [item];
      }));
    },
  };
}

module.exports = { makeLegend };
