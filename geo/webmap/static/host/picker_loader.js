// The heavy side of the picker: constant scripts and base map, for every picker of a page.
// `Leaflet`, `pickerMap` and `STYLES` stand above this file in the same module: see geo/webmap/assets.py.

const instances = new WeakMap(); // one picker per element, kept through reruns

function begin(element, component, heavy) {
  const styles = document.createElement("style");
  styles.textContent = STYLES;
  component.parentElement.prepend(styles);
  const instance = { component };
  const listeners = {
    picked: (point) => instance.component.setTriggerValue("picked", point),
    marked: (number) => instance.component.setTriggerValue("marked", number),
  };
  const { options } = component.data;
  instance.ready = pickerMap.mountPicker(element, Leaflet, heavy.baseMap, { options, listeners });
  instance.ready.then((picker) => {
    element.picker = picker;
    element.dataset.picker = "ready";
  });
  return instance;
}

function showMap(component, heavy) {
  const element = component.parentElement.querySelector(".strike-mount");
  let instance = instances.get(element);
  if (instance) {
    const { options } = component.data;
    instance.ready.then((picker) => picker.update(options, heavy.baseMap));
  } else {
    instance = begin(element, component, heavy);
    instances.set(element, instance);
  }
  instance.component = component;
  return () => {
    instances.delete(element);
    instance.ready.then((picker) => picker.destroy());
  };
}
