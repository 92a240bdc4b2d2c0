"use strict";
// What a search offers: periods, places, areas and strikes, each with what choosing it does.

const { findAll, overlaps } = require("./find.js");
const { readMonth } = require("./months.js");
const { findRows } = require("../data/period.js");
const { say } = require("../language/language.js");
const { findArea, rowsIn } = require("../places/areas.js");
const { placesOf } = require("../places/index.js");
const { STRIKES } = require("../terms/nouns.js");
const { describe, wordPlace, wordTollShort } = require("../terms/words.js");

/** The period that is typed, as months.js reads it, within the slider's days; `shown` is false where it has none of them. */
function readPeriod({ slider }, typed) {
  const [first, last] = slider.reach ?? [0, -1];
  const found = readMonth(typed);
  if (!found) return null;
  const days = [Math.max(found.days[0], first), Math.min(found.days[1], last)];
  return days[0] <= days[1] ? { ...found, days, shown: true } : { ...found, shown: false };
}

function countIn({ strikes }, [from, to]) {
  const rows = findRows(strikes, from, to);
  return rows.last - rows.first + rows.spans.length;
}

/**
 * What some text may mean as options { group, words, more, act }. A month at its end is offered as the period, and
 * the places, areas and strikes before it within it: "Talbiseh October 2015".
 */
function listOptions(host, texts, typed) {
  const period = readPeriod(host, typed);
  const { places, areas, strikes } = findAll(host, texts, typed, period);
  const [alone, told] = [period?.shown ? [periodOption(host, period)] : [], strikeOptions(host, texts, strikes)];
  return [
    ...placeOptions(host, texts, places, period), ...areaOptions(host, texts, areas, period),
    ...(period?.said ? [...told, ...alone] : [...alone, ...told]),
  ];
}

/** Shows a typed period; one that the slider does not reach leaves it as it is. */
const showPeriod = ({ slider }, period) => period?.shown && slider.byHand(() => slider.apply(period.days));

/** The period by itself, which says what else was typed and does not count. */
function periodOption(host, period) {
  const { days, said, words } = period;
  const more = [host.say(STRIKES, { count: countIn(host, days) }), said && say("without “{text}”", { text: said })].filter(Boolean).join(" · ");
  return { group: say("Period"), words, more, act: () => showPeriod(host, period) };
}

/** How many of some rows overlap a period, in words; of all dates where there is none. */
function wordCount({ strikes, say }, rows, period) {
  if (!period) return say(STRIKES, { count: rows.length });
  const within = rows.filter(overlaps(strikes, period.days));
  return say(["{count} strike in {period}", "{count} strikes in {period}"], { count: within.length, period: period.words });
}

/** Whether a name is there and not said before. */
const isNew = (name, i, names) => Boolean(name) && names.indexOf(name) === i;

function placeOptions(host, texts, places, period) {
  const { strikes, baseMap, visits, reader } = host;
  const known = placesOf(strikes, texts);
  return places.map(({ number, alike }) => {
    const { name, nameArabic, near, areas: [first, second], rows } = known.at(number);
    const area = findArea(strikes, texts, baseMap, second) ?? findArea(strikes, texts, baseMap, first);
    return {
      group: say("Places"), words: [near ? say("Near {name}", { name }) : name, nameArabic].filter(isNew).join(" · "),
      more: [area?.name, wordCount(host, rows, period), alike ? say("a spelling like it") : ""].filter(Boolean).join(" · "),
      act: async () => {
        showPeriod(host, period);
        await visits.openPlace(known.wordOf(number));
        reader.flyTo(rows);
      },
    };
  });
}

function areaOptions(host, texts, areas, period) {
  const { strikes, baseMap, say, visits, reader } = host;
  return areas.map(({ code }) => {
    const { name, nameArabic, level, box } = findArea(strikes, texts, baseMap, code);
    const counted = wordCount(host, rowsIn(strikes, { code, level }), period);
    return {
      group: say("Areas"), words: [name, nameArabic].filter(isNew).join(" · "),
      more: [say(["governorate", "district"][level]), counted].join(" · "),
      act: async () => {
        showPeriod(host, period);
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
      group: say("Strikes: the newest {some} of {all}", { some: rows.length, all: count }), words: wordPlace(strike),
      more: [strike.datesShort, strike.kind, wordTollShort(strike)].join(" · "), act: () => reader.openStrike(row, { closely: true }),
    };
  });
}

module.exports = { listOptions };
