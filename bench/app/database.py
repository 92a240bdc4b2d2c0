"""A team's database of more strikes than memory holds: totals, groups and cells counted in it.

`python -m bench database [ROWS]`: 5,000,000 made-up strikes with a claim each, 500,000 with
--quick, in PostgreSQL of the tests in a temporary folder (or `--address=postgresql://...`, an
empty database, or with --filled one that an earlier run filled). Where --memory asks for it, what
the same takes of all strikes in geopandas stands beside each filter's seconds, with the memory that
holds them. First: over a new connection, of a server started anew where it is that of the tests;
what the system keeps of its files is not dropped.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import text

from bench.results import keep_results
from geo.strikes.filters import Filters
from geo.strikes.schema import empty_claims, empty_strikes
from geo.strikes.totals import count_totals
from geo.workspace.counting.points import POINTS, fill_points
from geo.workspace.counting.summaries import SUMMARIES, fill_summaries
from geo.workspace.files import make_workspace
from geo.workspace.homes.databases import make_engine
from geo.workspace.store import Workspace

ROWS, QUICK, PART, TIMES = 5_000_000, 500_000, 100_000, 5
BOX = (36.0, 35.0, 38.0, 36.5)  # degrees: the north-west of Syria
NEAR = (36.0, 35.0, 36.8, 35.4)  # around Idlib
FILTERS = {
    "every strike": "",
    "the app's usual kinds": "kind=airstrike,drone,missile,shelling,other&only=strikes",
    "a governorate": "governorate=Idlib",
    "years, from and to within a month": "from=2015-09-30&to=2019-03-14",
    "a month": "from=2016-03-01&to=2016-03-31",
    "an actor, a governorate, a period": "actor=Actor 3&governorate=Aleppo&from=2016-02-10",
    "a week": "from=2016-03-07&to=2016-03-13",
    "within 20 km": "near=36.8,35.6,20",
    "a district": "district=SY0703",
    "a source": "source=Outlet 17",
    "text": "q=qarya 1234",
    "hours of the night": "hour=00,01,02,03",
    "Fridays of some years": "weekday=friday&from=2015-09-30&to=2019-03-14",
}
# Rows of the strikes table by their number n, of a monitor's table: 15 years, 14 governorates,
# 60 districts, 20,000 places, most days known, tolls in three of five rows.
STRIKES = """
INSERT INTO strikes (strike_id, geom, kind, not_strike, date_start, date_end, date_precision,
 time_local, place_text, governorate_text, place_id, place_name, match_method, match_score,
 precision, uncertainty_km, location_status, adm1_code, adm1_name, adm2_code, adm2_name, actor,
 event_status, target_kind, killed_min, killed_max, civilians_killed_min, civilians_killed_max,
 injured_min, injured_max, source_count, added)
SELECT 'b:' || n, CASE WHEN status = 'located' THEN ST_SetSRID(ST_MakePoint(
  35.9 + (place * 37 % 6000) / 1000.0 + (n % 89) / 9000.0,
  32.5 + (place * 53 % 4500) / 1000.0 + (n % 97) / 9700.0), 4326) END,
 kind, CASE WHEN n % 199 = 0 THEN 'Protests' END, day,
 day + CASE WHEN n % 11 = 0 THEN 13 ELSE 0 END,
 CASE WHEN day IS NULL THEN 'unknown' WHEN n % 11 = 0 THEN 'month' ELSE 'day' END,
 CASE WHEN n % 3 = 0 THEN lpad(CAST(n * 7 % 24 AS text), 2, '0') || '\\:30' END,
 'Qarya ' || place, areas[1 + district / 5], 'x:' || place, 'Qarya ' || place, 'exact', 0.9,
 CASE status WHEN 'located' THEN 'settlement' WHEN 'area_only' THEN 'district' ELSE 'unknown' END,
 CASE WHEN status = 'located' THEN 2.5 END, status,
 CASE WHEN status <> 'unlocated' THEN 'SY' || lpad(CAST(1 + district / 5 AS text), 2, '0') END,
 CASE WHEN status <> 'unlocated' THEN areas[1 + district / 5] END,
 CASE WHEN status <> 'unlocated' THEN 'SY' || lpad(CAST(1 + district / 5 AS text), 2, '0')
  || lpad(CAST(1 + district % 5 AS text), 2, '0') END,
 CASE WHEN status <> 'unlocated' THEN 'District ' || district END,
 CASE WHEN n % 6 > 0 THEN 'Actor ' || chance % 5 END, 'reported',
 CASE WHEN n % 4 = 0 THEN (ARRAY['residential', 'market', 'medical'])[1 + chance % 3] END,
 low, CASE WHEN n % 23 > 0 THEN low + n % 4 END, CASE WHEN n % 5 = 4 THEN chance % 9 END,
 CASE WHEN n % 5 = 4 THEN chance % 9 END, CASE WHEN n % 2 = 0 THEN chance % 40 END,
 CASE WHEN n % 2 = 0 THEN chance % 40 END, 1, DATE '2026-11-30'
