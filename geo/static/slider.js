"use strict";
// The time panel: a two-ended slider over a histogram, typed dates, steps along the calendar.

const { aroundMonths, isoOf, nextEdge, parseDay, wordDay } = require("./calendar.js");
const { Histogram } = require("./histogram.js");
const { bindBrush } = require("./timebrush.js");
const { arrange, buildParts } = require("./timeparts.js");
const { edgeWindow, firstWindow, isWhole: coversAll, makePlayer, nextWindow } = require("./timeplay.js");

const GRIP_WIDTH = 6; // CSS pixels; the narrowest window that a hand can hold

/** Writes what has changed and nothing else: a step is drawn many times a second. */
function put(element, name, value) {
  if (element[name] !== value) element[name] = value;
}

function say(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Makes the slider. `changed([from, to], whole)` is called at every step of the hand; days are
 * integers since 1970. Returns { element, setData, setMeasure, setRange, getRange, isWhole,
 * setTheme, destroy }.
 */
function makeSlider(changed) {
  const time = { reach: null, range: [0, 0] };
  const now = () => ({ ...time, unit: parts.unit.value, growing: parts.growing.checked });
  const isWhole = () => !time.reach || coversAll(time);
  const histogram = new Histogram();
  const halted = (act) => () => {
    player.halt();
    act();
  };
  const step = (direction) => {
    const next = nextWindow(now(), direction);
    if (next) apply(next);
    return next !== null;
  };
  const player = makePlayer({
    start: () => time.range[1] >= time.reach[1] && apply(firstWindow(now())),
    step: () => time.range[1] < time.reach[1] && step(1),
    speed: () => Number(parts.speed.value),
    shown(playing) {
      parts.play.textContent = playing ? "⏸" : "▶";
      parts.play.setAttribute("aria-label", playing ? "Pause" : "Play");
    },
  });
  const parts = buildParts({
    play: player.toggle, back: halted(() => step(-1)), ahead: halted(() => step(1)), whole: halted(() => apply(time.reach)),
  });
  const { low, high, fromDate, toDate, grip, measure } = parts;
  const { track, element } = arrange(parts, histogram.canvas);

  const placeGrip = () => {
    if (!histogram.ready) return;
    const [left, right] = [time.range[0], time.range[1] + 1].map((day) =>
      Math.max(0, Math.min(histogram.width, histogram.xOf(day))));
    grip.style.left = `${Math.min(left, histogram.width - GRIP_WIDTH)}px`;
    grip.style.width = `${Math.max(GRIP_WIDTH, right - left)}px`;
  };
  const paint = () => {
    histogram.paint(time.range);
    placeGrip();
  };
  const describe = () => {
    const words = histogram.caption;
    put(measure, "textContent", words);
  };
  const show = () => {
    const [from, to] = time.range;
    const [first, last] = [wordDay(from), wordDay(to)];
    put(low, "value", String(from));
    put(high, "value", String(to));
    say(low, "aria-valuetext", first);
    say(high, "aria-valuetext", last);
    say(grip, "aria-valuenow", String(from));
    say(grip, "aria-valuetext", `${first} to ${last}`);
    put(fromDate, "value", isoOf(from));
    put(toDate, "value", isoOf(to));
    const whole = isWhole();
    put(parts.whole, "disabled", whole);
    grip.classList.toggle("strike-whole-period", whole);
    // Of two thumbs at one place the one that can still move lies on top.
    put(low.style, "zIndex", from - time.reach[0] > time.reach[1] - to ? "1" : "");
    paint();
  };
  const apply = (next) => {
    time.range = [...next];
    show();
    changed(time.range, isWhole());
  };

  const setEnd = (end, day) => {
    player.halt();
    const [from, to] = time.range;
    apply(end ? [from, Math.max(day, from)] : [Math.min(day, to), to]);
  };
  const jump = (end, direction) => {
    const day = nextEdge(time.range[end], end, parts.unit.value, direction);
    setEnd(end, Math.max(time.reach[0], Math.min(time.reach[1], day)));
  };
  [low, high].forEach((input, end) => {
    input.step = "1";
    input.addEventListener("input", () => setEnd(end, Number(input.value)));
    input.addEventListener("keydown", (event) => {
      const direction = { PageUp: 1, PageDown: -1 }[event.key];
      if (!direction) return;
      event.preventDefault();
      jump(end, direction);
    });
  });
  const typed = () => {
    const [from, to] = [parseDay(fromDate.value), parseDay(toDate.value)];
    if (from === null || to === null || from > to) return;
    player.halt();
    apply([from, to]);
  };
  for (const input of [fromDate, toDate]) input.addEventListener("change", typed);

  const brush = bindBrush(track, {
    grip, thumbs: [low, high], begin: player.halt, take: apply,
    time: {
      isWhole, getRange: () => [...time.range], reach: () => time.reach,
      dayAt: (x) => histogram.dayAt(x), barAt: (day) => histogram.barAt(day),
    },
  });
  const moveWindow = {
    ArrowRight: () => step(1), ArrowUp: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => step(-1),
    Home: () => apply(edgeWindow(now(), -1)), End: () => apply(edgeWindow(now(), 1)),
  };
  track.addEventListener("keydown", (event) => {
    const own = event.target === grip && moveWindow[event.key];
    const used = event.key === " " ? player.toggle : own ? halted(own) : null;
    if (used) used();
    else if (event.key !== "Escape" || !brush.undo()) return;
    event.preventDefault();
    event.stopPropagation();
  });
  track.addEventListener("pointermove", ({ clientX, buttons }) => {
    if (buttons || !histogram.ready) return;
    const day = histogram.dayAt(clientX - track.getBoundingClientRect().left);
    put(measure, "textContent", histogram.describeBar(day));
  });
  track.addEventListener("pointerleave", describe);
  const watcher = new ResizeObserver(([{ contentRect: { width, height } }]) => {
    histogram.take({ width, height });
    paint();
    describe();
  });
  watcher.observe(track);

  return {
    element,
    /** New strikes: the slider's reach may grow, the range stays unless it was the whole period. */
    setData(strikes, period) {
      const wasWhole = isWhole();
      if (period) {
        const [first, last] = aroundMonths(...period);
        const { reach } = time;
        time.reach = reach ? [Math.min(reach[0], first), Math.max(reach[1], last)] : [first, last];
      }
      const { reach } = time;
      element.hidden = reach === null;
      histogram.take({ strikes, reach });
      if (!reach) return;
      for (const input of [low, high]) [input.min, input.max] = reach.map(String);
      ["aria-valuemin", "aria-valuemax"].forEach((name, end) => grip.setAttribute(name, String(reach[end])));
      if (wasWhole) time.range = [...reach];
      show();
      describe();
    },
    /** What the bars tell: "count", strikes; "killed_min" or "killed_max", people killed. */
    setMeasure(name) {
      histogram.take({ measure: name });
      paint();
      describe();
    },
    setTheme(theme) {
      histogram.take({ theme });
      paint();
      describe();
    },
    setRange: (next) => time.reach && apply(next ?? time.reach),
    getRange: () => (time.reach ? [...time.range] : null),
    isWhole,
    destroy() {
      player.halt();
      watcher.disconnect();
    },
  };
}

module.exports = { makeSlider };
