"""How sharp a table says a point is."""

from __future__ import annotations

import pytest

from geo.reading.values.sharpness import read_sharpness


@pytest.mark.parametrize(
    ("text", "word", "fault"),
    [("", None, False), ("NA", None, False), ("Village", "settlement", False),
     ("Province", "governorate", False), ("sub-district", "subdistrict", False),
     ("site", "site", False), ("unknown", "unknown", False),
     ("Province centroid", "governorate", False), ("centre of the district", "district", False),
     ("City level", "settlement", False), ("approximate", "near", False),
     ("(1) Exact location", "site", False),
     ("within 500 m", "site", False), ("5 km", "near", False), ("80 km", "unknown", True),
     ("odd", "unknown", True), ("7", "unknown", True)],
)  # fmt: skip
def test_how_sharp_a_table_says_a_point_is(text: str, word: str | None, fault: bool) -> None:
    found, why = read_sharpness(text)
    assert (found, bool(why)) == (word, fault)
