"use strict";
// Names of the map in the way that a visitor chose, and which letters are neither slanted nor spaced.

// Letters of Hebrew, Arabic and related scripts: they have no slant, and those of Arabic join.
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * A name as the way to name has it, as far as it is known: "ar" in Arabic, "local" in the main script
 * of its country, "both" in English and that.
 */
function nameOf({ name, name_ar: arabic, name_local: local }, language) {
  if (language === "ar") return arabic || name;
  if (language === "local") return local || name;
  return language === "both" && local && local !== name ? `${name} · ${local}` : name;
}

module.exports = { RIGHT_TO_LEFT, nameOf };
