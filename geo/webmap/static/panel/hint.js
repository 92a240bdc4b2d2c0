"use strict";
// What is said of contested land and of own layers where the pointer is over them.

const { make } = require("../look/elements.js");
const { DRAWN, contestedAt, wordContested } = require("../map/contested.js");

const ASIDE = 14; // CSS pixels from the pointer

class Hint {
  /** `host` is the map's controller. */
  constructor(host) {
    const element = make("p", { name: "strike-tooltip", text: "" });
    element.hidden = true;
    element.setAttribute("role", "tooltip");
    host.container.append(element);
    const hide = () => this.hide();
    host.container.addEventListener("pointerleave", hide);
    host.cleanups.push(() => {
      host.container.removeEventListener("pointerleave", hide);
      element.remove();
    });
    Object.assign(this, { host, element, area: null, named: "" });
  }

  /** Follows the pointer, in CSS pixels from the map's corner; a mark under it goes first. `named`: the feature of an own layer there. */
  follow(point, marked, named = "") {
    const { baseMap, container, modes } = this.host;
    const area = marked || !baseMap ? null : contestedAt(baseMap, point, this.host.getFrame());
    if (!area && !named) {
      this.hide();
      return;
    }
    const { element } = this;
    if (area !== this.area || named !== this.named) {
      const contested = area ? `${wordContested([area], modes.labels, baseMap.country)[0]} ${DRAWN}` : "";
      element.textContent = [named, contested].filter(Boolean).join(" · ");
    }
    Object.assign(this, { area, named });
    element.hidden = false;
    const inLeftHalf = point.x < container.clientWidth / 2; // the legend stands at the right
    const left = inLeftHalf ? point.x + ASIDE : point.x - ASIDE - element.offsetWidth;
    const room = container.clientWidth - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(left, room))}px`;
    const under = point.y + ASIDE + element.offsetHeight <= container.clientHeight;
    element.style.top = `${under ? point.y + ASIDE : point.y - ASIDE - element.offsetHeight}px`;
  }

  hide() {
    Object.assign(this, { area: null, named: "" });
    this.element.hidden = true;
  }
}

module.exports = { Hint };
