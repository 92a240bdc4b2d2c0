"""A team's database of an earlier version: brought up by its owner, with a copy of every table."""

from __future__ import annotations

import json
from dataclasses import asdict

import geopandas as gpd
import pandas as pd
import pytest
from cluster import Cluster
from old_workspace import make_old_database
from strike_rows import table

from gazetteer.decisions.decision import Decision
from geo.errors import WorkspaceError
from geo.strikes.schema import empty_claims
from geo.workspace.editing.desk import Desk
from geo.workspace.files import check_workspace, make_workspace
from geo.workspace.homes.databases import EDITOR, make_roles
from geo.workspace.homes.migrations.versions.version_3 import _turn
from geo.workspace.store import Workspace
from geo.workspace.tables import VERSION

SAID = Decision("Suran", "Hama", "no place", reason="the video", who="Rana", when="2026-01-01")
COLUMNS = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
    " WHERE table_schema = 'public' AND table_name <> 'alembic_version' ORDER BY 1, 2"
)
STANDS = "SELECT value FROM workspace WHERE key = 'version'"
LISTED = 3  # the version from which on the log holds rows of tables
INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"


def make_tables() -> tuple[gpd.GeoDataFrame, pd.DataFrame]:
    strikes = table({"place_text": "Suran", "killed_max": 3}, {"place_text": "Kafr"})
    return strikes, empty_claims()


def log_decision(cluster: Cluster, database: str) -> None:
    """Decide as its version did: until the third the log held states, not rows of tables."""
    row = {("decided" if name == "when" else name): cell for name, cell in asdict(SAID).items()}
    row["name_key"], row["governorate_key"] = SAID.key
    filled = {name: cell for name, cell in row.items() if cell is not None}
    cells = ", ".join(f"'{cell}'" for cell in filled.values())
    cluster.ask(f"INSERT INTO decisions ({', '.join(filled)}) VALUES ({cells})", database)
    before = {"decision": None, "rows": [[{"match_method": "gazetteer"}, ["s:0"]]]}
    after = {"decision": asdict(SAID), "rows": [[{"match_method": "reviewed"}, ["s:0"]]]}
    sides = (
        _turn(before, after) if int(cluster.ask(STANDS, database)) >= LISTED else (before, after)
    )
    texts = ", ".join(f"'{json.dumps(one)}'" for one in sides)
    entry = f"'2026', 'Rana', 'decide', 'Suran (Hama)', 1, '', {texts}"
    columns = "at, who, action, what, rows, why, before, after"
    cluster.ask(f"INSERT INTO log ({columns}) VALUES ({entry})", database)
    cluster.ask("UPDATE strikes SET match_method = 'reviewed' WHERE strike_id = 's:0'", database)


@pytest.fixture(scope="module", params=range(1, VERSION), ids="of version {}".format)
def original(request, cluster: Cluster) -> str:
    database = cluster.make_database()
    make_old_database(cluster.address(database), request.param, *make_tables())
    log_decision(cluster, database)
    return database


@pytest.fixture(scope="module")
def fresh(cluster: Cluster) -> str:
    database = cluster.make_database()
    make_workspace(cluster.address(database), *make_tables())
    return database


@pytest.fixture
def database(cluster: Cluster, original: str) -> str:
    return cluster.copy_database(original)


def test_it_is_brought_up_with_a_copy_of_every_table(cluster, database):
    address = cluster.address(database)
    log = cluster.ask("SELECT * FROM log", database)
    old = cluster.ask(STANDS, database)
    with Workspace(address, who="Rana") as opened:
        strikes = opened.read_strikes()
        assert opened.list_decisions() == [SAID]
        assert strikes["match_method"].tolist()[0] == "reviewed"
        assert strikes["killed_max"].tolist()[0] == 3
        assert opened.undo().what == "Suran (Hama)"
        assert opened.list_decisions() == []
        assert opened.read_strikes()["match_method"].tolist()[0] == "gazetteer"
        Desk(opened).correct("s:1", {"kind": "drone"})
    assert check_workspace(address) == []
    kept = f"before_{VERSION}"
    assert cluster.ask(f"SELECT * FROM {kept}.log", database) == log
    assert cluster.ask(f"SELECT count(*), min(match_method) FROM {kept}.strikes WHERE strike_id"
                       " = 's:0'", database) == "1|reviewed"  # fmt: skip
    said = cluster.ask(f"SELECT value FROM {kept}.workspace WHERE key = 'version'", database)
    assert (said, cluster.ask(f"SELECT count(*) FROM {kept}.decisions", database)) == (old, "1")


def test_its_tables_are_those_of_a_new_one(cluster, database, fresh):
    Workspace(cluster.address(database)).close()
    for asked in (COLUMNS, INDEXES):
        assert cluster.ask(asked, database) == cluster.ask(asked, fresh)


def test_a_copy_that_is_there_is_never_written_over(cluster, database):
    cluster.ask(f"CREATE SCHEMA before_{VERSION}; CREATE TABLE before_{VERSION}.log AS SELECT 7 AS"
                " mine", database)  # fmt: skip
    Workspace(cluster.address(database)).close()
    assert cluster.ask(f"SELECT mine FROM before_{VERSION}.log", database) == "7"
    assert cluster.ask(f"SELECT count(*) FROM before_{VERSION}_2.log", database) == "1"


@pytest.mark.parametrize("who", ["reads", "edits"])
def test_who_does_not_own_it_is_told_and_changes_nothing(cluster, database, who):
    address, stands = cluster.address(database), cluster.ask(STANDS, database)
    if who == "edits":
        role = cluster.make_role(f"{database}_editor")
        cluster.ask(f'GRANT ALL ON ALL TABLES IN SCHEMA public TO "{role}"', database)
        address = cluster.address(database, role=role)
    with pytest.raises(WorkspaceError, match=r"have its owner open it once to write"):
        Workspace(address, writing=who == "edits")
    assert cluster.ask(STANDS, database) == stands


def test_an_editor_writes_once_the_roles_are_mended(cluster, database):
    address = cluster.address(database)
    Workspace(address).close()
    make_roles(address)
    role = cluster.make_role(f"{database}_rana")
    cluster.ask(f'GRANT {EDITOR} TO "{role}"')
    with Workspace(cluster.address(database, role=role), who="Rana") as opened:
        assert opened.undo().what == "Suran (Hama)"
