"""Reading the hand-labelled mentions.txt and news.txt; the files say what their marks mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "mentions.txt"
NEWS = Path(__file__).parent / "news.txt"
REPORTS = NEWS.with_name("reports.txt")
MARK = re.compile(r"\[\[([^=\]]+)=([^\]@]+)(?:@([^\]]+))?\]\]|\{\{([^}]+)\}\}")


@dataclass(frozen=True)
class Label:
    """A labelled name; governorate is None for a name elsewhere, "?" where it is left open."""

    start: int
    end: int
    governorate: str | None
    is_area: bool  # the governorate itself
    place: str | None = None  # the pack's name, or the spelling where that is the pack's


@dataclass(frozen=True)
class Sentence:
    number: int
    text: str
    labels: tuple[Label, ...]

    @property
    def held_out(self) -> bool:
        return self.number % 2 == 0

    @property
    def at_home(self) -> list[Label]:
        return [label for label in self.labels if label.governorate]


def read_sentences(file: Path = FILE) -> list[Sentence]:
    lines = file.read_text(encoding="utf-8").splitlines()
    marked = [line for line in lines if line and not line.startswith("#")]
    return [_read(number, line) for number, line in enumerate(marked, start=1)]


def _read(number: int, line: str) -> Sentence:
    text, labels, at = "", [], 0
    for mark in MARK.finditer(line):
        text += line[at : mark.start()]
        name = mark[1] or mark[4]
        governorate = mark[2]
        is_area = bool(governorate) and governorate.endswith("!")
        where = governorate.rstrip("!") if governorate else None
        labels.append(Label(len(text), len(text) + len(name), where, is_area, mark[3]))
        text += name
        at = mark.end()
    return Sentence(number, text + line[at:], tuple(labels))
