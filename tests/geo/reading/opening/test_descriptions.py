"""Descriptions in HTML: text, pairs, addresses."""

from __future__ import annotations

import pytest

from geo.reading.opening.descriptions import Description, read_descriptions


def one(text: str) -> Description:
    return read_descriptions([text])[0]


def test_text_keeps_its_lines_and_loses_its_marks() -> None:
    text = (
        "<p>Seen <b>from</b> the road&nbsp;&amp; the hill</p><script>x()</script>At night<br>Again"
    )
    assert one(text) == Description("Seen from the road & the hill\nAt night\nAgain")


@pytest.mark.parametrize(
    "text",
    [
        "Killed: 5<br>Place: Homs<br/>Two rockets",
        "Killed: 5\nPlace:Homs\nTwo rockets",
        "Two rockets<table><tr><th>Killed</th><td>5</td></tr><tr><td>Place:</td><td>Homs</td></tr>"
        "</table>",
        "<table><tr><td>Two rockets</td></tr><tr><td><table><tr><td>Killed</td><td>5</td></tr>"
        "<tr><td>Place</td><td>Homs</td></tr></table></td></tr></table>",
        "<table><tr><td>Two rockets</td><td><table><tr><td>Killed</td><td>5</td></tr>"
        "<tr><td>Place</td><td>Homs</td></tr></table></td></tr></table>",
    ],
)
def test_pairs_of_name_and_value_are_told_from_running_text(text: str) -> None:
    assert one(text) == Description("Two rockets", (("Killed", "5"), ("Place", "Homs")))


def test_an_empty_value_of_a_geodatabase_is_empty() -> None:
    table = "<table><tr><td>Killed</td><td>&lt;Null&gt;</td></tr></table>"
    assert one(table) == Description("", (("Killed", ""),))


def test_a_table_of_three_columns_is_text() -> None:
    rows = "<tr><td>Killed</td><td>5</td></tr><tr><td>Hurt</td><td>6</td><td>7</td></tr>"
    assert one(f"<table>{rows}</table>") == Description("Killed 5\nHurt 6 7")


@pytest.mark.parametrize("text", ["Note 12:30 one rocket", "Rockets on Homs: many hurt"])
def test_a_colon_in_running_text_makes_no_column(text: str) -> None:
    assert one(text) == Description(text)


def test_a_name_that_several_descriptions_have_is_a_column() -> None:
    read = read_descriptions([f"Witness {n}\nCrater depth: {n}" for n in range(3)])
    assert read[2] == Description("Witness 2", (("Crater depth", "2"),))


def test_addresses_are_kept_in_the_text_and_listed() -> None:
    text = 'See <a href="https://example.org/a">A</a>, https://example.org/b. <img src="https://example.org/p.jpg">'
    read = one(text)
    assert read.links == ("https://example.org/a", "https://example.org/b")
    assert read.text == (
        "See A (https://example.org/a), https://example.org/b.\npicture: https://example.org/p.jpg"
    )
