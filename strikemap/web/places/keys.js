// Keys of the Places page beside those of its buttons: to a field and back, without the mouse.

const FIELDS = { "/": ".st-key-places_search input", w: ".st-key-places_why input" };
const SEARCH = ".st-key-places_search";
const MAP = { key: "m", place: ".st-key-places_map", map: ".strike-picker" };
const LISTENING = Symbol.for("strikemap places keys");

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

/** A field is left by Escape, and the search by Enter too: the very next key is a decision's. */
function leave(event, field) {
  const sent = event.key === "Enter" && field.closest(SEARCH);
  if (event.key === "Escape" || sent) field.blur();
}

/** The key, or where a keyboard has another sign, such as a Cyrillic letter, that of its place. */
function keyOf({ key, code }) {
  if (code === "Slash" && !/^[a-z]$/i.test(key)) return "/";
  if (!/^(?![a-z])\p{L}$/iu.test(key)) return key.toLowerCase();
  return { KeyW: "w", KeyM: MAP.key }[code] ?? key;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const [element] = event.composedPath();
  if (isTyping(element)) {
    leave(event, element);
    return;
  }
  if (event.key === "Escape" && element.matches?.(MAP.map)) element.blur();
  const key = keyOf(event);
  const wanted = key === MAP.key ? findMap() : document.querySelector(FIELDS[key] ?? "unknown-field");
  if (!wanted) return;
  event.preventDefault();
  wanted.focus();
}

export default function listen() {
  if (globalThis[LISTENING]) return;
  globalThis[LISTENING] = true;
  document.addEventListener("keydown", press);
}
