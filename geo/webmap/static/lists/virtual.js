"use strict";
// A list of which only what is seen is in the page, however long it is: items of known heights in one scrolling box.

const { make } = require("../look/elements.js");
const { activeIn } = require("../look/focus.js");

const AROUND = 300; // CSS pixels above and below what is seen that are in the page too
const TALLEST = 12e6; // CSS pixels; browsers draw no element much taller

/** Where each item begins, in CSS pixels, and where the last ends. */
function stack(heights) {
  const tops = new Float64Array(heights.length + 1);
  heights.forEach((height, i) => (tops[i + 1] = tops[i] + height));
  return tops;
}

/** The last item that begins at or above `y`. */
function itemAt(tops, y) {
  let [low, high] = [0, tops.length - 1];
  while (low < high - 1) {
    const middle = (low + high) >>> 1;
    if (tops[middle] <= y) low = middle;
    else high = middle;
  }
  return low;
}

/** First and last (exclusive) item between two heights. */
function itemsBetween(tops, top, bottom) {
  const count = tops.length - 1;
  if (!count || bottom <= 0 || top >= tops[count]) return [0, 0];
  return [itemAt(tops, Math.max(0, top)), Math.min(count, itemAt(tops, Math.min(bottom, tops[count] - 1)) + 1)];
}

class VirtualList {
  /** `make(item)` gives an item's element, { height } its CSS pixels, { row } what a focus is kept by. */
  constructor(makeItem) {
    this.element = make("ol", { name: "strike-list" });
    Object.assign(this, { makeItem, items: [], tops: stack([]), drawn: new Map(), scroller: null });
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.follow = () => (this.element.isConnected ? this.draw() : this.detach());
  }

  /** Shows other items; one that has the focus keeps it where it is still listed. */
  show(items) {
    const focused = this.focusedRow();
    let height = 0;
    const most = items.findIndex((item) => (height += item.height) > TALLEST);
    this.left = most < 0 ? 0 : items.length - most;
    this.items = most < 0 ? items : items.slice(0, most);
    this.tops = stack(this.items.map((item) => item.height));
    this.element.style.height = `${this.tops[this.items.length]}px`;
    for (const element of this.drawn.values()) element.remove();
    this.drawn.clear();
    this.draw();
    if (focused !== null) this.focusRow(focused);
    requestAnimationFrame(() => this.attach(this.element.closest(".strike-drawer-body")));
  }

  /** The box that scrolls the list; known once the list is in the page. */
  attach(scroller) {
    if (!scroller || this.scroller === scroller) return;
    this.detach();
    this.scroller = scroller;
    scroller.addEventListener("scroll", this.follow, { passive: true });
    this.draw();
  }

  detach() {
    this.scroller?.removeEventListener("scroll", this.follow);
    this.scroller = null;
  }

  /** Puts into the page what is seen, and takes out what no longer is. */
  draw() {
    const [top, height] = this.seen();
    const [first, last] = itemsBetween(this.tops, top - AROUND, top + height + AROUND);
    const active = activeIn(this.element);
    for (const [at, element] of this.drawn) {
      if ((at < first || at >= last) && !element.contains(active)) {
        element.remove();
        this.drawn.delete(at);
      }
    }
    for (let at = first; at < last; at++) if (!this.drawn.has(at)) this.put(at);
  }

  put(at) {
    const element = this.makeItem(this.items[at]);
    element.style.top = `${this.tops[at]}px`;
    element.style.height = `${this.items[at].height}px`;
    element.setAttribute("aria-setsize", String(this.items.length));
    element.setAttribute("aria-posinset", String(at + 1));
    this.drawn.set(at, element);
    const next = [...this.drawn].filter(([other]) => other > at).sort(([a], [b]) => a - b)[0];
    this.element.insertBefore(element, next?.[1] ?? null);
    return element;
  }

  /** What is seen of the list: from where, in CSS pixels, and how much. */
  seen() {
    if (!this.scroller?.isConnected) return [0, 800];
    const [own, box] = [this.element.getBoundingClientRect(), this.scroller.getBoundingClientRect()];
    return [box.top - own.top, box.height];
  }

  focusedRow() {
    const active = activeIn(this.element);
    return active && this.element.contains(active) ? Number(active.dataset.row) : null;
  }

  /** Gives the focus to a row's entry, scrolled to; false where it is not listed. */
  focusRow(row) {
    const at = this.items.findIndex((item) => item.row === row);
    if (at < 0) return false;
    this.reveal(at);
    return true;
  }

  reveal(at) {
    const [top, height] = this.seen();
    if (this.scroller && this.tops[at] < top) this.scroller.scrollTop -= top - this.tops[at];
    if (this.scroller && this.tops[at + 1] > top + height) this.scroller.scrollTop += this.tops[at + 1] - top - height;
    const element = this.drawn.get(at) ?? this.put(at);
    element.querySelector("button")?.focus({ preventScroll: true });
    this.draw();
  }

  /** Arrows go from entry to entry, Home and End to the first and the last. */
  press(event) {
    const at = this.items.findIndex((item) => item.row === this.focusedRow());
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: this.items.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    const direction = event.key === "ArrowUp" || event.key === "End" ? -1 : 1;
    let to = next;
    while (this.items[to] && this.items[to].row === undefined) to += direction;
    event.preventDefault();
    if (this.items[to]) this.reveal(to);
  }
}

module.exports = { VirtualList, itemsBetween, stack };
