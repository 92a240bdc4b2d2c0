"""Results: what the pack alone answers to every case, kept frozen and compared with."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path

from gazetteer.cases.judge import VERDICTS, judge, read_target
from gazetteer.cases.read import Case
from gazetteer.match import Match
from gazetteer.matching.ladder import Gazetteer

__all__ = [
    "FROZEN",
    "SCORE_MAY_MOVE",
    "Change",
    "Result",
    "ask",
    "compare",
    "read_frozen",
    "run",
    "write_frozen",
]

FROZEN = Path(__file__).with_name("cases.frozen.csv")
SCORE_MAY_MOVE = 0.03  # without a word; scores move a little with every place that is added
WORDS = ("worse", "other", "new", "better")  # in the order in which changes are listed


@dataclass(frozen=True, slots=True)
class Result:
    """What was answered to a case; empty where the answer has no such thing."""

    name: str
    governorate: str
    beside: str  # parted by |
    method: str
    place_id: str
    score: str  # to 2 decimals
    radius_km: str  # to 1 decimal
    rivals: str  # how many are offered where none is chosen
    verdict: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The question, as in Case."""
        return self.name, self.governorate, self.beside

    def __str__(self) -> str:
        """Return the answer in one line."""
        within = f"within {self.radius_km} km" if self.radius_km else ""
        offers = f"{self.rivals} rivals" if self.rivals else ""
        words = (self.method, self.place_id, self.score, within, offers)
        return f"{' '.join(filter(None, words))}: {self.verdict}"


@dataclass(frozen=True, slots=True)
class Change:
    """A case whose answer differs from the frozen one."""

    case: Case
    before: Result | None  # null for a case that is new
    now: Result

    @property
    def word(self) -> str:
        """Which way the verdict went: worse, better, other (the same verdict) or new."""
        if self.before is None:
            return "new"
        step = VERDICTS.index(self.now.verdict) - VERDICTS.index(self.before.verdict)
        return "worse" if step > 0 else "better" if step < 0 else "other"

    def __str__(self) -> str:
        """Return the case, what it expects, and both answers."""
        asked = " | ".join(filter(None, (self.case.name, self.case.governorate)))
        beside = f", beside {', '.join(self.case.beside)}" if self.case.beside else ""
        before = f"    before: {self.before}\n" if self.before else ""
        return (
            f"{self.word}: {asked}{beside} ({self.case.why}); expected: {self.case.expected}\n"
            f"{before}    now:    {self.now}"
        )


def ask(gazetteer: Gazetteer, case: Case) -> Match:
    """Return the gazetteer's answer to a case, with the other names of its file if it has any."""
    if not case.beside:
        return gazetteer.match(case.name, case.governorate or None)
    names = (case.name, *case.beside)
    stated = (case.governorate or None, *(None for _ in case.beside))
    return gazetteer.match_many(names, stated)[0]


def run(gazetteer: Gazetteer, cases: Iterable[Case]) -> list[Result]:
    """Ask and judge every case."""
    return [_result(gazetteer, case) for case in cases]


def _result(gazetteer: Gazetteer, case: Case) -> Result:
    match = ask(gazetteer, case)
    return Result(
        *case.key,
        method=match.method,
        place_id=match.place.place_id if match.place else "",
        score="" if match.score is None else f"{match.score:.2f}",
        radius_km="" if match.uncertainty_km is None else f"{match.uncertainty_km:.1f}",
        rivals=str(len(match.rivals)) if match.method == "ambiguous" else "",
        verdict=judge(read_target(case.expected, gazetteer), match),
    )


def write_frozen(results: Sequence[Result], path: Path = FROZEN) -> None:
    """Write what was answered last."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(field.name for field in fields(Result))
        rows.writerows(astuple(result) for result in results)


def read_frozen(path: Path = FROZEN) -> list[Result]:
    """Read what was answered last; nothing where no such file is there."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [Result(**row) for row in csv.DictReader(file)]


def compare(cases: Sequence[Case], frozen: Sequence[Result], now: Sequence[Result]) -> list[Change]:
    """Return the cases that are answered otherwise than frozen, the worse ones first."""
    before = {result.key: result for result in frozen}
    changes = [
        Change(case, before.get(result.key), result)
        for case, result in zip(cases, now, strict=True)
        if not _is_same(before.get(result.key), result)
    ]
    return sorted(changes, key=lambda change: WORDS.index(change.word))


def _is_same(before: Result | None, now: Result) -> bool:
    if before is None:
        return False
    moved = abs(float(before.score or -1) - float(now.score or -1))
    return replace(before, score=now.score) == now and moved <= SCORE_MAY_MOVE + 1e-9
