"use strict";
// For keyboards and screen readers: a shortcut to the list, and the drawing in words.

const { wordTotals } = require("../counting/totals.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { countInView, wordPeriod, wordView } = require("../picture/caption.js");

const SHORTCUT = "List the strikes in view";

/** A link that is seen only when it has the focus, the first in the frame. */
function addShortcut(container, openList) {
  const link = make("a", { name: "strike-shortcut", text: say(SHORTCUT) });
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation(); // it is no click on the map
    openList();
  });
  container.prepend(link);
  return link;
}

/** A line that is heard and not seen; it speaks when it is written. */
function addLiveRegion(container) {
  const line = make("p", { name: "strike-live", text: "" });
  line.setAttribute("role", "status");
  container.append(line);
  return line;
}

/** What the marks of a frame are, in words: those of the mode, and badges. */
function wordMarks(marks, frame, say) {
  const { badges, countryOnly, mode } = marks;
  const seen = ({ left, right, top, bottom }) => right > 0 && left < frame.width && bottom > 0 && top < frame.height;
  const areas = badges.filter(seen).map(({ text }) => text);
  const parts = [
    say(mode.word(marks, frame)),
    ...(areas.length ? [say("badges of areas: {areas}", { areas: areas.join(", ") })] : []),
    ...(countryOnly ? [say("a badge of the country: {badge}", { badge: countryOnly.text })] : []),
  ];
  return say("Drawn: {marks}", { marks: parts.join("; ") });
}

/** The map in words: title, period, totals, what is in view and how it is drawn. */
function describeDrawing(host) {
  const frame = host.getFrame();
  return [
    host.options.title || host.say("Map of strikes"), wordPeriod(host), wordTotals(host.marks.totals),
    wordView(countInView(host, frame)), wordMarks(host.marks, frame, host.say),
  ].map((sentence) => `${sentence}.`).join(" ");
}

/** Says totals and notes, and makes the canvas of the marks a picture with a text alternative. */
function announceDrawing(host, { liveRegion, shortcut }) {
  const said = [wordTotals(host.marks.totals), ...host.notes].join(". ");
  if (shortcut.textContent !== host.say(SHORTCUT)) shortcut.textContent = host.say(SHORTCUT);
  if (liveRegion.textContent !== said) liveRegion.textContent = said;
  const { baseLayer, markLayer } = host.surface;
  baseLayer.setAttribute("aria-hidden", "true");
  markLayer.setAttribute("role", "img");
  const words = describeDrawing(host);
  if (markLayer.getAttribute("aria-label") !== words) markLayer.setAttribute("aria-label", words);
}

module.exports = { addShortcut, addLiveRegion, announceDrawing };
