"""The alias file: written and read back, merged, and refused with file, row and remedy."""

from __future__ import annotations

import pytest

from gazetteer import GazetteerError, load_gazetteer
from gazetteer.decisions.decision import Decision
from gazetteer.decisions.file import (
    holds_decisions,
    merge_decisions,
    read_decisions,
    write_decisions,
)

KINDS = [
    Decision("Suran", "Hama", "place", "gn:163915", 36.74, 35.29, 2.0, "video", "A", "2026-11-29"),
    Decision("=Farm, north", "", "point", "", 36.123456, 35.5, 1.5, 'said "so"', "Bé", ""),
    Decision("سنجار", "", "no place"),
    Decision("Ariha", "Idlib", "later", who="A"),
]


def write(folder, *rows, header="name,governorate,verdict,place_id,lon,lat,radius_km"):
    path = folder / "aliases.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def test_what_is_written_is_read_back(tmp_path):
    path = tmp_path / "aliases.csv"
    path.write_text(write_decisions(KINDS), encoding="utf-8")
    assert holds_decisions(path)
    assert sorted(read_decisions(path), key=str) == sorted(KINDS, key=str)
    assert write_decisions(reversed(read_decisions(path))) == path.read_text(encoding="utf-8")


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless():
    assert "'=Farm" in write_decisions(KINDS)


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_what_a_spreadsheet_saves_is_read(tmp_path, delimiter):
    path = tmp_path / "aliases.csv"
    table = (
        delimiter.join(["rows", "name", "verdict"]) + "\r\n" + delimiter.join(["3", "X", "Later"])
    )
    path.write_bytes(b"\xef\xbb\xbf" + table.encode())
    assert holds_decisions(path)
    assert read_decisions(path) == [Decision("X")]


def test_rows_without_a_verdict_are_still_to_be_decided(tmp_path):
    assert read_decisions(write(tmp_path, "Suran,,,,,,", ",,,,,,")) == []


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ("X,,perhaps,,,,", "row 2: verdict 'perhaps' is none of place, point, no place, later"),
        (",,later,,,,", "row 2: names nothing"),
        ("X,,place,,,,", "row 2: the verdict is place; give its place_id"),
        ("X,,point,,36,35,", "row 2: the verdict is point; give radius_km"),
        ("X,,point,,36,95,1", "row 2: lat '95' is no number from -90 to 90"),
        ("X,,point,,36,35,far", "row 2: radius_km 'far' is no number"),
        ("X,,point,,nan,35,1", "row 2: lon 'nan' is no number"),
    ],
)
def test_a_wrong_row_is_named_with_its_remedy(tmp_path, row, wrong):
    path = write(tmp_path, row)
    with pytest.raises(GazetteerError) as error:
        read_decisions(path)
    assert str(error.value).startswith(f"{path}: {wrong}")


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T09:30:00Z", "2024-01-31T09:30:00Z"),
        ("2024-01-31T01:30:00+03:00", "2024-01-30T22:30:00Z"),
        ("", ""),
    ],
)
def test_moments_are_in_utc_so_that_the_newest_is_the_last(tmp_path, said, when):
    path = write(tmp_path, f"X,no place,{said}", header="name,verdict,when")
    assert [one.when for one in read_decisions(path)] == [when]


@pytest.mark.parametrize("said", ["yesterday", "31/01/2024", "2024-13-01"])
def test_what_is_no_moment_would_be_newer_than_all_and_is_named(tmp_path, said):
    path = write(tmp_path, f"X,no place,{said}", header="name,verdict,when")
    with pytest.raises(GazetteerError, match=f"row 2: when '{said}' is no day such as 2024-01-31"):
        read_decisions(path)


def test_two_rows_that_decide_one_name_otherwise_are_named(tmp_path):
    path = write(tmp_path, "X,Hama,no place,,,,", "x,hama,place,gn:1,,,")
    with pytest.raises(GazetteerError, match="row 3 decides 'x' otherwise than row 2; keep one"):
        read_decisions(path)
    assert len(read_decisions(write(tmp_path, "X,,no place,,,,", "x,,no place,,,,"))) == 1


def test_a_merge_keeps_all_and_shows_what_is_decided_otherwise():
    mine = [KINDS[0], KINDS[2], Decision("Azaz"), Decision("Binnish", verdict="no place")]
    theirs = [
        Decision("Suran", "Hama", "no place", who="B"),
        Decision("سنجار", "", "no place", who="B"),
        Decision("Azaz", "", "place", "gn:172408"),
        Decision("Binnish"),
        KINDS[1],
    ]
    merged, conflicts = merge_decisions(mine, theirs)
    assert {one.name: one.verdict for one in merged} == {
        "سنجار": "no place", "Azaz": "place", "Binnish": "no place", "=Farm, north": "point",
    }  # fmt: skip
    assert [(one.mine.who, one.theirs.who) for one in conflicts] == [("A", "B")]
    assert "gn:163915" in str(conflicts[0])
    assert "no place" in str(conflicts[0])


def test_a_gazetteer_takes_alias_files_beside_tables(tmp_path):
    path = write(tmp_path, "Suran,,place,gn:163915,,,")
    loaded = load_gazetteer("sy", extra=[path])
    assert loaded.match("Suran").method == "reviewed"
    assert not loaded.lists_whole_country
    other = tmp_path / "other.csv"
    other.write_text("name,verdict\nSuran,no place\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match="merge them with `strikemap gazetteer merge`"):
        load_gazetteer("sy", extra=[path, other])


def test_a_table_of_places_is_no_table_of_decisions(tmp_path):
    assert not holds_decisions(write(tmp_path, header="name,lon,lat"))
    assert not holds_decisions(tmp_path / "missing.csv")
