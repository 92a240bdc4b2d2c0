"use strict";
// The time panel: a two-ended slider over a histogram, typed dates, steps along the calendar.

const {
  UNITS, aroundMonths, endOf, isoOf, nextEdge, parseDay, startOf, stepWindow, wordDay,
} = require("./calendar.js");
const { make } = require("./popups.js");
const { countByTime } = require("./period.js");

const FRAME_MS = 700; // one step of playing at speed 1
const SPEEDS = [0.5, 1, 2, 4];
const BAR_WIDTH = 4; // CSS pixels

function button(name, text, label, act) {
  const made = make("button", { name, text });
  made.type = "button";
  made.title = label;
  made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

function rangeInput(label) {
  const input = document.createElement("input");
  input.type = "range";
  input.step = "1";
  input.setAttribute("aria-label", label);
  return input;
}

function dateInput(label) {
  const input = document.createElement("input");
  input.type = "date";
  input.setAttribute("aria-label", label);
  return input;
}

/**
 * Makes the slider. `changed([from, to], whole)` is called at every step of the hand; days are
 * integers since 1970. Returns { element, setData, setRange, getRange, isWhole, destroy }.
 */
function makeSlider(changed) {
  const low = rangeInput("From");
  const high = rangeInput("To");
  const fromDate = dateInput("From date");
  const toDate = dateInput("To date");
  const unit = make("select", { children: UNITS.map((name) => make("option", { text: name })) });
  unit.setAttribute("aria-label", "Length of a step");
  unit.value = "month";
  const speed = make("select", {
    children: SPEEDS.map((times) => {
      const option = make("option", { text: `${times}×` });
      option.value = String(times);
      return option;
    }),
  });
  speed.setAttribute("aria-label", "Speed of playing");
  speed.value = "1";
  const together = document.createElement("input");
  together.type = "checkbox";
  const cumulative = make("label", { name: "strike-cumulative", children: [together, make("span", { text: "cumulative" })] });
  cumulative.title = "Keep the first day and let only the last one step";
  const canvas = make("canvas", { name: "strike-histogram" });
  canvas.setAttribute("aria-hidden", "true");
  const grip = make("div", { name: "strike-grip" });
  const track = make("div", { name: "strike-track", children: [canvas, grip, low, high] });
  let [reach, range, timer, strikes, theme] = [null, [0, 0], null, null, null];
  let histogram = { bins: 0, counts: null, tallest: 1 };

  const isWhole = () => !reach || (range[0] <= reach[0] && range[1] >= reach[1]);
  const countBars = (bins) => {
    if (histogram.bins !== bins) {
      const counts = countByTime(strikes, reach, bins);
      const tallest = counts.reduce((most, count) => Math.max(most, count), 1);
      histogram = { bins, counts, tallest };
    }
    return histogram;
  };
  const halt = () => {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶";
    play.setAttribute("aria-label", "Play");
  };
  const step = (direction) => {
    const next = together.checked ? growWindow(direction) : slideWindow(direction);
    if (next[0] > reach[1] || next[1] < reach[0] || next[0] > next[1]) return false;
    apply(next);
    return true;
  };
  const slideWindow = (direction) =>
    (isWhole() ? firstWindow(direction) : stepWindow(range, unit.value, direction));
  /** The first day stays; past the end of the reach there is no step more. */
  const growWindow = (direction) => {
    if (isWhole() && direction > 0) return growFirst();
    if (direction > 0 && range[1] >= reach[1]) return [reach[1] + 1, reach[1] + 1];
    const last = nextEdge(range[1], 1, unit.value, direction);
    return [range[0], direction > 0 ? Math.min(last, reach[1]) : last];
  };
  const growFirst = () => [reach[0], endOf(reach[0], unit.value)];
  const firstWindow = (direction) => {
    const edge = direction > 0 ? reach[0] : reach[1];
    return [startOf(edge, unit.value), endOf(edge, unit.value)];
  };
  const toggle = () => {
    if (timer !== null) return halt();
    play.textContent = "⏸";
    play.setAttribute("aria-label", "Pause");
    if (!isWhole() && range[1] >= reach[1]) apply(together.checked ? growFirst() : firstWindow(1));
    timer = setInterval(() => step(1) || halt(), FRAME_MS / Number(speed.value));
    return undefined;
  };
  const play = button("strike-play", "▶", "Play", toggle);
  const back = button("strike-step", "‹", "Step back", () => step(-1));
  const ahead = button("strike-step", "›", "Step ahead", () => step(1));
  const whole = button("strike-whole", "All dates", "Show the whole period", () => apply(reach));
  const element = make("div", {
    name: "strike-slider",
    children: [
      track,
      make("div", { name: "strike-times", children: [back, play, ahead, unit, speed, cumulative, fromDate, toDate, whole] }),
    ],
  });

  const paint = () => {
    if (!reach || !theme) return;
    const [width, height] = [track.clientWidth, track.clientHeight];
    if (!width) return;
    const scale = globalThis.devicePixelRatio || 1;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    const { counts, tallest } = countBars(Math.max(1, Math.floor(width / BAR_WIDTH)));
    const days = reach[1] + 1 - reach[0];
    const [left, right] = range.map((day, end) => ((day + end - reach[0]) / days) * width);
    const bar = width / counts.length;
    counts.forEach((count, i) => {
      if (!count) return;
      const tall = Math.max(2, (Math.sqrt(count / tallest)) * (height - 12));
      const seen = (i + 1) * bar > left && i * bar < right;
      context.fillStyle = seen ? theme.accent : theme.quiet;
      context.globalAlpha = seen ? 0.75 : 0.3;
      context.fillRect(i * bar, height - 6 - tall, bar - 1, tall);
    });
    grip.style.left = `${Math.max(0, left)}px`;
    grip.style.width = `${Math.max(6, Math.min(width, right) - Math.max(0, left))}px`;
  };

  const show = () => {
    const [from, to] = range;
    low.value = String(from);
    high.value = String(to);
    low.setAttribute("aria-valuetext", wordDay(from));
    high.setAttribute("aria-valuetext", wordDay(to));
    fromDate.value = isoOf(from);
    toDate.value = isoOf(to);
    whole.disabled = isWhole();
    paint();
  };
  const apply = (next) => {
    range = [...next];
    show();
    changed(range, isWhole());
  };

  low.addEventListener("input", () => {
    halt();
    apply([Math.min(Number(low.value), range[1]), range[1]]);
  });
  high.addEventListener("input", () => {
    halt();
    apply([range[0], Math.max(Number(high.value), range[0])]);
  });
  for (const [input, end] of [[low, 0], [high, 1]]) {
    input.addEventListener("keydown", (event) => {
      const direction = { PageUp: 1, PageDown: -1 }[event.key];
      if (!direction) return;
      event.preventDefault();
      halt();
      const jump = nextEdge(range[end], end, unit.value, direction);
      const other = range[1 - end];
      apply(end ? [other, Math.max(other, Math.min(jump, reach[1]))] : [Math.min(other, Math.max(jump, reach[0])), other]);
    });
  }
  const typed = () => {
    const [from, to] = [parseDay(fromDate.value), parseDay(toDate.value)];
    if (from === null || to === null || from > to) return;
    halt();
    apply([from, to]);
  };
  fromDate.addEventListener("change", typed);
  toDate.addEventListener("change", typed);

  let held = null;
  grip.addEventListener("pointerdown", (event) => {
    halt();
    held = { x: event.clientX, range: [...range] };
    grip.setPointerCapture(event.pointerId);
  });
  grip.addEventListener("pointermove", (event) => {
    if (!held) return;
    const days = reach[1] + 1 - reach[0];
    let moved = Math.round(((event.clientX - held.x) / track.clientWidth) * days);
    moved = Math.max(reach[0] - held.range[0], Math.min(reach[1] - held.range[1], moved));
    apply([held.range[0] + moved, held.range[1] + moved]);
  });
  for (const end of ["pointerup", "pointercancel"]) grip.addEventListener(end, () => (held = null));
  const watcher = new ResizeObserver(paint);
  watcher.observe(track);

  return {
    element,
    /** New strikes: the slider's reach may grow, the range stays unless it was the whole period. */
    setData(next, period) {
      const wasWhole = isWhole();
      strikes = next;
      histogram = { bins: 0, counts: null, tallest: 1 };
      if (period) {
        const [first, last] = aroundMonths(...period);
        reach = reach ? [Math.min(reach[0], first), Math.max(reach[1], last)] : [first, last];
      }
      element.hidden = reach === null;
      if (!reach) return;
      for (const input of [low, high]) [input.min, input.max] = reach.map(String);
      if (wasWhole) range = [...reach];
      show();
    },
    setTheme(next) {
      theme = next;
      paint();
    },
    setRange: (next) => reach && apply(next ?? reach),
    getRange: () => (reach ? [...range] : null),
    isWhole,
    destroy() {
      halt();
      watcher.disconnect();
    },
  };
}

module.exports = { makeSlider };
