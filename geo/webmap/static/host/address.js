"use strict";
// Period, view, ways to show, filters and the data's hash in a page's own address, after the #.

const { wholePeriod } = require("../data/period.js");
const { NO_FILTERS, countFilters, findUnread, readFilters, writeFilters } = require("../filter/filters.js");
const { differsInText } = require("../filter/steps_back.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { KEPT, USUAL, WAYS } = require("../modes/ways.js");
const { isoOf, parseDay } = require("../terms/calendar.js");
const { makeSteps } = require("./steps.js");

const WARNING = "The data have changed since this link was made: the same view may show other strikes.";
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

/**
 * The options that the page's address asks for; none where another map has the address. In a page whose query
 * is the address ("query"), that page says them.
 */
function takeAddress(kind) {
  if (taken || !["file:", "http:", "https:"].includes(location.protocol)) return null;
  taken = true;
  if (kind === "query") return { kind, options: {}, parts: new URLSearchParams(location.search) };
  const { period, view, modes, filters, data, unread } = readAddress(location.hash);
  const options = { ...(Object.keys(modes).length && { modes }), ...(period && { period }), ...(view && { view }) };
  return { kind, options, filters, data, unread, parts: new URLSearchParams(location.hash.slice(1)) };
}

/** What a reader of a link must know, "" for nothing. */
function wordNotice({ data, unread }, own) {
  const left = unread.length ? say("A part of this link could not be read and was left out: {parts}.", { parts: unread.join(", ") }) : "";
  return [left, data && own && data !== own ? say(WARNING) : ""].filter(Boolean).join(" ");
}

function warn(container, text) {
  const close = make("button", { text: "×" });
  close.setAttribute("aria-label", say("Close the notice"));
  const notice = make("p", { name: "strike-notice", children: [make("span", { text }), close] });
  notice.setAttribute("role", "status");
  close.addEventListener("click", () => notice.remove());
  container.append(notice);
  return notice;
}

/** Shows in place what an address says, as a map does that is opened with it, while isCurrent(). */
async function showAddress(host, { period, view, modes, filters }, isCurrent) {
  host.slider.setRange(period && period.map(parseDay)); // an end that is not given is the data's own
  if (view) host.map.setView([view.lat, view.lon], view.zoom, { animate: false });
  else host.loading.showStrikesWhole();
  await host.filtering?.set(filters ?? NO_FILTERS, { came: true });
  for (const name of ["compare", ...KEPT]) { // a difference can only be shown once there is an A
    const wanted = modes[name] ?? USUAL[name];
    if (isCurrent() && !host.destroyed && host.modes[name] !== wanted) await host.setMode(name, wanted);
  }
}

/** Shows what an address says of the parts that others than this file keep, by name: host.addressParts. */
async function showAddressParts(host, parts) {
  for (const [name, { show }] of Object.entries(host.addressParts)) await show(parts.get(name) ?? "");
}

/** An address after the #: the map's alone, with its filters. Its side of steps.js, with close(). */
function hashSide(host, asked) {
  const { data } = host.options;
  let notice = null;
  const tell = (said) => {
    notice?.remove();
    const text = wordNotice(said, data);
    notice = text ? warn(host.container, text) : null;
  };
  tell(asked);
  return {
    compose() {
      const state = { period: host.getRange(), view: host.getView(), modes: host.modes, filters: host.filtering?.filters, data };
      return new URLSearchParams(writeAddress(state).slice(1));
    },
    urlOf: (parts) => `#${parts}`,
    read: () => location.hash,
    tell,
    close: () => notice?.remove(),
  };
}

/** Text as Python's urlencode writes it: the page around the map writes the same address. */
function encode(text) {
  const strict = encodeURIComponent(text).replace(/[!*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return strict.replaceAll("%20", "+");
}

/**
 * An address in the query, which the page around the map writes too: of the parts of both, in the order of their
 * names, the map writes its own, and only once the hand has changed them.
 */
function querySide(host, { parts: first }) {
  const names = ["from", "to", "at", ...KEPT];
  const own = new URLSearchParams([...first].filter(([name]) => names.includes(name)));
  const put = (name, value) => (value ? own.set(name, value) : own.delete(name));
  host.on("range", (range) => {
    const reach = wholePeriod(host.opened)?.map(isoOf) ?? [null, null];
    const [from, to] = range ?? [null, null];
    put("from", from && from > reach[0] ? from : null); // an end that leaves no strike out is not said
    put("to", to && to < reach[1] ? to : null);
  });
  host.on("view", ({ lon, lat, zoom }) => put("at", [lon, lat, zoom].join()));
  host.on("modes", (modes) => KEPT.forEach((name) => put(name, modes[name] === USUAL[name] ? null : modes[name])));
  return {
    compose: () => new URLSearchParams(own),
    urlOf(parts) {
      const isOwn = (name) => names.includes(name) || Object.hasOwn(host.addressParts, name);
      const others = [...new URLSearchParams(location.search)].filter(([name]) => !isOwn(name));
      const all = [...others, ...parts].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
      return `${location.pathname}?${all.map((part) => part.map(encode).join("=")).join("&")}`;
    },
    read: () => location.search.replace("?", "#"),
    tell() {},
    close() {},
  };
}

/**
 * Keeps the page's address in step with a map, follows Back, Forward and another link to the same page, and
 * says where a link was made of other data or cannot be read. Returns its steps, see steps.js, and readAddressParts(). A part of another
 * file's is { get(), show(text) } in `host.addressParts` by its name, its text "" where it says nothing; what a person did
 * there is a step by `host.emit("step")`.
 */
function keepAddress(host, asked) {
  const side = asked.kind === "query" ? querySide(host, asked) : hashSide(host, asked);
  /** What the parts of others say, by name; those that say nothing are not among them. */
  const readAddressParts = () => Object.fromEntries(Object.entries(host.addressParts).flatMap(([name, { get }]) => (get() ? [[name, get()]] : [])));
  const steps = makeSteps({
    compose() {
      const parts = side.compose();
      for (const [name, text] of Object.entries(readAddressParts())) parts.set(name, text);
      return parts;
    },
    urlOf: side.urlOf,
    async show(isCurrent) {
      const said = readAddress(side.read());
      side.tell(said);
      await showAddress(host, said, isCurrent);
      if (isCurrent()) await showAddressParts(host, new URLSearchParams(side.read().slice(1)));
    },
  });
  let [filters, typing] = [host.filtering?.filters, false];
  for (const name of ["range", "view"]) host.on(name, steps.rest);
  for (const name of ["modes", "step"]) {
    host.on(name, () => {
      typing = false;
      steps.step();
    });
  }
  host.on("filters", (now) => {
    const typed = differsInText(filters, now);
    if (typed && typing) steps.go();
    else steps.step();
    [filters, typing] = [now, typed];
  });
  showAddressParts(host, asked.parts);
  host.cleanups.push(() => {
    steps.stop();
    side.close();
    taken = false;
  });
  return { ...steps, readAddressParts };
}

module.exports = { keepAddress, readAddress, takeAddress, writeAddress };
