"""The one-file page asks for nothing and holds no text of the data as text."""

from __future__ import annotations

import re

from outgoing import BASE_MAP, HOSTILE_CELLS, table

from geo.export.formats.html import to_html
from geo.strikes.schema import empty_claims


def test_html_holds_no_text_of_the_data() -> None:
    page = to_html(table(HOSTILE_CELLS), empty_claims(), base_map=BASE_MAP)
    assert "{{7*7}}" not in page
    assert "alert(1)" not in page
    assert re.findall(r"<title>(.*?)</title>", page) == ["Strikes"]
    assert not re.findall(r"""<(?:script|link|img)[^>]+(?:src|href)=["']https?:""", page)