FROM (SELECT n, chance, chance % 20000 AS place, chance % 20000 % 60 AS district,
  CASE WHEN n % 97 > 0 THEN DATE '2011-03-15' + chance / 7 % 5400 END AS day,
  (ARRAY['airstrike', 'airstrike', 'shelling', 'drone', 'ground', 'other'])[1 + n % 6] AS kind,
  CASE WHEN n % 41 = 0 THEN 'unlocated' WHEN n % 7 = 0 THEN 'area_only'
   ELSE 'located' END AS status,
  CASE WHEN n % 5 < 3 THEN chance / 11 % 12 END AS low,
  ARRAY['Damascus', 'Aleppo', 'Rural Damascus', 'Homs', 'Hama', 'Lattakia', 'Idlib', 'Al-Hasakeh',
   'Deir-ez-Zor', 'Tartous', 'Ar-Raqqa', 'Dar''a'] AS areas
 FROM (SELECT n, CAST(CAST(n AS int8) * 2654435761 % 1000000007 AS int) AS chance
  FROM generate_series(:first, :last) AS n) AS a
) AS b
"""
CLAIMS = """
INSERT INTO claims (claim_id, strike_id, outlet, title)
SELECT 'b:' || n || '/1', 'b:' || n, 'Outlet ' || n % 400 * 7919 % 400, 'Report ' || n % 5000
FROM generate_series(:first, :last) AS n
"""


INDEXES = """
SELECT indexname, indexdef FROM pg_indexes JOIN pg_class ON oid = CAST(indexname AS regclass)
 JOIN pg_index ON indexrelid = oid
WHERE tablename IN ('strikes', 'claims') AND schemaname = 'public' AND NOT indisprimary
"""


def fill(address: str, rows: int) -> float:
    """Make a workspace of so many strikes; return the seconds."""
    begin = time.perf_counter()
    make_workspace(address, empty_strikes(), empty_claims(), located="sy sy 1 0")
    engine = make_engine(address)
    with engine.begin() as connection:
        indexes = connection.execute(text(INDEXES)).all()
        for name, _ in indexes:
            connection.exec_driver_sql(f'DROP INDEX "{name}"')
        connection.execute(text("ALTER TABLE strikes DISABLE TRIGGER USER"))
        connection.execute(
            text(f"TRUNCATE {', '.join(SUMMARIES.tables)}, {POINTS.name}")  # empty as they are
        )
    for first in range(1, rows + 1, PART):
        part = {"first": first, "last": min(first + PART - 1, rows)}
        with engine.begin() as connection:
            connection.execute(text(STRIKES), part)
            connection.execute(text(CLAIMS), part)
    with engine.begin() as connection:
        for _, order in indexes:  # at once: row by row they take many times as long
            connection.exec_driver_sql(order)
        print(f"summaries made in {clock(lambda: fill_summaries(connection)):.1f} s", flush=True)
        print(f"points made in {clock(lambda: fill_points(connection)):.1f} s", flush=True)
        connection.execute(text("ALTER TABLE strikes ENABLE TRIGGER USER"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()
    return time.perf_counter() - begin


def clock(work: Callable[[], object]) -> float:
    """Return the seconds of a piece of work."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def measure(address: str, restart: Callable[[], None] | None) -> Iterator[dict[str, object]]:
    """Yield the figures of each filter: rows, seconds of totals cold and warm, and of the rest."""
    for name, query in FILTERS.items():
        filters = Filters.from_query(query)
        if restart:
            restart()
        with Workspace(address, writing=False) as opened:
            counted = opened.counted
            cold = clock(lambda: counted.totals(filters))  # noqa: B023 done at once
            warm = [clock(lambda: counted.totals(filters)) for _ in range(TIMES)]  # noqa: B023
            bars = clock(lambda: counted.groups(filters, "governorate"))  # noqa: B023
            cells = clock(lambda: counted.squares(filters, 9, BOX))  # noqa: B023
            near = clock(lambda: counted.squares(filters, 11, NEAR))  # noqa: B023
            listed = clock(lambda: counted.page(filters, 200))  # noqa: B023
            rows = counted.totals(filters).rows
        figures = {
            "filter": name, "rows": rows, "first": round(cold, 2),
            "totals": round(statistics.median(warm), 2), "governorates": round(bars, 2),
            "cells": round(cells, 2), "near": round(near, 2), "list": round(listed, 2),
        }  # fmt: skip
        print("  ".join(f"{key} {value}" for key, value in figures.items()), flush=True)
        yield figures


