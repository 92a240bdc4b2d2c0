"use strict";
// A person's own vector tiles as a layer of Leaflet's: opened when they come into view, drawn once each, and their names.

const { nameOf } = require("./name_of.js");
const { TILE, drawTile, prepareTile } = require("./vector_ground.js");

const MOST_OPEN = 128; // tiles that are kept opened: more than a screen shows
const SHARPEST = 2; // pixels of a tile to a CSS pixel, at most
const APART = 150; // CSS pixels between two numbers of one road

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The tiles of a page by their place: found, opened, and what they name in a frame. */
class VectorTiles {
  constructor({ schema, least, most, tiles }, changed = () => {}) {
    Object.assign(this, { schema, least, most, tiles, changed });
    this.opened = new Map(); // what prepareTile says, or its promise, by place
    this.laid = null; // kept by labels.js
  }

  /** The tile that the page carries for a place, itself or one above it: { x, y, z }; null for none. */
  find({ x, y, z }) {
    for (let up = Math.max(0, z - this.most); z - up >= this.least; up++) {
      const at = { x: Math.floor(x / 2 ** up), y: Math.floor(y / 2 ** up), z: z - up };
      if (this.tiles[`${at.z}/${at.x}/${at.y}`]) return at;
    }
    return null;
  }

  /** Promises what is drawn of a tile that the page carries; nothing of one that is damaged. */
  open({ x, y, z }) {
    const key = `${z}/${x}/${y}`;
    if (!this.opened.has(key)) {
      if (this.opened.size >= MOST_OPEN) this.opened.delete(this.opened.keys().next().value);
      const place = { schema: this.schema, x, y, z };
      const opening = unpack(this.tiles[key]).then((bytes) => prepareTile(bytes, place)).catch(() => ({ shapes: {}, names: [] }));
      this.opened.set(key, opening);
      opening.then((ready) => {
        if (this.opened.get(key) !== opening) return;
        this.opened.set(key, ready);
        this.laid = null;
        if (ready.names.length) this.changed();
      });
    }
    return Promise.resolve(this.opened.get(key));
  }

  /** The opened tiles of a frame. */
  within({ zoom, world, left, top, width, height }) {
    const z = Math.max(this.least, Math.min(this.most, Math.round(zoom)));
    const at = (pixels) => Math.max(0, Math.min(2 ** z - 1, Math.floor((pixels / world) * 2 ** z)));
    const found = new Set();
    for (let x = at(left); x <= at(left + width); x++) {
      for (let y = at(top); y <= at(top + height); y++) {
        const held = this.find({ x, y, z });
        const ready = held && this.opened.get(`${held.z}/${held.x}/${held.y}`);
        if (ready?.names) found.add(ready);
      }
    }
    return [...found];
  }

  /** Names that may be written in a frame, the most wanted first, each once; numbers of a road are some way apart. */
  candidates(frame, language) {
    const seen = new Map();
    const names = this.within(frame).flatMap((ready) => ready.names);
    names.sort((one, other) => one.order - other.order || one.rank - other.rank);
    return names.flatMap((label) => {
      const text = nameOf(label, language);
      const away = label.road ? APART / frame.world : 1e-6;
      const before = seen.get(text) ?? [];
      if (before.some(([x, y]) => Math.hypot(x - label.point[0], y - label.point[1]) < away)) return [];
      seen.set(text, [...before, label.point]);
      return [{ ...label, text }];
    });
  }
}

/** A canvas with a tile's part of what is held, once that is opened. */
function drawInto(canvas, { vector, coords, held, theme }) {
  const scale = Math.min(SHARPEST, globalThis.devicePixelRatio || 1);
  [canvas.width, canvas.height] = [TILE * scale, TILE * scale];
  const times = 2 ** (coords.z - held.z);
  const part = {
    across: TILE * times, left: (coords.x - held.x * times) * TILE, top: (coords.y - held.y * times) * TILE,
  };
  return vector.open(held).then((ready) => {
    const context = canvas.getContext("2d");
    context.setTransform(scale, 0, 0, scale, 0, 0);
    drawTile(context, ready, { theme, zoom: coords.z, part, bare: vector.schema === "openmaptiles" });
  });
}

/** A layer of geo/land/tiles/bundle.py's vector tiles, in a theme; nearer than they go their lines are drawn larger. */
function makeVectorLayer(L, vector, theme, options) {
  const Layer = L.GridLayer.extend({
    createTile(coords, done) {
      const held = vector.find(coords);
      if (!held) {
        const empty = document.createElement("div");
        setTimeout(done, 0, null, empty);
        return empty;
      }
      const canvas = document.createElement("canvas");
      drawInto(canvas, { vector, coords, held, theme }).then(() => done(null, canvas), done);
      return canvas;
    },
  });
  return new Layer({ minNativeZoom: vector.least, ...options });
}

module.exports = { VectorTiles, makeVectorLayer };
