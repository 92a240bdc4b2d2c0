"""`strikemap import` of a folder: the strikes of one table, whoever reads and places its parts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
from command import Command
from disks import small_disk

from geo.batch.located.run import StrikeBatch

HEADER = "id,Date,Town,Province,lon,lat,Dead,Source\n"
# 05/04 may be two days in "a" and "c", and "b" shows which; the name "Zahra" is of several towns,
# and rows of one day and outlet in other parts say which; ids stand in two parts; a row is refused.
PARTS = {
    "a": "1,03/04/2015,Zahra,,,,3,Outlet A\n2,05/04/2015,Talbisah,Homs,,,,Outlet A\n"
         "3,05/04/2015,Zahra,,,,2,Outlet A\n",
    "b": "3,25/04/2015,Rastan,Homs,,,1,Outlet A\n1,05/04/2015,Ter Maalah,Homs,,,,Outlet A\n"
         "9,01/05/2015,Homs,,,,,Outlet A,more\n",
    "sub/c": "3,05/04/2015,Ghantu,,36.7,34.85,1,Outlet B\n,06/04/2015,Zahra,,,,1,Outlet B\n",
    "sub/d": ",06/04/2015,Zahra,,,,1,Outlet B\n,06/04/2015,Zahra,,,,1,Outlet B\n"
             "3-2,06/04/2015,Al-Qusayr,,,,1,Outlet B\n",
}  # fmt: skip
TOWNS = ("Rastan", "Talbisah", "Ter Maalah", "Al-Qusayr")


@pytest.fixture
def parts(run: Command) -> Command:
    (run.folder / "monitor/sub").mkdir(parents=True)
    for name, rows in PARTS.items():
        run.write(f"monitor/{name}.csv", HEADER + rows)
    last = run.folder / "monitor/sub/d.csv"
    pd.read_csv(last, dtype=str, keep_default_na=False).to_parquet(last.with_suffix(".parquet"))
    last.unlink()
    (run.folder / "one").mkdir()
    run.write("one/monitor.csv", HEADER + "".join(PARTS.values()))
    return run


def read_all(folder: Path, names: Sequence[str] = tuple(PARTS)) -> gpd.GeoDataFrame:
    read = [gpd.read_parquet(folder / f"{name}.parquet") for name in names]
    return pd.concat(read, ignore_index=True)


def assert_same(parts: gpd.GeoDataFrame, whole: gpd.GeoDataFrame) -> None:
    """Fail where a cell or a claim of the parts is not that of the one table."""
    assert list(parts) == list(whole)
    claims = [[pd.Series(one).dropna().to_dict() for row in table["claims"] for one in row]
              for table in (parts, whole)]  # fmt: skip
    assert claims[0] == claims[1]
    bare = [pd.DataFrame(table.drop(columns=["claims", "geometry", "bbox"], errors="ignore"))
            for table in (parts, whole)]  # fmt: skip
    pd.testing.assert_frame_equal(*bare, check_dtype=False)
    assert parts.geometry.to_wkb().equals(whole.geometry.to_wkb())


def test_strikes_in_parts_are_those_of_the_one_table_that_they_are(parts: Command) -> None:
    whole = parts("import", "one/monitor.csv", "--out", "whole.parquet")
    done = parts("locate", "monitor", "--out", "out", "--workers", 1)  # another name of import
    assert (whole.returncode, done.returncode) == (0, 0), done.stderr
    read = gpd.read_parquet(parts.folder / "whole.parquet")
    assert_same(read_all(parts.folder / "out"), read)
    assert read["strike_id"].is_unique
    assert "monitor:3-3" in set(read["strike_id"])
    assert len(read) == 10
    assert "out: 4 of 4 parts, 10 rows: " in done.last_line
    assert "; 10 claims" in done.last_line
    assert "1 row refused, listed with reasons part by part in out/_rejected" in done.stderr
    listed = pd.read_csv(parts.folder / "out/_rejected/b.csv.rejected.csv")
    assert listed["row"].tolist() == [4]
    again = parts("import", "out", "--out", "again", "--workers", 1)  # our own parts are read back
    assert again.returncode == 0, again.stderr
    assert_same(read_all(parts.folder / "again"), read)


def test_rows_that_are_left_out_are_numbered_with_the_others(run: Command) -> None:
    header, rows = "id,Date,Town,Province,Event type\n", {
        "a": "1,14/04/2015,Zahra,Homs,Protests\n1,14/04/2015,Talbisah,Homs,Airstrike\n",
        "b": "1,15/04/2015,Rastan,Homs,Protests\n2,15/04/2015,Rastan,Homs,Airstrike\n",
        "c": "1,16/04/2015,Zahra,Homs,Airstrike\n2,16/04/2015,Zahra,Homs,Airstrike\n"
             + "".join(f"{n},17/04/2015,Homs,Homs,Airstrike\n" for n in range(3, 20)),
    }  # fmt: skip
    for folder in ("monitor", "one"):
        (run.folder / folder).mkdir()
    for name, own in rows.items():
        run.write(f"monitor/{name}.csv", header + own)
    run.write("one/monitor.csv", header + "".join(rows.values()))
    only = ("--strikes-only", "--country", "SY")
    whole = run("import", "one/monitor.csv", "--out", "whole.parquet", *only)
    done = run("import", "monitor", "--out", "out", "--workers", 1, *only)
    assert (whole.returncode, done.returncode) == (0, 0), (whole.stderr, done.stderr)
    read = gpd.read_parquet(run.folder / "whole.parquet")
    named = ["monitor:1-2", "monitor:2", "monitor:1-4", "monitor:2-2"]
    assert read["strike_id"].tolist()[:4] == named
    assert_same(read_all(run.folder / "out", tuple(rows)), read)


def test_numbers_that_begin_anew_in_each_part_are_no_ids(run: Command) -> None:
    header, days = "id,Date,Town,Province\n", {
        day: "".join(f"{n},{day}/04/2015,{town},Homs\n" for n, town in enumerate(TOWNS))
        for day in ("13", "14", "15")
    }  # fmt: skip
    for folder in ("daily", "one"):
        (run.folder / folder).mkdir()
    for day, rows in days.items():
        run.write(f"daily/{day}.csv", header + rows)
    run.write("one/daily.csv", header + "".join(days.values()))
    whole = run("import", "one/daily.csv", "--out", "whole.parquet")
    done = run("import", "daily", "--out", "out", "--workers", 1)
    assert (whole.returncode, done.returncode) == (0, 0), (whole.stderr, done.stderr)
    read = gpd.read_parquet(run.folder / "whole.parquet")
    assert not read["strike_id"].str.contains("-").any()
    assert_same(read_all(run.folder / "out", tuple(days)), read)


def test_a_bad_part_is_told_the_others_are_done_and_a_run_is_gone_on_with(parts: Command) -> None:
    bad = parts.folder / "monitor/sub/d.parquet"
    content = bad.read_bytes()
    bad.write_bytes(content[:-20])
    parts.write("monitor/e.csv", "x,y\n1,2\n")
    done = parts("import", "monitor", "--out", "out", "--workers", 1)
    assert done.returncode == 1
    assert f"not done: {bad}: not readable as Parquet" in done.stderr
    assert "e.csv: a date column and a place column" in done.stderr
    assert "--column date=COLUMN" in done.stderr
    assert "out: 3 of 5 parts, 7 rows" in done.last_line
    assert not (parts.folder / "out/sub/d.parquet").exists()
    bad.write_bytes(content)
    (parts.folder / "monitor/e.csv").unlink()
    assert parts("import", "monitor", "--out", "out", "--workers", 1).returncode == 0
    parts("import", "one/monitor.csv", "--out", "whole.parquet")
    assert_same(read_all(parts.folder / "out"), gpd.read_parquet(parts.folder / "whole.parquet"))
    cut = parts.folder / "out/a.parquet"
    cut.write_bytes(cut.read_bytes()[:-1])
    again = parts("import", "monitor", "--out", "out", "--workers", 1)
    assert "4 of 4 parts (3 as an earlier run wrote them)" in again.last_line
    assert_same(read_all(parts.folder / "out"), gpd.read_parquet(parts.folder / "whole.parquet"))


def test_a_full_disk_is_told_for_each_part_and_gone_on_from(
    parts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(parts.folder / "disk") as disk:
        write_all = StrikeBatch.write

        def fill(batch: StrikeBatch, edition: str) -> None:
            disk.fill()
            write_all(batch, edition)

        with monkeypatch.context() as patch:
            patch.setattr(StrikeBatch, "write", fill)
            done = parts(
                "import", "monitor", "--out", "disk/out", "--workers", 1, "--country", "sy"
            )
        assert done.returncode == 1
        assert "a.parquet: cannot be written (No space left on device)" in done.stderr
        assert "0 of 4 parts" in done.last_line
        disk.free()
        assert (
            parts(
                "import", "monitor", "--out", "disk/out", "--workers", 1, "--country", "sy"
            ).returncode
            == 0
        )
        assert len(read_all(parts.folder / "disk/out")) == 10


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("one/monitor.csv", "--out", "o.parquet", "--workers", "2"), "is one table"),
        (("monitor", "--out", "o.parquet"), "must be a folder"),
        (("monitor", "--out", "out", "--claims", "one/monitor.csv"), "stand beside each"),
        (("monitor", "--out", "out", "--profile", "p.toml"), "weighed over a whole table"),
        (("monitor", "--out", "out", "--sheet", "a"), "without sheets"),
        (("twice", "--out", "out"), "a.parquet would be written of two parts"),
        (("both", "--out", "out"), "dates are written both ways (day first in a.csv, month first"),
        (("other", "--out", "out"), "parts are of several tables"),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy(
    parts: Command, words: tuple[str, ...], said: str
) -> None:
    for folder in ("twice", "both", "other"):
        (parts.folder / folder).mkdir()
        parts.write(f"{folder}/a.csv", HEADER + PARTS["b"])
    (parts.folder / "twice/a.parquet").write_bytes(b"")
    parts.write("both/b.csv", HEADER + "1,04/25/2015,Homs,,,,,\n")
    parts.write("other/b.csv", "data_id,event_date,event_type,sub_event_type,location,latitude,"
                "longitude,geo_precision,time_precision,fatalities,actor1,notes,source,country\n"
                "7,2015-05-01,Explosions/Remote violence,Air/drone strike,Homs,34.7,36.7,1,1,2,"
                "Actor,A strike,Outlet,Syria\n")  # fmt: skip
    done = parts("import", *words, "--country", "sy")
    assert done.returncode in (1, 2)
    assert said in " ".join(done.stderr.split())


def test_an_id_of_our_own_tables_in_two_parts_stops_the_run(parts: Command) -> None:
    parts("import", "one/monitor.csv", "--out", "own.csv")
    (parts.folder / "own").mkdir()
    for name in ("a", "b"):
        for ending in (".csv", ".claims.csv"):
            content = (parts.folder / f"own{ending}").read_bytes()
            (parts.folder / f"own/{name}{ending}").write_bytes(content)
    done = parts("import", "own", "--out", "out", "--workers", 1)
    assert done.returncode == 1
    assert "stands in a.csv and in b.csv" in done.stderr
    (parts.folder / "own/b.csv").unlink()
    (parts.folder / "own/b.claims.csv").unlink()
    assert "; 10 claims" in parts("import", "own", "--out", "out", "--workers", 1).last_line
    own = parts.folder / "own/a.csv"
    own.write_text("".join(own.read_text("utf-8").splitlines(True)[:-1]), "utf-8")
    told = parts("import", "own", "--out", "out", "--workers", 1)
    assert "; 9 claims" in told.last_line
    assert "1 claim refused, listed with reasons part by part in out/_rejected" in told.stderr
