"""Names in parts on two workers of Dask, of one core each: rows a second, memory, and the answers.

`python -m bench batch [ROWS] [--kill] [--keep]`: ROWS made-up rows of Syria's names (200,000; the
aim is 20,000,000) in Parquet parts of 250,000 at most, with 60,000 distinct names as listed or
misspelt, half of them with their governorate. A sample of the rows is held against one process that
reads one file of every distinct name. `--kill` kills a worker once half of the parts are written,
and holds every part against a run without.
"""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from bench.files.reading import STRIKEMAP, run
from bench.results import keep_results
from gazetteer import load_gazetteer

ROWS, PART, FEWEST, NAMES, SAMPLE, WORKERS = 200_000, 250_000, 8, 60_000, 2_000, 2
ASK = ("--place", "town", "--governorate", "province", "--country", "sy")


def make_names() -> pa.Table:
    """Return distinct names with governorates, as listed or with a letter too many or too few."""
    random = np.random.default_rng(18)
    places = [p for p in load_gazetteer("sy").places if p.lon is not None]
    listed = [(s, p.adm1_name or "") for p in places for s in (p.name, *p.spellings) if len(s) > 4]
    said: dict[tuple[str, str], None] = {}
    while len(said) < NAMES:
        name, area = listed[random.integers(len(listed))]
        at = int(random.integers(1, len(name)))
        kind = random.integers(4)
        name = name[:at] + name[at + 1 :] if kind == 1 else name
        name = name[:at] + "aeiou"[at % 5] + name[at:] if kind == 2 else name
        said[name, area if random.random() < 0.5 else ""] = None
    return pa.table({"town": [n for n, _ in said], "province": [a for _, a in said]})


def write_parts(folder: Path, names: pa.Table, rows: int) -> int:
    """Write rows in parts, and return how many; some names are in many rows, most in few."""
    random = np.random.default_rng(19)
    folder.mkdir()
    most = min(PART, -(-rows // FEWEST))
    for number, at in enumerate(range(0, rows, most)):
        size = min(most, rows - at)
        chosen = (random.random(size) ** 2 * len(names)).astype(np.int64)
        part = names.take(pa.array(chosen))
        numbers = pa.array(np.arange(at, at + size))
        pq.write_table(part.add_column(0, "id", numbers), folder / f"{number:05}.parquet")
    return number + 1


def use_of_process() -> tuple[float, float]:
    """Return the processor seconds and the peak memory in MB of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def check_sample(folder: Path, names: pa.Table) -> tuple[int, int]:
    """Return how many rows of a sample are answered as by one process, and how many they are."""
    random = np.random.default_rng(20)
    paths = sorted((folder / "out").glob("*.parquet"))
    drawn = [paths[at] for at in sorted(random.choice(len(paths), min(4, len(paths)), False))]
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
    print(f"{len(said):,} distinct names, as many of {len(names):,} as the rows say")
    return int((same & near).sum()), len(both)


def _kill_at_half(process: subprocess.Popen[str], out: Path, parts: int, pid: int) -> None:
    while process.poll() is None:
        if 2 * len(list(out.glob("*.parquet"))) >= parts:
            os.kill(pid, signal.SIGKILL)
            print(f"one worker killed with {len(list(out.glob('*.parquet')))} parts written")
            return
        time.sleep(0.05)


def hash_parts(out: Path) -> Iterator[str]:
    """Yield a hash of each part that is written."""
    for path in sorted(out.glob("*.parquet")):
        yield sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Print rows a second and memory, and whether the answers are those of one process."""
    from distributed import Client, LocalCluster

    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    rows = numbers[0] if numbers else ROWS
    with (
        tempfile.TemporaryDirectory() as home,
        LocalCluster(n_workers=WORKERS, threads_per_worker=1, processes=True, host="127.0.0.1",
                     scheduler_kwargs={"dashboard": False}) as cluster,
        Client(cluster) as client,
    ):  # fmt: skip
        folder = Path(home)
        names = make_names()
        parts = write_parts(folder / "parts", names, rows)
        size = sum(path.stat().st_size for path in (folder / "parts").iterdir()) / 1e6
        print(f"{rows:,} rows in {parts} parts, {size:,.0f} MB of Parquet")
        command = [*STRIKEMAP, "geocode", folder / "parts", "--out", folder / "out", *ASK,
                   "--scheduler", cluster.scheduler_address]  # fmt: skip
        done = run(command)
        used = client.run(use_of_process).values()
        seconds, memory = sum(cpu for cpu, _ in used), max(peak for _, peak in used)
        print(done.said.strip().splitlines()[-1])
        print(f"{done.seconds:.1f} s by the clock, {rows / done.seconds:,.0f} rows a second; the "
              f"workers' processors {seconds:.1f} s; memory {memory:,.0f} MB in a worker, "
              f"{done.memory:,.0f} MB in the command; load {os.getloadavg()[0]:.1f}")  # fmt: skip
        same, of = check_sample(folder, names)
        print(f"{same:,} of {of:,} sampled rows answered as by one process")
        keep_results("batch", [{"rows": rows, "seconds": round(done.seconds, 1),
                                "processor_seconds": round(seconds, 1),
                                "worker_mb": round(memory), "command_mb": round(done.memory),
                                "same": same, "sampled": of}])  # fmt: skip
        if "--kill" in sys.argv:
            command[command.index(folder / "out")] = folder / "again"
            process = subprocess.Popen([str(word) for word in command], text=True)
            _kill_at_half(process, folder / "again", parts, cluster.workers[0].pid)
            process.wait()
            equal = [*hash_parts(folder / "out")] == [*hash_parts(folder / "again")]
            print(f"with a worker killed: {'the same parts, byte for byte' if equal else 'OTHER'}")


if __name__ == "__main__":
    main()
