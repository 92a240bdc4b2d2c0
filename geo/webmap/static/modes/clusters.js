"use strict";
// Clusters: a circle for what stands close together, in the colours of its groups, a dot for one strike.

const { scaleFor } = require("../counting/circle_sizes.js");
const { say } = require("../language/language.js");
const { drawCircles, placeClusters, sizeClusters } = require("../marks/circles.js");
const { sizesOf } = require("../marks/size_legend.js");
const { AREA_ONLY, rangeLegend, wordCircle, wordSize } = require("./meanings.js");

const IMPRECISE = {
  swatch: "imprecise", words: "hollow: day not known, only week, month or year", longer: "hollow: date known to week, month or year",
};
const RADIUS = {
  swatch: "radius", words: "true place lies inside, 9 in 10", longer: "the true place lies inside, 9 times in 10",
};
const RANGE = "one strike's toll: solid at least, dashed up to; a gap: no upper bound";

module.exports = {
  name: "clusters",
  label: "clusters",
  sizes: ["count", "killed_min", "killed_max"],
  bySource: false,
  coloured: true,
  areaBadges: true,
  finer: 0,
  place: (step, { strikes, frame }) => placeClusters(strikes, step, frame),
  scale({ sized }, { size, say }) {
    const { sizes, least } = sizesOf(sized.most, sized.scale);
    return { steps: [], sizes, notes: [wordSize(size, least, say)] };
  },
  share(...both) {
    const most = Math.max(...both.map(({ sized }) => sized.most));
    for (const marks of both) {
      Object.assign(marks.sized, { most, scale: scaleFor(most) });
      sizeClusters(marks.clusters, marks.sized.scale, marks.sized.frame);
    }
  },
  drawAbove: (context, { clusters }, around) => drawCircles(context, clusters, around),
  legend: (size) => [
    { swatch: "many", words: wordCircle(size) }, AREA_ONLY, IMPRECISE, RADIUS,
    ...rangeLegend(size, { swatch: "range", words: RANGE }),
  ],
  word({ clusters }, { width, height }) {
    const seen = clusters.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);
    return say(["{count} circle", "{count} circles"], { count: seen.length });
  },
  describe: ({ clusters }) => ({
    clusters: clusters.map(({ x, y, count, radius, row, text }) => ({ x, y, count, radius, row, text })),
  }),
};
