// Keys of the Places page beside those of its buttons: to a field and back, without the mouse.

const FIELDS = { "/": ".st-key-places_search input", w: ".st-key-places_why input" };
const SEARCH = ".st-key-places_search";
const TO_MAP = { key: "m", place: ".st-key-places_map" };

/** The key, or where a keyboard has another sign, such as a Cyrillic letter, that of its place. */
function keyOf({ key, code }) {
  if (code === "Slash" && !/^[a-z]$/i.test(key)) return "/";
  if (!/^(?![a-z])\p{L}$/iu.test(key)) return key.toLowerCase();
  return { KeyW: "w", KeyM: TO_MAP.key }[code] ?? key;
}

function findAct(event) {
  const key = keyOf(event);
  return focusOn(key === TO_MAP.key ? findMap(TO_MAP.place) : document.querySelector(FIELDS[key] ?? "unknown-field"));
}

export default function listen() {
  listenToKeys("places", { find: findAct, isSent: (field) => field.closest(SEARCH) });
}
