"use strict";
// What a search offers: periods, places, areas and strikes, each with what choosing it does.

const { findAll } = require("./find.js");
const { readMonth } = require("./months.js");
const { findRows } = require("../data/period.js");
const { findArea, rowsIn } = require("../places/areas.js");
const { placesOf } = require("../places/index.js");
const { describe, plural, wordPlace, wordTollShort } = require("../terms/words.js");

/** The period that is typed, { rest, days, words }, its days within those of the slider; null where there is none of them. */
function readPeriod({ slider }, typed) {
  const [first, last] = slider.reach ?? [0, -1];
  const found = readMonth(typed);
  if (!found || found.days[0] > last || found.days[1] < first) return null;
  return { ...found, days: [Math.max(found.days[0], first), Math.min(found.days[1], last)] };
}

function countIn({ strikes }, [from, to]) {
  const rows = findRows(strikes, from, to);
  return rows.last - rows.first + rows.spans.length;
}

/**
 * What some text may mean as options { group, words, more, act }. A month at its end is offered as the period, and
 * the places and areas before it with it: "Talbiseh October 2015". Strikes are found by all that is typed.
 */
function listOptions(host, texts, typed) {
  const period = readPeriod(host, typed);
  const found = findAll(host, texts, typed);
  const named = period ? findAll(host, texts, period.rest) : found; // of nothing typed: nothing
  const [alone, strikes] = [period ? [periodOption(host, period)] : [], strikeOptions(host, texts, found.strikes)];
  return [
    ...placeOptions(host, texts, named.places, period), ...areaOptions(host, texts, named.areas, period),
    ...(period?.rest ? [...strikes, ...alone] : [...alone, ...strikes]),
  ];
}

const showPeriod = ({ slider }, { days }) => slider.byHand(() => slider.apply(days));

function periodOption(host, period) {
  const count = countIn(host, period.days);
  return { group: "Period", words: period.words, more: host.say(plural(count, "strike", "strikes")), act: () => showPeriod(host, period) };
}

/** How many of some rows overlap a period, in words; of all dates where there is none. */
function wordCount({ strikes, say }, rows, period) {
  if (!period) return say(plural(rows.length, "strike", "strikes"));
  const { columns: { day_start: start, day_end: end }, groups } = strikes;
  const [from, to] = period.days;
  const within = rows.filter((row) => row < strikes.rows - groups.undated && start[row] <= to && end[row] >= from);
  return say(`${plural(within.length, "strike", "strikes")} in ${period.words}`);
}

function placeOptions(host, texts, places, period) {
  const { strikes, baseMap, visits, reader } = host;
  const known = placesOf(strikes, texts);
  return places.map(({ number, alike }) => {
    const { name, nameArabic, near, areas: [first, second], rows } = known.at(number);
    const area = findArea(strikes, texts, baseMap, second) ?? findArea(strikes, texts, baseMap, first);
    return {
      group: "Places", words: [near ? `Near ${name}` : name, nameArabic].filter(Boolean).join(" · "),
      more: [area?.name, wordCount(host, rows, period), alike ? "a spelling like it" : ""].filter(Boolean).join(" · "),
      act: async () => {
        if (period) showPeriod(host, period);
        await visits.openPlace(known.wordOf(number));
        reader.flyTo(rows);
      },
    };
  });
}

function areaOptions(host, texts, areas, period) {
  const { strikes, baseMap, say, visits, reader } = host;
  return areas.map(({ code, count }) => {
    const { name, nameArabic, level, box } = findArea(strikes, texts, baseMap, code);
    const counted = period ? wordCount(host, rowsIn(strikes, { code, level }), period) : say(plural(count, "strike", "strikes"));
    return {
      group: "Areas", words: [name, nameArabic].filter(Boolean).join(" · "),
      more: [say(["governorate", "district"][level]), counted].join(" · "),
      act: async () => {
        if (period) showPeriod(host, period);
        await visits.openArea(code);
        if (box) reader.flyToBox(box);
      },
    };
  });
}

function strikeOptions({ strikes, reader, say }, texts, { count, rows }) {
  return rows.map((row) => {
    const strike = describe(strikes, texts, row);
    return {
      group: say(`Strikes: the newest ${rows.length} of ${count.toLocaleString("en")}`), words: wordPlace(strike),
      more: [strike.datesShort, strike.kind, wordTollShort(strike)].join(" · "), act: () => reader.openStrike(row, { closely: true }),
    };
  });
}

module.exports = { listOptions };
