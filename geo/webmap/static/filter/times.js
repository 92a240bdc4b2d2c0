"use strict";
// The weekday and the local hour of each row, by code: 0 where a row does not say it.

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
const FIRST_WEEKDAY = 3; // 1 January 1970 was a Thursday
const HOUR = /^([01]\d|2[0-3]):/;

/** Codes of WEEKDAYS from 1, of the rows whose day is known. */
function weekdayCodes({ columns, dictionaries, groups, rows }) {
  const day = dictionaries.date_precision.indexOf("day") + 1;
  const codes = new Uint8Array(rows);
  for (let row = 0; row < groups.one_day; row++) {
    if (columns.date_precision[row] !== day) continue;
    const since = columns.day_start[row] + FIRST_WEEKDAY;
    codes[row] = (((since % 7) + 7) % 7) + 1;
  }
  return codes;
}

/** Codes of HOURS from 1, of the rows that give a local time. */
function hourCodes({ rows }, texts) {
  const codes = new Uint8Array(rows);
  const times = texts.texts.time_local;
  if (!times) return codes;
  const words = times[1].toArray?.() ?? times[1];
  const hours = [0, ...words.map((word) => Number(HOUR.exec(word)?.[1] ?? -1) + 1)];
  for (let row = 0; row < rows; row++) codes[row] = hours[times[0][row]];
  return codes;
}

module.exports = { HOURS, WEEKDAYS, hourCodes, weekdayCodes };
