"use strict";
// Vector tiles opened: features with their properties, as the Mapbox Vector Tile specification 2.1 packs them.

const [POINT, LINE, AREA] = [1, 2, 3]; // what a feature is, by the specification's numbers
const [MOVE, DRAW, CLOSE] = [1, 2, 7]; // commands of a geometry
const USUAL_EXTENT = 4096; // units across a tile
const LONGEST = 10; // bytes of a number of 64 bits
const [VARINT, EIGHT_BYTES, PACKED, FOUR_BYTES] = [0, 1, 2, 5]; // wire types of protocol buffers

/** Bytes of protocol buffers from one place to another. Raises RangeError where they end too early or are none. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  varint() {
    let value = 0;
    for (let i = 0; i < LONGEST; i++) {
      if (this.at >= this.end) throw new RangeError("a vector tile ends too early");
      const byte = this.bytes[this.at++];
      value += (byte & 127) * 128 ** i;
      if (byte < 128) return value;
    }
    throw new RangeError(`a vector tile has a number of more than ${LONGEST} bytes`);
  }

  /** A number whose last bit is its sign. */
  signed() {
    const value = this.varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  skip(bytes) {
    if (this.at + bytes > this.end) throw new RangeError("a vector tile ends too early");
    this.at += bytes;
    return new Reader(this.bytes, this.at - bytes, this.at);
  }

  /** Calls `take(field, part)` for each field: part is a number, or a reader of its bytes. */
  each(take) {
    while (this.at < this.end) {
      const tag = this.varint();
      const wire = tag & 7;
      if (wire === VARINT) take(tag >>> 3, this.varint());
      else if (wire === PACKED) take(tag >>> 3, this.skip(this.varint()));
      else if (wire === EIGHT_BYTES || wire === FOUR_BYTES) take(tag >>> 3, this.skip(wire === EIGHT_BYTES ? 8 : 4));
      else throw new RangeError(`a vector tile has the wire type ${wire}`);
    }
  }

  numbers() {
    const found = [];
    while (this.at < this.end) found.push(this.varint());
    return found;
  }

  text() {
    return new TextDecoder().decode(this.bytes.subarray(this.at, this.end));
  }

  float() {
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset + this.at, this.end - this.at);
    return this.end - this.at === 8 ? view.getFloat64(0, true) : view.getFloat32(0, true);
  }
}

/** A property's value: whichever of its fields is there. */
function readValue(reader) {
  let value = null;
  reader.each((field, part) => {
    if (field === 1) value = part.text();
    else if (field === 2 || field === 3) value = part.float();
    else if (field === 6) value = part % 2 ? -(part + 1) / 2 : part / 2;
    else value = field === 7 ? Boolean(part) : part;
  });
  return value;
}

/** The parts of a geometry, flat: x, y, x, y in units of the tile. Areas are closed. */
function readParts(reader) {
  const parts = [];
  let [x, y, part] = [0, 0, []];
  while (reader.at < reader.end) {
    const command = reader.varint();
    const what = command & 7;
    if (what === CLOSE) part.push(part[0], part[1]);
    else if (what !== MOVE && what !== DRAW) throw new RangeError(`a vector tile has the command ${what}`);
    else {
      for (let left = command >>> 3; left > 0; left--) {
        x += reader.signed();
        y += reader.signed();
        if (what === MOVE) parts.push((part = []));
        part.push(x, y);
      }
    }
  }
  return parts;
}

function readFeature(reader, keys, values) {
  const feature = { kind: 0, properties: {}, parts: [] };
  reader.each((field, part) => {
    if (field === 2) {
      const tags = part.numbers();
      for (let i = 0; i + 1 < tags.length; i += 2) feature.properties[keys[tags[i]]] = values[tags[i + 1]];
    } else if (field === 3) feature.kind = part;
    else if (field === 4) feature.parts = readParts(part);
  });
  return feature;
}

function readLayer(reader) {
  const [keys, values, packed] = [[], [], []];
  const layer = { name: "", extent: USUAL_EXTENT };
  reader.each((field, part) => {
    if (field === 1) layer.name = part.text();
    else if (field === 2) packed.push(part);
    else if (field === 3) keys.push(part.text());
    else if (field === 4) values.push(readValue(part));
    else if (field === 5) layer.extent = part;
  });
  return { ...layer, features: packed.map((part) => readFeature(part, keys, values)) };
}

/**
 * The layers of a tile, each { name, extent, features }; a feature is { kind: POINT, LINE or AREA, properties,
 * parts }. Raises RangeError for bytes that are none.
 */
function decodeTile(bytes) {
  const layers = [];
  new Reader(bytes).each((field, part) => {
    if (field === 3) layers.push(readLayer(part));
  });
  return layers;
}

module.exports = { AREA, LINE, POINT, decodeTile };
