"use strict";
// "Save picture": the map as seen, with everything on it that a reader of the picture must know.

const { scaleBar } = require("../data/mercator.js");
const { FONT } = require("../look/theme.js");
const { drawBadges } = require("../marks/badges.js");
const { drawClusters, drawSingles } = require("../marks/circles.js");
const { shadeOf } = require("../marks/shades.js");
const { drawRangeArc, drawRangeBar } = require("../marks/toll_range.js");
const { wordCircle, wordRangeMark, wordShade } = require("../terms/meanings.js");

const SCALE = 2; // picture pixels for a CSS pixel
const MARGIN = 20; // CSS pixels
const NARROWEST = 560; // CSS pixels; room for the words beside a phone's narrow map
const EXAMPLE = { least: 2, most: 3, open: false }; // the toll whose range the legend draws
/** Text cut into lines that fit; a word wider than a line is cut too. */
function wrapText(text, width, measure) {
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const letter of word) {
      if (measure(line + letter) > width && line) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  if (line) lines.push(line);
  return lines;
}

const isArabic = (text) => /[֐-ࣿ]/.test(text.charAt(0));

/** A block of wrapped text: { height, draw(top) }. */
function textBlock(context, text, { width, size, weight = 400, colour, gap = 4 }) {
  const font = `${weight} ${size}px ${FONT}`;
  context.font = font;
  const lines = wrapText(text, width, (part) => context.measureText(part).width);
  const lineHeight = Math.round(size * 1.4);
  return {
    height: lines.length * lineHeight + gap,
    draw(top) {
      context.font = font;
      context.fillStyle = colour;
      context.textBaseline = "middle";
      lines.forEach((line, i) => {
        const backwards = isArabic(line);
        context.direction = backwards ? "rtl" : "ltr";
        context.textAlign = backwards ? "right" : "left";
        const x = backwards ? MARGIN + width : MARGIN;
        context.fillText(line, x, top + (i + 0.5) * lineHeight);
      });
      context.direction = "ltr";
    },
  };
}

function drawDashes(context, x, y, theme) {
  context.beginPath();
  context.arc(x, y, 8, 0, 2 * Math.PI);
  context.setLineDash([4, 3]);
  context.strokeStyle = theme.quiet;
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

/** How the range of a toll is drawn: an arc around a strike, a bar of a governorate. */
function rangeEntry(context, entry, { range, modes, style: { theme } }) {
  const bar = modes.show === "areas";
  return entry(bar ? 72 : 22, range, (x, y) => {
    if (bar) drawRangeBar(context, { x: x + 34, y, range: EXAMPLE, most: EXAMPLE.most }, theme);
    else drawRangeArc(context, { x: x + 11, y, radius: 7, range: EXAMPLE }, theme);
  });
}

/** What the marks mean, as entries { width, draw(x, middle) } that flow into rows. */
function legendEntries(context, { theme, groups, shown, undated, modes }) {
  const entry = (symbolWidth, text, symbol) => {
    context.font = `400 12px ${FONT}`;
    return {
      width: symbolWidth + 6 + context.measureText(text).width + 18,
      draw(x, middle) {
        symbol(x, middle);
        context.font = `400 12px ${FONT}`;
        context.textAlign = "left";
        context.textBaseline = "middle";
        context.fillStyle = theme.text;
        context.fillText(text, x + symbolWidth + 6, middle);
      },
    };
  };
  const style = { theme, colours: groups.colours };
  const badge = entry(40, "known only to the governorate", (x, middle) =>
    drawBadges(context, [{ left: x, right: x + 40, top: middle - 11, bottom: middle + 11, text: "n" }], theme));
  const range = wordRangeMark(modes);
  const ranges = range ? [rangeEntry(context, entry, { range, modes, style })] : [];
  if (modes.show !== "clusters") {
    const shade = entry(24, wordShade(modes), (x, middle) => [0.1, 0.5, 1].forEach((part, i) => {
      context.fillStyle = shadeOf(theme, part);
      context.fillRect(x + i * 8, middle - 6, 8, 12);
    }));
    return [shade, ...(modes.show === "density" ? [badge] : []), ...ranges];
  }
  const entries = groups.names.flatMap((name, group) => {
    if (!shown[group]) return [];
    const only = shown.map((_, i) => (i === group ? 1 : 0));
    return entry(14, `${name} (${shown[group].toLocaleString("en")})`, (x, middle) =>
      drawSingles(context, [{ x: x + 7, y: middle, radius: 5, groups: only }], style));
  });
  const parts = shown.some(Boolean) ? shown : shown.map((_, i) => (i ? 0 : 1));
  const count = parts.reduce((sum, part) => sum + part, 0);
  const cluster = entry(26, wordCircle(modes), (x, middle) =>
    drawClusters(context, [{ x: x + 13, y: middle, radius: 12, count, groups: parts, text: "n" }], style));
  const dashes = entry(18, "the true place lies inside, 9 times in 10", (x, middle) => drawDashes(context, x + 9, middle, theme));
  const pale = entry(14, "date known to week, month or year", (x, middle) =>
    drawSingles(context, [{ x: x + 7, y: middle, radius: 5, groups: parts, impreciseGroups: parts }], style));
  const without = undated ? [entry(0, `undated, not drawn (${undated.toLocaleString("en")})`, () => {})] : [];
  return [...entries, ...without, cluster, badge, pale, dashes, ...ranges];
}

function legendBlock(context, width, picture) {
  const rowHeight = 30;
  const rows = [[]];
  let used = 0;
  for (const entry of legendEntries(context, picture)) {
    if (used + entry.width > width && rows.at(-1).length) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1).push([used, entry]);
    used += entry.width;
  }
  return {
    height: rows.length * rowHeight + 4,
    draw(top) {
      rows.forEach((row, i) => {
        for (const [x, entry] of row) entry.draw(MARGIN + x, top + (i + 0.5) * rowHeight);
      });
    },
  };
}

