"use strict";
// The legend on the map: colours with their counts in the window, shapes, and the ways to show.

const { COLOUR_BY } = require("./groups.js");
const { make } = require("./popups.js");

const SHAPES = {
  clusters: [
    ["strike-many", "strikes close together"],
    ["strike-area", "known only to the area"],
    ["strike-vague", "date known to week or month"],
    ["strike-radius", "holds the place, 9 in 10"],
  ],
  areas: [["strike-shade", "darker: more in the governorate"]],
  density: [["strike-shade", "darker: more in the square"], ["strike-area", "known only to the area"]],
};
const PEOPLE = ["strike-many", "people killed, as reported; –: not reported"];
const MODES = [
  ["show", "Show", { clusters: "clusters", areas: "governorates", density: "density" }],
  ["colour", "Colour", COLOUR_BY],
  ["size", "Size", { count: "strikes", killed_min: "killed, at least", killed_max: "killed, at most" }],
  ["labels", "Names", { en: "English", ar: "العربية" }],
  ["ground", "Ground", { quiet: "offline map", online: "OpenStreetMap" }],
];

function entry(swatchName, text) {
  const swatch = make("span", { name: `strike-swatch ${swatchName}` });
  swatch.setAttribute("aria-hidden", "true");
  return { item: make("li", { children: [swatch, make("span", { text })] }), swatch };
}

function chooser([name, label, words], setMode) {
  const select = make("select", {
    children: Object.entries(words).map(([value, text]) => {
      const option = make("option", { text });
      option.value = value;
      return option;
    }),
  });
  select.setAttribute("aria-label", label);
  select.addEventListener("change", () => setMode(name, select.value));
  const row = make("label", { name: "strike-mode", children: [make("span", { text: label }), select] });
  return { name, select, row };
}

/** A legend that folds: { element, show(groups, counts, { modes, undated }) }, counts by colour group. */
function makeLegend(open, setMode) {
  const colours = make("ul");
  const shapes = make("ul");
  const choosers = MODES.map((mode) => chooser(mode, setMode));
  const element = make("details", {
    name: "strike-legend",
    children: [
      make("summary", { text: "Legend" }), colours, shapes, ...choosers.map(({ row }) => row),
    ],
  });
  element.open = open;
  let shown = "";
  return {
    element,
    show(groups, counts, { modes, undated }) {
      const now = [groups.column, ...groups.names, ...counts, undated, ...Object.values(modes)].join();
      if (shown === now) return;
      shown = now;
      for (const { name, select } of choosers) select.value = modes[name];
      colours.hidden = modes.show !== "clusters";
      colours.replaceChildren(...groups.names.flatMap((name, group) => {
        if (!counts[group]) return [];
        const { item, swatch } = entry("", `${name} ${counts[group].toLocaleString("en")}`);
        swatch.style.background = groups.colours[group];
        return [item];
      }));
      if (undated) colours.append(entry("strike-undated", `Undated, in the list only ${undated.toLocaleString("en")}`).item);
      const people = modes.size === "count" ? [] : [PEOPLE];
      const meant = [...SHAPES[modes.show], ...people];
      shapes.replaceChildren(...meant.map(([name, text]) => entry(name, text).item));
    },
  };
}

module.exports = { makeLegend };
