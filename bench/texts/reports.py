"""Draft strikes read from reports: the five texts labelled by another reader, and our own.

Texts: the reports of ../shared with 29 events (background and totals aside, role target), and the
sentences and texts of tests/reports/dev by language, of which half were held out while rules were
written. `--keep` writes the counts into the results file.
Beside it the baseline: each place of a sentence that has a word of attack in it, from the same
gazetteer, with the kind of the nearest such word and the only date of the sentence.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from bench.results import keep_results
from gazetteer import Gazetteer, load_gazetteer
from gazetteer.mentions.document import find_mentions
from reports.document import Report, parse_published, read_report_file
from reports.draft import Draft
from reports.reading import read_report
from reports.sentences import split_sentences
from reports.words.attacks import find_acts
from reports.words.days import find_days
from reports.words.wording import load_wording

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
KINDS = dict.fromkeys(("ground_assault", "ground_attack", "clashes", "raid"), "ground")

LANGUAGES = {"English": "", "Arabic": "ar", "Ukrainian and Russian": "uk"}
SAME_ACTOR = {"Syrian government": ("Syrian", "regime")}

Triple = tuple[int, str, str | None]  # number of the place in its text, kind, days


@dataclass
class Wanted:
    """What a text tells by its labels: places by their spans, strikes, and those left open."""

    spans: list[list[tuple[int, int]]] = field(default_factory=list)
    strikes: dict[Triple, dict[str, Any]] = field(default_factory=dict)
    open: set[tuple[int, str]] = field(default_factory=set)  # background, totals: not counted
    references: set[int] = field(default_factory=set)


def read_gold() -> dict[str, Wanted]:
    """Return the labels of the five reports by document."""
    rows = defaultdict(list)
    for line in (SHARED / "gold" / "seeds_events.jsonl").read_text("utf-8").splitlines():
        rows[json.loads(line)["doc"]].append(json.loads(line))
    return {doc: _wanted(doc, events) for doc, events in sorted(rows.items())}


def _wanted(doc: str, events: list[dict[str, Any]]) -> Wanted:
    wanted, numbers = Wanted(), {}
    for line in (SHARED / "gold" / "seeds_toponyms.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["doc"] == doc:
            number = numbers.setdefault(row["gaz_key"], len(numbers))
            while len(wanted.spans) <= number:
                wanted.spans.append([])
            wanted.spans[number].append((row["start"], row["end"]))
    for event in events:
        kind = KINDS.get(event["kind"], event["kind"])
        for place in event["places"]:
            number = numbers[place["gaz_key"]]
            if place["role"] != "target":
                wanted.references.add(number)
            elif event["background"] or event["summary"]:
                wanted.open.add((number, kind))
            else:
                wanted.strikes[number, kind, _days(event["date_from_text"])] = event
    wanted.references -= {number for number, _, _ in wanted.strikes}
    return wanted


def _days(said: str | None) -> str | None:
    if said is None:
        return None
    first, _, last = said.partition("/")
    return f"{parse_published(first)[0]}..{parse_published(last or first)[1]}"


def read_seed(doc: str) -> Report:
    """Return a text of ../shared with its day of publication: its manifest's, else its own."""
    manifest = json.loads((SHARED / "seeds" / "manifest.json").read_text("utf-8"))
    published = next(row["published"] for row in manifest if row["file"] == f"{doc}.txt")
    with (SHARED / "seeds" / f"{doc}.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    read = read_report_file(SHARED / "seeds" / f"{doc}.txt", published=published)
    return Report(doc, text, read.published, read.basis)


def baseline(report: Report, gazetteer: Gazetteer) -> list[Draft]:
    """Return a draft for each place that shares its sentence with a word of attack."""
    wording, drafts = load_wording("en"), []
    mentions = find_mentions(report.text, gazetteer)
    for sentence in split_sentences(report.text):
        text = report.text[sentence.start : sentence.end]
        days = find_days(text, report.published, "en")
        acts = find_acts(text, wording, None)
        for mention in mentions:
            inside = sentence.start <= mention.start < sentence.end
            if acts and inside and mention.match.precision != "country":
                at = mention.start - sentence.start
                act = min(acts, key=lambda act: abs(act.start - at))
                drafts.append(Draft(str(act.kind), mention, sentence.start, sentence.end,
                                    days=days[0] if len(days) == 1 else None))  # fmt: skip
    return drafts


def triple_of(draft: Draft, wanted: Wanted) -> Triple:
    """Return what a draft is compared by; a place that nobody labelled has a number of its own."""
    days, start = draft.days, draft.place.start
    told = f"{days.first}..{days.last}" if days and days.first else None
    found = (n for n, spans in enumerate(wanted.spans) if any(a <= start < b for a, b in spans))
    return next(found, -1 - start), draft.kind, told


@dataclass
class Counts:
    """Strikes met, made up and missed, and fields of the met ones that are right of those told."""

    met: int = 0
    spurious: int = 0
    missed: int = 0
    at_reference: int = 0
    tolls: list[bool] = field(default_factory=list)
    actors: list[bool] = field(default_factory=list)

    @property
    def fields(self) -> dict[str, list[int]]:
        """Return how many of the fields are right, of how many."""
        both = {"tolls": self.tolls, "actor": self.actors}
        return {name: [sum(right), len(right)] for name, right in both.items()}

    def line(self) -> str:
        """Return the counts in words."""
        precision = self.met / max(1, self.met + self.spurious)
        f1 = 2 * self.met / max(1, 2 * self.met + self.spurious + self.missed)
        return (
            f"F1 {f1:.3f}  P {precision:.3f}  {self.met} met, {self.spurious} made up, "
            f"{self.missed} missed, {self.at_reference} at a mere reference; "
            f"tolls right {sum(self.tolls)}/{len(self.tolls)}, actors {sum(self.actors)}/"
            f"{len(self.actors)}"
        )


def score(pairs: list[tuple[Wanted, list[Draft]]], *, with_days: bool = True) -> Counts:
    """Compare drafts with labels on (place, kind, date), or on place and kind alone."""
    counts = Counts()
    for wanted, drafts in pairs:
        told = {_cut(triple_of(d, wanted), with_days): d for d in reversed(drafts)}
        told = {t: d for t, d in told.items() if (t[0], t[1]) not in wanted.open
                or t in {_cut(w, with_days) for w in wanted.strikes}}  # fmt: skip
        asked = {_cut(triple, with_days): event for triple, event in wanted.strikes.items()}
        met = told.keys() & asked.keys()
        counts.met += len(met)
        counts.spurious += len(told.keys() - met)
        counts.missed += len(asked.keys() - met)
        counts.at_reference += sum(t[0] in wanted.references for t in told.keys() - met)
        for triple in met:
            _score_fields(counts, told[triple], asked[triple])
        if "-v" in sys.argv and with_days:
            for triple in sorted(told.keys() - met, key=str):
                draft = told[triple]
                print(f"    made up {triple} {draft.place.surface} {draft.place.start}")
            for triple in sorted(asked.keys() - met, key=str):
                print(f"    missed {triple} {asked[triple]['event_id']}")
    return counts


def _cut(triple: Triple, with_days: bool) -> Triple:
    return triple if with_days else (triple[0], triple[1], None)


def _score_fields(counts: Counts, draft: Draft, event: dict[str, Any]) -> None:
    toll = draft.toll
    told = (*toll.killed, *toll.injured, toll.casualties[0])
    names = ("killed_min", "killed_max", "injured_min", "injured_max", "casualties_min")
    counts.tolls.append(told == tuple(event[name] for name in names))
    alleged = event["actor_alleged"]
    wanted = None if alleged in (None, "unknown") else alleged.lower()
    told_words = SAME_ACTOR.get(draft.actor or "", (draft.actor or "",))
    right = (
        any(word and word.lower() in wanted for word in told_words) if wanted else not draft.actor
    )
    counts.actors.append(right)
    if "-v" in sys.argv and not (counts.tolls[-1] and counts.actors[-1]):
        said = f"toll {told} {draft.toll.text!r}; actor {draft.actor} for {alleged}"
        print(f"    {event['event_id']}: {said}")


def measure_speed(reports: list[Report], gazetteer: Gazetteer) -> str:
    """Return reports of 3,500 characters a second of processor time."""
    begun = time.process_time()
    signs = 0
    for _ in range(5):
        for report in reports:
            signs += len(report.text)
            read_report(report, gazetteer)
    return (
        f"{signs / 3500 / (time.process_time() - begun):.0f} reports of 3,500 characters a second"
    )


class Counted(Protocol):
    """Counts of strikes, of the five reports or of our own texts."""

    met: int
    spurious: int
    missed: int

    @property
    def fields(self) -> Mapping[str, Sequence[int]]:
        """Fields of the met strikes: how many are right, of how many."""

    def line(self) -> str:
        """Return the counts in words."""


def _tell(group: str, counts: Counted, figures: list[dict[str, object]], beside: str = "") -> None:
    """Print counts of either kind, and add them as the results file has them."""
    print(f"{group}{beside}\n  {counts.line()}")
    told = {name: counts.fields.get(name, [0, 0]) for name in ("tolls", "actor")}
    figures.append({"group": group, "met": counts.met, "made_up": counts.spurious,
                    "missed": counts.missed, **told})  # fmt: skip


def main() -> None:
    """Print scores on the five reports and on our own sentences and texts."""
    sys.path.insert(0, str(ROOT / "tests" / "support"))
    from reports_dev import read_sentences, read_texts, score_cases

    figures: list[dict[str, object]] = []
    for language, code in LANGUAGES.items():
        for name, cases in (("sentences", read_sentences(code)), ("texts", read_texts(code))):
            for held_out in (False, True):
                half = [case for case in cases if case.held_out is held_out]
                which = "held out" if held_out else "rules written on"
                group = f"{language}, own {name}, {which}"
                _tell(group, score_cases(half), figures, f" ({len(half)})")
    for name, said in (("more", "English, texts of a later round"), ("days", "texts of days")):
        texts = read_texts(name)
        _tell(f"{said}, rules written on", score_cases(texts), figures, f" ({len(texts)})")
    if not (SHARED / "gold").is_dir():
        print(f"{SHARED / 'gold'} is not here: the five reports labelled by another left out")
        return
    gazetteer, gold = load_gazetteer("sy"), read_gold()
    reports = {doc: read_seed(doc) for doc in gold}
    ours = [(gold[doc], read_report(report, gazetteer).drafts) for doc, report in reports.items()]
    plain = [(gold[doc], baseline(report, gazetteer)) for doc, report in reports.items()]
    for group, drafts, with_days in (
        ("strikemap", ours, True), ("strikemap, days aside", ours, False),
        ("words of attack", plain, True), ("words of attack, days aside", plain, False),
    ):  # fmt: skip
        _tell(f"five reports, {group}", score(drafts, with_days=with_days), figures)
    keep_results("reports", figures)
    print(f"  {measure_speed(list(reports.values()), gazetteer)}")


if __name__ == "__main__":
    main()
