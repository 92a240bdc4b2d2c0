"use strict";
// "Within so many km" of a place, as a filter: how surely the strikes lie in it, counted while the km are chosen.

const { readMarks } = require("../data/chosen.js");
const { countNear, readNear, writeNear } = require("../data/nearness.js");
const { keepRows } = require("../filter/passing.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");

const USUAL_KM = 5;
const HINT = "Kilometres from 0.1 to 2,000";

function* upTo(count) {
  for (let row = 0; row < count; row++) yield row;
}

/** What a circle is asked of: [strikes, rows], those that all other filters let through; null where others are shown by then. */
async function rowsBesides({ filtering, options, opened, reader, strikes }) {
  if (filtering?.all) {
    const { all, filters } = filtering;
    return [all, keepRows(all, await all.texts(), { ...filters, near: "" })];
  }
  const without = options.rows_but?.near; // of a page around the map that filters by a circle
  if (without) return [opened, await readMarks(without, opened.rows)];
  if (without === "") return [opened, upTo(opened.rows)];
  return (await reader.readTexts()) ? [strikes, upTo(strikes.rows)] : null;
}

/** "3 surely, 1 possibly (its radius reaches in); 9 without a point are not judged". */
function wordWithin({ sure, possible, notJudged }, saying = say) {
  const parts = [
    saying(["{count} strike surely", "{count} strikes surely"], { count: sure }),
    say(["{count} possibly (its radius reaches in)", "{count} possibly (their radius reaches in)"], { count: possible }),
  ];
  const unjudged = say(["{count} without a point is not judged", "{count} without a point are not judged"], { count: notJudged });
  return `${parts.join(", ")}; ${unjudged}`;
}

/** Filters by the text of a circle, "" for none: on the map itself, or by the page around it. */
function holdTo(host, text) {
  if (host.filtering) host.filtering.set({ ...host.filtering.filters, near: text });
  else host.emit("choose", { field: "near", values: text ? [text] : [] });
}

/** The circle that filters by now where it is around a point, { km }; else null. */
function circleAround({ filtering, options }, { lon, lat }) {
  const asked = filtering ? filtering.filters.near : options.chosen?.near?.[0];
  const near = asked && readNear(asked);
  return near && near.lon === lon && near.lat === lat ? near : null;
}

/** The choice of a circle around a place { lon, lat, name }. */
function makeCircle(host, place) {
  const near = readNear(writeNear({ ...place, km: USUAL_KM }));
  const km = make("input");
  Object.assign(km, { type: "number", min: "0.1", max: "2000", step: "any", value: String(circleAround(host, near)?.km ?? USUAL_KM) });
  km.setAttribute("aria-label", say(HINT));
  km.title = say(HINT);
  const said = make("p", { name: "strike-reason", text: "" });
  said.setAttribute("aria-live", "polite");
  const act = make("button", { name: "strike-action", text: host.say("Show only strikes within it") });
  const circle = () => readNear(writeNear({ ...near, km: Number(km.value) || 0 }));
  const count = async () => {
    const asked = circle();
    act.disabled = !asked;
    if (!asked) {
      said.textContent = `${say(HINT)}.`;
      return;
    }
    const besides = await rowsBesides(host);
    if (!host.destroyed && besides) said.textContent = wordWithin(countNear(besides[0], asked, besides[1]), host.say);
  };
  km.addEventListener("input", count);
  act.addEventListener("click", () => circle() && holdTo(host, writeNear(circle())));
  count();
  const label = make("label", { name: "strike-circle", children: [make("span", { text: say("Within") }), km, make("span", { text: say("km") }), act] });
  const leave = make("button", { name: "strike-action", text: say("Everywhere again") });
  leave.addEventListener("click", () => holdTo(host, ""));
  const acts = circleAround(host, near) ? [leave] : [];
  return make("section", { children: [make("h4", { text: host.say("Strikes around it") }), label, said, ...acts] });
}

module.exports = { makeCircle, wordWithin };
