"use strict";
// What the layer asks of its Leaflet map: its frame, its view, its events, and to be gone.

const { keepCalm } = require("../look/calm.js");
const { zoomAtOneSpot } = require("../look/double_tap.js");
const { toDegrees, worldPixels } = require("../data/mercator.js");

const unseen = new WeakMap(); // of maps without a size, such as in a closed tab of their page: shows their box once they have one
const OUT = 2; // zoom levels beyond that at which all of the land is seen

/** { zoom, world, left, top, width, height } in CSS pixels, `world` the width of the whole world. */
function frameOf(map) {
  const { min } = map.getPixelBounds();
  const { x: width, y: height } = map.getSize();
  const zoom = map.getZoom();
  return { zoom, world: worldPixels(zoom), left: min.x, top: min.y, width, height };
}

/** { lon, lat, zoom }, degrees to about a metre. */
function viewOf(map) {
  const { lat, lng } = map.getCenter();
  return { lon: Number(lng.toFixed(5)), lat: Number(lat.toFixed(5)), zoom: map.getZoom() };
}

/** Shows a box of unit web mercator beside what covers the map's edges, in CSS pixels from each, no nearer than maxZoom. */
function showBox(map, box, { left = 0, top = 0, right = 0, bottom = 0 } = {}, maxZoom = undefined) {
  const { x, y } = map.getSize();
  if (x && y) unseen.delete(map);
  else unseen.set(map, () => showBox(map, box, {}, maxZoom));
  const [west, north] = toDegrees(box.left, box.top);
  const [east, south] = toDegrees(box.right, box.bottom);
  map.fitBounds([[south, west], [north, east]], {
    animate: false, maxZoom, paddingTopLeft: [left + 4, top + 4], paddingBottomRight: [right + 4, bottom + 4],
  });
}

/** Lets the hand zoom out until a box of unit web mercator is small, and not until it is lost in the world. */
function endZoom(map, box) {
  const [west, north] = toDegrees(box.left, box.top);
  const [east, south] = toDegrees(box.right, box.bottom);
  const fitting = Math.floor(map.getBoundsZoom([[south, west], [north, east]]));
  map.setMinZoom(Math.max(0, Math.min(fitting - OUT, map.getZoom())));
}

/** Takes over the size that the container has by now; the centre stays, which Leaflet alone would round to a pixel. */
function takeSize(map) {
  const { x, y } = map.getSize();
  const { clientWidth, clientHeight } = map.getContainer();
  if (clientWidth === x && clientHeight === y) return;
  if (!map._loaded || map._animatingZoom || map._panAnim?._inProgress) {
    map.invalidateSize({ animate: false });
    return;
  }
  const [centre, zoom] = [map.getCenter(), map.getZoom()];
  map.invalidateSize({ pan: false });
  map.setView(centre, zoom, { animate: false, reset: true });
  if (clientWidth && clientHeight) unseen.get(map)?.();
}

/** Listens to a map, its container's size and the page's colours for a controller; returns what stops it. */
function bindEvents(host) {
  const { map, surface, container } = host;
  const endings = [keepCalm(map), zoomAtOneSpot(map)];
  const stretch = (centre, zoom) => {
    surface.stretch(centre, zoom);
    host.drawing.forget();
  };
  const handlers = {
    "move resize viewreset zoomend": () => host.redraw(),
    moveend: () => host.emit("view", host.getView()),
    zoomanim: (event) => stretch(event.center, event.zoom),
    zoom: () => stretch(map.getCenter(), map.getZoom()),
    click: ({ containerPoint }) => host.handleClick(containerPoint),
    mousemove: ({ containerPoint }) => host.handleHover(containerPoint),
    contextmenu: ({ latlng }) => host.reader.openCoordinates(latlng),
  };
  for (const [names, handler] of Object.entries(handlers)) map.on(names, handler);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => host.refreshTheme();
  scheme.addEventListener("change", repaint);
  const watcher = new ResizeObserver(() => takeSize(map));
  watcher.observe(container);
  return () => {
    for (const [names, handler] of Object.entries(handlers)) map.off(names, handler);
    scheme.removeEventListener("change", repaint);
    watcher.disconnect();
    for (const end of endings) end();
  };
}

/** Leaflet 1.9 leaves a listener behind, and lets a zoom go on that has begun. */
function removeMap(map, L) {
  const container = map.getContainer();
  map.remove();
  L.DomEvent.off(container, "scroll", map._onScroll, map);
  clearTimeout(map.scrollWheelZoom._timer);
  map._animatingZoom = false;
}

module.exports = { bindEvents, endZoom, frameOf, removeMap, showBox, takeSize, viewOf };
