"use strict";
// Period, view, ways to show, filters and the data's hash in a page's own address, after the #.

const { NO_FILTERS, countFilters, findUnread, readFilters, writeFilters } = require("../filter/filters.js");
const { make } = require("../look/elements.js");
const { KEPT, USUAL, WAYS } = require("../modes/ways.js");
const { parseDay } = require("../terms/calendar.js");

const WARNING = "The data have changed since this link was made: the same view may show other strikes.";
const REST_MS = 300; // the hand rests before the address is written, which takes longer than a step
let taken = false; // the address belongs to the first map of a page

function readView(text) {
  const [lon, lat, zoom] = (text ?? "").split(",").map(Number);
  const fits = Math.abs(lon) <= 180 && Math.abs(lat) <= 85.06 && zoom >= 0 && zoom <= 18;
  return fits ? { lon, lat, zoom } : null;
}

/**
 * First and last day, as ISO dates; of only one of them the other is null, the data's own. Null
 * where none is given, or one is no day, or they are the wrong way round.
 */
function readPeriod(parts) {
  const days = ["from", "to"].map((name) => parts.get(name));
  if (days.every((day) => day === null) || days.some((day) => day !== null && parseDay(day) === null)) return null;
  return days.includes(null) || days[0] <= days[1] ? days : null;
}

/** The parts of an address that say what cannot be, as it has them. */
function listUnread(parts) {
  const days = ["from", "to"].filter((name) => parts.has(name));
  const faulty = days.length && !readPeriod(parts) ? days.map((name) => `${name}=${parts.get(name)}`) : [];
  return [...faulty, ...findUnread(parts)];
}

/** What an address says: { period, view, modes, filters, data, unread }, each null or empty where it says nothing. */
function readAddress(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const filters = readFilters(parts);
  const asked = KEPT.map((name) => [name, parts.get(name)]);
  const modes = asked.filter(([name, value]) => value && (WAYS[name].open || Object.hasOwn(WAYS[name].words, value)));
  return {
    period: readPeriod(parts),
    view: readView(parts.get("at")),
    modes: Object.fromEntries(modes),
    filters: countFilters(filters) ? filters : null,
    data: parts.get("data"),
    unread: listUnread(parts),
  };
}

function writeAddress({ period, view, modes, filters, data }) {
  const parts = new URLSearchParams();
  if (period) [["from", period[0]], ["to", period[1]]].forEach(([name, day]) => parts.set(name, day));
  if (view) parts.set("at", [view.lon, view.lat, view.zoom].join());
  for (const name of KEPT) if (modes[name]) parts.set(name, modes[name]);
  if (filters) writeFilters(filters, parts);
  if (data) parts.set("data", data);
  return `#${parts}`;
}

/** The options that the page's address asks for; none where another map has the address. */
function takeAddress() {
  if (taken || !["file:", "http:", "https:"].includes(location.protocol)) return null;
  taken = true;
  const { period, view, modes, filters, data, unread } = readAddress(location.hash);
  const options = { ...(Object.keys(modes).length && { modes }), ...(period && { period }), ...(view && { view }) };
  return { options, filters, data, unread };
}

/** What a reader of a link must know, "" for nothing. */
function wordNotice({ data, unread }, own) {
  const left = unread.length ? `A part of this link could not be read and was left out: ${unread.join(", ")}.` : "";
  return [left, data && own && data !== own ? WARNING : ""].filter(Boolean).join(" ");
}

function warn(container, text) {
  const close = make("button", { text: "×" });
  close.type = "button";
  close.setAttribute("aria-label", "Close the notice");
  const notice = make("p", { name: "strike-notice", children: [make("span", { text }), close] });
  notice.setAttribute("role", "status");
  close.addEventListener("click", () => notice.remove());
  container.append(notice);
  return notice;
}

/** Shows in place what an address says, as a map does that is opened with it. */
async function showAddress(host, { period, view, modes, filters }) {
  host.slider.setRange(period && period.map(parseDay)); // an end that is not given is the data's own
  if (view) host.map.setView([view.lat, view.lon], view.zoom, { animate: false });
  else host.loading.showAll();
  await host.filtering?.set(filters ?? NO_FILTERS);
  for (const name of KEPT) {
    const wanted = modes[name] ?? USUAL[name];
    if (!host.destroyed && host.modes[name] !== wanted) await host.setMode(name, wanted);
  }
}

/**
 * Keeps the page's address in step with a map, follows another link to the same page, and says
 * where a link was made of other data or cannot be read.
 */
function keepAddress(host, asked) {
  const { data } = host.options;
  let [notice, timer] = [null, null];
  const tell = (said) => {
    notice?.remove();
    const text = wordNotice(said, data);
    notice = text ? warn(host.container, text) : null;
  };
  const follow = () => {
    const said = readAddress(location.hash);
    clearTimeout(timer);
    tell(said);
    showAddress(host, said);
  };
  const write = () => {
    const state = { period: host.getRange(), view: host.getView(), modes: host.modes, filters: host.filtering?.filters, data };
    history.replaceState(null, "", writeAddress(state));
  };
  for (const name of ["range", "view", "modes", "filters"]) host.on(name, () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST_MS);
  });
  tell(asked);
  window.addEventListener("hashchange", follow);
  host.cleanups.push(() => {
    window.removeEventListener("hashchange", follow);
    clearTimeout(timer);
    notice?.remove();
    taken = false;
  });
}

module.exports = { keepAddress, readAddress, takeAddress, writeAddress };
