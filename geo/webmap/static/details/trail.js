"use strict";
// What was read one after another, as a trail that is walked back and forward.

const LONGEST = 100; // entries; the oldest go first

/** Entries { said, ... }, `said` as the address has them, "" where it cannot. */
class Trail {
  constructor() {
    Object.assign(this, { entries: [], at: -1 });
  }

  get current() {
    return this.entries[this.at] ?? null;
  }

  /** Whether there is something in a direction, -1 back or 1 forward. */
  leads(direction) {
    return this.at + direction in this.entries;
  }

  /**
   * Takes up what is read now, in the place of all that lay ahead. Where the browser's own way back led
   * to it (`walked`), it is gone to where the trail has it beside its place.
   */
  add(entry, walked = false) {
    const same = (other) => other && (other === entry || (entry.said !== "" && other.said === entry.said));
    for (const step of walked ? [0, -1, 1] : [0]) {
      if (!same(this.entries[this.at + step])) continue;
      this.at += step;
      this.entries[this.at] = entry;
      return;
    }
    this.entries.splice(this.at + 1, Infinity, entry);
    if (this.entries.length > LONGEST) this.entries.shift();
    this.at = this.entries.length - 1;
  }

  /** Goes one step in a direction: the entry there, null where there is none. */
  walk(direction) {
    if (!this.leads(direction)) return null;
    this.at += direction;
    return this.current;
  }

  /** Takes the entry out that was walked to in a direction; the trail stands where it was come from. */
  drop(direction) {
    this.entries.splice(this.at, 1);
    if (direction > 0) this.at -= 1;
  }
}

module.exports = { Trail };
