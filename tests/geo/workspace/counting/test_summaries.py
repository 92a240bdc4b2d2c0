"""Summaries are what the strikes say, whoever wrote them and in whatever way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from cluster import Cluster
from old_workspace import make_old_database
from random_strikes import random_strikes
from sqlalchemy import BigInteger, text

from geo.strikes.filters import Filters
from geo.strikes.totals import count_totals
from geo.workspace.counting import summaries
from geo.workspace.counting.points import POINTS
from geo.workspace.counting.summaries import SUMMARIES
from geo.workspace.editing.desk import Desk
from geo.workspace.files import find_miscounted, make_workspace, recount_database
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


def list_grants(cluster: Cluster, database: str, role: str) -> set[str]:
    of = f"grantee = '{role}' AND privilege_type = 'SELECT'"
    listed = f"SELECT table_name FROM information_schema.role_table_grants WHERE {of}"
    return set(cluster.ask(listed, database).splitlines())


@pytest.mark.parametrize("version", [7, 8])  # before the summaries of 8, and of 9
def test_what_another_program_writes_while_they_are_made_is_counted(cluster, monkeypatch, version):
    """Its rows come between the filling of the tables and their triggers, or wait."""
    database, (strikes, claims) = cluster.make_database(), random_strikes(4, 40)
    make_old_database(cluster.address(database), version, strikes, claims)
    add = ("INSERT INTO strikes (strike_id, kind, location_status, geom, uncertainty_km, "
           "date_start, date_end) SELECT 'x:' || n, 'airstrike', 'located', "
           "ST_SetSRID(ST_MakePoint(36.5, 35.5), 4326), 0.5, '2024-01-05', '2024-01-05' "
           "FROM generate_series(1, 5) n")  # fmt: skip
    waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted"
    order, added = summaries._word_triggers, []

    def write_meanwhile(*given):
        if not added:
            added.append(other.submit(cluster.ask, add, database))
        while not added[0].done() and cluster.ask(waiting, database) == "0":
            pass
        yield from order(*given)

    monkeypatch.setattr(summaries, "_word_triggers", write_meanwhile)
    with ThreadPoolExecutor(1) as other, Workspace(cluster.address(database)):
        added[0].result()
    assert cluster.ask("SELECT count(*) FROM strikes", database) == "45"
    assert find_miscounted(cluster.address(database)) == []
    check(cluster, database)


def test_who_claims_with_an_address_alone_are_by_is_found_without_reading_all_claims(cluster):
    database, (strikes, claims) = cluster.make_database(), random_strikes(4, 40)
    make_workspace(cluster.address(database), strikes, claims)
    asked = (
        "SELECT DISTINCT url FROM claims"
        " WHERE claimant IS NULL AND outlet IS NULL AND url IS NOT NULL LIMIT 9"
    )
    plan = cluster.ask(f"SET enable_seqscan = off; EXPLAIN {asked}", database)
    assert "claims_by_address_alone" in plan


def test_whoever_reads_strikes_reads_what_a_new_version_counts_them_by(cluster):
    database, (strikes, claims) = cluster.make_database(), random_strikes(4, 40)
    make_old_database(cluster.address(database), 7, strikes, claims)
    reader, other = cluster.make_role("reads Strikes"), cluster.make_role("reads_claims")
    cluster.ask(
        f'GRANT SELECT ON strikes TO "{reader}"; GRANT SELECT ON claims TO {other}', database
    )
    Workspace(cluster.address(database)).close()
    counting = {*SUMMARIES.tables, POINTS.name}
    assert list_grants(cluster, database, reader) == {"strikes", *counting}
    assert list_grants(cluster, database, other) == {"claims"}


@pytest.mark.parametrize("point", ["POINT EMPTY", "POINT (190 35.5)", "POINT (-200 -95)"])
def test_a_point_that_no_map_has_is_in_no_square(cluster, database, point):
    """Another program may write one; strikes, points and cells then count alike."""
    gone = cluster.ask("SELECT min(fid) FROM strikes WHERE location_status = 'located'", database)
    moved = f"ST_GeomFromText('{point}', 4326)"
    with Workspace(cluster.address(database), writing=False) as opened:
        asked = [Filters(), Filters(actors=("not reported",)), Filters(text="a")]
        before = [sum(one.rows for one in opened.counted.squares(of, 5)) for of in asked]
        name = cluster.ask(f"SELECT strike_id FROM strikes WHERE fid = {gone}", database)
        passing = [name in opened.counted.page(of, 99).strikes.index for of in asked]
        cluster.ask(f"UPDATE strikes SET geom = {moved} WHERE fid = {gone}", database)
        after = [number - was for number, was in zip(before, passing, strict=True)]
        for zoom in (5, 11):
            found = [opened.counted.squares(of, zoom) for of in asked]
            assert [sum(one.rows for one in squares) for squares in found] == after
            cells = opened.counted.cells(Filters(), zoom)
            assert sum(one.rows for one in cells) == after[0] > 9
    assert find_miscounted(cluster.address(database)) == []


def test_counts_that_do_not_agree_are_told_and_made_anew(cluster, database):
    address, whole = cluster.address(database), 60
    assert find_miscounted(address) == []
    cluster.ask("ALTER TABLE strikes DISABLE TRIGGER USER; DELETE FROM strikes WHERE fid < 9; "
                "ALTER TABLE strikes ENABLE TRIGGER USER", database)  # fmt: skip
    told = find_miscounted(address)
    left = int(cluster.ask("SELECT count(*) FROM strikes", database))
    assert f"strike_cells counts {whole} rows where {left} are there" in told
    assert any(one.startswith("strike_points counts") for one in told)
    with Workspace(address, writing=False) as opened:
        assert opened.counted.totals().rows == whole
    recount_database(address)
    assert find_miscounted(address) == []
    check(cluster, database)


ALIKE = "actor = NULL, target = NULL, kind = 'drone', place_text = NULL, place_text_ar = NULL,"
ALIKE += " place_name = NULL, place_name_ar = NULL, date_start = NULL, date_end = NULL"


@pytest.mark.parametrize("view", ["READ COMMITTED", "REPEATABLE READ"])
def test_writers_of_other_strikes_neither_wait_nor_deadlock(cluster, database, view):
    """Two at once write strikes of the same groups, in the order that crosses the other's."""
    cluster.ask(f"UPDATE strikes SET {ALIKE}", database)
    engine = make_engine(cluster.address(database)).execution_options(isolation_level=view)
    both = Barrier(2, timeout=60)

    def write(fids: tuple[int, ...]) -> None:
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL lock_timeout = '30s'"))
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
