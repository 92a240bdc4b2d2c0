"use strict";
// The time panel's elements: slider, window, buttons, choices, typed dates.

const { say, wordsSpoken } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { UNITS } = require("../terms/calendar.js");

const SPEEDS = [0.5, 1, 2, 4];
const BARS = "A strike of several days counts in every bar it touches, its people killed in that of its first day";
const KEYS = "Arrow keys step, Enter takes the bar of the first day, or all from it, Home and End go to the ends, Space plays, Escape takes a drag back";

/** A button that is said in other words than its sign. */
const button = (name, text, label, act) => makeButton(text, act, { name, title: say(label), label: say(label) });

function labelled(element, label) {
  element.setAttribute("aria-label", say(label));
  return element;
}

function choice(label, words, value) {
  const select = labelled(document.createElement("select"), label);
  for (const [name, text] of words) {
    const option = make("option", { text });
    option.value = name;
    select.append(option);
  }
  select.value = value;
  return select;
}

function input(label, type) {
  const made = labelled(document.createElement("input"), label);
  made.type = type;
  if (type === "range") made.step = "1";
  return made;
}

/** The panel's elements, with nothing bound to them but the buttons' `acts`. */
function buildParts(acts) {
  const parts = {
    low: input("From", "range"), high: input("To", "range"),
    fromDate: input("From date", "date"), toDate: input("To date", "date"),
    unit: choice("Length of a step", UNITS.map((name) => [name, say(name)]), "month"),
    speed: choice("Speed of playing", SPEEDS.map((times) => [String(times), `${times}×`]), "1"),
    growing: document.createElement("input"),
    grip: labelled(make("div", { name: "strike-grip" }), "Window"),
    measure: make("p", { name: "strike-measure", text: "" }),
    play: button("strike-play", "▶", "Play", acts.play),
    back: button("strike-step", "‹", "Step back", acts.back),
    ahead: button("strike-step", "›", "Step ahead", acts.ahead),
    period: make("output", { name: "strike-period", text: "" }),
    fold: button("strike-fold", "▾", "Fold the time panel to one line", acts.fold),
    whole: button("strike-whole", say("All dates"), "All dates: show the whole period", acts.whole),
  };
  parts.growing.type = "checkbox";
  parts.measure.title = say(BARS);
  parts.grip.tabIndex = 0;
  parts.grip.setAttribute("aria-description", say(KEYS));
  parts.grip.setAttribute("role", "slider");
  return parts;
}

/** Puts the parts in their order: the track that the hand drags on, and the whole. */
function arrange(parts, canvas) {
  const { back, play, ahead, unit, speed, growing, fromDate, toDate, whole, period, fold } = parts;
  const cumulative = make("label", { name: "strike-cumulative", children: [growing, make("span", { text: say("cumulative") })] });
  cumulative.title = say("Keep the first day and let only the last one step");
  const track = make("div", { name: "strike-track", children: [canvas, parts.grip, parts.low, parts.high] });
  const times = [back, play, ahead, unit, speed, cumulative, fromDate, toDate, period, whole, fold];
  const element = make("div", {
    name: "strike-slider", children: [parts.measure, track, make("div", { name: "strike-times", children: times })],
  });
  for (const part of [parts.measure, period]) part.dir = wordsSpoken().direction;
  element.dir = "ltr"; // days run to the right in every language, as the hand drags them and a player plays
  return { track, element };
}

/** Takes a date once it is chosen; one that is typed is a date at every key, and taken with Enter or on leaving the field. */
function takeWhenTyped(input, take) {
  let typing = false;
  const end = () => {
    typing = false;
    take();
  };
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") end();
    else if (key !== "Tab") typing = true;
  });
  input.addEventListener("change", () => typing || end());
  input.addEventListener("blur", () => typing && end());
}

module.exports = { arrange, buildParts, takeWhenTyped };
