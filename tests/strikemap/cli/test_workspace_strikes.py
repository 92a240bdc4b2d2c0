"""`strikemap workspace show`, `edit`, `add`, `remove`, `restore`, `split`, `join`: one strike."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from command import Command

from geo.export.formats.csv import to_csv
from geo.workspace.store import Workspace

TABLE = (
    "date,place,governorate,killed,source\n2016-09-01,Suran,,3,SOHR\n2016-09-02,Suran,,4,VDC\n"
    "2016-09-02,Talbiseh,Homs,5,SNHR\n"
)
RANA = ("--who", "Rana", "--reason", "the list")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a workspace that each test copies."""
    first = Command(tmp_path_factory.mktemp("made"))
    first.write("in.csv", TABLE)
    done = first("workspace", "make", "in.csv", "--out", "work.gpkg")
    assert done.returncode == 0, done.stderr
    return first.folder / "work.gpkg"


@pytest.fixture
def ids(run: Command, made: Path) -> list[str]:
    """Give a workspace, and the ids of its strikes."""
    shutil.copy(made, run.folder)
    return list(rows_of(run))


def rows_of(run: Command) -> dict[str, dict[str, str]]:
    """Return the strikes as a file has them, by id; one test sees that `export` writes them so."""
    with Workspace(run.folder / "work.gpkg", writing=False) as opened:
        return by_id(to_csv(opened.read_strikes()))


def by_id(text: str) -> dict[str, dict[str, str]]:
    return {row["strike_id"]: row for row in csv.DictReader(io.StringIO(text))}


def act(run: Command, verb: str, *said: str) -> str:
    """Do something in the workspace; return the last line."""
    done = run("workspace", verb, "work.gpkg", *said)
    assert done.returncode == 0, done.stderr
    return done.last_line


def test_strikes_are_listed_with_the_ids_that_other_verbs_take(
    run: Command, ids: list[str]
) -> None:
    done = run("workspace", "list", "work.gpkg")
    lines = [line.split("  ") for line in done.stdout.splitlines()]
    assert [line[0] for line in lines] == ids
    assert lines[2][1:] == ["2016-09-02", "Talbiseh", "Talbiseh (Homs)"]
    assert done.last_line == "work.gpkg: 3 strikes"
    found = run("workspace", "list", "work.gpkg", "--name", "صوران", "--most", "1")
    assert found.last_line == "work.gpkg: 0 strikes"  # no row is placed on Suran yet
    found = run("workspace", "list", "work.gpkg", "--name", "suran", "--most", "1")
    assert [line.split()[0] for line in found.stdout.splitlines()] == ids[:1]
    assert found.last_line == "work.gpkg: 2 strikes, the first 1 shown"
    outside = run("workspace", "edit", "work.gpkg", ids[0], "--point", "36,35", "--radius", "2")
    assert "note: 36,35 lies outside Syria; LAT comes first: 35,36 lies in it" in outside.stderr
    run("workspace", "undo", "work.gpkg")


def test_a_correction_is_exported_with_what_was_read(run: Command, ids: list[str]) -> None:
    line = act(run, "edit", ids[0], "--set", "killed=7-9", "--set", "kind=drone", *RANA)
    assert line == f"work.gpkg: correct {ids[0]}: kind, killed_min, killed_max"
    row = rows_of(run)[ids[0]]
    assert (row["kind"], row["killed_min"], row["killed_max"]) == ("drone", "7", "9")
    assert row["corrected"] == "kind other, killed_min 3, killed_max 3"
    assert run("export", "work.gpkg", "--out", "out.csv").returncode == 0
    assert by_id((run.folder / "out.csv").read_text(encoding="utf-8-sig")) == rows_of(run)
    shown = run("workspace", "show", "work.gpkg", ids[0]).stdout
    assert "killed: 7-9 (as read: 3)" in shown
    assert "by Rana: correct: kind from other to drone; " in shown
    act(run, "edit", ids[0], "--take-back", "kind")
    assert rows_of(run)[ids[0]]["corrected"] == "killed_min 3, killed_max 3"


