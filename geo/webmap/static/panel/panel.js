"use strict";
// What stands in the frame around the map: title, totals, buttons, slider, legend, drawer, credits.

const { say } = require("../language/language.js");
const { make, makeButton } = require("../look/elements.js");
const { recall } = require("../look/remembered.js");
const { Drawer } = require("./drawer.js");
const { makeLegend } = require("./legend.js");
const { readyForPaper } = require("./paper.js");
const { makeTotalsLine } = require("./totals_line.js");

const LOW = 560; // CSS pixels of height; a lower page begins with the legend closed
const CRAMPED = 680; // CSS pixels of the map's width; on a narrower one the legend is open for a look alone
const BESIDE = 900; // the same beside an open drawer, which has what the hand asked for
const ROOM_FOR_WAYS = 760; // CSS pixels of a page's width from which the ways to show begin unfolded under the legend
const GAP = 4; // CSS pixels between what lies over the map and what keeps clear of it

/** A button of the head; its title says more than its text. */
const button = (text, title, act) => makeButton(say(text), act, { name: "strike-button", title: say(title) });

// Tabs of the drawer that the head leads to, where it has room for them.
const TABS = [
  ["counts", "Counts", "Count the strikes by area, kind, actor, source and time; a bar filters"],
  ["compare", "Compare", "Compare the strikes of two periods, or under other filters, side by side"],
];

/** The buttons of the head: { element, choose, filter, titled }, the last with the titles as written. */
function makeButtons(acts) {
  const choose = button("Select an area", "Draw a box, or click the corners of a shape, to choose the strikes in it", acts.choose);
  const filter = button("Filter", "Choose which strikes are shown", () => {});
  filter.hidden = true;
  const children = [
    filter,
    button("List", "List the strikes in view, and those that have no date or no place", acts.list),
    ...TABS.map(([name, text, title]) => makeButton(say(text), () => acts.show(name), { name: "strike-button strike-to-tab", title: say(title) })),
    choose,
    button("Save picture", "Save the map as seen as a PNG picture", acts.savePicture),
  ];
  const titled = children.map((made) => [made, made.title]);
  return { element: make("div", { name: "strike-buttons", children }), choose, filter, titled };
}

/** A line that is hidden while it says nothing. */
function noteLine() {
  const element = make("p", { name: "strike-notes", text: "" });
  element.hidden = true;
  return element;
}

/** Boxes of some parts in their map, in CSS pixels from its corner, with a gap around each. */
function boxesOf(parts) {
  return parts.filter(({ offsetWidth }) => offsetWidth).map((part) => ({
    left: part.offsetLeft - GAP, right: part.offsetLeft + part.offsetWidth + GAP,
    top: part.offsetTop - GAP, bottom: part.offsetTop + part.offsetHeight + GAP,
  }));
}

/** A function that closes the legend while its map is cramped, such as by a drawer, and opens it again after. */
function legendFolder(legend, container, drawer) {
  let [cramped, folded] = [false, false];
  return () => {
    const now = container.clientWidth > 0 && container.clientWidth < (drawer.hidden ? CRAMPED : BESIDE);
    if (now === cramped) return cramped;
    cramped = now;
    legend.classList.toggle("strike-cramped", cramped);
    if (cramped) [folded, legend.open] = [legend.open, false];
    else if (folded) [folded, legend.open] = [false, true];
    return cramped;
  };
}

/** Fills head and foot of a frame. */
function fill(frame, { title, totals, notes, buttons, slider, scale, credit }) {
  frame.head.append(make("div", { name: "strike-line", children: [title, totals.element, buttons.element] }), notes);
  frame.foot.append(slider.element, make("p", { name: "strike-credit", children: [scale, credit] }));
}

/**
 * Fills the frame around a map. `acts`: { list, openListOf(name), closeList, opened, closed, choose, savePicture,
 * setMode(name, value), resized }, the last called when a drawer opens or closes. Returns its parts and destroy().
 */
function makePanel(frame, { L, slider, acts }) {
  const container = frame.ground;
  const [title, scale, credit] = [make("h2", { name: "strike-title", text: "" }), make("span", { name: "strike-scale", text: "" }), make("span", { text: "" })];
  credit.setAttribute("role", "note");
  credit.tabIndex = 0; // cut to one line; who stops there reads it whole
  const totals = makeTotalsLine(acts.openListOf);
  const [buttons, notes] = [makeButtons({ ...acts, show: (name) => drawer.lead(name) }), noteLine()];
  fill(frame, { title, totals, notes, buttons, slider, scale, credit });
  const legend = makeLegend({
    open: recall("legend", !frame.isNarrow() && frame.element.clientHeight >= LOW),
    waysOpen: recall("ways", frame.element.clientWidth >= ROOM_FOR_WAYS),
    setMode: acts.setMode,
  });
  const drawer = new Drawer(frame, acts);
  container.append(legend.element);
  L.DomEvent.disableClickPropagation(legend.element);
  L.DomEvent.disableScrollPropagation(legend.element);
  const leavePaper = readyForPaper(frame, legend.element);
  let covers = null;
  // Read anew only after something has changed its size: a step must not wait for the page's layout.
  const fold = legendFolder(legend.element, container, drawer.element);
  const watcher = new ResizeObserver(() => {
    covers = null;
    fold();
    if (drawer.tab) acts.opened(); // the page may have become too small for two
  });
  const over = [legend.element, ...container.querySelectorAll(".leaflet-control-zoom")];
  for (const part of [container, ...over]) watcher.observe(part);
  return {
    element: frame.foot, title, totals, scale, credit, legend, drawer, filter: buttons.filter,
    /** Boxes of what lies over the map, which badges and names keep clear of. */
    coverBoxes: () => (covers ??= boxesOf(over)),
    /** Takes one more part that lies over the map. */
    cover(part) {
      over.push(part);
      watcher.observe(part);
    },
    /** Says titles as rows and areas are called; `say` is that of terms/nouns.js. */
    call(say) {
      for (const [made, words] of buttons.titled) made.title = say(words);
      totals.call(say);
    },
    /** Lines under the totals. */
    showNotes(lines) {
      const text = lines.join(" · ");
      if (notes.textContent !== text) notes.textContent = text;
      notes.hidden = !text;
    },
    /**
     * What lies over the map's edges, in CSS pixels from each: { left, top, right, bottom }.
     * On a narrow or cramped map the legend is open over it for a look, and counts for nothing.
     */
    getCover() {
      const wide = !frame.isNarrow() && !fold();
      const zoom = container.querySelector(".leaflet-control-zoom");
      return {
        left: wide && zoom ? zoom.offsetLeft + zoom.offsetWidth : 0,
        top: 0,
        right: wide && legend.element.open ? container.clientWidth - legend.element.offsetLeft : 0,
        bottom: 0,
      };
    },
    markChoosing: (active) => buttons.choose.setAttribute("aria-pressed", String(active)),
    destroy() {
      watcher.disconnect();
      leavePaper();
      legend.element.remove();
      slider.destroy();
    },
  };
}

module.exports = { makePanel };
