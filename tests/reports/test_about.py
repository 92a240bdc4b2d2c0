"""What a report says of itself; nothing where it says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.about import About, about_file, about_text, word_published
from reports.document import Report, parse_published, read_report_file


def about(path: Path, content: str) -> About:
    path.write_text(content, "utf-8")
    return about_file(path, read_report_file(path))


def test_a_page_gives_outlet_title_day_and_address(tmp_path):
    page = (
        '<html><head><title>Ours &amp; theirs | Site</title><meta property="og:site_name" '
        'content="The Site"><meta property="og:title" content="Raid on  Ariha">'
        '<link rel="canonical" href="https://example.org/a"><meta name="date" '
        'content="2023-05-10T08:00"></head><body>Jets bombed Ariha.</body></html>'
    )
    assert about(tmp_path / "a.html", page) == About(
        "The Site", "Raid on Ariha", "2023-05-10", "https://example.org/a"
    )
    hostile = '<link rel=canonical href="javascript:alert(1)"><title>{{7*7}}<b></title>x'
    assert about(tmp_path / "b.html", hostile) == About(None, "{{7*7}}", None, None)


def test_a_mail_gives_its_subject_and_no_person(tmp_path):
    mail = (
        "From: Jane Doe <jane@example.org>\nOrganization: Monitor\nSubject: Raid on Ariha\n"
        "Date: Wed, 10 May 2023 08:00:00 +0000\n\nJets bombed Ariha."
    )
    assert about(tmp_path / "a.eml", mail) == About("Monitor", "Raid on Ariha", "2023-05-10", None)


def test_a_text_gives_its_headline_and_the_address_of_its_first_line(tmp_path):
    text = "#META https://example.org/a date: 2023-05\nRaid on Ariha\n\nJets bombed Ariha.\n"
    assert about(tmp_path / "a.txt", text) == About(
        None, "Raid on Ariha", "2023-05", "https://example.org/a"
    )
    named = "#META Outlet: The  Site; date: 2023-05-10\nJets bombed Ariha.\n"
    assert about(tmp_path / "b.txt", named) == About("The Site", None, "2023-05-10", None)
    for line in ("outlet: X date: 2023", "outlet: X https://a.org/b", "date: 2023 outlet: X"):
        assert about_text(Report("a", f"#META {line}\nJets bombed Ariha.")).outlet == "X"
    assert about_text(Report("a", "#META outlet: ; date: 2023\nJets bombed.")).outlet is None
    assert about_text(Report("a", "#META outlet: One: Two\nJets bombed.")).outlet == "One: Two"
    assert about_text(Report("a", "Jets bombed Ariha on Monday.")) == About()
    assert about_text(Report("a", "")) == About()


@pytest.mark.parametrize("words", ["2023", "2023-02", "2023-12", "2024-02-29"])
def test_a_day_of_publication_is_as_sharp_as_given(words):
    assert word_published(Report("a", "", parse_published(words), "as given")) == words
    assert (
        word_published(Report("a", "", parse_published(words), "a post that it links to")) is None
    )
