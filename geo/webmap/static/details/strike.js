"use strict";
// What is said of one strike: all that is known, each source with its link.

const { leadTo } = require("./group.js");
const { listMedia, splitAddresses } = require("../data/media.js");
const { nameByAddress } = require("../data/outlets.js");
const { textOf } = require("../data/payload.js");
const { wordSource } = require("../data/sources.js");
const { say } = require("../language/language.js");
const { make } = require("../look/elements.js");
const { STATUS_WORDS, capital, describe, isTold, wordPlace } = require("../terms/words.js");

// How a place was found, by the words of geo/strikes/schema.py.
const METHODS = {
  given: "a point given by the source", exact: "found by its name", spelling: "found by a spelling of its name",
  nearby: "worked out from the place that it is said to be near", online: "found by an online service",
  reviewed: "decided by hand", ambiguous: "several places have this name", vague: "the report names no one place",
  none: "no place of this name is known",
};
const THUMBNAIL = "data:image/jpeg;base64,"; // what export writes; nothing else is drawn, and nothing is fetched
const SHOWN = 12; // signs of a hash; all of them stand in its title
const SHARPNESS = { settlement: "a town or village", neighbourhood: "a quarter", site: "a site" };

/** An http(s) address as a URL, anything else null. */
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url : null;
  } catch {
    return null;
  }
}

