"""A team's database on the command line, and what docs/team.md says of it."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from cluster import Cluster
from command import Command
from paths import ROOT

from strikemap.cli.main import app

TABLE = "date,place,governorate\n2016-09-01,Suran,\n2016-09-02,Suran,\n2016-09-01,Talbiseh,Homs\n"
GUIDE = (ROOT / "docs" / "team.md").read_text("utf-8")


@pytest.fixture
def address(run: Command, cluster: Cluster) -> str:
    (run.folder / "in.csv").write_text(TABLE, encoding="utf-8")
    named = cluster.address(cluster.make_database(), password="s3cret")
    done = run("workspace", "make", "in.csv", "--out", named)
    assert done.returncode == 0, done.stderr
    return named


def test_every_verb_takes_an_address_and_never_tells_the_password(run: Command, address: str):
    steps = [
        (("check",), "sound"),
        (("recount",), "counted anew"),
        (("decide", "Suran", "--place", "gn:163915", "--who", "A"), "2 rows changed"),
        (("undo", "--who", "A"), "undo Suran, 2 rows"),
        (("redo", "--who", "A"), "redo Suran, 2 rows"),
        (("undo", "--who", "B"), "nothing to undo"),
        (("log",), "3 changes"),
        (("roles",), "GRANT strikemap_reader or strikemap_editor TO"),
    ]
    for (verb, *words), said in steps:
        done = run("workspace", verb, address, *words)
        assert done.returncode == 0, done.stderr
        assert said in done.last_line
        assert "s3cret" not in done.stdout + done.stderr
    assert run("workspace", "export", address, "--out", "a.csv").returncode == 0
    assert "gn:163915" in (run.folder / "a.csv").read_text("utf-8")


def test_a_workspace_is_never_made_over_another(run: Command, address: str):
    done = run("workspace", "make", "in.csv", "--out", address)
    assert done.returncode == 1
    assert "holds a workspace already; name another database" in done.stderr
    assert "s3cret" not in done.stderr


def test_a_file_has_neither_roles_nor_counts(run: Command):
    assert "is a file, which has no roles" in run("workspace", "roles", "work.gpkg").stderr
    assert "which keeps no counts" in run("workspace", "recount", "work.gpkg").stderr


def test_the_commands_of_the_guide_are_there():
    groups = {group.name: group.typer_instance for group in app.registered_groups}
    known = {f"workspace {command.callback.__name__}"
             for command in groups["workspace"].registered_commands}  # fmt: skip
    told = set(re.findall(r"strikemap (workspace \w+)", GUIDE))
    assert {"workspace make", "workspace roles", "workspace check"} <= told <= known
    code = GUIDE.split("```sh\n")[1].split("```")[0]
    assert len(code.strip().splitlines()) == 10


def test_the_command_line_starts_without_the_database_libraries():
    heavy = "{'sqlalchemy', 'alembic', 'psycopg'} & set(sys.modules)"
    code = f"import sys, strikemap.cli.main; sys.exit(str({heavy} or ''))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.strip() == ""
