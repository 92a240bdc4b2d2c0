// Keys of the Reports page: by their place on the keyboard, so that they work in any script.

const PRESSED = {
  KeyA: "accept", KeyJ: "join", KeyT: "apart", KeyX: "reject", KeyN: "next", KeyB: "back", KeyU: "undo",
};
const FIELDS = {
  Slash: ".st-key-reports_search input",
  KeyE: ".st-key-reports_fields input:not([role=combobox])",
  KeyS: "[class*='st-key-reports_about_outlet'] input",
  KeyW: ".st-key-reports_why input, .st-key-pairs_why input",
  KeyP: ".st-key-reports_pasted textarea",
};
const SPOT_MAP = ".st-key-reports_spot_map";

function findButton(code) {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  const name = digit ? `take_${digit[1]}` : PRESSED[code];
  return name && document.querySelector(`.st-key-reports_${name} button:not([disabled])`);
}

function findAct({ code }) {
  const field = code === "KeyM" ? findMap(SPOT_MAP) : document.querySelector(FIELDS[code] ?? "unknown-field");
  if (field) return focusOn(field);
  const button = findButton(code);
  return button && (() => button.click());
}

export default function listen() {
  listenToKeys("reports", { find: findAct, isSent: (field) => field instanceof HTMLInputElement });
}
