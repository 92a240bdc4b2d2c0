"""Kinds of language of reports that rules had not seen: datelines, releases, denials, fields."""

from __future__ import annotations

import pytest
from reports_dev import read_case, read_sentences, read_texts, score_cases

CASES = [*read_sentences("kinds"), *read_texts("kinds")]


def test_kinds_are_read_as_labelled():
    score = score_cases(CASES)
    assert score.precision >= 0.98, score.line()
    assert score.f1 >= 0.95, score.line()
    for name, (right, of) in score.fields.items():
        assert right >= 0.95 * of, (name, score.line())


@pytest.mark.parametrize("case", [case for case in CASES if not case.strikes], ids=lambda c: c.name)
def test_what_tells_of_no_strike_here_gives_none(case):
    assert read_case(case).drafts == []
