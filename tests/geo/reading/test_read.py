"""Files of every kind come in as strikes; what cannot be read is refused with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest
from readings import read

from geo.errors import ReadError
from geo.export.formats.csv import to_csv
from geo.reading.read import find_columns, read_seeds, read_strikes


def test_some_columns_may_be_chosen_and_the_others_guessed(tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("date,Ort,Tote\n2015-09-30,Homs,5\n", encoding="utf-8")
    columns = find_columns(file, {"Ort": "place_text", "Tote": "killed"})
    strike = read_strikes(file, columns=columns).strikes.iloc[0]
    assert (strike["place_text"], strike["killed_min"]) == ("Homs", 5)
    assert find_columns(file, {}) is None
    with pytest.raises(ReadError, match="there is no column 'Wo'"):
        read_strikes(file, columns=find_columns(file, {"Wo": "place_text"}))
    with pytest.raises(ReadError, match="cannot mean 'colour'"):
        read_strikes(file, columns=find_columns(file, {"Ort": "colour"}))
    own = tmp_path / "strikes.csv"
    own.write_text(to_csv(read_seeds().strikes), encoding="utf-8")
    with pytest.raises(ReadError, match="our own format"):
        find_columns(own, {"place_text": "place_text"})


def test_what_is_written_in_the_strikes_that_ship_reaches_nobody_else() -> None:
    first = read_seeds()
    strike = first.strikes.index[0]
    place = first.strikes.at[strike, "place_text"]
    first.strikes.loc[strike, "place_text"] = "Elsewhere"
    first.strikes.drop(index=first.strikes.index[1], inplace=True)
    first.claims["claimant"] = None
    again = read_seeds()
    assert again.strikes.at[strike, "place_text"] == place
    assert len(again.strikes) == len(first.strikes) + 1
    assert again.claims["claimant"].notna().any()


@pytest.mark.parametrize(
    ("content", "name", "remedy"),
    [
        (b"", "a.csv", "is empty"),
        (b"colour,shape\nred,round\n", "a.csv", "rename the columns"),
        (b"date,place\n", "a.docx", "use .csv"),
        (b"PK\x03\x04\x00\x00", "a.csv", "no text file"),
        (b"not excel", "a.xlsx", "save it as .xlsx"),
        (b"{}", "a.geojson", "no GeoJSON FeatureCollection"),
        (b'{"features": 3}', "a.geojson", "no GeoJSON FeatureCollection"),
        (b"nothing", "a.gpkg", "is no GeoPackage"),
        (b"nothing", "a.parquet", "not readable as Parquet"),
        (b"\n\ndate,place\n", "a.csv", "first row"),
    ],
)
def test_a_hopeless_file_is_refused_naming_it_and_the_remedy(
    content: bytes, name: str, remedy: str
) -> None:
    with pytest.raises(ReadError) as caught:
        read_strikes(content, name=name)
    assert name in str(caught.value)
    assert remedy in str(caught.value)


def test_claims_do_not_go_with_a_strangers_table() -> None:
    with pytest.raises(ReadError, match="own format"):
        read("date,place\n2015-09-30,Homs\n", claims=b"claim_id,strike_id\n")
