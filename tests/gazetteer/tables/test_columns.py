"""Columns of a plain table: guessed from their names."""

from __future__ import annotations

from pathlib import Path

import pytest
from toyland import load_toyland

HEADERS = [
    "name,lon,lat",
    "Name,Longitude,Latitude",
    "LocationName_en,Longitude_x,Latitude_y",
    "placename,x,y",
    "toponym,LNG,LAT",
]


@pytest.mark.parametrize("header", HEADERS)
def test_columns_are_guessed_from_a_plain_header(tmp_path: Path, header: str) -> None:
    place = load_toyland(tmp_path, f"{header}\nZwickford,10.5,49.5\n").match("Zwickford").place
    assert place is not None
    assert (place.lon, place.lat, place.sources) == (10.5, 49.5, ("table0",))


def test_semicolons_spellings_and_governorates_are_read(tmp_path: Path) -> None:
    toyland = load_toyland(
        tmp_path,
        "id;name;name_ar;lon;lat;governorate;spellings\n"
        "z1;Zwickford;زويكفورد;10.5;49.5;Sudmark Province;Suickfort|Zwick Ford\n",
    )
    for name in ("Zwickford", "زويكفورد", "Suickfort", "zwick-ford"):
        match = toyland.match(name)
        assert (match.place and match.place.place_id) == "z1", name
        assert match.adm1_code == "TL02"
