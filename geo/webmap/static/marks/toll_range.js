"use strict";
// The range of a toll, drawn where one strike or one governorate is shown: reported at least, and up to.

const APART = 3; // CSS pixels between a circle and its arc
const BAR = 64; // CSS pixels of the longest bar
const TURN = 2 * Math.PI;

/**
 * People killed in one strike: { least, most, open }; open where no upper bound is reported. Null where
 * no figure is reported, or where it is one number.
 */
function rangeOf({ columns }, row) {
  const [low, high] = [columns.killed_min[row], columns.killed_max[row]];
  if (low === high) return null;
  const open = high < 0;
  return { least: Math.max(0, low), most: open ? low : high, open };
}

/**
 * An arc around a circle: of the whole turn, which is the upper bound, the solid part is the lower
 * one and the dashed part the rest. Without an upper bound the arc ends before the turn is full.
 */
function drawRangeArc(context, { x, y, radius, range }, theme) {
  const { least, most, open } = range;
  const solid = open ? 0.75 : least / most;
  const turn = (share) => -TURN / 4 + share * TURN;
  const draw = (from, to, dashes) => {
    context.beginPath();
    context.arc(x, y, radius + APART, turn(from), turn(to));
    context.setLineDash(dashes);
    context.stroke();
  };
  context.strokeStyle = theme.text;
  context.lineWidth = 1.8;
  if (solid > 0) draw(0, solid, []);
  draw(solid, open ? 0.9 : 1, [2.5, 2.5]);
  context.setLineDash([]);
}

/**
 * A bar under a governorate's number, all on one scale: `most` people are BAR pixels. Solid up to
 * the lower bound, dashed from there to the upper one, an arrow where that is open.
 */
function drawRangeBar(context, { x, y, range, most }, theme) {
  const length = (people) => (people / most) * BAR;
  const [left, solid, end] = [x - BAR / 2, length(range.least), length(range.most)];
  const line = (from, to, width, dashes = []) => {
    context.setLineDash(dashes);
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(left + from, y);
    context.lineTo(left + to, y);
    context.stroke();
  };
  context.lineCap = "butt";
  context.strokeStyle = theme.disc;
  line(-2, BAR + 2, 7);
  context.strokeStyle = theme.discText;
  line(0, Math.max(1, solid), 4);
  if (end > solid) line(solid, end, 2, [2, 2]);
  context.setLineDash([]);
  if (range.open) drawArrow(context, left + Math.max(end, 1) + 7, y, theme.discText);
}

function drawArrow(context, x, y, colour) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 6, y - 4);
  context.lineTo(x - 6, y + 4);
  context.closePath();
  context.fillStyle = colour;
  context.fill();
}

module.exports = { drawRangeArc, drawRangeBar, rangeOf };
