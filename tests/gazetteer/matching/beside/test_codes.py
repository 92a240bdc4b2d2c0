"""P-codes and the records that they are of."""

from __future__ import annotations

import pytest
from vale import AREAS, VILLAGES

from gazetteer import Place
from gazetteer.matching.beside.codes import PlaceCodes

SOURCED = Place("pack:7", "Seven", "settlement", 1.0, 2.0, sources=("OCHA C0007", "another 9"))
CODES = PlaceCodes((*AREAS, *VILLAGES, SOURCED))


@pytest.mark.parametrize(
    ("code", "place_id"),
    [
        ("VA01", "VA01"), ("va0101", "VA0101"), ("VA010101", "VA010101"), ("v:3", "v:3"),
        ("C0007", "pack:7"), ("VA01019999", "VA0101"), ("VA09", None), ("C00071", None),
        ("VA", None),
    ],
)  # fmt: skip
def test_a_code_is_of_this_record(code, place_id):
    found = CODES.find(code)
    assert (found and found.place_id) == place_id


def test_the_sharpest_of_several_codes_counts():
    assert CODES.find_sharpest("VA01; VA0101 ,VA010101").place_id == "VA010101"
    assert CODES.find_sharpest("VA01, v:3").place_id == "v:3"
    assert CODES.find_sharpest("none of these") is None


def test_a_record_holds_its_own_code_only():
    assert "va0101" in CODES
    assert "VA01019999" not in CODES
