"""`strikemap totals`: a team's database counted in it, by filter, group and cell."""

from __future__ import annotations

import csv

import pytest
from cluster import Cluster
from command import Command

from geo.reading.read import read_seeds
from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals
from geo.workspace.counting.groups import Group
from geo.workspace.files import make_workspace
from strikemap.cli.workspace.totals import name_group


@pytest.fixture(scope="module")
def address(cluster: Cluster) -> str:
    named = cluster.address(cluster.make_database(), password="s3cret")
    reading = read_seeds()
    make_workspace(named, reading.strikes, reading.claims, located="sy sy 1 0")
    return named


def test_totals_are_said_each_as_so_many_of_so_many(run: Command, address: str):
    done = run("totals", address, "--filter", "governorate=idleb&to=2016-12-31")
    assert done.returncode == 0, done.stderr
    found = count_totals(read_seeds().strikes, Filters.from_query("governorate=SY07&to=2016-12-31"))
    first, second, third = done.stdout.splitlines()
    assert f": {found.rows} " in first
    assert "until 31 December 2016; Idlib: " in first
    assert f"{found.located} of {found.rows} located" in second
    assert f"of {found.rows} rows" in third
    assert "s3cret" not in done.stdout + done.stderr


def test_groups_of_one_name_are_told_apart():
    found = count_totals(read_seeds().strikes)
    groups = [Group(key, "Northern", found) for key in ("LB1", "SD1", "Northern")]
    assert [name_group(group, shared=True) for group in groups] == [
        "Northern (LB1)", "Northern (SD1)", "Northern (which is not told)",
    ]  # fmt: skip
    assert name_group(groups[0], shared=False) == "Northern"


def test_groups_and_cells_are_written_to_a_table(run: Command, address: str):
    for by, words in (("governorate", ()), ("cell", ("--zoom", "7", "--box", "35,32,43,38"))):
        done = run("totals", address, "--by", by, *words, "--out", f"{by}.csv")
        assert done.returncode == 0, done.stderr
    table = list(csv.DictReader((run.folder / "governorate.csv").open(encoding="utf-8")))
    assert sum(int(row["rows"]) for row in table) == 42
    assert {row["governorate"]: row["rows"] for row in table}["Idlib"] == "14"
    cells = list(csv.DictReader((run.folder / "cell.csv").open(encoding="utf-8")))
    assert sum(int(row["rows"]) for row in cells) == 29
    assert all(float(row["west"]) < float(row["east"]) for row in cells)


def test_a_table_of_no_rows_has_the_columns_of_one_with_rows(run: Command, address: str):
    for by in ("kind", "cell"):
        for words in ((), ("--filter", "to=1950-01-01")):
            assert run("totals", address, "--by", by, *words, "--out", "t.csv").returncode == 0
            head, *rows = (run.folder / "t.csv").read_text(encoding="utf-8").splitlines()
            assert bool(rows) != bool(words)
            assert head.startswith(f"{by},code,rows," if by == "kind" else "west,south,east,north,")


@pytest.mark.parametrize(("words", "said"), [
    (("--by", "weather"), "by=weather is unknown; use one of governorate, kind, actor"),
    (("--filter", "near_layer=Hospitals,5"), "a database does not measure from a layer"),
    (("--filter", "governorate=Idlub"), "Idlib"),
    (("--by", "cell", "--box", "1,2,3"), "west,south,east,north in degrees"),
    (("--by", "cell", "--zoom", "44"), "zoom 44 is none of a map"),
    (("--zoom", "6"), "--zoom: is of cells: add --by cell"),
    (("--by", "kind", "--box", "1,2,3,4"), "--box: is of cells: add --by cell"),
])  # fmt: skip
def test_what_cannot_be_counted_is_told_with_the_remedy(run: Command, address: str, words, said):
    done = run("totals", address, *words)
    assert done.returncode != 0
    assert said in " ".join(done.stderr.split())


def test_a_file_is_told_to_be_none(run: Command):
    done = run("totals", "work.gpkg")
    assert done.returncode == 1
    assert "work.gpkg" in done.stderr
