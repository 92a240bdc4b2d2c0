"use strict";
// What a search or a filter leaves outside the view: the map does not move by itself, a button offers to.

const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");

const MOST = 20_000; // strikes whose own box is worked out; of more it is that of all that pass the filters

class Fit {
  /** `host` is the map's controller. */
  constructor(host) {
    const element = make("button", { name: "strike-fit", text: "" });
    element.hidden = true;
    element.addEventListener("click", (event) => {
      event.stopPropagation(); // it is no click on the map
      this.fit();
    });
    host.container.append(element);
    host.panel.cover(element);
    host.L.DomEvent.disableClickPropagation(element);
    host.cleanups.push(() => element.remove());
    Object.assign(this, { host, element });
  }

  /** A function of the row: whether it is located. */
  get isLocated() {
    const { statuses } = this.host.reader;
    return (row) => statuses(row) === "located";
  }

  /** Once the map rests: the button is there where a located strike of the window is not in view. */
  follow() {
    const { host, element } = this;
    const { width, height } = host.getFrame();
    const { located } = host.marks.totals.dated;
    const seen = located ? host.reader.rowsInBox({ left: 0, top: 0, right: width, bottom: height }).length : 0;
    const text = say("Show all {count}", { count: located });
    if (element.textContent !== text) element.textContent = text;
    element.title = host.say("{some} of {all} located and dated strikes are in view", { some: seen, all: located });
    element.hidden = seen >= located;
  }

  fit() {
    const { host } = this;
    if (host.marks.totals.dated.located > MOST) host.loading.showStrikesWhole();
    else host.reader.flyTo(host.reader.rowsThat(this.isLocated));
  }
}

module.exports = { Fit };