function link(text, address) {
  const url = webAddress(address);
  if (!url) return make("span", { text });
  const anchor = make("a", { text });
  anchor.href = url.href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function facts(pairs) {
  const list = make("dl", { name: "strike-facts" });
  for (const [term, value] of pairs) {
    if (value === null || value === undefined || value === "") continue;
    list.append(make("dt", { text: term }), make("dd", { text: value }));
  }
  return list;
}

/** Where it was as reported, matched and counted: for who wants to check how the place was found. */
function placeFacts(strike, say) {
  const matched = [strike.placeName, strike.placeNameArabic].filter(Boolean).join(" · ");
  const sharpness = [strike.precision && say(strike.precision), strike.radius].filter(Boolean).join(", ");
  const abroad = strike.areas ? null : strike.countryText; // else the area says which country
  const named = [strike.placeText, strike.placeTextArabic].filter(Boolean).join(" · ");
  const stated = [strike.subdistrictText, strike.districtText, strike.governorateText];
  const reported = [named, ...stated, abroad].filter(Boolean).join(", ");
  return [
    [say("Reported as"), reported || strike.none("place_text")],
    [say("Matched to"), matched || say(strike.status === "located" ? "a point" : "no place")],
    [say("Why"), strike.matchReason ?? strike.matchMethod],
    [say("Precision"), `${say(STATUS_WORDS[strike.status])}: ${sharpness}`],
    [say("Area"), strike.areas],
    [say("On the area"), strike.areaNote],
  ];
}

/** Where and how sure, in one line: "Talbisah, Homs: a town or village, found by its name; within about 2 km". */
function wordWhere(strike, say) {
  const named = strike.placeName ?? strike.placeText;
  const where = [named, strike.areas === named ? null : strike.areas].filter(Boolean).join(", ");
  if (strike.status === "unlocated") {
    return say("Not located: {reason}", { reason: strike.matchReason ?? say(METHODS[strike.matchMethod] ?? "no place is reported") });
  }
  const method = METHODS[strike.matchMethod] ? say(METHODS[strike.matchMethod]) : strike.matchMethod;
  if (strike.status === "area_only") {
    return say("{where}: {precision}, no point in it is known; {method}", { where: where || say("Area not named"), precision: say(strike.precision ?? "an area"), method });
  }
  const sharpness = SHARPNESS[strike.precision] ?? strike.precision;
  const sure = strike.radius ? `; ${strike.radius}` : "";
  return `${where ? `${where}: ` : ""}${[sharpness && say(sharpness), method].filter(Boolean).join(", ")}${sure}`;
}

/** The toll in one line: "Killed 70–100, injured not reported". */
function wordTolls(strike, texts, say) {
  if (strike.tollLead !== null) {
    const lead = typeof strike.tollLead === "number" ? texts.ids[strike.tollLead] : strike.tollLead;
    return say(typeof strike.tollLead === "number" ? "Killed and injured: counted with {lead}" : "Killed and injured: counted with {lead}, not among the strikes shown", { lead });
  }
  const { killed, civilians, injured, casualties } = strike.tolls;
  const dead = isTold(killed)
    ? say(isTold(civilians) ? "Killed {killed} (of them civilians {civilians})" : "Killed {killed}", { killed, civilians })
    : say(isTold(civilians) ? "Civilians killed {civilians}, all killed {killed}" : "Killed {killed}", { killed, civilians });
  return [dead, say("injured {injured}", { injured }), isTold(casualties) ? say("killed or injured {casualties}", { casualties }) : ""].filter(Boolean).join(say(", "));
}

/** Who is said to have done it, with how far that stands; what is contested is marked. */
function actorLine(strike) {
  const line = make("p", { name: "strike-actor", children: [make("span", { text: say("By ") })] });
  line.append(make("span", { text: strike.actor ? say("{actor} ({standing})", { actor: strike.actor, standing: strike.attribution ? say(strike.attribution) : say("attribution {none}", { none: strike.none("attribution") }) }) : say("actor {none}", { none: strike.none("actor") }) }));
  if (strike.attribution === "contested") line.append(" ", make("span", { name: "strike-contested-mark", text: say("contested") }));
  if (strike.eventStatus && strike.eventStatus !== "reported") {
    line.append(" ", make("span", { name: "strike-contested-mark", text: say("event {status}", { status: say(strike.eventStatus) }) }));
  }
  return line;
}

function eventFacts(strike) {
  return [
    [say("Target"), strike.target],
    [say("Weapon"), [strike.weapon, strike.munition].filter(Boolean).join(", ") || null],
    [say("Outcome"), strike.outcome && say(strike.outcome)],
  ];
}

function rowFacts(strike) {
  return [
    [say("Id"), strike.id],
    [say("Codes of the source"), strike.sourceCodes],
    [say("Not read"), strike.notRead],
    [say("Corrected (as read before) or added"), strike.corrected],
  ];
}

/** What folds away; its facts are there for who opens it. */
function fold(summary, pairs) {
  return make("details", { name: "strike-matching", children: [make("summary", { text: summary }), facts(pairs)] });
}

function claimsOf(texts, row) {
  const claims = [];
  texts.claim_rows.forEach((of, i) => {
    if (of === row) claims.push((name) => textOf(texts.claims[name], i));
  });
  return claims;
}

/** One photo or video: its kind, where it lies, its archived copy, the hash by which a copy is known to be it. */
function mediumLine({ address, archive, sha256, kind }, thumbnails) {
  const line = make("div", { name: "strike-medium", children: [make("span", { text: `${capital(say(kind ?? "photo or video"))}: ` })] });
  const named = address ?? archive;
  if (named) line.append(link(webAddress(named)?.host ?? named, named));
  if (address && archive) line.append(", ", link(say("archived copy"), archive));
  else if (archive) line.append(` (${say("archived copy")})`);
  if (sha256) {
    const hash = make("span", { text: `${named ? ", " : ""}SHA-256 ${sha256.slice(0, SHOWN)}…` });
    hash.title = sha256;
    line.append(hash);
  }
  const small = sha256 && Object.hasOwn(thumbnails, sha256) ? thumbnails[sha256] : "";
  if (small.startsWith(THUMBNAIL)) {
    const image = make("img", { name: "strike-thumbnail" });
    image.src = small;
    image.alt = say("{kind}, small", { kind: capital(say(kind ?? "photo")) });
    line.append(image);
  }
  return line;
}

/** What a claim shows: its media, and where it is told how the place was found. */
function evidenceLines(claim, thumbnails) {
  const told = splitAddresses(claim("geolocation_url")).map((address) => make("div", {
    name: "strike-medium",
    children: [make("span", { text: say("Geolocation told: ") }), link(webAddress(address)?.host ?? address, address)],
  }));
  return [...listMedia(claim).map((medium) => mediumLine(medium, thumbnails)), ...told];
}

function claimItem(claim, thumbnails) {
  const title = claim("title") ?? claim("url");
  const address = claim("url") ?? claim("archive_url");
  const who = [claim("claimant"), claim("outlet")].filter(Boolean);
  const site = nameByAddress(claim("url"));
  const item = make("li", { children: [make("b", { text: who[0] ?? (site ? wordSource(site) : say("source not named")) })] });
  if (who[1]) item.append(say(" in "), make("span", { text: who[1] }));
  if (title) item.append(": ", link(title, address));
  if (claim("published")) item.append(", ", make("span", { text: claim("published") }));
  if (claim("toll_text")) {
    const scope = claim("toll_scope");
    const wider = scope && scope !== "strike" ? say(" (for: {scope})", { scope: say(scope) }) : "";
    item.append(make("div", { name: "strike-worded", text: `${say("Toll as worded: “{text}”", { text: claim("toll_text") })}${wider}` }));
  }
  for (const [term, name] of [["Actor", "actor"], ["Place", "place_text"], ["Note", "note"]]) {
    if (claim(name)) item.append(make("div", { name: "strike-worded", text: say("{term}: {text}", { term: say(term), text: claim(name) }) }));
  }
  if (webAddress(claim("archive_url"))) {
    item.append(make("div", { children: [link(say("archived copy"), claim("archive_url"))] }));
  }
  item.append(...evidenceLines(claim, thumbnails));
  return item;
}

/** What the row is: a strike of a kind, several of them, or none; and its day. */
function leadLines(strike) {
  const kind = strike.notStrike ? say("No strike: {why}", { why: strike.notStrike }) : capital(strike.kind);
  const several = strike.standsFor && say("This row stands for {number} strikes.", { number: strike.standsFor });
  const lead = [kind, strike.dates, strike.time].filter(Boolean).join(", ");
  return [lead, several].filter(Boolean).map((text) => make("p", { name: "strike-lead", text }));
}

function sourceList(claims, thumbnails) {
  const sources = make("ul", { name: "strike-sources", children: claims.map((claim) => claimItem(claim, thumbnails)) });
  if (!claims.length) sources.append(make("li", { text: say("no source given") }));
  const title = claims.length ? say(["Who says so: one source only", "Who says so: {count} sources"], { count: claims.length }) : say("Who says so");
  return [make("h4", { text: title }), sources];
}

/** What can be read on from here, and done on the map. */
function leadsLine({ place, areas, back, correct }, { located, say, approach }) {
  const others = place && place.count > 1 ? say("All {count} strikes at this place, of all dates", { count: place.count }) : say("The place and around it");
  return make("p", {
    name: "strike-leads",
    children: [
      ...(place ? [leadTo(others, place.act)] : []),
      ...areas.map(([name, act]) => leadTo(name, act, { title: say("All strikes in {name}", { name }) })),
      ...(back ? [leadTo(say("Back to the table"), back, { name: "strike-action" })] : []),
      ...(located && approach ? [leadTo(say("Zoom to it"), approach, { name: "strike-action" })] : []),
      ...(correct ? [leadTo(say("Correct this strike"), correct, { name: "strike-action" })] : []),
    ],
  });
}

/**
 * All that is known of one strike: what and where, when, the toll, who says so, how sure the place is.
 * `say` calls rows and areas what they are: see terms/nouns.js; `approach` goes near to its mark,
 * `leads` are { place: { count, act }, areas: [[name, act]], back, correct }, `back` what leads to the
 * table that was left, `correct` to the strike's form, where it has one; `thumbnails` are data addresses by the SHA-256 of their photo.
 */
function strikeContent(strikes, texts, row, { say: saying = say, approach = null, leads = { place: null, areas: [] }, thumbnails = {} } = {}) {
  const strike = describe(strikes, texts, row);
  const content = make("article", {
    name: "strike-read",
    children: [
      make("h3", { text: wordPlace(strike) }),
      ...leadLines(strike),
      make("p", { name: "strike-toll", text: wordTolls(strike, texts, saying) }),
      actorLine(strike),
      ...(strike.note ? [make("p", { name: "strike-note", text: strike.note })] : []),
      facts(eventFacts(strike)),
      ...sourceList(claimsOf(texts, row), thumbnails),
      make("h4", { text: say("Where, and how sure") }),
      make("p", { name: "strike-where", text: wordWhere(strike, saying) }),
      leadsLine(leads, { located: strike.status === "located", say: saying, approach }),
      fold(say("How the place was found"), placeFacts(strike, saying)),
      fold(say("Ids and codes"), rowFacts(strike)),
    ],
  });
  content.dataset.strike = strike.id;
  return content;
}

module.exports = { strikeContent };
