"use strict";
// The time panel: a two-ended slider over a histogram, typed dates, steps along the calendar.

const { say } = require("../language/language.js");
const { remember } = require("../look/remembered.js");
const { aroundMonths, isoOf, nextEdge, parseDay, wordDay, wordSpan } = require("../terms/calendar.js");
const { sayingOf } = require("../terms/nouns.js");
const { bindBrush } = require("./brush.js");
const { Histogram } = require("./histogram.js");
const { arrange, buildParts, takeWhenTyped } = require("./parts.js");
const { edgeWindow, firstWindow, isWhole: coversAll, makePlayer, nextWindow } = require("./playing.js");

const GRIP_WIDTH = 6; // CSS pixels; the narrowest window that a hand can hold

/** Writes what has changed and nothing else: a step is drawn many times a second. */
function put(element, name, value) {
  if (element[name] !== value) element[name] = value;
}

function mark(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Days since 1970 as integers; a window of days is [first, last]. */
class Slider {
  constructor(changed) {
    this.changed = changed;
    this.reach = null;
    this.days = null;
    this.range = [0, 0];
    [this.empty, this.onHalt] = [null, () => {}]; // while playing: the days without a strike that the last step went through; called when it ends
    this.histogram = new Histogram();
    this.player = makePlayer({
      start: () => this.range[1] >= this.reach[1] && this.apply(firstWindow(this.time)),
      step: () => this.range[1] < this.reach[1] && this.playOn(),
      speed: () => Number(this.parts.speed.value),
      isEmpty: () => this.empty !== null,
      shown: (playing) => this.showPlaying(playing),
    });
    this.parts = buildParts({
      play: this.player.toggle,
      back: () => this.byHand(() => this.step(-1)),
      ahead: () => this.byHand(() => this.step(1)),
      whole: () => this.byHand(() => this.apply(this.reach)),
      fold: () => {
        this.fold(!this.folded);
        remember("time", !this.folded);
      },
    });
    Object.assign(this, arrange(this.parts, this.histogram.canvas)); // track and element
    this.bindInputs();
    this.bindTrack();
    this.watcher = new ResizeObserver(([{ contentRect: { width, height } }]) => this.take({ width, height }));
    this.watcher.observe(this.track);
  }

  /** One line, or with the histogram, typed dates and the choices of steps. */
  fold(folded) {
    this.folded = folded;
    const { fold } = this.parts;
    const label = say(folded ? "Open the time panel" : "Fold the time panel to one line");
    this.element.classList.toggle("strike-folded", folded);
    [fold.textContent, fold.title] = [folded ? "▴" : "▾", label];
    fold.setAttribute("aria-label", label);
    fold.setAttribute("aria-expanded", String(!folded));
    const { clientWidth: width, clientHeight: height } = this.track;
    if (width) this.take({ width, height }); // at once: its observer hears of it only after a paint
  }

  /** What playing.js asks of a time. */
  get time() {
    const { reach, range, parts } = this;
    return { reach, range, unit: parts.unit.value, growing: parts.growing.checked };
  }

  isWhole() {
    return !this.reach || coversAll(this);
  }

  /** What the hand does ends the playing. */
  byHand(act) {
    this.player.halt();
    act();
  }

  step(direction) {
    const next = nextWindow(this.time, direction);
    if (next) this.apply(next);
    return next !== null;
  }

  /** A step of playing: of a window that grows only its new days are asked for strikes. */
  playOn() {
    const before = this.range[1];
    const went = this.step(1);
    const [from, to] = this.range;
    this.empty = went ? this.histogram.emptyAround([this.parts.growing.checked ? before + 1 : from, to]) : null;
    this.describe();
    return went;
  }

  /** The map is drawn before the page's parts change: a canvas whose page has changed works its styles out anew. */
  apply(next) {
    this.range = [...next];
    this.changed(this.range, this.isWhole());
    this.show();
  }

  /** Moves the first (0) or last (1) day of the window, not past the other. */
  setEnd(end, day) {
    const [from, to] = this.range;
    this.byHand(() => this.apply(end ? [from, Math.max(day, from)] : [Math.min(day, to), to]));
  }

  bindInputs() {
    const { low, high, fromDate, toDate, unit } = this.parts;
    [low, high].forEach((input, end) => {
      input.addEventListener("input", () => this.setEnd(end, Number(input.value)));
      input.addEventListener("keydown", (event) => {
        const direction = { PageUp: 1, PageDown: -1 }[event.key];
        if (!direction) return;
        event.preventDefault();
        const day = nextEdge(this.range[end], end, unit.value, direction);
        this.setEnd(end, Math.max(this.reach[0], Math.min(this.reach[1], day)));
      });
    });
    [fromDate, toDate].forEach((input, end) => takeWhenTyped(input, () => this.takeTyped(end)));
  }

  /**
   * Takes the dates as typed, the first (0) or last (1) last: beyond the data lie their ends, and
   * where the two cross the other goes to its end. What cannot be is taken back, so that the fields
   * always have the period that is shown.
   */
  takeTyped(end) {
    const { parts, reach } = this;
    const days = [parts.fromDate, parts.toDate].map(({ value }) => parseDay(value));
    const day = days[end];
    const never = end ? day < reach[0] : day > reach[1];
    if (days.includes(null) || never) {
      this.show();
      return;
    }
    days[end] = Math.max(reach[0], Math.min(reach[1], day));
    if (days[0] > days[1]) days[1 - end] = reach[1 - end];
    this.byHand(() => this.apply(days));
  }

  bindTrack() {
    const { histogram, parts, track } = this;
    this.brush = bindBrush(track, {
      grip: parts.grip, thumbs: [parts.low, parts.high],
      begin: this.player.halt, take: (range) => this.apply(range), pick: (day) => this.pick(day),
      time: {
        isWhole: () => this.isWhole(), getRange: () => [...this.range], reach: () => this.reach,
        dayAt: (x) => histogram.dayAt(x), barAt: (day) => histogram.barAt(day),
      },
    });
    track.addEventListener("keydown", (event) => this.press(event));
    track.addEventListener("pointermove", ({ clientX, buttons }) => {
      if (buttons || !histogram.ready) return;
      const day = histogram.dayAt(clientX - track.getBoundingClientRect().left);
      put(parts.measure, "textContent", histogram.describeBar(day));
    });
    track.addEventListener("pointerleave", () => this.describe());
  }

  /** The days that a click on a bar takes: its own, of the one that is shown alone all; null for an empty one. */
  pick(day) {
    const { histogram, range, reach } = this;
    if (!histogram.ready || !histogram.isFilled(day)) return null;
    const bar = histogram.barAt(day);
    return String(bar) === String(range) ? [...reach] : bar;
  }

  press(event) {
    const moves = {
      Enter: () => this.apply(this.pick(this.range[0]) ?? this.range),
      ArrowRight: () => this.step(1), ArrowUp: () => this.step(1),
      ArrowLeft: () => this.step(-1), ArrowDown: () => this.step(-1),
      Home: () => this.apply(edgeWindow(this.time, -1)), End: () => this.apply(edgeWindow(this.time, 1)),
    };
    const move = event.target === this.parts.grip && moves[event.key];
    if (event.key === " ") this.player.toggle();
    else if (move) this.byHand(move);
    else if (event.key !== "Escape" || !this.brush.undo()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  showPlaying(playing) {
    this.parts.play.textContent = playing ? "⏸" : "▶";
    this.parts.play.setAttribute("aria-label", say(playing ? "Pause" : "Play"));
    this.empty = null;
    this.describe();
    if (!playing) this.onHalt();
  }

  show() {
    const { parts: { low, high, fromDate, toDate, grip, whole }, range: [from, to], reach } = this;
    const [first, last] = [wordDay(from), wordDay(to)];
    put(low, "value", String(from));
    put(high, "value", String(to));
    mark(low, "aria-valuetext", first);
    mark(high, "aria-valuetext", last);
    mark(grip, "aria-valuenow", String(from));
    mark(grip, "aria-valuetext", say("{first} to {last}", { first, last }));
    put(fromDate, "value", isoOf(from));
    put(toDate, "value", isoOf(to));
    put(whole, "disabled", this.isWhole());
    this.namePeriod();
    grip.classList.toggle("strike-whole-period", this.isWhole());
    // Of two thumbs at one place the one that can still move lies on top.
    put(low.style, "zIndex", from - reach[0] > reach[1] - to ? "1" : "");
    this.paint();
  }

  /** Names the window where the panel is one line. */
  namePeriod() {
    const [from, to] = this.range.map((day) => wordDay(day, true));
    put(this.parts.period, "textContent", this.empty ? `${wordSpan(from, to)} · ${say("none")}` : wordSpan(from, to));
  }

  paint() {
    const { histogram, parts: { grip }, range: [from, to] } = this;
    if (!histogram.ready) return;
    histogram.paint(this.range);
    const within = (day) => Math.max(0, Math.min(histogram.width, histogram.xOf(day)));
    const [left, right] = [within(from), within(to + 1)];
    grip.style.left = `${Math.min(left, histogram.width - GRIP_WIDTH)}px`;
    grip.style.width = `${Math.max(GRIP_WIDTH, right - left)}px`;
  }

  describe() {
    const { empty, histogram, parts } = this;
    const none = empty && sayingOf(histogram.strikes)("no dated strikes");
    const days = empty && wordSpan(...empty.map((day) => wordDay(day, true)));
    put(parts.measure, "textContent", empty ? say("{none}, passed quickly: {days}", { none, days }) : histogram.caption);
    this.namePeriod();
  }

  /** Hands on what the bars depend on. */
  take(changes) {
    this.histogram.take(changes);
    this.paint();
    this.describe();
  }

  /** New strikes: the slider's reach may grow, the range stays unless it was the whole period. */
  setData(strikes, period) {
    const wasWhole = this.isWhole();
    this.days = period; // first and last day of the data; the reach goes around their months
    if (period) {
      const [first, last] = aroundMonths(...period);
      const { reach } = this;
      this.reach = reach ? [Math.min(reach[0], first), Math.max(reach[1], last)] : [first, last];
    }
    const { element, parts: { low, high, grip }, reach } = this;
    element.hidden = reach === null;
    if (!reach) return;
    for (const input of [low, high]) [input.min, input.max] = reach.map(String);
    ["aria-valuemin", "aria-valuemax"].forEach((name, end) => grip.setAttribute(name, String(reach[end])));
    if (wasWhole) this.range = [...reach];
    this.take({ strikes, reach });
    this.show();
  }

  /** What the bars count: "count", strikes; "killed_min" or "killed_max", people killed. */
  setMeasure(measure) {
    this.take({ measure });
  }

  setTheme(theme) {
    this.take({ theme });
  }

  /** A window of days, an end that is null being the data's own; null the whole period. */
  setRange(next) {
    if (!this.reach) return;
    const [from, to] = next ?? [null, null];
    const [first, last] = this.reach;
    this.apply([from ?? Math.min(first, to ?? first), to ?? Math.max(last, from ?? last)]);
  }

  getRange() {
    return this.reach ? [...this.range] : null;
  }

  destroy() {
    this.player.halt();
    this.watcher.disconnect();
  }
}

/** Makes the slider; `changed([from, to], whole)` is called at every step of the hand. */
function makeSlider(changed) {
  return new Slider(changed);
}

module.exports = { makeSlider };
