"use strict";
// The payload of geo/webmap/payload/encode.py, opened: typed columns at once, texts of details when first asked for.

const { Words, readCodes, readNumbers, readRuns } = require("./blocks.js");

const MAGIC = "SMP2";
const BEGIN = 8; // bytes: magic and the header's length
const MISSING = -1; // stands for null in counts and radii

function toBytes(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** Bytes at whole multiples of three begin and end with a letter of the text. */
function sliceBytes(base64, offset, length) {
  const letters = (bytes) => Math.ceil(bytes / 3) * 4;
  return toBytes(base64.slice(letters(offset), letters(offset + length))).subarray(0, length);
}

const roundUp = (bytes) => Math.ceil(bytes / 3) * 3;

/** The sections of a payload by name, each still text until open() or openJson(), and its token. */
function splitSections(base64) {
  const begin = base64.length < 12 ? new Uint8Array(BEGIN) : sliceBytes(base64, 0, BEGIN);
  const magic = String.fromCharCode(...begin.subarray(0, 4));
  if (magic !== MAGIC) throw new Error(`strikes: the payload begins with "${magic}", not ${MAGIC}`);
  const headerLength = new DataView(begin.buffer, begin.byteOffset).getUint32(4, true);
  const text = sliceBytes(base64, 0, BEGIN + headerLength).subarray(BEGIN);
  const header = JSON.parse(new TextDecoder().decode(text));
  const sections = new Map();
  let offset = roundUp(BEGIN + headerLength);
  for (const [name, length] of header.sections) {
    const from = offset;
    const open = () => inflate(sliceBytes(base64, from, length));
    sections.set(name, {
      open: async () => new Uint8Array(await open()),
      openJson: async () => JSON.parse(new TextDecoder().decode(await open())),
    });
    offset += roundUp(length);
  }
  return { token: header.token, sections };
}

function findRows(codes, wanted) {
  const found = new Uint32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (codes[row] === wanted) found[count++] = row;
  return found.subarray(0, count);
}

/** Values of some rows in their places among all rows; the others stay as `out` has them. */
function scatter(values, at, out) {
  for (let i = 0; i < at.length; i++) out[at[i]] = values[i];
  return out;
}

/** The value of each place that is given by its number. */
function lookUp(values, numbers) {
  const out = new values.constructor(numbers.length);
  for (let i = 0; i < numbers.length; i++) out[i] = values[numbers[i]];
  return out;
}

function readPoints(bytes, { rows, places, x, y, numbers }) {
  const read = (layout) => readNumbers(bytes, layout, new Uint32Array(places ?? rows));
  if (places === undefined) return [read(x), read(y)];
  const at = readNumbers(bytes, numbers, new Uint32Array(rows));
  return [lookUp(read(x), at), lookUp(read(y), at)];
}

/** Radii in km of all rows; only the located ones have them where no other has one. */
function readRadii(bytes, { rows, of, count, words, numbers }, located, all) {
  const distinct = new Float32Array(readNumbers(bytes, words, new Uint32Array(count)).buffer);
  const radii = lookUp(distinct, readNumbers(bytes, numbers, new Uint32Array(rows)));
  return of === "all" ? radii : scatter(radii, located, new Float32Array(all).fill(MISSING));
}

function readDays(bytes, { rows, groups, day_start: runs, span_days: longer }) {
  const start = readRuns(bytes, runs, new Int32Array(rows));
  const end = start.slice();
  const days = readNumbers(bytes, longer, new Int32Array(groups.spans));
  for (let i = 0; i < days.length; i++) end[groups.one_day + i] += days[i];
  return { day_start: start, day_end: end };
}

function readKilled(bytes, { rows, killed_min: least, killed_more: more }) {
  const low = readNumbers(bytes, least, new Int32Array(rows));
  const high = readNumbers(bytes, more, new Int32Array(rows));
  for (let row = 0; row < rows; row++) high[row] += low[row];
  return { killed_min: low, killed_max: high };
}

/** The columns that the map steps over, of geo/webmap/payload/columns.py. */
function readColumns(bytes, head) {
  const { rows } = head;
  const codes = readCodes(bytes, head.codes, rows);
  const located = findRows(codes.status, head.statuses.indexOf("located"));
  const [x, y] = readPoints(bytes, head.points).map((values) => scatter(values, located, new Uint32Array(rows)));
  const radii = readRadii(bytes, head.uncertainty_km, located, rows);
  return { x, y, ...readDays(bytes, head), uncertainty_km: radii, ...readKilled(bytes, head), ...codes };
}

function readTexts(bytes, { codes, words }, rows) {
  const columns = readCodes(bytes, codes, rows);
  return Object.fromEntries(Object.entries(words).map(([name, layout]) =>
    [name, [columns[name], new Words(bytes, layout)]]));
}

/** Where each row's toll stands: a row number, an id that is not here, or null. */
function readLeads(bytes, { count, rows, at, away }, all) {
  const leads = new Array(all).fill(null);
  const [places, targets] = [rows, at].map((layout) => readNumbers(bytes, layout, new Int32Array(count)));
  const ids = new Words(bytes, away).toArray();
  let next = 0;
  places.forEach((row, i) => {
    leads[row] = targets[i] < 0 ? ids[next++] : targets[i];
  });
  return leads;
}

/**
 * What details say, of geo/webmap/payload/texts.py: { ids, texts, counts, toll_lead, claim_rows, claims }.
 * Texts and claims are [codes, words] by name, as textOf reads them.
 */
async function openTexts(sections) {
  const [head, bytes] = await Promise.all([sections.get("texts").openJson(), sections.get("words").open()]);
  const { rows, claims } = head;
  return {
    ids: new Words(bytes, head.ids).toArray(),
    texts: readTexts(bytes, head.columns, rows),
    counts: Object.fromEntries(Object.entries(head.counts).map(([name, layout]) =>
      [name, readNumbers(bytes, layout, new Int32Array(rows))])),
    toll_lead: readLeads(bytes, head.leads, rows),
    claim_rows: readNumbers(bytes, claims.claim_rows, new Int32Array(claims.rows)),
    claims: readTexts(bytes, claims.columns, claims.rows),
  };
}

/**
 * Opens a payload: { token, rows, groups, columns, dictionaries, statuses, worldBits, options,
 * baseMap, texts() }. Options and base map are null where the payload has none; texts() promises
 * what details say and opens it once.
 */
async function openPayload(base64) {
  const { token, sections } = splitSections(base64);
  const optional = async (name) => sections.get(name)?.openJson() ?? null;
  const [head, columns, options, baseMap] = await Promise.all([
    optional("head"), sections.get("columns")?.open(), optional("options"), optional("base_map"),
  ]);
  let texts = null;
  const opened = { token, options, baseMap };
  if (head) {
    Object.assign(opened, {
      rows: head.rows,
      noun: head.noun ?? "strike",
      groups: head.groups,
      worldBits: head.world_bits,
      dictionaries: head.dictionaries,
      statuses: head.statuses,
      columns: readColumns(columns, head),
      texts: () => (texts ??= openTexts(sections)),
    });
  }
  return opened;
}

/** The options that a payload carries, null where it has none: its words are wanted before all else. */
async function openOptions(base64) {
  return splitSections(base64).sections.get("options")?.openJson() ?? null;
}

/** The text of a row in a column of codes and words; code 0 is null. */
function textOf(coded, row) {
  return coded && coded[0][row] > 0 ? coded[1].at(coded[0][row] - 1) : null;
}

module.exports = { inflate, openOptions, openPayload, splitSections, textOf, toBytes };
