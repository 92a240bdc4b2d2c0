"""Labelled names: what each one means, why it is hard, and where it was seen."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.spelling.names import is_arabic

__all__ = ["CASES", "COLUMNS", "KINDS", "SOURCES", "Case", "read_cases"]

CASES = Path(__file__).with_name("cases.csv")
COLUMNS = ("name", "governorate", "expected", "why", "source", "beside")
# Why a name is hard: each `why` begins with one of these, a colon and more may follow.
KINDS = {
    "plain": "as reports and lists usually write it",
    "transliteration": "another Latin spelling of the Arabic",
    "language": "written as another language writes it",
    "letters": "other letters or signs for the same name",
    "article": "al- left out, added, glued on or assimilated",
    "ending": "taa marbuta written otherwise",
    "joined": "words glued together or split",
    "typo": "a slip of the hand",
    "type word": "town of, Tell, Kafr and the like, or written otherwise",
    "other name": "a second name of the place, or two names at once",
    "namesake": "several places bear the name, nothing else is stated",
    "stated": "the stated governorate tells namesakes apart",
    "misstated": "another governorate than the place's is stated",
    "file": "the other names of the file tell namesakes apart",
    "part of": "the name says what it lies in",
    "several": "several places in one cell",
    "relative": "where it lies from another place",
    "named after": "a base, dam, hospital or street that bears a town's name",
    "area": "a governorate, a district, a countryside, a road",
    "vague": "names no one place and must not be placed",
    "abroad": "in another country",
    "unlisted": "in Syria, not in the pack",
    "no place": "a person, a group, a type word alone, junk",
}
# Where a spelling or a fact was seen: each `source` is or begins with one of these.
SOURCES = (
    "seed ",  # number of a report of the seeds
    "UCDP GED",  # a place it names; CC BY 4.0
    "CENTCOM releases",  # US Government, public domain
    "OCHA ",  # P-code of a community, quarter or area; CC BY 3.0 IGO
    "Who's On First",  # CC0
    "GeoNames ",  # id; CC BY 4.0
    "places.csv",  # a spelling of the pack
    "names.csv of the world",
    "made for this file: ",  # a spelling or a wording, and by which habit
)


@dataclass(frozen=True, slots=True)
class Case:
    """A name as a table states it, and what a careful human says it means.

    expected is a place_id; none or vague; ambiguous and the ids that must be offered; several and
    the ids that one area must hold; "area of ID"
    (the district or subdistrict that has its seat there); "N km NE of ID"; "between ID and ID".
    """

    name: str
    governorate: str  # as stated; empty where none is
    expected: str
    why: str
    source: str
    beside: tuple[str, ...] = ()  # other names of the same file

    @property
    def kind(self) -> str:
        """The word of KINDS that says why the name is hard."""
        return self.why.partition(":")[0]

    @property
    def script(self) -> str:
        """Arabic, or English for every other script."""
        return "Arabic" if is_arabic(self.name) else "English"

    @property
    def key(self) -> tuple[str, str, str]:
        """What is asked: the same question stands in the file once."""
        return self.name, self.governorate, "|".join(self.beside)


def read_cases(path: Path = CASES) -> list[Case]:
    """Read a file of labelled names; raises GazetteerError naming file, line and remedy."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if tuple(next(rows, ())) != COLUMNS:
            raise GazetteerError(f"{path}: line 1 must name the columns {', '.join(COLUMNS)}")
        return [_read_case(row, f"{path}: line {rows.line_num}") for row in rows]


def _read_case(row: Sequence[str], at: str) -> Case:
    if len(row) != len(COLUMNS):
        cells = f"{len(row)} cells, not {len(COLUMNS)}"
        raise GazetteerError(f"{at} has {cells}: quote those that hold commas")
    name, governorate, expected, why, source, beside = row
    others = tuple(filter(None, beside.split("|")))
    return Case(name, governorate, expected, why, source, others)
