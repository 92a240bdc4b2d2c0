"use strict";
// "Save picture": the map as seen, with everything on it that a reader of the picture must know.

const { scaleBar } = require("../data/mercator.js");
const { isBackwards, say, wordsSpoken } = require("../language/language.js");
const { FONT } = require("../look/theme.js");
const { legendBlock } = require("./legend_block.js");

const SCALE = 2; // picture pixels for a CSS pixel
const MARGIN = 20; // CSS pixels
const NARROWEST = 560; // CSS pixels; room for the words beside a phone's narrow map

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

const isArabic = (text) => /[֐-ࣿ]/.test(/\p{L}/u.exec(text)?.[0] ?? "");

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
        const right = isBackwards() || isArabic(line); // a page that runs to the left has all of its lines there
        context.direction = isArabic(line) ? "rtl" : "ltr";
        context.textAlign = right ? "right" : "left";
        const x = right ? MARGIN + width : MARGIN;
        context.fillText(line, x, top + (i + 0.5) * lineHeight);
      });
      context.direction = wordsSpoken().direction;
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
      if (lat !== null) drawScale(context, { frame, theme, lat });
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
    legendBlock(context, picture, { left: MARGIN, width }),
    ...optional(words.sources.length ? say("Sources") : "", { weight: 600, gap: 0 }),
    ...words.sources.map((source, i) => text(`${i + 1}. ${source}`, { ...quiet, gap: 1 })),
    ...words.notes.map((note) => text(note, { ...quiet, gap: 1 })),
  ];
}

/**
 * Draws the picture onto a canvas of its own and returns it.
 * picture: { frame, theme, lat (null: without a scale bar), groups, shown, undated, modes, drawMap(context), words: { title,
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
  context.direction = wordsSpoken().direction;
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
