"""A workspace in PostgreSQL: several people write it, nobody over another; a cut is no loss."""

from __future__ import annotations

import threading

import pandas as pd
import pytest
from cluster import Cluster
from sqlalchemy import text

from gazetteer import load_gazetteer
from gazetteer.decisions.decision import Decision
from geo.errors import StaleError, WorkspaceError
from geo.land.boundaries import load_boundaries
from geo.placing.locate import locate
from geo.reading.read import read_strikes
from geo.workspace.editing.desk import Desk
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.homes.databases import EDITOR, READER, make_roles
from geo.workspace.store import Workspace

PLACES = [("Suran", None), ("SURAN", None), ("Zyxfold", "Hama"), ("Talbiseh", "Homs")]
SURAN = Decision("Suran", "", "place", "gn:163915", reason="the video says")
NOWHERE = Decision("Suran", "", "no place")


@pytest.fixture(scope="module")
def land():
    return load_gazetteer("sy"), load_boundaries("sy")


@pytest.fixture(scope="module")
def located(land):
    rows = [
        {"date": f"2016-09-0{at + 1}", "place": p, "governorate": g, "source": "SOHR", "killed": 3}
        for at, (p, g) in enumerate(PLACES)
    ]
    return locate(read_strikes(pd.DataFrame(rows)), land[0], boundaries=land[1])


@pytest.fixture
def database(cluster: Cluster) -> str:
    return cluster.make_database()


@pytest.fixture
def address(cluster: Cluster, database: str, located) -> str:
    named = cluster.address(database)
    make_workspace(named, located.strikes, located.claims, located="sy sy 1 0")
    return named


def cut(cluster: Cluster, database: str) -> None:
    others = f"FROM pg_stat_activity WHERE datname = '{database}' AND pid <> pg_backend_pid()"
    cluster.ask(f"SELECT pg_terminate_backend(pid) {others}", database)


def test_what_is_put_in_comes_out(address, located):
    with Workspace(address) as opened:
        strikes, claims = opened.read_strikes(), opened.read_claims()
        assert (opened.located, opened.shared, opened.writable) == ("sy sy 1 0", True, True)
    put_in = located.strikes.drop(columns="added")
    pd.testing.assert_frame_equal(strikes.drop(columns="added"), put_in)
    pd.testing.assert_frame_equal(claims, located.claims)
    assert check_workspace(address) == []


def test_nothing_is_written_over_and_no_workspace_is_told(cluster, address, located):
    with pytest.raises(WorkspaceError, match="holds a workspace already"):
        make_workspace(address, located.strikes, located.claims)
    with pytest.raises(WorkspaceError, match="holds no workspace; make one"):
        Workspace(cluster.address(cluster.make_database()))


def test_the_password_is_never_told(cluster):
    with pytest.raises(WorkspaceError) as told:
        Workspace(cluster.address("nowhere", password="s3cret"))
    assert "nowhere" in str(told.value)
    assert "s3cret" not in str(told.value)
    assert "cut" not in str(told.value), "it was reached: nothing is gained by asking again"


def test_each_undoes_what_is_their_own(address, land):
    with Workspace(address, who="A") as one, Workspace(address, who="B") as other:
        assert one.decide(SURAN, *land) == 2
        other.decide(Decision("Zyxfold", "Hama", "no place"), *land)
        assert one.undo().what == "Suran"
        assert one.undo() is None
        assert [each.name for each in other.list_decisions()] == ["Zyxfold"]
        assert one.redo().what == "Suran"
        assert {each.who for each in other.list_decisions()} == {"A", "B"}


def test_a_stale_write_is_refused_with_both_values(address, land):
    with Workspace(address, who="A") as one, Workspace(address, who="B") as other:
        assert (one.list_decisions(), other.list_decisions()) == ([], [])
        one.decide(SURAN, *land)
        with pytest.raises(StaleError, match=r"verdict 'place', yours 'no place'.*written by A at"):
            other.decide(NOWHERE, *land)
        (kept,) = other.list_decisions()
        assert kept.verdict == "place"
        other.decide(NOWHERE, *land)  # having seen it
        with pytest.raises(StaleError, match="by now, not"):
            one.undo()
        strike_id = one.read_strikes().index[0]
        seen = Desk(other).read(strike_id)
        Desk(one).correct(strike_id, {"kind": "drone"})
        with pytest.raises(StaleError, match=r"kind is 'drone' by now, not 'other'.*yours 'ied'"):
            Desk(other).correct(seen, {"kind": "ied"})


