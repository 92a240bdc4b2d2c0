"use strict";
// Strikes for unit tests, in the shape that openPayload gives.

const WORLD_BITS = 26;
const PRECISIONS = ["day", "month", "unknown", "week", "year"];
const STATUSES = ["located", "area_only", "unlocated"];

/**
 * Strikes from rows { start, end, known, x, y, status, area }; `known` is how sharply the date is
 * known, "day" where not given; x and y in unit web mercator.
 */
function strikesOf(rows) {
  const group = ({ start, end }) => (start === undefined ? 2 : end !== undefined && end > start ? 1 : 0);
  const ordered = [...rows].sort((a, b) => group(a) - group(b) || (a.start ?? 0) - (b.start ?? 0));
  const size = (wanted) => ordered.filter((row) => group(row) === wanted).length;
  const column = (Type, of) => Type.from(ordered, of);
  return {
    rows: ordered.length,
    worldBits: WORLD_BITS,
    statuses: STATUSES,
    groups: { one_day: size(0), spans: size(1), undated: size(2) },
    dictionaries: { adm1_code: ["SY06", "SY07"], date_precision: PRECISIONS },
    columns: {
      x: column(Uint32Array, ({ x = 0 }) => Math.round(x * 2 ** WORLD_BITS)),
      y: column(Uint32Array, ({ y = 0 }) => Math.round(y * 2 ** WORLD_BITS)),
      day_start: column(Int32Array, ({ start = 0 }) => start),
      day_end: column(Int32Array, ({ start = 0, end = start }) => end),
      status: column(Uint8Array, ({ status = "located" }) => STATUSES.indexOf(status)),
      date_precision: column(Uint8Array, ({ start, known = "day" }) =>
        PRECISIONS.indexOf(start === undefined ? "unknown" : known) + 1),
      adm1_code: column(Uint8Array, ({ area = 0 }) => area),
    },
  };
}

// Claims of the first strike by two sources, of the second and the fourth by one each; one without a name.
const CLAIMED = {
  claim_rows: [0, 0, 0, 1, 3],
  claims: { claimant: [[1, 1, 0, 2, 0], ["SOHR", "A witness"]], outlet: [[1, 0, 1, 1, 0], ["A Paper"]] },
};

/** Four strikes with those claims. */
function claimedStrikes() {
  const rows = [{ start: 1, area: 1 }, { start: 2, area: 1 }, { start: 3, area: 2 }, { start: 4, area: 2, status: "unlocated" }];
  return { ...strikesOf(rows), texts: async () => CLAIMED };
}

/** Repeatable numbers in [0, 1): a linear congruence. */
function randomFrom(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Strikes of every sort, scattered over Syria and 2011-2024. */
function scattered(count, seed = 7) {
  const random = randomFrom(seed);
  const rows = [];
  for (let i = 0; i < count; i++) {
    const start = 15000 + Math.floor(random() * 5000);
    const [fate, sharpness] = [random(), random()];
    rows.push({
      start: fate < 0.03 ? undefined : start,
      end: fate > 0.9 ? start + Math.floor(random() * 40) : undefined,
      known: sharpness > 0.1 ? "day" : ["week", "month", "year"][Math.floor(sharpness * 30)],
      x: 0.599 + random() * 0.018,
      y: 0.39 + random() * 0.014,
      status: random() < 0.8 ? "located" : random() < 0.5 ? "area_only" : "unlocated",
      area: Math.floor(random() * 3),
    });
  }
  return strikesOf(rows);
}

module.exports = { CLAIMED, claimedStrikes, randomFrom, scattered, strikesOf };
