"""`strikemap app`: the page is served from any folder, on this machine, on a free port."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from app_server import free_port, is_healthy, serve
from command import Command
from paths import ROOT
from tile_files import write_mbtiles

from strikemap.cli.app import list_flags
from strikemap.cli.main import main


def test_an_installed_wheel_gets_the_settings_of_the_repository() -> None:
    mine, packaged = ROOT / ".streamlit" / "config.toml", ROOT / "strikemap" / "web" / "config.toml"
    assert mine.read_text(encoding="utf-8") == packaged.read_text(encoding="utf-8")


def test_every_setting_reaches_streamlit_as_it_takes_it_from_a_file() -> None:
    flags = list_flags()
    assert flags["server.headless"] == "true"
    assert flags["server.maxUploadSize"] == "50"
    assert flags["runner.fastReruns"] == "false"
    assert flags["theme.light.primaryColor"].startswith("#")
    assert json.loads(flags["theme.headingFontSizes"]) == ["1.6rem", "1.3rem", "1.1rem"]
    assert json.loads(flags["theme.headingFontWeights"]) == [600, 600, 600]


def test_the_app_serves_from_any_folder_on_this_machine_only(run: Command) -> None:
    run.write("mine.csv", "date,place\n2015-09-30,Talbisah\n")
    port = free_port()
    command = [sys.executable, "-m", "strikemap", "app", "mine.csv", "--port", str(port)]
    with serve(command, port, folder=run.folder, environment=run.environment) as (address, said):
        assert any(f"http://localhost:{port}" in line for line in said), said
        assert is_healthy(address)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--country", "xx"], 2, "'xx' is no country; give two letters such as UA"),
        (["mine.csv", "--country", "xx"], 2, "'xx' is no country; give two letters such as UA"),
    ],
)
def test_a_country_that_is_not_there_is_refused(run: Command, arguments, code, message) -> None:
    run.write("mine.csv", "date,place\n2015-09-30,Talbisah\n")
    done = run("app", *arguments)
    assert (done.returncode, message in done.last_line) == (code, True), done.stderr


def test_what_is_said_of_a_table_reaches_the_page(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: dict[str, str] = {}
    monkeypatch.setattr(os, "execve", lambda *given: handed.update(given[2]))
    monkeypatch.setattr(subprocess, "call", lambda *_, env: handed.update(env))
    run.write("mine.csv", "Wann,Wo\n03/04/2015,Talbisah\n")
    run.write("mine.json", '{"columns": {"Wann": "date"}, "kind": "drone"}')
    run("app", "mine.csv", "--mapping", "mine.json", "--order", "day-first",
        "--column", "place_text=Wo", "--port", free_port())  # fmt: skip
    assert handed["STRIKEMAP_STRIKES"] == str(run.folder / "mine.csv")
    assert json.loads(handed["STRIKEMAP_READING"]) == {
        "columns": {"Wann": "date", "Wo": "place_text"}, "kind": "drone", "order": "day first",
    }  # fmt: skip


def hand_over(run: Command, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict[str, str]:
    """Return the variables that the page is started with."""
    handed: dict[str, str] = {}
    monkeypatch.setattr(os, "execve", lambda *given: handed.update(given[2]))
    monkeypatch.setattr(subprocess, "call", lambda *_, env: handed.update(env) or 0)
    monkeypatch.chdir(run.folder)
    monkeypatch.setattr(sys, "argv", ["strikemap", "app", *arguments])
    with pytest.raises(SystemExit):
        main()
    return handed


def make_workspace_file(run: Command) -> None:
    run.write("mine.csv", "date,place\n2015-09-30,Talbisah\n")
    run("workspace", "make", "mine.csv", "--out", "work.gpkg")


def test_a_workspace_is_opened_as_one(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    make_workspace_file(run)
    handed = hand_over(run, monkeypatch, "work.gpkg")
    assert handed["STRIKEMAP_WORKSPACE"] == str((run.folder / "work.gpkg").resolve())
    assert "STRIKEMAP_STRIKES" not in handed


def test_how_to_read_a_workspace_is_not_asked(run: Command) -> None:
    make_workspace_file(run)
    done = run("app", "work.gpkg", "--country", "ua")
    assert done.returncode == 2
    assert "work.gpkg is a workspace, which keeps how it was read" in done.last_line


@pytest.mark.parametrize(
    ("host", "arguments", "folder"),
    [
        ("", [], "data/workspaces"),
        ("127.0.0.1", ["--workspace-folder", "mine"], "mine"),
        ("0.0.0.0", [], None),
        ("0.0.0.0", ["--workspace-folder", "mine"], "mine"),
    ],
)
def test_a_folder_for_workspaces_is_there_where_one_person_is_served(
    run: Command, monkeypatch: pytest.MonkeyPatch, host: str, arguments: list[str],
    folder: str | None,
) -> None:  # fmt: skip
    monkeypatch.setenv("STRIKEMAP_DATA", str(run.folder / "data"))
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", host or "localhost")
    handed = hand_over(run, monkeypatch, *arguments)
    expected = str((run.folder / folder).resolve()) if folder else None
    assert handed.get("STRIKEMAP_WORKSPACE_FOLDER") == expected


def test_a_database_is_opened_as_a_workspace(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "postgresql://me:secret@db/strikes"
    handed = hand_over(run, monkeypatch, address)
    assert handed["STRIKEMAP_WORKSPACE"] == address
    done = run("app", address, "--country", "ua")
    assert done.returncode == 2
    assert "postgresql://db/strikes is a workspace" in done.last_line
    assert "secret" not in done.stdout + done.stderr


def test_own_tiles_are_looked_into_and_named(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    write_mbtiles(run.folder / "own.mbtiles")
    handed = hand_over(run, monkeypatch, "--tiles", "own.mbtiles")
    assert handed["STRIKEMAP_TILES"] == str((run.folder / "own.mbtiles").resolve())
    run.write("own.txt", "no tiles")
    done = run("app", "--tiles", "own.txt")
    assert done.returncode == 1
    assert "own.txt: is neither an MBTiles nor a PMTiles file" in done.last_line


def test_a_filter_opens_a_part_of_a_database_and_of_nothing_else(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed: dict[str, str] = {}
    monkeypatch.setattr(os, "execve", lambda *given: handed.update(given[2]))
    monkeypatch.setattr(subprocess, "call", lambda *_, env: handed.update(env))
    run("app", "postgresql://rana@host/strikes", "--filter", "kind=drone", "--port", free_port())
    assert handed["STRIKEMAP_FILTER"] == "kind=drone"
    for name, query, said in (
        ("seeds", "kind=drone", "opens a part of a team's database"),
        ("postgresql://rana@host/strikes", "kind=dron", "use one of airstrike"),
        ("postgresql://rana@host/strikes", "near_layer=A,5", "does not measure from a layer"),
    ):
        done = run("app", name, "--filter", query)
        assert (done.returncode, said in " ".join(done.stderr.split())) == (2, True), done.stderr