def test_single_strikes_are_mended_and_mended_back(address):
    with Workspace(address, who="A") as opened:
        before = opened.read_strikes(), opened.read_claims()
        one, two, three = opened.read_strikes().index[:3]
        desk = Desk(opened)
        desk.correct(one, {"date_start": "2016-08-01", "date_end": "2016-08-31",
                           "date_precision": "month", "killed_max": None})  # fmt: skip
        desk.join([one, two], {})
        desk.delete(three)
        assert len(opened.read_strikes()) == 2
        while opened.undo():
            pass
        pd.testing.assert_frame_equal(opened.read_strikes(), before[0])
        pd.testing.assert_frame_equal(opened.read_claims(), before[1])


def test_what_others_write_is_followed(address, land):
    with Workspace(address, who="A") as one, Workspace(address, who="B", writing=False) as other:
        assert other.changed_since(0) is None
        one.decide(SURAN, *land)
        changed = other.changed_since(0)
        assert (changed.seq, len(changed.strikes)) == (1, 2)
        assert other.changed_since(1) is None


def test_a_reader_reads_and_an_editor_writes(cluster, database, address, land):
    make_roles(address)
    make_roles(address)
    names = {}
    for role in (READER, EDITOR):
        names[role] = cluster.make_role(f"{database}_{role}")
        cluster.ask(f'GRANT {role} TO "{names[role]}"')
    with Workspace(cluster.address(database, role=names[READER])) as opened:
        assert len(opened.read_strikes()) == 4
        with pytest.raises(WorkspaceError, match=f"ask its administrator for the role {EDITOR}"):
            opened.decide(SURAN, *land)
    with Workspace(cluster.address(database, role=names[EDITOR]), who="E") as opened:
        assert opened.decide(SURAN, *land) == 2
        assert opened.undo() is not None
        with pytest.raises(WorkspaceError, match="permission denied for table log"):
            opened._home.write(lambda at: at.execute(text("DELETE FROM log")))
        assert len(opened.list_log()) == 2


def test_a_cut_connection_is_had_again_and_nothing_is_done_twice(cluster, database, address, land):
    with Workspace(address, who="A") as opened:
        opened.list_log()
        cut(cluster, database)
        assert opened.decide(SURAN, *land) == 2
        cut(cluster, database)
        assert opened.undo() is not None
        assert [entry.action for entry in opened.list_log()] == ["undo", "decide"]


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_write_that_is_cut_in_its_midst_is_done_once(cluster, database, address, land, moment):
    """Cut after its work and before its commit, and when the commit was made and not yet told."""
    with Workspace(address, who="A") as opened:
        engine, cuts = opened._home.engine, [1]
        commit = engine.dialect.do_commit

        def cut_once(connection) -> None:
            if cuts:
                cuts.pop()
                if moment == "after":
                    commit(connection)
                cut(cluster, database)
                connection.dbapi_connection.execute("SELECT 1")
            commit(connection)

        opened.list_decisions()
        _ = opened._said
        engine.dialect.do_commit = cut_once
        try:
            opened.decide(SURAN, *land)
        finally:
            engine.dialect.do_commit = commit
        assert not cuts
        assert [entry.action for entry in opened.list_log()] == ["decide"]


def test_of_many_editors_at_once_no_word_is_lost(address, land):
    refused: list[str] = []

    def edit(number: int) -> None:
        with Workspace(address, who=f"E{number}") as opened:
            for step in range(5):
                opened.decide(Decision(f"name {number} {step}", "", "no place"), *land)
                try:
                    opened.decide(Decision("Suran", "", "no place", reason=f"{number}"), *land)
                except StaleError as error:
                    refused.append(str(error))

    editors = [threading.Thread(target=edit, args=(number,)) for number in range(4)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    with Workspace(address) as opened:
        log = opened.list_log()
        assert len(opened.list_decisions()) == 21
        assert [entry.what for entry in log].count("Suran") + len(refused) == 20
        assert len(log) + len(refused) == 40


@pytest.mark.usefixtures("address")
def test_points_and_parts_of_names_have_indexes(cluster, database):
    kinds = cluster.ask("SELECT tablename, indexdef FROM pg_indexes", database)
    assert "strikes_by_point ON public.strikes USING gist (geom)" in kinds
    assert "USING gin (place_text gin_trgm_ops)" in kinds
