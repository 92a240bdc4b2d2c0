// The light Streamlit side, sent with every change: it waits for the loader, which does the work.
const meeting = (globalThis[Symbol.for("strikemap")] ??= { offers: new Map(), waiting: new Map() });

export default function showMap(mounted) {
  const { parentElement } = mounted;
  const [data] = mounted.data; // see strikemap/web/start/parts.py
  const component = { ...mounted, data };
  const { height } = data;
  parentElement.querySelector(".strike-mount").style.height = typeof height === "number" ? `${height}px` : height;
  let leave = null;
  const show = () => {
    const offer = meeting.offers.get(data.token);
    if (offer) leave = offer(component);
    return Boolean(offer);
  };
  if (show()) meeting.waiting.delete(parentElement);
  else meeting.waiting.set(parentElement, show);
  return () => {
    if (meeting.waiting.get(parentElement) === show) meeting.waiting.delete(parentElement);
    leave?.();
  };
}
