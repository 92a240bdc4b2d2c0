"use strict";
// A step of the map: the window's rows counted, drawn and said in the panel.

const { countGroups } = require("../counting/counter.js");
const { scaleBar } = require("../data/mercator.js");
const { readNear, wordNear } = require("../data/nearness.js");
const { listSources, sourcesOf } = require("../data/sources.js");
const { say } = require("../language/language.js");
const { countriesIn, drawBaseMap } = require("../map/base_map.js");
const { contestedIn, wordContested } = require("../map/contested.js");
const { drawMarkLayer } = require("../marks/mark_layer.js");
const { describeModes, scaleOf } = require("../modes/modes.js");

/** The circle that a page around the map filters by, which the page itself may say out of sight; "" for none. */
function wordCircle({ chosen }) {
  const near = chosen?.near?.length ? readNear(chosen.near[0]) : null;
  return near ? say("Only {circle}", { circle: wordNear(near) }) : "";
}

// What a redraw does: all; only to say in the panel what is counted, whose words head and foot have their height
// by, before the first view is settled; or nothing, while it is.
const STAGES = { whole: "whole", words: "words", none: "none" };

class Drawing {
  /** `host` is the map's controller. */
  constructor(host) {
    Object.assign(this, { host, drawnBase: null, stage: STAGES.whole });
  }

  /** Draws the base layer anew at the next step, though the view is the same. */
  forget() {
    this.drawnBase = null;
    this.host.layers.forget();
  }

  redraw() {
    const { host, stage } = this;
    if (!host.strikes || !host.placed || host.destroyed || !host.theme || stage === STAGES.none) return;
    const { surface } = host;
    const frame = host.getFrame();
    if (host.map._animatingZoom || !frame.width) return;
    const view = this.lookAt();
    const marks = host.counter.step(frame, host.slider.getRange() ?? [0, -1], view);
    marks.totals.unjudged = (host.filtering?.shown ?? host).unjudged?.count(host.slider.getRange() ?? [0, -1], view) ?? 0;
    if (stage === STAGES.words) return void this.tell(marks, frame);
    this.redrawBaseLayer(frame);
    host.layers.draw(frame);
    host.comparing.match(marks, frame);
    host.spiderfier.follow(marks, frame);
    drawMarkLayer(surface.prepare(surface.markLayer, frame), frame, marks, { host, scale: surface.scale });
    surface.settle(frame);
    this.tell(marks, frame);
    host.emit("draw", marks.totals);
  }

  /** What is counted, and how it is shown. */
  lookAt() {
    const { baseMap, comparing, mode, modes, selected, slider } = this.host;
    return { mode, modes, selected, baseMap, compared: comparing.compared, undated: slider.isWhole() };
  }

  /** Says what was counted in a frame in the panel. */
  tell(marks, frame) {
    const { host } = this;
    const { comparing, modes, panel, strikes } = host;
    host.marks = marks;
    panel.totals.show(marks.totals);
    panel.legend.showContested(wordContested(contestedIn(host.baseMap, frame), modes.labels, host.baseMap.country));
    panel.legend.showScale(comparing.scale(scaleOf(marks, host)), host.theme);
    panel.showNotes([wordCircle(host.options), ...host.notes].filter(Boolean));
    const sources = listSources(marks.mode.bySource ? sourcesOf(strikes) : null, modes.told_by);
    panel.legend.show(host.groups, countGroups(marks), { modes, undated: marks.totals.undated, sources, strikes, say: host.say });
  }

  /** The names of countries where own tiles lie under the strikes: those of the base map. */
  nameCountries(frame, language) {
    const { homes, neighbours } = countriesIn(this.host.baseMap, frame, language);
    return [...homes, ...neighbours];
  }

  /** Draws the base map where the view has changed; a step of the slider leaves it alone. */
  redrawBaseLayer(frame) {
    const { baseMap, map, panel, surface, theme } = this.host;
    const { zoom, left, top, width, height } = frame;
    const now = [zoom, left, top, width, height, theme.dark].join();
    if (now === this.drawnBase) return;
    drawBaseMap(surface.prepare(surface.baseLayer, frame), baseMap, frame, theme);
    this.drawnBase = now;
    const bar = scaleBar(map.getCenter().lat, zoom, 90);
    panel.scale.textContent = bar.label;
    panel.scale.style.width = `${bar.pixels}px`;
  }
}

/** Counts and marks as drawn: for tests, and for pages that show the same numbers. */
function describeMarks(marks) {
  const { badges, countryOnly, labels, totals, outside } = marks;
  return {
    totals, outside,
    badges: badges.map(({ left, top, right, bottom, count, name }) => ({ left, top, right, bottom, count, name })),
    labels: labels.map(({ text, middle, y, font }) => ({ text, x: middle, y, font })),
    countryOnly: countryOnly ?? null, // counted in totals.unlocated
    ...describeModes(marks),
  };
}

module.exports = { Drawing, STAGES, describeMarks, wordCircle };
