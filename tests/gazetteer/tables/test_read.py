"""A file of places is read by what it holds, or refused with a reason and a remedy."""

from __future__ import annotations

import openpyxl
import pytest
import samples

from gazetteer.errors import GazetteerError
from gazetteer.tables import files
from gazetteer.tables.files import PlaceFile
from gazetteer.tables.read import read_places

BROKEN = [
    ("SY.txt", samples.geonames_text() + "7\tcut", "row 15 has 2 columns"),
    ("page.zip", b"PK\x03\x04 not really", "no zip archive"),
    ("many.zip", samples.zipped({"a.csv": "x", "b.csv": "y"}), "no file of places"),
    ("wof.db", b"SQLite format 3\x00 but no more", "cannot be read as a database"),
    ("sheet.xlsx", b"no workbook", "no Excel workbook"),
    ("map.geojson", "<html>moved</html>", "is no GeoPackage, GeoJSON"),
    ("plain.csv", "a,b\n1,2\n", "no column for name"),
]


@pytest.mark.parametrize(("name", "content", "message"), BROKEN, ids=lambda v: str(v)[:12])
def test_a_file_that_cannot_be_read_says_why(tmp_path, name, content, message):
    path = samples.write(tmp_path / name, content)
    with pytest.raises(GazetteerError, match=message) as caught:
        read_places(path)
    assert name in str(caught.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(GazetteerError, match="no such file"):
        read_places(tmp_path / "absent.zip")


def test_an_encrypted_archive_is_told(tmp_path):
    content = bytearray(samples.zipped({"places.csv": "name,lon,lat\nA,1,2\n"}))
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + at] |= 1
    with pytest.raises(GazetteerError, match=r"a\.zip: is locked with a password; unpack it"):
        read_places(samples.write(tmp_path / "a.zip", bytes(content)))


def test_a_table_of_tags_alone_has_no_columns(tmp_path):
    path = samples.write(tmp_path / "tags.csv", "#loc+name,#geo+lat\n")
    with pytest.raises(GazetteerError, match="no column for name"):
        read_places(path)


def workbook(tmp_path, *, far: str):
    book = openpyxl.Workbook()
    for row in (["name", "lon", "lat"], ["Kyiv", 30.5, 50.4]):
        book.active.append(row)
    book.active[far] = "astray"
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_a_cell_far_from_a_sheet_s_table_does_not_make_rows_as_wide(tmp_path):
    path = workbook(tmp_path, far="XFD2000")
    assert {len(row) for _, row in PlaceFile(path).rows()} == {3}
    assert [place.name for place in read_places(path)] == ["Kyiv"]


def test_a_workbook_that_unpacks_to_more_than_places_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LARGEST_WORKBOOK", 1000)
    with pytest.raises(GazetteerError, match=r"a\.xlsx: is no Excel workbook \(unpacks to"):
        read_places(workbook(tmp_path, far="A3"))
