"""Parts of a date and of a toll, joined."""

from __future__ import annotations

import pandas as pd

from geo.reading.columnwise.parts import join_parts


def texts(name: str, *cells: str) -> pd.Series:
    return pd.Series(cells, dtype="str", name=name, index=range(2, len(cells) + 2))


def test_a_date_in_three_columns_becomes_one() -> None:
    fields, notes = join_parts({
        "year": [texts("Y", "2015", "2015")], "month": [texts("M", "10", "")],
        "day": [texts("D", "3", "")],
    })  # fmt: skip
    assert fields["date"][0].tolist() == ["2015-10-03", "2015"]
    assert set(fields) == {"date"}
    assert notes == []


def test_parts_of_a_toll_stand_in_the_note_with_their_names() -> None:
    fields, notes = join_parts({
        "killed": [texts("Killed", "5", "7")], "killed_part": [texts("Children killed", "2", "")],
    })  # fmt: skip
    assert fields["note"][0].tolist() == ["Children killed: 2", ""]
    assert "killed_min" not in fields
    assert notes == []


def test_where_no_column_gives_the_whole_its_parts_are_a_lower_bound() -> None:
    fields, notes = join_parts({
        "killed": [texts("Killed", "NA", "7", "")],
        "killed_part": [
            texts("Min children killed", "2", "3", "NA"),
            texts("Max children killed", "4", "3", ""),
            texts("Women killed", "1-2", "", ""), texts("Civilians killed there", "9", "9", "9"),
        ],
    })  # fmt: skip
    assert fields["killed_min"][0].tolist() == ["3", "", ""]
    assert notes == [
        "killed: 1 row gives only parts of it: 'Min children killed', 'Women killed' are taken as "
        "a lower bound"
    ]
