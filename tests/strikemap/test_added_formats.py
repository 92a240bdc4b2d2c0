"""A format is added by one file: the writer, the help, the wrong ending and the app know of it."""

from __future__ import annotations

import pytest
from outgoing import claims_for, table
from toy_formats import toy_export
from typer.testing import CliRunner

from geo.errors import ExportError
from geo.export.write import write_strikes
from geo.webmap.payload.encode import MapOptions
from strikemap.cli.main import app
from strikemap.web.downloads import list_downloads


def run(*words: object):
    return CliRunner().invoke(app, list(map(str, words)), env={"COLUMNS": "100"})


@pytest.fixture
def toy(tmp_path):
    folder = tmp_path / "formats"
    folder.mkdir()
    with toy_export(folder):
        yield


@pytest.mark.usefixtures("toy")
def test_an_export_format_is_written_by_its_ending(tmp_path):
    strikes = table(["Homs", "Hama"])
    write_strikes(strikes, claims_for(strikes), tmp_path / "mine.TOY")
    assert (tmp_path / "mine.TOY").read_text() == "t:0 t:1"


@pytest.mark.usefixtures("toy")
def test_an_export_format_is_in_the_help_and_in_the_words_on_wrong_endings(tmp_path):
    assert ".toy                     Toy, the ids of the strikes" in run("export", "--help").output
    refused = run("export", "seeds", "--out", tmp_path / "sheet.doc")
    assert refused.exit_code == 2
    assert ".toy" in refused.output


@pytest.mark.usefixtures("toy")
def test_an_export_format_with_a_label_has_a_button():
    strikes = table(["Homs"])
    files = list_downloads(strikes, claims_for(strikes), {}, MapOptions())
    offered = {file.label: file for file in files}
    assert len(files) == 4
    assert offered["Toy: ids only"].file_name == "strikes.toy"
    assert offered["Toy: ids only"].make() == "t:0"


def test_without_its_file_the_format_is_not_there(tmp_path):
    strikes = table(["Homs"])
    with pytest.raises(ExportError, match=r"use \.geojson, \.json, \.csv"):
        write_strikes(strikes, claims_for(strikes), tmp_path / "mine.toy")
    assert ".toy" not in run("export", "--help").output
