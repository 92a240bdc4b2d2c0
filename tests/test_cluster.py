"""The PostgreSQL that tests run for themselves."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cluster import PATIENCE_S, Cluster
from paths import ROOT

HELD = """
import sys
from cluster import run_cluster
with run_cluster() as cluster:
    print(cluster.folder, flush=True)
    sys.stdin.read()
"""


def test_a_database_measures_in_metres_and_finds_letters(cluster: Cluster) -> None:
    database = cluster.make_database()
    degree = "ST_Distance('POINT(36 35)'::geography, 'POINT(36 36)'::geography)::int"
    assert cluster.ask(f"SELECT {degree}", database) == "110950"
    assert float(cluster.ask("SELECT similarity('Saraqib', 'Saraqeb')", database)) > 0.3


def test_databases_are_apart(cluster: Cluster) -> None:
    one, other = cluster.make_database(), cluster.make_database(extensions=())
    cluster.ask("CREATE TABLE seen (at int)", one)
    assert cluster.ask("SELECT to_regclass('seen')", other) == ""


def test_a_role_signs_in_and_owns_nothing(cluster: Cluster) -> None:
    database, role = cluster.make_database(extensions=()), cluster.make_role("visitor")
    assert cluster.make_role("visitor") == role
    cluster.ask("CREATE TABLE seen (at int)", database)
    address = cluster.address(database, role=role, password="p@ss word")
    assert "p%40ss%20word" in address
    command = [cluster.programs / "psql", "-XAtq", "-d", address, "-c", "SELECT * FROM seen"]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert "permission denied for table seen" in refused.stderr


def test_what_the_server_refuses_fails_the_test(cluster: Cluster) -> None:
    with pytest.raises(pytest.fail.Exception, match="nowhere"):
        cluster.ask("SELECT * FROM nowhere")


def test_it_ends_with_who_began_it_even_when_killed(cluster: Cluster) -> None:
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "support")])
    holder = subprocess.Popen(
        [sys.executable, "-c", HELD], env={**os.environ, "PYTHONPATH": paths}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout
    folder = Path(holder.stdout.readline().strip())
    try:
        assert folder != cluster.folder
        server = os.pidfd_open(int((folder / "data" / "postmaster.pid").read_text().split()[0]))
        holder.kill()
        ended, _, _ = select.select([server], [], [], PATIENCE_S)
        os.close(server)
        assert ended
    finally:
        holder.wait()
        shutil.rmtree(folder)
