"""Summaries are what the strikes say, whoever wrote them and in whatever way."""

from __future__ import annotations

import pytest
from cluster import Cluster
from old_workspace import make_old_database
from random_strikes import random_strikes

from geo.strikes.totals import count_totals
from geo.workspace.counting.summaries import SUMMARIES
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from geo.workspace.homes.databases import EDITOR, READER, make_roles
from geo.workspace.store import Workspace
from geo.workspace.tables import VERSION


@pytest.fixture
def database(cluster: Cluster) -> str:
    database = cluster.make_database()
    make_workspace(cluster.address(database), *random_strikes(3, 60))
    return database


def tell(cluster: Cluster, database: str, summary: str) -> list[str]:
    """Return the rows of a summary that count any strike, without their keys."""
    told = cluster.ask(f"SELECT to_jsonb(s) - 'key' FROM {summary} AS s WHERE rows <> 0", database)
    return sorted(told.splitlines())


def check(cluster: Cluster, database: str) -> None:
    """Hold what the summaries say against what they say when they are made anew."""
    kept = {name: tell(cluster, database, name) for name in SUMMARIES.tables}
    cluster.ask("BEGIN; CREATE TEMP TABLE held ON COMMIT DROP AS TABLE strikes; TRUNCATE strikes;"
                " INSERT INTO strikes SELECT * FROM held; COMMIT", database)  # fmt: skip
    assert kept == {name: tell(cluster, database, name) for name in SUMMARIES.tables}
    with Workspace(cluster.address(database), writing=False) as opened:
        assert opened.counted.totals() == count_totals(opened.read_strikes())


def test_edits_of_this_program_and_of_others_are_counted_at_once(cluster, database):
    with Workspace(cluster.address(database), who="Rana") as opened:
        before = opened.counted.totals()
        Desk(opened).correct("s3", {"kind": "ied", "actor": "Iran", "date_start": "2017-01-31"})
        Desk(opened).delete("s4")
        assert opened.counted.totals().rows == before.rows - 1
        opened.undo()
        assert opened.counted.totals().rows == before.rows
    cluster.ask("UPDATE strikes SET killed_min = 3, killed_max = 900 WHERE fid % 2 = 0", database)
    cluster.ask("UPDATE strikes SET place_text = 'Ḥamāh', adm1_code = NULL WHERE fid < 9", database)
    cluster.ask("DELETE FROM strikes WHERE fid BETWEEN 20 AND 25", database)
    check(cluster, database)


def test_a_database_of_the_version_before_gets_them(cluster):
    database, (strikes, claims) = cluster.make_database(), random_strikes(4, 40)
    make_old_database(cluster.address(database), VERSION - 1, strikes, claims)
    with Workspace(cluster.address(database)) as opened:
        assert opened.counted.totals() == count_totals(opened.read_strikes())
    check(cluster, database)


def test_who_edits_needs_no_right_to_write_them_and_who_reads_counts(cluster, database):
    make_roles(cluster.address(database))
    for role, right in (("counting_editor", EDITOR), ("counting_reader", READER)):
        cluster.ask(f'GRANT {right} TO "{cluster.make_role(role)}"')
        with Workspace(cluster.address(database, role=role), who=role) as opened:
            if right == EDITOR:
                Desk(opened).correct("s3", {"kind": "ied"})
            assert opened.counted.totals() == count_totals(opened.read_strikes())
    check(cluster, database)
