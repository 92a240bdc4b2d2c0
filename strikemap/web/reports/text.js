// A report's text with the words that its drafts were read from. Only textContent is ever set.

const SHOWN = Symbol("what is shown");

function makeMark([text, what, draft], onPick) {
  const mark = document.createElement("mark");
  mark.className = `report-${what}`;
  mark.textContent = text;
  mark.dataset.draft = draft;
  if (what === "place") mark.dataset.number = draft + 1;
  mark.title = `Draft ${draft + 1}: ${what}`;
  mark.addEventListener("click", () => onPick(draft));
  return mark;
}

/** Paragraphs, each in the direction of its own first letter. */
function fill(box, pieces, onPick) {
  let line = document.createElement("p");
  const lines = [line];
  const end = () => {
    line = document.createElement("p");
    lines.push(line);
  };
  for (const piece of pieces) {
    if (piece[1]) {
      line.append(makeMark(piece, onPick));
      continue;
    }
    piece[0].split("\n").forEach((text, at) => {
      if (at) end();
      if (text) line.append(text);
    });
  }
  const full = lines.filter((one) => one.childNodes.length);
  for (const one of full) one.dir = "auto";
  box.replaceChildren(...full);
}

/** The words of the draft that is looked at stand out, and are scrolled to within the box. */
function pointOut(box, now) {
  let first = null;
  for (const mark of box.querySelectorAll("mark")) {
    const own = Number(mark.dataset.draft) === now;
    mark.classList.toggle("report-now", own);
    if (own && !first) first = mark;
  }
  if (first) box.scrollTop = first.offsetTop - box.offsetTop - box.clientHeight / 3;
}

export default function show({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".report-text");
  const before = box[SHOWN];
  if (before?.token !== data.token) fill(box, data.pieces, (draft) => setTriggerValue("picked", draft));
  if (before?.token !== data.token || before?.now !== data.now) pointOut(box, data.now);
  box.setAttribute("aria-label", data.label);
  box[SHOWN] = { token: data.token, now: data.now };
}
