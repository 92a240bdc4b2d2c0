"use strict";
// What a marker that folium adds needs on a page with Leaflet alone: the usual pin, and the `$` that makes a popup's
// elements of their markup.

/** Gives Leaflet its pin's pictures, data addresses by Leaflet's own names, and the page a `$` where it has none. */
function dressMarkers({ L, page, pins }) {
  L.Icon.Default.imagePath = "";
  L.Icon.Default.mergeOptions(pins);
  page.$ ??= (markup) => new page.DOMParser().parseFromString(markup, "text/html").body.children;
}

module.exports = { dressMarkers };
