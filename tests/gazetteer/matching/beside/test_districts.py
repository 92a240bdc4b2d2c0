"""What a stated district weighs for a place, by codes and by where its seat lies."""

from __future__ import annotations

import pytest

from gazetteer import Place
from gazetteer.matching.beside.districts import Districts, compare_area

SEAT = Place("seat", "Tarmin", "settlement", 40.0, 35.0, adm1_code="E")
DISTRICT = Place("district", "Tarmin District", "district", adm1_code="E", adm2_code="E1")


@pytest.mark.parametrize("lon", [40.1, 41.5])
@pytest.mark.parametrize(("code", "weight"), [("E1", "district"), ("E2", None)])
def test_nearness_to_a_seat_is_nothing_beside_codes(
    lon: float, code: str, weight: str | None
) -> None:
    place = Place("p", "Salbin", "settlement", lon, 35.0, adm1_code="E", adm2_code=code)
    districts = Districts([DISTRICT, SEAT], {}, lambda *_: SEAT)
    stated = districts.of(DISTRICT)
    assert stated is not None
    assert stated.by_seat
    assert compare_area(place, stated) == weight


def test_a_place_without_a_code_is_of_the_seat_it_lies_by() -> None:
    districts = Districts([DISTRICT, SEAT], {}, lambda *_: SEAT)
    stated = districts.of(DISTRICT)
    assert stated is not None
    near = Place("p", "Salbin", "settlement", 40.1, 35.0, adm1_code="E")
    far = Place("p", "Salbin", "settlement", 41.5, 35.0, adm1_code="E")
    assert [compare_area(place, stated) for place in (near, far)] == ["near_district", None]
