"""Reading plain tables: columns guessed, bad rows refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import TOYLAND
from toyland import load_toyland

from gazetteer import GazetteerError, load_gazetteer

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


REFUSED = [
    ("", "row 1 holds no column names"),
    ("name,lon\nA,1\n", "no column for lat"),
    ("lon,lat\n1,2\n", "no column for name"),
    ("name,lon,lat\nA,1,2\nB,x,2\n", "row 3 lon 'x' is not a number"),
    ("name,lon,lat\nA,1,2\n,5,2\n", "row 3 has no name"),
    ("name,lon,lat\nA,1,\n", "row 2 has only one of lon and lat"),
    ("name,lon,lat\nA,1,200\n", "row 2 lon 1.0 lat 200.0 is off the globe"),
    ("name,lon,lat\nA,50.1,10.2\nB,49.9,10.4\nC,49,11\n", "only with lon and lat swapped"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_a_bad_table_is_refused_with_file_row_and_remedy(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(GazetteerError, match=message) as error:
        load_toyland(tmp_path, text)
    assert "table0.csv" in str(error.value)


def test_a_table_that_is_not_utf8_is_refused_with_its_row(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes("name,lon,lat\nA,10,50\nÉ,10,50\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match="row 3 is not UTF-8"):
        load_gazetteer(TOYLAND, extra=[path])
