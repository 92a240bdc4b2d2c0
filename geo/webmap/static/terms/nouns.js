"use strict";
// What rows are called: strikes, or events or rows where the data say so (`noun` of the payload).

/** A phrase of ours, never one of the data, with its "strikes" called by a noun. */
function callRows(phrase, noun = "strike") {
  if (noun === "strike") return phrase;
  return phrase.replace(/\bstrike(?=s?\b)/g, noun).replace(/\bStrike(?=s?\b)/g, noun[0].toUpperCase() + noun.slice(1));
}

module.exports = { callRows };
