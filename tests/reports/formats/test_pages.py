"""Web pages: the rows of their tables."""

from __future__ import annotations

import pytest
from reports_dev import pack

from reports.document import read_report_file
from reports.formats.page import blank_markup
from reports.reading import read_report

ROWS = (
    "<table>\n<tr><th>Date<th>Town<th>Type<th>Killed<th>Remarks</tr>\n\n"
    "<tr class='a'>\n <td>2 May 2023</td>\n <td><p>Sarmin</p></td><td>shelling</td><td>&lt;4</td>"
    "<td></td></tr>\n<tr><td></td><td>Binnish<br></td><td>mortar fire</td><td>4</td>"
    "<td>a | b</td></tr></table>"
)
FIELDS = (
    "<table><tr><td>Place</td>\n<td>Ariha</td></tr>\n<tr><td>Date</td><td>7 May 2023</td></tr>"
    "<tr><td>Type</td><td>shelling</td></tr><tr><td>Killed</td><td>2</td></tr></table>"
)
CARDS = (
    "<table><tr><td>Jets bombed Sarmin, killing 3</td><td>Artillery shelled Binnish yesterday</td>"
    "<td>Sport</td></tr><tr><td>Weather</td><td>Shops</td><td>Maps</td></tr></table>"
)


@pytest.mark.parametrize(
    ("body", "strikes"),
    [
        (ROWS, [("Sarmin", (None, 3)), ("Binnish", (4, None))]),
        (FIELDS, [("Ariha", (2, None))]),
        (
            f"<table><tr><td>{ROWS}</td></tr></table>",
            [("Sarmin", (None, 3)), ("Binnish", (4, None))],
        ),
        (CARDS, [("Sarmin", (3, None)), ("Binnish", (None, None))]),  # only sets out the page
    ],
)
def test_the_rows_of_a_pages_tables_are_read_as_those_of_a_word_file(tmp_path, body, strikes):
    page = f"<html><body><h1>Annex</h1>{body}</body></html>"
    (tmp_path / "a.html").write_text(page)
    drafts = read_report(read_report_file(tmp_path / "a.html"), pack("sy")).drafts
    assert [(draft.place.surface, draft.toll.killed) for draft in drafts] == strikes
    shown = blank_markup(page)
    assert (len(shown), shown.index("Annex")) == (len(page), page.index("Annex"))
