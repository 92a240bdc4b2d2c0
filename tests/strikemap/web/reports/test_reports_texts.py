"""Texts on the Reports page: any is shown as text, and what cannot be read is refused by name."""

from __future__ import annotations

import pytest
from report_pages import TEXT, field, open_page, paste, press, run, said


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> {{7*7}} Jets bombed <b>Saraqib</b> on Monday.",
        "\u202eJets bombed Saraqib\u202c on Monday. ![x](http://far.example/p.png)",
        "قصفت الطائرات مدينة سراقب يوم الاثنين",
        "bomb" * 500_000,
        "x",
    ],
)
def test_any_text_is_shown_as_text(text):
    page = paste(open_page(), text)
    assert "1 text read" in said(page)
    assert "<script" not in said(page)


def test_a_name_from_right_to_left_turns_nothing_around_it():
    page = paste(open_page(), "قصفت طائرات حربية روسية مدينة سراقب يوم 8 أيار 2023")
    assert "1. airstrike on \u2068سراقب\u2069, 2023-05-08" in said(page)


def test_a_day_that_nothing_dates_and_a_toll_in_words_are_told_as_worded():
    page = paste(
        open_page(), "Raids\n\nDozens of people were killed when jets bombed Saraqib on Monday."
    )
    assert (field(page, "date").value, field(page, "killed").value) == ("", "")
    assert "“Monday”" in said(page)
    assert "Words only" in said(page)
    assert "“Dozens of people were killed”" in said(page)


def test_what_is_no_report_is_refused_by_name():
    page = open_page()
    press(page, "reports_read")
    assert "Nothing was pasted" in said(page)
    page.file_uploader[0].set_value([("bad.docx", b"no", ""), ("good.txt", TEXT.encode(), "")])
    run(page)
    assert "1 text read: 3 drafts" in said(page)
    assert "bad.docx" in said(page)
