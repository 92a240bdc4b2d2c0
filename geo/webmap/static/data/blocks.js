"use strict";
// Arrays and texts out of the byte planes of geo/webmap/payload/blocks.py.

const ARRAYS = { u1: Uint8Array, u2: Uint16Array, u4: Uint32Array, i4: Int32Array };

/** Adds byte plane upon byte plane to numbers that begin at `low`. */
function addPlanes(bytes, out, { offset, width, low }) {
  const count = out.length;
  const [one, two, three] = [offset + count, offset + 2 * count, offset + 3 * count];
  if (width === 0) out.fill(low);
  else if (width === 1) for (let i = 0; i < count; i++) out[i] = low + bytes[offset + i];
  else if (width === 2) for (let i = 0; i < count; i++) out[i] = low + (bytes[offset + i] | (bytes[one + i] << 8));
  else {
    for (let i = 0; i < count; i++) {
      const top = width === 4 ? bytes[three + i] * 2 ** 24 : 0;
      out[i] = low + top + (bytes[offset + i] | (bytes[one + i] << 8) | (bytes[two + i] << 16));
    }
  }
}

/** Turns steps into the numbers they lead to, each step modulo `wrap`. */
function addUp(out, low, wrap) {
  const unsigned = out instanceof Int32Array ? new Uint32Array(out.buffer, out.byteOffset, out.length) : out;
  let now = 0;
  for (let i = 0; i < out.length; i++) {
    now += unsigned[i];
    if (now >= wrap) now -= wrap;
    out[i] = low + now;
  }
}

/** Fills `out` with the numbers that [offset, width, low, wrap] speaks of. */
function readNumbers(bytes, [offset, width, low, wrap], out) {
  if (width === 1 && low === 0 && !wrap) out.set(bytes.subarray(offset, offset + out.length));
  else if (!wrap) {
    addPlanes(bytes, out, { offset, width, low });
  } else {
    addPlanes(bytes, out, { offset, width, low: 0 });
    addUp(out, low, wrap);
  }
  return out;
}

/** Fills `out` with runs of equal numbers. */
function readRuns(bytes, { runs, values, lengths }, out) {
  const value = readNumbers(bytes, values, new Int32Array(runs));
  const length = readNumbers(bytes, lengths, new Uint32Array(runs));
  let row = 0;
  for (let i = 0; i < runs; i++) {
    out.fill(value[i], row, row + length[i]);
    row += length[i];
  }
  return out;
}

/** Columns whose codes were joined into one, by name. */
function readJoined(bytes, { names, types, numbers, table, tables }, rows) {
  const codes = readNumbers(bytes, numbers, new Uint8Array(rows));
  return names.map((name, column) => {
    const of = readNumbers(bytes, tables[column], new ARRAYS[types[column]](table));
    const out = new ARRAYS[types[column]](rows);
    for (let row = 0; row < rows; row++) out[row] = of[codes[row]];
    return [name, out];
  });
}

/** Codes of texts that stand row by row: the first text is 1, the next 2; none is 0. */
function countTexts(there) {
  let texts = 0;
  for (let row = 0; row < there.length; row++) if (there[row]) there[row] = ++texts;
  return there;
}

/** Columns of codes by name. */
function readCodes(bytes, entries, rows) {
  return Object.fromEntries(entries.flatMap((entry) => {
    if (entry.tables) return readJoined(bytes, entry, rows);
    const codes = readNumbers(bytes, entry.numbers, new ARRAYS[entry.types[0]](rows));
    return [[entry.names[0], entry.each ? countTexts(codes) : codes]];
  }));
}

/** Texts that stay UTF-8 until one is asked for: at(i), length and toArray(). */
class Words {
  constructor(block, { count, prefix, lengths, bytes: [offset, size] }) {
    this.bytes = block.subarray(offset, offset + size);
    this.prefix = prefix;
    this.length = count;
    this.ends = readNumbers(block, lengths, new Uint32Array(count));
    for (let i = 1; i < count; i++) this.ends[i] += this.ends[i - 1];
  }

  at(i) {
    if (!(i >= 0 && i < this.length)) return undefined;
    return this.prefix + DECODER.decode(this.bytes.subarray(i ? this.ends[i - 1] : 0, this.ends[i]));
  }

  /** All of them; of plain ASCII, where bytes are letters, by slices of one text. */
  toArray() {
    const all = DECODER.decode(this.bytes);
    const plain = all.length === this.bytes.length;
    const words = new Array(this.length);
    let from = 0;
    for (let i = 0; i < words.length; i++) {
      words[i] = plain ? this.prefix + all.slice(from, this.ends[i]) : this.at(i);
      from = this.ends[i];
    }
    return words;
  }
}

const DECODER = new TextDecoder("utf-8", { ignoreBOM: true });

module.exports = { Words, readCodes, readNumbers, readRuns };
