"use strict";
// What the saved picture shows while a map compares: both maps, or the small maps, with their words and numbers.

const { sumSide } = require("./sums.js");
const { findRows } = require("../data/period.js");
const { say } = require("../language/language.js");
const { drawBaseMap } = require("../map/base_map.js");
const { FONT } = require("../look/theme.js");
const { drawMarkLayer, withoutTiles } = require("../marks/mark_layer.js");
const { shortenSources, sourceLines } = require("../picture/caption.js");
const { wordDay, wordSpan } = require("../terms/calendar.js");
const { wordPeopleKilled } = require("../terms/words.js");
const { MOST_MAPS } = require("./grid.js");
const { SMALL } = require("./multiples.js");

const HEAD = 26; // CSS pixels of words over a map
const GAP = 12; // CSS pixels between maps
const ACROSS = 6; // small maps in a row
const CELL = { width: SMALL.width + 16, height: SMALL.height + 62 }; // CSS pixels

function write(context, text, [x, y], { theme, size = 13, weight = 600, width }) {
  context.font = `${weight} ${size}px ${FONT}`;
  [context.textAlign, context.textBaseline, context.fillStyle] = ["left", "middle", theme.text];
  let said = text;
  while (said.length > 1 && context.measureText(said).width > width) said = `${said.slice(0, -2)}…`;
  context.fillText(said, x, y);
}

/** Draws into a part of a picture, cut off at its edges. */
function inPart(context, [x, y, width, height], draw) {
  context.save();
  context.translate(x, y);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  draw();
  context.restore();
}

/** "A: 1 Oct 2015 – 31 Oct 2015 (31 days): 120 of 134 strikes located, 5–19 killed". */
function wordTotals(comparing, name, [strikes, days, undated]) {
  const { rows, located, killed } = sumSide(strikes, days, { undated });
  return comparing.host.say("{side}: {some} of {all} strikes located, {killed}", { side: comparing.wordSide(name), some: located, all: rows, killed: wordPeopleKilled(strikes, killed) });
}

function besidePicture(comparing, described) {
  const { host, pane } = comparing;
  const { frame, theme } = described;
  const wide = 2 * frame.width + GAP;
  return {
    ...described,
    frame: { ...frame, width: wide, height: frame.height + HEAD },
    drawMap(context) {
      const sides = [["A", pane.drawn, comparing.marks], ["B", host, host.marks]];
      sides.forEach(([name, drawn, marks], i) => {
        const left = i * (frame.width + GAP);
        write(context, comparing.wordSide(name), [left + 8, HEAD / 2], { theme, width: frame.width - 16 });
        inPart(context, [left, HEAD, frame.width, frame.height], () => {
          drawBaseMap(context, host.baseMap, frame, theme);
          host.layers.drawInto(context, frame, name === "A" ? comparing.range : host.layers.range);
          drawMarkLayer(context, frame, marks, { host: withoutTiles(drawn) });
        });
      });
    },
  };
}

/** The days and numbers of small maps, which are not those of the slider where it shows one period alone. */
function wordsOf({ range: [from, to], grid: { whole } }, say) {
  return {
    period: wordSpan(wordDay(from), wordDay(to)),
    totals: say("{some} of {all} strikes with a date located", { some: whole.located, all: whole.total.rows }),
  };
}

function smallPicture({ host, multiples }, described) {
  const { plan } = multiples;
  const { theme } = described;
  const from = multiples.page * MOST_MAPS;
  const panels = plan.panels.slice(from, from + MOST_MAPS);
  const across = Math.min(ACROSS, panels.length);
  const [width, height] = [across * CELL.width, Math.ceil(panels.length / across) * CELL.height];
  const more = plan.panels.length > panels.length ? [say("Shown here: {first}–{last} of {all}.", { first: from + 1, last: from + panels.length, all: plan.panels.length })] : [];
  return {
    ...described, lat: null, frame: { ...described.frame, width, height },
    symbols: false, scale: { steps: plan.scale, notes: [] },
    drawMap(context) {
      panels.forEach((panel, i) => {
        const [left, top] = [(i % across) * CELL.width + 8, Math.floor(i / across) * CELL.height];
        write(context, panel.words, [left, top + 12], { theme, width: SMALL.width });
        inPart(context, [left, top + 24, SMALL.width, SMALL.height], () => multiples.draw(context, panel));
        write(context, panel.count, [left, top + SMALL.height + 34], { theme, weight: 400, size: 12, width: SMALL.width });
        if (panel.located) write(context, panel.located, [left, top + SMALL.height + 49], { theme, weight: 400, size: 11, width: SMALL.width });
      });
    },
    words: { ...described.words, ...wordsOf(plan, host.say), view: plan.title, counted: [...described.words.counted, ...more, [plan.coarser, ...plan.notes].filter(Boolean).join(" ")] },
  };
}

/** The lines of the sources of all that a picture shows: of what the map shows and of some more rows. */
async function sourcesWith(host, { strikes, rows, undated }) {
  const lines = new Set();
  const more = { rows, totals: { undated: undated ? strikes.groups.undated : 0 } };
  for (const [of, marks] of [[strikes, more], [host.strikes, host.marks]]) {
    for (const line of sourceLines({ strikes: of, marks, options: host.options }, await of.texts())) lines.add(line);
  }
  return shortenSources([...lines]);
}

/** A described picture of picture/caption.js, as it is where nothing is compared. */
async function picture(comparing, described) {
  const { host, compared, multiples: { plan } } = comparing;
  if (host.modes.multiples && plan) {
    const all = { strikes: host.strikes, rows: findRows(host.strikes, ...plan.range) };
    const sources = await sourcesWith(host, all);
    return smallPicture(comparing, { ...described, words: { ...described.words, sources } });
  }
  if (!compared) return described;
  const sides = [["A", [compared.strikes, compared.range, compared.undated]], ["B", [host.strikes, host.slider.getRange(), host.slider.isWhole()]]];
  const told = [...sides.map(([name, side]) => wordTotals(comparing, name, side)), ...comparing.warnings];
  const sources = await sourcesWith(host, compared);
  const words = { ...described.words, sources, counted: [...described.words.counted, ...told] };
  const said = { ...described, words, scale: comparing.scale(described.scale) };
  return comparing.isBeside ? besidePicture(comparing, said) : said;
}

module.exports = { picture };
