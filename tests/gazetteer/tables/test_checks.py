"""What is kept as a place was checked, row by row; what is none is named with its row."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples

from gazetteer.errors import GazetteerError
from gazetteer.spreadsheet_cells import read_decimal
from gazetteer.tables.checks import check_drafts
from gazetteer.tables.draft import Draft
from gazetteer.tables.read import read_places

HERE = Path("mine.csv")


@pytest.mark.parametrize(
    ("text", "number"),
    [("35.25", 35.25), ("-7", -7), (".5", 0.5), ("1e3", 1000), ("3_6", None), ("nan", None),
     ("inf", None), ("٣٦", None), ("5²", None), (" 5", None), ("", None)],
)  # fmt: skip
def test_a_number_is_a_whole_cell_of_plain_digits(text: str, number: float | None) -> None:
    assert read_decimal(text) == number


@pytest.mark.parametrize(
    ("place", "why"),
    [
        ({"lon": 36.5, "lat": 999.0}, "row 7 lon 36.5 lat 999.0 is off the globe"),
        ({"lon": float("nan"), "lat": 35.0}, "off the globe"),
        ({"lon": 36.5}, "only one of lon and lat"),
        ({"name": " "}, "has no name; fill it in"),
        ({"uncertainty_km": -1.0}, "radius of -1.0 km; give 0 to 1000"),
        ({"uncertainty_km": float("nan")}, "radius of nan"),
        ({"population": -5}, "correct or empty its population"),
        ({"prominence": 10**9}, "give at most 100"),
    ],
)
def test_a_place_that_is_none_is_named_with_its_row(place: dict[str, object], why: str) -> None:
    draft = Draft("x:1", **{"name": "Somewhere", "row": 7, **place})  # type: ignore[arg-type]
    with pytest.raises(GazetteerError, match=why):
        check_drafts(HERE, [Draft("x:0", "Fine", lon=36.5, lat=35.2, population=0), draft])


@pytest.mark.parametrize("latitude", ["nan", "999", "3_5", "35²"])
def test_a_dump_with_a_bad_latitude_is_refused_by_its_row(tmp_path: Path, latitude: str) -> None:
    rows = [samples.UKRAINE[6], (99, "Nowhere", "", latitude, 37.2, "P", "PPL", "07", "", 0)]
    path = samples.write(tmp_path / "UA.txt", samples.geonames_text(rows))
    with pytest.raises(GazetteerError, match=r"UA\.txt: row 2 .*"):
        read_places(path)
