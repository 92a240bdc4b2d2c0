"use strict";
// Tiles over the quiet map with their attribution: a person's own, raster or vector, which the page carries, or online
// ones, only when asked for and after one probe.

const { VectorTiles, makeVectorLayer } = require("./vector_layer.js");
const { say } = require("../language/language.js");

const TILES = {
  url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
  credit: "Map tiles: © OpenStreetMap contributors.",
  maxZoom: 19,
};

const ABOVE = 101; // Leaflet's style puts a canvas, here the quiet map's, at 100

function probe(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.referrerPolicy = "origin";
    image.src = address;
  });
}

/** A layer of geo/land/tiles/bundle.py's tiles; nearer than they go they are stretched. */
function makeOwnLayer(L, { kind, least, most, tiles }) {
  const Layer = L.GridLayer.extend({
    createTile({ x, y, z }) {
      const held = tiles[`${z}/${x}/${y}`];
      if (!held) return document.createElement("div"); // an image without a source has a frame
      const image = new Image();
      image.alt = "";
      image.src = `data:${kind};base64,${held}`;
      return image;
    },
  });
  return new Layer({ minNativeZoom: least, maxNativeZoom: most, maxZoom: TILES.maxZoom, zIndex: ABOVE });
}

class Tiles {
  constructor(map, L, changed) {
    Object.assign(this, { map, L, changed });
    this.layer = null;
    this.names = null; // what labels.js writes over them: of vector tiles alone
    this.theme = null;
    this.said = "";
    this.wanted = false;
    this.failed = false;
  }

  /** What stands under the map of the tiles. */
  get credit() {
    if (this.failed) return say("No online tiles: the network or the tile server does not answer.");
    return this.layer ? this.said : "";
  }

  addressOfCentre() {
    const zoom = Math.min(TILES.maxZoom, Math.round(this.map.getZoom()));
    const { x, y } = this.map.project(this.map.getCenter(), zoom).divideBy(256).floor();
    return TILES.url.replace("{z}", zoom).replace("{x}", x).replace("{y}", y);
  }

  /** Promises whether tiles are there: one is tried first, so that no network means no grey boxes. */
  async show() {
    if (this.layer) return true;
    this.wanted = true;
    const answered = await probe(this.addressOfCentre());
    if (!this.wanted) return false; // hidden again, or the map is gone
    this.failed = !answered;
    if (this.failed) return false;
    this.said = say(TILES.credit);
    this.layer ??= this.L.tileLayer(TILES.url, { maxZoom: TILES.maxZoom, zIndex: ABOVE, referrerPolicy: "origin" });
    this.layer.addTo(this.map);
    return true;
  }

  /**
   * Shows the tiles that the page carries, in the place of any others. `countries`, a function of a frame and a language,
   * gives the names of countries that stand in the place of the tiles' own, which know no rule of contested ground.
   */
  showOwn(own, countries) {
    this.hide();
    this.said = say("Map tiles: {credit}.", { credit: own.credit || own.name });
    if (own.kind === "vector") this.names = new VectorTiles(own, this.changed, countries);
    this.layer = this.makeLayer(own).addTo(this.map);
  }

  makeLayer(own) {
    const options = { maxZoom: TILES.maxZoom, zIndex: ABOVE };
    return this.names ? makeVectorLayer(this.L, this.names, this.theme, options) : makeOwnLayer(this.L, own);
  }

  /** Vector tiles are drawn in the colours of a theme, once it is another than before. */
  setTheme(theme) {
    if (this.theme === theme) return;
    this.theme = theme;
    if (!this.names) return;
    this.layer.remove();
    this.layer = this.makeLayer().addTo(this.map);
  }

  hide() {
    this.wanted = false;
    this.layer?.remove();
    this.layer = null;
    this.names = null;
    this.failed = false;
  }
}

module.exports = { Tiles, makeOwnLayer };
