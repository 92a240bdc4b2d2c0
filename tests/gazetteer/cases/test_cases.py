"""Walk every labelled name: its words, its ids, its source, and what the file holds as a whole."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer import load_gazetteer
from gazetteer.cases.judge import read_target
from gazetteer.cases.read import COLUMNS, KINDS, SOURCES, read_cases
from gazetteer.errors import GazetteerError

CASES = read_cases()
LEAST_CASES = 400
ARABIC = (0.28, 0.40)  # about a third
LEAST_OF_A_KIND = 10
SOURCE = re.compile(
    r"seed 00[0-4]|UCDP GED|CENTCOM releases|OCHA (C\d{4}|N\d{4}|SY\d*)|Who's On First"
    r"|GeoNames \d+|places\.csv|names\.csv of the world|made for this file: \S.*"
)
UNTIDY = re.compile(r"^\s|[\s;:|]$")


@pytest.fixture(scope="module")
def pack():
    return load_gazetteer("sy")


def test_the_file_is_large_and_about_a_third_is_arabic():
    assert len(CASES) >= LEAST_CASES
    arabic = sum(case.script == "Arabic" for case in CASES) / len(CASES)
    assert ARABIC[0] <= arabic <= ARABIC[1]


def test_no_question_is_asked_twice():
    twice = [key for key, count in Counter(case.key for case in CASES).items() if count > 1]
    assert not twice


def test_every_kind_of_difficulty_is_there_in_both_scripts():
    kinds = Counter(case.kind for case in CASES)
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= LEAST_OF_A_KIND
    assert {case.kind for case in CASES if case.script == "Arabic"} >= set(KINDS) - {
        "transliteration"
    }


def test_every_record_keeps_its_words(pack):
    troubles = [
        f"line {line}: {t}" for line, c in enumerate(CASES, 2) for t in find_troubles(c, pack)
    ]
    assert not troubles, "\n".join(troubles)


def find_troubles(case, pack):
    """Say what is wrong with a record."""
    if not case.name:
        yield "no name"
    if case.kind not in KINDS:
        yield f"{case.kind!r} is no kind of difficulty; there are {', '.join(KINDS)}"
    if not SOURCE.fullmatch(case.source) or not case.source.startswith(SOURCES):
        yield f"{case.source!r} does not say where it was seen, or which, or how it was made"
    for cell in (case.governorate, case.expected, case.why, case.source, *case.beside):
        if UNTIDY.search(cell):
            yield f"{cell!r} begins or ends with a space or a mark"
    if (case.kind == "file") != bool(case.beside):
        yield "the kind file, and only it, has other names beside"
    try:
        read_target(case.expected, pack)
    except GazetteerError as error:
        yield str(error)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"name": ""}, "no name"),
        ({"why": "hard"}, "no kind of difficulty"),
        ({"source": ""}, "does not say where"),
        ({"source": "OCHA"}, "does not say where"),
        ({"source": "made for this file: "}, "does not say where"),
        ({"governorate": "Homs "}, "begins or ends"),
        ({"expected": "gn:0"}, "no place of the pack"),
        ({"beside": ("Sarmin",)}, "the kind file"),
    ],
)
def test_a_record_with_trouble_is_found(pack, change, trouble):
    assert trouble in " ".join(find_troubles(replace(CASES[0], **change), pack))


def test_names_that_only_a_governorate_tells_apart_state_one():
    unstated = [
        case.name
        for case in CASES
        if case.kind in ("stated", "misstated") and not case.governorate and "(" not in case.name
    ]
    assert not unstated


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("name,expected\nA,none\n", "line 1 must name the columns"),
        (",".join(COLUMNS) + "\nA,,none,plain,seed 000,\nB,none\n", "line 3 has 2 cells"),
        (",".join(COLUMNS) + "\nA, Homs,,none,plain,seed 000,\n", "line 2 has 7 cells"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path, text, trouble):
    path = tmp_path / "cases.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=trouble):
        read_cases(path)


def test_the_document_counts_the_names_as_they_are():
    said = (Path(__file__).parents[3] / "docs" / "quality.md").read_text("utf-8")
    arabic = sum(case.script == "Arabic" for case in CASES)
    counts = f"{len(CASES):,} names labelled by hand, {len(CASES) - arabic} English and {arabic}"
    assert counts in said