def read_whole(address: str) -> None:
    """Print, as JSON, what reading every strike takes, and each filter's totals in memory."""
    found: dict[str, float] = {}
    with Workspace(address, writing=False) as opened:
        begin = time.perf_counter()
        strikes = opened.read_strikes()
        found["reading strikes"] = time.perf_counter() - begin
        begin = time.perf_counter()
        claims = opened.read_claims()
        found["reading claims"] = time.perf_counter() - begin
    for name, query in FILTERS.items():
        filters = Filters.from_query(query)
        found[name] = clock(lambda: count_totals(strikes, filters, claims))  # noqa: B023
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"MB": round(peak), **{key: round(took, 2) for key, took in found.items()}}))


def main() -> None:
    """Print the figures, and keep them where --keep asks for it."""
    whole = next((word[8:] for word in sys.argv if word.startswith("--whole=")), "")
    if whole:
        read_whole(whole)
        return
    given = [int(word) for word in sys.argv if word.isdigit()]
    rows = given[0] if given else QUICK if "--quick" in sys.argv else ROWS
    address = next((word[10:] for word in sys.argv if word.startswith("--address=")), "")
    if address:
        run(address, rows, None, filled="--filled" in sys.argv)
        return
    sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "support"))
    from cluster import run_cluster

    with run_cluster(lasting=True) as cluster:
        database = cluster.make_database()

        def restart() -> None:
            cluster.kill()
            cluster.restart()

        run(cluster.address(database), rows, restart)


def run(
    address: str, rows: int, restart: Callable[[], None] | None, *, filled: bool = False
) -> None:
    """Fill a database, measure, and hold it against all of its strikes in memory."""
    if not filled:
        took = fill(address, rows)
        print(f"{rows:,} strikes and claims made in {took:.0f} s; load {os.getloadavg()[0]:.1f}")
    with make_engine(address).connect() as connection:
        size, sums = connection.execute(
            text("SELECT pg_database_size(current_database()) / 1048576, count(*) FROM strike_sums")
        ).one()
    print(f"{size:,} MB of database, {sums:,} rows of sums")
    figures = list(measure(address, restart))
    if "--memory" in sys.argv:
        command = [sys.executable, "-m", "bench", "database", f"--whole={address}"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        beside = json.loads(done.stdout.strip().splitlines()[-1])
        print(beside)
        figures = [{**one, "geopandas": beside[str(one["filter"])]} for one in figures]
        figures += [{"filter": f"geopandas: {key}", "figure": beside[key]}
                    for key in ("reading strikes", "reading claims", "MB")]  # fmt: skip
    keep_results("database", [{"strikes": rows, "MB": size, "sums": sums}, *figures])  # fmt: skip
