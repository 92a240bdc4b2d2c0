"use strict";
// Words over the map: a halo of the background's colour parts them from what lies beneath.

const HALO = 4; // CSS pixels; half of it shows around the letters

/** Writes a text with its middle at the height y; colours: { halo, text }. */
function writeHaloed(context, text, { x, y, font, align = "center" }, colours) {
  context.font = font;
  context.textAlign = align;
  context.textBaseline = "middle";
  context.strokeStyle = colours.halo;
  context.lineWidth = HALO;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = colours.text;
  context.fillText(text, x, y);
}

module.exports = { writeHaloed };
