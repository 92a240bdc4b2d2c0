"use strict";
// What is read in the drawer, and the way back and forward between what was read.

const { areaEntry, placeEntry, readEntry } = require("./entries.js");
const { Trail } = require("./trail.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { leadInto } = require("../look/focus.js");

const NOTHING = "Nothing is open here yet. Click a strike, a circle or an area on the map.";

const ABSENT = "What this link opens is not among the strikes shown:";
const UNREAD = "What this link opens could not be read:";

/**
 * Entries are { said, build(texts) }: `said` is what the address says of it, "" where it cannot, and
 * build() gives what is shown, null where the strikes shown have it no more:
 *   content: an element with a h3; tab: the drawer's, "details" where not given;
 *   row: the strike that is read, which the map marks, null for none; marked: another one whose mark stands for what is read;
 *   follow(texts): brings the content up to the map as drawn; may be missing.
 */
class Visits {
  /** `host` is the map's controller. */
  constructor(host) {
    Object.assign(this, { host, trail: new Trail(), view: null, said: "", turn: 0 });
    host.addressParts.open = { get: () => this.said, show: (said) => this.showSaid(said) };
    const { drawer } = host.panel;
    drawer.offerSteps((direction) => this.go(direction));
    drawer.register({ name: "details", label: "Details", show: (body) => this.openLast(body) });
  }

  /**
   * Opens an entry as the next step; false where it cannot be, null where another was opened by then. announced: whether the
   * page is told; walked: whether the browser's own way back or forward may have led here.
   */
  async open(entry, { announced = true, walked = false } = {}) {
    const turn = ++this.turn;
    const texts = await this.host.reader.readTexts();
    if (!texts || turn !== this.turn) return null;
    const view = entry.build(texts);
    if (!view) return false;
    this.trail.add(entry, walked);
    this.show(entry, view, announced);
    return true;
  }

  openPlace(word) {
    return this.open(placeEntry(this.host, word));
  }

  openArea(code) {
    return this.open(areaEntry(this.host, code));
  }

  /** Shows what an address says, "" for nothing; what cannot be read, or is not among the strikes shown, is told. */
  async showSaid(said) {
    const { drawer } = this.host.panel;
    if (said === this.said) return;
    if (!said) {
      if (this.view) drawer.close();
      return;
    }
    const entry = readEntry(this.host, said);
    if (entry && (await this.open(entry, { announced: false, walked: true })) !== false) return;
    const words = [make("h3", { text: say("Not found") }), make("p", { text: `${this.host.say(entry ? ABSENT : UNREAD)} open=${said}` })];
    drawer.open(make("section", { name: "strike-read strike-absent", children: words }));
  }

  /** Goes back (-1) or forward (1); what is no more is passed over. */
  async go(direction) {
    const turn = ++this.turn;
    const texts = await this.host.reader.readTexts();
    if (!texts || turn !== this.turn) return;
    const { row } = this.view ?? {};
    for (let entry = this.trail.walk(direction); entry; entry = this.trail.walk(direction)) {
      const view = entry.build(texts);
      if (view) {
        this.show(entry, view, true);
        view.returnTo?.(row);
        return;
      }
      this.trail.drop(direction);
    }
    this.markSteps();
  }

  show(entry, view, announced) {
    const { host } = this;
    const { row = null, content, tab } = view;
    Object.assign(this, { view, said: entry.said });
    host.selected = row ?? view.marked ?? null;
    host.reader.makeRoom(view);
    host.panel.drawer.open(content, { tab });
    this.markSteps();
    leadInto(content);
    if (row !== null) host.reader.bringIntoView(row);
    host.redraw();
    if (announced) this.announce();
  }

  /** Tells the page what a hand opened, or closed, which is a step of its address. */
  announce() {
    this.host.emit("open", this.said);
    this.host.emit("step");
  }

  markSteps() {
    this.host.panel.drawer.markSteps([-1, 1].map((direction) => this.trail.leads(direction)));
  }

  /** What the tab of details shows when a hand brings it to the front: what it had last. */
  async openLast(body) {
    const { entries } = this.trail;
    const last = entries.findLast(({ tab = "details" }) => tab === "details");
    if (last && (await this.open(last)) !== false) return;
    this.closed(); // the strikes shown have it no more
    body.replaceChildren(make("p", { name: "strike-hint", text: this.host.say(NOTHING) }));
  }

  /** After a drawing: what is read follows the window. */
  async follow() {
    const { view } = this;
    if (!view?.follow || !view.content.isConnected) return;
    const texts = await this.host.reader.readTexts();
    if (texts && view === this.view && view.content.isConnected) view.follow(texts);
  }

  /** Other strikes are shown: what is read is read among them, or closed. */
  async renew() {
    const { drawer } = this.host.panel;
    const entry = this.trail.current;
    if (!this.view || drawer.tab !== (this.view.tab ?? "details")) return;
    const turn = ++this.turn;
    const texts = await this.host.reader.readTexts();
    if (!texts || turn !== this.turn) return;
    const view = entry?.build(texts);
    if (!view) {
      drawer.close();
      return;
    }
    this.view = view;
    this.host.selected = view.row ?? view.marked ?? null;
    drawer.replace(view.content);
    this.host.redraw();
  }

  /** The drawer was closed: nothing is read or marked. */
  closed() {
    this.turn++;
    if (!this.view) return;
    Object.assign(this, { view: null, said: "" });
    this.host.selected = null;
    this.host.redraw();
    this.announce();
  }
}

module.exports = { Visits };
