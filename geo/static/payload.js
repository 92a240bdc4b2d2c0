"use strict";
// The payload of geo/payload.py, opened: typed columns at once, popup texts when first asked for.

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
  const told = sliceBytes(base64, 0, BEGIN + headerLength).subarray(BEGIN);
  const header = JSON.parse(new TextDecoder().decode(told));
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

/** Values of some rows in their places among all rows; the others stay as `out` has them. */
function scatter(values, chosen, out) {
  for (let row = 0, next = 0; row < out.length; row++) if (chosen(row)) out[row] = values[next++];
  return out;
}

function readPoints(bytes, { rows, places, x, y, numbers }) {
  const read = (told) => readNumbers(bytes, told, new Uint32Array(places ?? rows));
  if (places === undefined) return [read(x), read(y)];
  const at = readNumbers(bytes, numbers, new Uint32Array(rows));
  return [read(x), read(y)].map((values) => at.map((place) => values[place]));
}

function readRadii(bytes, { rows, count, words, numbers }) {
  const told = new Float32Array(readNumbers(bytes, words, new Uint32Array(count)).buffer);
  const codes = readNumbers(bytes, numbers, new Uint32Array(rows));
  return Float32Array.from(codes, (code) => told[code]);
}

/** The columns that the map steps over, of geo/payload_columns.py. */
function readColumns(bytes, head) {
  const { rows, groups, points, uncertainty_km: radii } = head;
  const codes = readCodes(bytes, head.codes, rows);
  const { status } = codes;
  const located = head.statuses.indexOf("located");
  const isLocated = (row) => status[row] === located;
  const [x, y] = readPoints(bytes, points).map((values) => scatter(values, isLocated, new Uint32Array(rows)));
  const start = readRuns(bytes, head.day_start, new Int32Array(rows));
  const end = start.slice();
  const spanDays = readNumbers(bytes, head.span_days, new Int32Array(groups.spans));
  for (let i = 0; i < groups.spans; i++) end[groups.one_day + i] += spanDays[i];
  const low = readNumbers(bytes, head.killed_min, new Int32Array(rows));
  const high = readNumbers(bytes, head.killed_more, new Int32Array(rows));
  for (let row = 0; row < rows; row++) high[row] += low[row];
  const radius = new Float32Array(rows).fill(MISSING);
  scatter(readRadii(bytes, radii), radii.of === "all" ? () => true : isLocated, radius);
  return { x, y, day_start: start, day_end: end, uncertainty_km: radius, killed_min: low, killed_max: high, ...codes };
}

function readTexts(bytes, { codes, words }, rows) {
  const columns = readCodes(bytes, codes, rows);
  return Object.fromEntries(Object.entries(words).map(([name, told]) =>
    [name, [columns[name], new Words(bytes, told)]]));
}

/** Where each row's toll stands: a row number, an id that is not here, or null. */
function readLeads(bytes, { count, rows, at, away }, all) {
  const leads = new Array(all).fill(null);
  const [places, targets] = [rows, at].map((told) => readNumbers(bytes, told, new Int32Array(count)));
  const ids = new Words(bytes, away).toArray();
  let next = 0;
  places.forEach((row, i) => {
    leads[row] = targets[i] < 0 ? ids[next++] : targets[i];
  });
  return leads;
}

/**
 * What popups say, of geo/payload_texts.py: { ids, texts, counts, toll_lead, claim_rows, claims }.
 * Texts and claims are [codes, words] by name, as textOf reads them.
 */
async function openTexts(sections) {
  const [head, bytes] = await Promise.all([sections.get("texts").openJson(), sections.get("words").open()]);
  const { rows, claims } = head;
  return {
    ids: new Words(bytes, head.ids).toArray(),
    texts: readTexts(bytes, head.columns, rows),
    counts: Object.fromEntries(Object.entries(head.counts).map(([name, told]) =>
      [name, readNumbers(bytes, told, new Int32Array(rows))])),
    toll_lead: readLeads(bytes, head.leads, rows),
    claim_rows: readNumbers(bytes, claims.claim_rows, new Int32Array(claims.rows)),
    claims: readTexts(bytes, claims.columns, claims.rows),
  };
}

/**
 * Opens a payload: { token, rows, groups, columns, dictionaries, statuses, worldBits, options,
 * baseMap, texts() }. Options and base map are null where the payload has none; texts() promises
 * what popups say and opens it once.
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

/** The text of a row in a column of codes and words; code 0 is null. */
function textOf(coded, row) {
  return coded && coded[0][row] > 0 ? coded[1].at(coded[0][row] - 1) : null;
}

module.exports = { inflate, openPayload, splitSections, textOf, toBytes };
