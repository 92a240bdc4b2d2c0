// A heavy Streamlit side, offered to the light ones by token: `showMap` stands above, in the same module.
const meeting = (globalThis[Symbol.for("strikemap")] ??= { offers: new Map(), waiting: new Map() });
const offered = new WeakMap();

export default function offerMap({ data, parentElement }) {
  const { offers, waiting } = meeting;
  const withdraw = () => {
    const own = offered.get(parentElement);
    if (own && offers.get(own.token) === own.offer) offers.delete(own.token);
    offered.delete(parentElement);
  };
  if (offered.get(parentElement)?.token !== data.token) {
    withdraw();
    const offer = (component) => showMap(component, data);
    offered.set(parentElement, { token: data.token, offer });
    offers.set(data.token, offer);
  }
  for (const [place, show] of waiting) if (show()) waiting.delete(place);
  return withdraw;
}
