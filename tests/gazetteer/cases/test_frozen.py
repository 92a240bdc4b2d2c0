"""What the pack answers to the labelled names is what was frozen; a case that got worse fails."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from gazetteer import load_gazetteer
from gazetteer.cases.read import Case, read_cases
from gazetteer.cases.results import (
    SCORE_MAY_MOVE,
    Result,
    compare,
    read_frozen,
    run,
    write_frozen,
)
from gazetteer.cases.totals import count_by

FREEZE = "python -m gazetteer.cases --freeze"
# Shares of 1, whatever is frozen.
LEAST_RIGHT = {"English": 0.76, "Arabic": 0.84}
MOST_WRONG = {"English": 0.105, "Arabic": 0.037}
CASE = Case("Babila", "Idlib", "sy:babila-idlib", "stated", "seed 003")
RESULT = Result("Babila", "Idlib", "", "exact", "sy:babila-idlib", "0.95", "2.0", "", "right")


@pytest.fixture(scope="module")
def cases():
    return read_cases()


@pytest.fixture(scope="module")
def answers(cases):
    return run(load_gazetteer("sy"), cases)


def test_answers_are_as_frozen(cases, answers):
    changes = compare(cases, read_frozen(), answers)
    counts = Counter(change.word for change in changes)
    summary = ", ".join(f"{count} {word}" for word, count in counts.items())
    lines = "\n".join(map(str, changes))
    assert not changes, (
        f"{summary}\n{lines}\nA case that got worse is a fault; where every change is as it "
        f"should be, `{FREEZE}` keeps it."
    )


def test_every_case_is_frozen_and_no_other(cases):
    assert [result.key for result in read_frozen()] == [case.key for case in cases], (
        f"`{FREEZE}` follows the order of cases.csv"
    )


@pytest.mark.parametrize("script", ["English", "Arabic"])
def test_shares_stay_as_good(cases, answers, script):
    totals = count_by(lambda case: case.script, cases, [result.verdict for result in answers])
    total = next(total for total in totals if total.group == script)
    assert total.right >= LEAST_RIGHT[script], f"{script}: right {total.right:.1%}"
    assert total.wrong <= MOST_WRONG[script], f"{script}: wrong {total.wrong:.1%}"


@pytest.mark.parametrize(
    ("now", "word"),
    [
        (replace(RESULT, score="0.93"), None),
        (replace(RESULT, score="0.90"), "other"),
        (replace(RESULT, radius_km="9.0"), "other"),
        (replace(RESULT, method="spelling"), "other"),
        (replace(RESULT, method="ambiguous", place_id="", score="", verdict="offered"), "worse"),
        (replace(RESULT, place_id="gn:171998", verdict="wrong"), "worse"),
    ],
)
def test_a_change_says_which_way(now, word):
    found = [change.word for change in compare([CASE], [RESULT], [now])]
    assert found == ([word] if word else [])
    back = [change.word for change in compare([CASE], [now], [RESULT])]
    assert back == ([{"worse": "better"}.get(word, word)] if word else [])


def test_a_case_that_is_not_frozen_is_new():
    assert [change.word for change in compare([CASE], [], [RESULT])] == ["new"]


def test_a_change_reads_as_a_diff():
    now = replace(RESULT, method="none", place_id="", score="", radius_km="", verdict="unplaced")
    (change,) = compare([CASE], [RESULT], [now])
    assert str(change).splitlines() == [
        "worse: Babila | Idlib (stated); expected: sy:babila-idlib",
        "    before: exact sy:babila-idlib 0.95 within 2.0 km: right",
        "    now:    none: unplaced",
    ]


def test_the_worse_come_first():
    other = replace(CASE, name="Other")
    worse = replace(RESULT, name="Other", verdict="wrong")
    before = [replace(RESULT, verdict="unplaced"), replace(RESULT, name="Other")]
    found = compare([CASE, other], before, [RESULT, worse])
    assert [change.word for change in found] == ["worse", "better"]


def test_what_is_frozen_is_read_as_written(tmp_path):
    results = [RESULT, replace(RESULT, name='كفر نبل, "x"', beside="a|b")]
    write_frozen(results, tmp_path / "frozen.csv")
    assert read_frozen(tmp_path / "frozen.csv") == results
    assert read_frozen(tmp_path / "absent.csv") == []


def test_scores_may_move_a_little_only():
    assert 0 < SCORE_MAY_MOVE < 0.05
