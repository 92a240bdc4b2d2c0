"use strict";
// Colours and fonts, light and dark, for the screen and the saved picture alike.

const FONT = [
  "system-ui", "-apple-system", '"Segoe UI"', "Roboto", '"Noto Sans"', '"Noto Naskh Arabic"',
  '"Noto Sans Arabic"', '"DejaVu Sans"', "sans-serif",
].join(", ");

const THEMES = {
  light: {
    dark: false,
    beyond: "#e4e2dc", sea: "#bcd7e6", home: "#fdfcf9", abroad: "#ebe8e0",
    border: "#8d877c", innerBorder: "#c2bcb0", hatch: "#b09a86",
    river: "#9cc0d4", waterLabel: "#4d7f9b", relief: 0.22, // the last a share of full strength
    label: "#57534c", faintLabel: "#8a8479", halo: "rgba(253,252,249,0.9)", town: "#6d675e",
    disc: "#ffffff", discText: "#1d2126", discEdge: "rgba(20,24,28,0.55)",
    badge: "#fff7dd", badgeText: "#3c3213", badgeEdge: "#8a6d10",
    page: "#ffffff", text: "#1d2126", quiet: "#59606a", rule: "#d5d9de", accent: "#b3261e",
    shade: [[252, 222, 196], [150, 48, 0]],
  },
  dark: {
    dark: true,
    beyond: "#1b1d20", sea: "#12293a", home: "#34373c", abroad: "#26282c",
    border: "#8f9298", innerBorder: "#575b62", hatch: "#7d7466",
    river: "#2c5a75", waterLabel: "#7fa9c2", relief: 0.35,
    label: "#c9ccd1", faintLabel: "#8b9097", halo: "rgba(30,32,36,0.85)", town: "#b4b8be",
    disc: "#16181b", discText: "#f3f4f6", discEdge: "rgba(255,255,255,0.6)",
    badge: "#453a16", badgeText: "#ffeeb5", badgeEdge: "#d9b64a",
    page: "#16181b", text: "#eceef1", quiet: "#a4abb4", rule: "#3a3f46", accent: "#ff8a7a",
    shade: [[74, 46, 30], [255, 170, 110]],
  },
};

function isDark(colour) {
  const parts = /(\d+)\D+(\d+)\D+(\d+)/.exec(colour);
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

/**
 * The theme for an element: as asked ("light", "dark"), or as the page around it looks.
 * A Streamlit page has its background in --st-background-color.
 */
function chooseTheme(asked, element) {
  if (asked === "light" || asked === "dark") return THEMES[asked];
  const probe = document.createElement("span");
  probe.style.color = "var(--st-background-color, transparent)";
  element.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  const known = colour.startsWith("rgba(0, 0, 0, 0") ? null : isDark(colour);
  const dark = known ?? matchMedia("(prefers-color-scheme: dark)").matches;
  return dark ? THEMES.dark : THEMES.light;
}

/** The colour for a share (0-1) of the most. */
function shadeOf(theme, share) {
  const [light, full] = theme.shade;
  const mixed = light.map((part, i) => Math.round(part + (full[i] - part) * Math.sqrt(share)));
  return `rgb(${mixed.join(", ")})`;
}

module.exports = { FONT, THEMES, chooseTheme, shadeOf };
