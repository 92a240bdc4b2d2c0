"use strict";
// Two quick taps are a double tap only at one spot: on two marks they choose two strikes, and the map stays.

const SLOP = 30; // CSS pixels between two taps of one finger at one spot

/**
 * Has a Leaflet map zoom by double taps at one spot alone; returns what ends it. Leaflet makes a double click of
 * two touches within 200 ms wherever they were.
 */
function zoomAtOneSpot(map) {
  const { doubleClickZoom: zoom } = map;
  const container = map.getContainer();
  const took = zoom._onDoubleClick; // Leaflet listens with it, and reads it at each enable and disable
  let [last, here] = [null, null];
  const tap = (event) => ([last, here] = [here, event]);
  const swap = (handler) => {
    const enabled = zoom.enabled();
    zoom.disable();
    zoom._onDoubleClick = handler;
    if (enabled) zoom.enable();
  };
  container.addEventListener("click", tap, true); // before Leaflet counts the tap
  swap((event) => {
    const away = last ? Math.hypot(here.clientX - last.clientX, here.clientY - last.clientY) : 0;
    if (away <= SLOP) took.call(zoom, event);
  });
  return () => {
    container.removeEventListener("click", tap, true);
    if (map._loaded) swap(took);
  };
}

module.exports = { zoomAtOneSpot };
