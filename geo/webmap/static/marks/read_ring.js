"use strict";
// The ring around the mark of the strike that is read: its own, its cluster's, its area's badge.

const GAP = 4; // CSS pixels between a mark and its ring
const WIDTH = 2.5; // CSS pixels
const DOT = 6; // CSS pixels; the ring of a strike that no mark stands for goes around its point

/** The mark that stands for a row, { x, y, radius } or { left, top, right, bottom }; null for none. */
function findMark({ clusters, badges, slots }, row, chosen) {
  const slot = slots.slotOf[row];
  const cluster = clusters.find(({ slots: own }) => own.includes(slot));
  if (cluster) return cluster;
  const badge = badges.find(({ slot: own, slots: several }) => own === slot || several?.includes(slot));
  return badge ?? (chosen && { ...chosen, radius: DOT });
}

/** Draws the ring, where the window has the row; `chosen` is its point, where it has one. */
function drawRing(context, marks, { strikes, selected: row, theme }, chosen) {
  if (row === null || row >= strikes.rows - strikes.groups.undated) return;
  const { rows: { from, to } } = marks;
  if (strikes.columns.day_start[row] > to || strikes.columns.day_end[row] < from) return;
  const mark = findMark(marks, row, chosen);
  if (!mark) return;
  context.beginPath();
  if (mark.radius) context.arc(mark.x, mark.y, mark.radius + GAP, 0, 2 * Math.PI);
  else context.rect(mark.left - GAP, mark.top - GAP, mark.right - mark.left + 2 * GAP, mark.bottom - mark.top + 2 * GAP);
  for (const [colour, width] of [[theme.disc, WIDTH + 2], [theme.accent, WIDTH]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }
}

module.exports = { drawRing, findMark };
