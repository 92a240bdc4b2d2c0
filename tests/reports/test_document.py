"""Reports as files: offsets, the day of publication, files that cannot be read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reports.document import parse_published, read_report_file
from reports.errors import ReportError

DAY = datetime.date(2023, 5, 9)


def test_a_page_keeps_the_offsets_of_its_file(tmp_path: Path) -> None:
    source = (
        '<html><head><meta property="article:published_time" content="2023-05-09T10:00:00Z">'
        "<title>Raid on Homs</title></head><body><script>var a = 'Hama';</script>"
        f'<p>Jets bombed <a href="{"x" * 300}">Saraqib</a> &amp;'
        " Sarmin.</p>\r\n<p>Second <b>para</b></p></body></html>"
    )
    file = tmp_path / "page.html"
    file.write_bytes(source.encode())
    report = read_report_file(file, published="2020-01-01")
    at = report.text.index("Saraqib")
    start, end = report.in_file(at, at + len("Saraqib"))
    assert source[start:end] == "Saraqib"
    assert "bombed Saraqib & Sarmin." in report.text
    assert "Sarmin" in report.text
    assert "Hama" not in report.text
    assert report.day == DAY
    assert report.basis == "the page's own date"


@pytest.mark.parametrize(
    ("text", "given", "day"),
    [
        ("#META outlet: x date: 2023-05-09\nText.", "2020-01-01", DAY),
        ("Text.", "2023-05-09", DAY),
        ("Text.", None, None),
        ("Text.", "2023-05", None),
        ("See https://twitter.com/i/status/1283008019715035140", None,
         datetime.date(2020, 7, 14)),
    ],
)  # fmt: skip
def test_the_own_date_goes_before_the_given_one(tmp_path, text, given, day):
    file = tmp_path / "a.txt"
    file.write_text(text, "utf-8")
    assert read_report_file(file, published=given).day == day


def test_a_month_is_its_first_and_last_day():
    assert parse_published("2024-02") == (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    for wrong in ("May 2023", "2023-13", "", "2023-02-30"):
        with pytest.raises(ValueError):  # noqa: PT011 that of int or date, unworded
            parse_published(wrong)


def test_what_is_no_text_is_named_with_its_line(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(b"one\ntwo \xff")
    with pytest.raises(ReportError, match=r"a\.txt: line 2"):
        read_report_file(file)
