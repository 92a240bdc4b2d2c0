"use strict";
// The legend on the map: colours with their counts in the window, shapes, and the ways to show.

const { sizeOf } = require("../data/sources.js");
const { COLOUR_BY } = require("../look/colour_groups.js");
const { make } = require("../look/elements.js");
const { wordCircle, wordRangeMark, wordShade } = require("../terms/meanings.js");

const { format: number } = new Intl.NumberFormat("en");

const SHAPES = {
  clusters: [
    ["strike-area", "known only to the area"],
    ["strike-imprecise", "day not known, only week, month or year"],
    ["strike-radius", "true place lies inside, 9 in 10"],
  ],
  areas: [],
  density: [["strike-area", "known only to the area"]],
};
const RANGE_SWATCH = { clusters: "strike-range", areas: "strike-bar" };
const MODES = [
  ["show", "Show", { clusters: "clusters", areas: "governorates", density: "density" }],
  ["colour", "Colour", COLOUR_BY],
  ["size", "Size", { count: "strikes", killed_min: "killed, lower bounds", killed_max: "killed, upper bounds", per_source: "strikes per source" }],
  ["told_by", "Told by", { "": "all sources" }],
  ["labels", "Names", { en: "English", ar: "العربية" }],
  ["base_layer", "Ground", { quiet: "offline map", online: "OpenStreetMap" }],
];

function entry(swatchName, text) {
  const swatch = make("span", { name: `strike-swatch ${swatchName}` });
  swatch.setAttribute("aria-hidden", "true");
  const words = make("span", { text });
  return { item: make("li", { children: [swatch, words] }), swatch, text: words };
}

/** [swatch, words] of what is drawn beside the colours. */
function meaningsOf(modes) {
  const { show } = modes;
  const shade = show === "clusters" ? [] : [["strike-shade", wordShade(modes)]];
  const circle = show === "clusters" ? [["strike-many", wordCircle(modes)]] : [];
  const range = wordRangeMark(modes);
  return [...shade, ...circle, ...SHAPES[show], ...(range ? [[RANGE_SWATCH[show], range]] : [])];
}

function optionsOf(words) {
  return words.map(([value, text]) => {
    const option = make("option", { text });
    option.value = value;
    return option;
  });
}

function chooser([name, label, words], setMode) {
  const select = make("select", { children: optionsOf(Object.entries(words)) });
  select.setAttribute("aria-label", label);
  select.addEventListener("change", () => setMode(name, select.value));
  const row = make("label", { name: "strike-mode", children: [make("span", { text: label }), select] });
  return { name, select, row };
}

/** Ways to show that areas alone have: the sources, with the strikes that each reports, and one size more. */
function offerForAreas(byName, { modes, sources }) {
  const areas = modes.show === "areas";
  const { row, select } = byName.told_by;
  row.hidden = !areas;
  const offered = sources.map(([name, count]) => [name, `${name}: ${count.toLocaleString("en")}`]);
  select.replaceChildren(...optionsOf([["", "all sources"], ...offered]));
  const [perSource] = [...byName.size.select.options].filter(({ value }) => value === "per_source");
  perSource.hidden = perSource.disabled = !areas;
}

/** A legend that folds: { element, show(groups, counts, { modes, undated, sources }) }, counts by colour group. */
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
  const byName = Object.fromEntries(choosers.map((made) => [made.name, made]));
  let [shown, numbers, offered] = ["", [], null];
  const build = ({ names, colours: hues, column }, counts, { modes, undated }) => {
    const chosen = { ...modes, size: sizeOf(modes) };
    for (const { name, select } of choosers) select.value = chosen[name];
    if (!byName.told_by.select.value) byName.told_by.select.value = ""; // no such source here: all
    colours.hidden = byName.colour.row.hidden = modes.show !== "clusters";
    numbers = [];
    colours.replaceChildren(...names.flatMap((name, group) => {
      if (!counts[group]) return [];
      const { item, swatch, text } = entry("", `${name} `);
      swatch.style.background = hues[group];
      numbers.push([group, text.appendChild(document.createTextNode(""))]);
      return [item];
    }));
    if (undated) colours.append(entry("strike-undated", `Undated, in the list only ${number(undated)}`).item);
    shapes.replaceChildren(...meaningsOf(chosen).map(([name, text]) => entry(name, text).item));
  };
  return {
    element,
    /** At most steps only the numbers change. */
    show(groups, counts, { modes, undated, sources }) {
      const now = [groups.column, ...groups.names, ...counts.map(Boolean), undated, ...Object.values(modes)].join();
      if (shown !== now || sources !== offered) {
        offerForAreas(byName, { modes, sources });
        build(groups, counts, { modes, undated });
      }
      [shown, offered] = [now, sources];
      for (const [group, node] of numbers) {
        const text = number(counts[group]);
        if (node.data !== text) node.data = text;
      }
    },
  };
}

module.exports = { makeLegend };
