// The heavy Streamlit side: constant scripts, base map and payload, offered to the controls by token.
// `Leaflet`, `strikeMap`, `outbox` and `STYLES` stand above this file in the same module: see geo/webmap/assets.py.

const PAGE_HEADER = "4rem"; // Streamlit's, which lies over what scrolls under it
const instances = new WeakMap(); // one map per element, kept through reruns

function dress(root) {
  const styles = document.createElement("style");
  styles.textContent = STYLES;
  root.prepend(styles);
}

/**
 * What the map is told of the page's filters: its words, the rows that pass, the filters' query, and what Counts needs of them;
 * and whether the page has a form in which a strike is mended.
 */
function optionsOf({ options, rows, rows_but, chosen, query, mends }) {
  return { ...options, rows, rows_but, chosen, query, mends };
}

/** What the further parts of the address say, beside what is told: only where that has changed. */
function addKept(instance, values, steps) {
  const kept = values.kept ?? steps?.readAddressParts() ?? {};
  const now = JSON.stringify(kept);
  if (now === (instance.kept ?? "{}")) return values; // nothing is said at first
  instance.kept = now;
  return { ...values, kept };
}

/** Tells Python where the map looks and what is seen there: [west, south, east, north] in degrees. */
function tellView(instance, controller) {
  const bounds = controller.map.getBounds();
  const box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  instance.outbox.send("view", { ...controller.getView(), box });
}

/** What a language changes of a map's first options: its words, and the names of places where they are known in it. */
function optionsIn(words) {
  if (!words) return {};
  const { labels, ...spoken } = JSON.parse(words);
  return { words: spoken, modes: labels ? { labels } : {} };
}

function begin(element, component, heavy, left = null) {
  const { data, parentElement } = component;
  if (!left) dress(parentElement);
  const { setStateValue, setTriggerValue } = component;
  const instance = { setStateValue, setTriggerValue, words: heavy.words };
  instance.outbox = outbox.makeOutbox({
    say: (told) => instance.setStateValue("told", told),
    extend: (values) => {
      const steps = element.strikes?.steps;
      steps?.settle(); // Python writes the same address: where it stands already, that is no step
      return addKept(instance, values, steps);
    },
  });
  // The first address of a page is no step; Streamlit would make it one.
  if (data.address) history.replaceState(null, "", `${location.pathname}?${data.address}`);
  const { words, modes } = optionsIn(heavy.words);
  const told = optionsOf(data);
  const options = { ...told, words, modes: { ...modes, ...told.modes }, baseMapBase64: heavy.baseMap, guest: true, address: "query" };
  const mounted = Promise.resolve(left).then(() => strikeMap.mount(element, Leaflet, heavy.payload, options));
  instance.ready = mounted.then((controller) => {
    element.strikes = controller; // as a folium map has it: for tests and other scripts
    if (element.getBoundingClientRect().top < 0) bringIntoView(element); // other data were asked for far down the page
    element.dataset.strikes = "ready";
    // The server waits for this before it sends more of the page, and loads what its tables need.
    fetch("./_stcore/health?map=drawn", { cache: "no-store" }).catch(() => {}); // else it waits a little longer
    controller.on("range", (range) => instance.outbox.send("range", range ?? [])); // []: whole
    controller.on("read", (id) => instance.outbox.send("opened", id));
    controller.on("select", (ids) => instance.outbox.send("selection", ids));
    controller.on("view", () => tellView(instance, controller));
    controller.on("modes", (modes) => instance.outbox.send("modes", modes));
    controller.on("step", () => instance.outbox.send("kept", controller.steps?.readAddressParts() ?? {}));
    controller.on("counts", (open) => instance.outbox.send("counts", open));
    controller.on("choose", (said) => instance.setTriggerValue("choose", said));
    controller.on("correct", (id) => instance.setTriggerValue("correct", id));
    if (data.focus) controller.focusStrike(data.focus);
    if (data.tell_window) tellView(instance, controller);
    return controller;
  });
  return instance;
}

/** The element that a page scrolls by, above a component that may lie in a shadow root; null for none. */
function scrollerOf(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}

/** Brings a map into the window, below the page's header. */
function bringIntoView(mount) {
  mount.style.scrollMarginTop = PAGE_HEADER;
  mount.scrollIntoView({ block: "nearest" });
}

/** Reads a strike that a row of a table asks for: the map comes into view, and leads back to the row. */
async function leadFromTable(controller, id) {
  const mount = controller.container.closest(".strike-mount");
  const scroller = scrollerOf(mount);
  const top = scroller?.scrollTop ?? 0;
  controller.backTo = scroller ? { id, act: () => scroller.scrollTo({ top }) } : null;
  if (await controller.focusStrike(id)) bringIntoView(mount);
}

/** Brings a map up to what Python says now: new data, rows, words; then the strike asked for. */
async function follow(controller, [before, now], heavy) {
  const content = (data) => JSON.stringify([data.token, optionsOf(data)]);
  if (content(before) !== content(now)) {
    const payload = before.token === now.token ? null : heavy.payload;
    const options = { ...optionsOf(now), baseMapBase64: heavy.baseMap };
    await controller.update(payload, options);
  } else {
    controller.refreshTheme();
  }
  if (now.resets > before.resets) controller.setRange(null);
  if (now.focus && now.focus !== before.focus) await leadFromTable(controller, now.focus);
}

/** A change that fails is logged and leaves the map as it was: the next one counts. */
async function followOrLog(controller, change, heavy) {
  try {
    await follow(controller, change, heavy);
  } catch (error) {
    console.error("strikes:", error);
  }
  return controller;
}

/** Takes a map away whose words are those of another language; promises that it is gone. */
function leave(instance) {
  instance.outbox.stop();
  return instance.ready.then((controller) => controller.destroy());
}

function showMap(component, heavy) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const element = parentElement.querySelector(".strike-mount");
  let instance = instances.get(element);
  if (instance && instance.words !== heavy.words) {
    instance = begin(element, component, heavy, leave(instance));
    instances.set(element, instance);
  } else if (instance) {
    const change = [instance.data, data];
    const told = data.tell_window && !instance.data.tell_window;
    instance.ready = instance.ready.then((controller) => followOrLog(controller, change, heavy));
    if (told) instance.ready = instance.ready.then((controller) => (tellView(instance, controller), controller));
  } else {
    instance = begin(element, component, heavy);
    instances.set(element, instance);
  }
  Object.assign(instance, { data, setStateValue, setTriggerValue });
  return () => {
    instances.delete(element);
    leave(instance);
  };
}
