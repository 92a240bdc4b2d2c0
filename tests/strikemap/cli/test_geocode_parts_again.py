"""`strikemap geocode` of a folder, run again: what stays is what a fresh run would write."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest
from command import Command, Done
from parts import read_out

from geo.batch import work

LAND = ("--country", "sy")
TOWNS = "town,town2\nTalbisah,Talbisah\nRastan,Rastan\nTalbisah,Rastan\n"
REFUSED = "town,note\nTalbisah,\none,cell,more\n"


def place(run: Command, *more: object, place: str = "town", out: str = "out") -> Done:
    done = run("geocode", "parts", "--out", out, "--place", place, "--workers", 1, *LAND, *more)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(run: Command) -> Command:
    (run.folder / "parts").mkdir()
    return run


def written(folder: Path) -> dict[str, bytes]:
    """Return what whoever reads the output reads: all but the state."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if ".strikemap" not in path.parts
    }


@pytest.mark.parametrize("more", [(), ("--governorate", "town2")])
def test_other_columns_are_answered_anew(folder: Command, more: tuple[str, ...]) -> None:
    folder.write("parts/a.csv", TOWNS)
    assert place(folder).returncode == 0
    place(folder, *more, place="town2")
    place(folder, *more, place="town2", out="fresh")
    assert written(folder.folder / "out") == written(folder.folder / "fresh")
    if not more:
        assert list(read_out(folder.folder / "out/a.csv")["place_name"])[2] == "Rastan"


def test_a_list_of_refused_rows_takes_no_part_away(folder: Command) -> None:
    folder.write("parts/a.csv", REFUSED)
    folder.write("parts/a.rejected.csv", "town\nRastan\nDouma\nAriha\n")
    folder.write("parts/a.csv.rejected.csv", "town\nHoms\n")
    pd.DataFrame({"town": ["Douma"]}).to_parquet(folder.folder / "parts/a.parquet")
    done = place(folder)
    out = folder.folder / "out"
    assert "4 of 4 parts, 6 rows: 6 located" in done.last_line
    rows = {name: len(read_out(out / name)) for name in sorted(written(out))}
    assert rows == {"_rejected/a.csv.rejected.csv": 1, "a.csv": 1, "a.csv.rejected.csv": 1,
                    "a.parquet": 1, "a.rejected.csv": 3}  # fmt: skip
    listed = out / "_rejected/a.csv.rejected.csv"
    listed.write_text("")
    assert "(3 as an earlier run wrote them)" in place(folder).last_line
    assert len(read_out(listed)) == 1
    assert folder("geocode", "out", "--out", "o2", "--place", "town", *LAND).returncode == 0
    assert sorted(written(folder.folder / "o2")) == [n for n in rows if n[0] != "_"]
    folder.write("parts/a.csv", "town\nTalbisah\n")
    place(folder)
    assert not listed.exists()


@pytest.mark.parametrize(
    ("cut", "left"),
    [("said/*.json", 0), ("said/*.parquet", 30), ("done/*", 30), ("pairs-*", 0), ("*", 30)],
)
def test_what_is_kept_and_cut_is_made_anew(folder: Command, cut: str, left: int) -> None:
    folder.write("parts/a.csv", TOWNS)
    assert place(folder).returncode == 0
    out = folder.folder / "out"
    whole = written(out)
    for path in (out / ".strikemap").glob(cut):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:left])
    work._read_pairs.cache_clear()  # of this process; another has read nothing
    shutil.copy(folder.folder / "parts/a.csv", folder.folder / "parts/b.csv")
    done = place(folder)
    assert done.returncode == 0, done.stderr
    assert written(out) == whole | {"b.csv": whole["a.csv"]}


def test_files_of_parts_that_are_gone_or_not_done_are_told(folder: Command) -> None:
    folder.write("parts/a.csv", TOWNS)
    folder.write("parts/b.csv", TOWNS)
    folder.write("parts/c.csv", TOWNS)
    assert "earlier run" not in place(folder).stderr
    (folder.folder / "parts/b.csv").unlink()
    folder.write("parts/c.csv", "city\nHoms\n")
    done = place(folder)
    assert "1 of 2 parts" in done.last_line
    assert (
        "out: 2 files of an earlier run, of parts that are not done in this one: b.csv, c.csv"
        in (" ".join(done.stderr.split()))
    )
    assert (folder.folder / "out/b.csv").is_file()


def test_parts_without_a_row_are_done(folder: Command) -> None:
    folder.write("parts/a.csv", "town\n")
    pd.DataFrame({"town": pd.Series([], dtype="str")}).to_parquet(folder.folder / "parts/b.parquet")
    done = place(folder)
    assert done.returncode == 0, done.stderr
    assert "2 of 2 parts, 0 rows: 0 located" in done.last_line
    fresh = folder("geocode", "parts/a.csv", "--out", "one.csv", "--place", "town", *LAND)
    assert fresh.returncode == 0
    assert (folder.folder / "out/a.csv").read_bytes() == (folder.folder / "one.csv").read_bytes()
    assert "lon" in pq.read_schema(folder.folder / "out/b.parquet").names