def test_a_strike_is_moved_to_a_point_and_to_a_place(run: Command, ids: list[str]) -> None:
    line = act(run, "edit", ids[0], "--point", "35.29,36.75", "--radius", "2")
    assert line.endswith("from not located to 35.29000 36.75000 (Hama)")
    assert rows_of(run)[ids[0]]["match_method"] == "reviewed"
    assert rows_of(run)[ids[1]]["match_method"] == "ambiguous"
    act(run, "edit", ids[0], "--place", "gn:163779")
    assert rows_of(run)[ids[0]]["place_id"] == "gn:163779"
    assert rows_of(run)[ids[0]]["corrected"] == "place not located"


def test_sources_are_added_mended_and_taken_out(run: Command, ids: list[str]) -> None:
    fields = "claimant=VDC; url=https://example.org/a;b=c; killed=4"
    assert f"add source {ids[0]}" in act(run, "edit", ids[0], "--add-source", fields)
    act(run, "edit", ids[0], "--mend-source", "2", "--set", "title=A raid")
    shown = run("workspace", "show", "work.gpkg", ids[0]).stdout
    assert "VDC, A raid, https://example.org/a;b=c" in shown
    act(run, "edit", ids[0], "--remove-source", "1")
    assert rows_of(run)[ids[0]]["source_count"] == "1"


def test_split_join_remove_and_restore(run: Command, ids: list[str]) -> None:
    first, second, third = ids
    line = act(run, "join", first, second, *RANA)
    assert line == f"work.gpkg: join {second} into {first}"
    assert (rows_of(run)[first]["killed_min"], rows_of(run)[first]["killed_max"]) == ("3", "4")
    act(run, "split", first, "--part", "1; killed=3", "--part", "2; killed=4")
    assert rows_of(run)[f"{first}.2"]["killed_min"] == "4"
    act(run, "remove", third)
    assert third not in rows_of(run)
    act(run, "restore", third)
    assert rows_of(run)[third]["killed_min"] == "5"
    for _ in range(4):
        act(run, "undo")
    assert list(rows_of(run)) == ids


def test_a_strike_is_added_with_its_source(run: Command, ids: list[str]) -> None:
    said = ("--name", "Talbiseh", "--governorate", "Homs", "--set", "date=2016-09-05")
    act(run, "add", *said, "--source", "claimant=SOHR; url=https://example.org/x")
    (added,) = set(rows_of(run)) - set(ids)
    row = rows_of(run)[added]
    assert (row["place_id"], row["source_count"]) == ("gn:163779", "1")
    assert row["corrected"] == "added by hand"
    refused = run("workspace", "add", "work.gpkg", *said)
    assert refused.returncode == 2
    assert "or --no-source" in refused.stderr
    act(run, "add", *said, "--no-source")


REFUSED = {
    "a toll from high to low": (
        ("edit", "ID", "--set", "killed_max=1"), "killed_min 3, killed_max 1"),
    "no field": (("edit", "ID", "--set", "killed"), "'killed' is no FIELD=VALUE"),
    "nothing at all": (("edit", "ID"), "say one of --set"),
    "no point": (("edit", "ID", "--point", "north"), "'north' is no LAT,LON"),
    "no radius": (("edit", "ID", "--point", "35,36"), "say within how many km"),
    "no strike": (("remove", "nope"), "nope: no strike has this id"),
    "no source": (("split", "ID", "--part", "9", "--part", "1"), "'9' is no source of"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_done_is_refused(run: Command, ids: list[str], case: str) -> None:
    (verb, *said), message = REFUSED[case]
    done = run("workspace", verb, "work.gpkg", *(ids[0] if one == "ID" else one for one in said))
    assert done.returncode != 0
    assert message in " ".join(done.stderr.split())
