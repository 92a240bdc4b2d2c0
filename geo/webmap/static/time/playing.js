"use strict";
// Where a window of days goes next along the calendar, and playing: one step after the other.

const { endOf, nextEdge, shift, startOf, stepWindow } = require("../terms/calendar.js");

const FRAME_MS = 700; // one step of playing at speed 1
const EMPTY_FASTER = 8; // how much sooner the next step comes after one without a strike

const isWhole = ({ reach, range }) => range[0] <= reach[0] && range[1] >= reach[1];

/** The window that a whole period becomes at the first step, or that playing begins with anew. */
function firstWindow({ reach, unit, growing }, direction = 1) {
  const edge = direction > 0 ? reach[0] : reach[1];
  return [growing ? reach[0] : startOf(edge, unit), endOf(edge, unit)];
}

/** The first day stays, the last one steps. */
function growWindow({ reach, range, unit }, direction) {
  if (direction > 0 && range[1] >= reach[1]) return null;
  const last = nextEdge(range[1], 1, unit, direction);
  return [range[0], direction > 0 ? Math.min(last, reach[1]) : last];
}

/**
 * The window one step on: null where none is left. time: { reach, range, unit, growing }, days and
 * a unit of the calendar; direction is 1 or -1.
 */
function nextWindow(time, direction) {
  const { reach, range, unit, growing } = time;
  const begins = isWhole(time) && (direction > 0 || !growing);
  const goes = () => (growing ? growWindow(time, direction) : stepWindow(range, unit, direction));
  const next = begins ? firstWindow(time, direction) : goes();
  return !next || next[0] > reach[1] || next[1] < reach[0] || next[0] > next[1] ? null : next;
}

/** The window, as long as it is, at the first (direction -1) or last (1) end of the reach. */
function edgeWindow({ reach, range: [from, to], unit }, direction) {
  if (startOf(from, unit) !== from || endOf(to, unit) !== to) {
    const length = Math.min(to - from, reach[1] - reach[0]);
    return direction < 0 ? [reach[0], reach[0] + length] : [reach[1] - length, reach[1]];
  }
  let units = 1;
  while (shift(from, unit, units) <= to) units++;
  if (direction > 0) return [shift(reach[1], unit, 1 - units), endOf(reach[1], unit)];
  const first = startOf(reach[0], unit);
  return [first, shift(first, unit, units) - 1];
}

/**
 * Plays step() until it is false: { toggle, halt, isPlaying }. The next step is asked for once the last one is
 * done, and none while the page is hidden, so that none pile up. speed() and isEmpty(), whether what
 * is shown holds no strike, are read at every step; shown(playing) is called at every start and end.
 */
function makePlayer({ start, step, speed, isEmpty, shown }) {
  let timer = null;
  const halt = () => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    shown(false);
  };
  const wait = () => (timer = setTimeout(go, FRAME_MS / speed() / (isEmpty() ? EMPTY_FASTER : 1)));
  const go = () => {
    if (document.hidden || step()) wait();
    else halt();
  };
  const toggle = () => {
    if (timer !== null) {
      halt();
      return;
    }
    start();
    shown(true);
    wait();
  };
  return { toggle, halt, isPlaying: () => timer !== null };
}

module.exports = { edgeWindow, firstWindow, isWhole, makePlayer, nextWindow };
