"""Areas of added tables speak in the codes of the pack."""

from __future__ import annotations

import pytest

from gazetteer.tables.draft import Draft
from gazetteer.tables.packs.area_codes import settle_codes


def pack():
    areas = [
        Draft("XX1", "Norwold", "governorate", adm1_code="XX1",
              sources=["OCHA XX1", "GeoNames admin1 XX.07"]),
        Draft("XX2", "Sudmark", "governorate", adm1_code="XX2", sources=["OCHA XX2"]),
    ]  # fmt: skip
    towns = [Draft(f"gn:{n}", f"Town {n}", adm1_code="XX2", gn_id=str(n)) for n in range(3)]
    return [*areas, *towns]


@pytest.mark.parametrize(
    ("area", "code"),
    [
        (Draft("XX.07", "Another name", "governorate", adm1_code="XX.07"), "XX1"),
        (Draft("S9", "Sudmark", "governorate", adm1_code="S9"), "XX2"),
        (Draft("XX2", "Any", "governorate", adm1_code="XX2"), "XX2"),
        (Draft("XX.99", "Elsewhere", "governorate", adm1_code="XX.99"), "XX.99"),
    ],
)
def test_an_area_is_known_by_code_source_or_name_and_else_stays(area, code):
    settle_codes(pack(), [area])
    assert (area.place_id, area.adm1_code) == (code, code)


@pytest.mark.parametrize(("shared", "code"), [(3, "XX2"), (2, None)])
def test_places_that_both_have_say_which_area_is_which(shared, code):
    both = [Draft(f"gn:{n}", "?", gn_id=str(n), adm1_name="Terra") for n in range(shared)]
    hamlet = Draft("gn:77", "Hamlet", gn_id="77", adm1_name="Terra")
    settle_codes(pack(), [*both, hamlet])
    assert hamlet.adm1_code == code
