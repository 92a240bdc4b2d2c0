"use strict";
// What is said of a place or an area: its strikes in the window, their tolls, over time, and listed.

const { makeTimeline } = require("./timeline.js");
const { wordTollsOf } = require("./tolls.js");
const { say } = require("../language/language.js");
const { StrikeList } = require("../lists/list.js");
const { make, makeButton } = require("../look/elements.js");
const { capital, wordUndated } = require("../terms/words.js");

/** A button in words that leads to something else to read. */
function leadTo(text, act, { name = "strike-lead-to", title = "" } = {}) {
  return makeButton(text, act, { name, title });
}

/** Of some rows those of the window by date, then the undated, which the whole period alone has. */
function splitRows({ slider, strikes, reader }, rows) {
  const { columns: { day_start: start, day_end: end }, groups } = strikes;
  const dated = strikes.rows - groups.undated;
  const [from, to] = slider.getRange() ?? [0, -1];
  const inWindow = Array.from(rows.filter((row) => row < dated && start[row] <= to && end[row] >= from));
  return [reader.byDate(inWindow), slider.isWhole() ? Array.from(rows.filter((row) => row >= dated)) : []];
}

/** "3 strikes in the period shown, of 12 in all; 1 undated left out". */
function wordCount(shown, all, undated, leftOut = 0, { dateless = say("undated"), say: saying = say } = {}) {
  const shownOf = shown < all
    ? saying(["{count} strike in the period shown, of {all} in all", "{count} strikes in the period shown, of {all} in all"], { count: shown, all })
    : saying(["{count} strike in the period shown", "{count} strikes in the period shown"], { count: shown });
  const without = undated ? say("{count} of them {dateless}", { count: undated, dateless }) : leftOut ? say("{count} {dateless} left out", { count: leftOut, dateless }) : "";
  return [shownOf, without].filter(Boolean).join("; ");
}

/**
 * A view of visits.js for a subject { title, titleArabic, leads, rows, facts(rows), parts(rows), foot, marked }: `rows` of all dates,
 * rising; `leads` elements under the title; `facts` pairs [term, words]; `parts` elements after the timeline, both of
 * the rows shown; `foot` an element before the list, null for none; `marked` whether one mark stands for it.
 */
function groupView(host, texts, subject) {
  const { strikes, say } = host;
  const dateless = subject.rows.filter((row) => row >= strikes.rows - strikes.groups.undated).length;
  const list = new StrikeList((row) => host.reader.openStrike(row, { closely: true }));
  const summary = make("div");
  const title = [subject.title, subject.titleArabic].filter((name, i, names) => name && names.indexOf(name) === i).join(" · ");
  const head = [make("h3", { text: title }), make("p", { name: "strike-leads", children: subject.leads })];
  const content = make("section", {
    name: "strike-read", children: [...head, summary, ...(subject.foot ? [subject.foot] : []), make("h4", { text: say("Its strikes") }), list.element],
  });
  let before = null;
  const fill = () => {
    const [inWindow, undated] = splitRows(host, subject.rows);
    const shown = [...inWindow, ...undated];
    const range = host.slider.isWhole() ? null : host.slider.getRange();
    const now = JSON.stringify([range, shown.length]);
    if (now === before) return;
    before = now;
    const timeline = makeTimeline(strikes, subject.rows, { range, say });
    const facts = make("dl", { name: "strike-facts" });
    for (const [term, words] of subject.facts(shown)) if (words) facts.append(make("dt", { text: term }), make("dd", { text: words }));
    summary.replaceChildren(
      make("p", { name: "strike-lead", text: wordCount(shown.length, subject.rows.length, undated.length, dateless, { dateless: wordUndated(strikes), say }) }),
      ...(range && shown.length < subject.rows.length ? [leadTo(say("Show all dates"), () => host.setRange(null), { name: "strike-action" })] : []),
      ...wordTollsOf(shown, strikes, texts, say).map((text) => make("p", { name: "strike-toll", text })),
      ...(timeline ? [timeline] : []), facts, ...subject.parts(shown),
    );
    list.show(strikes, texts, [["", inWindow], [capital(wordUndated(strikes)), undated]].filter(([, rows]) => rows.length));
  };
  fill();
  const marked = subject.marked ? (splitRows(host, subject.rows)[0][0] ?? null) : null;
  return { content, marked, follow: fill, returnTo: (row) => list.focusRow(row) };
}

module.exports = { groupView, leadTo, wordCount };
