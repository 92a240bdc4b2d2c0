"use strict";
// The panel around the map: title, totals, slider, legend with the ways to show, buttons, credits.

const { makeDrawer } = require("../lists/drawer.js");
const { make } = require("../look/elements.js");
const { makeLegend } = require("./legend.js");
const { makeTotalsLine } = require("./totals_line.js");

const GAP = 4; // CSS pixels between the panel's parts and what keeps clear of them
const NARROW = 520; // CSS pixels; narrower maps begin with the legend closed

function button(text, label, act) {
  const made = make("button", { name: "strike-button", text });
  made.type = "button";
  made.title = label;
  made.addEventListener("click", act);
  return made;
}

/**
 * Puts the panel into a map's container. `acts`: { list, openListOf(name), closeList, choose, savePicture,
 * setMode(name, value) }.
 * Returns its parts and destroy().
 */
function makePanel(container, { L, slider, acts }) {
  const title = make("h2", { name: "strike-title", text: "" });
  const totals = makeTotalsLine(acts.openListOf);
  const scale = make("span", { name: "strike-scale", text: "" });
  const credit = make("span", { text: "" });
  const choose = button("Choose", "Draw a box, or click the corners of a shape, to choose the strikes in it", acts.choose);
  const notes = make("p", { name: "strike-notes", text: "" });
  notes.hidden = true;
  const filter = button("Filter", "Choose which strikes are shown", () => {});
  filter.hidden = true;
  const buttons = make("div", {
    name: "strike-buttons",
    children: [
      button("List", "List the strikes in view, the undated and the unlocated", acts.list),
      choose,
      filter,
      button("Save picture", "Save the map as seen as a PNG picture", acts.savePicture),
    ],
  });
  const element = make("div", {
    name: "strike-panel",
    children: [
      make("div", { name: "strike-head", children: [totals.element, buttons] }),
      notes,
      slider.element,
      make("p", { name: "strike-note", children: [scale, credit] }),
    ],
  });
  const titled = [...buttons.children].map((made) => [made, made.title]);
  const legend = makeLegend(container.clientWidth > NARROW, acts.setMode);
  const drawer = makeDrawer(container, L, acts.closeList);
  const parts = [title, legend.element, element, drawer.element];
  container.append(...parts);
  for (const part of [legend.element, element]) {
    L.DomEvent.disableClickPropagation(part);
    L.DomEvent.disableScrollPropagation(part);
  }
  let covers = null;
  // Read anew only after something has changed its size: a step must not wait for the page's layout.
  const watcher = new ResizeObserver(() => (covers = null));
  for (const part of [container, title, legend.element, element]) watcher.observe(part);
  const readCovers = () => [title, legend.element, element].filter(({ offsetWidth }) => offsetWidth)
    .map((part) => ({
      left: part.offsetLeft - GAP, right: part.offsetLeft + part.offsetWidth + GAP,
      top: part.offsetTop - GAP, bottom: part.offsetTop + part.offsetHeight + GAP,
    }));
  return {
    element, title, totals, scale, credit, legend, drawer, filter,
    /** Boxes of title, legend and panel, which badges and names keep clear of. */
    coverBoxes: () => (covers ??= readCovers()),
    /** Says titles as rows and areas are called; `say` is that of terms/nouns.js. */
    call(say) {
      for (const [made, words] of titled) made.title = say(words);
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
     * On a narrow map nothing is beside anything: marks go under title and buttons.
     */
    getCover() {
      const { clientWidth: width, clientHeight: height } = container;
      const wide = width > NARROW;
      const zoom = container.querySelector(".leaflet-control-zoom");
      const open = wide && legend.element.open;
      const beside = [...container.querySelectorAll(".strike-drawer, .strike-filters")].filter(({ hidden }) => !hidden);
      const listed = Math.max(0, ...beside.map((part) => part.offsetLeft + part.offsetWidth));
      const upper = [title.offsetTop + title.offsetHeight, wide || !zoom ? 0 : zoom.offsetTop + zoom.offsetHeight];
      return {
        left: wide ? Math.max(listed, zoom ? zoom.offsetLeft + zoom.offsetWidth : 0) : 0,
        top: Math.max(...upper),
        right: open ? width - legend.element.offsetLeft : 0,
        bottom: Math.min(height - element.offsetTop, height / 2),
      };
    },
    markChoosing(active) {
      choose.setAttribute("aria-pressed", String(active));
    },
    destroy() {
      watcher.disconnect();
      for (const part of parts) part.remove();
      slider.destroy();
    },
  };
}

module.exports = { makePanel };
