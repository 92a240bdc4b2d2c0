"use strict";
// What small multiples show: their panels with words and numbers, the scale that all have, and what is in none.

const { MOST_BARS, MOST_MAPS, chooseUnit, countGrid, mostOf } = require("./grid.js");
const { wordSource } = require("../data/sources.js");
const { number, say } = require("../language/language.js");
const { boundsTo, shadesOf, wordClasses } = require("../look/shades.js");
const { nameOf } = require("../map/name_of.js");
const { DISTRICTS } = require("../modes/districts.js");
const { GOVERNORATES } = require("../modes/areas.js");
const { sourceOf } = require("../modes/modes.js");
const { SIZES } = require("../terms/sizes.js");
const { STRIKES } = require("../terms/nouns.js");
const { capital, wordDates, wordNone } = require("../terms/words.js");

const NONE = "–"; // no strikes of which people killed could be told
const BY = { day: "by day", week: "by week", month: "by month", quarter: "by quarter", year: "by year" };

/** The days that small multiples show: those of the slider, all of the data where these are one period alone. */
function rangeFor(slider) {
  const { range, reach } = slider;
  return chooseUnit(range, 1) === "month" ? reach : range;
}

/** What a panel's cell says: "134 strikes", "5–19 killed", "none recorded". */
function wordCell({ rows, people, text }, { say, lacking }) {
  if (!rows) return say("none recorded");
  const strikes = say(STRIKES, { count: rows });
  if (!people) return strikes;
  return [text === "–" ? say("toll {none}", { none: lacking }) : say("{toll} killed", { toll: text }), strikes].join(say(", "));
}

function sumCells(cells) {
  return cells.reduce((sum, { rows }) => sum + rows, 0);
}

/** Panels by time: a map for each period. */
function mapPanels(grid, given) {
  const { say, language } = given;
  return grid.periods.map((period) => {
    const { range, words, total, located, cells } = period;
    const largest = cells.map((cell, i) => [cell, grid.areas[i]]).filter(([{ rows }]) => rows)
      .sort(([a], [b]) => (b.weight ?? 0) - (a.weight ?? 0)).slice(0, 3)
      .map(([{ text }, { area }]) => `${nameOf(area, language)} ${text}`);
    return {
      words, range, period, count: wordCell(total, given),
      located: total.rows ? say("{some} of {all} located", { some: located, all: total.rows }) : "",
      label: [words, wordCell(total, given), say("{some} of {all} located", { some: located, all: total.rows }), ...largest].join(", "),
    };
  });
}

/** Panels by area: its bars over the periods, the fullest first. */
function barPanels(grid, given) {
  const { language } = given;
  return grid.areas.map(({ area }, i) => {
    const cells = grid.periods.map((period) => period.cells[i]);
    const total = grid.whole.cells[i];
    const words = nameOf(area, language);
    return { words, area, cells, total, count: wordCell(total, given), located: "", label: `${words}, ${wordCell(total, given)}` };
  }).sort((a, b) => (b.total.weight ?? 0) - (a.total.weight ?? 0) || b.total.rows - a.total.rows || (a.words < b.words ? -1 : 1));
}

/** Rows of texts with the same numbers, for a table: periods down and areas across, each area that has some. */
function tableRows(grid, { say, language, level, none }) {
  const columns = grid.areas.map((_, i) => i).filter((i) => grid.whole.cells[i].rows);
  const textOf = ({ rows, text }) => (rows ? text : none);
  return [
    ["", say("strikes"), say("located"), ...columns.map((i) => nameOf(grid.areas[i].area, language)), say("in no {area} of the map", { area: say(level.word) })],
    ...grid.periods.map(({ words, total, located, cells, beyond }) =>
      [words, number(total.rows), say("{some} of {all}", { some: located, all: total.rows }), ...columns.map((i) => textOf(cells[i])), number(beyond)]),
  ];
}

/**
 * What small multiples of a kind show: { byArea, unit, grid, panels, bounds, most, scale, notes, rows, title }.
 * `kind` is a value of the way to show; host is the map's controller.
 */
function planMultiples(kind, host) {
  const { strikes, baseMap, modes, slider, say, theme } = host;
  const byArea = kind === "area" || kind === "district";
  const level = kind === "district" || (!byArea && modes.show === "districts") ? DISTRICTS : GOVERNORATES;
  const range = rangeFor(slider);
  const asked = byArea || kind === "auto" ? null : kind;
  const unit = asked ?? chooseUnit(range, byArea ? MOST_BARS : MOST_MAPS);
  const size = modes.size.startsWith("killed") ? modes.size : "count";
  const told_by = sourceOf(modes);
  const grid = countGrid(strikes, baseMap, { level, size, told_by, unit, range });
  const given = { say, language: modes.labels, level, none: size === "count" ? "0" : NONE, lacking: wordNone(strikes, "killed_min") };
  const panels = byArea ? barPanels(grid, given) : mapPanels(grid, given);
  const most = mostOf(grid);
  const tallest = byArea ? grid.periods.reduce((top, { cells }) =>
    cells.reduce((full, { rows, people }) => Math.max(full, people ? people.most ?? 0 : rows), top), 1) : most;
  const bounds = boundsTo(most);
  const colours = shadesOf(theme, bounds.length);
  const words = wordClasses(bounds, { least: size === "count" ? 1 : 0 }).map((said, i) => ({ colour: colours[i], words: said }));
  const counted = SIZES[size].counted;
  const { whole } = grid;
  const inThese = [
    say("{some} of {all} strikes with a date are in these {areas}", { some: sumCells(whole.cells), all: whole.total.rows, areas: say(level.words) }),
    whole.beyond && say("{count} in none, or not located", { count: whole.beyond }),
  ];
  return {
    byArea, unit, grid, panels, bounds, most: tallest, range,
    title: capital(say(byArea ? "{counted} by {area}, bars {byUnit}" : "{counted} {byUnit} and {area}", { counted: say(counted), area: say(level.word), byUnit: say(BY[unit]) })),
    scale: byArea ? [] : [...(most ? words : []), { colour: theme.home, words: say("none recorded") }],
    notes: [
      `${wordDates(range[0], range[1], "day")}.`,
      ...(told_by ? [say("Only strikes told by {source}.", { source: wordSource(told_by) })] : []),
      ...(byArea ? [say(size === "count" ? "All bars have one scale: the tallest is {tallest}." : "All bars have one scale: the tallest is {tallest}; solid at least, paler up to.", { tallest })] : []),
      `${inThese.filter(Boolean).join("; ")}.`,
      say(["{count} undated strike not in any.", "{count} undated strikes not in any."], { count: strikes.groups.undated }),
      say("A strike whose days lie in several periods counts in each."),
      ...(size === "count" || byArea ? [] : [say("A ring: strikes, but no figure of people killed.")]),
    ],
    rows: tableRows(grid, given),
    coarser: kind === "auto" && unit !== "month" ? capital(say("{byUnit}, so that all fit: by month there would be {count}.", { byUnit: say(BY[unit]), count: monthsOf(range) })) : "",
  };
}

function monthsOf([from, to]) {
  const at = (day) => new Date(day * 86400000);
  const [first, last] = [at(from), at(to)];
  return (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth() + 1;
}

module.exports = { planMultiples };
