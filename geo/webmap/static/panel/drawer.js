"use strict";
// The drawer at the map's right: tabs, one in front; it takes its width from the map and covers nothing.

const { say } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { activeIn, focusFirst } = require("../look/focus.js");

/** A tab's button and the box of its contents. */
function makeTab({ name, label }, act) {
  const button = makeButton(say(label), act);
  button.setAttribute("role", "tab");
  button.dataset.tab = name;
  const body = make("div", { name: "strike-drawer-body" });
  body.setAttribute("role", "tabpanel");
  body.setAttribute("aria-label", say(label));
  body.hidden = true;
  return { name, button, body };
}

const STEPS = [["←", "Back to what was read before", -1], ["→", "Forward", 1]];

class Drawer {
  /**
   * Puts a closed drawer into a frame's right side. acts: { closeList(), opened(), closed(), resized() }, the first
   * when the hand closes it, the others whenever it is opened, closed, or either.
   */
  constructor(frame, acts) {
    const close = makeButton("×", () => this.shut(), { name: "strike-close", title: say("Close the list"), label: say("Close the list") });
    this.strip = make("div", { name: "strike-tabs" });
    this.strip.setAttribute("role", "tablist");
    this.steps = [];
    this.bar = make("div", { name: "strike-drawer-bar", children: [this.strip, close] });
    const element = make("section", { name: "strike-drawer", children: [this.bar] });
    element.setAttribute("aria-label", say("Details"));
    element.tabIndex = -1;
    element.hidden = true;
    frame.right.append(element);
    Object.assign(this, { frame, element, opener: null, tabs: [], front: null, acts });
    element.addEventListener("keydown", (event) => this.press(event));
  }

  /** The name of the tab in front, null where the drawer is closed. */
  get tab() {
    return this.element.hidden ? null : this.front?.name ?? null;
  }

  /**
   * Adds a tab: { name, label, show(body), hide() }. `show` is called when the hand brings the tab
   * to the front, and fills its body as it likes (with open(), or by itself); `hide` when it goes
   * behind another or the drawer is closed. Both can be left out.
   */
  register({ name, label, show = () => {}, hide = () => {} }) {
    const tab = { ...makeTab({ name, label }, () => this.show(name)), show, hide };
    this.tabs.push(tab);
    this.strip.append(tab.button);
    this.element.append(tab.body);
    this.mark();
  }

  /** Puts buttons for a way back and forward into the bar; `go` takes -1 or 1. */
  offerSteps(go) {
    const act = (button, direction) => button.getAttribute("aria-disabled") !== "true" && go(direction);
    this.steps = STEPS.map(([sign, words, direction]) => {
      const button = makeButton(sign, () => act(button, direction), { name: "strike-walk", title: say(words), label: say(words) });
      return button;
    });
    this.bar.prepend(...this.steps);
    this.markSteps([false, false]);
  }

  /** Says whether there is something to go back to, and forward; a button that leads nowhere keeps its focus. */
  markSteps(leads) {
    this.steps.forEach((button, i) => {
      button.setAttribute("aria-disabled", String(!leads[i]));
      button.hidden = !leads.some(Boolean);
    });
  }

  find(name) {
    return this.tabs.find((tab) => tab.name === name) ?? this.tabs[0];
  }

  /** Puts content into a tab's body and that tab to the front. */
  open(content, { tab: name = "details" } = {}) {
    const active = activeIn(this.frame.ground);
    if (!this.element.contains(active)) this.opener = active;
    const tab = this.find(name);
    tab.body.replaceChildren(content);
    this.bring(tab);
    tab.body.scrollTop = 0;
  }

  /** Puts content in the place of what the tab in front has; where the focus was in that, it goes to the drawer. */
  replace(content) {
    const { body } = this.front;
    const focused = body.contains(activeIn(this.frame.ground));
    body.replaceChildren(content);
    if (focused) this.element.focus({ preventScroll: true });
  }

  /** Brings a tab to the front, as a click on it does. */
  show(name) {
    const tab = this.find(name);
    if (this.tab === tab.name) return;
    if (this.element.hidden) this.opener = activeIn(this.frame.ground);
    this.bring(tab);
    tab.show(tab.body);
  }

  /** Brings a tab to the front and the keyboard to it; Escape leads back to where it was. */
  lead(name) {
    this.show(name);
    focusFirst(this.find(name).button);
  }

  bring(tab) {
    if (this.front && this.front !== tab) this.front.hide();
    this.front = tab;
    if (this.element.hidden) this.acts.opened();
    this.element.hidden = false;
    this.mark();
    this.acts.resized();
  }

  mark() {
    for (const { button, body, name } of this.tabs) {
      const inFront = this.front?.name === name;
      button.setAttribute("aria-selected", String(inFront));
      button.tabIndex = inFront ? 0 : -1;
      body.hidden = !inFront;
    }
  }

  /** Left and right go from tab to tab, with Alt back and forward; Escape closes the drawer. */
  press(event) {
    if (event.key === "Escape") {
      this.shut();
      return;
    }
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.altKey && direction && this.steps.length) {
      event.preventDefault(); // the browser's own way back
      this.steps[direction < 0 ? 0 : 1].click();
      return;
    }
    const at = this.tabs.findIndex(({ button }) => button === event.target);
    if (!direction || at < 0) return;
    const next = this.tabs[(at + direction + this.tabs.length) % this.tabs.length];
    this.show(next.name);
    next.button.focus();
  }

  /** Closes the drawer; its opener gets the focus back that was in it. */
  close() {
    if (this.element.hidden) return;
    const focused = this.element.contains(activeIn(this.frame.ground));
    this.element.hidden = true;
    this.acts.resized();
    this.front?.hide();
    for (const { body } of this.tabs) body.replaceChildren();
    this.acts.closed();
    if (focused) focusFirst(this.opener, this.frame.ground);
  }

  /** What the hand closes. */
  shut() {
    this.close();
    this.acts.closeList();
  }
}

module.exports = { Drawer };
