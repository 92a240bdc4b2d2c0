"""Names in parts on two workers of Dask, of one core each: rows a second, memory, and the answers.

`python -m bench batch [ROWS] [--half] [--unsampled] [--kill] [--keep]`: ROWS made-up rows of
Syria's names (200,000; the aim is 20,000,000) in Parquet parts of 250,000 at most. Names are as
listed, or as other hands write them, half with their governorate: at most 120,000 distinct ones,
few of them in many rows; with `--half` half as many as rows. A sample of the rows is held against
one process that reads one file of every distinct name, but with `--unsampled`. `--kill` kills a
worker once half of the parts are written, and holds every part against a run without.
"""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from bench.files.reading import STRIKEMAP, Run, run
from bench.names.messy_spelling import misspell, write_arabic, write_latin
from bench.results import keep_results
from gazetteer import load_gazetteer
from gazetteer.spelling.names import is_arabic

ROWS, PART, FEWEST, NAMES, SAMPLE, WORKERS = 200_000, 250_000, 8, 120_000, 2_000, 2
HEAD = 50  # names that are about equally frequent, before their number of rows falls with rank
ASK = ("--place", "town", "--governorate", "province", "--country", "sy")


def make_names(number: int) -> pa.Table:
    """Return distinct names with governorates, as listed or as another hand writes them.

    In English and Arabic, half of them with their governorate. None is more likely than others.
    """
    chance = random.Random(18)
    places = [p for p in load_gazetteer("sy").places if p.lon is not None]
    listed = [(s, p.adm1_name or "") for p in places for s in (p.name, *p.spellings) if len(s) > 4]
    said: dict[tuple[str, str], None] = {}
    while len(said) < number:
        name, area = chance.choice(listed)
        again = write_arabic if is_arabic(name) else write_latin
        written = [name, again(name, chance), misspell(again(name, chance), chance)]
        said[chance.choices(written, (1, 2, 1))[0], chance.choice((area, ""))] = None
    return pa.table({"town": [n for n, _ in said], "province": [a for _, a in said]})


