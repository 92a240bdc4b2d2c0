"""What is wrong with a visitor's file is said in the visitor's language, all of it or none."""

from __future__ import annotations

import io
import zipfile

import pytest

from gazetteer.language import speaking
from geo.errors import ReadError
from geo.layers.read import read_layer
from geo.reading.read import read_strikes
from reports.document import read_report_file
from reports.errors import ReportError
from strikemap.languages.catalogues import LANGUAGES, catalogue_of
from strikemap.languages.troubles import TROUBLES, say_trouble

OTHERS = [code for code in LANGUAGES if code != "en"]
SPANISH = catalogue_of("es")


@pytest.fixture
def locked() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("a.shp", b"x")
    packed = bytearray(held.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        packed[packed.index(mark) + at] |= 1
    return bytes(packed)


def test_files_that_cannot_be_read_are_told_of_in_every_language(tmp_path, locked):
    bad = {
        "a.csv": b" ", "b.xls": b"\xd0\xcf\x11\xe0" * 99, "c.geojson": b"{}", "d.gpkg": b"x" * 99,
        "e.parquet": b"x", "f.kml": b"<kml xmlns='http://www.opengis.net/kml/2.2'/>",
        "g.zip": locked, "h.zip": b"x", "i.shp": b"x", "j.xlsx": b"PK", "k.json": b"[",
        "l.ods": b"PK\x03\x04", "m.csv": b"\xff\xd8\xff\0\0",
    }  # fmt: skip
    told = []
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ReadError) as raised:
            read_strikes(tmp_path / name)
        told.append(str(raised.value))
    for name, content in {
        "a.pdf": b"%PDF-1.4",
        "b.docx": b"x",
        "c.eml": b"\n\nx",
        "d.txt": b"\xff",
    }.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(ReportError) as refused:
            read_report_file(tmp_path / name)
        told.append(str(refused.value))
    for name in ("a.geojson", "b.kml"):
        (tmp_path / name).write_bytes(b"{" if name == "a.geojson" else bad["f.kml"])
        with pytest.raises(ValueError, match=name) as unread:
            read_layer(tmp_path / name)
        told.append(str(unread.value))
    left = []
    for code in OTHERS:
        with speaking(catalogue_of(code)):
            left += [f"{code}: {said}" for said in told if say_trouble(said) == said]
    assert not left, "\n".join(left)
    assert [say_trouble(said) for said in told] == told, "English is as it was"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("a: b.csv: the file is empty; give one with a header and rows",
         "a: b.csv: el archivo está vacío; dé uno con cabecera y filas"),
        ("a.pdf: has 3,000 pages; split it, 2,000 at most are read",
         "a.pdf: tiene 3,000 páginas; divídalo: se leen 2,000 como máximo"),
        ("a.csv: is odd; save it again", "a.csv: is odd; save it again"),
    ],
)  # fmt: skip
def test_a_message_is_said_as_a_whole_or_stays_english(said: str, meant: str) -> None:
    with speaking(SPANISH):
        assert say_trouble(said) == meant


NUMBERS = ("count", "most", "size", "rows", "columns", "seconds", "pages", "line")
WORDS = ("error", "format", "sheet", "list", "crs", "column", "field", "layer", "ending")
VALUES = dict.fromkeys(NUMBERS, "7") | dict.fromkeys(WORDS, "CSV")


def test_no_template_takes_the_words_of_another() -> None:
    with speaking(SPANISH):
        for template in TROUBLES[:-1]:  # the last holds another
            meant = SPANISH.words[template].format_map(VALUES)
            assert say_trouble(template.format_map(VALUES)) == meant
