"use strict";
// For tests in Python: payloads on standard input, one a line as base64 -> all they say, as JSON.

const { createInterface } = require("node:readline");
const { openPayload, textOf } = require("../../../../geo/webmap/static/data/payload.js");

const toTexts = (columns) => Object.fromEntries(Object.entries(columns).map(([name, coded]) =>
  [name, Array.from(coded[0], (_, row) => textOf(coded, row))]));
const toArrays = (columns) => Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, [...values]]));

async function readAll(base64) {
  const opened = await openPayload(base64);
  if (!opened.texts) return opened;
  const texts = await opened.texts();
  const types = Object.fromEntries(Object.entries(opened.columns).map(([name, values]) => [name, values.constructor.name]));
  return {
    ...opened,
    types,
    columns: toArrays(opened.columns),
    texts: {
      ...texts,
      texts: toTexts(texts.texts),
      claims: toTexts(texts.claims),
      counts: toArrays(texts.counts),
      claim_rows: [...texts.claim_rows],
    },
  };
}

(async () => {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(await readAll(line))}\n`);
  }
})();
