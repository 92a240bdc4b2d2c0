"""A table may be handed over as a path, bytes, an open file or a DataFrame."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from geo.errors import ReadError
from geo.reading.inputs import read_table
from geo.reading.read import read_strikes

TEXT = "date,town\n2015-09-30,Talbisah\n"


class Pipe(io.BytesIO):
    """Cannot be read from its beginning again."""

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation("seek")


def test_every_way_of_handing_over_gives_the_same_strikes(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text(TEXT, encoding="utf-8")
    with path.open("rb") as binary, path.open(encoding="utf-8") as text:
        binary.read()
        inputs = [path, str(path), TEXT.encode(), binary, text, Pipe(TEXT.encode())]
        inputs += [pd.DataFrame({"date": ["2015-09-30"], "town": ["Talbisah"]})]
        readings = [read_strikes(source, name="notes.csv") for source in inputs]
    assert all(reading.strikes.equals(readings[0].strikes) for reading in readings)
    assert readings[0].strikes["place_text"].tolist() == ["Talbisah"]
    assert all(reading.strikes.index[0].startswith("notes:") for reading in readings)


def test_a_name_of_its_own_decides_how_an_open_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notes.tsv"
    path.write_text(TEXT.replace(",", "\t"), encoding="utf-8")
    with path.open("rb") as file:
        assert read_table(file).name == str(path)
    frame = pd.DataFrame({"date": ["2015-09-30"], "town": ["Homs"]})
    assert read_table(frame, name="mine").name == "mine"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (3, "a int is no table; give a path, bytes, an open file or a DataFrame"),
        ([{"date": "2015-09-30"}], "pandas.DataFrame makes one of lists"),
        (None, "a NoneType is no table"),
        (TEXT, r"is no path; hand over its content as text.encode\(\)"),
        ("nowhere.csv", "nowhere.csv: cannot be opened .*; check the path"),
        ("no\0where.csv", "cannot be opened"),
        (b"\xef\xbb\xbf", "row 1 is empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_remedy(source: object, why: str) -> None:
    with pytest.raises(ReadError, match=why):
        read_table(source)  # type: ignore[arg-type]


@pytest.mark.parametrize("suffix", [".xls", ".XLSB", ".ods", ".numbers"])
def test_other_workbooks_are_refused_with_how_to_convert_them(suffix: str) -> None:
    with pytest.raises(ReadError, match=r"are not read; save it as \.xlsx in Excel, LibreOffice"):
        read_table(b"x", name=f"a{suffix}")
