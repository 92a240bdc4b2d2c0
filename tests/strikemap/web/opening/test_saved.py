"""Meanings of columns saved as a file, and used again on a file of the same make."""

from __future__ import annotations

import io

from app_pages import csv_bytes, numbers, open_page, run, send, upload

from geo.reading.mapping import ColumnMapping, word_mapping
from strikemap.web.opening.saved import apply_mapping
from strikemap.web.opening.steps import Opened, open_file

STRANGE = csv_bytes(["wann", "wo", "tot"], ["3/4/2016", "Saraqib", "7"])
MAPPING = ColumnMapping({"wann": "date", "wo": "place_text", "tot": "killed"}, "day first", "drone")


def opened() -> Opened:
    file = io.BytesIO(STRANGE)
    file.name = "fremd.csv"
    return open_file(file, lambda _: None)


def test_a_mapping_says_columns_kind_and_order():
    choice = apply_mapping(opened(), MAPPING)
    assert choice.columns == dict(MAPPING.columns)
    assert (choice.kind, choice.order) == ("drone", "day first")


def test_columns_that_the_file_lacks_are_passed_over():
    mapping = ColumnMapping({"wo": "place_text", "elsewhere": "killed"})
    columns = apply_mapping(opened(), mapping).columns
    assert columns is not None
    assert columns["wo"] == "place_text"
    assert "elsewhere" not in columns


def test_a_mapping_that_was_saved_is_used_again():
    page = upload(open_page(), "fremd.csv", STRANGE)
    assert page.error
    asked = next(box for box in page.file_uploader if box.label == "Or use meanings saved before")
    asked.set_value(("my.mapping.json", word_mapping(MAPPING).encode(), "application/json"))
    page = send(run(page))
    assert numbers(page).startswith("**1 strike**")
    shown = next(t.value for t in page.dataframe if "Place as reported" in t.value)
    row = shown.iloc[0]
    assert (row["Date"], row["Killed"], row["Kind"]) == ("2016-04-03", "7", "drone")


def test_a_file_that_is_no_mapping_is_refused_in_a_sentence():
    page = upload(open_page(), "fremd.csv", STRANGE)
    asked = next(box for box in page.file_uploader if box.label == "Or use meanings saved before")
    asked.set_value(("my.mapping.json", b"[]", "application/json"))
    page = run(page)
    assert any("one JSON object" in error.value for error in page.error)
