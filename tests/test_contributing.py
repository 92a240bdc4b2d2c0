"""CONTRIBUTING.md is walked: on a copy of the repository its steps are done as they are written."""

from __future__ import annotations

import csv
import json
import shlex
from dataclasses import replace

import pytest
from app_server import free_port, is_healthy, serve
from land_rules import RULES, Country
from paths import ROOT
from written_steps import Copy, read_blocks

DOCUMENT = ROOT / "CONTRIBUTING.md"


@pytest.fixture
def copy(tmp_path) -> Copy:
    return Copy.make(tmp_path / "copy")


def test_a_place_and_a_country_are_added(copy):
    """Both in one copy, which builds its data once: they take a quarter of a minute."""
    row, steps = read_blocks(DOCUMENT, "Add a place")
    build, search = steps.text.splitlines(keepends=True)
    copy.follow([row, *read_blocks(DOCUMENT, "Add a country")])
    assert build.strip() in copy.said
    copy.follow([replace(steps, text=search)])
    _check_place(copy)
    _check_country(copy)


def _check_place(copy):
    found = copy.said['strikemap gazetteer search "Mukhtaraa Mill"']
    assert found.startswith("Mukhtaraa Mill: exact")
    assert "Invented Mill الطاحونة المخترعة [sy:invented-mill]" in found


def _check_country(copy):
    info, _, export, brief = list(copy.said.values())[4:8]
    assert info.startswith("xt: 12 places")
    with (copy.folder / "placed.csv").open(encoding="utf-8", newline="") as file:
        placed = list(csv.DictReader(file))
    assert [row["place_id"] for row in placed] == ["toy:kastelran", "toy:milbrook-n"]
    assert "2 of 2 events: 2 located" in export
    assert "1 sheet, 2 events: 2 located" in brief
    assert (copy.folder / "sheet.pdf").stat().st_size > 10_000
    added = Country(copy.folder / "gazetteer/data/xt", copy.folder / "geo/data/xt")
    assert [problem for rule in RULES for problem in rule(added)] == []
    [command] = copy.served
    port = free_port()
    words = [*shlex.split(command), "--port", str(port)]
    words[0] = str(copy.folder / ".venv" / "bin" / words[0])
    with serve(words, port, folder=copy.folder, environment=copy.environment) as (address, _):
        assert is_healthy(address)


def test_formats_are_added(copy):
    copy.follow(read_blocks(DOCUMENT, "Add a format"))
    for verb, sentence in {
        "export": "Invented: the ids of the strikes",
        "brief": "Invented: the titles of the sheets",
    }.items():
        assert sentence in copy.said[f"strikemap {verb} --help"]
        assert "invented-log" in copy.said[f"strikemap {verb} --help"]
    copy.run("python -m ruff check --no-cache geo")
    assert (copy.folder / "log.ids").read_text().startswith("log:")
    assert (copy.folder / "log.titles").read_text() == "Reported events: Syria\n"


SHOWN = """const { WAYS } = require("./geo/webmap/static/modes/ways.js");
console.log(JSON.stringify(WAYS.show.words));"""


def test_a_map_mode_is_added(copy, node):
    copy.follow(read_blocks(DOCUMENT, "Add a map mode"))
    shown = json.loads(copy.run(shlex.join([node, "-e", SHOWN])))
    assert list(shown.items())[-1] == ("mist", "mist")
    # tests/geo/webmap/test_modes.py compares the two lists.
    encode = (copy.folder / "geo/webmap/payload/encode.py").read_text(encoding="utf-8")
    assert ",".join(f'"{name}"' for name in shown) in "".join(encode.split())


def test_a_mode_that_is_not_in_the_list_is_found_out(copy):
    written, _, _, tried = read_blocks(DOCUMENT, "Add a map mode")
    with pytest.raises(AssertionError, match=r"mist\.js"):
        copy.follow([written, tried])
