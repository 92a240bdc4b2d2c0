"use strict";
// The list of the strikes in view: while it is open it follows the map, after the hand rests.

const { selectRows } = require("../data/select.js");
const { StrikeList } = require("../lists/list.js");
const { undatedRows } = require("../lists/unlocated.js");
const { make } = require("../look/elements.js");
const { STRIKES } = require("../terms/nouns.js");
const { capital, wordUndated } = require("../terms/words.js");

function sameRows(parts, others) {
  const same = ([name, rows, all], i) =>
    others[i][0] === name && others[i][2] === all && others[i][1].length === rows.length && rows.every((row, j) => row === others[i][1][j]);
  return parts.length === others.length && parts.every(same);
}

class ListInView {
  constructor(host) {
    Object.assign(this, { host, section: null, parts: [] });
  }

  /** Strikes whose point is in view, of how many; then those without a point; then the undated: [heading, rows, all]. */
  findParts() {
    const { host } = this;
    const { map, reader, rows, say, strikes } = host;
    const { x: right, y: bottom } = map.getSize();
    const seen = reader.isInBox({ left: 0, top: 0, right, bottom });
    const located = strikes.statuses.indexOf("located");
    const { status } = strikes.columns;
    const placeless = [];
    let pointed = 0;
    const inView = selectRows(strikes, rows, (row) => {
      if (status[row] === located) return (pointed++, seen(row));
      placeless.push(row);
      return false;
    });
    return [[say("In view"), inView, pointed], [say("Known only to an area, or not located"), reader.byDate(placeless)], [capital(wordUndated(strikes)), host.slider.isWhole() ? undatedRows(strikes) : []]]
      .filter(([, found]) => found.length);
  }

  /** The list as an entry of visits.js. */
  get entry() {
    return {
      said: "list:view", tab: "list",
      build: (texts) => {
        this.make(texts);
        return {
          tab: "list", content: this.section,
          follow: (now) => this.follow(now), returnTo: (row) => this.list.focusRow(row),
        };
      },
    };
  }

  async open() {
    if (this.host.marks) await this.host.visits.open(this.entry);
  }

  make(texts) {
    this.count = make("span", { text: "" });
    this.count.setAttribute("aria-live", "polite");
    this.list = new StrikeList((row) => this.host.reader.openStrike(row, { closely: true }));
    this.section = make("section", { name: "strike-read", children: [make("h3", { children: [this.count] }), this.list.element] });
    this.fill(texts, this.findParts());
  }

  /** Brings an open list up to the map as drawn: what was scrolled to and focused stays. */
  follow(texts) {
    const { host } = this;
    const parts = this.findParts();
    if (sameRows(parts, this.parts)) return;
    const active = this.section.getRootNode().activeElement;
    const focused = this.section.contains(active) ? active : null;
    const before = focused?.getBoundingClientRect().top;
    this.fill(texts, parts);
    if (!focused) return;
    const kept = this.section.getRootNode().activeElement;
    if (this.section.contains(kept)) this.section.parentElement.scrollTop += kept.getBoundingClientRect().top - before;
    else host.panel.drawer.element.focus({ preventScroll: true });
  }

  fill(texts, parts) {
    const { host } = this;
    const total = parts.reduce((sum, [, rows]) => sum + rows.length, 0);
    const title = host.say(STRIKES, { count: total });
    if (this.count.textContent !== title) this.count.textContent = title;
    this.list.show(host.strikes, texts, parts);
    this.parts = parts;
  }
}

module.exports = { ListInView };
