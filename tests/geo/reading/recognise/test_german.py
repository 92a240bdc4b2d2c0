"""German headers are recognised, but for words that mean something else in English."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.columns import guess_columns
from geo.reading.read import read_strikes


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("Datum,Ort,Tote,Verletzte,Quelle", "date,place_text,killed,injured,source"),
        ("Datum,Stadt/Dorf,Provinz,Todesopfer", "date,place_text,governorate_text,killed"),
        ("Datum,Ort,Breitengrad,Längengrad", "date,place_text,lat,lon"),
        ("Enddatum,Datum,Täter,Waffe,Ziel", "date_end,date,actor,weapon,target"),
        ("Jahr,Monat,Tag,Gemeinde", "year,month,day,place_text"),
        ("Datum,Ort,Tote (min),Tote (max)", "date,place_text,killed_min,killed_max"),
    ],
)
def test_german_names_of_columns_are_known(header: str, fields: str) -> None:
    names = header.split(",")
    assert guess_columns(names) == dict(zip(names, fields.split(","), strict=True))


def test_a_german_table_is_read_with_its_tolls() -> None:
    table = "Datum,Ort,Land,Tote,Quelle\n2016-05-01,Ariha,Syrien,3,Blatt\n"
    reading = read_strikes(table.encode(), name="liste.csv")
    assert reading.strikes["killed_min"].tolist() == [3]
    assert reading.strikes["country_text"].tolist() == ["Syrien"]
    assert reading.claims["claimant"].tolist() == ["Blatt"]


@pytest.mark.parametrize(("column", "cell"), [("Land", "farmland"), ("tag", "verified")])
def test_english_words_are_not_taken_for_german_ones(column: str, cell: str) -> None:
    cells = pd.DataFrame({"year": ["2016"], "month": ["5"], "place": ["A"], column: [cell]})
    assert column not in guess_columns(cells.columns, cells)
