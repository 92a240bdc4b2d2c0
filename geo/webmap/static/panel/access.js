"use strict";
// For keyboards and screen readers: a shortcut to the list, and the drawing in words.

const { wordTotals } = require("../counting/totals.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { countInView, wordPeriod, wordView } = require("../picture/caption.js");

const SHORTCUT = "List the strikes in view";
const FOCUSABLE = ["a[href]", "button:not(:disabled)", "input:not(:disabled)", "select", "textarea", "summary", "[tabindex='0']"].join();

/** A link that is seen only when it has the focus, the first in the frame. */
function addLink(container, text, act) {
  const link = make("a", { name: "strike-shortcut", text });
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation(); // it is no click on the map
    act();
  });
  container.prepend(link);
  return link;
}

/** What the keyboard comes to behind the map on its page, undefined where the map is the last. */
function findBehind(container) {
  const whole = container.getRootNode().host ?? container;
  return [...document.querySelectorAll(FOCUSABLE)].find((element) => element.getClientRects().length
    && whole.compareDocumentPosition(element) === Node.DOCUMENT_POSITION_FOLLOWING);
}

/** The link to the list; behind it, where the map is part of a page, one past all that the keyboard stops at in the map. */
function addShortcut(container, openList, { isPart = false } = {}) {
  if (isPart) addLink(container, say("Skip the map"), () => findBehind(container)?.focus());
  return addLink(container, say(SHORTCUT), openList);
}

/** A line that is heard and not seen; it speaks when it is written, and what is played is said once it ends. */
function addLiveRegion(host) {
  const line = make("p", { name: "strike-live", text: "" });
  line.setAttribute("role", "status");
  host.container.append(line);
  host.slider.onHalt = () => host.redraw();
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
  if (liveRegion.textContent !== said && !host.slider.player.isPlaying()) liveRegion.textContent = said;
  const { container, surface: { baseLayer, markLayer } } = host;
  container.setAttribute("role", "group"); // a stop of the keyboard, whose arrows move the map
  container.setAttribute("aria-label", say("Map: arrow keys move it, plus and minus zoom"));
  baseLayer.setAttribute("aria-hidden", "true");
  markLayer.setAttribute("role", "img");
  const words = describeDrawing(host);
  if (markLayer.getAttribute("aria-label") !== words) markLayer.setAttribute("aria-label", words);
}

module.exports = { addShortcut, addLiveRegion, announceDrawing };
