"use strict";
// Less motion where the system asks for it: the map is at once where it would have moved to before the eye.

const QUERY = "(prefers-reduced-motion: reduce)";
const OPTIONS_AT = { panBy: 1, flyTo: 2, flyToBounds: 1 }; // the place of their options among the arguments

const isCalm = () => matchMedia(QUERY).matches;

/** A method of a map with the options at a place of its arguments; less motion is asked for in them. */
function calmly(map, name, place) {
  const move = map[name].bind(map);
  return (...given) => {
    if (!isCalm()) return move(...given);
    const wanted = [...given];
    wanted[place] = { ...given[place], animate: false };
    return move(...wanted);
  };
}

/** Has a Leaflet map keep still between two views as long as the system asks for that, its own buttons and keys too; returns what ends it. */
function keepCalm(map) {
  const zooms = map._zoomAnimated; // false on old devices; Leaflet reads it, and the option, at every zoom
  const offered = map.options.zoomAnimation;
  Object.defineProperty(map, "_zoomAnimated", { get: () => zooms && !isCalm(), configurable: true });
  Object.defineProperty(map.options, "zoomAnimation", { get: () => offered && !isCalm(), configurable: true, enumerable: true });
  const names = Object.keys(OPTIONS_AT);
  for (const name of names) map[name] = calmly(map, name, OPTIONS_AT[name]);
  return () => {
    for (const name of names) delete map[name]; // Leaflet's own stand in its class
    Object.defineProperty(map, "_zoomAnimated", { value: zooms, writable: true, configurable: true, enumerable: true });
    Object.defineProperty(map.options, "zoomAnimation", { value: offered, writable: true, configurable: true, enumerable: true });
  };
}

module.exports = { keepCalm };
