"use strict";
// Places in degrees to steps of the payload's world grid and to pixels, and back.

const { say } = require("../language/language.js");

const TILE = 256; // CSS pixels that the world spans at zoom 0
const EQUATOR_KM = 40075.017;

/** Unit web mercator (0-1 from the north-west corner) of a place in degrees. */
function toUnit(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Degrees [lon, lat] of a place in unit web mercator. */
function toDegrees(x, y) {
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [(x - 0.5) * 360, lat];
}

/** The box { left, top, right, bottom } of lines, each [x, y, x, y, ...]. */
function boundsOf(flats) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const flat of flats) {
    for (let i = 0; i < flat.length; i += 2) {
      box.left = Math.min(box.left, flat[i]);
      box.right = Math.max(box.right, flat[i]);
      box.top = Math.min(box.top, flat[i + 1]);
      box.bottom = Math.max(box.bottom, flat[i + 1]);
    }
  }
  return box;
}

/** CSS pixels that the whole world spans at a zoom. */
function worldPixels(zoom) {
  return TILE * 2 ** zoom;
}

/** CSS pixels that a length in km takes at a latitude (degrees) and zoom. */
function kmToPixels(km, lat, zoom) {
  return (km * worldPixels(zoom)) / (EQUATOR_KM * Math.cos((lat * Math.PI) / 180));
}

/** The longest bar of 1, 2 or 5 times a power of ten that fits into `room` CSS pixels. */
function scaleBar(lat, zoom, room) {
  const longest = room / kmToPixels(1, lat, zoom);
  const power = 10 ** Math.floor(Math.log10(longest));
  const km = [5, 2, 1].map((factor) => factor * power).find((length) => length <= longest);
  const label = km >= 1 ? say("{km} km", { km: String(km) }) : say("{m} m", { m: String(Math.round(km * 1000)) });
  return { km, pixels: kmToPixels(km, lat, zoom), label };
}

module.exports = { boundsOf, toUnit, toDegrees, worldPixels, kmToPixels, scaleBar };
