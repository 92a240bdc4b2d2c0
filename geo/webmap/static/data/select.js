"use strict";
// Rows of a window by some condition, in one pass and by date.

/** Rows of a window that `holds`, by date, in one pass over it. */
function selectRows(strikes, { first, last, spans }, holds) {
  const { day_start: start } = strikes.columns;
  const rows = [];
  for (let row = first; row < last; row++) if (holds(row)) rows.push(row);
  const long = Array.from(spans).filter(holds); // by their first day, as the one-day rows are
  if (!long.length) return rows;
  const merged = [];
  let from = 0;
  for (const row of long) {
    const at = afterDay(start, rows, from, start[row]);
    while (from < at) merged.push(rows[from++]);
    merged.push(row);
  }
  while (from < rows.length) merged.push(rows[from++]);
  return merged;
}

/** The first place in sorted rows, from `low` on, whose day is after `day`. */
function afterDay(start, rows, low, day) {
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (start[rows[middle]] <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

module.exports = { selectRows };
