"use strict";
// Which key was pressed, on a keyboard of any script.

const OTHER_LETTER = /^(?![a-z])\p{L}$/iu;

/**
 * The key in lower case: its letter, or where a layout has another one, such as a Cyrillic one, that of its place; "/" also
 * where Russian, Ukrainian and Hebrew keyboards have "." in its place.
 */
function keyOf({ key = "", code = "" }) { // a browser that fills in a field itself says no key
  if (code === "Slash" && key === ".") return "/";
  if (!OTHER_LETTER.test(key)) return key.toLowerCase();
  return code === "Slash" ? "/" : code.replace("Key", "").toLowerCase();
}

module.exports = { keyOf };
