// A heavy Streamlit side, offered to the light ones by token: `showMap` stands above, in the same module.
const meeting = (globalThis[Symbol.for("strikemap")] ??= { offers: new Map(), waiting: new Map() });
const offered = new WeakMap();

/** What a heavy side is given, by its token: values, or bytes of a line that is the token and of JSON, parsed when asked for. */
function unpack(data) {
  if (!(data instanceof Uint8Array)) return { token: data.token, read: () => data };
  const end = data.indexOf(10); // a line feed
  const text = (bytes) => new TextDecoder().decode(bytes);
  let values = null;
  return { token: text(data.subarray(0, end)), read: () => (values ??= JSON.parse(text(data.subarray(end + 1)))) };
}

export default function offerMap({ data, parentElement }) {
  const { offers, waiting } = meeting;
  const withdraw = () => {
    const own = offered.get(parentElement);
    if (own && offers.get(own.token) === own.offer) offers.delete(own.token);
    offered.delete(parentElement);
  };
  const { token, read } = unpack(data);
  if (offered.get(parentElement)?.token !== token) {
    withdraw();
    const offer = (component) => showMap(component, read());
    offered.set(parentElement, { token, offer });
    offers.set(token, offer);
  }
  for (const [place, show] of waiting) if (show()) waiting.delete(place);
  return withdraw;
}
