"use strict";
// The payload of geo/payload.py, opened: typed columns at once, popup texts when first asked for.

const MAGIC = "SMP1";
const ARRAYS = {
  u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i4: Int32Array, f4: Float32Array,
};

function toBytes(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

async function inflate(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

async function inflateJson(bytes) {
  return JSON.parse(new TextDecoder().decode(await inflate(bytes)));
}

/** The sections of a payload as gzip members by name, and its token. */
function splitSections(base64) {
  const bytes = toBytes(base64);
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MAGIC) throw new Error(`strikes: the payload begins with "${magic}", not ${MAGIC}`);
  const headerLength = new DataView(bytes.buffer).getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerLength)));
  const sections = new Map();
  let offset = 8 + headerLength;
  for (const [name, length] of header.sections) {
    sections.set(name, bytes.subarray(offset, offset + length));
    offset += length;
  }
  return { token: header.token, sections };
}

function readColumns(buffer, head) {
  const columns = {};
  for (const [name, type, offset] of head.columns) {
    columns[name] = new ARRAYS[type](buffer, offset, head.rows);
  }
  return columns;
}

/**
 * Opens a payload: { token, rows, groups, columns, dictionaries, statuses, worldBits, options,
 * baseMap, texts() }. Options and base map are null where the payload has none; texts() promises
 * what popups say and opens it once.
 */
async function openPayload(base64) {
  const { token, sections } = splitSections(base64);
  const optional = async (name) => (sections.has(name) ? inflateJson(sections.get(name)) : null);
  const [head, columns, options, baseMap] = await Promise.all([
    optional("head"), sections.has("columns") ? inflate(sections.get("columns")) : null,
    optional("options"), optional("base_map"),
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
      texts: () => (texts ??= inflateJson(sections.get("texts"))),
    });
  }
  return opened;
}

/** The text of a row in a column of codes and words; code 0 is null. */
function textOf(coded, row) {
  return coded && coded[0][row] > 0 ? coded[1][coded[0][row] - 1] : null;
}

module.exports = { inflate, openPayload, splitSections, textOf, toBytes };
