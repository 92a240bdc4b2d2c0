"use strict";
// Lists of strikes: every entry a button that chooses its strike, in parts that grow page by page.

const { make } = require("../look/elements.js");
const { describe, wordPlace, wordTollShort } = require("../terms/words.js");

const LIST_PAGE = 50; // entries shown before "show more"

function listEntry(strike, choose) {
  const button = make("button", {
    name: "strike-entry",
    children: [
      make("span", { text: wordPlace(strike) }),
      make("small", {
        text: [strike.datesShort, strike.kind, wordTollShort(strike)].join(" · "),
      }),
    ],
  });
  button.type = "button";
  button.dataset.row = strike.row;
  button.addEventListener("click", () => choose(strike.row));
  return make("li", { children: [button] });
}

function listPart(strikes, texts, { heading, rows, choose, first }) {
  const list = make("ol", { name: "strike-list" });
  const more = make("button", { name: "strike-more", text: "Show more" });
  more.type = "button";
  list.dataset.part = heading;
  more.dataset.more = heading;
  let shown = 0;
  const extend = (count) => {
    for (const row of rows.slice(shown, shown + count)) {
      const strike = describe(strikes, texts, row);
      const entry = listEntry(strike, choose);
      if (strike.status !== "located" && strike.matchReason) {
        entry.append(make("p", { name: "strike-reason", text: strike.matchReason }));
      }
      list.append(entry);
    }
    shown = Math.min(rows.length, shown + count);
    more.hidden = shown >= rows.length;
  };
  more.addEventListener("click", () => extend(LIST_PAGE));
  extend(first);
  const headline = heading ? [make("h4", { text: `${heading}: ${rows.length.toLocaleString("en")}` })] : [];
  return [...headline, list, more];
}

/**
 * Lists of strikes, each a button that chooses its row; parts are [heading, rows]. At first they
 * show LIST_PAGE entries together, or as many of a part as `shown` has by its heading.
 */
function listParts(strikes, texts, { parts, choose, shown = new Map() }) {
  let room = LIST_PAGE;
  return parts.flatMap(([heading, rows]) => {
    const first = Math.min(rows.length, Math.max(room, shown.get(heading) ?? 0));
    room = Math.max(0, room - first);
    return listPart(strikes, texts, { heading, rows, choose, first });
  });
}

/** A titled list of strikes. */
function listContent(strikes, texts, { title, parts, choose }) {
  const children = [make("h3", { text: title }), ...listParts(strikes, texts, { parts, choose })];
  return make("section", { name: "strike-popup", children });
}

module.exports = { listContent, listParts };
