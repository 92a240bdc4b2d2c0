"""Rows of a plain table: bad ones are refused with file, row and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from paths import TOYLAND
from toyland import load_toyland

from gazetteer import GazetteerError, load_gazetteer

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


def test_a_row_of_hxl_tags_is_no_place_and_a_name_with_a_hash_is(tmp_path: Path) -> None:
    toyland = load_toyland(tmp_path, "place,lon,lat\n#loc,#geo+lon,#geo+lat\n#1 camp,10.5,49.5\n")
    assert [p.name for p in toyland.places if "table0" in p.sources] == ["#1 camp"]
