"""The first map: sent before the libraries are loaded, and never other than what is true."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from app_pages import PLAIN, numbers, open_page, run, send, upload
from paths import ROOT
from streamlit.delta_generator import DeltaGenerator

from strikemap.web import map_component
from strikemap.web.start import first_map, kept, parts

Mounted = list[tuple[str, dict[str, Any], dict[str, str]]]


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """Give the app a user's folder of its own."""
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def mounted(monkeypatch) -> Mounted:
    """Note what is mounted: who asks, and both messages."""
    noted: Mounted = []

    def note(who):
        def mount(key, control, heavy, on_choose):
            noted.append((who, json.loads(json.dumps(control)), dict(heavy)))
            return parts.mount_map(key, control, heavy, on_choose)

        return mount

    monkeypatch.setattr(first_map, "mount_map", note("start"))
    monkeypatch.setattr(map_component, "mount_map", note("page"))
    return noted


def who(mounted: Mounted) -> list[str]:
    return [name for name, _, _ in mounted]


def change_kept(folder: Path, **options: str) -> Path:
    file = folder.joinpath(*kept.FILE)
    content = json.loads(file.read_bytes())
    content["control"]["options"].update(options)
    file.write_text(json.dumps(content))
    return file


BEGINNING = """
import sys
import strikemap.web.visitors.session
from strikemap.web.start.first_map import begin
from strikemap.web.start.first_paint import DRAWN, note_request
note_request(DRAWN)  # there is no browser
mounted = begin(lambda: None).sent is not None
print(mounted, *(name for name in HEAVY if name in sys.modules))
"""


@pytest.mark.usefixtures("data")
def test_the_start_loads_no_library_of_tables_where_it_mounts_the_map_either():
    heavy = ["numpy", "pandas", "pyarrow", "geopandas", "shapely", "gazetteer.matching.ladder"]
    open_page()  # the map is kept
    code = (
        "from streamlit.testing.v1 import AppTest; "
        f"AppTest.from_string({f'HEAVY = {heavy}' + BEGINNING!r}, default_timeout=60).run()"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["True"], done.stderr


@pytest.mark.usefixtures("data")
def test_the_side_bar_is_there_before_the_map_which_would_lose_its_room_to_it_later(monkeypatch):
    open_page()
    drawn: list[str] = []

    def mount(*asked):
        drawn.append("map")
        return parts.mount_map(*asked)

    subheader = DeltaGenerator.subheader

    def draw(where, words, **options):
        drawn.append(words)
        return subheader(where, words, **options)

    monkeypatch.setattr(first_map, "mount_map", mount)
    monkeypatch.setattr(DeltaGenerator, "subheader", draw)
    monkeypatch.setattr(first_map, "wait_for_paint", lambda: drawn.append("paint"))
    monkeypatch.setattr(first_map, "ask_language", lambda: drawn.append("language"))
    monkeypatch.setattr(st, "page_link", lambda _page: drawn.append("link"))
    open_page()
    assert drawn[:3] == ["Open data", "map", "paint"]
    assert drawn[3:9] == [*["link"] * 5, "language"]


@pytest.mark.usefixtures("data")
def test_the_second_visit_begins_with_the_map_of_the_first(mounted):
    first = open_page()
    assert who(mounted) == ["page"]
    second = open_page()
    assert who(mounted) == ["page", "start"]
    assert mounted[1][1:] == mounted[0][1:]
    assert numbers(second) == numbers(first)
    run(second)
    assert who(mounted) == ["page", "start", "page"]  # from then on the page sends it
    assert mounted[2][1:] == mounted[0][1:]
    token = mounted[0][1]["token"]
    open_page({"data": token[:8]})
    assert who(mounted)[3:] == ["start"]


def test_what_was_kept_of_other_strikes_is_replaced_in_the_same_visit(data, mounted):
    open_page()
    file = change_kept(data, title="Strikes of another day")
    page = open_page()
    assert who(mounted) == ["page", "start", "page"]
    assert mounted[1][1]["options"]["title"] == "Strikes of another day"
    assert mounted[2][1:] == mounted[0][1:]
    assert numbers(page)
    assert json.loads(file.read_bytes())["control"] == mounted[0][1]


@pytest.mark.parametrize(
    "query", [{"kind": "airstrike"}, {"data": "00000000"}, {"at": "36.1,35.2,9"}], ids=str
)
@pytest.mark.usefixtures("data")
def test_an_address_that_asks_for_something_is_answered_by_the_page(mounted, query):
    open_page()
    open_page(query)
    assert who(mounted) == ["page", "page"]


def test_own_data_are_neither_sent_first_nor_kept(data, mounted, monkeypatch, tmp_path):
    page = open_page()
    file = data.joinpath(*kept.FILE)
    before = file.read_bytes()
    send(upload(page, "mine.csv", PLAIN))
    table = tmp_path / "mine.csv"
    table.write_bytes(PLAIN)
    monkeypatch.setenv("STRIKEMAP_STRIKES", str(table))
    open_page()
    assert set(who(mounted)) == {"page"}
    assert file.read_bytes() == before


def test_a_file_of_the_user_or_of_the_program_that_changes_makes_it_anew(data, monkeypatch):
    messages = kept.Messages({"token": "a"}, {"payload": "b"})
    kept.keep(messages)
    assert kept.recall() == messages
    assert kept.recall("ua") is None
    own = data / "boundaries" / "sy" / "areas.geojson"
    own.parent.mkdir(parents=True)
    own.write_text("{}")
    assert kept.recall() is None
    kept.keep(messages)
    assert kept.recall() == messages
    program = data / "program" / "geo"
    program.mkdir(parents=True)
    monkeypatch.setattr(kept, "PROGRAM", program.parent)
    assert kept.recall() is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"edition": 1}', "\x00"])
def test_what_is_no_kept_map_counts_as_none(data, content):
    file = data.joinpath(*kept.FILE)
    file.parent.mkdir()
    file.write_text(content)
    assert kept.recall() is None


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("STRIKEMAP_DATA", str(tmp_path / "file"))
    kept.keep(kept.Messages({}, {}))
    assert kept.recall() is None
    assert numbers(open_page())
