// The heavy side of a small map, the picker or that of squares: constant scripts and base map, for each of a page.
// `Leaflet`, `handMap` and `STYLES` stand above this file in the same module: see geo/webmap/assets.py.

const instances = new WeakMap(); // one map per element, kept through reruns

function begin(element, component, heavy) {
  const styles = document.createElement("style");
  styles.textContent = STYLES;
  component.parentElement.prepend(styles);
  const instance = { component };
  const listeners = {
    view: (view) => instance.component.setStateValue("view", view),
    picked: (picked) => instance.component.setTriggerValue("picked", picked),
    marked: (number) => instance.component.setTriggerValue("marked", number),
  };
  const { options } = component.data;
  instance.ready = handMap.mount(element, Leaflet, heavy.baseMap, { options, listeners });
  instance.ready.then((map) => {
    element.handMap = map;
    element.dataset.map = "ready";
  });
  return instance;
}

function showMap(component, heavy) {
  const element = component.parentElement.querySelector(".strike-mount");
  let instance = instances.get(element);
  if (instance) {
    const { options } = component.data;
    instance.ready.then((map) => map.update(options, heavy.baseMap));
  } else {
    instance = begin(element, component, heavy);
    instances.set(element, instance);
  }
  instance.component = component;
  return () => {
    instances.delete(element);
    instance.ready.then((map) => map.destroy());
  };
}
