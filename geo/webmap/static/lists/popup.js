"use strict";
// What a popup says of one strike: all that is known, each source with its link.

const { nameByAddress } = require("../data/outlets.js");
const { textOf } = require("../data/payload.js");
const { make } = require("../look/elements.js");
const { NOT_REPORTED, STATUS_WORDS, capital, describe, wordPlace } = require("../terms/words.js");

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
    if (value === null || value === undefined) continue;
    list.append(make("dt", { text: term }), make("dd", { text: value }));
  }
  return list;
}

function placeFacts(strike, say) {
  const matched = [strike.placeName, strike.placeNameArabic].filter(Boolean).join(" · ");
  const sharpness = [strike.precision && say(strike.precision), strike.radius].filter(Boolean).join(", ");
  const abroad = strike.areas ? null : strike.countryText; // else the area says which country
  const named = [strike.placeText, strike.placeTextArabic].filter(Boolean).join(" · ");
  const stated = [strike.subdistrictText, strike.districtText, strike.governorateText];
  const reported = [named, ...stated, abroad].filter(Boolean).join(", ");
  const point = strike.matchMethod === "reviewed" ? "read by hand" : "a point given by the source";
  const matching = matched || (strike.status === "located" ? point : "no place");
  return [
    ["Reported as", reported || NOT_REPORTED],
    ["Matched to", matching],
    ["Why", strike.matchReason ?? strike.matchMethod],
    ["Precision", `${STATUS_WORDS[strike.status]}: ${sharpness}`],
    ["Area", strike.areas],
    ["On the area", strike.areaNote],
    ["Not read", strike.notRead],
    ["Corrected, as read before", strike.corrected],
  ];
}

function eventFacts(strike) {
  const actor = strike.actor ? `${strike.actor} (${strike.attribution ?? "attribution not reported"})` : null;
  return [
    ["Date", [strike.dates, strike.time].filter(Boolean).join(", ")],
    ["Actor", actor ?? NOT_REPORTED],
    ["Event", strike.eventStatus],
    ["Target", strike.target],
    ["Weapon", [strike.weapon, strike.munition].filter(Boolean).join(", ") || null],
    ["Outcome", strike.outcome],
  ];
}

function tollFacts(strike, texts, say) {
  if (strike.tollLead !== null) {
    const lead = typeof strike.tollLead === "number" ? texts.ids[strike.tollLead] : strike.tollLead;
    const here = typeof strike.tollLead === "number" ? "" : say(", not among the strikes shown");
    return [["Toll", `counted with ${lead}${here}`]];
  }
  const { killed, civilians, injured, casualties } = strike.tolls;
  const said = (words) => (words === NOT_REPORTED ? null : words);
  const [all, among] = killed === NOT_REPORTED && said(civilians) ? ["All killed", "Civilians killed"] : ["Killed", "of them civilians"];
  return [
    [all, killed],
    [among, said(civilians)],
    ["Injured", injured],
    ["Killed or injured", said(casualties)],
  ];
}

function claimsOf(texts, row) {
  const claims = [];
  texts.claim_rows.forEach((of, i) => {
    if (of === row) claims.push((name) => textOf(texts.claims[name], i));
  });
  return claims;
}

function claimItem(claim) {
  const title = claim("title") ?? claim("url");
  const address = claim("url") ?? claim("archive_url");
  const who = [claim("claimant"), claim("outlet")].filter(Boolean);
  const item = make("li", { children: [make("b", { text: who[0] ?? nameByAddress(claim("url")) ?? "source not named" })] });
  if (who[1]) item.append(" in ", make("span", { text: who[1] }));
  if (title) item.append(": ", link(title, address));
  if (claim("published")) item.append(", ", make("span", { text: claim("published") }));
  if (claim("toll_text")) {
    const scope = claim("toll_scope");
    const wider = scope && scope !== "strike" ? ` (for: ${scope})` : "";
    item.append(make("div", { name: "strike-worded", text: `Toll as worded: “${claim("toll_text")}”${wider}` }));
  }
  for (const [term, name] of [["Actor", "actor"], ["Place", "place_text"], ["Note", "note"]]) {
    if (claim(name)) item.append(make("div", { name: "strike-worded", text: `${term}: ${claim(name)}` }));
  }
  if (webAddress(claim("archive_url")) && claim("url")) {
    item.append(make("div", { children: [link("archived copy", claim("archive_url"))] }));
  }
  return item;
}

/** What the row is: a strike of a kind, several of them, or none. */
function leadLines(strike) {
  const kind = strike.notStrike ? `No strike: ${strike.notStrike}` : capital(strike.kind);
  const several = strike.standsFor && `This row stands for ${strike.standsFor} strikes.`;
  return [`${kind}, ${strike.dates}`, several].filter(Boolean).map((text) => make("p", { name: "strike-lead", text }));
}

/** All that is known of one strike; `say` calls rows and areas what they are: see terms/nouns.js. */
function strikeContent(strikes, texts, row, say = (phrase) => phrase) {
  const strike = describe(strikes, texts, row);
  const claims = claimsOf(texts, row);
  const sources = make("ul", { name: "strike-sources", children: claims.map(claimItem) });
  if (!claims.length) sources.append(make("li", { text: "no source given" }));
  const content = make("article", {
    name: "strike-popup",
    children: [
      make("h3", { text: wordPlace(strike) }),
      ...leadLines(strike),
      ...(strike.note ? [make("p", { name: "strike-note", text: strike.note })] : []),
      facts(eventFacts(strike)),
      facts(tollFacts(strike, texts, say)),
      facts(placeFacts(strike, say)),
      make("h4", { text: claims.length === 1 ? "Source" : "Sources" }),
      sources,
      ...(strike.sourceCodes ? [make("p", { name: "strike-id", text: `Codes of the source: ${strike.sourceCodes}` })] : []),
      make("p", { name: "strike-id", text: strike.id }),
    ],
  });
  content.dataset.strike = strike.id;
  return content;
}

module.exports = { strikeContent };
