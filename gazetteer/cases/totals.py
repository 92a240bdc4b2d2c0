"""Totals: shares of verdicts, by script or by kind of difficulty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gazetteer.cases.read import Case

__all__ = ["Total", "count_by"]


@dataclass(frozen=True, slots=True)
class Total:
    """How a group of cases was answered."""

    group: str
    verdicts: Counter[str]

    @property
    def cases(self) -> int:
        """How many there are."""
        return self.verdicts.total()

    @property
    def right(self) -> float:
        """Share of 1 that is right."""
        return self.verdicts["right"] / self.cases

    @property
    def wrong(self) -> float:
        """Share of 1 that is wrong."""
        return self.verdicts["wrong"] / self.cases

    @property
    def worth(self) -> float:
        """Right less twice wrong: a wrong pin is worse than none."""
        return self.right - 2 * self.wrong


def count_by(
    group_of: Callable[[Case], str], cases: Sequence[Case], verdicts: Sequence[str]
) -> list[Total]:
    """Count verdicts by group, in the order in which groups first occur."""
    counts: dict[str, Counter[str]] = {}
    for case, verdict in zip(cases, verdicts, strict=True):
        counts.setdefault(group_of(case), Counter())[verdict] += 1
    return [Total(group, verdicts) for group, verdicts in counts.items()]
