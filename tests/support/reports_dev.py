"""The labelled sentences and texts of tests/reports/dev: reading and scoring them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from gazetteer import Gazetteer, load_gazetteer
from reports.document import Report, parse_published, squeeze
from reports.draft import Draft
from reports.model.names import NamesModel
from reports.reading import Reading, read_report

DEV = Path(__file__).parents[1] / "reports" / "dev"
PUBLISHED = "2023-05-10"
MARK = re.compile(r"\[\[([^=\]]+)=([a-z]+)\]\]")

Strike = tuple[str, str, str | None]  # place as written, kind, days


@dataclass(frozen=True)
class Case:
    """A labelled text: the strikes it tells, and of each what is labelled besides."""

    name: str
    country: str
    text: str
    published: str | None
    strikes: dict[Strike, dict[str, str]] = field(hash=False)
    held_out: bool = False


def _read(name: str, language: str) -> str:
    return (DEV / f"{name}{language and '_' + language}.txt").read_text("utf-8")


def read_sentences(language: str = "") -> list[Case]:
    lines = _read("sentences", language).splitlines()
    return [
        _sentence(number, line)
        for number, line in enumerate(
            (line for line in lines if line and not line.startswith("#")), 1
        )
    ]


def _sentence(number: int, line: str) -> Case:
    country, rest = line.split("|", 1)
    marked, said = (part.strip() for part in rest.rsplit("|", 1))
    labels = dict(word.split("=", 1) for word in re.split(r"\s+(?=[dkicat]=)", said) if word)
    days = _days(labels.get("d"))
    strikes = {(met[1], met[2], days): labels for met in MARK.finditer(marked)}
    text = MARK.sub(lambda met: met[1], marked)
    return Case(f"sentence {number}", country.strip(), text, PUBLISHED, strikes, number % 2 == 0)


def _days(said: str | None) -> str | None:
    if said in (None, "null"):
        return None
    return said if ".." in said else f"{said}..{said}"


def read_texts(language: str = "") -> list[Case]:
    blocks = _read("texts", language).split("\n=== ")[1:]
    return [_text(number, block) for number, block in enumerate(blocks, 1)]


def _text(number: int, block: str) -> Case:
    head, *lines = block.splitlines()
    country, published = (part.strip() for part in head.split("|"))
    strikes: dict[Strike, dict[str, str]] = {}
    for line in (line[4:] for line in lines if line.startswith("-->")):
        place, kind, days, said = (part.strip() for part in line.split("|"))
        labels = dict(word.split("=", 1) for word in re.split(r"\s+(?=[kicat]=)", said) if word)
        strikes[place, kind, _days(days)] = labels
    text = "\n".join(line for line in lines if not line.startswith("-->"))
    return Case(f"text {number}", country, text, published or None, strikes, number % 2 == 0)


@cache
def pack(country: str) -> Gazetteer:
    return load_gazetteer(country)


def read_case(case: Case, model: NamesModel | None = None) -> Reading:
    published = parse_published(case.published) if case.published else None
    report = Report(case.name, squeeze(case.text)[0], published, "as given")
    return read_report(report, pack(case.country), model=model)


def days_told(text: str, published: str | None) -> dict[str, str | None]:
    """Return the first and last day, 05-03..05-04, of each place that a Syrian text tells of."""
    days = parse_published(published) if published else None
    drafts = read_report(Report("a", text, days, "given"), pack("sy")).drafts
    return {
        one.place.surface: f"{one.days.first:%m-%d}..{one.days.last:%m-%d}"
        if one.days and one.days.first and one.days.last
        else None
        for one in drafts
    }


def strike_of(draft: Draft, case: Case) -> Strike:
    """Return what a draft is compared by; "Nuseirat camp" is the Nuseirat of the labels."""
    days = draft.days
    told = f"{days.first}..{days.last}" if days and days.first else None
    surface = draft.place.surface
    named = {place for place, _, _ in case.strikes if place in surface or surface in place}
    return (min(named, default=surface), draft.kind, told)


@dataclass
class Score:
    """Strikes met, made up and missed, and how many fields of the met ones are right."""

    met: int = 0
    spurious: int = 0
    missed: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        return self.met / max(1, self.met + self.spurious)

    @property
    def recall(self) -> float:
        return self.met / max(1, self.met + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.met / max(1, 2 * self.met + self.spurious + self.missed)

    def note(self, name: str, right: bool) -> None:
        counted = self.fields.setdefault(name, [0, 0])
        counted[0] += right
        counted[1] += 1

    def line(self) -> str:
        fields = "  ".join(f"{name} {a}/{b}" for name, (a, b) in sorted(self.fields.items()))
        counts = f"{self.met} met, {self.spurious} made up, {self.missed} missed"
        shares = f"F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}"
        return f"{shares}  ({counts})  {fields}"


def score_cases(cases: list[Case], model: NamesModel | None = None) -> Score:
    score = Score()
    for case in cases:
        drafts = {}
        for draft in read_case(case, model).drafts:
            drafts.setdefault(strike_of(draft, case), draft)
        met = drafts.keys() & case.strikes.keys()
        score.met += len(met)
        score.spurious += len(drafts.keys() - met)
        score.missed += len(case.strikes.keys() - met)
        for strike in met:
            score_fields(score, drafts[strike], case.strikes[strike])
    return score


def score_fields(score: Score, draft: Draft, labels: dict[str, str]) -> None:
    toll = draft.toll
    told = {"k": toll.killed, "i": toll.injured, "c": toll.casualties}
    for name, bounds in told.items():
        wanted = labels.get(name)
        if wanted is None and bounds == (None, None):
            continue
        shown = _shown(bounds)
        score.note("tolls", shown == wanted)
    wanted_actor = labels.get("a") or None
    if "a" in labels:
        score.note("actor", draft.actor == wanted_actor)
    if "t" in labels:
        score.note("attribution", draft.attribution == labels["t"])


def _shown(bounds: tuple[int | None, int | None]) -> str | None:
    low, high = bounds
    if low is None:
        return None if high is None else f"-{high}"
    return str(low) if high is None else f"{low}-{high}"
