// Keys that all pages share: none while somebody types, Escape goes back to deciding.

const MAP = ".strike-picker";

/** The map of a picker within a place of the page, where it is drawn. */
function findMap(within) {
  const place = document.querySelector(within);
  const inShadow = (part) => part.shadowRoot?.querySelector(MAP);
  return place && (place.querySelector(MAP) ?? [...place.querySelectorAll("*")].map(inShadow).find(Boolean));
}

/** A choice or a box to tick takes arrows and space alone: the keys of decisions stay theirs. */
function isTyping(element) {
  if (element instanceof HTMLInputElement) return !["radio", "checkbox", "button"].includes(element.type);
  return element instanceof HTMLTextAreaElement || element.isContentEditable;
}

function press(event, { find, isSent }) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const [element] = event.composedPath();
  if (isTyping(element)) {
    if (event.key === "Escape" || (event.key === "Enter" && isSent(element))) element.blur();
    return;
  }
  if (event.key === "Escape" && element.matches?.(MAP)) element.blur();
  const act = find(event);
  if (!act) return;
  event.preventDefault();
  act();
}

/** What focuses an element, if there is one. */
function focusOn(element) {
  return element && (() => element.focus());
}

/**
 * Listen to the keys of a page, once however often it is drawn.
 * find: what a key does, nothing for none. isSent: whether Enter leaves a field, so that the very next key is a decision's.
 */
function listenToKeys(page, { find, isSent }) {
  const listening = Symbol.for(`strikemap ${page} keys`);
  if (globalThis[listening]) return;
  globalThis[listening] = true;
  document.addEventListener("keydown", (event) => press(event, { find, isSent }));
}
