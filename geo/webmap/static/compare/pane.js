"use strict";
// Side A as a map of its own beside that of side B: the same view and land, moved by the same hand.

const { wordTotals } = require("../counting/totals.js");
const { make } = require("../look/elements.js");
const { frameOf, takeSize } = require("../map/leaflet_map.js");
const { makeSteps } = require("./table.js");
const { drawBaseMap } = require("../map/base_map.js");
const { drawMarkLayer } = require("../marks/mark_layer.js");
const { LabelPositions } = require("../marks/label_positions.js");

const ROOMY = 720; // CSS pixels of a map beside which an open legend leaves enough
const MOST = 0.5; // of the land
const NO_SPIDERFY = { takeBoxes() {}, draw() {}, without: (marks) => marks, shows: () => false };
const NO_PANEL = { coverBoxes: () => [], title: { hidden: true, textContent: "" } };

/** Whether most of what a map shows at first is seen: where a hand has gone nearer, its view stays. */
function seesMost({ loading: { wholeBox: box }, map }) {
  const { world, left, top, width, height } = frameOf(map);
  const across = Math.min(box.right * world, left + width) - Math.max(box.left * world, left);
  const down = Math.min(box.bottom * world, top + height) - Math.max(box.top * world, top);
  return across > 0 && down > 0 && across * down > MOST * (box.right - box.left) * (box.bottom - box.top) * world ** 2;
}

class Pane {
  constructor(comparing) {
    const { host } = comparing;
    const [tagA, tagB] = ["a", "b"].map((side) => make("p", { name: `strike-side-tag strike-side-${side}`, text: "" }));
    const canvas = make("canvas");
    canvas.setAttribute("role", "img");
    const element = make("div", { name: "strike-before", children: [canvas] });
    const scale = make("ul", { name: "strike-side-scale" });
    Object.assign(this, { comparing, host, tagA, tagB, scale, canvas, element, positions: new LabelPositions() });
    this.inner = host.container.parentElement;
    this.parts = [scale, tagA, element, tagB];
    for (const part of this.parts) {
      part.hidden = true;
      this.inner.insertBefore(part, host.container);
    }
    this.bind();
  }

  /** What is drawn of side A, as drawMarkLayer takes it: on the map's own ground, whatever tiles side B has. */
  get drawn() {
    const { host, comparing: { marks, counter } } = this;
    const { theme, baseMap, modes } = host;
    return {
      strikes: counter.strikes, theme, baseMap, modes, tiles: {}, groups: marks && counter.groups, selected: null, labelPositions: this.positions,
      spiderfier: NO_SPIDERFY, panel: NO_PANEL,
    };
  }

  /** Shows side A where two maps are side by side, as large as B's map. */
  show(beside) {
    if (this.element.hidden === beside) this.toggle(beside);
    if (!beside) return;
    const { comparing, host } = this;
    const steps = JSON.stringify(comparing.steps);
    if (steps !== this.shown) {
      this.shown = steps;
      this.scale.replaceChildren(...makeSteps(comparing.steps));
    }
    this.scale.hidden = !comparing.steps.length;
    [this.tagA, this.tagB].forEach((tag, i) => {
      const text = comparing.wordSide("AB"[i]);
      if (tag.textContent !== text) [tag.textContent, tag.title] = [text, text];
    });
    this.draw();
  }

  /** Makes room for side A, or gives it back: where most of the land was seen, all of it is seen then. */
  toggle(beside) {
    const { host, inner } = this;
    const whole = seesMost(host);
    for (const part of this.parts) part.hidden = !beside;
    inner.classList.toggle("strike-beside", beside);
    const legend = host.panel.legend.element;
    if (beside && host.container.clientWidth < ROOMY) legend.open = false; // it would cover half of a map
    takeSize(host.map);
    if (whole) host.loading.showAll();
  }

  draw() {
    const { host, canvas, comparing: { marks } } = this;
    const frame = host.getFrame();
    const { scale } = host.surface;
    const [width, height] = [Math.round(frame.width * scale), Math.round(frame.height * scale)];
    if (!width || !height) return;
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
      [canvas.style.width, canvas.style.height] = [`${frame.width}px`, `${frame.height}px`];
    }
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    if (host.tiles.layer) drawBaseMap(context, host.baseMap, frame, host.theme);
    else context.drawImage(host.surface.baseLayer, 0, 0, frame.width, frame.height);
    host.layers.drawInto(context, frame, this.comparing.range);
    drawMarkLayer(context, frame, marks, { host: this.drawn, scale: null });
    const words = `${this.tagA.textContent}. ${wordTotals(marks.totals)}. ${host.say(marks.mode.word(marks, frame))}.`;
    if (canvas.getAttribute("aria-label") !== words) canvas.setAttribute("aria-label", words);
  }

  /** The hand on side A moves B's map, which A follows. */
  bind() {
    const { element, host } = this;
    let from = null;
    element.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" && host.options.guest) return; // the page's, which scrolls
      from = [event.clientX, event.clientY];
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", ({ clientX, clientY }) => {
      if (!from) return;
      host.map.panBy([from[0] - clientX, from[1] - clientY], { animate: false });
      from = [clientX, clientY];
    });
    for (const type of ["pointerup", "pointercancel"]) element.addEventListener(type, () => (from = null));
    const zoom = (event, steps) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      host.map.setZoomAround([event.clientX - left, event.clientY - top], host.map.getZoom() + steps, { animate: false });
    };
    element.addEventListener("wheel", (event) => {
      if (host.options.guest && !event.ctrlKey && !event.metaKey) return; // the page scrolls
      zoom(event, event.deltaY < 0 ? 0.5 : -0.5);
    }, { passive: false });
    element.addEventListener("dblclick", (event) => zoom(event, 1));
  }

  destroy() {
    this.inner.classList.remove("strike-beside");
    for (const part of this.parts) part.remove();
  }
}

module.exports = { Pane };
