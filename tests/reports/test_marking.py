"""Marks: each stands on the words that a draft was read from, in any language, and cuts no text."""

from __future__ import annotations

import pytest
from reports_dev import pack

from gazetteer.mentions.document import find_mentions
from reports.document import Report, parse_published, read_report_file
from reports.draft import Draft
from reports.marking import Mark, cut_text, find_marks
from reports.reading import read_report
from reports.table import row_of
from reports.words.tolls import Toll

TEXT = "Russian jets bombed Saraqib on Monday, killing four people. Shelling hit Talbiseh."


def marks_of(text: str) -> list[tuple[str, str, int]]:
    report = Report("a", text, parse_published("2023-05-10"), "as given")
    drafts = read_report(report, pack("sy")).drafts
    return [(text[one.start : one.end], one.what, one.draft) for one in find_marks(report, drafts)]


def test_places_days_tolls_and_actors_are_marked_where_they_stand():
    found = marks_of(TEXT)
    assert ("Russian", "actor", 0) in found
    assert ("Saraqib", "place", 0) in found
    assert ("Monday", "date", 0) in found
    assert ("killing four people", "toll", 0) in found
    assert ("Talbiseh", "place", 1) in found


def test_a_toll_of_a_whole_sentence_hides_no_place_in_it():
    text = "Four were killed in Saraqib and three in Ariha when jets bombed them."
    places = find_mentions(text, pack("sy"))
    report = Report("a", text, parse_published("2023-05-10"), "as given")
    drafts = [Draft("airstrike", one, 0, len(text)) for one in places]
    for draft in drafts:
        draft.toll = Toll((7, 7), text=text, start=0, end=len(text))
    found = [(text[m.start : m.end], m.what, m.draft) for m in find_marks(report, drafts)]
    assert found == [
        ("Four were killed in ", "toll", 0), ("Saraqib", "place", 0), (" and three in ", "toll", 0),
        ("Ariha", "place", 1), (" when jets bombed them.", "toll", 0),
    ]  # fmt: skip


def test_a_text_in_arabic_is_marked_too():
    found = marks_of("قصفت طائرات حربية روسية مدينة سراقب يوم الاثنين")
    assert ("سراقب", "place", 0) in found
    assert any(what == "actor" for _, what, _ in found)


@pytest.mark.parametrize(("first", "last"), [(0, 12), (2, 12), (0, 3), (5, 5)])
def test_pieces_are_the_text_whole(first, last):
    marks = [Mark(1, 4, "place", 0), Mark(3, 6, "date", 0), Mark(8, 10, "toll", 1)]
    pieces = cut_text(Report("a", "abcdefghijkl"), marks, first, last)
    assert "".join(piece.text for piece in pieces) == "abcdefghijkl"[first:last]
    assert all(piece.draft is None for piece in pieces if not piece.what)


def test_words_of_a_vowelled_text_are_the_source_s_own(tmp_path):
    text = "قُتِلَ ثلاثةُ مدنيين  في قصفٍ مدفعيٍّ على سرميـن يومَ الاثنين.\n"
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    report = read_report_file(path, published="2023-05-10")
    (draft,) = read_report(report, pack("sy")).drafts
    row = row_of(draft, report, 1)
    told = {name: row[name] for name in ("toll_text", "place_text", "date_text")}
    assert list(told.values()) == ["قُتِلَ ثلاثةُ مدنيين", "سرميـن", "يومَ الاثنين"]
    assert all(words in text for words in told.values())
    assert draft.toll.killed == (3, None)
    pieces = cut_text(report, find_marks(report, [draft]), 0, len(report.text))
    assert "".join(piece.text for piece in pieces) == text.replace("  ", " ")
