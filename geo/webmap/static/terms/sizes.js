"use strict";
// What circles, areas and squares are sized by: its name in the legend, what is counted, and by which measure.

const SIZES = {
  count: { label: "strikes", counted: "strikes", measure: "count" },
  killed_min: { label: "killed, lower bounds", counted: "people killed (lower bounds)", measure: "killed_min" },
  killed_max: { label: "killed, upper bounds", counted: "people killed (upper bounds)", measure: "killed_max" },
  per_source: { label: "strikes per source", counted: "strikes", measure: "count" },
};

/** What is counted: "count", strikes; "killed_min" or "killed_max", people killed. */
function measureOf({ size }) {
  return SIZES[size].measure;
}

module.exports = { SIZES, measureOf };
