"use strict";
// One small map, or the bars of one area, drawn on a canvas: on the page and in the saved picture alike.

const { worldPixels } = require("../data/mercator.js");
const { OPAQUE, classOf, shadesOf } = require("../look/shades.js");
const { FONT } = require("../look/theme.js");
const { hatch, traceArea } = require("../map/base_map.js");

const EDGE = 3; // CSS pixels around a small map
const FOOT = 14; // CSS pixels under bars, for their dates
const LABEL_FONT = `400 10px ${FONT}`;

/** The frame that shows a box of unit web mercator on `width` by `height` CSS pixels: the same for all small maps. */
function frameFor({ left, top, right, bottom }, { width, height }) {
  const world = Math.min((width - 2 * EDGE) / (right - left), (height - 2 * EDGE) / (bottom - top));
  return {
    zoom: Math.log2(world / worldPixels(0)), world, width, height,
    left: ((left + right) / 2) * world - width / 2, top: ((top + bottom) / 2) * world - height / 2,
  };
}

/** The areas of a period, each in the shade of its class; outlines alone where nothing is recorded; contested land is hatched. */
function drawSmallMap(context, { cells }, { areas, contested, bounds, frame, theme }) {
  const colours = shadesOf(theme, bounds.length);
  context.lineJoin = "round";
  areas.forEach(({ area }, i) => {
    const { weight, rows } = cells[i];
    traceArea(context, area, frame);
    context.fillStyle = theme.home;
    context.fill();
    if (weight !== null) {
      context.globalAlpha = OPAQUE;
      context.fillStyle = colours[classOf(bounds, weight)];
      context.fill();
      context.globalAlpha = 1;
    } else if (rows) {
      dot(context, area, frame, theme);
    }
    context.strokeStyle = theme.border;
    context.lineWidth = 0.7;
    context.stroke();
  });
  for (const area of contested) hatch(context, area, frame, theme.hatch);
}

/** Strikes without a figure: a ring, which is no shade. */
function dot(context, { labelPoint: [x, y] }, { world, left, top }, theme) {
  context.save();
  context.beginPath();
  context.arc(x * world - left, y * world - top, 2, 0, 2 * Math.PI);
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** Bars over the periods, on the scale of `most`: people as at least, and paler up to. */
function drawSmallBars(context, cells, { periods, most, theme, width, height }) {
  const room = height - FOOT;
  const step = width / cells.length;
  context.fillStyle = theme.rule;
  context.fillRect(0, room, width, 1);
  cells.forEach(({ rows, people }, i) => {
    const bar = (value, opacity) => {
      if (!value) return;
      const tall = Math.max(1, (value / most) * (room - 2));
      context.globalAlpha = opacity;
      context.fillRect(i * step, room - tall, Math.max(1, step - (step > 4 ? 1 : 0.3)), tall);
      context.globalAlpha = 1;
    };
    context.fillStyle = theme.accent;
    if (!people) {
      bar(rows, 1);
      return;
    }
    bar(people.most, 0.4);
    bar(people.least, 1);
  });
  context.font = LABEL_FONT;
  context.textBaseline = "bottom";
  context.fillStyle = theme.quiet;
  context.textAlign = "left";
  context.fillText(periods[0].words, 0, height);
  context.textAlign = "right";
  if (periods.length > 1) context.fillText(periods.at(-1).words, width, height);
}

module.exports = { drawSmallBars, drawSmallMap, frameFor };
