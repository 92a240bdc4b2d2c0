"""A format is added by one file, as CONTRIBUTING shows; writer, help, refusals and app know it."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack

import pytest
from added_formats import added_export, added_sheet, example_of
from outgoing import claims_for, table
from paths import ROOT
from sheet_cases import base_map, seed_atlas, seed_sheet, seeds
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from geo.briefing.again import make_again
from geo.briefing.write import write_sheets
from geo.errors import ExportError, SheetError
from geo.export.write import write_strikes
from geo.webmap.payload.encode import MapOptions
from strikemap.cli.main import app
from strikemap.web.downloads import list_downloads


def run(*words: object):
    return CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "100"})


@pytest.fixture
def examples(tmp_path_factory):
    """Have the export format .jsonl and the format of sheets .txt."""
    with ExitStack() as stack:
        stack.enter_context(added_export(tmp_path_factory.mktemp("export_formats")))
        stack.enter_context(added_sheet(tmp_path_factory.mktemp("sheet_formats")))
        yield


@pytest.mark.usefixtures("examples")
def test_an_export_format_is_written_by_its_ending(tmp_path):
    strikes = table(["Homs", "Hama"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "mine.JSONL")
    lines = (tmp_path / "mine.JSONL").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    assert [record["place_text"] for record in records] == ["Homs", "Hama"]
    assert records[1]["claims"][0]["title"] == "Hama"


@pytest.mark.usefixtures("examples")
def test_a_format_of_sheets_is_written_by_its_ending_and_made_again(tmp_path):
    path = tmp_path / "mine.txt"
    write_sheets([seed_sheet()], path)
    assert path.read_text().splitlines()[1] == "Reported strikes: Syria"
    assert make_again(path, *seeds(), base_map()).changes == ()
    sheets = seed_atlas("governorate")[:2]
    write_sheets(sheets, path)
    assert {sheet.title for sheet in sheets} <= set(path.read_text().splitlines())


@pytest.mark.usefixtures("examples")
@pytest.mark.parametrize(
    ("verb", "line"),
    [
        ("export", ".jsonl                   JSON Lines, a line a strike with its claims"),
        ("brief", ".txt                     Plain text, what the sheets say in words"),
    ],
)
def test_a_format_is_in_the_help_and_in_the_words_on_wrong_endings(tmp_path, verb, line):
    assert f"  {line}\n" in run(verb, "--help").output
    refused = run(verb, "seeds", "--out", tmp_path / "sheet.doc")
    assert refused.exit_code == 2
    assert line.split()[0] in refused.output


@pytest.mark.usefixtures("examples")
def test_an_export_format_with_a_label_has_a_button():
    strikes = table(["Homs"])
    files = list_downloads(strikes, claims_for(strikes), {}, MapOptions())
    offered = {file.label: file for file in files}
    assert len(files) == 4
    assert offered["JSON Lines, claims inside"].file_name == "strikes.jsonl"
    assert '"place_text": "Homs"' in offered["JSON Lines, claims inside"].make()


def draw_page() -> None:
    from strikemap.web.briefing import show_page

    show_page()


@pytest.mark.usefixtures("examples")
def test_a_format_of_sheets_has_a_button():
    page = AppTest.from_function(draw_page, default_timeout=120).run()
    assert not page.exception
    assert [button.proto.label for button in page.get("download_button")][-1] == "Text"


@pytest.mark.parametrize(("verb", "ending"), [("export", ".jsonl"), ("brief", ".txt")])
def test_without_its_file_a_format_is_not_there(verb, ending):
    formats = run(verb, "--help").output.split("Formats, by the ending of FILE:")[1]
    assert ending not in formats


def test_without_its_file_a_format_is_not_written(tmp_path):
    strikes = table(["Homs"])
    with pytest.raises(ExportError, match=r"use \.geojson, \.json, \.csv"):
        write_strikes(strikes, claims_for(strikes), tmp_path / "mine.jsonl")
    with pytest.raises(SheetError, match=r"use one of \.png, \.pdf"):
        write_sheets([seed_sheet()], tmp_path / "mine.txt")


@pytest.mark.parametrize("heading", ["Add an export format", "Add a briefing output"])
def test_the_files_that_contributing_shows_keep_the_house_rules(tmp_path, heading):
    (tmp_path / "example.py").write_text(example_of(heading), encoding="utf-8")
    check = [sys.executable, "-m", "ruff", "check", "--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run([*check, str(tmp_path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
