"use strict";
// The hand on the slider's track: dragging the window, or drawing a new one beside it.

const LEAST_DRAG = 4; // CSS pixels; less is a click, which takes a bar

/**
 * Follows mouse, pen and finger on a track. `time`: { isWhole(), getRange(), dayAt(x), barAt(day),
 * reach() }, x in CSS pixels from the track's left end; take(range) is called at every change,
 * begin() before the first; pick(day) returns the range that a click on a day's bar takes, null for
 * none. Returns { undo() }, which takes the last drag back: false if there is
 * none to take back.
 */
function bindBrush(track, { grip, thumbs, time, begin, take, pick }) {
  let hand = null; // { id, left, width, x, range, draws, moved }
  let last = null; // [range before, range after] of the last drag

  const draw = (x) => {
    const [one, other] = [hand.x, x].map((at) => time.barAt(time.dayAt(at - hand.left)));
    return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
  };
  const slide = (x) => {
    const [first, end] = time.reach();
    const [from, to] = hand.range;
    const days = Math.round(((x - hand.x) / hand.width) * (end + 1 - first));
    const moved = Math.max(Math.min(0, first - from), Math.min(Math.max(0, end - to), days));
    return [from + moved, to + moved];
  };
  const change = (range) => {
    const [from, to] = time.getRange();
    if (range[0] !== from || range[1] !== to) take(range);
  };
  const press = (event) => {
    if (hand || event.button !== 0 || thumbs.includes(event.target)) return;
    const { left, width } = track.getBoundingClientRect();
    const draws = time.isWhole() || event.target !== grip;
    hand = { id: event.pointerId, left, width, x: event.clientX, range: time.getRange(), draws, moved: false };
    track.setPointerCapture(event.pointerId);
    grip.focus({ preventScroll: true });
  };
  const move = (event) => {
    if (event.pointerId !== hand?.id) return;
    if (!hand.moved) {
      if (Math.abs(event.clientX - hand.x) < LEAST_DRAG) return;
      hand.moved = true;
      begin();
    }
    change(hand.draws ? draw(event.clientX) : slide(event.clientX));
  };
  const click = () => {
    const range = pick(time.dayAt(hand.x - hand.left));
    if (!range) return;
    begin();
    change(range);
    hand.moved = true;
  };
  const leave = () => {
    if (!hand.moved) click();
    if (hand.moved) last = [hand.range, time.getRange()];
    hand = null;
  };
  const undo = () => {
    const moved = hand ? hand.moved : last !== null && String(last[1]) === String(time.getRange());
    const before = hand ? hand.range : last?.[0];
    [hand, last] = [null, null];
    if (moved) change(before);
    return moved;
  };
  const handlers = {
    pointerdown: press,
    pointermove: move,
    pointerup: (event) => event.pointerId === hand?.id && leave(),
    pointercancel: (event) => event.pointerId === hand?.id && undo(),
    // A press would move the focus to the map, and the arrow keys with it.
    mousedown: (event) => thumbs.includes(event.target) || event.preventDefault(),
  };
  for (const [name, handler] of Object.entries(handlers)) track.addEventListener(name, handler);
  return { undo };
}

module.exports = { bindBrush };
