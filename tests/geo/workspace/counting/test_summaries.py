"""Summaries are what the strikes say, whoever wrote them and in whatever way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from cluster import Cluster
from old_workspace import make_old_database
from random_strikes import random_strikes
from sqlalchemy import BigInteger, text

from geo.strikes.totals import count_totals
from geo.workspace.counting.points import POINTS
from geo.workspace.counting.summaries import SUMMARIES
from geo.workspace.editing.desk import Desk
from geo.workspace.files import make_workspace
from geo.workspace.homes.databases import EDITOR, READER, make_engine, make_roles
from geo.workspace.store import Workspace
from geo.workspace.tables import VERSION


@pytest.fixture
def database(cluster: Cluster) -> str:
    database = cluster.make_database()
    make_workspace(cluster.address(database), *random_strikes(3, 60))
    return database


def tell(cluster: Cluster, database: str, summary: str) -> list[str]:
    """Return the groups of a summary that count any strike, without their keys."""
    sums = [one.name for one in SUMMARIES.tables[summary].c if isinstance(one.type, BigInteger)]
    added = ", ".join(f"sum({one}) AS {one}" for one in sums if one != "seq")
    bare = f"{{{', '.join(('seq', 'key', *sums))}}}"
    told = cluster.ask(f"SELECT to_jsonb(s) - '{bare}'::text[] AS of, {added} FROM {summary} AS s"
                       " GROUP BY of HAVING sum(rows) <> 0", database)  # fmt: skip
    return sorted(told.splitlines())


def check(cluster: Cluster, database: str) -> None:
    """Hold what the summaries say against what they say when they are made anew."""
    kept = {name: tell(cluster, database, name) for name in SUMMARIES.tables}
    points = cluster.ask(f"SELECT * FROM {POINTS.name} ORDER BY fid", database)
    assert points
    cluster.ask("BEGIN; CREATE TEMP TABLE held ON COMMIT DROP AS TABLE strikes; TRUNCATE strikes;"
                " INSERT INTO strikes SELECT * FROM held; COMMIT", database)  # fmt: skip
    assert kept == {name: tell(cluster, database, name) for name in SUMMARIES.tables}
    assert points == cluster.ask(f"SELECT * FROM {POINTS.name} ORDER BY fid", database)
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


ALIKE = "actor = NULL, target = NULL, kind = 'drone', place_text = NULL, place_text_ar = NULL,"
ALIKE += " place_name = NULL, place_name_ar = NULL, date_start = NULL, date_end = NULL"


@pytest.mark.parametrize("view", ["READ COMMITTED", "REPEATABLE READ"])
def test_writers_of_other_strikes_neither_wait_nor_deadlock(cluster, database, view):
    """Two at once write strikes of the same groups, in the order that crosses the other's."""
    cluster.ask(f"UPDATE strikes SET {ALIKE}", database)
    engine = make_engine(cluster.address(database)).execution_options(isolation_level=view)
    both = Barrier(2, timeout=9)

    def write(fids: tuple[int, ...]) -> None:
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '2s'"))
            for fid in fids:
                both.wait()  # which nobody reaches who waits for the other
                change = f"UPDATE strikes SET kind = 'ied', killed_min = {fid} WHERE fid = {fid}"
                connection.execute(text(change))
            both.wait()

    with ThreadPoolExecutor(2) as people:
        assert list(people.map(write, ((1, 9, 2), (10, 3, 11)))) == [None, None]
    engine.dispose()
    check(cluster, database)


def test_a_group_is_of_few_rows_and_of_none_once_its_strikes_are_gone(cluster, database):
    cluster.ask("UPDATE strikes SET place_text = 'here' WHERE fid < 9", database)
    change = "UPDATE strikes SET place_text = 'p{0}', killed_min = {0} WHERE fid = 3"
    cluster.ask("; ".join(change.format(number) for number in range(12)), database)
    groups = "count(*), count(DISTINCT key), count(*) FILTER (WHERE rows = 0)"
    parts = [f"SELECT {groups} FROM {summary}" for summary in SUMMARIES.tables]
    for told in cluster.ask(" UNION ALL ".join(parts), database).splitlines():
        rows, keys, empty = told.split("|")
        assert (rows, empty) == (keys, "0")
    check(cluster, database)
