"""What goes out is whole, and comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from outgoing import BASE_MAP, HOSTILE_CELLS, assert_same, claims_for, shipped, table

from geo.errors import ExportError, SchemaError
from geo.export.registry import list_formats
from geo.export.write import write_strikes
from geo.reading.read import read_strikes
from geo.strikes.schema import empty_claims, empty_strikes

ENDINGS = [each.suffixes[0] for each in list_formats()]
# For eyes and other programs: not read back, or (a workbook) without each letter as it was.
ONE_WAY = (".kml", ".html", ".xlsx", ".kepler.json", ".timemap.json")
TWO_WAY = [ending for ending in ENDINGS if ending not in ONE_WAY]


@pytest.mark.parametrize("ending", TWO_WAY)
def test_the_shipped_strikes_come_back_as_they_were(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"strikes{ending}"
    write_strikes(shipped().strikes, shipped().claims, path)
    assert_same(read_strikes(path), shipped().strikes, shipped().claims)


@pytest.mark.parametrize("ending", TWO_WAY)
def test_hostile_texts_come_back_byte_for_byte(tmp_path: Path, ending: str) -> None:
    strikes = table(HOSTILE_CELLS)
    path = tmp_path / f"mine{ending}"
    write_strikes(strikes, claims_for(strikes), path)
    assert_same(read_strikes(path), strikes, claims_for(strikes))


def test_only_the_claims_of_the_chosen_strikes_go_out(tmp_path: Path) -> None:
    chosen = shipped().strikes.iloc[:3]
    write_strikes(chosen, shipped().claims, tmp_path / "some.csv")
    claims = read_strikes(tmp_path / "some.csv").claims
    assert set(claims["strike_id"]) == set(chosen.index)


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_strikes_make_a_valid_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"none{ending}"
    written = write_strikes(empty_strikes(), empty_claims(), path, base_map=BASE_MAP)
    assert all(file.stat().st_size > 0 for file in written)
    assert sorted(tmp_path.iterdir()) == sorted(written)
    if ending in TWO_WAY:
        assert len(read_strikes(path).strikes) == 0


@pytest.mark.parametrize(
    ("name", "remedy"),
    [("strikes.docx", "use .geojson"), ("strikes", "use .geojson"), ("no/a.csv", "folder exists"),
     ("folder.csv", "name a file"), ("a.html", "base map")],
)  # fmt: skip
def test_an_output_that_cannot_be_written_is_refused_naming_it(
    tmp_path: Path, name: str, remedy: str
) -> None:
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(ExportError) as caught:
        write_strikes(shipped().strikes, shipped().claims, tmp_path / name)
    assert name in str(caught.value)
    assert remedy in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["folder.csv"]


def test_a_broken_table_is_refused_and_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.geojson"
    path.write_text("before")
    with pytest.raises(SchemaError):
        write_strikes(shipped().strikes.assign(kind="rocket"), shipped().claims, path)
    assert path.read_text() == "before"


@pytest.mark.parametrize("ending", sorted({*ENDINGS} - {".gpkg", ".html"}))
def test_writing_twice_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    """Left out: SQLite writes the time into a GeoPackage, folium numbers its elements anew."""
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    one, two = (
        write_strikes(shipped().strikes, shipped().claims, folder / f"a{ending}", base_map=BASE_MAP)
        for folder in folders
    )
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
