"""Open data in the side bar: it comes first, and says what is read."""

from __future__ import annotations

from app_pages import PLAIN, open_page, send, upload

from geo.reading.registry import FORMATS


def test_open_data_is_the_first_thing_in_the_side_bar():
    page = open_page()
    assert [heading.value for heading in page.sidebar.subheader] == ["Open data", "Filters"]
    assert page.sidebar.file_uploader[0].key == "upload"


def test_it_says_every_format_that_is_read():
    said = open_page().sidebar.file_uploader[0].help
    assert all(one.sentence in said for one in FORMATS)


def test_a_file_that_is_shown_is_named():
    page = send(upload(open_page(), "mine.csv", PLAIN))
    assert any(r"**mine\.csv**" in text.value for text in page.sidebar.markdown)
