"use strict";
// How a hand moves the map: home, fit and full screen beside the zoom, a wheel that leaves the page its scrolling.

const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");

const HINT_MS = 1500; // how long it is said that the wheel wants Ctrl

/** Whether the page around the map scrolls, so that the wheel and one finger are the page's. */
function isGuest(host) {
  const framed = globalThis.self !== globalThis.top;
  return (host.options.guest ?? framed) && !host.container.getRootNode().fullscreenElement;
}

function control(text, label, act) {
  const link = make("a", { text });
  link.href = "#";
  link.title = label;
  link.setAttribute("role", "button");
  link.setAttribute("aria-label", label);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    act();
  });
  return link;
}

function toggleFullScreen(host) {
  if (document.fullscreenElement) document.exitFullscreen();
  else host.frame.element.requestFullscreen();
}

/** Adds home, fit and full screen under the buttons of the zoom; returns what takes them away. */
function addControls(host) {
  const bar = host.container.querySelector(".leaflet-control-zoom");
  if (!bar) return () => {};
  [["in", "Zoom in"], ["out", "Zoom out"]].forEach(([way, words]) => {
    const link = bar.querySelector(`.leaflet-control-zoom-${way}`); // Leaflet's own, in English
    link?.setAttribute("aria-label", say(words));
    if (link) link.title = say(words);
  });
  const added = [
    control("⌂", say("Show the land and all strikes"), () => host.loading.showAll()),
    control("⊙", say("Fit the map to the strikes shown"), () => host.loading.showStrikesWhole()),
    ...(document.fullscreenEnabled ? [control("⛶", say("Full screen"), () => toggleFullScreen(host))] : []),
  ];
  bar.append(...added);
  return () => added.forEach((link) => link.remove());
}

/** A wheel without Ctrl, and one finger, are the page's where it scrolls; it is said how the map is moved. */
function guardWheel(host) {
  const { frame, container } = host;
  const hint = make("p", { name: "strike-wheel", text: "" });
  hint.hidden = true;
  container.append(hint);
  let timer = null;
  const tell = (text) => {
    clearTimeout(timer);
    [hint.textContent, hint.hidden] = [text, false];
    timer = setTimeout(() => (hint.hidden = true), HINT_MS);
  };
  const turn = (event) => {
    if (event.ctrlKey || event.metaKey || !container.contains(event.target) || !isGuest(host)) return;
    event.stopPropagation();
    tell(say("Hold Ctrl and turn the wheel to zoom the map"));
  };
  const touch = (event) => {
    if (event.pointerType !== "touch") return;
    const one = isGuest(host);
    container.classList.toggle("strike-two-fingers", one);
    if (one) host.map.dragging.disable();
    else host.map.dragging.enable();
  };
  const move = ({ touches }) => touches.length === 1 && isGuest(host) && tell(say("Move the map with two fingers"));
  frame.element.addEventListener("wheel", turn, { capture: true, passive: true });
  frame.element.addEventListener("pointerdown", touch, true);
  container.addEventListener("touchmove", move, { passive: true });
  return () => {
    clearTimeout(timer);
    frame.element.removeEventListener("wheel", turn, true);
    frame.element.removeEventListener("pointerdown", touch, true);
    container.removeEventListener("touchmove", move);
    hint.remove();
  };
}

module.exports = { addControls, guardWheel };
