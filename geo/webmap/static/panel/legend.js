"use strict";
// The legend on the map: colours with their counts in the window, shapes, and the ways to show.

const { wordSource } = require("../data/sources.js");
const { number, say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { activeIn } = require("../look/focus.js");
const { remember } = require("../look/remembered.js");
const { DRAWN } = require("../map/contested.js");
const { drawSizes, sizesBox, wordSizes } = require("../marks/size_legend.js");
const { isOffered, isSizeOffered, legendOf, modeOf, sizeOf } = require("../modes/modes.js");
const { WAYS } = require("../modes/ways.js");
const { capital, wordUndated } = require("../terms/words.js");

const LAYER_SAMPLE = { width: 22, height: 14 }; // CSS pixels of layers.css

function entry(swatchName, text) {
  const swatch = make("span", { name: `strike-swatch ${swatchName}` });
  swatch.setAttribute("aria-hidden", "true");
  const words = make("span", { text });
  return { item: make("li", { children: [swatch, words] }), swatch, text: words };
}

function optionsOf(words) {
  return words.map(([value, text]) => {
    const option = make("option", { text });
    option.value = value;
    return option;
  });
}

/** The values of a way to show with what they are called: names of languages stay in these. */
function wordsOf(words) {
  return Object.entries(words).map(([value, text]) => [value, say(text)]);
}

function chooser([name, { label, words }], setMode) {
  const select = make("select", { children: optionsOf(wordsOf(words)) });
  select.setAttribute("aria-label", say(label));
  select.addEventListener("change", () => setMode(name, select.value));
  const row = make("label", { name: "strike-mode", children: [make("span", { text: say(label) }), select] });
  return { name, select, row };
}

/** Ways to show that a mode has and others lack: the sources, with the strikes that each reports, and sizes. */
function offerForMode(byName, { modes, sources, strikes }) {
  const { bySource } = modeOf(modes);
  const { row, select } = byName.told_by;
  row.hidden = !bySource;
  const offered = sources.map(([name, count]) => [name, say("{name}: {words}", { name: wordSource(name), words: number(count) })]);
  select.replaceChildren(...optionsOf([...wordsOf(WAYS.told_by.words), ...offered]));
  for (const option of byName.show.select.options) {
    option.hidden = option.disabled = !isOffered(modeOf({ show: option.value }), strikes, modes);
  }
  for (const option of byName.size.select.options) option.hidden = option.disabled = !isSizeOffered(option.value, strikes, modes);
}

/** What is said of contested land in view, folded: { element, show(texts) }. */
function contestedPart() {
  const swatch = make("span", { name: "strike-swatch strike-contested" });
  swatch.setAttribute("aria-hidden", "true");
  const element = make("details", { name: "strike-notes-contested" });
  element.hidden = true;
  let shown = "";
  return {
    element,
    show(texts) {
      const now = texts.join("\n");
      if (now === shown) return;
      shown = now;
      element.hidden = !texts.length;
      const summary = make("summary", { children: [swatch, make("span", { text: say("contested land") })] });
      element.replaceChildren(summary, ...[...texts, say(DRAWN)].map((text) => make("p", { text })));
    },
  };
}

/** A drawing of some CSS pixels, { width, height }: draw(context) fills it. */
function sample({ width, height }, draw) {
  const canvas = make("canvas");
  const dense = globalThis.devicePixelRatio || 1;
  [canvas.width, canvas.height] = [Math.ceil(width * dense), Math.ceil(height * dense)];
  [canvas.style.width, canvas.style.height] = [`${canvas.width / dense}px`, `${canvas.height / dense}px`];
  const context = canvas.getContext("2d");
  context.scale(dense, dense);
  draw(context);
  return canvas;
}

/** Nested circles with what they stand for; none where sizes say nothing. */
function sizesPart(sizes, theme) {
  if (!sizes?.length) return [];
  const box = sizesBox(sizes);
  const canvas = sample(box, (context) => drawSizes(context, [0, box.height / 2], sizes, theme));
  canvas.className = "strike-sizes";
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", wordSizes(sizes));
  return [canvas];
}

/** The numbers that colours and sizes stand for: { element, show(scale, theme) }, of the modes' scaleOf. */
function scalePart() {
  const element = make("div", { name: "strike-scale-part" });
  let shown = "";
  return {
    element,
    show(scale, theme) {
      const now = JSON.stringify([scale, theme.dark]);
      if (now === shown) return;
      shown = now;
      const rows = (scale?.steps ?? []).map(({ colour, words }) => {
        const { item, swatch } = entry("strike-step", words);
        if (colour) swatch.style.background = colour;
        return item;
      });
      element.replaceChildren(
        ...(rows.length ? [make("ul", { children: rows })] : []), ...sizesPart(scale?.sizes, theme), ...(scale?.notes ?? []).map((text) => make("p", { text })),
      );
    },
  };
}

/** The person's own layers, each with a switch: { element, show(entries, toggle) }. */
function layersPart() {
  const element = make("ul", { name: "strike-layers" });
  element.hidden = true;
  const row = ({ text, on, number: at, draw }, toggle) => {
    const box = make("input");
    [box.type, box.checked] = ["checkbox", on];
    box.addEventListener("change", () => toggle(at, box.checked));
    const drawn = sample(LAYER_SAMPLE, (context) => draw(context, [0, 7]));
    drawn.setAttribute("aria-hidden", "true");
    return make("li", { children: [make("label", { children: [box, drawn, make("span", { text })] })] });
  };
  return {
    element,
    show(entries, toggle) {
      const inputs = () => [...element.querySelectorAll("input")];
      const at = inputs().indexOf(activeIn(element));
      element.hidden = !entries.length;
      element.replaceChildren(...entries.map((entry) => row(entry, toggle)));
      if (at >= 0) inputs()[at]?.focus();
    },
  };
}

/** The ways to show, which fold apart from what the map's signs mean. */
function waysPart(choosers, open) {
  const element = make("details", { name: "strike-ways", children: [make("summary", { text: say("Ways to show") }), ...choosers.map(({ row }) => row)] });
  element.open = open;
  element.firstChild.addEventListener("click", () => remember("ways", !element.open));
  return element;
}

/** A legend that folds, the ways to show in it by themselves: { element, showScale(scale, theme), showContested(texts), showLayers(entries, toggle), offerOwnTiles(there), show(groups, counts, { modes, undated, sources, strikes, say }) }, counts by colour group. */
function makeLegend({ open, waysOpen, setMode }) {
  const colours = make("ul");
  const shapes = make("ul");
  const choosers = Object.entries(WAYS).filter(([, { aside }]) => !aside).map((way) => chooser(way, setMode));
  const [contested, scale, layers] = [contestedPart(), scalePart(), layersPart()];
  const element = make("details", {
    name: "strike-legend",
    children: [
      make("summary", { text: say("Legend") }), colours, shapes, scale.element, layers.element, contested.element, waysPart(choosers, waysOpen),
    ],
  });
  element.open = open;
  element.firstChild.addEventListener("click", () => remember("legend", !element.open));
  const byName = Object.fromEntries(choosers.map((made) => [made.name, made]));
  let [shown, numbers, offered] = ["", [], null];
  const build = ({ names, colours: hues, column }, counts, { modes, strikes, undated, say }) => {
    const chosen = { ...modes, size: sizeOf(modes) };
    for (const { name, select } of choosers) select.value = chosen[name];
    if (!byName.told_by.select.value) byName.told_by.select.value = ""; // no such source here: all
    colours.hidden = byName.colour.row.hidden = !modeOf(modes).coloured;
    numbers = [];
    colours.replaceChildren(...names.flatMap((name, group) => {
      if (!counts[group]) return [];
      const { item, swatch, text } = entry("", `${name} `);
      swatch.style.background = hues[group];
      numbers.push([group, text.appendChild(document.createTextNode(""))]);
      return [item];
    }));
    if (undated) colours.append(entry("strike-undated", say("{undated}, in the list only {count}", { undated: capital(wordUndated(strikes)), count: undated })).item);
    shapes.replaceChildren(...legendOf(modes).map(({ swatch, words }) => entry(`strike-${swatch}`, say(words)).item));
  };
  return {
    element,
    showScale: scale.show,
    showContested: (texts) => contested.show(texts),
    showLayers: (entries, toggle) => layers.show(entries, toggle),
    offerOwnTiles(there) {
      const { options } = byName.base_layer.select;
      for (const option of options) if (option.value === "own") option.hidden = option.disabled = !there;
    },
    /** At most steps only the numbers change. */
    show(groups, counts, { modes, undated, sources, strikes, say }) {
      const now = [groups.column, ...groups.names, ...counts.map(Boolean), undated, say("strikes of governorates"), ...Object.values(modes)].join();
      if (shown !== now || sources !== offered) {
        offerForMode(byName, { modes, sources, strikes });
        build(groups, counts, { modes, strikes, undated, say });
        for (const { name, select } of [byName.size, byName.show]) {
          for (const option of select.options) option.text = say(WAYS[name].words[option.value]);
        }
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
