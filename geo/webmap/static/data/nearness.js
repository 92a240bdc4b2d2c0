"use strict";
// Nearness: how far a strike lies from a point, and whether that is surely within so many km, as
// geo/strikes/nearness.py judges it.

const { toDegrees } = require("./mercator.js");
const { say } = require("../language/language.js");

const EQUATOR_M = 6378137; // WGS 84
const FLATTENING = 1 / 298.257223563;
const POLE_M = EQUATOR_M * (1 - FLATTENING);
const MOST_ROUNDS = 50; // near the point opposite the formula does not settle
const LEAST_KM_OF_DEGREE = 110.5; // of latitude, at the equator
const FARTHEST_KM = 2000;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

const radians = (degrees) => (degrees * Math.PI) / 180;

/** Geodesic distance in km of two points in degrees [lon, lat], by Vincenty's inverse formula. */
function distanceKm([lon1, lat1], [lon2, lat2]) {
  const across = radians(lon2 - lon1);
  const [u1, u2] = [lat1, lat2].map((lat) => Math.atan((1 - FLATTENING) * Math.tan(radians(lat))));
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let [lambda, round] = [across, 0];
  let sinSigma, cosSigma, sigma, cosSqAlpha, cos2Middle;
  for (let before = Infinity; Math.abs(lambda - before) > 1e-12 && round < MOST_ROUNDS; round++) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
    sinSigma = Math.hypot(cos2 * sinLambda, cos1 * sin2 - sin1 * cos2 * cosLambda);
    if (sinSigma === 0) return 0;
    cosSigma = sin1 * sin2 + cos1 * cos2 * cosLambda;
    sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = (cos1 * cos2 * sinLambda) / sinSigma;
    cosSqAlpha = 1 - sinAlpha ** 2;
    cos2Middle = cosSqAlpha === 0 ? 0 : cosSigma - (2 * sin1 * sin2) / cosSqAlpha;
    const c = (FLATTENING / 16) * cosSqAlpha * (4 + FLATTENING * (4 - 3 * cosSqAlpha));
    before = lambda;
    lambda = across + (1 - c) * FLATTENING * sinAlpha
      * (sigma + c * sinSigma * (cos2Middle + c * cosSigma * (2 * cos2Middle ** 2 - 1)));
  }
  if (round === MOST_ROUNDS) return Infinity; // farther than any distance that can be asked for
  const uSq = (cosSqAlpha * (EQUATOR_M ** 2 - POLE_M ** 2)) / POLE_M ** 2;
  const a = 1 + (uSq / 16384) * (4096 + uSq * (uSq * (320 - 175 * uSq) - 768));
  const b = (uSq / 1024) * (256 + uSq * (uSq * (74 - 47 * uSq) - 128));
  const turn = b * sinSigma * (cos2Middle + (b / 4) * (cosSigma * (2 * cos2Middle ** 2 - 1)
    - (b / 6) * cos2Middle * (4 * sinSigma ** 2 - 3) * (4 * cos2Middle ** 2 - 3)));
  return (POLE_M * a * (sigma - turn)) / 1000;
}

/** `lon,lat,km` or `lon,lat,km,name` as { lon, lat, km, name }; null where it cannot be. */
function readNear(text) {
  const [lon, lat, km, ...name] = text.split(",");
  const parts = [lon, lat, km].map((part) => (part ?? "").trim());
  if (!parts.every((part) => NUMBER.test(part))) return null;
  const near = { lon: +(+parts[0]).toFixed(5), lat: +(+parts[1]).toFixed(5), km: +(+parts[2]).toFixed(3), name: name.join(",").split(/\s+/).filter(Boolean).join(" ") };
  const fits = Math.abs(near.lon) <= 180 && Math.abs(near.lat) <= 90 && near.km > 0 && near.km <= FARTHEST_KM;
  return fits ? near : null;
}

const plain = (value) => String(+value.toFixed(5));

/** The part of a query that readNear reads. */
function writeNear({ lon, lat, km, name = "" }) {
  return [lon, lat, km].map(plain).join() + (name ? `,${name}` : "");
}

/** "within 5 km of Talbisah", or of the point where it has no name. */
function wordNear({ lon, lat, km, name }) {
  const degrees = (value, sides) => `${plain(Math.abs(value))}°${sides[value < 0 ? 1 : 0]}`;
  return say("within {km} km of {name}", { km: plain(km), name: name || `${degrees(lat, "NS")}, ${degrees(lon, "EW")}` });
}

/** "sure", "possible" or "no" for each located row, null for the others; a function of the row. */
function judgeNear({ columns, statuses, worldBits }, { lon, lat, km }) {
  const located = statuses.indexOf("located");
  const steps = 2 ** worldBits;
  return (row) => {
    if (columns.status[row] !== located) return null;
    const point = toDegrees(columns.x[row] / steps, columns.y[row] / steps);
    const radius = columns.uncertainty_km[row];
    if (Math.abs(point[1] - lat) * LEAST_KM_OF_DEGREE > km + radius) return "no";
    const away = distanceKm([lon, lat], point);
    return away + radius <= km ? "sure" : away - radius <= km ? "possible" : "no";
  };
}

/** Rows by their judgement: { sure, possible, no, notJudged }. */
function countNear(strikes, near, rows) {
  const [judge, counts] = [judgeNear(strikes, near), { sure: 0, possible: 0, no: 0, notJudged: 0 }];
  for (const row of rows) counts[judge(row) ?? "notJudged"]++;
  return counts;
}

module.exports = { countNear, distanceKm, judgeNear, readNear, wordNear, writeNear };
