// Keys of the Reports page: by their place on the keyboard, so that they work in any script.

const PRESSED = {
  KeyA: "accept", KeyJ: "join", KeyX: "reject", KeyN: "next", KeyB: "back", KeyU: "undo",
};
const FIELDS = {
  Slash: ".st-key-reports_search input",
  KeyE: ".st-key-reports_fields input:not([role=combobox])",
  KeyS: "[class*='st-key-reports_about_outlet'] input",
  KeyW: ".st-key-reports_why input",
  KeyP: ".st-key-reports_pasted textarea",
};
const MAP = { place: ".st-key-reports_spot_map", map: ".strike-picker" };
const LISTENING = Symbol.for("strikemap reports keys");

function findMap() {
  const place = document.querySelector(MAP.place);
  const within = (part) => part.shadowRoot?.querySelector(MAP.map);
  return place && (place.querySelector(MAP.map) ?? [...place.querySelectorAll("*")].map(within).find(Boolean));
}

/** A choice or a box to tick takes arrows and space alone: the keys of decisions stay theirs. */
function isTyping(element) {
  if (element instanceof HTMLInputElement) return !["radio", "checkbox", "button"].includes(element.type);
  return element instanceof HTMLTextAreaElement || element.isContentEditable;
}

/** A field is left by Escape, and by Enter where it has one line: the very next key is a decision's. */
function leave(event, field) {
  if (event.key === "Escape" || (event.key === "Enter" && field instanceof HTMLInputElement)) field.blur();
}

function findButton(code) {
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(code);
  const name = digit ? `take_${digit[1]}` : PRESSED[code];
  return name && document.querySelector(`.st-key-reports_${name} button:not([disabled])`);
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const [element] = event.composedPath();
  if (isTyping(element)) {
    leave(event, element);
    return;
  }
  if (event.key === "Escape" && element.matches?.(MAP.map)) element.blur();
  const wanted = event.code === "KeyM" ? findMap() : document.querySelector(FIELDS[event.code] ?? "unknown-field");
  const button = findButton(event.code);
  if (!wanted && !button) return;
  event.preventDefault();
  if (wanted) wanted.focus();
  else button.click();
}

export default function listen() {
  if (globalThis[LISTENING]) return;
  globalThis[LISTENING] = true;
  document.addEventListener("keydown", press);
}
