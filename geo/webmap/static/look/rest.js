"use strict";
// What waits for the hand to rest: never done in the step itself.

const REST_MS = 250; // after the last drawing

/** Calls act() once the map has not been drawn for REST_MS. */
function afterRest(host, act) {
  let timer = null;
  host.on("draw", () => {
    clearTimeout(timer);
    timer = setTimeout(act, REST_MS);
  });
  host.cleanups.push(() => clearTimeout(timer));
}

module.exports = { afterRest };
