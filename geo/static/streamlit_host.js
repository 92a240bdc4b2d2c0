// The Streamlit side: one map per element, kept through reruns; what the hand does goes to Python.
// `Leaflet` and `strikeMap` stand above this file in the same module: see geo/assets.py.

const REST_MS = 300; // the hand rests before Python is told
const instances = new WeakMap();

function sendLater(setStateValue) {
  const timers = new Map();
  const send = (name, value) => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(() => setStateValue(name, value), REST_MS));
  };
  return { send, stop: () => timers.forEach(clearTimeout) };
}

function begin(element, component) {
  const instance = { token: null, setStateValue: component.setStateValue };
  instance.outbox = sendLater((name, value) => instance.setStateValue(name, value));
  instance.ready = strikeMap
    .mount(element, Leaflet, component.data.payload, component.data.options)
    .then((controller) => {
      element.strikes = controller; // as a folium map has it: for tests and other scripts
      element.dataset.strikes = "ready";
      controller.on("range", (range) => instance.outbox.send("range", range ?? [])); // []: whole
      controller.on("select", (ids) => instance.outbox.send("selection", ids));
      controller.on("view", (view) => instance.outbox.send("view", view));
      return controller;
    });
  return instance;
}

export default function showMap(component) {
  const { data, parentElement, setStateValue } = component;
  const element = parentElement.querySelector(".strike-mount");
  element.style.height = `${data.height}px`;
  let instance = instances.get(element);
  if (!instance) {
    instance = begin(element, component);
    instances.set(element, instance);
  } else if (instance.token !== data.token) {
    instance.ready = instance.ready.then(async (controller) => {
      await controller.update(data.payload, data.options);
      return controller;
    });
  } else {
    instance.ready.then((controller) => controller.refreshTheme());
  }
  instance.token = data.token;
  instance.setStateValue = setStateValue;
  return () => {
    instance.outbox.stop();
    instances.delete(element);
    instance.ready.then((controller) => controller.destroy());
  };
}
