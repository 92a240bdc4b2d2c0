"""A column that is held back is told as that in every format, and never as unreported."""

from __future__ import annotations

import json

import openpyxl
import pytest
from leaks import find_leaks, forms_of
from outgoing import BASE_MAP
from releases import leave

from geo.export.format import Outgoing
from geo.export.map_page import describe_page
from geo.export.registry import list_formats
from geo.export.write import write_outgoing

PROFILE = '[columns]\nstrikes = ["date_start", "date_end", "place_text"]\nclaims = ["claimant"]'
ENDINGS = [suffix for each in list_formats() for suffix in each.suffixes[:1]]
TOLL = {"killed_min": 9, "killed_max": 9, "casualties_min": 20, "casualties_max": 20}


def files_of(profile, ending, folder):
    left = leave(profile, TOLL, {})
    held = left.held.columns
    options = describe_page(left.strikes, left.claims, title="Strikes", held=held["strikes"])
    outgoing = Outgoing(left.strikes, left.claims, BASE_MAP, options, release=left.notes, held=held)
    return write_outgoing(outgoing, folder / f"out{ending}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_format_names_every_column_that_is_held(ending, tmp_path):
    held = leave(PROFILE, TOLL, {}).held.columns
    files = [path.read_bytes() for path in files_of(PROFILE, ending, tmp_path)]
    for table, names in held.items():
        line = {table: forms_of(f"of {table}: {', '.join(names)}")}
        assert any(find_leaks(file, line) for file in files), table
    notice = {"notice": forms_of("Null means not reported, never zero.")}
    assert not any(find_leaks(file, notice) for file in files)


def test_a_workbook_and_a_csv_say_so_at_the_column(tmp_path):
    (path,) = files_of(PROFILE, ".xlsx", tmp_path)
    book = openpyxl.load_workbook(path)
    means = {(row[0], row[1]): row[4] for row in book["codes"].iter_rows(values_only=True)}
    assert means["strikes", "killed_min"].startswith("held back in this release")
    assert means["claims", "title"].startswith("held back in this release")
    assert not means["strikes", "place_text"].startswith("held back")
    written = files_of(PROFILE, ".csv", tmp_path)
    (metadata,) = [path for path in written if path.name.endswith("-metadata.json")]
    tables = json.loads(metadata.read_text(encoding="utf-8"))["tables"]
    told = {one["name"]: one["dc:description"] for one in tables[0]["tableSchema"]["columns"]}
    assert told["killed_min"].startswith("held back in this release")
    assert told["place_text"] == "place as reported, never edited"


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (PROFILE, "Killed: held back; injured: held back"),
        (
            '[columns]\nclaims = ["claimant"]',
            "Killed: 9; injured: not reported; killed or injured together: 20",
        ),
    ],
)
def test_timemap_says_what_is_held_of_tolls_and_every_toll_that_is_not(profile, said, tmp_path):
    events = json.loads(files_of(profile, ".timemap.json", tmp_path)[0].read_text("utf-8"))
    assert said in events[0]["description"]
    assert ("not reported" in events[1]["description"]) == (profile != PROFILE)
