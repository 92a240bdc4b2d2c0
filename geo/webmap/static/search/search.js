"use strict";
// The search over the map: what is typed is offered as places, areas and strikes, and what is chosen is read and flown to.

const { listOptions } = require("./options.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { keyOf } = require("../look/keys.js");

const REST_MS = 120; // the hand rests before what it types is looked for
const LABEL = "Search a place, an area, a strike or a month";
let made = 0; // lists need ids of their own

class Search {
  /** Puts the search into a corner of the map of controller `host`; stop() takes it away. */
  constructor(host) {
    Object.assign(this, { host, options: [], at: -1, timer: null, turn: 0 });
    const id = `strike-found-${++made}`;
    this.field = make("input");
    Object.assign(this.field, { type: "search", placeholder: host.say("Search"), autocomplete: "off", title: `${say(LABEL)} (/)` });
    for (const [name, value] of Object.entries({ role: "combobox", "aria-label": say(LABEL), "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
      this.field.setAttribute(name, value);
    }
    this.list = make("div", { name: "strike-found" });
    this.list.id = id;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say(LABEL));
    this.list.hidden = true;
    this.element = make("div", { name: "strike-search", children: [this.field, this.list] });
    host.container.append(this.element);
    this.element.addEventListener("mousemove", (event) => event.stopPropagation()); // it points at nothing of the map
    host.L.DomEvent.disableClickPropagation(this.element);
    host.L.DomEvent.disableScrollPropagation(this.element);
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("focus", () => (this.prepare(), this.field.value && this.wait()));
    this.element.addEventListener("focusout", ({ relatedTarget }) => !this.element.contains(relatedTarget) && this.shut());
    this.element.addEventListener("keydown", (event) => this.press(event));
    this.shortcut = (event) => this.takeSlash(event);
    host.frame.element.addEventListener("keydown", this.shortcut);
    document.addEventListener("keydown", this.shortcut);
  }

  stop() {
    clearTimeout(this.timer);
    this.turn++;
    document.removeEventListener("keydown", this.shortcut);
    this.host.frame.element.removeEventListener("keydown", this.shortcut);
    this.element.remove();
  }

  /** "/" goes to the search, of the map that the focus is in, else of the first of the page. */
  takeSlash(event) {
    if (keyOf(event) !== "/" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    if (target.closest?.("input, select, textarea, [contenteditable]")) return;
    const root = this.element.getRootNode();
    const inside = this.host.frame.element.contains(target);
    if (!inside && (root.querySelector(".strike-search") !== this.element || event.composedPath().some((part) => part.matches?.(".strike-map")))) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  /** Opens the texts while the first letters are typed. */
  prepare() {
    if (this.host.strikes) this.host.reader.readTexts();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), REST_MS);
    this.old = true;
  }

  async look() {
    const turn = ++this.turn;
    const { host, field } = this;
    clearTimeout(this.timer);
    if (!field.value.trim()) return this.shut();
    const texts = host.strikes && (await host.reader.readTexts());
    if (!texts || turn !== this.turn) return undefined;
    return this.show(listOptions(host, texts, field.value));
  }

  show(options) {
    Object.assign(this, { options, at: -1, old: false });
    const parts = [];
    let group = null;
    options.forEach((option, i) => {
      if (option.group !== group) parts.push(make("h4", { text: (group = option.group) }));
      const element = make("div", { name: "strike-found-one", children: [make("span", { text: option.words }), make("small", { text: option.more })] });
      element.id = `${this.list.id}-${i}`;
      element.setAttribute("role", "option");
      element.setAttribute("aria-selected", "false");
      element.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      element.addEventListener("click", () => this.choose(i));
      option.element = element;
      parts.push(element);
    });
    if (!options.length) parts.push(make("p", { name: "strike-reason", text: this.host.say("Nothing of this name among the strikes shown.") }));
    this.list.replaceChildren(...parts);
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.mark(options.length ? 0 : -1);
  }

  mark(at) {
    this.options[this.at]?.element.setAttribute("aria-selected", "false");
    this.at = at;
    const element = this.options[at]?.element;
    element?.setAttribute("aria-selected", "true");
    element?.scrollIntoView({ block: "nearest" });
    if (element) this.field.setAttribute("aria-activedescendant", element.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  shut() {
    clearTimeout(this.timer);
    this.turn++;
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    this.options = [];
  }

  choose(at) {
    const option = this.options[at];
    if (!option) return;
    this.shut();
    this.field.blur();
    option.act();
  }

  async press(event) {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (this.list.hidden) {
        this.field.value = "";
        this.host.container.focus({ preventScroll: true });
      }
      this.shut();
    } else if (step && this.options.length) {
      event.preventDefault();
      this.mark((this.at + step + this.options.length) % this.options.length);
    } else if (key === "Enter") {
      event.preventDefault();
      if (this.list.hidden || this.old) await this.look();
      this.choose(this.at);
    }
    if (step || key === "Enter") event.stopPropagation(); // the map would move
  }
}

module.exports = { Search };