function mapBlock(context, { frame, theme, drawMap, lat }) {
  const left = Math.max(0, (context.canvas.width / SCALE - frame.width) / 2);
  return {
    height: frame.height + 10,
    draw(top) {
      context.save();
      context.translate(left, top);
      context.beginPath();
      context.rect(0, 0, frame.width, frame.height);
      context.clip();
      drawMap(context);
      drawScale(context, { frame, theme, lat });
      context.restore();
    },
  };
}

function drawScale(context, { frame, theme, lat }) {
  const { pixels, label } = scaleBar(lat, frame.zoom, 120);
  const [x, y] = [14, frame.height - 14];
  context.font = `600 12px ${FONT}`;
  const labelWidth = context.measureText(label).width;
  context.fillStyle = theme.halo;
  context.fillRect(x - 6, y - 12, pixels + labelWidth + 22, 22);
  context.strokeStyle = theme.text;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y - 6);
  context.lineTo(x, y);
  context.lineTo(x + pixels, y);
  context.lineTo(x + pixels, y - 6);
  context.stroke();
  context.fillStyle = theme.text;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillText(label, x + pixels + 8, y - 2);
}

function planBlocks(context, picture, width) {
  const { theme, words } = picture;
  const text = (said, style) => textBlock(context, said, { width, colour: theme.text, size: 12, ...style });
  const quiet = { size: 11, colour: theme.quiet };
  const optional = (said, style) => (said ? [text(said, style)] : []);
  return [
    ...optional(words.title, { size: 20, weight: 700, gap: 2 }),
    text(words.period, { size: 14, weight: 600, gap: 2 }),
    ...optional(words.filters, { size: 12, gap: 2 }),
    text(words.totals, { size: 13, gap: 2 }),
    ...words.counted.map((line) => text(line, { size: 13, gap: 2 })),
    text(words.view, { size: 13, gap: 8 }),
    mapBlock(context, picture),
    legendBlock(context, width, picture),
    ...optional(words.sources.length ? "Sources" : "", { weight: 600, gap: 0 }),
    ...words.sources.map((source, i) => text(`${i + 1}. ${source}`, { ...quiet, gap: 1 })),
    ...words.notes.map((note) => text(note, { ...quiet, gap: 1 })),
  ];
}

/**
 * Draws the picture onto a canvas of its own and returns it.
 * picture: { frame, theme, lat, groups, shown, undated, modes, drawMap(context), words: { title,
 * period, filters, totals, counted, view, sources, notes } }; shown counts the rows of each colour group.
 */
function drawPicture(picture) {
  const width = Math.max(picture.frame.width, NARROWEST);
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  const context = canvas.getContext("2d");
  const plan = planBlocks(context, picture, width - 2 * MARGIN);
  const height = plan.reduce((sum, block) => sum + block.height, 2 * MARGIN);
  canvas.height = Math.ceil(height) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = picture.theme.page;
  context.fillRect(0, 0, width, height);
  let top = MARGIN;
  for (const block of plan) {
    block.draw(top);
    top += block.height;
  }
  return canvas;
}

function toBlob(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("strikes: no picture"))), "image/png");
  });
}

/** Hands a blob to the visitor as a file. */
function download(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

module.exports = { download, drawPicture, toBlob, wrapText };
