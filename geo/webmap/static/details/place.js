"use strict";
// A place as it is read: where it lies, every spelling that reports use, its strikes, and what lies around it.

const { makeCircle } = require("./circle.js");
const { groupView, leadTo } = require("./group.js");
const { textOf } = require("../data/payload.js");
const { number, say, speaksArabic } = require("../language/language.js");
const { findArea } = require("../places/areas.js");

const MOST_SPELLINGS = 12; // said one by one; of more the commonest

/** Words by how many rows say them, most first: [word, rows]. */
function countWords(rows, columns) {
  const counts = new Map();
  for (const row of rows) {
    for (const coded of columns) {
      const word = textOf(coded, row);
      if (word !== null) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** "Talbisah (12), تلبيسة (9)"; "" where nothing was reported. */
function wordSpellings(rows, { texts }) {
  const counted = countWords(rows, [texts.place_text, texts.place_text_ar]);
  const said = counted.slice(0, MOST_SPELLINGS).map(([word, count]) => `${word} (${number(count)})`);
  const more = counted.length - said.length;
  return [...said, ...(more > 0 ? [say("{count} more spellings", { count: more })] : [])].join(", ");
}

/** "each within about 2 km", "each within about 0.5 to 4 km"; "" where no radius is known. */
function wordRadii(rows, { columns: { uncertainty_km: radii } }) {
  const known = rows.map((row) => radii[row]).filter((km) => km > 0);
  if (!known.length) return "";
  const round = (km) => (km >= 10 ? Math.round(km) : Math.round(km * 10) / 10);
  const [least, most] = [round(known.reduce((a, b) => Math.min(a, b))), round(known.reduce((a, b) => Math.max(a, b)))];
  return least === most ? say("within about {km} km of the point, 9 times in 10", { km: least })
    : say("within about {least} to {most} km of the point, 9 times in 10", { least, most });
}

/** What a place is called: its name, or what lies near it. */
function wordPlaceName({ name: usual, nameArabic, near }) {
  const name = (speaksArabic() && nameArabic) || usual;
  return near ? say("Near {name}", { name }) : name;
}

function isOnePoint({ columns: { x, y } }, { rows }) {
  return rows.every((row) => x[row] === x[rows[0]] && y[row] === y[rows[0]]);
}

/** The view of a place of places/index.js. */
function placeView(host, texts, place) {
  const { strikes, baseMap } = host;
  const leads = place.areas.map((code) => code && findArea(strikes, texts, baseMap, code)).filter(Boolean).reverse()
    .map(({ name, code }) => leadTo(name, () => host.visits.openArea(code)));
  const [lon, lat] = place.point;
  leads.push(leadTo(say("Show on the map"), () => host.reader.flyTo(place.rows), { name: "strike-action" }));
  // Points of the sources' own lie apart: none of them is the place's.
  const circle = isOnePoint(strikes, place) ? makeCircle(host, { lon, lat, name: wordPlaceName(place) }) : null;
  return groupView(host, texts, {
    title: wordPlaceName(place), titleArabic: place.near ? null : place.nameArabic, rows: place.rows, leads, foot: circle, marked: circle !== null,
    facts: (rows) => [[say("Reported as"), wordSpellings(rows, texts)], [say("How sure"), wordRadii(rows, strikes)]],
    parts: () => [],
  });
}

module.exports = { placeView, wordPlaceName, wordSpellings };
