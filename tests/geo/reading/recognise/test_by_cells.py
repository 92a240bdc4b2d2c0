"""Columns by what their cells hold."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.reading.recognise.by_cells import confirm_names, guess_by_cells, warn_of_degrees


def table(**columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(columns, dtype="str")


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["2015-10-03", "4 October 2015", ""], "date"), (["3/4/2015", "5/6/2015"], "date"),
        (["34.8414, 36.7308", "POINT (36.6 35.8)"], "point"), (["Iraq", "Syria"], "country"),
        (["https://example.org/1", "https://example.org/2"], "url"), (["SY0101", "SY02"], "pcode"),
        (["2015", "2016"], None), (["42280", "42281"], None), (["5", "7"], None),
        (["Homs", "Idlib"], None), (["IN", "NO"], None), (["AB12", "ZZ14"], None), (["", ""], None),
        (["2015-10-03", "Homs"], None), (["5/10", "3/0"], None), (["12, 7", "3, 40"], None),
        (["34.84/36.73", "35.81/36.6"], "point"),
    ],
)  # fmt: skip
def test_what_a_column_is_by_its_cells(cells: list[str], field: str | None) -> None:
    assert guess_by_cells(table(F7=cells), {}) == ({"F7": field} if field else {})


def test_of_two_columns_that_may_be_the_date_none_is_taken_and_a_stamp_is_none() -> None:
    days = ["2015-10-03", "2015-10-04"]
    assert guess_by_cells(table(a=days, b=days), {}) == {}
    assert guess_by_cells(table(a=days, updated_at=days), {}) == {"a": "date"}
    assert guess_by_cells(table(a=days), {"when": "date"}) == {}


@pytest.mark.parametrize(
    ("column", "field", "cells", "kept"),
    [
        ("X", "lon", ["1", "2", "3"], False), ("X", "lon", ["36.7", "36.6"], True),
        ("X", "lon", ["292345.5", "292346.5"], False), ("lon", "lon", ["36", "37"], True),
        ("type", "kind", ["Village", "Town"], False), ("type", "kind", ["Airstrike", "x"], True),
        ("region", "governorate_text", ["Middle East"], False),
        ("region", "governorate_text", ["Homs"], True), ("site", "place_text", ["1", "2"], False),
        ("time", "time_local", ["1443830400"], False), ("time", "time_local", ["14:05"], True),
        ("code", "id", ["a", "a", "a", "a", "b"], False), ("code", "id", ["a", "b"], True),
        ("adm1_code", "pcode", ["12", "13"], False), ("adm1_code", "pcode", ["SY01"], True),
        ("geometry", "point", ["a polygon"], False), ("year", "year", ["1", "2"], False),
        ("type", "kind", ["", ""], True), ("event", "kind", ["Airstrike", "Shelling"], True),
        ("layer", "kind", ["Layer 1", "Layer 2"], False),
        ("attack", "kind", ["An air strike hit the market of the old town"], False),
        ("iso", "country", ["368", "760"], False), ("iso3", "country", ["IRQ", "SYR"], True),
        ("country code", "country", ["A1", "B2"], False), ("country", "country", ["Nowhere"], True),
        ("accuracy", "precision", ["4.5", "12"], False), ("sources", "source", ["4", "1"], False),
        ("accuracy", "precision", ["Town", "Medium"], True),
    ],
)  # fmt: skip
def test_a_name_that_says_little_needs_cells_that_agree(
    column: str, field: str, cells: list[str], *, kept: bool
) -> None:
    columns = {column: field}
    assert confirm_names(table(**{column: cells}), columns) == (columns if kept else {})


def test_addresses_beside_a_named_source_and_its_address_are_kept_as_notes() -> None:
    links = ["https://example.org/1", "https://example.org/2"]
    named = {"who": "source", "link": "url"}
    assert guess_by_cells(table(tweet=links), named) == {"tweet": "note"}
    assert guess_by_cells(table(tweet=links), {"link": "url"}) == {"tweet": "url"}
    assert guess_by_cells(table(icon=links, marker_icon=links), {}) == {}


def test_columns_that_look_like_coordinates_are_told_and_not_taken() -> None:
    cells = table(F5=["34.8414", "35.8139"], F6=["36.7308", "36.6094"])
    assert guess_by_cells(cells, {}) == {}
    assert "'F5', 'F6' look like coordinates" in warn_of_degrees(cells, {})
    assert warn_of_degrees(cells, {"F5": "lat", "F6": "lon"}) == ""
    assert warn_of_degrees(table(F5=["5.5"], F6=["7.25"]), {}) == ""
