"""`strikemap export` of a team's database: what passes, written in parts as if in one."""

from __future__ import annotations

import pandas as pd
import pytest
from cluster import Cluster
from command import Command
from random_strikes import random_strikes

from geo.export.formats.csv import claims_to_csv, to_csv
from geo.strikes.filters import Filters, claims_of, filter_strikes
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from geo.workspace.store import Workspace
from strikemap.cli import streaming
from strikemap.cli.options import LandOptions


@pytest.fixture(scope="module")
def address(cluster: Cluster) -> str:
    named = cluster.address(cluster.make_database(), password="s3cret")
    make_workspace(named, *random_strikes(12, 400), located="sy sy 1 0")
    return named


@pytest.mark.parametrize("query", ["", "kind=airstrike&from=2016-02-09", "q=nowhere at all"])
def test_parts_of_a_file_are_those_of_the_whole_table(address, query, tmp_path, monkeypatch):
    monkeypatch.setattr(streaming, "ROWS", 70)
    out = tmp_path / "strikes.csv"
    streaming.export_database(address, out, LandOptions(), query, None, bom=False)
    with Workspace(address, writing=False) as opened:
        strikes, claims = opened.read_strikes(), opened.read_claims()
    chosen = filter_strikes(strikes, Filters.from_query(query), claims)
    assert out.read_text("utf-8") == to_csv(chosen)
    written = (tmp_path / "claims.csv").read_text("utf-8").splitlines()
    wanted = claims_to_csv(claims_of(claims, chosen)).splitlines()
    assert (written[0], sorted(written)) == (wanted[0], sorted(wanted))


def test_the_line_counts_what_is_in_the_file_though_others_write(
    address, tmp_path, monkeypatch, capsys
):
    out, metadata = tmp_path / "strikes.csv", tmp_path / "strikes.csv-metadata.json"
    metadata.write_text("{}", encoding="utf-8")  # of an earlier export, of other rows
    changes, write_claims = [], streaming._write_claims

    def write_while_a_colleague_deletes(*given, **more):
        with Workspace(address) as opened:
            changes.append(Desk(opened).delete(opened.read_strikes().index[0]))
        yield from write_claims(*given, **more)

    monkeypatch.setattr(streaming, "_write_claims", write_while_a_colleague_deletes)
    streaming.export_database(address, out, LandOptions(), "", None, bom=False)
    with Workspace(address) as opened:
        left = opened.counted.totals().rows
        opened.undo()
    assert (len(changes), left) == (1, 399)
    assert len(pd.read_csv(out)) == 400
    said = capsys.readouterr()
    assert "400 of 400 strikes" in said.out + said.err
    assert not metadata.exists()


def test_a_database_is_written_to_csv_alone_and_names_no_password(run: Command, address: str):
    done = run("export", address, "--filter", "kind=drone", "--out", "strikes.csv")
    assert done.returncode == 0, done.stderr
    assert " of 400 strikes of postgresql" in done.last_line
    assert "s3cret" not in done.stdout + done.stderr
    refused = run("export", address, "--out", "strikes.kml")
    assert refused.returncode == 2
    assert "a database is written to a .csv" in " ".join(refused.stderr.split())
    refused = run("export", address, "--hxl", "--out", "strikes.csv")
    assert refused.returncode == 2
