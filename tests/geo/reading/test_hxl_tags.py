"""HXL hashtags name the fields of a table's columns; a part of a toll is not the toll."""

from __future__ import annotations

import pytest

from geo.reading.column_names import FIELDS
from geo.reading.hxl_tags import TAGS, columns_of_tags, field_of_tag


def test_every_tag_stands_for_a_field_and_is_written_as_tags_are_compared() -> None:
    assert set(TAGS.values()) <= set(FIELDS)
    assert all(field_of_tag(tag) == field for tag, field in TAGS.items())


@pytest.mark.parametrize(
    ("tag", "field"),
    [
        ("#date+start", "date"),
        (" #Affected +killed +num ", "killed"),
        ("#affected+injured+v_pcode", "injured"),
        ("#adm2+code", "pcode"),
        ("#geo+lon", "lon"),
        ("#affected+killed+children", None),
        ("#affected+f+killed", None),
        ("#group+name+first", None),
        ("killed", None),
        ("", None),
    ],
)
def test_a_tag_means_a_field_unless_its_attributes_narrow_it(tag: str, field: str | None) -> None:
    assert field_of_tag(tag) == field


def test_the_sharper_tag_decides_and_several_codes_are_kept() -> None:
    tags = {"day": "#date", "from": "#date+start", "adm1": "#adm1+code", "adm2": "#adm2+code",
            "place": "#loc+name", "else": "#org"}  # fmt: skip
    found = {"from": "date", "adm1": "pcode", "adm2": "pcode", "place": "place_text"}
    assert columns_of_tags(tags) == found
