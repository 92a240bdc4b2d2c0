"use strict";
// Online tiles over the quiet map: only when asked for, after one probe, with their attribution.

const TILES = {
  url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
  credit: "Map tiles: © OpenStreetMap contributors.",
  maxZoom: 19,
};

function probe(address) {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
    image.referrerPolicy = "origin";
    image.src = address;
  });
}

class Tiles {
  constructor(map, L) {
    Object.assign(this, { map, L });
    this.layer = null;
    this.wanted = false;
    this.failed = false;
  }

  /** What stands under the map of the tiles. */
  get credit() {
    if (this.failed) return "No online tiles: the network or the tile server does not answer.";
    return this.layer ? TILES.credit : "";
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
    this.layer ??= this.L.tileLayer(TILES.url, { maxZoom: TILES.maxZoom, referrerPolicy: "origin" });
    this.layer.addTo(this.map);
    return true;
  }

  hide() {
    this.wanted = false;
    this.layer?.remove();
    this.layer = null;
    this.failed = false;
  }
}

module.exports = { Tiles };
