// The keyboard's place on the page: Streamlit disables a button while its file is made, and draws others anew, and the
// browser then forgets where the keyboard was. It is given back to the same part, or to what stands in its place.

const FOCUSABLE = "a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex='0']";
// A field that stands in the place of another is not entered: the next key is a command as often, and would be typed.
const TYPED_IN = "input:not([type=checkbox], [type=radio], [type=button]), textarea";
const PATIENCE_MS = 30_000; // a sheet of many pages may take as long to be made
const REST_MS = 1_000; // what stands in the place of a part may be drawn a little after that is gone

/** The class by which Streamlit names a part of the page that was given a key, "" for none. */
function keyOf(element) {
  const named = element.closest("[class*='st-key-']");
  return [...(named?.classList ?? [])].find((name) => name.startsWith("st-key-")) ?? "";
}

/** Where the keyboard is: the element, what it is found again by, and the blocks around it from the innermost. */
function noteOf(element) {
  const blocks = [];
  for (let at = element.parentElement; at && !at.matches(".stApp"); at = at.parentElement) blocks.push(at);
  const label = element.getAttribute("aria-label") ?? element.textContent;
  return { element, blocks, key: keyOf(element), tag: element.tagName, label };
}

const isFree = (element) => element.isConnected && !element.matches(":disabled") && element.getClientRects().length > 0;

/** What to focus for a note: itself, its like under the same key, or what is first in the block that is left. */
function findAgain({ element, blocks, key, tag, label }, settled) {
  if (isFree(element)) return element;
  const alike = (other) => other.tagName === tag && (other.getAttribute("aria-label") ?? other.textContent) === label;
  const under = key ? [...document.querySelectorAll(`.${CSS.escape(key)} ${tag}`)].filter(isFree) : [];
  const found = under.find(alike) ?? under[0];
  if (found || !settled || element.isConnected) return found ?? null;
  for (const block of blocks.filter(({ isConnected }) => isConnected)) {
    const first = [...block.querySelectorAll(FOCUSABLE)].find((other) => isFree(other) && !other.matches(TYPED_IN));
    if (first) return first;
  }
  return null;
}

const isSettled = () => document.querySelector(".stApp")?.dataset.testScriptState === "notRunning";

/** Keeps the keyboard's place; only what the keyboard did itself counts, a hand on the mouse ends it. */
class Keeper {
  constructor() {
    this.note = null; // where the keyboard is
    this.lostAt = 0; // ms; 0 while it is not lost
    document.addEventListener("focusin", ({ target }) => this.take(target));
    document.addEventListener("focusout", ({ target }) => this.leave(target));
    document.addEventListener("pointerdown", () => this.forget(), true);
    document.addEventListener("keydown", ({ key }) => this.goOn(key), true);
    new MutationObserver(() => this.look()).observe(document.body, {
      subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "data-test-script-state"],
    });
  }

  take(element) {
    this.lostAt = 0;
    this.note = element.matches(":focus-visible") ? noteOf(element) : null;
  }

  /** What is left while it could be used was left on purpose; what is taken off the page says so before it is gone. */
  leave(element) {
    queueMicrotask(() => {
      if (isFree(element) && document.activeElement === document.body) this.forget();
    });
  }

  /** Escape leaves a field; who presses another key of the page's while the place is lost goes on without it. */
  goOn(key) {
    const held = ["Shift", "Control", "Alt", "AltGraph", "Meta"].includes(key);
    const goesOn = this.lostAt && !held && document.activeElement === document.body;
    if (key === "Escape" || goesOn) this.forget();
  }

  forget() {
    this.note = null;
    this.lostAt = 0;
  }

  /** A button that is disabled keeps the focus until the browser draws next: what it is by then is noted at once. */
  look() {
    if (!this.note) return;
    const now = performance.now();
    if (!isFree(this.note.element)) this.lostAt ||= now;
    if (!this.lostAt || document.activeElement !== document.body) return;
    const rested = now - this.lostAt >= REST_MS;
    if (now - this.lostAt > PATIENCE_MS) this.forget();
    else findAgain(this.note, rested && isSettled())?.focus();
    if (!rested) setTimeout(() => this.look(), REST_MS);
  }
}

export default function keepFocus() {
  globalThis[Symbol.for("strikemap focus")] ??= new Keeper();
}
