"use strict";
// Paper: the map keeps the size that it has on the screen and is drawn as large as one page has room (paper.css); what is pressed is
// left out, and the legend stands under the map, where it hides no strike.

const LEGEND = 230; // CSS pixels of height that a legend, and credits in full, take under the map

/** Readies a frame whenever its page is printed; returns what ends that. */
function readyForPaper({ element, ground }, legend) {
  let before = null; // how the legend stood on the screen
  const ready = () => {
    if (before || !ground.clientWidth) return;
    before = { open: legend.open };
    const [frame, whole] = [element.clientWidth, element.clientHeight + LEGEND];
    const sizes = { frame, whole, wide: ground.clientWidth, high: ground.clientHeight };
    for (const [name, pixels] of Object.entries(sizes)) element.style.setProperty(`--strike-paper-${name}`, `${pixels}px`);
    element.classList.add("strike-paper");
    legend.open = true;
    ground.after(legend);
  };
  const restore = () => {
    if (!before) return;
    ground.append(legend);
    legend.open = before.open;
    before = null;
    element.classList.remove("strike-paper");
  };
  addEventListener("beforeprint", ready);
  addEventListener("afterprint", restore);
  return () => {
    restore();
    removeEventListener("beforeprint", ready);
    removeEventListener("afterprint", restore);
  };
}

module.exports = { readyForPaper };