def draw_names(rows: int, names: int, *, half: bool) -> Iterator[NDArray[np.int64]]:
    """Yield which name each row says, a part at a time.

    A few are in thousands of rows, most in some (Zipf's law); half: every other row says one that
    no row before said.
    """
    generator = np.random.default_rng(19)
    most = min(PART, -(-rows // FEWEST))
    for at in range(0, rows, most):
        size = min(most, rows - at)
        if half:
            yield np.arange(at, at + size) // 2
        else:
            ranks = HEAD * ((names + HEAD) / HEAD) ** generator.random(size) - HEAD
            yield np.minimum(ranks.astype(np.int64), names - 1)


def write_parts(folder: Path, names: pa.Table, rows: int, *, half: bool = False) -> int:
    """Write rows in parts, and return how many parts."""
    folder.mkdir()
    at = 0
    for number, own in enumerate(draw_names(rows, len(names), half=half)):
        part = names.take(pa.array(own))
        numbers = pa.array(np.arange(at, at + len(own)))
        pq.write_table(part.add_column(0, "id", numbers), folder / f"{number:05}.parquet")
        at += len(own)
    return number + 1


def use_of_process() -> tuple[int, float, float]:
    """Return the number of this process, its processor seconds and its peak memory in MB."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return os.getpid(), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def check_sample(folder: Path) -> tuple[int, int]:
    """Return how many rows of a sample are answered as by one process, and how many they are."""
    generator = np.random.default_rng(20)
    paths = sorted((folder / "out").glob("*.parquet"))
    drawn = [paths[at] for at in sorted(generator.choice(len(paths), min(4, len(paths)), False))]
    rows = pd.concat([pd.read_parquet(path).sample(SAMPLE // len(drawn), random_state=1)
                      for path in drawn])  # fmt: skip
    said = pd.concat([pd.read_parquet(p, columns=["town", "province"]).drop_duplicates()
                      for p in paths]).drop_duplicates()  # fmt: skip
    said.to_csv(folder / "one.csv", index=False)
    run([*STRIKEMAP, "geocode", folder / "one.csv", "--out", folder / "one.out.csv", *ASK])
    alone = pd.read_csv(folder / "one.out.csv", dtype=str, keep_default_na=False,
                        encoding="utf-8-sig")  # fmt: skip
    columns = ["place_id", "location_status", "match_method", "match_reason", "adm1_code", "rivals"]
    both = rows.fillna(dict.fromkeys(columns, "")).merge(
        alone, on=["town", "province"], how="left", suffixes=("", "_alone")
    )
    same = np.all([both[name] == both[f"{name}_alone"] for name in columns], axis=0)
    near = (both["lon"] - pd.to_numeric(both["lon_alone"])).abs().fillna(0) < 1e-9
    return int((same & near).sum()), len(both)


def place_parts(client: Any, folder: Path, out: str, *, kill_at: int = 0) -> tuple[Run, float]:  # noqa: ANN401 of Dask
    """Place the parts, and return what the command took, and its workers' processor seconds.

    kill_at: parts that are written when a worker is killed; 0 for none.
    """
    before = {pid: use[0] for pid, use in _ask_workers(client).items()}
    command = [*STRIKEMAP, "geocode", folder / "parts", "--out", folder / out, *ASK,
               "--scheduler", client.scheduler.address]  # fmt: skip
    if kill_at:
        killer = Thread(target=_kill_at, args=(folder / out, kill_at, next(iter(before))))
        killer.start()
    done = run(command)
    print(done.said.strip().splitlines()[-1])
    used = sum(use[0] - before.get(pid, 0.0) for pid, use in _ask_workers(client).items())
    return done, used


def _ask_workers(client: Any) -> dict[int, tuple[float, float]]:  # noqa: ANN401 of Dask
    client.wait_for_workers(WORKERS)
    return {use[0]: use[1:] for use in client.run(use_of_process).values()}


def _kill_at(out: Path, parts: int, pid: int) -> None:
    while len(written := list(out.glob("*.parquet"))) < parts:
        time.sleep(0.05)
    os.kill(pid, signal.SIGKILL)
    print(f"one worker killed with {len(written)} parts written")


def hash_parts(out: Path) -> list[str]:
    """Return a hash of each part that is written."""
    return [sha256(path.read_bytes()).hexdigest() for path in sorted(out.glob("*.parquet"))]


def measure(client: Any, folder: Path, rows: int) -> dict[str, object]:  # noqa: ANN401 of Dask
    """Print and return what rows take and whether they are answered as by one process."""
    half = "--half" in sys.argv
    names = make_names(rows // 2 if half else min(NAMES, rows))
    parts = write_parts(folder / "parts", names, rows, half=half)
    size = sum(path.stat().st_size for path in (folder / "parts").iterdir()) / 1e6
    print(f"{rows:,} rows in {parts} parts, {size:,.0f} MB of Parquet", flush=True)
    done, seconds = place_parts(client, folder, "out")
    memory = max(peak for _, peak in _ask_workers(client).values())
    load = os.getloadavg()[0]
    print(f"{done.seconds:.1f} s by the clock, {rows / done.seconds:,.0f} rows a second; the "
          f"workers' processors {seconds:.1f} s, the command's {done.processor:.1f} s; memory "
          f"{memory:,.0f} MB in a worker, {done.memory:,.0f} MB in the command; load "
          f"{load:.1f}", flush=True)  # fmt: skip
    said = done.said.split(" distinct names")[0].split()[-1]
    figure = {"rows": rows, "half": half, "names": int(said.replace(",", "")),
              "seconds": round(done.seconds, 1), "processor_seconds": round(seconds, 1),
              "command_processor_seconds": round(done.processor, 1),
              "worker_mb": round(memory), "command_mb": round(done.memory)}  # fmt: skip
    if "--kill" in sys.argv:
        again, _ = place_parts(client, folder, "again", kill_at=parts // 2)
        equal = hash_parts(folder / "out") == hash_parts(folder / "again")
        print(f"with a worker killed, in {again.seconds:.1f} s: "
              f"{'the same parts, byte for byte' if equal else 'OTHER'}", flush=True)  # fmt: skip
        figure |= {"killed_seconds": round(again.seconds, 1), "killed_same": equal}
    if "--unsampled" in sys.argv:
        return figure
    same, of = check_sample(folder)
    print(f"{same:,} of {of:,} sampled rows answered as by one process")
    return figure | {"same": same, "sampled": of}


def main() -> None:
    """Print rows a second and memory, and whether the answers are those of one process."""
    from distributed import Client, LocalCluster

    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    with (
        tempfile.TemporaryDirectory() as home,
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, processes=True, host="127.0.0.1",
                     scheduler_kwargs={"dashboard": False}) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        figure = measure(client, Path(home), numbers[0] if numbers else ROWS)
    keep_results("batch", [figure], sizes=("rows", "half"))


if __name__ == "__main__":
    main()
