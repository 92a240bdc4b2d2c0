"use strict";
// A scale in one line, and a table of texts that a screen reader goes through: the first row and each row's first cell are headings.

const { make } = require("../look/elements.js");

function lineOf(cells, scopeOf) {
  return make("tr", { children: cells.map((text, i) => {
    const scope = scopeOf(i);
    const cell = make(scope ? "th" : "td", { text });
    if (scope) cell.scope = scope;
    return cell;
  }) });
}

/** A table element of rows of texts, all equally long. */
function makeTable(caption, [head, ...rows]) {
  return make("table", { name: "strike-table", children: [
    make("caption", { text: caption }),
    make("thead", { children: [lineOf(head, () => "col")] }),
    make("tbody", { children: rows.map((cells) => lineOf(cells, (i) => (i ? null : "row"))) }),
  ] });
}

/** Swatches with their words, of a legend's scale { steps }: items of a list. */
function makeSteps(steps) {
  return steps.map(({ colour, words }) => {
    const swatch = make("span", { name: "strike-swatch strike-step" });
    if (colour) swatch.style.background = colour;
    return make("li", { children: [swatch, make("span", { text: words })] });
  });
}

module.exports = { makeSteps, makeTable };
