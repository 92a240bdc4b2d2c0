"""`strikemap geocode` of a folder: the answers of one table, whoever places its parts."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any
from unittest import mock

import pandas as pd
import pytest
from command import Command, Done
from disks import small_disk
from killing import die, die_once
from parts import make_rows, read_out, write_parts

from geo.batch import names, said
from geo.batch.dask_workers import DaskWorkers
from geo.batch.located.writing import write_part
from geo.batch.names import Names, load_spread, match_names
from geo.batch.run import Batch
from geo.batch.work import write
from geo.batch.workers import Here, Lost, Processes
from geo.errors import BatchError

SIZES = (40, 120, 90, 100, 30)
OUT = ("0.csv", "sub/1.parquet", "2.csv", "sub/3.parquet", "4.csv")
ASK = ("--place", "town", "--governorate", "gov")


@pytest.fixture
def table(run: Command) -> Command:
    write_parts(run.folder, make_rows(sum(SIZES)), SIZES)
    return run


def place(run: Command, *more: object, given: str = "parts", out: str = "out") -> Done:
    return run("geocode", given, "--out", out, *ASK, *more)


def read_all(folder: Path) -> pd.DataFrame:
    return pd.concat([read_out(folder / name) for name in OUT], ignore_index=True)


@pytest.mark.parametrize("more", [(), ("--split-places",)])
def test_parts_are_answered_as_the_one_table_that_they_are(
    table: Command, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(said, "_FOLDED", 50)
    whole = place(table, *more, given="whole.csv", out="whole.out.csv")
    parts = place(table, *more, "--workers", 1)
    assert (whole.returncode, parts.returncode) == (0, 0), parts.stderr
    answers = read_out(table.folder / "whole.out.csv")
    pd.testing.assert_frame_equal(read_all(table.folder / "out"), answers)
    assert parts.last_line.startswith(f"out: 5 of 5 parts, {len(answers)} rows: ")
    assert whole.last_line.split(" rows: ")[1] in parts.last_line
    assert f"{len(answers.drop_duplicates(['town', 'gov']))} distinct names" in parts.last_line
    by_itself = place(table, *more, given="parts/0.csv", out="0.csv")
    assert by_itself.returncode == 0
    alone = read_out(table.folder / "0.csv")
    assert not alone.equals(answers.iloc[: len(alone)])  # the other parts count
    kept = pd.read_parquet(table.folder / "out/sub/1.parquet")
    assert (kept["id"].dtype, kept["lon"].dtype) == ("int32", "float64")
    assert "lon_in" in kept


def test_what_is_done_stays_done_and_a_bad_part_is_told_and_mended(table: Command) -> None:
    parts, out = table.folder / "parts", table.folder / "out"
    whole = (parts / "2.csv").read_bytes()
    parquet = (parts / "sub/3.parquet").read_bytes()
    (parts / "2.csv").write_bytes(whole.replace(b"town", b"city", 1))
    (parts / "sub/3.parquet").write_bytes(parquet[:-20])
    (parts / "notes.txt").write_text("town")
    done = place(table, "--workers", 1)
    assert done.returncode == 1
    assert "1 file of other endings, such as notes.txt, passed over" in done.stderr
    assert f"{parts / '2.csv'}: there is no column 'town'; it has id, city" in done.stderr
    assert f"{parts / 'sub/3.parquet'}: not readable as Parquet" in done.stderr
    assert done.last_line.startswith("out: 3 of 5 parts, 190 rows: ")
    assert not (out / "2.csv").exists()
    (parts / "2.csv").write_bytes(whole)
    (parts / "sub/3.parquet").write_bytes(parquet)
    assert place(table, "--workers", 1).returncode == 0
    place(table, given="whole.csv", out="whole.out.csv")
    answers = read_out(table.folder / "whole.out.csv")
    pd.testing.assert_frame_equal(read_all(out), answers)
    before = {name: (out / name).stat().st_mtime_ns for name in OUT}
    (out / "4.csv").write_text("cut short")
    again = place(table, "--workers", 1)
    assert "5 of 5 parts (4 as an earlier run wrote them)" in again.last_line
    assert {name for name in OUT if (out / name).stat().st_mtime_ns != before[name]} == {"4.csv"}
    pd.testing.assert_frame_equal(read_all(out), answers)


def test_rows_that_cannot_be_lined_up_and_columns_of_countries_are_those_of_their_part(
    run: Command,
) -> None:
    (run.folder / "parts").mkdir()
    run.write("parts/a.csv", "town,country\nTalbisah,Syria\nMosul,Iraq\none,cell,more\n,\n")
    run.write("parts/b.csv", "town,country\nRastan,\nDouma,\n")
    run.write("parts/c.csv", "town\nAriha\n")
    done = run("geocode", "parts/*.csv", "--out", "out", "--place", "town", "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert "the country of each row is read from the column 'country'" in done.stderr
    assert "1 row refused, listed with reasons part by part in out/_rejected" in done.stderr
    rows = read_out(run.folder / "out/a.csv")
    assert rows["match_reason"].iloc[-1] == "the row is empty"
    assert read_out(run.folder / "out/_rejected/a.csv.rejected.csv")["row"].tolist() == ["4"]
    run.write("parts/c.csv", "town,Country name\nAriha,Syria\n")
    done = run("geocode", "parts", "--out", "out", "--place", "town", "--workers", 1)
    assert "'country' in a.csv, 'Country name' in c.csv" in done.last_line
    assert "--country-column" in done.last_line


def test_a_full_disk_is_told_for_each_part_and_gone_on_from(
    table: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(table.folder / "disk") as disk:
        write_all = Batch.write

        def fill(batch: Batch, *files: Path) -> None:
            disk.fill()
            write_all(batch, *files)

        with monkeypatch.context() as patch:
            patch.setattr(Batch, "write", fill)
            done = place(table, "--workers", 1, out="disk/out")
        assert done.returncode == 1
        assert "0.csv: cannot be written (No space left on device)" in done.stderr
        assert "0 of 5 parts" in done.last_line
        disk.free()
        assert place(table, "--workers", 1, out="disk/out").returncode == 0
        place(table, given="whole.csv", out="whole.out.csv")
        answers = read_out(table.folder / "whole.out.csv")
        pd.testing.assert_frame_equal(read_all(table.folder / "disk/out"), answers)


def test_processes_do_again_what_a_killed_one_held_and_give_up_what_kills(tmp_path: Path) -> None:
    flags = [tmp_path / name for name in ("calm", "one", "two")]
    with Processes(2) as workers:
        assert dict(workers.spread(die_once, flags)) == {0: "calm", 1: "one", 2: "two"}
        found = dict(workers.spread(die, flags))
    assert found[0] == "calm"
    assert all(isinstance(found[at], Lost) for at in (1, 2))


def test_one_process_goes_on_after_what_it_cannot_do_as_several_do() -> None:
    found = dict(Here().spread(int, ["1", "one", "2"]))
    assert (found[0], found[2]) == (1, 2)
    assert found[1] == Lost(
        "could not be done (ValueError: invalid literal for int() with base 10: 'one')"
    )


def test_a_scheduler_that_goes_away_is_told() -> None:
    workers = object.__new__(DaskWorkers)
    workers.address, workers.count, workers._client = "tcp://10.0.0.5:8786", 2, mock.MagicMock()
    workers._dask = mock.Mock(**{"wait.side_effect": CancelledError})
    with pytest.raises(BatchError, match=r"tcp://10.0.0.5:8786: the scheduler is gone; .* is kept"):
        list(workers.spread(len, ["a"]))


def test_a_worker_with_other_places_answers_nothing() -> None:
    pack = load_spread(["sy"], [], Here())
    assert pack.match("Talbisah").method == "exact"
    with pytest.raises(BatchError, match=r"other places of sy \(\w+\) than they that ask \(0\)"):
        match_names(Names("sy", (), "0", b"", None))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("whole.csv", "--out", "o.csv", "--workers", "2"), "whole.csv is one table"),
        (("parts", "--out", "o.csv"), "must be a folder"),
        (("parts", "--out", "parts/o"), "lies in the folder that is read"),
        (("parts/**/*.csv", "--out", "parts/o"), "would be read as parts (o/0.csv is of **/*.csv)"),
        (("parts/**.csv", "--out", "out"), "is no pattern of names"),
        (("parts", "--out", "out", "--lon", "lon", "--lat", "lon"), "give it as one file"),
        (("parts", "--out", "out", "--sheet", "a"), "without sheets"),
        (("parts/*.xlsx", "--out", "out"), "no part is there; parts end in .csv or .parquet"),
        (("parts/[0-9].csv", "--out", "parts"), "would overwrite an input"),
        (("parts", "--out", ".", "--gazetteer", "0.csv"), "would overwrite an input"),
        (("parts", "--out", ".", "--boundaries", "0.csv"), "would overwrite an input"),
        (("parts", "--out", "out", "--scheduler", "tcp://127.0.0.1:1"), "'strikemap[dask]'"),
    ],
)
def test_what_cannot_be_is_refused_with_the_remedy(
    table: Command, words: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = table("geocode", *words, *ASK)
    assert done.returncode in (1, 2)
    assert said in " ".join(done.stderr.split())
    assert table.files() == ["parts", "whole.csv"]


@pytest.fixture
def cluster() -> Iterator[Any]:
    """Two workers of one core each, and their scheduler, on this machine alone."""
    try:
        from distributed import LocalCluster
    except ImportError:
        missing = "distributed is not installed here: run make test"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1",
        scheduler_kwargs={"dashboard": False},
    ) as found:  # fmt: skip
        yield found


def test_two_workers_of_dask_answer_as_one_process_though_one_is_killed(
    table: Command, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "TOGETHER", 25)
    monkeypatch.setattr(names, "FEW", 25)
    spread, killed, done_by = DaskWorkers.spread, [], []

    def kill_one(self: DaskWorkers, work: object, tasks: object) -> Iterator[tuple[int, object]]:
        for at, result in spread(self, work, tasks):
            done_by.append(work.__name__)
            if work is write and not killed:
                killed.append(cluster.workers[0].pid)
                os.kill(killed[0], signal.SIGKILL)
            yield at, result

    assert place(table, "--workers", 1, out="here").returncode == 0
    monkeypatch.setattr(DaskWorkers, "spread", kill_one)
    done = place(table, "--scheduler", cluster.scheduler_address, out="there")
    assert done.returncode == 0, done.stderr
    assert "5 of 5 parts, 380 rows" in done.last_line
    assert len(killed) == 1
    assert done_by.count("match_names") >= 4
    for name in OUT:
        assert (table.folder / "there" / name).read_bytes() == (
            table.folder / "here" / name
        ).read_bytes()
    _import_by_dask(table, cluster, monkeypatch)


def _import_by_dask(table: Command, cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have strikes in parts imported by the workers while one is killed, and by one process."""
    spread, killed = DaskWorkers.spread, []

    def kill_one(self: DaskWorkers, work: object, tasks: object) -> Iterator[tuple[int, object]]:
        for at, result in spread(self, work, tasks):
            if work is write_part and not killed:
                killed.append(next(w.pid for w in cluster.workers.values() if w.pid))
                os.kill(killed[0], signal.SIGKILL)
            yield at, result

    monkeypatch.setattr(DaskWorkers, "spread", kill_one)
    (table.folder / "days").mkdir()
    for part in range(3):
        towns = enumerate(["Talbisah", "Zahra", "Rastan"] * 20)
        rows = "".join(f"2015-05-{1 + n % 28:02d},{town},Outlet {n % 3}\n" for n, town in towns)
        table.write(f"days/{part}.csv", f"date,place,source\n{rows}")
    given = ("import", "days", "--country", "sy")
    assert table(*given, "--out", "alone", "--workers", 1).returncode == 0
    done = table(*given, "--out", "spread", "--scheduler", cluster.scheduler_address)
    assert done.returncode == 0, done.stderr
    assert "3 of 3 parts, 180 rows" in done.last_line
    assert len(killed) == 1
    for part in range(3):
        by_dask, alone = (table.folder / out / f"{part}.parquet" for out in ("spread", "alone"))
        assert by_dask.read_bytes() == alone.read_bytes()
