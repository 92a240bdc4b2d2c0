"use strict";
// A person's own vector tiles as a layer of Leaflet's: opened when they come into view, drawn once each, and their names.

const { nameOf } = require("./name_of.js");
const { TILE, drawTile, prepareTile } = require("./vector_ground.js");

const KEPT_OPEN = 128; // tiles that stay opened beside those of a view
const SHARPEST = 2; // pixels of a tile to a CSS pixel, at most
const ROAD_APART = 150; // CSS pixels between two numbers of one road
const ONE_POINT = 1e-6; // of unit web mercator: nearer than that two points of a name are one

async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Points that are some way apart, by squares of that side, so that few are looked at for each. */
class Apart {
  constructor(away) {
    Object.assign(this, { away, squares: new Map() });
  }

  near(across, down) {
    return this.squares.get(across * 2 ** 24 + down) ?? [];
  }

  /** Takes a point where none is nearer than that; whether it did. */
  add([x, y]) {
    const [across, down] = [x, y].map((at) => Math.floor(at / this.away));
    const isNear = ([otherX, otherY]) => Math.hypot(otherX - x, otherY - y) < this.away;
    for (let i = across - 1; i <= across + 1; i++) {
      for (let j = down - 1; j <= down + 1; j++) if (this.near(i, j).some(isNear)) return false;
    }
    this.squares.set(across * 2 ** 24 + down, [...this.near(across, down), [x, y]]);
    return true;
  }
}

/** The tiles of a page by their place: found, opened, and what they name in a frame. */
class VectorTiles {
  constructor({ schema, least, most, tiles }, changed = () => {}, countries = null) {
    Object.assign(this, { schema, least, most, tiles, changed, countries });
    this.opened = new Map(); // what prepareTile says, or its promise, by place; the last used last
    this.inView = 0; // tiles of the last frame
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
    if (this.opened.has(key)) this.renew(key);
    else {
      while (this.opened.size >= KEPT_OPEN + this.inView) this.opened.delete(this.opened.keys().next().value);
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

  renew(key) {
    const ready = this.opened.get(key);
    this.opened.delete(key);
    this.opened.set(key, ready);
  }

  /** The opened tiles of a frame; one that was let go of is opened again. */
  within({ zoom, world, left, top, width, height }) {
    const z = Math.max(this.least, Math.min(this.most, Math.round(zoom)));
    const at = (pixels) => Math.max(0, Math.min(2 ** z - 1, Math.floor((pixels / world) * 2 ** z)));
    const places = new Map();
    for (let x = at(left); x <= at(left + width); x++) {
      for (let y = at(top); y <= at(top + height); y++) {
        const held = this.find({ x, y, z });
        if (held) places.set(`${held.z}/${held.x}/${held.y}`, held);
      }
    }
    this.inView = places.size;
    for (const held of places.values()) this.open(held);
    return [...places.keys()].map((key) => this.opened.get(key)).filter((ready) => ready.names);
  }

  /** Names that may be written in a frame, the most wanted first, each once; numbers of a road are some way apart. */
  candidates(frame, language) {
    const seen = new Map();
    const names = this.within(frame).flatMap((ready) => ready.names).filter(({ country }) => !country || !this.countries);
    names.sort((one, other) => one.order - other.order || one.rank - other.rank);
    const countries = this.countries?.(frame, language) ?? [];
    return countries.concat(names.flatMap((label) => {
      const text = nameOf(label, language);
      const away = label.road ? ROAD_APART / frame.world : ONE_POINT;
      const key = `${away} ${text}`;
      if (!seen.has(key)) seen.set(key, new Apart(away));
      return seen.get(key).add(label.point) ? [{ ...label, text }] : [];
    }));
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
