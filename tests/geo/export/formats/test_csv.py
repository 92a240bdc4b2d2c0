"""A CSV is harmless in a spreadsheet and comes back as it was."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outgoing import HOSTILE_CELLS, assert_same, claims_for, shipped, table

from gazetteer.spreadsheet_cells import make_harmless, take_back
from geo.export.format import Outgoing
from geo.export.formats.csv import claims_to_csv, to_csv
from geo.export.write import write_outgoing
from geo.files import claims_beside
from geo.reading.read import read_strikes

FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@settings(deadline=None, max_examples=12)
@given(st.lists(texts, min_size=1, max_size=12))
def test_any_text_comes_back_from_csv_byte_for_byte(cells: list[str]) -> None:
    strikes = table(cells)
    read = read_strikes(to_csv(strikes).encode(), name="strikes.csv",
                        claims=claims_to_csv(claims_for(strikes)).encode())  # fmt: skip
    assert_same(read, strikes, claims_for(strikes))
    assert to_csv(read.strikes) == to_csv(strikes)


@settings(deadline=None, max_examples=40)
@given(st.text())
def test_a_text_made_harmless_is_taken_back_exactly(text: str) -> None:
    assert take_back(make_harmless(text)) == text
    assert not FORMULA.match(make_harmless(text))


def test_no_cell_of_a_csv_would_run_in_a_spreadsheet_and_numbers_stay_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(table(HOSTILE_CELLS)), newline="")))
    assert len(rows) == len(HOSTILE_CELLS)
    for row, text in zip(rows, HOSTILE_CELLS, strict=True):
        assert row["lon"] == "-36.123456789"
        assert row["uncertainty_km"] == "2.5"
        assert take_back(row["place_text"]) == text
        assert not any(FORMULA.match(cell) for name, cell in row.items() if name != "lon")


@pytest.mark.parametrize(
    ("strikes", "claims"), [("strikes.csv", "claims.csv"), ("idlib.csv", "idlib.claims.csv")]
)
def test_claims_go_beside_a_csv_under_the_name_the_reader_looks_for(
    strikes: str, claims: str
) -> None:
    assert claims_beside(Path("folder") / strikes) == Path("folder") / claims


@pytest.mark.parametrize("hxl", [False, True])
def test_a_csv_is_told_beside_it_column_by_column(tmp_path: Path, hxl: bool) -> None:
    beside = shipped().strikes[["kind"]].rename(columns={"kind": "within_50_km_of_sites"})
    outgoing = Outgoing(shipped().strikes, shipped().claims, beside=beside, hxl=hxl)
    write_outgoing(outgoing, tmp_path / "idlib.csv")
    told = json.loads((tmp_path / "idlib.csv-metadata.json").read_text("utf-8"))
    assert told["@context"] == "http://www.w3.org/ns/csvw"
    assert told["dialect"]["headerRowCount"] == 1 + hxl
    for one, key in zip(told["tables"], ("strike_id", "claim_id"), strict=True):
        with (tmp_path / one["url"]).open(encoding="utf-8-sig", newline="") as file:
            header, second, *_ = csv.reader(file)
        described = one["tableSchema"]
        assert [column["name"] for column in described["columns"]] == header
        assert described["primaryKey"] == [key]
        assert any(cell.startswith("#") for cell in second) == hxl
    types = {one["name"]: one["datatype"] for one in told["tables"][0]["tableSchema"]["columns"]}
    assert (types["date_start"], types["killed_min"], types["lon"]) == ("date", "integer", "double")


def test_a_row_of_hashtags_is_no_strike_when_it_comes_back(tmp_path: Path) -> None:
    outgoing = Outgoing(shipped().strikes, shipped().claims, hxl=True, excel_mark=False)
    write_outgoing(outgoing, tmp_path / "strikes.csv")
    assert (tmp_path / "strikes.csv").read_bytes().startswith(b"strike_id,")
    assert_same(read_strikes(tmp_path / "strikes.csv"), shipped().strikes, shipped().claims)
