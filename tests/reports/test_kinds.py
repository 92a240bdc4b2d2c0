"""Kinds of language of reports that rules had not seen: datelines, releases, denials, fields."""

from __future__ import annotations

import pytest
from reports_dev import pack, read_case, read_sentences, read_texts, score_cases

from reports.document import Report, parse_published
from reports.reading import read_report

CASES = [*read_sentences("kinds"), *read_texts("kinds")]


def test_kinds_are_read_as_labelled():
    score = score_cases(CASES)
    assert score.precision >= 0.98, score.line()
    assert score.f1 >= 0.95, score.line()
    for name, (right, of) in score.fields.items():
        assert right >= 0.8 * of, (name, score.line())


@pytest.mark.parametrize("case", [case for case in CASES if not case.strikes], ids=lambda c: c.name)
def test_what_tells_of_no_strike_here_gives_none(case):
    assert read_case(case).drafts == []


@pytest.mark.parametrize("tag", ["#META outlet: X", "#Breaking", "#Unheardof"])
def test_a_hashtag_of_no_place_does_not_stop_the_reading(tag):
    text = f"{tag}\n\nJets bombed Saraqib on Monday."
    report = Report("a", text, parse_published("2023-05-10"), "as given")
    assert [draft.place.surface for draft in read_report(report, pack("sy")).drafts] == ["Saraqib"]
